//! The whole way: paste, annotate, switch, reload, come back, and all of it without a server.

use anyhow::{Result, ensure};
use thakim_e2e::{Browser, INPUT, PRONUNCIATION, Profile, Site, article};

type Test = Result<()>;

/// A real article of more than 2,000 characters: classical prose, then modern Taiwanese.
fn long_article() -> Result<String> {
    let text = [article("classical.txt")?, article("modern.txt")?].join("\n");
    ensure!(text.chars().count() > 2_000);
    Ok(text)
}

#[tokio::test(flavor = "multi_thread")]
async fn an_article_is_annotated_online_and_offline() -> Test {
    let mut site = Site::start()?;
    let profile = Profile::new()?;
    let text = long_article()?;

    let browser = Browser::start(&profile).await?;
    browser.open(&site.url(INPUT)).await?;
    browser.annotate(&text).await?;
    browser.expect_annotated(&text).await?;
    browser.expect_readings(&["thô", "hue", "guân", "kì", "tô"]).await?;

    // Another notation, and nothing asked of the worker for it.
    let posts = browser.number("thakimPosts").await?;
    browser.choose("notation", "POJ").await?;
    browser.expect_readings(&["thô", "hoe", "goân"]).await?;
    browser.choose("tones", "number").await?;
    browser.expect_readings(&["tho5", "hoe1", "goan5"]).await?;
    ensure!(browser.number("thakimPosts").await? == posts, "the worker was asked again");
    browser.expect_annotated(&text).await?;

    // A reload keeps the article and the notation.
    browser.driver.refresh().await?;
    browser.expect_annotated(&text).await?;
    browser.expect_readings(&["tho5", "hoe1", "goan5"]).await?;

    // Back to the text, and forward again.
    browser.click("a.back").await?;
    browser.until("the form", &format!("location.pathname === '{INPUT}'")).await?;
    ensure!(browser.text("document.querySelector('body > .write textarea').value").await? == text);
    browser.until_ready_offline().await?;
    browser.expect_no_offence().await?;
    browser.quit().await?;

    // No server, a new browser.
    site.server.stop()?;
    let browser = Browser::start(&profile).await?;
    browser.open(&site.url(INPUT)).await?;
    browser.annotate(&text).await?;
    browser.expect_annotated(&text).await?;
    browser.expect_readings(&["tho5", "hoe1", "goan5"]).await?;
    browser.choose("notation", "TL").await?;
    browser.expect_readings(&["tho5", "hue1", "guan5"]).await?;
    browser.driver.refresh().await?;
    browser.expect_annotated(&text).await?;
    browser.expect_no_offence().await?;
    browser.quit().await?;

    // The other address, as the first one opened.
    let browser = Browser::start(&profile).await?;
    browser.open(&site.url(PRONUNCIATION)).await?;
    browser.until("the form", &format!("location.pathname === '{INPUT}'")).await?;
    browser.annotate("測試").await?;
    browser.expect_annotated("測試").await?;
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_acceptance_case_of_the_original() -> Test {
    let site = Site::start()?;
    let browser = Browser::start(&Profile::new()?).await?;
    browser.open(&site.url(INPUT)).await?;
    browser.annotate("測試").await?;
    browser.expect_annotated("測試").await?;
    browser.expect_readings(&["tshik", "tshì"]).await?;
    browser.choose("tones", "number").await?;
    browser.expect_readings(&["tshik4", "tshi3"]).await?;
    browser.expect_no_offence().await?;
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn without_an_article_the_form_opens() -> Test {
    let site = Site::start()?;
    let browser = Browser::start(&Profile::new()?).await?;
    browser.open(&site.url(PRONUNCIATION)).await?;
    browser.until("the form's address", &format!("location.pathname === '{INPUT}'")).await?;
    browser.until("the form", "document.querySelector('body > .write textarea')").await?;
    browser.open(&site.url("/")).await?;
    browser.until("the form", "document.querySelector('body > .write textarea')").await?;
    browser.expect_no_offence().await?;
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_pasted_is_shown_as_it_is() -> Test {
    let site = Site::start()?;
    let browser = Browser::start(&Profile::new()?).await?;
    browser.open(&site.url(INPUT)).await?;
    let text = "<img src=x onerror=alert(1)>\u{202E}好\u{0}\n\n　 學\u{E0100}生\t\u{2A6D6}\u{F9C4}<b>台湾</b>😀\nA\u{301}";
    browser.annotate(text).await?;
    browser.expect_annotated(text).await?;
    ensure!(
        browser.number("document.querySelectorAll('article img, article b').length").await? == 0
    );
    ensure!(browser.number("document.querySelectorAll('article ruby.unknown').length").await? == 1);
    browser.until_it_says("無讀音 1").await?;
    browser.expect_no_offence().await?;
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_sample_is_one_click_away() -> Test {
    let site = Site::start()?;
    let browser = Browser::start(&Profile::new()?).await?;
    browser.open(&site.url(INPUT)).await?;
    browser.until("the form", "document.querySelector('body > .write textarea')").await?;
    browser.click(".sources button").await?;
    let text = browser.text("document.querySelector('body > .write textarea').value").await?;
    browser.click("button[type=submit]").await?;
    browser.expect_annotated(&text).await?;
    ensure!(browser.number("document.querySelectorAll('article ruby.unknown').length").await? == 0);
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_copied_is_the_article() -> Test {
    let site = Site::start()?;
    let browser = Browser::start(&Profile::new()?).await?;
    browser.open(&site.url(INPUT)).await?;
    browser.annotate("我愛台灣。\r\n\r\n測試").await?;
    browser.expect_annotated("我愛台灣。\n\n測試").await?;
    // Headless browsers have no clipboard of their own: take what the page hands over.
    let catch = "(navigator.clipboard.write = async ([item]) => {
        globalThis.copied = await (await item.getType('text/plain')).text(); }, 1)";
    browser.number(catch).await?;
    for (form, expected) in [
        ("inline", "我(guá)愛(ài)台(Tâi)灣(uân)。\n\n測(tshik)試(tshì)"),
        ("readings", "guá ài Tâi-uân。\n\ntshik-tshì"),
        ("characters", "我愛台灣。\n\n測試"),
    ] {
        browser.number("(globalThis.copied = null, 1)").await?;
        if !browser
            .value("document.querySelector('details.out').open")
            .await?
            .as_bool()
            .unwrap_or(false)
        {
            browser.click("details.out > summary").await?;
        }
        browser.click(&format!("details.out [data-form={form}]")).await?;
        browser.until("a copy", "globalThis.copied !== null").await?;
        let copied = browser.text("globalThis.copied").await?;
        ensure!(copied == expected, "copied {copied:?}, expected {expected:?}");
    }
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn reloading_at_any_moment_keeps_the_article() -> Test {
    let site = Site::start()?;
    let browser = Browser::start(&Profile::new()?).await?;
    let text = long_article()?;
    browser.open(&site.url(INPUT)).await?;
    browser.annotate(&text).await?;
    browser.expect_annotated(&text).await?;
    // Each reload comes a little later in the life of the page than the one before.
    for rubies in [0, 0, 0, 1, 100, 500, 1_000] {
        browser.driver.refresh().await?;
        let some = format!("document.querySelectorAll('article ruby').length >= {rubies}");
        browser.until("the article so far", &some).await?;
    }
    for _ in 0..5 {
        browser.choose("notation", "POJ").await?;
        browser.driver.refresh().await?;
        browser.expect_annotated(&text).await?;
        browser.choose("notation", "TL").await?;
        browser.driver.refresh().await?;
        browser.expect_annotated(&text).await?;
    }
    browser.expect_no_offence().await?;
    browser.quit().await
}
