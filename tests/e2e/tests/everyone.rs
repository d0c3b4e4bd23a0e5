//! For everyone: every page in every theme and language, by axe-core and by measure; the whole way by keys
//! alone; what a screen reader is given; windows from a small phone to a wall.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use thakim_e2e::{Browser, INPUT, PRONUNCIATION, Profile, Site, article};
use thirtyfour::{Key, TypingData};

type Test = Result<()>;

/// Several readings, literary and colloquial, a character without one, what is derived, two paragraphs.
const TEXT: &str = "行行重行行，與君生別離。\n\n我愛去銀行\u{2A6D6}行路，攏總一千兩百箍。\n";

/// The pages that are not the article's.
const PAGES: [&str; 6] = [INPUT, "/help/", "/about/", "/articles/", "/dictionary/", NOWHERE];

/// An address without a page: the server's own says so.
const NOWHERE: &str = "/nowhere/";

const LANGUAGES: [&str; 3] = ["zh-Hant-TW", "nan-Hant-TW", "en"];

/// Presses keys as a keyboard does: whatever has the focus gets them.
async fn press(browser: &Browser, key: impl Into<TypingData>) -> Test {
    Ok(browser.driver.action_chain().send_keys(key).perform().await?)
}

/// Holds one key while another is pressed.
async fn press_with(browser: &Browser, held: Key, key: Key) -> Test {
    let keys = browser.driver.action_chain().key_down(held.clone()).key_down(key.clone());
    Ok(keys.key_up(key).key_up(held).perform().await?)
}

/// Has the page speak a language from the next page on.
async fn speak(browser: &Browser, tag: &str) -> Test {
    browser.value(&format!("(localStorage.setItem('thakim.language', {tag:?}), 1)")).await?;
    Ok(())
}

async fn open(browser: &Browser, site: &Site, path: &str) -> Test {
    browser.open(&site.url(path)).await?;
    browser.until("the page", "document.querySelector('body > :not(#boot) h1')").await
}

/// A browser that shows the text annotated.
async fn reading(site: &Site, browser: &Browser) -> Test {
    browser.open(&site.url(INPUT)).await?;
    browser.annotate(TEXT).await?;
    browser.expect_annotated(TEXT).await?;
    browser.until("the end of the annotation", "!document.querySelector('.now button')").await
}

/// The buttons that open something, as selectors.
async fn openers(browser: &Browser) -> Result<Vec<String>> {
    let marked = "[...document.querySelectorAll(
            'details:not(details details) > summary, button[aria-expanded=false], button[aria-haspopup]')]
        .filter(button => button.checkVisibility() && !button.disabled)
        .map((button, at) => (button.dataset.opener = at, `[data-opener=\"${at}\"]`))";
    Ok(serde_json::from_value(browser.value(marked).await?)?)
}

async fn look(browser: &Browser, state: &str) -> Test {
    browser.expect_for_everyone(state).await?;
    browser.expect_no_sideways_scrolling().await.with_context(|| state.to_owned())
}

/// Looks at the page as it is, and with each thing on it opened in turn.
async fn look_and_open(browser: &Browser, state: &str, faults: &mut Vec<String>) -> Test {
    faults.extend(look(browser, state).await.err().map(|fault| format!("{fault:#}")));
    for opener in openers(browser).await? {
        let name = browser
            .text(&format!("document.querySelector({opener:?}).innerText || document.querySelector({opener:?}).ariaLabel || ''"))
            .await?;
        browser.value(&format!("(document.querySelector({opener:?}).click(), 1)")).await?;
        let state = format!("{state}, “{name}” open");
        faults.extend(look(browser, &state).await.err().map(|fault| format!("{fault:#}")));
        press(browser, Key::Escape + "").await?;
        let still_open = format!(
            "(button => button?.parentElement.open || button?.ariaExpanded === 'true')(document.querySelector({opener:?}))"
        );
        if browser.value(&still_open).await? == json!(true) {
            browser.value(&format!("(document.querySelector({opener:?}).click(), 1)")).await?;
        }
    }
    Ok(())
}

