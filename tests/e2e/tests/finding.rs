//! Finding in the article, counting it, having it read aloud.

use anyhow::{Result, ensure};
use thakim_e2e::{Browser, INPUT, Profile, Site, article};
use thirtyfour::{Key, TypingData};

type Test = Result<()>;

/// Words that stand twice, in one line and over the end of one, and Latin letters with marks.
const TEXT: &str = "我愛臺灣。我愛讀冊，tâi-uân\n伊佇臺\n灣，嘛愛讀冊。\n";

const COUNT: &str = "document.querySelector('.find output').textContent";
const FOCUS: &str = "document.activeElement.className";
/// The characters of the one that is shown, without their readings.
const NOW: &str =
    "[...document.querySelectorAll('.found-now')].map(one => one.firstChild.textContent).join('')";

/// A browser that shows the text, every character of it.
async fn reading(site: &Site, text: &str) -> Result<Browser> {
    let browser = Browser::start(&Profile::new()?).await?;
    browser.open(&site.url(INPUT)).await?;
    browser.annotate(text).await?;
    browser.expect_annotated(text).await?;
    browser.until("the end of the annotation", "!document.querySelector('.now button')").await?;
    Ok(browser)
}

async fn press(browser: &Browser, key: impl Into<TypingData>) -> Test {
    Ok(browser.driver.active_element().await?.send_keys(key).await?)
}

/// Opens the bar by key.
async fn open(browser: &Browser) -> Test {
    press(browser, Key::Control + "f").await?;
    browser.until("the bar", "document.activeElement.matches('.find input')").await
}

/// Looks for something else.
async fn look_for(browser: &Browser, what: &str) -> Test {
    browser.number("(document.querySelector('.find input').select(), 1)").await?;
    press(browser, what).await
}

async fn until_count(browser: &Browser, count: &str) -> Test {
    browser.until(count, &format!("{COUNT} === {count:?}")).await
}

