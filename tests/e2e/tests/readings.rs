//! Choosing readings: literary or colloquial, why this one, another one, and what is to be checked.

use anyhow::{Context, Result, ensure};
use thakim_e2e::{Browser, INPUT, Profile, Site, article};
use thirtyfour::{Key, TypingData};

type Test = Result<()>;

/// Keeps what the page asks of its worker, the last request of each kind.
const LISTEN: &str = "
    globalThis.asked = {};
    const plain = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (message, ...rest) {
        const request = message[0]?.Request?.request;
        if (request) Object.assign(asked, request);
        return plain.call(this, message, ...rest);
    };
";

/// Characters with several readings, one that nothing reads, two paragraphs and a blank line.
const TEXT: &str = "行行重行行，與君生別離。\n\n我愛去銀行\u{2A6D6}行路。\n";

/// The words that the walk visits.
const TO_CHECK: &str = "article :is(.w.uncertain, .w.derived, .w:has(.unknown))";

const FOCUS: &str = "document.activeElement.getAttribute('aria-label')";

/// A browser that shows the text, every character of it.
async fn reading(site: &Site, text: &str) -> Result<Browser> {
    let browser = Browser::start(&Profile::new()?).await?;
    browser.before_every_page(LISTEN).await?;
    browser.open(&site.url(INPUT)).await?;
    browser.annotate(text).await?;
    browser.expect_annotated(text).await?;
    browser.until("the end of the annotation", "!document.querySelector('.now button')").await?;
    Ok(browser)
}

async fn press(browser: &Browser, key: impl Into<TypingData>) -> Test {
    Ok(browser.driver.active_element().await?.send_keys(key).await?)
}

async fn number_of(browser: &Browser, selector: &str) -> Result<u64> {
    browser.number(&format!("document.querySelectorAll({selector:?}).length")).await
}

async fn until_number_of(browser: &Browser, selector: &str, number: u64) -> Test {
    let found = format!("document.querySelectorAll({selector:?}).length === {number}");
    browser.until(&format!("{number} of {selector}"), &found).await
}

