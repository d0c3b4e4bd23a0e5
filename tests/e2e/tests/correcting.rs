//! Correcting: two keystrokes, typed readings, words cut and joined, for which places, undoing.

use anyhow::{Result, ensure};
use thakim_e2e::{Browser, INPUT, Profile, Site, article};
use thirtyfour::{Key, TypingData};

type Test = Result<()>;

/// 行 stands by itself twice, in 銀行 and in 行路 with others.
const TEXT: &str = "我去銀行。行！\n行？伊去銀行，我行路。\n";

const FOCUS: &str = "document.activeElement.getAttribute('aria-label') ?? ''";

async fn reading(site: &Site, text: &str) -> Result<Browser> {
    let browser = Browser::start(&Profile::new()?).await?;
    browser.open(&site.url(INPUT)).await?;
    browser.annotate(text).await?;
    settled(&browser, text).await?;
    Ok(browser)
}

async fn settled(browser: &Browser, text: &str) -> Test {
    browser.expect_annotated(text).await?;
    browser.until("the end of the annotation", "!document.querySelector('.now button')").await
}

async fn press(browser: &Browser, key: impl Into<TypingData>) -> Test {
    Ok(browser.driver.active_element().await?.send_keys(key).await?)
}

/// The words of the article as `surface(readings)`, corrected ones with a star.
const WORDS: &str = "[...document.querySelectorAll('article .w')].map(word =>
    (word.matches('.corrected') ? '*' : '')
    + [...word.querySelectorAll('ruby')].map(ruby => ruby.firstChild.textContent).join('')
    + '(' + [...word.querySelectorAll('rt')].map(rt => rt.textContent.trim()).join(' ') + ')')";

async fn expect_word(browser: &Browser, index: usize, expected: &str) -> Test {
    let expected = serde_json::to_string(expected)?;
    browser
        .until(&format!("{expected} at {index}"), &format!("{WORDS}[{index}] === {expected}"))
        .await
}

/// The index of the first word with this surface, from a place on.
async fn index_of(browser: &Browser, surface: &str, from: usize) -> Result<usize> {
    let index = browser
        .number(&format!("{WORDS}.findIndex((word, at) => at >= {from} && word.replace('*', '').startsWith('{surface}('))"))
        .await?;
    Ok(index as usize)
}

/// Gives a word the focus, as arrow keys would.
async fn focus(browser: &Browser, index: usize) -> Test {
    // The walk leads into the article; from there it is arrows to the beginning and on.
    browser.click("article .w").await?;
    browser.until("the panel", "document.querySelector('.why .candidates, .why .entry')").await?;
    press(browser, Key::Escape).await?;
    browser.until("its end", "!document.querySelector('.why')").await?;
    for _ in 0..index {
        press(browser, Key::Right).await?;
    }
    let is_there =
        format!("document.activeElement === document.querySelectorAll('article .w')[{index}]");
    browser.until("the word", &is_there).await
}

async fn open(browser: &Browser, index: usize) -> Test {
    focus(browser, index).await?;
    press(browser, Key::Enter).await?;
    browser.until("the panel", "document.activeElement.closest('.why')").await
}

async fn until_closed(browser: &Browser) -> Test {
    browser.until("the end of the panel", "!document.querySelector('.why')").await?;
    browser.until("the focus on a word", "document.activeElement.matches('article .w')").await
}