/// Every page and everything that opens on it, at the width of a phone, in one language and both themes.
async fn every_page(language: &str) -> Test {
    let site = Site::start()?;
    let browser = Browser::start(&Profile::new()?).await?;
    open(&browser, &site, INPUT).await?;
    speak(&browser, language).await?;
    let mut faults = Vec::new();
    for dark in [false, true] {
        browser.look_as(390, 844, dark).await?;
        let theme = if dark { "dark" } else { "light" };
        for page in PAGES {
            // The server's own page has no colours of ours, and axe-core takes every canvas for white.
            if dark && page == NOWHERE {
                continue;
            }
            open(&browser, &site, page).await?;
            look_and_open(&browser, &format!("{page} {language} {theme}"), &mut faults).await?;
        }
        reading(&site, &browser).await?;
        let state = format!("the article {language} {theme}");
        look_and_open(&browser, &state, &mut faults).await?;
        browser.value("(document.querySelector('.w.uncertain, .w').click(), 1)").await?;
        browser.until("the panel", "document.querySelector('.candidates button')").await?;
        let state = format!("{state}, a word chosen");
        faults.extend(look(&browser, &state).await.err().map(|fault| format!("{fault:#}")));
    }
    browser.quit().await?;
    ensure!(faults.is_empty(), "{}", faults.join("\n"));
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn every_page_in_mandarin() -> Test {
    every_page(LANGUAGES[0]).await
}

#[tokio::test(flavor = "multi_thread")]
async fn every_page_in_hokkien() -> Test {
    every_page(LANGUAGES[1]).await
}

#[tokio::test(flavor = "multi_thread")]
async fn every_page_in_english() -> Test {
    every_page(LANGUAGES[2]).await
}

/// From 320 CSS px, which is also what 1280 px are at 400 %, to 4K: nothing is wider than the window.
#[tokio::test(flavor = "multi_thread")]
async fn every_width_from_a_small_phone_to_a_wall() -> Test {
    let site = Site::start()?;
    let browser = Browser::start(&Profile::new()?).await?;
    let mut faults = Vec::new();
    for language in ["zh-Hant-TW", "en"] {
        open(&browser, &site, INPUT).await?;
        speak(&browser, language).await?;
        reading(&site, &browser).await?;
        let pages = PAGES.iter().copied().chain([PRONUNCIATION]);
        for page in pages {
            open(&browser, &site, page).await?;
            for (width, height) in [(320, 256), (360, 740), (600, 800), (900, 700), (3840, 2160)] {
                browser.look_as(width, height, false).await?;
                let state = format!("{page} {language} {width}");
                let mut found = vec![browser.expect_no_sideways_scrolling().await];
                for opener in openers(&browser).await? {
                    let click = format!("(document.querySelector({opener:?}).click(), 1)");
                    browser.value(&click).await?;
                    found.push(browser.expect_no_sideways_scrolling().await);
                    press(&browser, Key::Escape + "").await?;
                }
                let found = found.into_iter().filter_map(Result::err);
                faults.extend(found.map(|fault| format!("{state}: {fault:#}")));
            }
        }
    }
    browser.quit().await?;
    ensure!(faults.is_empty(), "{}", faults.join("\n"));
    Ok(())
}

/// Wherever the Tab key leads, the focus is seen; and nothing is left out.
#[tokio::test(flavor = "multi_thread")]
async fn the_focus_is_seen_wherever_it_goes() -> Test {
    let site = Site::start()?;
    let browser = Browser::start(&Profile::new()?).await?;
    for page in PAGES {
        open(&browser, &site, page).await?;
        let stops = browser.expect_focus_visible(page).await?;
        let links = browser.number("document.querySelectorAll('a[href], button').length").await?;
        ensure!(stops > 0 && links > 0, "{page} has no stop");
    }
    reading(&site, &browser).await?;
    let stops = browser.expect_focus_visible("the article").await?;
    ensure!(stops > 5, "only {stops} stops on the article's page");
    for opener in openers(&browser).await? {
        browser.value(&format!("(document.querySelector({opener:?}).click(), 1)")).await?;
        browser.expect_focus_visible(&format!("the article, {opener} open")).await?;
        press(&browser, Key::Escape + "").await?;
    }
    browser.quit().await
}

/// Whoever asks for less motion gets none.
#[tokio::test(flavor = "multi_thread")]
async fn nothing_moves_for_who_asks_for_less_motion() -> Test {
    let site = Site::start()?;
    let browser = Browser::start(&Profile::new()?).await?;
    let less = json!({ "features": [{ "name": "prefers-reduced-motion", "value": "reduce" }] });
    browser.devtools("Emulation.setEmulatedMedia", less).await?;
    let moving = "[...document.querySelectorAll('*')].filter(element => {
            const style = getComputedStyle(element);
            const long = list => list.split(',').some(time => parseFloat(time) > 0.001);
            return long(style.transitionDuration) || (style.animationName !== 'none' && long(style.animationDuration))
                || style.scrollBehavior === 'smooth';
        }).map(element => `<${element.tagName} ${element.id} ${element.className}> ${element.textContent.slice(0, 40)}`)";
    for page in PAGES {
        open(&browser, &site, page).await?;
        ensure!(
            browser.value(moving).await? == json!([]),
            "{page}: {}",
            browser.value(moving).await?
        );
    }
    reading(&site, &browser).await?;
    for opener in openers(&browser).await? {
        browser.value(&format!("(document.querySelector({opener:?}).click(), 1)")).await?;
        let found = browser.value(moving).await?;
        ensure!(found == json!([]), "{opener}: {found}");
    }
    browser.quit().await
}

