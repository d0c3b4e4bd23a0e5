//! Where readings stand, and two at once.

use anyhow::ensure;
use thakim_e2e::{Site, article};

use super::support::*;

#[tokio::test(flavor = "multi_thread")]
async fn readings_stand_over_under_and_at_the_right() -> Test {
    let site = Site::start()?;
    let browser = reading(&site, TEXT).await?;
    for notation in ["TL", "TPS", "KANA"] {
        browser.choose("notation", notation).await?;
        for place in ["right", "under", "over"] {
            lay(&browser, "position", place).await?;
            expect_in_place(&browser, place, "rt").await?;
            browser.expect_annotated(TEXT).await?;
            browser.expect_no_sideways_scrolling().await?;
            browser.picture(&format!("layout-{notation}-{place}")).await?;
        }
    }
    browser.expect_no_offence().await?;
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn signs_stand_in_a_column_with_their_marks_beside_them() -> Test {
    let site = Site::start()?;
    let browser = reading(&site, TEXT).await?;
    browser.choose("notation", "TPS").await?;
    lay(&browser, "position", "right").await?;
    browser.until("columns", "document.querySelectorAll('rt.column .tone').length > 5").await?;
    // Each sign under the one before; a mark at the right of the last, not under it.
    let columns = "[...document.querySelectorAll('rt.column')].map(rt => {
        const text = rt.firstChild, range = document.createRange(), boxes = [];
        const segments = new Intl.Segmenter('zh', { granularity: 'grapheme' }).segment(text.data);
        for (const { index, segment } of segments) {
            range.setStart(text, index);
            range.setEnd(text, index + segment.length);
            const { left, right, top, bottom } = range.getBoundingClientRect();
            boxes.push({ x: (left + right) / 2, right, top, bottom });
        }
        const tone = rt.querySelector('.tone');
        return { text: rt.textContent, boxes, tone: tone && box(tone) };
    })";
    let wrong = format!(
        "{columns}.filter(({{ boxes, tone }}) =>
            boxes.some((one, index) => index && (one.top < boxes[index - 1].top + 8
                || Math.abs(one.x - boxes[index - 1].x) > 3))
            || tone && !(tone.left >= boxes.at(-1).right - 3 && tone.bottom > boxes.at(-1).top
                && tone.top < boxes.at(-1).bottom)).slice(0, 3)"
    );
    expect_none(&browser, "columns", &wrong).await?;
    // A stop stands below its vowel, with its dot.
    let stop = "[...document.querySelectorAll('rt.column')].some(rt => /[ㆴㆵㆻㆷ]\\u0307$/.test(rt.textContent))";
    browser.until("a stop with its dot", stop).await?;
    browser.expect_readings(&["ㄉㄞˊ", "ㄨㄢˊ", "ㄌㄤˊ"]).await?;

    // In lines that run downwards the column is upright at the right.
    lay(&browser, "direction", "vertical").await?;
    browser
        .until(
            "vertical lines",
            "getComputedStyle(document.querySelector('article')).writingMode === 'vertical-rl'",
        )
        .await?;
    browser
        .until(
            "columns at the right",
            "outOfPlace('right', 'rt.column').every(([base, said]) =>
        said.left >= base.right - 6 && Math.abs(said.y - base.y) < 8)",
        )
        .await?;
    expect_none(&browser, "columns", &wrong).await?;
    browser.picture("layout-TPS-vertical").await?;
    browser.expect_no_offence().await?;
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn two_notations_stand_side_by_side() -> Test {
    let site = Site::start()?;
    let browser = reading(&site, TEXT).await?;
    lay(&browser, "second", "TPS").await?;
    expect_in_place(&browser, "right", "rt.second").await?;
    expect_in_place(&browser, "over", "rt:not(.second)").await?;
    lay(&browser, "second-position", "under").await?;
    expect_in_place(&browser, "under", "rt.second").await?;
    browser.picture("layout-two").await?;
    lay(&browser, "position", "right").await?;
    expect_in_place(&browser, "right", "rt:not(.second)").await?;
    expect_in_place(&browser, "under", "rt.second").await?;
    // Both over: the second beyond the first.
    lay(&browser, "position", "over").await?;
    lay(&browser, "second-position", "over").await?;
    expect_in_place(&browser, "over", "rt.second").await?;
    let stacked = "rubies().every(ruby =>
        box(ruby.querySelector('.second')).y < box(ruby.querySelector('rt')).y - 8)";
    browser.until("one over the other", stacked).await?;

    // Each has its own tones and its own language, and the character stands there once.
    lay(&browser, "second", "POJ").await?;
    lay(&browser, "second-tones", "number").await?;
    let second = "document.querySelector('rt.second')";
    browser.until("numbers", &format!("{second}?.textContent === 'Tai5'")).await?;
    browser.expect_readings(&["Tâi"]).await?;
    ensure!(browser.text(&format!("{second}.lang")).await? == "nan-Latn-pehoeji");
    browser.expect_annotated(TEXT).await?;
    lay(&browser, "second", "").await?;
    browser.until("one again", "!document.querySelector('rt.second, .boxed')").await?;
    browser.expect_no_offence().await?;
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn between_the_lines_words_are_units() -> Test {
    let site = Site::start()?;
    let browser = reading(&site, TEXT).await?;
    lay(&browser, "position", "between").await?;
    let said = "[...document.querySelectorAll('article .w')].filter(word => !word.querySelector('.unknown'))";
    browser.until("words", &format!("{said}.every(word => word.querySelector('.said'))")).await?;
    let first = browser.text("document.querySelector('.said').textContent").await?;
    ensure!(first.starts_with("Tâi-uân"), "the first word is read {first}");
    let wrong = format!("{said}.filter(word => {{
        const said = box(word.querySelector('.said'));
        const bases = [...word.querySelectorAll('ruby')].map(ruby => box(ruby.firstChild));
        const [first, last] = [bases[0], bases.at(-1)];
        return bases.some(base => said.top < base.bottom - edge(base) || Math.abs(base.y - first.y) > 1)
            || Math.abs(said.x - (first.left + last.right) / 2) > 4;
    }}).map(word => word.textContent)");
    expect_none(&browser, "words with their readings elsewhere", &wrong).await?;
    // What does not show is not read out either.
    expect_none(
        &browser,
        "two readings at once",
        "rubies().filter(ruby =>
        ruby.querySelector('rt').getClientRects().length).map(ruby => ruby.textContent)",
    )
    .await?;
    browser.picture("layout-between").await?;
    browser.expect_no_offence().await?;
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn no_line_begins_with_punctuation() -> Test {
    let site = Site::start()?;
    let text = article("modern.txt")?;
    let browser = reading(&site, &text).await?;
    for (group, value) in [("position", "right"), ("position", "between"), ("second", "TPS")] {
        lay(&browser, group, value).await?;
        browser
            .until(
                "boxes",
                "[...document.querySelectorAll('.chunk')].every(one => one.matches('.boxed'))",
            )
            .await?;
        for width in [390, 700, 1280] {
            browser.look_as(width, 900, false).await?;
            // A closing mark is on the line of what stands before it.
            let parted = "[...document.querySelectorAll('.keep')].filter(keep => {
                const [word, mark] = [keep.querySelector('.w'), keep.lastChild];
                if (!word || mark.nodeType !== Node.TEXT_NODE) return false;
                const last = [...word.querySelectorAll('ruby')].at(-1);
                return Math.abs(box(last.firstChild).y - box(mark).y) > 8;
            }).map(keep => keep.textContent)";
            expect_none(&browser, &format!("{group} {value} at {width}"), parted).await?;
            browser.expect_no_sideways_scrolling().await?;
        }
    }
    browser.expect_annotated(&text).await?;
    browser.expect_no_offence().await?;
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn tones_of_both_kinds_stand_together_where_they_differ() -> Test {
    let site = Site::start()?;
    let browser = reading(&site, "臺灣人真好。").await?;
    lay(&browser, "shown-tones", "both").await?;
    browser.until("spoken tones", "document.querySelector('rt.spoken')").await?;
    browser.expect_readings(&["Tâi", "Tāi"]).await?;
    // The last of a group stays as it is, and is not said twice.
    let last = "rubies().at(-1).querySelectorAll('rt').length";
    ensure!(browser.number(last).await? == 1);
    let beyond = "[...document.querySelectorAll('rt.spoken')].every(spoken =>
        box(spoken).y < box(spoken.parentNode.querySelector('rt')).y - 8)";
    browser.until("beyond the citation tones", beyond).await?;
    lay(&browser, "shown-tones", "spoken").await?;
    browser.until("one of them", "!document.querySelector('rt.spoken')").await?;
    browser.expect_readings(&["Tāi"]).await?;
    lay(&browser, "shown-tones", "citation").await?;
    browser.expect_readings(&["Tâi", "uân"]).await?;
    browser.quit().await
}
