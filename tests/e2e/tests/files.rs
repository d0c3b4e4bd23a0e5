//! Text files that a person opens.

use std::fs;

use anyhow::{Result, ensure};
use thakim_e2e::{Browser, INPUT, Profile, Site};

#[tokio::test(flavor = "multi_thread")]
async fn text_files_are_opened_in_the_encodings_that_people_have() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let site = Site::start()?;
    let browser = Browser::start(&Profile::new()?).await?;
    browser.open(&site.url(INPUT)).await?;
    browser.until("the form", "document.querySelector('body > .write textarea')").await?;
    let utf16: Vec<u8> =
        "\u{FEFF}我愛台灣".encode_utf16().flat_map(|unit| unit.to_le_bytes()).collect();
    for (name, bytes, expected) in [
        ("utf8.txt", "我愛台灣\n測試".as_bytes().to_vec(), "我愛台灣\n測試"),
        ("bom.txt", "\u{FEFF}我愛台灣".as_bytes().to_vec(), "我愛台灣"),
        ("utf16.txt", utf16, "我愛台灣"),
        ("big5.txt", b"\xA7\xDA\xB7R\xA5x\xC6W".to_vec(), "我愛台灣"),
    ] {
        let file = folder.path().join(name);
        fs::write(&file, bytes)?;
        browser.find("input[type=file]").await?.send_keys(file.display().to_string()).await?;
        browser.until_it_says(name).await?;
        let text = browser.text("document.querySelector('body > .write textarea').value").await?;
        ensure!(text == expected, "{name} was read as {text:?}");
    }

    // What is no text is refused, and the text before it stays.
    let file = folder.path().join("picture.txt");
    fs::write(&file, [0x89, b'P', b'N', b'G', 0, 0, 0, 13, 0, 1])?;
    browser.find("input[type=file]").await?.send_keys(file.display().to_string()).await?;
    browser.until_it_says("這不是純文字檔").await?;
    ensure!(
        browser.text("document.querySelector('body > .write textarea').value").await? == "我愛台灣"
    );
    browser.expect_no_offence().await?;
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_text_file_can_be_dropped() -> Result<()> {
    let site = Site::start()?;
    let browser = Browser::start(&Profile::new()?).await?;
    browser.open(&site.url(INPUT)).await?;
    browser.until("the form", "document.querySelector('body > .write textarea')").await?;
    let drop = "(() => {
        const files = new DataTransfer();
        files.items.add(new File(['我愛台灣。\\n測試'], 'dropped.txt', { type: 'text/plain' }));
        const area = document.querySelector('body > .write textarea');
        const event = { bubbles: true, cancelable: true, dataTransfer: files };
        const over = new DragEvent('dragover', event);
        area.dispatchEvent(over);
        area.dispatchEvent(new DragEvent('drop', event));
        return over.defaultPrevented ? 1 : 0;
    })()";
    ensure!(browser.number(drop).await? == 1, "the page does not take what is dragged over it");
    browser.until_it_says("dropped.txt").await?;
    let text = browser.text("document.querySelector('body > .write textarea').value").await?;
    ensure!(text == "我愛台灣。\n測試", "it was read as {text:?}");
    browser.expect_no_offence().await?;
    browser.quit().await
}
