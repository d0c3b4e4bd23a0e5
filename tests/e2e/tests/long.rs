//! Very long texts: they stream, can be stopped, and never hold the page up.

use anyhow::{Result, ensure};
use thakim_document::is_han;
use thakim_e2e::{Browser, INPUT, Profile, Site, article};

/// Three million characters in paragraphs, as a shelf of books would have.
fn shelf() -> Result<String> {
    let unit = article("classical.txt")? + article("modern.txt")?.as_str();
    let times = 3_000_000 / unit.chars().count() + 1;
    Ok(unit.repeat(times))
}

/// The number of characters that the page has counted so far.
const COUNTED: &str =
    "Number(document.querySelector('.han-count').textContent.replaceAll(/[^0-9]/g, ''))";

#[tokio::test(flavor = "multi_thread")]
async fn three_million_characters_stream_and_can_be_stopped() -> Result<()> {
    let text = shelf()?;
    let han = text.chars().filter(|letter| is_han(*letter)).count();
    let site = Site::start()?;
    let browser = Browser::start(&Profile::new()?).await?;
    browser.open(&site.url(INPUT)).await?;
    browser.annotate(&text).await?;

    // The first of it can be read and scrolled while the rest is still coming, and stopped.
    browser
        .until("the first readings", "document.querySelectorAll('article rt').length > 500")
        .await?;
    browser.number("(scrollTo(0, 3000), 1)").await?;
    browser.until("a stop button", "document.querySelector('.now button')").await?;
    browser.click(".now button").await?;
    browser.until_it_says("已經停下來").await?;
    browser.picture("stopped").await?;
    let counted = browser.number(COUNTED).await?;
    ensure!(counted < han as u64, "it was stopped too late to tell");

    // Again, to the end.
    browser.click(".outcome button").await?;
    browser.until("all of it", &format!("{COUNTED} === {han}")).await?;
    let shown = browser.number("document.querySelectorAll('article ruby').length").await?;
    ensure!(shown > 500 && shown < 200_000, "{shown} characters are in the page at once");

    // Its end is there as well.
    browser.number("(scrollTo(0, document.documentElement.scrollHeight), 1)").await?;
    let end = "[...document.querySelectorAll('article p.para')].some(line =>
        line.textContent.includes('test@example.com') &&
        line.getBoundingClientRect().top < innerHeight &&
        line.getBoundingClientRect().bottom > 0)";
    browser.until("the last paragraph", end).await?;
    browser.expect_no_offence().await?;
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_newest_article_wins() -> Result<()> {
    let site = Site::start()?;
    let browser = Browser::start(&Profile::new()?).await?;
    browser.open(&site.url(INPUT)).await?;
    browser.annotate(&shelf()?).await?;
    browser.until("the first readings", "document.querySelector('article rt')").await?;
    browser.click("a.back").await?;
    browser.until("the form", "document.querySelector('body > .write textarea')").await?;
    browser.annotate("測試").await?;
    browser.expect_annotated("測試").await?;
    browser.until_it_says("2 字").await?;
    browser.quit().await
}
