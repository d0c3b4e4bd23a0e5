//! How lines run, what is shown, how the page looks, and that it stays so.

use anyhow::ensure;
use serde_json::json;
use thakim_e2e::{PRONUNCIATION, Site, article};
use thirtyfour::Key;

use super::support::*;

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
    ensure!(browser.value("(main => main.scrollWidth > main.clientWidth + 200)(document.querySelector('body > main, body > :not(#boot) main'))").await? == json!(true));
    let bars = "JSON.stringify([...document.querySelectorAll('.bar, .counts')].map(bar =>
        (({ top, left, width }) => [top, left, width])(bar.getBoundingClientRect())))";
    let before = browser.text(bars).await?;
    let left = "document.querySelector('body > main, body > :not(#boot) main').scrollLeft";
    browser
        .number(
            "(document.querySelector('body > main, body > :not(#boot) main').dispatchEvent(
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
    // Wherever the pointer was left.
    let bar = browser.find(".counts").await?;
    browser.driver.action_chain().move_to_element_center(&bar).perform().await?;
    browser.until("no reading", &format!("{rts} === 0")).await?;
    let word = browser.find("article .w:nth-of-type(2)").await?;
    browser.driver.action_chain().move_to_element_center(&word).perform().await?;
    browser.until("that of the word under the pointer", &format!("{rts} > 0 && {rts} < 6")).await?;
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
    browser.make_panels().await?;
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
                browser
                    .until("the page", "document.querySelector('body > :not(#boot) h1')")
                    .await?;
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
            .map(([one, { left, right, width, height }]) => [`${one.tagName}.${one.className} ${one.textContent}`, left, right, width, height])";
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