/// What is to be heard of the article: of each word its characters, each with its reading, or all at once.
const HEARD: &str =
    "[...document.querySelectorAll('article .w, article ruby:not(.w ruby)')].flatMap(word =>
    word.role === 'button' ? [word.ariaLabel] :
    (word.localName === 'ruby' ? [word] : [...word.querySelectorAll('ruby')]).flatMap(ruby =>
        [ruby.firstChild.textContent, ruby.querySelector('rt').textContent]).filter(Boolean))";

/// A screen reader is given every character and every reading once, in their order.
#[tokio::test(flavor = "multi_thread")]
async fn a_screen_reader_reads_character_and_reading_once_each() -> Test {
    let site = Site::start()?;
    let browser = Browser::start(&Profile::new()?).await?;
    reading(&site, &browser).await?;
    let expected = browser.value(HEARD).await?;
    let expected: Vec<String> = serde_json::from_value(expected)?;
    let tree = browser.devtools("Accessibility.getFullAXTree", json!({})).await?;
    let nodes = tree["nodes"].as_array().context("no tree")?;
    let find = |id: &Value| nodes.iter().find(|node| node["nodeId"] == *id);
    let root = nodes
        .iter()
        .find(|node| node["role"]["value"] == json!("article"))
        .context("the tree holds no article")?;
    let text = |value: &Value| value["value"].as_str().unwrap_or_default().to_owned();
    let mut heard = Vec::new();
    let mut open = vec![root];
    while let Some(node) = open.pop() {
        let children = node["childIds"].as_array();
        let children = || children.into_iter().flatten().rev().filter_map(find);
        match node["role"]["value"].as_str() {
            Some("StaticText") => heard.push(text(&node["name"])),
            // The word where Tab comes in says all of itself.
            Some("button") => heard.push(text(&node["name"])),
            // A reading is what describes its character.
            Some("Ruby") => {
                heard.extend(children().map(|child| text(&child["name"])));
                heard.push(text(&node["description"]));
            }
            _ => open.extend(children()),
        }
    }
    let heard: Vec<String> =
        heard.into_iter().filter(|one| one.chars().any(char::is_alphanumeric)).collect();
    ensure!(heard == expected, "heard {heard:?}, expected {expected:?}");
    browser.quit().await
}

