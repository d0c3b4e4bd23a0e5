//! The page in three languages: which one it begins with, how another is chosen, what that leaves alone.

use anyhow::{Result, ensure};
use serde_json::json;
use thakim_e2e::{Browser, INPUT, PRONUNCIATION, Profile, Site};

type Test = Result<()>;

const TEXT: &str = "行行重行行，與君生別離。\n我愛去銀行\u{2A6D6}行路。\n";

/// Has the browser's person read these languages, from the next page on.
async fn read(browser: &Browser, languages: &[&str]) -> Test {
    let languages = serde_json::to_string(languages)?;
    let script = format!(
        "Object.defineProperty(navigator, 'languages', {{ get: () => Object.freeze({languages}) }});"
    );
    browser.before_every_page(&script).await
}

/// Waits until the page is in a language: the document says so, and the button that submits does.
async fn until_in(browser: &Browser, tag: &str, annotate: &str) -> Test {
    let said = format!(
        "document.documentElement.lang === {tag:?} &&
         document.querySelector('button[type=submit]')?.textContent === {annotate:?}"
    );
    browser.until(&format!("the page in {tag}"), &said).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_first_visit_is_in_the_persons_language() -> Test {
    let site = Site::start()?;
    for (languages, tag, annotate) in [
        (&["en-GB", "zh-TW"][..], "en", "Annotate"),
        (&["nan-Hant-TW", "zh-TW"], "nan-Hant-TW", "標音"),
        (&["ja", "zh-CN"], "zh-Hant-TW", "標音"),
        (&["fr"], "en", "Annotate"),
    ] {
        let browser = Browser::start(&Profile::new()?).await?;
        read(&browser, languages).await?;
        browser.open(&site.url(INPUT)).await?;
        until_in(&browser, tag, annotate).await?;
        let pressed = "document.querySelector('.languages [aria-pressed=true]').lang";
        ensure!(browser.text(pressed).await? == tag);
        browser.expect_no_offence().await?;
        browser.quit().await?;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn another_language_is_chosen_and_kept_and_nothing_typed_is_lost() -> Test {
    let site = Site::start()?;
    let browser = Browser::start(&Profile::new()?).await?;
    browser.open(&site.url(INPUT)).await?;
    until_in(&browser, "zh-Hant-TW", "標音").await?;
    browser.write(TEXT).await?;
    browser.click(".foot [data-language=en]").await?;
    until_in(&browser, "en", "Annotate").await?;
    browser.expect_draft(TEXT).await?;
    browser.until("the title", "document.title.startsWith('Paste an article')").await?;
    // The focus is where the person was.
    browser.until("the focus", "document.activeElement.dataset.language === 'en'").await?;

    browser.driver.refresh().await?;
    until_in(&browser, "en", "Annotate").await?;
    browser.expect_draft(TEXT).await?;

    // The article stays what it is: Hokkien, and read as before.
    browser.click("button[type=submit]").await?;
    browser.until("the article", &format!("location.pathname === '{PRONUNCIATION}'")).await?;
    browser.expect_annotated(TEXT).await?;
    ensure!(browser.text("document.querySelector('article').lang").await? == "nan-Hant-TW");
    browser.until_it_says("18 characters").await?;
    browser.click("details.choices > summary").await?;
    browser.click(".choices [data-language=nan-Hant-TW]").await?;
    browser.until("台語", "document.documentElement.lang === 'nan-Hant-TW'").await?;
    browser.expect_annotated(TEXT).await?;
    browser.until_it_says("無讀音 1").await?;
    browser.until("the focus", "document.activeElement.matches('.choices summary')").await?;
    browser.expect_no_offence().await?;
    browser.quit().await
}

/// In no language does the page show the key of a sentence, or a Chinese one where it speaks English.
#[tokio::test(flavor = "multi_thread")]
async fn no_page_is_half_in_another_language() -> Test {
    let site = Site::start()?;
    let browser = Browser::start(&Profile::new()?).await?;
    read(&browser, &["en"]).await?;
    for path in [INPUT, "/articles/", "/dictionary/", "/help/", "/about/"] {
        browser.open(&site.url(path)).await?;
        browser.until("the page", "document.querySelector('body > .sheet > .foot')").await?;
        let shown = browser.value(SHOWN).await?;
        ensure!(shown == json!([]), "{path} says {shown}");
    }
    browser.quit().await
}

/// What is written on the page that is a key, or that has a sentence's punctuation of Chinese and does not
/// say of itself that it is Hokkien.
const SHOWN: &str = "(() => {
    const words = [];
    const all = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (all.nextNode()) {
        const text = all.currentNode.data;
        if (all.currentNode.parentElement.closest('[lang]').lang.startsWith('nan')) continue;
        if (/^[a-z]+([.][a-z0-9_-]+)+$/.test(text.trim()) || /[，。：；]/.test(text)) words.push(text);
    }
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder]'))
        for (const name of ['aria-label', 'title', 'placeholder'])
            if (/[㐀-鿿]/.test(element.getAttribute(name) ?? '')) words.push(element.getAttribute(name));
    return words;
})()";
