//! Layouts: where readings stand, two at once, lines that run downwards, what is shown, how the page looks.

use anyhow::{Result, ensure};
use serde_json::json;
use thakim_e2e::{Browser, INPUT, PRONUNCIATION, Profile, Site, article};
use thirtyfour::{Key, TypingData};

type Test = Result<()>;

/// Every syllable with a stop or a mark that 方音符號 set apart, and what no line may begin with.
const TEXT: &str = "臺灣人講「臺語」，一粒一粒的米，攏總食落去。我毋知影，你欲佗位去？學生入學校，讀冊、寫字，\
                    逐工攏真歡喜。阿母煮飯，阿爸去田裡做穡，艱苦是艱苦，毋過逐家攏真骨力。\n\n𪜶兜有一隻狗仔。\n";

/// In the page: where characters and their readings are.
const GEOMETRY: &str = "
    globalThis.box = node => {
        const range = document.createRange();
        range.selectNodeContents(node);
        const { left, right, top, bottom } = range.getBoundingClientRect();
        return { left, right, top, bottom, x: (left + right) / 2, y: (top + bottom) / 2 };
    };
    globalThis.rubies = () => [...document.querySelectorAll('article ruby:not(.unknown)')];
    globalThis.pairs = selector => rubies().map(ruby =>
        [box(ruby.firstChild), ruby.querySelector(selector)]).filter(([, rt]) => rt)
        .map(([base, rt]) => [base, box(rt)]);
    // The box of a text is higher than its ink: by three tenths of its size at either edge.
    globalThis.edge = base => (base.bottom - base.top) * 0.3;
    globalThis.places = {
        over: (base, said) => said.bottom <= base.top + edge(base) && Math.abs(said.x - base.x) < 7,
        under: (base, said) => said.top >= base.bottom - edge(base) && Math.abs(said.x - base.x) < 7,
        right: (base, said) => said.left >= base.right - 1 && Math.abs(said.y - base.y) < 6
            && said.left < base.right + 30,
        left: (base, said) => said.right <= base.left + edge(base) && Math.abs(said.y - base.y) < 12,
    };
    globalThis.outOfPlace = (place, selector) => pairs(selector).filter(([base, said]) =>
        !places[place](base, said)).slice(0, 3);
";

/// A browser that shows the text.
async fn reading(site: &Site, text: &str) -> Result<Browser> {
    let browser = Browser::start(&Profile::new()?).await?;
    browser.before_every_page(GEOMETRY).await?;
    browser.open(&site.url(INPUT)).await?;
    browser.annotate(text).await?;
    browser.expect_annotated(text).await?;
    browser.until("the end of the annotation", "!document.querySelector('.now button')").await?;
    Ok(browser)
}

/// Chooses in the panel of the layout, by script, so that the pointer rests where it was.
async fn lay(browser: &Browser, group: &str, value: &str) -> Test {
    let choose = format!(
        "(() => {{
            const radio = document.querySelector('.layout input[name={group}][value={value:?}]');
            if (radio) return radio.click(), 1;
            const select = document.querySelector('.layout select[name={group}]');
            select.value = {value:?};
            select.dispatchEvent(new Event('change', {{ bubbles: true }}));
            return 1;
        }})()"
    );
    browser.number(&choose).await?;
    Ok(())
}

async fn expect_none(browser: &Browser, what: &str, list: &str) -> Test {
    let found = browser.value(list).await?;
    ensure!(found == json!([]), "{what}: {found}");
    Ok(())
}

/// Waits until as many readings of a selector are there as characters have one, and that they are in place.
async fn expect_in_place(browser: &Browser, place: &str, selector: &str) -> Test {
    let what = format!("{selector} {place}");
    let all =
        format!("pairs({selector:?}).length > 0 && pairs({selector:?}).length === rubies().length");
    browser.until(&what, &all).await?;
    let settled = format!("outOfPlace({place:?}, {selector:?}).length === 0");
    browser
        .until(
            &format!(
                "{what}, out of place are first {}",
                browser.value(&format!("outOfPlace({place:?}, {selector:?})")).await?
            ),
            &settled,
        )
        .await
}