#[tokio::test(flavor = "multi_thread")]
async fn literary_readings_for_the_article() -> Test {
    let site = Site::start()?;
    let browser = reading(&site, TEXT).await?;
    let asked = "asked.Annotate.readings";
    ensure!(browser.text(asked).await? == "Auto");
    browser.choose("readings", "literary").await?;
    browser.until("another annotation", "asked.Annotate.readings === 'Literary'").await?;
    browser.until_it_says("文讀音").await?;
    browser.expect_annotated(TEXT).await?;

    // It stays with the article, and with its text on the form.
    browser.driver.refresh().await?;
    browser.expect_annotated(TEXT).await?;
    ensure!(browser.text(asked).await? == "Literary");
    browser.click("a.back").await?;
    browser.until("the form", "document.querySelector('body > .write')").await?;
    browser.make_panels().await?;
    ensure!(
        browser.value("document.querySelector('input[value=literary]').checked").await? == true
    );
    browser.choose("readings", "colloquial").await?;
    browser.click("button[type=submit]").await?;
    browser.expect_annotated(TEXT).await?;
    ensure!(browser.text(asked).await? == "Colloquial");
    browser.expect_no_offence().await?;
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn readings_of_its_own_for_a_passage() -> Test {
    let site = Site::start()?;
    let browser = reading(&site, TEXT).await?;
    let select = "(line => { getSelection().selectAllChildren(line); return 1; })(
        document.querySelector('article .para:nth-of-type(3)'))";
    browser.number(select).await?;
    browser.until("the bar for passages", "document.querySelector('.passage')").await?;
    browser.picture("passage-bar").await?;
    browser.click(".passage label:has([value=literary])").await?;
    until_number_of(&browser, "[data-readings=literary]", 1).await?;
    let asked = browser.value("asked.Annotate").await?;
    let from = TEXT.find('我').context("the line")?;
    let passage = serde_json::json!({ "from": from, "to": TEXT.len(), "readings": "Literary" });
    ensure!(asked["passages"] == serde_json::json!([passage]), "asked for {asked}");
    ensure!(asked["readings"] == "Auto");
    let line = "document.querySelector('[data-readings]').innerText";
    ensure!(browser.text(line).await?.contains('我'));

    // It stays, and is changed and undone at its edge.
    browser.driver.refresh().await?;
    browser.expect_annotated(TEXT).await?;
    until_number_of(&browser, "[data-readings=literary]", 1).await?;
    browser.click(".edge").await?;
    browser.click(".passage label:has([value=auto])").await?;
    until_number_of(&browser, "[data-readings]", 0).await?;
    ensure!(browser.value("asked.Annotate.passages").await? == serde_json::json!([]));
    press(&browser, Key::Escape).await?;
    until_number_of(&browser, ".passage", 0).await?;

    // A word's paragraph can be chosen from the word, by keyboard alone.
    press(&browser, "n").await?;
    press(&browser, Key::Enter).await?;
    browser.until("the panel", "document.querySelector('.why [name=paragraph]')").await?;
    browser.click(".why label:has([value=colloquial])").await?;
    until_number_of(&browser, "[data-readings=colloquial]", 1).await?;
    browser.expect_no_offence().await?;
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_keys_step_through_what_is_to_be_checked() -> Test {
    let site = Site::start()?;
    let browser = reading(&site, &article("modern.txt")?).await?;
    let to_check = number_of(&browser, TO_CHECK).await?;
    ensure!(to_check >= 2, "the article has only {to_check} words to check");
    let expect = async |number: u64| {
        let label = browser.text(FOCUS).await?;
        let which = format!("第 {number} 個，共 {to_check} 個");
        ensure!(label.ends_with(&which), "{label} is not {which}");
        ensure!(number_of(&browser, "article [tabindex='0']").await? == 1, "one stop for Tab");
        Ok(())
    };
    press(&browser, "n").await?;
    expect(1).await?;
    let ring = browser.text("getComputedStyle(document.activeElement).outlineStyle").await?;
    ensure!(ring == "solid", "the focus is not seen: {ring}");
    press(&browser, "n").await?;
    expect(2).await?;
    press(&browser, "p").await?;
    expect(1).await?;
    press(&browser, Key::Alt + Key::Up).await?;
    expect(to_check).await?;
    press(&browser, "n").await?;
    expect(1).await?;

    // Among its neighbours.
    let first = browser.text(FOCUS).await?;
    press(&browser, Key::Right).await?;
    ensure!(browser.text(FOCUS).await? != first);
    press(&browser, Key::Left).await?;
    ensure!(first.starts_with(&browser.text(FOCUS).await?));

    // What the keys are.
    press(&browser, "?").await?;
    browser.until("the table of keys", "document.querySelector('dialog').open").await?;
    browser.picture("keys").await?;
    press(&browser, Key::Escape).await?;
    browser.until("its end", "!document.querySelector('dialog').open").await?;
    ensure!(first.starts_with(&browser.text(FOCUS).await?), "the focus was lost");
    browser.expect_no_offence().await?;
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_walk_reaches_what_is_far_away_in_a_long_article() -> Test {
    let site = Site::start()?;
    let text = article("modern.txt")?.repeat(200) + "\u{2A6D6}";
    ensure!(text.chars().count() > 100_000);
    let browser = Browser::start(&Profile::new()?).await?;
    browser.open(&site.url(INPUT)).await?;
    browser.annotate(&text).await?;
    browser.until_complete(&text).await?;
    press(&browser, "p").await?;
    browser.until("the last word", &format!("{FOCUS}?.startsWith('\u{2A6D6}')")).await?;
    let seen = "(box => box.top > 0 && box.bottom < innerHeight)(
        document.activeElement.getBoundingClientRect())";
    browser.until("the last word in the window", seen).await?;
    ensure!(number_of(&browser, "article ruby").await? < 60_000, "too much of it is filled");
    press(&browser, "n").await?;
    browser.until("the first word", "document.activeElement.closest('[data-chunk=\"0\"]')").await?;
    browser.until("the first word in the window", seen).await?;
    browser.expect_no_offence().await?;
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn another_reading_is_chosen_kept_and_taken_back() -> Test {
    let site = Site::start()?;
    let text = "行。我愛去銀行。\n";
    let browser = reading(&site, text).await?;
    browser.click("article .w").await?;
    browser
        .until("the candidates", "document.querySelectorAll('.candidates button').length > 1")
        .await?;
    browser.until("the reasons", "document.querySelector('.reasons .sources')").await?;
    browser.picture("panel").await?;
    ensure!(browser.text("document.activeElement.closest('.why').role").await? == "dialog");
    ensure!(browser.text("asked.Explain.line").await? == text.lines().next().unwrap_or_default());
    ensure!(browser.number("asked.Explain.at").await? == 0);
    let second = "document.querySelectorAll('.candidates .said')[1].textContent";
    let second = browser.text(second).await?;
    press(&browser, "2").await?;
    until_number_of(&browser, ".w.corrected", 1).await?;
    let corrected =
        "[...document.querySelectorAll('.w.corrected rt')].map(rt => rt.textContent).join('-')";
    let read = browser.text(corrected).await?;
    ensure!(read == second, "chose {second}, shown is {read}");
    // It is done with the second key: the panel is gone, and the word has the focus.
    until_number_of(&browser, ".why", 0).await?;
    ensure!(browser.text(FOCUS).await?.ends_with("，改過"));

    // A reload keeps it, and copies take it.
    browser.driver.refresh().await?;
    browser.expect_annotated(text).await?;
    until_number_of(&browser, ".w.corrected", 1).await?;
    ensure!(browser.text(corrected).await? == second);
    let catch = "(navigator.clipboard.write = async ([item]) => {
        globalThis.copied = await (await item.getType('text/plain')).text(); }, 1)";
    browser.number(catch).await?;
    browser.click("details.out > summary").await?;
    browser.click("details.out [data-form=readings]").await?;
    browser.until("a copy", "globalThis.copied").await?;
    ensure!(browser.text("globalThis.copied").await?.starts_with(&second));

    // An edit before it moves it along; an edit of it drops it.
    browser.click("a.back").await?;
    browser.until("the form", "document.querySelector('body > .write textarea')?.value").await?;
    let longer = format!("好！{text}");
    browser.annotate(&longer).await?;
    browser.expect_annotated(&longer).await?;
    until_number_of(&browser, ".w.corrected", 1).await?;
    ensure!(browser.text(corrected).await? == second);

    browser.click(".w.corrected").await?;
    browser.click(".standing button").await?;
    until_number_of(&browser, ".w.corrected", 0).await?;
    browser.driver.refresh().await?;
    browser.expect_annotated(&longer).await?;
    ensure!(number_of(&browser, ".w.corrected").await? == 0);
    browser.expect_no_offence().await?;
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_to_be_checked_is_listed_with_what_the_marks_mean() -> Test {
    let site = Site::start()?;
    let browser = reading(&site, TEXT).await?;
    browser.click("#check-button").await?;
    browser.until("the list", "document.querySelector('.check li button')").await?;
    ensure!(number_of(&browser, ".check .legend .sample").await? == 4);
    for words in ["不確定", "推得", "無讀音 1", "改過 0", "字下虛線", "空框"] {
        browser.until_it_says(words).await?;
    }
    let listed = number_of(&browser, ".check li").await?;
    ensure!(listed == number_of(&browser, TO_CHECK).await?);
    // One that is chosen is gone to.
    let at = TEXT.chars().take_while(|letter| *letter != '\u{2A6D6}').count();
    browser.click(&format!(".check [data-at='{at}']")).await?;
    browser.until("the word", &format!("{FOCUS} === '\u{2A6D6}，無讀音'")).await?;
    ensure!(number_of(&browser, ".check").await? == 1, "the list stays beside the article");
    // What is corrected changes its place in the list.
    browser.click("article .w.uncertain").await?;
    browser.until("the panel", "document.activeElement.closest('.candidates')").await?;
    press(&browser, "1").await?;
    browser.until_it_says("改過 1").await?;
    until_number_of(&browser, ".check li", listed).await?;
    press(&browser, Key::Escape).await?;
    press(&browser, Key::Escape).await?;
    until_number_of(&browser, ".check", 0).await?;
    browser.expect_no_offence().await?;
    browser.quit().await
}

/// What a person can press, and how large it is.
const SMALL: &str = "[...document.querySelectorAll('button, summary, .options label, a')]
    .filter(one => one.checkVisibility() && one.matches(':not(.skip)'))
    .map(one => [one, one.getBoundingClientRect()])
    .filter(([, box]) => box.width < 24 || box.height < 24)
    .map(([one, box]) => `${one.tagName}.${one.className} ${one.textContent} ${box.width}x${box.height}`)";

#[tokio::test(flavor = "multi_thread")]
async fn everything_pressed_is_large_enough_and_has_a_name() -> Test {
    let site = Site::start()?;
    for width in [390, 1280] {
        let browser = reading(&site, TEXT).await?;
        browser.look_as(width, 844, false).await?;
        browser.click("#check-button").await?;
        browser.until("the list", "document.querySelector('.check li button')").await?;
        browser.number("(document.querySelector('.w').click(), 1)").await?;
        browser.until("the panel", "document.querySelector('.candidates button')").await?;
        let small = browser.value(SMALL).await?;
        ensure!(small == serde_json::json!([]), "at {width}: too small: {small}");
        let nameless =
            "[...document.querySelectorAll('button, [role=button], [role=dialog], aside')]
            .filter(one => !(one.textContent.trim() || one.ariaLabel
                || one.hasAttribute('aria-labelledby'))).length";
        ensure!(browser.number(nameless).await? == 0);
        browser.expect_no_sideways_scrolling().await?;
        browser.quit().await?;
    }
    Ok(())
}