#[tokio::test(flavor = "multi_thread")]
async fn two_keystrokes_correct_a_word() -> Test {
    let site = Site::start()?;
    let browser = reading(&site, TEXT).await?;
    let index = index_of(&browser, "行", 0).await?;
    focus(&browser, index).await?;
    press(&browser, Key::Enter).await?;
    browser
        .until("the candidates", "document.querySelectorAll('.candidates button').length > 1")
        .await?;
    browser.until("the focus among them", "document.activeElement.closest('.candidates')").await?;
    browser.until_it_says("這篇有 2 個「行」").await?;
    browser.picture("correcting-panel").await?;
    let second =
        browser.text("document.querySelectorAll('.candidates .said')[1].textContent").await?;
    press(&browser, "2").await?;
    until_closed(&browser).await?;
    expect_word(&browser, index, &format!("*行({second})")).await?;
    ensure!(browser.text(FOCUS).await?.ends_with("改過"));
    browser.expect_no_offence().await?;
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reading_is_typed_straight_on_the_word() -> Test {
    let site = Site::start()?;
    let browser = reading(&site, TEXT).await?;
    let index = index_of(&browser, "行", 0).await?;
    focus(&browser, index).await?;
    press(&browser, "h").await?;
    browser.until("the field", "document.activeElement.id === 'typed'").await?;
    press(&browser, "ing7").await?;
    browser
        .until("what it is", "document.querySelector('.entry .said')?.textContent === 'hīng'")
        .await?;
    press(&browser, Key::Enter).await?;
    until_closed(&browser).await?;
    expect_word(&browser, index, "*行(hīng)").await?;

    // A fault is said with its place, and nothing is taken.
    press(&browser, "h").await?;
    browser.until("the field", "document.activeElement.id === 'typed'").await?;
    press(&browser, "ing5-hw").await?;
    browser
        .until(
            "the fault",
            "document.querySelector('.says[data-fault]')?.textContent.includes('第 8 個字「w」')",
        )
        .await?;
    ensure!(browser.text("document.activeElement.getAttribute('aria-invalid')").await? == "true");
    browser.picture("correcting-fault").await?;
    press(&browser, Key::Enter).await?;
    ensure!(browser.text("document.activeElement.value").await? == "hing5-hw");
    for _ in 0..3 {
        press(&browser, Key::Backspace).await?;
    }
    browser
        .until("another reading", "document.querySelector('.entry .said')?.textContent === 'hîng'")
        .await?;
    press(&browser, "-lo").await?;
    browser.until("what is wrong now", "document.querySelector('.says[data-fault]')?.textContent.includes('有 1 個字，打了 2 個音節')").await?;
    press(&browser, Key::Escape).await?;
    until_closed(&browser).await?;
    expect_word(&browser, index, "*行(hīng)").await?;

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
        open(&browser, index).await?;
        browser.paste("#typed", typed).await?;
        browser.until("what it is", "document.querySelector('.entry .said')").await?;
        press(&browser, Key::Enter).await?;
        until_closed(&browser).await?;
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
    let browser = reading(&site, TEXT).await?;
    let index = index_of(&browser, "銀行", 0).await?;
    focus(&browser, index).await?;
    press(&browser, "]").await?;
    browser
        .until(
            "the first character",
            "document.querySelectorAll('.one-unit')[0]?.ariaPressed === 'true'",
        )
        .await?;
    browser.until("it in the article", "document.querySelector('.here > ruby.unit')").await?;
    browser.until("the candidates", "document.activeElement.closest('.candidates')").await?;
    press(&browser, Key::Right).await?;
    browser
        .until("the second one", "document.querySelectorAll('.one-unit')[1].ariaPressed === 'true'")
        .await?;
    let others = "document.querySelectorAll('.candidates button').length > 1
        && [...document.querySelectorAll('.candidates .said')].map(one => one.textContent).includes('kiânn')";
    browser.until("what else the character is read", others).await?;
    let digit = browser
        .number("[...document.querySelectorAll('.candidates .said')].findIndex(one => one.textContent === 'kiânn') + 1")
        .await?;
    press(&browser, digit.to_string()).await?;
    until_closed(&browser).await?;
    expect_word(&browser, index, "*銀行(gîn kiânn)").await?;
    ensure!(browser.number("document.querySelectorAll('.unit').length").await? == 0);
    browser.expect_no_offence().await?;
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn words_are_cut_and_joined_and_stay_so() -> Test {
    let site = Site::start()?;
    let browser = reading(&site, TEXT).await?;
    let index = index_of(&browser, "銀行", 0).await?;
    open(&browser, index).await?;
    browser.click(".cutting [aria-label='分成「銀」和「行」']").await?;
    expect_word(&browser, index, "銀(gîn)").await?;
    expect_word(&browser, index + 1, "行(hâng)").await?;
    browser
        .until(
            "the panel of the first part",
            "document.querySelector('#why-word').textContent === '銀'",
        )
        .await?;
    // The parts are corrected apart.
    press(&browser, Key::Escape).await?;
    until_closed(&browser).await?;
    press(&browser, Key::Right).await?;
    press(&browser, "hing5").await?;
    press(&browser, Key::Enter).await?;
    until_closed(&browser).await?;
    expect_word(&browser, index + 1, "*行(hîng)").await?;

    // 我 and 去 become one, by key.
    open(&browser, 0).await?;
    press(&browser, "-").await?;
    expect_word(&browser, 0, "我去(guá khì)").await?;
    press(&browser, Key::Escape).await?;
    until_closed(&browser).await?;

    // Tones as spoken go over the seam: 我 changes its tone before 去 now as before.
    let expect_all = async |longer: &str| {
        settled(&browser, longer).await?;
        let first = usize::from(longer != TEXT);
        expect_word(&browser, first, "我去(guá khì)").await?;
        expect_word(&browser, first + 1, "銀(gîn)").await?;
        expect_word(&browser, first + 2, "*行(hîng)").await
    };
    browser.driver.refresh().await?;
    expect_all(TEXT).await?;
    browser.choose("sandhi", "auto").await?;
    expect_word(&browser, 0, "我去(gua khí)").await?;
    expect_word(&browser, 1, "銀(gīn)").await?;
    browser.choose("sandhi", "none").await?;

    // Other readings, another text.
    browser.choose("readings", "colloquial").await?;
    expect_all(TEXT).await?;
    browser.click("a.back").await?;
    browser.until("the form", "document.querySelector('textarea')?.value").await?;
    let longer = format!("好。{TEXT}");
    browser.annotate(&longer).await?;
    expect_all(&longer).await?;

    // What was cut is joined, what was joined is cut.
    open(&browser, 1).await?;
    press(&browser, "/").await?;
    expect_word(&browser, 1, "我(guá)").await?;
    browser.expect_no_offence().await?;
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reading_is_for_this_place_or_for_the_word_in_the_article() -> Test {
    let site = Site::start()?;
    let browser = reading(&site, TEXT).await?;
    let first = index_of(&browser, "行", 0).await?;
    let second = index_of(&browser, "行", first + 1).await?;
    open(&browser, first).await?;
    ensure!(
        browser.text("document.querySelector('.why [name=scope]:checked').value").await? == "here"
    );
    browser.click(".why label:has([name=scope][value=article])").await?;
    browser.paste("#typed", "hong5").await?;
    browser.click(".entry .take").await?;
    browser.until_it_says("整篇的「行」都讀 hông，改了 2 個地方").await?;
    browser.picture("correcting-whole-article").await?;
    expect_word(&browser, first, "*行(hông)").await?;
    expect_word(&browser, second, "*行(hông)").await?;
    let within = browser
        .number(&format!("{WORDS}.filter(word => word.includes('銀行(gîn hâng)')).length"))
        .await?;
    ensure!(within == 2, "it is another word there");
    ensure!(browser.number("document.querySelectorAll('.w.corrected').length").await? == 2);

    // A place of its own beats it; the scope was remembered.
    open(&browser, second).await?;
    ensure!(
        browser.text("document.querySelector('.why [name=scope]:checked').value").await?
            == "article"
    );
    browser.click(".why label:has([name=scope][value=here])").await?;
    browser.paste("#typed", "hing5").await?;
    browser.click(".entry .take").await?;
    until_closed(&browser).await?;
    expect_word(&browser, first, "*行(hông)").await?;
    expect_word(&browser, second, "*行(hîng)").await?;

    // It stays, and counts for what is written later.
    browser.driver.refresh().await?;
    settled(&browser, TEXT).await?;
    expect_word(&browser, first, "*行(hông)").await?;
    browser.click("a.back").await?;
    browser.until("the form", "document.querySelector('textarea')?.value").await?;
    let longer = format!("{TEXT}行。\n");
    browser.annotate(&longer).await?;
    settled(&browser, &longer).await?;
    expect_word(&browser, second, "*行(hîng)").await?;
    let last = index_of(&browser, "行", second + 1).await?;
    expect_word(&browser, last, "*行(hông)").await?;

    // Taken back for all of them but the one.
    open(&browser, last).await?;
    browser.click(".standing button").await?;
    browser.until("the engine's reading", &format!("!{WORDS}[{last}].startsWith('*')")).await?;
    browser.until("everywhere", &format!("!{WORDS}[{first}].startsWith('*')")).await?;
    expect_word(&browser, second, "*行(hîng)").await?;
    browser.expect_no_offence().await?;
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn everything_is_undone_and_done_again() -> Test {
    let site = Site::start()?;
    let browser = reading(&site, TEXT).await?;
    let disabled =
        "[...document.querySelectorAll('.history button')].map(one => one.disabled).join()";
    ensure!(browser.text(disabled).await? == "true,true");
    let before = browser.value(WORDS).await?;
    let index = index_of(&browser, "行", 0).await?;
    let bank = index_of(&browser, "銀行", 0).await?;

    // A correction, a cut, the whole article, the readings.
    focus(&browser, index).await?;
    press(&browser, "hing5").await?;
    press(&browser, Key::Enter).await?;
    until_closed(&browser).await?;
    open(&browser, bank).await?;
    press(&browser, "/").await?;
    expect_word(&browser, bank, "銀(gîn)").await?;
    browser.click(".why label:has([name=scope][value=article])").await?;
    browser.paste("#typed", "gun5").await?;
    press(&browser, Key::Enter).await?;
    until_closed(&browser).await?;
    expect_word(&browser, bank, "*銀(gûn)").await?;
    browser.choose("readings", "literary").await?;
    settled(&browser, TEXT).await?;
    let undo = "document.querySelector('.undo')";
    browser
        .until("what would be undone", &format!("{undo}.ariaLabel === '復原：換用另一種讀音'"))
        .await?;

    // By key, to the beginning.
    press(&browser, Key::Control + "z").await?;
    browser.until("its own name", &format!("{undo}.ariaLabel.includes('銀')")).await?;
    browser
        .until(
            "automatic readings",
            "document.querySelector('input[name=readings][value=auto]').checked",
        )
        .await?;
    settled(&browser, TEXT).await?;
    press(&browser, Key::Control + "z").await?;
    expect_word(&browser, bank, "銀(gîn)").await?;
    press(&browser, Key::Control + "z").await?;
    expect_word(&browser, bank, "銀行(gîn hâng)").await?;
    browser
        .until("the focus where it was", "document.activeElement.matches('article .w.here')")
        .await?;
    ensure!(browser.text(FOCUS).await?.starts_with("銀行"));
    press(&browser, Key::Control + "z").await?;
    browser.until("nothing more", &format!("{disabled} === 'true,false'")).await?;
    let back = serde_json::to_string(&before)?;
    browser
        .until("all as before", &format!("JSON.stringify({WORDS}) === JSON.stringify({back})"))
        .await?;
    press(&browser, Key::Control + "z").await?;

    // Elsewhere and back, in another language, and forth again: by buttons, by both keys.
    browser.click("a.back").await?;
    browser.until("the form", "document.querySelector('textarea')?.value").await?;
    browser.driver.back().await?;
    settled(&browser, TEXT).await?;
    browser.until("what was undone", &format!("{disabled} === 'true,false'")).await?;
    browser.click(".redo").await?;
    expect_word(&browser, index, "*行(hîng)").await?;
    ensure!(browser.text("document.activeElement.className").await? == "redo");
    press(&browser, Key::Control + Key::Shift + "z").await?;
    expect_word(&browser, bank, "銀(gîn)").await?;
    press(&browser, Key::Control + "y").await?;
    expect_word(&browser, bank, "*銀(gûn)").await?;
    // Something new: what was undone is gone.
    open(&browser, 0).await?;
    press(&browser, "gua1").await?;
    press(&browser, Key::Enter).await?;
    // The scope is still the whole article.
    browser.until_it_says("整篇的「我」都讀 gua，改了 2 個地方").await?;
    ensure!(browser.text(disabled).await? == "false,true");

    // After an edit of the text it goes on where it was.
    browser.click("a.back").await?;
    browser.until("the form", "document.querySelector('textarea')?.value").await?;
    let longer = format!("好。{TEXT}");
    browser.annotate(&longer).await?;
    settled(&browser, &longer).await?;
    expect_word(&browser, index + 2, "*行(hîng)").await?;
    for _ in 0..4 {
        browser.click(".undo").await?;
    }
    browser.until("nothing more", &format!("{disabled} === 'true,false'")).await?;
    browser.until("none corrected", "!document.querySelector('.w.corrected')").await?;
    browser.expect_no_offence().await?;
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn undoing_goes_where_it_was_in_a_long_article_and_long_tasks_stay_away() -> Test {
    let site = Site::start()?;
    let text = format!("行。\n{}", article("modern.txt")?.repeat(200)) + "行。";
    let han = text.chars().filter(|letter| thakim_document::is_han(*letter)).count();
    ensure!(text.chars().count() > 100_000);
    let browser = Browser::start(&Profile::new()?).await?;
    browser.open(&site.url(INPUT)).await?;
    browser.annotate(&text).await?;
    let counted =
        "Number(document.querySelector('.han-count').textContent.replaceAll(/[^0-9]/g, ''))";
    browser.until("all of it", &format!("{counted} === {han}")).await?;
    browser.until("the end of the annotation", "!document.querySelector('.now button')").await?;
    let watch =
        "(globalThis.long = [], new PerformanceObserver(list => long.push(...list.getEntries()
        .map(one => one.duration))).observe({ type: 'longtask', buffered: false }), 1)";
    browser.number(watch).await?;
    browser.click("article .w").await?;
    browser.until("the panel", "document.activeElement.closest('.why')").await?;
    browser.click(".why label:has([name=scope][value=article])").await?;
    browser.paste("#typed", "hing5").await?;
    press(&browser, Key::Enter).await?;
    browser.until_it_says("都讀 hîng，改了").await?;
    // The last word of all is read so too, far away.
    browser.number("(scrollTo(0, document.body.scrollHeight), 1)").await?;
    browser
        .until(
            "the last word",
            "[...document.querySelectorAll('article .w')].at(-1)?.textContent.includes('hîng')",
        )
        .await?;
    browser.click(".undo").await?;
    let seen = "(box => box.top > 0 && box.bottom < innerHeight)(
        document.querySelector('.here')?.getBoundingClientRect() ?? {})";
    browser.until("the first word in the window", seen).await?;
    browser
        .until("its own reading", "!document.querySelector('.here').matches('.corrected')")
        .await?;
    println!("long tasks in ms: {}", browser.value("long").await?);
    browser.expect_no_offence().await?;
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_always_read_so_goes_into_the_own_dictionary() -> Test {
    let site = Site::start()?;
    let browser = reading(&site, TEXT).await?;
    let before = browser.value(WORDS).await?;
    let first = index_of(&browser, "行", 0).await?;
    let second = index_of(&browser, "行", first + 1).await?;
    open(&browser, first).await?;
    browser.click(".why label:has([name=scope][value=always])").await?;
    browser.paste("#typed", "hong5").await?;
    press(&browser, Key::Enter).await?;
    browser.until_it_says("「行」記到自己的詞典裡，以後都讀 hông").await?;
    expect_word(&browser, first, "*行(hông)").await?;
    // The engine reads the others.
    expect_word(&browser, second, "行(hông)").await?;
    browser.driver.refresh().await?;
    settled(&browser, TEXT).await?;
    expect_word(&browser, second, "行(hông)").await?;
    // What was done before the page was loaded is not remembered: it is taken back by hand.
    open(&browser, first).await?;
    browser.click(".standing button").await?;
    expect_word(&browser, first, "行(hông)").await?;
    press(&browser, Key::Escape).await?;
    until_closed(&browser).await?;

    // Both are undone with one step.
    open(&browser, second).await?;
    browser.click(".why label:has([name=scope][value=always])").await?;
    browser.paste("#typed", "hiong5").await?;
    press(&browser, Key::Enter).await?;
    expect_word(&browser, second, "*行(hiông)").await?;
    expect_word(&browser, first, "行(hiông)").await?;
    browser.click(".undo").await?;
    expect_word(&browser, second, "行(hông)").await?;
    expect_word(&browser, first, "行(hông)").await?;
    browser.click(".redo").await?;
    expect_word(&browser, first, "行(hiông)").await?;
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
    let browser = reading(&site, TEXT).await?;
    for (width, dark) in [(320, false), (390, false), (390, true), (1280, false), (1280, true)] {
        browser.look_as(width, 844, dark).await?;
        let index = index_of(&browser, "銀行", 0).await?;
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
