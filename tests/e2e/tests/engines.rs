//! The central things in all three engines: an article is pasted, annotated, corrected, shown in another
//! notation and layout, comes back after a reload, and without a server.
//!
//! `cargo xtask test engines` runs it alone.

use anyhow::{Result, ensure};
use serde_json::json;
use thakim_e2e::{Browser, Engine, INPUT, PRONUNCIATION, Profile, Site};

type Test = Result<()>;

const TEXT: &str = "我愛去銀行\u{2A6D6}行路。\n行。行行重行行，與君生別離。\n";

async fn the_whole_way(engine: Engine) -> Test {
    let mut site = Site::start()?;
    let profile = Profile::new()?;
    let browser = Browser::start_in(engine, &profile).await?;
    // One engine has no way to be told what its person reads.
    browser.open(&site.url("/.well-known/security.txt")).await?;
    browser.value("(localStorage.setItem('thakim.language', 'zh-Hant-TW'), 1)").await?;
    browser.open(&site.url(INPUT)).await?;
    browser.until("the form", "document.querySelector('body > .write textarea')").await?;
    note_offences(&browser).await?;
    // In WebKitGTK a page that is loaded anew while its first worker is being installed never gets one.
    browser.until_ready_offline().await?;

    browser.annotate(TEXT).await?;
    browser.expect_annotated(TEXT).await?;
    browser.expect_readings(&["guá", "ài", "khì", "gîn", "hâng"]).await?;
    browser.until("the end of the annotation", "!document.querySelector('.now button')").await?;

    // Another notation, another place for it.
    browser.choose("notation", "POJ").await?;
    browser.expect_readings(&["góa", "ài", "khì", "gîn", "hâng"]).await?;
    for position in ["right", "under", "over"] {
        layout(&browser, position).await?;
        expect_position(&browser, engine, position).await?;
        browser.expect_no_sideways_scrolling().await?;
    }

    // Another reading for one word.
    let word = "[...document.querySelectorAll('article .w')].find(word => word.querySelectorAll('ruby').length === 1 && word.textContent.startsWith('行'))";
    browser.value(&format!("({word}.click(), 1)")).await?;
    browser
        .until("candidates", "document.querySelectorAll('.candidates button').length > 1")
        .await?;
    browser.click(".candidates li:nth-of-type(2) button").await?;
    browser.until("the corrected word", "document.querySelector('article .w.corrected')").await?;
    let corrected = "document.querySelector('article .w.corrected').textContent";
    let reading = browser.text(corrected).await?;

    // All of it comes back.
    browser.driver.refresh().await?;
    browser.expect_annotated(TEXT).await?;
    browser.until("the corrected word", "document.querySelector('article .w.corrected')").await?;
    ensure!(browser.text(corrected).await? == reading);
    browser.expect_readings(&["góa", "ài", "khì"]).await?;

    // And without a server.
    browser.click("a.back").await?;
    browser.until("the form", &format!("location.pathname === '{INPUT}'")).await?;
    browser.until_ready_offline().await?;
    expect_no_offence(&browser).await?;
    site.server.stop()?;
    // Opened and not reloaded: Firefox's driver reloads past the service worker.
    browser.open(&site.url(INPUT)).await?;
    browser.annotate("今仔日天氣真好。").await?;
    browser.expect_annotated("今仔日天氣真好。").await?;
    browser.open(&site.url(PRONUNCIATION)).await?;
    browser.expect_annotated("今仔日天氣真好。").await?;
    browser.quit().await
}

/// Chooses where the readings stand.
async fn layout(browser: &Browser, position: &str) -> Test {
    browser.click("details.layout > summary").await?;
    browser.click(&format!("label:has(input[name=position][value={position}])")).await?;
    browser.click("details.layout > summary").await
}

/// The first reading stands where it was asked to, by its box and its character's.
async fn expect_position(browser: &Browser, engine: Engine, position: &str) -> Test {
    let boxes = "(() => {
        const ruby = document.querySelector('article ruby');
        const reading = ruby.querySelector('rt').getBoundingClientRect();
        const range = document.createRange();
        range.selectNodeContents([...ruby.childNodes].find(node => node.nodeType === 3 || node.localName !== 'rp' && node.localName !== 'rt'));
        const character = range.getBoundingClientRect();
        const x = (reading.left + reading.right - character.left - character.right) / 2;
        const y = (reading.top + reading.bottom - character.top - character.bottom) / 2;
        return Math.abs(x) > Math.abs(y) ? (x > 0 ? 'right' : 'left') : (y > 0 ? 'under' : 'over');
    })()";
    let there = format!("{boxes} === {position:?}");
    browser.until(&format!("{engine}: the reading {position} the character"), &there).await
}

/// From here on, what the page must not do is noted.
async fn note_offences(browser: &Browser) -> Test {
    browser
        .value(
            "(globalThis.thakimOffences = [],
              addEventListener('securitypolicyviolation', event => thakimOffences.push(`${event.violatedDirective}: ${event.blockedURI}`)),
              addEventListener('error', event => thakimOffences.push(String(event.message))),
              addEventListener('unhandledrejection', event => thakimOffences.push(String(event.reason))), 1)",
        )
        .await?;
    Ok(())
}

async fn expect_no_offence(browser: &Browser) -> Test {
    // Notes begin anew with every page that is loaded.
    let offences = browser.value("globalThis.thakimOffences ?? []").await?;
    ensure!(offences == json!([]), "the page offended: {offences}");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn chromium() -> Test {
    the_whole_way(Engine::Chromium).await
}

#[tokio::test(flavor = "multi_thread")]
async fn firefox() -> Test {
    the_whole_way(Engine::Firefox).await
}

#[tokio::test(flavor = "multi_thread")]
async fn webkit() -> Test {
    the_whole_way(Engine::WebKit).await
}
