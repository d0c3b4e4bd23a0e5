//! The copy that is kept for offline use: verified, whole, and mended.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use thakim_e2e::{Browser, INPUT, Profile, Site};

type Test = Result<()>;

/// How many files and how many release records are kept, as `[files, records]`.
const KEPT: &str = "(globalThis.kept = null,
    Promise.all(['thakim-content-1', 'thakim-releases-1'].map(name =>
        caches.open(name).then(cache => cache.keys()).then(keys => keys.length)))
        .then(found => { globalThis.kept = found; }), 1)";

async fn kept(browser: &Browser) -> Result<[u64; 2]> {
    browser.number(KEPT).await?;
    browser.until("the count of what is kept", "globalThis.kept").await?;
    Ok(serde_json::from_value(browser.value("globalThis.kept").await?)?)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_with_a_flipped_bit_makes_no_release() -> Test {
    let site = Site::start_spoilt(|site| {
        let dictionary: PathBuf = fs::read_dir(site.join("a"))?
            .filter_map(|entry| entry.ok().map(|entry| entry.path()))
            .find(|path| path.extension().is_some_and(|extension| extension == "dict"))
            .context("no dictionary under a/")?;
        let mut bytes = fs::read(&dictionary)?;
        bytes[1000] ^= 0x10;
        fs::write(&dictionary, bytes)?;
        for packed in ["dict.br", "dict.gz"] {
            fs::remove_file(dictionary.with_extension(packed))?;
        }
        Ok(())
    })?;
    let browser = Browser::start(&Profile::new()?).await?;
    browser.open(&site.url(INPUT)).await?;
    browser.until("the failure", "globalThis.thakimBoot?.offline.state === 'failed'").await?;
    browser.until_it_says("還不能離線使用").await?;
    ensure!(kept(&browser).await?[1] == 0, "a release counts that is not whole");
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_browser_removes_is_fetched_again() -> Test {
    let mut site = Site::start()?;
    let browser = Browser::start(&Profile::new()?).await?;
    browser.open(&site.url(INPUT)).await?;
    browser.until_ready_offline().await?;
    let [files, records] = kept(&browser).await?;
    ensure!(files > 10 && records == 1, "{files} files and {records} releases are kept");

    let remove = "(globalThis.removed = false, caches.open('thakim-content-1')
        .then(cache => cache.keys().then(keys =>
            Promise.all(keys.filter((_, index) => index % 2 === 0).map(key => cache.delete(key)))))
        .then(() => { globalThis.removed = true; }), 1)";
    browser.number(remove).await?;
    browser.until("the removal", "globalThis.removed").await?;
    ensure!(kept(&browser).await?[0] < files);

    browser.driver.refresh().await?;
    browser.until_ready_offline().await?;
    ensure!(kept(&browser).await? == [files, 1]);
    site.server.stop()?;
    browser.driver.refresh().await?;
    browser.annotate("測試").await?;
    browser.expect_annotated("測試").await?;
    browser.expect_no_offence().await?;
    browser.quit().await
}