#[tokio::test(flavor = "multi_thread")]
async fn characters_and_readings_are_found_and_walked_through() -> Test {
    let site = Site::start()?;
    let browser = reading(&site, TEXT).await?;
    open(&browser).await?;
    for (what, count, shown) in [
        ("讀冊", "1 / 2", "讀冊"),
        ("臺灣", "1 / 2", "臺灣"),
        ("thak-tsheh", "1 / 2", "讀冊"),
        ("tha̍k tsheh", "1 / 2", "讀冊"),
        ("THAK8TSHEH4", "1 / 2", "讀冊"),
        ("ài", "1 / 3", "愛"),
        ("ai3", "1 / 3", "愛"),
        ("tai uan", "1 / 3", "臺灣"),
        ("我ai", "1 / 2", "我愛"),
        ("愛t", "找不到", ""),
    ] {
        look_for(&browser, what).await?;
        until_count(&browser, count).await?;
        browser.until(shown, &format!("{NOW} === {shown:?}")).await?;
    }

    // Enter, the arrows and the buttons walk, and begin again behind the last.
    look_for(&browser, "tai-uan").await?;
    until_count(&browser, "1 / 3").await?;
    press(&browser, Key::Enter).await?;
    until_count(&browser, "2 / 3").await?;
    ensure!(browser.text(NOW).await?.is_empty(), "the second is Latin text");
    press(&browser, Key::Down).await?;
    until_count(&browser, "3 / 3").await?;
    ensure!(browser.text(NOW).await? == "臺灣", "over the end of a line");
    press(&browser, Key::Enter).await?;
    until_count(&browser, "1 / 3").await?;
    press(&browser, Key::Shift + Key::Enter).await?;
    until_count(&browser, "3 / 3").await?;
    browser.click(".find .next").await?;
    until_count(&browser, "1 / 3").await?;
    browser.click(".find .previous").await?;
    until_count(&browser, "3 / 3").await?;
    let marked = "CSS.highlights.get('found').size + ' ' + CSS.highlights.get('found-now').size";
    ensure!(browser.text(marked).await? == "3 1", "marked: {}", browser.text(marked).await?);
    browser.picture("find").await?;

    // Another notation is searched as it is shown.
    browser.choose("notation", "POJ").await?;
    browser.number("(document.querySelector('.find input').focus(), 1)").await?;
    look_for(&browser, "tha̍k-chheh").await?;
    until_count(&browser, "1 / 2").await?;
    browser.expect_no_offence().await?;
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn escape_leads_to_the_word_that_was_found() -> Test {
    let site = Site::start()?;
    let browser = reading(&site, TEXT).await?;
    open(&browser).await?;
    look_for(&browser, "冊").await?;
    until_count(&browser, "1 / 2").await?;
    press(&browser, Key::Enter).await?;
    until_count(&browser, "2 / 2").await?;
    press(&browser, Key::Escape).await?;
    browser.until("the end of the bar", "!document.querySelector('.find')").await?;
    let focus = browser.text(FOCUS).await?;
    ensure!(focus.split(' ').any(|class| class == "w"), "the focus is on {focus}");
    let word = "document.activeElement.closest('[data-at]') ===
        document.querySelectorAll('article .para')[2] && document.activeElement.textContent";
    ensure!(browser.text(word).await?.contains('冊'));
    ensure!(browser.number("document.querySelectorAll('.found-now').length").await? == 0);
    ensure!(browser.number("CSS.highlights.size").await? == 0);
    // Its panel is one key away, as from any word.
    press(&browser, Key::Enter).await?;
    browser.until("the panel", "document.querySelector('.why')").await?;
    press(&browser, Key::Escape).await?;

    // Opened again, the bar has what was looked for; where nothing is found the focus goes back.
    open(&browser).await?;
    ensure!(browser.text("document.activeElement.value").await? == "冊");
    look_for(&browser, "xyz").await?;
    until_count(&browser, "找不到").await?;
    press(&browser, Key::Escape).await?;
    browser.until("the word", &format!("{FOCUS}.split(' ').includes('w')")).await?;
    browser.expect_no_offence().await?;
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_time_the_browser_has_its_own() -> Test {
    let site = Site::start()?;
    let browser = reading(&site, TEXT).await?;
    let listen = "(globalThis.taken = [], addEventListener('keydown', event => {
        if (event.key === 'f') setTimeout(() => taken.push(event.defaultPrevented)); }), 1)";
    browser.number(listen).await?;
    open(&browser).await?;
    press(&browser, Key::Control + "f").await?;
    browser.until("both keys", "taken.length === 2").await?;
    ensure!(browser.value("taken").await? == serde_json::json!([true, false]));
    // The button does the same, and closes it again.
    press(&browser, Key::Escape).await?;
    browser.click("#find-button").await?;
    browser.until("the bar", "document.activeElement.matches('.find input')").await?;
    ensure!(browser.text("document.querySelector('#find-button').ariaExpanded").await? == "true");
    browser.click("#find-button").await?;
    browser.until("its end", "!document.querySelector('.find')").await?;
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_changes_in_the_article_is_searched_again() -> Test {
    let site = Site::start()?;
    let browser = reading(&site, "行。我去銀行。\n").await?;
    browser.click("article .w").await?;
    browser.until("the candidates", "document.querySelectorAll('.candidates button')[1]").await?;
    let second =
        browser.text("document.querySelectorAll('.candidates .said')[1].textContent").await?;
    press(&browser, Key::Escape).await?;
    open(&browser).await?;
    look_for(&browser, &second).await?;
    browser.until("an end of the search", &format!("{COUNT} && !{COUNT}.includes('…')")).await?;
    let before = browser.text(COUNT).await?;
    press(&browser, Key::Escape).await?;
    browser.click("article .w").await?;
    browser.until("the panel", "document.activeElement.closest('.candidates')").await?;
    press(&browser, "2").await?;
    browser.until("the correction", "document.querySelector('.w.corrected')").await?;
    press(&browser, Key::Escape).await?;
    open(&browser).await?;
    let more = format!("{COUNT} !== {before:?} && {COUNT}.startsWith('1 / ')");
    browser.until("one more", &more).await?;
    browser.expect_no_offence().await?;
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn all_of_a_long_article_is_searched() -> Test {
    let site = Site::start()?;
    let text = article("modern.txt")?.repeat(200) + "食飽未\n";
    ensure!(text.chars().count() > 100_000);
    let browser = Browser::start(&Profile::new()?).await?;
    browser.open(&site.url(INPUT)).await?;
    browser.annotate(&text).await?;
    browser.until_complete(&text).await?;
    open(&browser).await?;
    // An older search is dropped: of what is typed letter by letter only the last counts.
    look_for(&browser, "a-ma-e-tshai-hng").await?;
    until_count(&browser, "1 / 200").await?;
    look_for(&browser, "食飽未").await?;
    until_count(&browser, "1 / 1").await?;
    let seen = "(box => box && box.top > 0 && box.bottom < innerHeight)(
        document.querySelector('.found-now')?.getBoundingClientRect())";
    browser.until("the last line in the window", seen).await?;
    ensure!(browser.number("document.querySelectorAll('article ruby').length").await? < 60_000);
    press(&browser, Key::Escape).await?;
    browser.until("the word", &format!("{FOCUS}.split(' ').includes('w')")).await?;
    browser.expect_no_offence().await?;
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn found_in_every_layout() -> Test {
    let site = Site::start()?;
    for (choice, name) in [
        ("input[name=direction][value=vertical]", "vertical"),
        ("input[name=position][value=right]", "right"),
        ("input[name=position][value=between]", "between"),
        ("option[value=readings]", "readings"),
    ] {
        let browser = reading(&site, TEXT).await?;
        browser.click("details.layout > summary").await?;
        let choose = format!(
            "(one => {{ if (one.matches('option')) {{ one.selected = true;
                one.parentElement.dispatchEvent(new Event('change', {{ bubbles: true }})); }}
                else one.click(); return 1; }})(document.querySelector('.layout {choice}'))"
        );
        browser.number(&choose).await?;
        press(&browser, Key::Escape).await?;
        open(&browser).await?;
        look_for(&browser, "i ti").await?;
        until_count(&browser, "1 / 1").await?;
        let shown = "[...document.querySelectorAll('.found-now')].some(one =>
            (box => box.width > 0 && box.left >= 0 && box.right <= innerWidth
                && box.top >= 0 && box.bottom <= innerHeight)(one.getBoundingClientRect()))";
        browser.until(&format!("what was found: {name}"), shown).await?;
        browser.picture(&format!("find-{name}")).await?;
        browser.quit().await?;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_count_at_the_foot_opens_the_numbers() -> Test {
    let site = Site::start()?;
    let text = "我愛我。\n\n𰻞麵 abc\n";
    let browser = reading(&site, text).await?;
    browser.click(".counted > summary").await?;
    let numbers = "[...document.querySelectorAll('.statistics dd')].map(one => one.textContent)";
    browser.until("the numbers", &format!("({numbers})[2] && ({numbers})[2] !== '…'")).await?;
    let said: Vec<String> = serde_json::from_value(browser.value(numbers).await?)?;
    ensure!(said[..3] == ["10", "5", "4"], "characters, Han, different: {said:?}");
    ensure!(said[4] == "2", "paragraphs: {said:?}");
    ensure!(said[7] == "1 (20.0 %)", "without a reading: {said:?}");
    browser.picture("statistics").await?;
    press(&browser, Key::Escape).await?;
    browser.until("its end", "!document.querySelector('.counted').open").await?;
    browser.expect_no_offence().await?;
    browser.quit().await
}

