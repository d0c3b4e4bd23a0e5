//! Print and PDF; and handing over to other programs.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use std::fs;
use std::path::PathBuf;
use thakim_document::is_han;
use thakim_e2e::{Browser, Site, article};
use thirtyfour::prelude::*;

use crate::support::{TEXT, Test, long, press, reading};

/// Prints these pages (all for none), and counts them.
async fn pdf(browser: &Browser, name: &str, pages: &str) -> Result<usize> {
    let options = json!({
        "preferCSSPageSize": true, "printBackground": false, "generateTaggedPDF": false,
        "paperWidth": 8.27, "paperHeight": 11.69, "pageRanges": pages,
    });
    let answer = browser.devtools("Page.printToPDF", options).await?;
    let data = answer["data"].as_str().context("no PDF")?;
    let bytes = from_base64(data);
    if let Some(folder) = std::env::var_os("THAKIM_PICTURES").map(PathBuf::from) {
        fs::write(folder.join(format!("{name}.pdf")), &bytes)?;
    }
    let text = String::from_utf8_lossy(&bytes);
    Ok(text.matches("/Type /Page\n").count())
}

fn from_base64(data: &str) -> Vec<u8> {
    let value = |letter: u8| match letter {
        b'A'..=b'Z' => letter - b'A',
        b'a'..=b'z' => letter - b'a' + 26,
        b'0'..=b'9' => letter - b'0' + 52,
        b'+' => 62,
        _ => 63,
    };
    let letters: Vec<u8> = data.bytes().filter(|letter| *letter != b'=').collect();
    let four = |four: &[u8]| {
        let bits = four.iter().fold(0u32, |bits, letter| bits << 6 | u32::from(value(*letter)))
            << (6 * (4 - four.len()));
        bits.to_be_bytes()[1..four.len()].to_vec()
    };
    letters.chunks(4).flat_map(four).collect()
}

/// Counts what is in the page when the browser prints it, by whichever way.
const COUNT_PRINTED: &str = "(globalThis.printed = 0, addEventListener('beforeprint', () => {
    globalThis.printed = document.querySelectorAll('article ruby').length; }), 1)";

#[tokio::test(flavor = "multi_thread")]
async fn all_of_a_long_article_is_printed() -> Test {
    let site = Site::start()?;
    let text = long(101_000)?;
    let han = text.chars().filter(|letter| is_han(*letter)).count();
    let browser = reading(&site, &text).await?;
    let shown = browser.number("document.querySelectorAll('article ruby').length").await?;
    ensure!(shown < 60_000, "all {shown} characters are in the page: nothing is tested");
    browser.number(COUNT_PRINTED).await?;
    // As the browser says it before it prints (what it prints then, the next test sees): to set three
    // hundred pages takes it minutes.
    browser.number("(dispatchEvent(new Event('beforeprint')), 1)").await?;
    let printed = browser.number("printed").await?;
    ensure!(printed as usize == han, "{printed} of {han} characters were there to be printed");
    browser.number("(dispatchEvent(new Event('afterprint')), 1)").await?;
    // And the page is as light again as it was.
    let light = "document.querySelectorAll('article ruby').length < 60000";
    browser.until("the far sections to go", light).await?;
    browser.expect_no_offence().await?;
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn paper_has_a_title_and_columns() -> Test {
    let site = Site::start()?;
    let text = article("modern.txt")?;
    let browser = reading(&site, &text).await?;
    browser.click("details.out > summary").await?;
    browser.picture("out-menu").await?;
    browser.click("details.out label:has([name=columns][value='2'])").await?;
    browser.click("details.out label:has([name=margins][value=narrow])").await?;
    ensure!(browser.text("document.querySelector('.reading').dataset.columns").await? == "2");
    browser.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" })).await?;
    let style = |selector: &str, property: &str| {
        format!("getComputedStyle(document.querySelector({selector:?})).{property}")
    };
    ensure!(browser.text(&style("article", "columnCount")).await? == "2");
    ensure!(browser.text(&style(".bar", "display")).await? == "none");
    ensure!(browser.text(&style("article", "color")).await? == "rgb(0, 0, 0)");
    // It begins with its title; that does not stand there twice.
    ensure!(browser.value("document.querySelector('.paper-title')").await? == Value::Null);
    ensure!(
        browser.text("document.querySelector('.paper-about').innerText").await?.contains("臺羅")
    );
    browser.devtools("Emulation.setEmulatedMedia", json!({ "media": "" })).await?;
    browser.number(COUNT_PRINTED).await?;
    ensure!(pdf(&browser, "out-columns", "").await? >= 1, "nothing was printed");
    let han = text.chars().filter(|letter| is_han(*letter)).count();
    ensure!(browser.number("printed").await? as usize == han, "the page was not filled for print");

    // What was chosen is there next time.
    browser.driver.refresh().await?;
    browser.until_complete(&text).await?;
    ensure!(browser.text("document.querySelector('.reading').dataset.columns").await? == "2");
    ensure!(browser.text("document.querySelector('.reading').dataset.margins").await? == "narrow");

    // The button fills the page and prints.
    browser.number("(globalThis.asked = 0, print = () => { globalThis.asked += 1; dispatchEvent(new Event('afterprint')); }, 1)").await?;
    press(&browser, "[data-out=print]").await?;
    browser.until("the browser's own dialogue", "asked === 1").await?;
    browser.expect_no_offence().await?;
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn other_programs_are_offered_where_there_are_any() -> Test {
    let site = Site::start()?;
    let browser = reading(&site, TEXT).await?;
    let has = browser.value("'share' in navigator").await?;
    ensure!(browser.value("!!document.querySelector('[data-out=share-text]')").await? == has);
    browser
        .before_every_page(
            "navigator.share = async data => { globalThis.shared = { ...data,
                 files: data.files?.map(file => [file.name, file.type]) }; };
             navigator.canShare = () => true;",
        )
        .await?;
    browser.driver.refresh().await?;
    browser.until_complete(TEXT).await?;
    press(&browser, "[data-out=share-text]").await?;
    browser.until("what is shared", "globalThis.shared?.text").await?;
    ensure!(browser.text("shared.text").await? == TEXT);
    ensure!(browser.text("shared.title").await? == "台語的冊");
    press(&browser, "[data-out=share-file]").await?;
    browser.until("the file that is shared", "globalThis.shared?.files").await?;
    ensure!(browser.value("shared.files").await? == json!([["台語的冊.html", "text/html"]]));

    // By keyboard alone: the menu opens, closes, and gives the focus back.
    browser.number("(document.querySelector('details.out > summary').focus(), 1)").await?;
    browser.driver.active_element().await?.send_keys(Key::Enter + "").await?;
    browser.until("the menu", "document.querySelector('details.out').open").await?;
    browser.driver.active_element().await?.send_keys(Key::Tab + "").await?;
    ensure!(browser.text("document.activeElement.dataset.form").await? == "characters");
    browser.driver.active_element().await?.send_keys(Key::Escape + "").await?;
    browser.until("the menu to close", "!document.querySelector('details.out').open").await?;
    ensure!(
        browser.value("document.activeElement.matches('details.out > summary')").await?
            == json!(true)
    );
    browser.expect_no_offence().await?;
    browser.quit().await
}
