//! Correcting: two keystrokes, typed readings, words cut and joined, for which places.

use anyhow::{Result, ensure};
use thakim_e2e::{Browser, Site, WORDS};
use thirtyfour::Key;

type Test = Result<()>;

/// 行 stands by itself twice, in 銀行 and in 行路 with others.
const TEXT: &str = "我去銀行。行！\n行？伊去銀行，我行路。\n";

const FOCUS: &str = "document.activeElement.getAttribute('aria-label') ?? ''";

#[tokio::test(flavor = "multi_thread")]
async fn two_keystrokes_correct_a_word() -> Test {
    let site = Site::start()?;
    let browser = Browser::reading(&site, TEXT).await?;
    let index = browser.index_of("行", 0).await?;
    browser.focus_word(index).await?;
    browser.key(Key::Enter).await?;
    browser
        .until("the candidates", "document.querySelectorAll('.candidates button').length > 1")
        .await?;
    browser.until("the focus among them", "document.activeElement.closest('.candidates')").await?;
    browser.until_it_says("這篇有 2 個「行」").await?;
    browser.picture("correcting-panel").await?;
    let second =
        browser.text("document.querySelectorAll('.candidates .said')[1].textContent").await?;
    browser.key("2").await?;
    browser.until_panel_closed().await?;
    browser.expect_word(index, &format!("*行({second})")).await?;
    ensure!(browser.text(FOCUS).await?.ends_with("改過"));
    browser.expect_no_offence().await?;
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reading_is_typed_straight_on_the_word() -> Test {
    let site = Site::start()?;
    let browser = Browser::reading(&site, TEXT).await?;
    let index = browser.index_of("行", 0).await?;
    browser.focus_word(index).await?;
    browser.key("h").await?;
    browser.until("the field", "document.activeElement.id === 'typed'").await?;
    browser.key("ing7").await?;
    browser
        .until("what it is", "document.querySelector('.entry .said')?.textContent === 'hīng'")
        .await?;
    browser.key(Key::Enter).await?;
    browser.until_panel_closed().await?;
    browser.expect_word(index, "*行(hīng)").await?;

    // A fault is said with its place, and nothing is taken.
    browser.key("h").await?;
    browser.until("the field", "document.activeElement.id === 'typed'").await?;
    browser.key("ing5-hw").await?;
    browser
        .until(
            "the fault",
            "document.querySelector('.says[data-fault]')?.textContent.includes('第 8 個字「w」')",
        )
        .await?;
    ensure!(browser.text("document.activeElement.getAttribute('aria-invalid')").await? == "true");
    browser.picture("correcting-fault").await?;
    browser.key(Key::Enter).await?;
    ensure!(browser.text("document.activeElement.value").await? == "hing5-hw");
    for _ in 0..3 {
        browser.key(Key::Backspace).await?;
    }
    browser
        .until("another reading", "document.querySelector('.entry .said')?.textContent === 'hîng'")
        .await?;
    browser.key("-lo").await?;
    browser.until("what is wrong now", "document.querySelector('.says[data-fault]')?.textContent.includes('有 1 個字，打了 2 個音節')").await?;
    browser.key(Key::Escape).await?;
    browser.until_panel_closed().await?;
    browser.expect_word(index, "*行(hīng)").await?;

    // In another notation, which is shown; and in 臺羅 beside it.
    for (notation, typed, expected) in [
        ("POJ", "chiok4", "*行(chiok)"),
        ("POJ", "tsiok4", "*行(chiok)"),
        ("TPS", "ㄒㄧㄥˊ", "*行(ㄒㄧㄥˊ)"),
    ] {
        browser.choose("notation", notation).await?;
        let tag = if notation == "TPS" { "nan-Bopo" } else { "nan-Latn-pehoeji" };
        let shown = format!(
            "[...document.querySelectorAll('article rt')].every(rt => rt.lang === '{tag}')"
        );
        browser.until("the notation", &shown).await?;
        browser.open_word(index).await?;
        browser.paste("#typed", typed).await?;
        browser.until("what it is", "document.querySelector('.entry .said')").await?;
        browser.key(Key::Enter).await?;
        browser.until_panel_closed().await?;
        let rt = format!(
            "document.querySelectorAll('article .w')[{index}].querySelector('rt').textContent.trim()"
        );
        let shown = browser.text(&rt).await?;
        ensure!(format!("*行({shown})") == expected, "{notation} {typed}: {shown}");
    }
    browser.expect_no_offence().await?;
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_character_of_a_word_is_corrected_by_itself() -> Test {
    let site = Site::start()?;
    let browser = Browser::reading(&site, TEXT).await?;
    let index = browser.index_of("銀行", 0).await?;
    browser.focus_word(index).await?;
    browser.key("]").await?;
    browser
        .until(
            "the first character",
            "document.querySelectorAll('.one-unit')[0]?.ariaPressed === 'true'",
        )
        .await?;
    browser.until("it in the article", "document.querySelector('.here > ruby.unit')").await?;
    browser.until("the candidates", "document.activeElement.closest('.candidates')").await?;
    browser.key(Key::Right).await?;
    browser
        .until("the second one", "document.querySelectorAll('.one-unit')[1].ariaPressed === 'true'")
        .await?;
    let others = "document.querySelectorAll('.candidates button').length > 1
        && [...document.querySelectorAll('.candidates .said')].map(one => one.textContent).includes('kiânn')";
    browser.until("what else the character is read", others).await?;
    let digit = browser
        .number("[...document.querySelectorAll('.candidates .said')].findIndex(one => one.textContent === 'kiânn') + 1")
        .await?;
    browser.key(digit.to_string()).await?;
    browser.until_panel_closed().await?;
    browser.expect_word(index, "*銀行(gîn kiânn)").await?;
    ensure!(browser.number("document.querySelectorAll('.unit').length").await? == 0);
    browser.expect_no_offence().await?;
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn words_are_cut_and_joined_and_stay_so() -> Test {
    let site = Site::start()?;
    let browser = Browser::reading(&site, TEXT).await?;
    let index = browser.index_of("銀行", 0).await?;
    browser.open_word(index).await?;
    browser.click(".cutting [aria-label='分成「銀」和「行」']").await?;
    browser.expect_word(index, "銀(gîn)").await?;
    browser.expect_word(index + 1, "行(hâng)").await?;
    browser
        .until(
            "the panel of the first part",
            "document.querySelector('#why-word').textContent === '銀'",
        )
        .await?;
    // The parts are corrected apart.
    browser.key(Key::Escape).await?;
    browser.until_panel_closed().await?;
    browser.key(Key::Right).await?;
    browser.key("hing5").await?;
    browser.key(Key::Enter).await?;
    browser.until_panel_closed().await?;
    browser.expect_word(index + 1, "*行(hîng)").await?;

    // 我 and 去 become one, by key.
    browser.open_word(0).await?;
    browser.key("-").await?;
    browser.expect_word(0, "我去(guá khì)").await?;
    browser.key(Key::Escape).await?;
    browser.until_panel_closed().await?;

    // Tones as spoken go over the seam: 我 changes its tone before 去 now as before.
    let expect_all = async |longer: &str| {
        browser.until_settled(longer).await?;
        let first = usize::from(longer != TEXT);
        browser.expect_word(first, "我去(guá khì)").await?;
        browser.expect_word(first + 1, "銀(gîn)").await?;
        browser.expect_word(first + 2, "*行(hîng)").await
    };
    browser.driver.refresh().await?;
    expect_all(TEXT).await?;
    browser.choose("sandhi", "auto").await?;
    browser.expect_word(0, "我去(gua khí)").await?;
    browser.expect_word(1, "銀(gīn)").await?;
    browser.choose("sandhi", "none").await?;

    // Other readings, another text.
    browser.choose("readings", "colloquial").await?;
    expect_all(TEXT).await?;
    browser.click("a.back").await?;
    browser.until("the form", "document.querySelector('body > .write textarea')?.value").await?;
    let longer = format!("好。{TEXT}");
    browser.annotate(&longer).await?;
    expect_all(&longer).await?;

    // What was cut is joined, what was joined is cut.
    browser.open_word(1).await?;
    browser.key("/").await?;
    browser.expect_word(1, "我(guá)").await?;
    browser.expect_no_offence().await?;
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reading_is_for_this_place_or_for_the_word_in_the_article() -> Test {
    let site = Site::start()?;
    let browser = Browser::reading(&site, TEXT).await?;
    let first = browser.index_of("行", 0).await?;
    let second = browser.index_of("行", first + 1).await?;
    browser.open_word(first).await?;
    ensure!(
        browser.text("document.querySelector('.why [name=scope]:checked').value").await? == "here"
    );
    browser.click(".why label:has([name=scope][value=article])").await?;
    browser.paste("#typed", "hong5").await?;
    browser.click(".entry .take").await?;
    browser.until_it_says("整篇的「行」都讀 hông，改了 2 個地方").await?;
    browser.picture("correcting-whole-article").await?;
    browser.expect_word(first, "*行(hông)").await?;
    browser.expect_word(second, "*行(hông)").await?;
    let within = browser
        .number(&format!("{WORDS}.filter(word => word.includes('銀行(gîn hâng)')).length"))
        .await?;
    ensure!(within == 2, "it is another word there");
    ensure!(browser.number("document.querySelectorAll('.w.corrected').length").await? == 2);

    // A place of its own beats it; the scope was remembered.
    browser.open_word(second).await?;
    ensure!(
        browser.text("document.querySelector('.why [name=scope]:checked').value").await?
            == "article"
    );
    browser.click(".why label:has([name=scope][value=here])").await?;
    browser.paste("#typed", "hing5").await?;
    browser.click(".entry .take").await?;
    browser.until_panel_closed().await?;
    browser.expect_word(first, "*行(hông)").await?;
    browser.expect_word(second, "*行(hîng)").await?;

    // It stays, and counts for what is written later.
    browser.driver.refresh().await?;
    browser.until_settled(TEXT).await?;
    browser.expect_word(first, "*行(hông)").await?;
    browser.click("a.back").await?;
    browser.until("the form", "document.querySelector('body > .write textarea')?.value").await?;
    let longer = format!("{TEXT}行。\n");
    browser.annotate(&longer).await?;
    browser.until_settled(&longer).await?;
    browser.expect_word(second, "*行(hîng)").await?;
    let last = browser.index_of("行", second + 1).await?;
    browser.expect_word(last, "*行(hông)").await?;

    // Taken back for all of them but the one.
    browser.open_word(last).await?;
    browser.click(".standing button").await?;
    browser.until("the engine's reading", &format!("!{WORDS}[{last}].startsWith('*')")).await?;
    browser.until("everywhere", &format!("!{WORDS}[{first}].startsWith('*')")).await?;
    browser.expect_word(second, "*行(hîng)").await?;
    browser.expect_no_offence().await?;
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_always_read_so_goes_into_the_own_dictionary() -> Test {
    let site = Site::start()?;
    let browser = Browser::reading(&site, TEXT).await?;
    let before = browser.value(WORDS).await?;
    let first = browser.index_of("行", 0).await?;
    let second = browser.index_of("行", first + 1).await?;
    browser.open_word(first).await?;
    browser.click(".why label:has([name=scope][value=always])").await?;
    browser.paste("#typed", "hong5").await?;
    browser.key(Key::Enter).await?;
    browser.until_it_says("「行」記到自己的詞典裡，以後都讀 hông").await?;
    browser.expect_word(first, "*行(hông)").await?;
    // The engine reads the others.
    browser.expect_word(second, "行(hông)").await?;
    browser.driver.refresh().await?;
    browser.until_settled(TEXT).await?;
    browser.expect_word(second, "行(hông)").await?;
    // What was done before the page was loaded is not remembered: it is taken back by hand.
    browser.open_word(first).await?;
    browser.click(".standing button").await?;
    browser.expect_word(first, "行(hông)").await?;
    browser.key(Key::Escape).await?;
    browser.until_panel_closed().await?;

    // Both are undone with one step.
    browser.open_word(second).await?;
    browser.click(".why label:has([name=scope][value=always])").await?;
    browser.paste("#typed", "hiong5").await?;
    browser.key(Key::Enter).await?;
    browser.expect_word(second, "*行(hiông)").await?;
    browser.expect_word(first, "行(hiông)").await?;
    browser.click(".undo").await?;
    browser.expect_word(second, "行(hông)").await?;
    browser.expect_word(first, "行(hông)").await?;
    browser.click(".redo").await?;
    browser.expect_word(first, "行(hiông)").await?;
    ensure!(before != browser.value(WORDS).await?);
    browser.expect_no_offence().await?;
    browser.quit().await
}

/// What a person can press in the panel and the bar, and how large it is.
const SMALL: &str = "[...document.querySelectorAll('.why button, .why label, .history button, .why input[type=text]')]
    .filter(one => one.checkVisibility() && !one.matches('.entry label'))
    .map(one => [one, one.getBoundingClientRect()])
    .filter(([, box]) => box.width < 24 || box.height < 24)
    .map(([one, box]) => `${one.tagName}.${one.className} ${one.textContent} ${box.width}x${box.height}`)";

#[tokio::test(flavor = "multi_thread")]
async fn fingers_do_the_same_as_keys() -> Test {
    let site = Site::start()?;
    let browser = Browser::reading(&site, TEXT).await?;
    for (width, dark) in [(320, false), (390, false), (390, true), (1280, false), (1280, true)] {
        browser.look_as(width, 844, dark).await?;
        let index = browser.index_of("銀行", 0).await?;
        browser
            .number(&format!("(document.querySelectorAll('article .w')[{index}].click(), 1)"))
            .await?;
        browser.until("the candidates", "document.querySelector('.candidates button')").await?;
        browser.until("where else it stands", "document.querySelector('.elsewhere')").await?;
        browser.until("the reasons", "document.querySelector('.reasons .sources')").await?;
        let small = browser.value(SMALL).await?;
        ensure!(small == serde_json::json!([]), "at {width}: too small: {small}");
        browser.expect_no_sideways_scrolling().await?;
        let theme = if dark { "dark" } else { "light" };
        browser.picture(&format!("correcting-{width}-{theme}")).await?;
        // A character, a candidate, and back.
        browser.number("(document.querySelectorAll('.one-unit')[1].click(), 1)").await?;
        browser
            .until("others", "document.querySelectorAll('.candidates button').length > 2")
            .await?;
        browser.picture(&format!("correcting-unit-{width}-{theme}")).await?;
        browser.number("(document.querySelectorAll('.candidates button')[1].click(), 1)").await?;
        browser.until("it corrected", "document.querySelector('.w.corrected')").await?;
        browser.picture(&format!("corrected-{width}-{theme}")).await?;
        browser.number("(document.querySelector('.undo').click(), 1)").await?;
        browser.until("it undone", "!document.querySelector('.w.corrected')").await?;
    }
    browser.expect_no_offence().await?;
    browser.quit().await
}
