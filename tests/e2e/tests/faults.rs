//! What goes wrong on the way is said in a sentence that names the cure; nothing typed is lost.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use thakim_e2e::{Browser, INPUT, Profile, Site};

type Test = Result<()>;

/// The built file under `/a/` whose name begins and ends so; the first of them by name.
fn asset(site: &Path, begin: &str, end: &str) -> Result<PathBuf> {
    fs::read_dir(site.join("a"))?
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            name.starts_with(begin) && name.ends_with(end)
        })
        .min()
        .with_context(|| format!("no {begin}…{end} under a/"))
}

/// Removes the precompressed forms, so that the file itself is what a browser gets.
fn only_plain(path: &Path) -> Result<()> {
    for ending in ["br", "gz"] {
        let packed = PathBuf::from(format!("{}.{ending}", path.display()));
        if packed.exists() {
            fs::remove_file(packed)?;
        }
    }
    Ok(())
}

fn dictionary(site: &Path) -> Result<PathBuf> {
    asset(site, "thakim-", ".dict")
}

fn flip_a_byte(path: &Path) -> Result<()> {
    only_plain(path)?;
    let mut bytes = fs::read(path)?;
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    Ok(fs::write(path, bytes)?)
}

fn cut_off(path: &Path) -> Result<()> {
    only_plain(path)?;
    let bytes = fs::read(path)?;
    Ok(fs::write(path, &bytes[..bytes.len() / 2])?)
}

fn remove(path: &Path) -> Result<()> {
    only_plain(path)?;
    Ok(fs::remove_file(path)?)
}

/// Opens the form of a spoilt site, types, and waits for the sentence.
async fn check(spoil: impl FnOnce(&Path) -> Result<()>, sentence: &str) -> Test {
    let site = Site::start_spoilt(spoil)?;
    let browser = Browser::start(&Profile::new()?).await?;
    browser.open(&site.url(INPUT)).await?;
    browser.until("the form", "document.querySelector('body > .write textarea')").await?;
    browser.paste("textarea", "今仔日天氣真好。").await?;
    browser.until_it_says(sentence).await?;
    browser.until_it_says("文章還在").await?;
    browser.picture(&format!("fault-{sentence}")).await?;
    ensure!(
        browser.text("document.querySelector('body > .write textarea').value").await?
            == "今仔日天氣真好。"
    );
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dictionary_that_is_gone() -> Test {
    check(|site| remove(&dictionary(site)?), "找不到這一版的字典").await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dictionary_with_a_flipped_bit() -> Test {
    check(|site| flip_a_byte(&dictionary(site)?), "下載的字典和這一版不符").await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dictionary_that_is_cut_off() -> Test {
    check(|site| cut_off(&dictionary(site)?), "字典下載到一半斷線").await
}

#[tokio::test(flavor = "multi_thread")]
async fn an_engine_that_is_gone() -> Test {
    check(|site| remove(&asset(site, "engine-", ".wasm")?), "標音引擎沒辦法啟動").await
}

#[tokio::test(flavor = "multi_thread")]
async fn trying_again_helps_when_the_cause_is_gone() -> Test {
    let site = Site::start_spoilt(|site| cut_off(&dictionary(site)?))?;
    let browser = Browser::start(&Profile::new()?).await?;
    browser.open(&site.url(INPUT)).await?;
    browser.until("the form", "document.querySelector('body > .write textarea')").await?;
    browser.until_it_says("字典下載到一半斷線").await?;

    let good = Site::start()?;
    let served = dictionary(&site.server.site())?;
    fs::copy(dictionary(&good.server.site())?, &served)?;
    browser.click(".status button").await?;
    browser.annotate("測試").await?;
    browser.expect_annotated("測試").await?;
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_browser_without_webassembly() -> Test {
    let site = Site::start()?;
    let browser = Browser::start(&Profile::new()?).await?;
    browser.before_every_page("delete globalThis.WebAssembly;").await?;
    browser.open(&site.url(INPUT)).await?;
    browser.until_it_says("WebAssembly").await?;
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_whose_program_is_damaged() -> Test {
    let site = Site::start_spoilt(|site| flip_a_byte(&asset(site, "page-", ".wasm")?))?;
    let browser = Browser::start(&Profile::new()?).await?;
    browser.open(&site.url(INPUT)).await?;
    browser.until_it_says("再試").await?;
    browser.quit().await
}
