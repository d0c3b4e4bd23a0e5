//! How the pages look: at the widths of a phone and a desk, in light and dark.

use anyhow::{Result, ensure};
use thakim_e2e::{Browser, INPUT, Profile, Site, article};

#[tokio::test(flavor = "multi_thread")]
async fn the_pages_fit_every_window() -> Result<()> {
    let site = Site::start()?;
    let text = article("modern.txt")? + article("classical.txt")?.as_str();
    let browser = Browser::start(&Profile::new()?).await?;
    for (width, height, dark) in [
        (390, 844, false),
        (390, 844, true),
        (1280, 900, false),
        (1280, 900, true),
        (320, 640, false),
    ] {
        browser.look_as(width, height, dark).await?;
        let theme = if dark { "dark" } else { "light" };
        browser.open(&site.url(INPUT)).await?;
        browser.until("the form", "document.querySelector('body > .write textarea')").await?;
        browser.expect_no_sideways_scrolling().await?;
        browser.picture(&format!("input-{width}-{theme}")).await?;
        browser.annotate(&text).await?;
        browser.expect_annotated(&text).await?;
        browser.expect_no_sideways_scrolling().await?;
        browser.picture(&format!("pronunciation-{width}-{theme}")).await?;
        browser.click("details.choices > summary").await?;
        browser.expect_no_sideways_scrolling().await?;
        browser.picture(&format!("choices-{width}-{theme}")).await?;
        browser.click("details.choices > summary").await?;
        browser.click("#check-button").await?;
        browser.until("the list", "document.querySelector('.check li button')").await?;
        browser.expect_no_sideways_scrolling().await?;
        browser.picture(&format!("list-{width}-{theme}")).await?;
        if width > 600 {
            // What opens beside the list is not covered by it.
            browser.choose("readings", "colloquial").await?;
            browser.choose("readings", "auto").await?;
            browser.expect_annotated(&text).await?;
        }
        // Pressed by script: the driver would scroll the page to reach what stands fixed in it.
        browser.number("(document.querySelector('.check .close').click(), 1)").await?;
        browser.number("(document.querySelectorAll('.w.uncertain')[6].click(), 1)").await?;
        browser.until("the panel", "document.querySelector('.reasons .sources')").await?;
        browser.expect_no_sideways_scrolling().await?;
        browser.picture(&format!("panel-{width}-{theme}")).await?;
        for page in ["help", "about"] {
            browser.open(&site.url(&format!("/{page}/"))).await?;
            browser.until("the page", "document.querySelector('body > :not(#boot) h1')").await?;
            browser.expect_no_sideways_scrolling().await?;
            browser.picture(&format!("{page}-{width}-{theme}")).await?;
        }
        let paper =
            browser.text("getComputedStyle(document.documentElement).backgroundColor").await?;
        let expected = if dark { "rgb(23, 21, 19)" } else { "rgb(251, 248, 242)" };
        ensure!(paper == expected, "the paper is {paper}");
    }
    browser.expect_no_offence().await?;
    browser.quit().await
}
