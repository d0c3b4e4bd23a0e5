//! The link that holds an article.

use anyhow::{bail, ensure};
use serde_json::{Value, json};
use thakim_e2e::{INPUT, PRONUNCIATION, Site};

use crate::support::{TEXT, Test, clipboard, correct_something, press, reading, told};

#[tokio::test(flavor = "multi_thread")]
async fn the_link_holds_the_article() -> Test {
    let site = Site::start()?;
    let browser = reading(&site, TEXT).await?;
    browser.choose("notation", "POJ").await?;
    browser.until("白話字", "document.querySelector('article').innerText.includes('góa')").await?;
    let corrected = correct_something(&browser).await?;
    press(&browser, "[data-out=copy-link]").await?;
    told(&browser, "已經複製連結").await?;
    let (link, _) = clipboard(&browser).await?;
    ensure!(link.starts_with(&site.url(&format!("{PRONUNCIATION}#thakim1z."))), "{link}");

    // Somebody else opens it, with an article of their own.
    let other = reading(&site, "我的文章").await?;
    other.open(&link).await?;
    let same = format!(
        "document.querySelector('article .w.corrected')?.innerText === {}",
        json!(corrected)
    );
    other.until_across_loads("the article with its correction", &same).await?;
    other.until_complete(TEXT).await?;
    ensure!(
        other.text("location.href").await? == site.url(PRONUNCIATION),
        "the fragment is still there"
    );
    ensure!(other.number("history.length").await? <= 5);
    // As it was shown, and kept as theirs.
    ensure!(other.text("document.querySelector('article').innerText").await?.contains("góa"));
    other.driver.refresh().await?;
    other.until("the article", "document.querySelector('article .w.corrected')").await?;
    other.click("a.back").await?;
    other.expect_draft(TEXT).await?;
    other.expect_no_offence().await?;
    other.quit().await?;

    // Too much for a link is told.
    browser.click("a.back").await?;
    let text: String = (0..40_000u32)
        .map(|index| char::from_u32(0x4E00 + index * 7_919 % 20_000).unwrap_or('一'))
        .collect();
    browser.annotate(&text).await?;
    browser.until_complete(&text).await?;
    press(&browser, "[data-out=copy-link]").await?;
    told(&browser, "放不進連結").await?;
    browser.expect_no_offence().await?;
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn hostile_links_open_nothing() -> Test {
    let site = Site::start()?;
    let text = "我的文章";
    let browser = reading(&site, text).await?;
    // What unpacks to far more than a link holds, packed by the browser itself.
    let bomb = "new Response(new Blob([new Uint8Array(64 << 20)]).stream()
            .pipeThrough(new CompressionStream('deflate-raw'))).arrayBuffer()
        .then(bytes => new Uint8Array(bytes).toBase64?.({ alphabet: 'base64url' }) ??
            btoa([...new Uint8Array(bytes)].map(byte => String.fromCharCode(byte)).join(''))
                .replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', ''))";
    let Value::String(bomb) = browser.awaited(bomb).await? else { bail!("no bomb") };
    let foreign = "eyJmb3JtYXQiOiJ4In0"; // {"format":"x"}
    for (fragment, words) in [
        (format!("thakim1z.{bomb}"), "太大"),
        ("thakim1z.AAAA".to_owned(), "連結不完整"),
        ("thakim1z.".to_owned(), "連結不完整"),
        (format!("thakim1p.{foreign}"), "連結不完整"),
        ("thakim1p._____w".to_owned(), "連結不完整"),
        ("thakim1p.%3Cimg%20src=x%3E".to_owned(), "連結不完整"),
        (format!("thakim1p.{}", "A".repeat(300_000)), "太大"),
        ("thakim9z.AAAA".to_owned(), "比較新的"),
    ] {
        browser.open(&site.url(INPUT)).await?;
        browser.until("the form", "document.querySelector('body > .write textarea')").await?;
        // In the same page, as who pastes it into the address bar.
        browser.number(&format!("(location.hash = {}, 1)", json!(fragment))).await?;
        let said = format!("document.querySelector('.arrival')?.textContent.includes({words:?})");
        browser.until(words, &said).await?;
        ensure!(browser.text("location.hash").await?.is_empty(), "the fragment is still there");
        browser.expect_draft(text).await?;
        browser.press("知道了").await?;
        browser.until("the line to go", "!document.querySelector('.arrival p')").await?;
    }
    // A link within the page is none of ours.
    browser.number("(location.hash = 'main', 1)").await?;
    ensure!(browser.text("location.hash").await? == "#main");
    browser.expect_no_offence().await?;
    browser.quit().await
}