/// The whole way without a mouse: paste, annotate, correct, copy, go back.
#[tokio::test(flavor = "multi_thread")]
async fn the_whole_way_by_keys_alone() -> Test {
    let site = Site::start()?;
    let browser = Browser::start(&Profile::new()?).await?;
    browser.open(&site.url(INPUT)).await?;
    // The text area has the focus when the page opens.
    browser.until("the focus", "document.activeElement?.matches('body > .write textarea')").await?;
    press(&browser, "我愛去銀行行路。").await?;
    press_with(&browser, Key::Control, Key::Enter).await?;
    browser.until("the article", &format!("location.pathname === '{PRONUNCIATION}'")).await?;
    browser.expect_annotated("我愛去銀行行路。").await?;
    browser.until("the end of the annotation", "!document.querySelector('.now button')").await?;

    // Into the article, past words of one reading to 銀行, which has several, and another one for it.
    tab_to(&browser, "article *").await?;
    for _ in 0..3 {
        press(&browser, Key::Right + "").await?;
    }
    let word = "document.activeElement.closest('.w')?.textContent";
    browser.until("a word with the focus", &format!("{word}?.length > 0")).await?;
    press(&browser, Key::Enter + "").await?;
    browser
        .until("the candidates", "document.querySelectorAll('.candidates button').length > 1")
        .await?;
    let other =
        browser.text("document.querySelectorAll('.candidates .said')[1].textContent").await?;
    press(&browser, "2").await?;
    let corrected = format!(
        "[...document.querySelectorAll('article .w.corrected')].some(word =>
            [...word.querySelectorAll('rt')].map(rt => rt.textContent).join('-').replaceAll('--', '-') ===
            {}.replaceAll('--', '-'))",
        serde_json::to_string(&other)?
    );
    browser.until("the corrected word", &corrected).await?;
    press(&browser, Key::Escape + "").await?;

    // Copy: the menu, its first form.
    let permissions = json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"], "origin": site.url("") });
    browser.devtools("Browser.grantPermissions", permissions).await?;
    tab_to(&browser, "details.out > summary").await?;
    press(&browser, Key::Enter + "").await?;
    tab_to(&browser, "details.out button").await?;
    press(&browser, Key::Enter + "").await?;
    browser.until_it_says("已經複製").await?;

    // Back to the text.
    tab_to(&browser, "a.back").await?;
    press(&browser, Key::Enter + "").await?;
    browser.until("the form", &format!("location.pathname === '{INPUT}'")).await?;
    browser.expect_draft("我愛去銀行行路。").await?;
    browser.expect_no_offence().await?;
    browser.quit().await
}

/// Presses Tab until the focus is on what a selector names.
async fn tab_to(browser: &Browser, selector: &str) -> Test {
    let there = format!("document.activeElement.matches({selector:?})");
    for _ in 0..100 {
        if browser.value(&there).await? == json!(true) {
            return Ok(());
        }
        press(browser, Key::Tab + "").await?;
    }
    anyhow::bail!("the Tab key does not lead to {selector}")
}

/// The sample stands for articles of people: nothing of it is left out of the tests above.
#[tokio::test(flavor = "multi_thread")]
async fn a_long_article_too() -> Test {
    let site = Site::start()?;
    let browser = Browser::start(&Profile::new()?).await?;
    let text = article("modern.txt")?;
    browser.open(&site.url(INPUT)).await?;
    browser.annotate(&text).await?;
    browser.expect_annotated(&text).await?;
    look(&browser, "a long article").await?;
    browser.quit().await
}
