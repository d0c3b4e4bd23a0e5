//! The clipboard: every form, selections, and what is refused.

use anyhow::{Context, ensure};
use thakim_document::is_han;
use thakim_e2e::Site;
use thirtyfour::prelude::*;

use crate::support::{TEXT, Test, clipboard, copy_by_keys, long, press, reading, select, told};

#[tokio::test(flavor = "multi_thread")]
async fn every_form_reaches_the_clipboard() -> Test {
    let site = Site::start()?;
    let browser = reading(&site, TEXT).await?;
    for (form, expected) in [
        ("characters", TEXT),
        ("inline", "\n\n我(guá)愛(ài)台(Tâi)灣(uân)。\n"),
        ("readings", "\n\nguá ài Tâi-uân。\n"),
        ("two-lines", "\nguá ài Tâi-uân。\n我  愛 台灣   。\n"),
        ("markdown", "<ruby>我<rp>(</rp><rt>guá</rt><rp>)</rp></ruby>"),
        ("html", "<ruby>我<rp>(</rp><rt lang=\"nan-Latn-tailo\">guá</rt><rp>)</rp></ruby>"),
    ] {
        browser.awaited("navigator.clipboard.writeText('nothing')").await?;
        press(&browser, &format!("[data-form={form}]")).await?;
        let copied = "(async () => { while (await navigator.clipboard.readText() === 'nothing')
            await new Promise(requestAnimationFrame); })()";
        browser.awaited(copied).await?;
        told(&browser, "已經複製").await?;
        let (text, html) = clipboard(&browser).await?;
        ensure!(text.contains(expected), "{form}: {text:?}");
        ensure!(text.len() == TEXT.len() || form != "characters", "{form}: {text:?}");
        ensure!(html.is_some() == (form == "html"), "{form}: {html:?}");
        if let Some(html) = html {
            ensure!(html.contains(expected) && html.contains("&lt;b&gt;"), "{html}");
            ensure!(!html.contains("<b>"), "markup of the text is markup: {html}");
        }
    }
    browser.expect_no_offence().await?;
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_selection_is_copied_as_it_is_in_the_text() -> Test {
    let site = Site::start()?;
    let browser = reading(&site, TEXT).await?;
    let whole: Vec<char> = TEXT.chars().filter(|letter| *letter != '\n').collect();
    let index =
        |letter: char| whole.iter().position(|one| *one == letter).context("no such character");

    // Within a word, and over lines.
    for (from, to, expected) in [
        (index('灣')?, index('灣')? + 1, "灣"),
        (1, 3, "語的"),
        (2, index('愛')? + 1, "的冊\n\n我愛"),
        (index('。')?, index('去')? + 1, "。\n  <b>&amp; 行\u{3000}去"),
    ] {
        // Beyond the basic plane one character is two places.
        select(&browser, from, to).await?;
        copy_by_keys(&browser).await?;
        let (text, html) = clipboard(&browser).await?;
        ensure!(text == expected, "{text:?}, expected {expected:?}");
        let html = html.context("no rich text")?;
        let is_word = !expected.contains('\n');
        ensure!(html.contains("<rt") && html.contains("<p") != is_word, "{html}");
    }

    // In the form that was last chosen, with the tones that the syllables have in the whole.
    press(&browser, "[data-form=inline]").await?;
    told(&browser, "已經複製").await?;
    select(&browser, index('灣')?, index('灣')? + 2).await?;
    copy_by_keys(&browser).await?;
    ensure!(clipboard(&browser).await?.0 == "灣(uân)。");

    // What is selected elsewhere is the browser's own business.
    press(&browser, "[data-form=characters]").await?;
    let foot = "(getSelection().selectAllChildren(document.querySelector('.han-count')), 1)";
    browser.number(foot).await?;
    copy_by_keys(&browser).await?;
    let (text, _) = clipboard(&browser).await?;
    ensure!(text.contains("字"), "{text:?}");
    browser.expect_no_offence().await?;
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn selecting_everything_copies_all_of_a_long_article() -> Test {
    let site = Site::start()?;
    let text = long(120_000)?;
    let browser = reading(&site, &text).await?;
    let shown = browser.number("document.querySelectorAll('article ruby').length").await?;
    ensure!(shown < 60_000, "all {shown} characters are in the page: nothing is tested");
    browser.find("body").await?.send_keys(Key::Control + "a").await?;
    copy_by_keys(&browser).await?;
    let (copied, html) = clipboard(&browser).await?;
    ensure!(copied == text, "{} of {} bytes were copied", copied.len(), text.len());
    let han = text.chars().filter(|letter| is_han(*letter)).count();
    let rich = html.context("no rich text")?.matches("<ruby>").count();
    ensure!(rich > han * 9 / 10, "{rich} of {han} characters have readings");
    browser.expect_no_offence().await?;
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_clipboard_refuses_is_there_to_be_copied_by_hand() -> Test {
    let site = Site::start()?;
    let browser = reading(&site, TEXT).await?;
    let refuse = "(navigator.clipboard.write = navigator.clipboard.writeText = () =>
        Promise.reject(new DOMException('', 'NotAllowedError')), document.execCommand = () => false, 1)";
    browser.number(refuse).await?;
    press(&browser, "[data-form=inline]").await?;
    let selected = "(area => area && document.activeElement === area && area.selectionEnd > 0 &&
        area.value.slice(area.selectionStart, area.selectionEnd))(document.querySelector('.by-hand textarea'))";
    browser.until("the text to be copied", selected).await?;
    ensure!(browser.text(selected).await?.contains("愛(ài)"));
    browser.picture("out-by-hand").await?;
    browser.driver.active_element().await?.send_keys(Key::Escape + "").await?;
    browser.until("the page", "!document.querySelector('.by-hand').open").await?;
    browser.quit().await
}