/// Voices, and what they are asked to say. `voices` is a list of language tags.
fn voices(voices: &str) -> String {
    format!(
        "globalThis.said = [];
         const synthesis = new EventTarget();
         globalThis.voicesNow = {voices};
         Object.assign(synthesis, {{
             getVoices: () => voicesNow.map(lang => ({{ lang, name: lang, localService: true }})),
             speak: one => said.push(one),
             cancel: () => said.push('cancel'),
         }});
         Object.defineProperty(globalThis, 'speechSynthesis', {{ value: synthesis }});
         globalThis.SpeechSynthesisUtterance = class {{ constructor(text) {{ this.text = text; }} }};"
    )
}

#[tokio::test(flavor = "multi_thread")]
async fn only_a_voice_for_hokkien_reads_aloud() -> Test {
    let site = Site::start()?;
    let browser = Browser::start(&Profile::new()?).await?;
    browser.before_every_page(&voices("['zh-TW', 'cmn-Hant-TW', 'en-US']")).await?;
    browser.open(&site.url(INPUT)).await?;
    browser.annotate(TEXT).await?;
    browser.expect_annotated(TEXT).await?;
    browser.click("article .w").await?;
    browser.until("the panel", "document.querySelector('.why')").await?;
    ensure!(
        browser.number("document.querySelectorAll('#speak-button, .speak-word').length").await?
            == 0
    );
    press(&browser, Key::Escape).await?;

    // One that comes later is heard of.
    let comes = "(voicesNow.push('nan-Hant-TW'), speechSynthesis.dispatchEvent(new Event('voiceschanged')), 1)";
    browser.number(comes).await?;
    browser.until("the button", "document.querySelector('#speak-button')").await?;

    // The paragraph of the word that has the focus, a sentence at a time.
    browser.click("#speak-button").await?;
    browser.until("speech", "said.length === 2").await?;
    let spoken = browser.value("said.map(one => [one.text, one.lang, one.voice.lang])").await?;
    let expected = serde_json::json!([
        ["我愛臺灣。", "nan-Hant-TW", "nan-Hant-TW"],
        ["我愛讀冊，tâi-uân", "nan-Hant-TW", "nan-Hant-TW"],
    ]);
    ensure!(spoken == expected, "said {spoken}");
    ensure!(browser.text("document.querySelector('#speak-button').ariaPressed").await? == "true");
    browser.click("#speak-button").await?;
    browser.until("silence", "said.at(-1) === 'cancel'").await?;
    browser
        .until("the button", "document.querySelector('#speak-button').ariaPressed === 'false'")
        .await?;

    // What is selected, without its readings; its end is the end.
    let select = "(said.length = 0, getSelection().selectAllChildren(
        document.querySelectorAll('article .para')[1]), 1)";
    browser.number(select).await?;
    browser.number("(document.querySelector('#speak-button').click(), 1)").await?;
    browser.until("speech", "said.length === 1").await?;
    ensure!(browser.text("said[0].text").await? == "伊佇臺");
    browser.number("(said[0].onend(), 1)").await?;
    browser
        .until("the end", "document.querySelector('#speak-button').ariaPressed === 'false'")
        .await?;

    // A word, from its panel.
    browser.number("(getSelection().removeAllRanges(), said.length = 0, 1)").await?;
    browser.click("article .w").await?;
    browser.until("the panel", "document.querySelector('.speak-word')").await?;
    browser.click(".speak-word").await?;
    browser.until("speech", "said.some(one => one.text === '我')").await?;

    // Where it goes, everything of it goes.
    browser
        .number("(voicesNow.pop(), speechSynthesis.dispatchEvent(new Event('voiceschanged')), 1)")
        .await?;
    browser.until("no button", "!document.querySelector('#speak-button, .speak-word')").await?;
    browser.expect_no_offence().await?;
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_bar_fits_every_window() -> Test {
    let site = Site::start()?;
    for (width, dark) in [(320, false), (390, true), (1280, false)] {
        let browser = Browser::start(&Profile::new()?).await?;
        browser.look_as(width, 844, dark).await?;
        browser.open(&site.url(INPUT)).await?;
        browser.annotate(TEXT).await?;
        browser.expect_annotated(TEXT).await?;
        open(&browser).await?;
        look_for(&browser, "愛").await?;
        until_count(&browser, "1 / 3").await?;
        browser.expect_no_sideways_scrolling().await?;
        let outside = "[...document.querySelectorAll('.find, .find *')].filter(one =>
            (box => box.left < 0 || box.right > innerWidth)(one.getBoundingClientRect())).length";
        ensure!(browser.number(outside).await? == 0, "the bar is cut at {width}");
        let small = "[...document.querySelectorAll('.find button')].filter(one =>
            (box => box.width < 24 || box.height < 24)(one.getBoundingClientRect())).length";
        ensure!(browser.number(small).await? == 0, "too small at {width}");
        browser.picture(&format!("find-{width}")).await?;
        browser.quit().await?;
    }
    Ok(())
}