async fn press(browser: &Browser, key: impl Into<TypingData>) -> Test {
    Ok(browser.driver.active_element().await?.send_keys(key).await?)
}

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
async fn lines_run_downwards_and_the_keys_follow() -> Test {
    let site = Site::start()?;
    let text = article("modern.txt")?;
    let browser = reading(&site, &text).await?;
    lay(&browser, "direction", "vertical").await?;
    browser
        .until(
            "vertical lines",
            "getComputedStyle(document.querySelector('article')).writingMode === 'vertical-rl'",
        )
        .await?;
    let order = "(([first, second]) => second.y > first.y && Math.abs(second.x - first.x) < 2)(
        rubies().slice(0, 2).map(ruby => box(ruby.firstChild)))";
    browser.until("the second character under the first", order).await?;
    let lines = "(boxes => boxes[0].x > innerWidth / 2 && boxes.at(-1).x < boxes[0].x)(
        rubies().slice(0, 60).map(ruby => box(ruby.firstChild)))";
    browser.until("later lines further left", lines).await?;
    // What holds the article scrolls sideways; the bars stay, and the page is no wider than the window.
    browser.expect_no_sideways_scrolling().await?;
    ensure!(browser.value("(main => main.scrollWidth > main.clientWidth + 200)(document.querySelector('main'))").await? == json!(true));
    let bars = "JSON.stringify([...document.querySelectorAll('.bar, .counts')].map(bar =>
        (({ top, left, width }) => [top, left, width])(bar.getBoundingClientRect())))";
    let before = browser.text(bars).await?;
    let left = "document.querySelector('main').scrollLeft";
    browser
        .number(
            "(document.querySelector('main').dispatchEvent(
        new WheelEvent('wheel', { deltaY: 300, bubbles: true, cancelable: true })), 1)",
        )
        .await?;
    browser.until("further left by the wheel", &format!("{left} < -200")).await?;
    browser.number("(document.activeElement.blur(), 1)").await?;
    press(&browser, Key::Home).await?;
    browser.until("the beginning", &format!("{left} > -2")).await?;
    ensure!(browser.text(bars).await? == before, "the bars moved");

    // Down is the next word, left the next line.
    browser.number("(document.querySelector('article [tabindex]').focus(), 1)").await?;
    let focus = "(word => [word.textContent, box(word)])(document.activeElement)";
    let first = browser.value(focus).await?;
    press(&browser, Key::Down).await?;
    let down = browser.value(focus).await?;
    ensure!(down[1]["y"].as_f64() > first[1]["y"].as_f64(), "{first} {down}");
    press(&browser, Key::Left).await?;
    let next = browser.value(focus).await?;
    ensure!(next[1]["x"].as_f64() < down[1]["x"].as_f64(), "{down} {next}");
    press(&browser, Key::Right).await?;
    let back = browser.value(focus).await?;
    ensure!(back[1]["x"].as_f64() > next[1]["x"].as_f64(), "{next} {back}");
    press(&browser, Key::Up).await?;
    let up = browser.value(focus).await?;
    ensure!(up[1]["y"].as_f64() < back[1]["y"].as_f64(), "{back} {up}");

    // Its panel is in the window.
    press(&browser, Key::Enter).await?;
    browser.until("the panel", "document.querySelector('.why .candidates button')").await?;
    let inside = "(({ left, right, top, bottom }) => left >= 0 && right <= innerWidth && top >= 0
        && bottom <= innerHeight)(document.querySelector('.why').getBoundingClientRect())";
    browser.until("the panel in the window", inside).await?;
    browser.picture("layout-vertical").await?;
    browser.expect_no_offence().await?;
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn only_some_readings_are_shown() -> Test {
    let site = Site::start()?;
    let text = article("modern.txt")?;
    let browser = reading(&site, &text).await?;
    let seen = |selector: &str| {
        format!(
            "[...document.querySelectorAll({selector:?})].filter(one => one.checkVisibility(
                {{ visibilityProperty: true }}) && one.getClientRects().length).length"
        )
    };
    let rts = seen("article ruby:not(.unknown) > rt");
    let words = "[...document.querySelectorAll('article .w')]";
    let all = browser.number(&rts).await?;

    lay(&browser, "show", "characters").await?;
    browser.until("no reading", &format!("{rts} === 0")).await?;

    lay(&browser, "show", "uncertain").await?;
    let expected = "document.querySelectorAll('article :is(.uncertain, .derived) rt').length";
    browser.until("uncertain readings", &format!("{rts} === {expected} && {expected} > 0")).await?;

    lay(&browser, "show", "rare").await?;
    let expected = "document.querySelectorAll('article .rare > rt').length";
    browser
        .until("readings of rare characters", &format!("{rts} === {expected} && {expected} > 3"))
        .await?;
    ensure!(browser.number(&rts).await? < all / 3, "too many are rare");
    ensure!(browser.value("rubies().some(ruby => ruby.matches('.rare') && '的我一人'.includes(ruby.firstChild.data))").await? == json!(false));

    lay(&browser, "show", "first").await?;
    // Where a word stood before, it has no reading.
    let again = format!(
        "(() => {{ const seen = new Set(); return {words}.filter(word => {{
        const text = [...word.querySelectorAll('ruby')].map(ruby => ruby.firstChild.data).join('');
        const is = seen.has(text); seen.add(text);
        const shown = word.querySelector('rt')?.getClientRects().length > 0;
        return is === shown;
    }}).length; }})()"
    );
    browser
        .until("each word once", &format!("document.querySelector('.new') && {again} === 0"))
        .await?;

    lay(&browser, "show", "pointed").await?;
    browser.number("(document.activeElement.blur(), 1)").await?;
    browser.until("no reading", &format!("{rts} === 0")).await?;
    let word = browser.find("article .w:nth-of-type(2)").await?;
    browser.driver.action_chain().move_to_element_center(&word).perform().await?;
    browser.until("that of the word under the pointer", &format!("{rts} > 0 && {rts} < 6")).await?;
    let bar = browser.find(".counts").await?;
    browser.driver.action_chain().move_to_element_center(&bar).perform().await?;
    browser.until("none again", &format!("{rts} === 0")).await?;
    browser.number("(document.querySelector('article [tabindex]').focus(), 1)").await?;
    browser.until("that of the word with the focus", &format!("{rts} > 0 && {rts} < 6")).await?;

    lay(&browser, "show", "readings").await?;
    browser
        .until(
            "no character",
            &format!(
                "document.querySelector('.said') && {} === 0",
                seen("article ruby:not(.unknown)")
            ),
        )
        .await?;
    ensure!(browser.number(&seen("article .said")).await? > 100);
    browser.picture("layout-readings").await?;
    // The keys still go from word to word, and from line to line.
    browser.number("(document.querySelector('article [tabindex]').focus(), 1)").await?;
    let top = "Math.round(box(document.activeElement).y)";
    let before = browser.number(top).await?;
    press(&browser, Key::Down).await?;
    ensure!(browser.number(top).await? > before);

    lay(&browser, "show", "all").await?;
    browser.until("all of them", &format!("{rts} === {all}")).await?;
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

