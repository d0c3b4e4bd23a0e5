//! The one file that opens anywhere, and here again.

use anyhow::{Context, Result, bail, ensure};
use serde_json::json;
use std::fs;
use std::path::{Path, PathBuf};
use thakim_e2e::{Browser, INPUT, PRONUNCIATION, Profile, Site};

use crate::support::{TEXT, Test, correct_something, press, reading, told};

async fn download_into(browser: &Browser, folder: &Path) -> Test {
    let behaviour = json!({ "behavior": "allow", "downloadPath": folder, "eventsEnabled": false });
    browser.devtools("Browser.setDownloadBehavior", behaviour).await.map(drop)
}

/// The file that the browser has put there.
async fn downloaded(browser: &Browser, folder: &Path) -> Result<PathBuf> {
    for _ in 0..600 {
        let files: Vec<PathBuf> =
            fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<Result<_>>()?;
        if let Some(file) =
            files.into_iter().find(|file| file.extension().is_some_and(|kind| kind == "html"))
        {
            return Ok(file);
        }
        // The page's own clock paces this, as everywhere.
        browser.awaited("new Promise(done => setTimeout(done, 50))").await?;
    }
    bail!("nothing was downloaded")
}

#[tokio::test(flavor = "multi_thread")]
async fn the_file_opens_anywhere_and_here_again() -> Test {
    let folder = tempfile::tempdir()?;
    let site = Site::start()?;
    let text = format!("行路\r\n\r\n{TEXT}\n</script><script>document.title = 'evil'</script>\n");
    let pasted = text.replace("\r\n", "\n");
    let browser = reading(&site, &text).await?;
    let corrected = correct_something(&browser).await?;
    download_into(&browser, folder.path()).await?;
    press(&browser, "[data-out=save-file]").await?;
    told(&browser, "已經存成").await?;
    let file = downloaded(&browser, folder.path()).await?;
    ensure!(file.file_name().is_some_and(|name| name == "行路.html"), "{}", file.display());
    browser.expect_no_offence().await?;

    // From the disk, with no server at all.
    let address = format!("file://{}", file.display());
    browser.open(&address).await?;
    browser
        .until(
            "its script",
            "document.querySelector('nav') && !document.querySelector('nav').hidden",
        )
        .await?;
    ensure!(browser.text("document.title").await? == "行路");
    let readings =
        "[...document.querySelectorAll('article rt')].map(rt => rt.textContent).join(' ')";
    ensure!(browser.text(readings).await?.contains("guá ài Tâi uân"));
    let shown = browser.text("document.querySelector('article').textContent").await?;
    ensure!(shown.contains("</script><script>"), "the text is not there as text");
    for (look, width, dark) in
        [("light", 1280, false), ("dark", 1280, true), ("light", 390, false), ("dark", 390, true)]
    {
        browser.look_as(width, 844, dark).await?;
        browser.expect_no_sideways_scrolling().await?;
        browser.picture(&format!("out-file-{width}-{look}")).await?;
    }
    let poj = "document.querySelector('#notation option:nth-of-type(2)').textContent";
    ensure!(browser.text(poj).await?.contains("白話字"));
    let choose = |value: &str| {
        format!(
            "(select => {{ select.value = {value:?}; select.dispatchEvent(new Event('change')); return 1; }})(document.querySelector('#notation'))"
        )
    };
    browser.number(&choose("1")).await?;
    ensure!(browser.text(readings).await?.contains("góa ài Tâi oân"));
    browser.number(&choose("-1")).await?;
    ensure!(
        browser.text("getComputedStyle(document.querySelector('rt')).display").await? == "none"
    );
    browser.number(&choose("0")).await?;
    ensure!(
        browser.text("getComputedStyle(document.querySelector('rt')).display").await? != "none"
    );
    let asked = "performance.getEntriesByType('resource').filter(one => !one.name.startsWith('data:')).length";
    ensure!(browser.number(asked).await? == 0, "the file asked for something");
    browser.number("document.fonts.load('16px \"Thakim Reading\"').length ?? 0").await?;
    browser.expect_no_offence().await?;

    // Without scripts it shows what was chosen.
    browser.devtools("Emulation.setScriptExecutionDisabled", json!({ "value": true })).await?;
    browser.open(&address).await?;
    browser.devtools("Emulation.setScriptExecutionDisabled", json!({ "value": false })).await?;
    ensure!(browser.text(readings).await?.contains("guá ài Tâi uân"));
    ensure!(browser.value("document.querySelector('nav').hidden").await? == json!(true));

    // Here again, in a browser that has never been here, after another program has had it.
    let html = fs::read_to_string(&file)?;
    let grown = format!(
        "<!-- saved by another program -->\n{}",
        html.replace("<body>", "<body class=\"x\"><p>More</p>")
    );
    let again = folder.path().join("again.html");
    fs::write(&again, grown)?;
    let other = Browser::start(&Profile::new()?).await?;
    other.open(&site.url(INPUT)).await?;
    other.until("the form", "document.querySelector('body > .write textarea')").await?;
    other.find("input[type=file]").await?.send_keys(again.display().to_string()).await?;
    other.until("the article", &format!("location.pathname === '{PRONUNCIATION}'")).await?;
    other.until_complete(&pasted).await?;
    other.until("the correction", "document.querySelector('article .w.corrected')").await?;
    ensure!(
        other.text("document.querySelector('article .w.corrected').innerText").await? == corrected
    );
    other.click("a.back").await?;
    other.expect_draft(&pasted).await?;

    // A damaged one says so, and what stands there stays.
    for (name, html) in [
        ("cut.html", html[..html.find("\"text\"").context("the block")? + 40].to_owned()),
        ("changed.html", html.replace("我愛台灣", "我愛臺灣")),
        ("newer.html", html.replacen("\"version\":1", "\"version\":7", 1)),
    ] {
        let file = folder.path().join(name);
        fs::write(&file, html)?;
        other.find("input[type=file]").await?.send_keys(file.display().to_string()).await?;
        let words = if name == "newer.html" {
            "比較新的「讀音」存的"
        } else {
            "缺了一塊或被改過"
        };
        other.until_it_says(words).await?;
        other.expect_draft(&pasted).await?;
    }
    other.expect_no_offence().await?;
    other.quit().await?;
    browser.quit().await
}
