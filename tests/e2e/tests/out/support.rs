//! What the tests of leaving share.

use anyhow::Result;
use serde_json::json;
use thakim_e2e::{Browser, INPUT, Profile, Site, article};
use thirtyfour::prelude::*;

pub(crate) type Test = Result<()>;

pub(crate) const TEXT: &str = "台語的冊\n\n我愛台灣。\n  <b>&amp; 行\u{3000}去？\n𪛖好無";

/// A browser that shows an article annotated, and may read its clipboard.
pub(crate) async fn reading(site: &Site, text: &str) -> Result<Browser> {
    let browser = Browser::start(&Profile::new()?).await?;
    let permissions = json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"], "origin": site.url("") });
    browser.devtools("Browser.grantPermissions", permissions).await?;
    browser.open(&site.url(INPUT)).await?;
    browser.annotate(text).await?;
    browser.until_complete(text).await?;
    Ok(browser)
}

/// Opens the menu if it is not open, and presses one of its buttons.
pub(crate) async fn press(browser: &Browser, button: &str) -> Test {
    let open = browser.value("document.querySelector('details.out').open").await?;
    if open != json!(true) {
        browser.click("details.out > summary").await?;
    }
    browser.click(&format!("details.out {button}")).await
}

/// What the clipboard holds as plain text, and as rich text.
pub(crate) async fn clipboard(browser: &Browser) -> Result<(String, Option<String>)> {
    let read = "navigator.clipboard.read().then(async ([item]) => [
        await (await item.getType('text/plain')).text(),
        item.types.includes('text/html') ? await (await item.getType('text/html')).text() : null])";
    Ok(serde_json::from_value(browser.awaited(read).await?)?)
}

pub(crate) async fn told(browser: &Browser, words: &str) -> Test {
    let said = format!("document.querySelector('.out-told')?.textContent.includes({words:?})");
    browser.until(words, &said).await
}

/// Copies with the keys.
pub(crate) async fn copy_by_keys(browser: &Browser) -> Test {
    let body = browser.find("body").await?;
    Ok(body.send_keys(Key::Control + "c").await?)
}

/// Selects from the `from`-th to before the `to`-th base character of the article, in the page's own way.
pub(crate) async fn select(browser: &Browser, from: usize, to: usize) -> Test {
    let select = format!(
        "(() => {{
            const places = [];
            const walker = document.createTreeWalker(document.querySelector('article'), NodeFilter.SHOW_TEXT);
            while (walker.nextNode()) {{
                const node = walker.currentNode;
                if (node.parentElement.closest('rt, rp, .said, button')) continue;
                for (let at = 0; at < node.data.length; at++) places.push([node, at]);
            }}
            const range = document.createRange();
            range.setStart(...places[{from}]);
            range.setEnd(places[{to} - 1][0], places[{to} - 1][1] + 1);
            getSelection().removeAllRanges();
            getSelection().addRange(range);
            return 1;
        }})()"
    );
    browser.number(&select).await.map(drop)
}

/// An article of so many characters and more.
pub(crate) fn long(chars: usize) -> Result<String> {
    let unit = article("classical.txt")? + article("modern.txt")?.as_str();
    Ok(unit.repeat(chars / unit.chars().count() + 1))
}

/// Has 行 read otherwise; gives the word as it stands there then.
pub(crate) async fn correct_something(browser: &Browser) -> Result<String> {
    let word = "[...document.querySelectorAll('article .w')].find(word =>
        word.querySelectorAll('ruby').length === 1 && word.textContent.startsWith('行'))";
    browser.number(&format!("({word}.querySelector('ruby').click(), 1)")).await?;
    let other = ".why .candidates button[aria-pressed=false]";
    browser.until("another reading", &format!("document.querySelector({other:?})")).await?;
    // It may lie under what stays at the foot of the panel.
    browser.number(&format!("(document.querySelector({other:?}).click(), 1)")).await?;
    browser.until("a correction", "document.querySelector('article .w.corrected')").await?;
    let corrected = "document.querySelector('article .w.corrected').innerText";
    let corrected = browser.text(corrected).await?;
    browser.driver.active_element().await?.send_keys(Key::Escape + "").await?;
    Ok(corrected)
}