#[tokio::test(flavor = "multi_thread")]
async fn the_choices_stay() -> Test {
    let site = Site::start()?;
    let browser = reading(&site, TEXT).await?;
    for (group, value) in [
        ("position", "under"),
        ("second", "TPS"),
        ("second-position", "right"),
        ("theme", "dark"),
        ("face", "kai"),
        ("size", "130"),
        ("reading-size", "60"),
        ("spacing", "20"),
        ("leading", "115"),
        ("per-line", "16"),
    ] {
        lay(&browser, group, value).await?;
    }
    let size = "parseFloat(getComputedStyle(document.querySelector('article')).fontSize)";
    browser.until("larger characters", &format!("Math.abs({size} - 31.2) < 0.1")).await?;
    let width = "document.querySelector('article').getBoundingClientRect().width";
    browser.until("short lines", &format!("{width} < 1100")).await?;
    browser.driver.refresh().await?;
    browser.until("the article", "globalThis.pairs && pairs('rt').length > 0").await?;
    expect_in_place(&browser, "under", "rt:not(.second)").await?;
    expect_in_place(&browser, "right", "rt.second").await?;
    browser.until("larger characters", &format!("Math.abs({size} - 31.2) < 0.1")).await?;
    for (group, value) in [("second", "TPS"), ("size", "130"), ("per-line", "16")] {
        let shown = format!("document.querySelector('.layout select[name={group}]').value");
        ensure!(browser.text(&shown).await? == value, "{group}");
    }
    let checked =
        "[...document.querySelectorAll('.layout input:checked')].map(one => one.value).join(' ')";
    ensure!(browser.text(checked).await? == "under citation right mark horizontal kai dark");

    // One press takes all of it back.
    browser.number("(document.querySelector('.layout .acts button').click(), 1)").await?;
    expect_in_place(&browser, "over", "rt").await?;
    browser.until("the usual size", &format!("{size} === 24")).await?;
    browser.expect_no_offence().await?;
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_theme_is_the_persons_own() -> Test {
    let site = Site::start()?;
    let browser = reading(&site, TEXT).await?;
    let paper = "getComputedStyle(document.documentElement).backgroundColor";
    let [light, dark] = ["rgb(251, 248, 242)", "rgb(23, 21, 19)"];
    for system_is_dark in [false, true] {
        browser.look_as(1280, 900, system_is_dark).await?;
        let system = if system_is_dark { dark } else { light };
        for (theme, expected) in [("dark", dark), ("light", light), ("system", system)] {
            lay(&browser, "theme", theme).await?;
            browser.until(theme, &format!("{paper} === {expected:?}")).await?;
            // It holds on every page, and before the page has started.
            if theme != "system" {
                browser.open(&site.url("/about/")).await?;
                browser.until("the page", "document.querySelector('main h1')").await?;
                ensure!(browser.text(paper).await? == expected);
                browser.open(&site.url(PRONUNCIATION)).await?;
                browser.expect_annotated(TEXT).await?;
            }
        }
    }
    browser.expect_no_offence().await?;
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_article_can_have_the_whole_screen() -> Test {
    let site = Site::start()?;
    let browser = reading(&site, TEXT).await?;
    let bars = "[...document.querySelectorAll('.bar, .counts')].filter(bar => bar.checkVisibility()).length";
    let enter = async || {
        browser.click("details.layout > summary").await?;
        browser.click(".whole-enter").await?;
        browser.until("no bars", &format!("{bars} === 0")).await
    };
    enter().await?;
    browser.picture("layout-whole").await?;
    let large = "(({ width, height }) => width >= 24 && height >= 24)(
        document.querySelector('.whole-leave').getBoundingClientRect())";
    ensure!(browser.value(large).await? == json!(true));
    browser.click(".whole-leave").await?;
    browser.until("the bars", &format!("{bars} === 2")).await?;
    browser
        .until("the focus on its button", "document.activeElement.matches('.layout > summary')")
        .await?;
    enter().await?;
    press(&browser, Key::Escape).await?;
    browser.until("the bars", &format!("{bars} === 2")).await?;
    browser.expect_no_offence().await?;
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn everything_in_the_bar_is_reached_in_a_narrow_window() -> Test {
    let site = Site::start()?;
    let browser = reading(&site, TEXT).await?;
    for width in [320, 390, 768, 1280] {
        browser.look_as(width, 800, false).await?;
        let outside = "[...document.querySelectorAll('.bar a, .bar button, .bar summary')]
            .filter(one => one.checkVisibility() && !one.closest('.panel'))
            .map(one => [one, one.getBoundingClientRect()])
            .filter(([, { left, right, width, height }]) => left < 0 || right > innerWidth
                || width < 24 || height < 24)
            .map(([one, { left, right, width, height }]) => [one.outerHTML.slice(0, 80), left, right, width, height])";
        expect_none(&browser, &format!("at {width}"), outside).await?;
        browser.expect_no_sideways_scrolling().await?;
        browser.picture(&format!("layout-bar-{width}")).await?;
        browser.click("details.layout > summary").await?;
        browser.until("the panel", "document.querySelector('.layout[open]')").await?;
        browser.expect_no_sideways_scrolling().await?;
        let inside = "(({ left, right, bottom }) => left >= 0 && right <= innerWidth && bottom <= innerHeight)(
            document.querySelector('.layout .panel').getBoundingClientRect())";
        ensure!(browser.value(inside).await? == json!(true), "the panel at {width}");
        browser.picture(&format!("layout-panel-{width}")).await?;
        press(&browser, Key::Escape).await?;
        browser.until("its end", "!document.querySelector('.layout[open]')").await?;
    }
    browser.expect_no_offence().await?;
    browser.quit().await
}
