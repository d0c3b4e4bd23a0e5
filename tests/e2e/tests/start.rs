//! What stands there before the page's program has come: the same things in the same places, to be used at once.

use anyhow::{Result, ensure};
use serde_json::json;
use thakim_e2e::{Browser, INPUT, PRONUNCIATION, Profile, Site};

type Test = Result<()>;

/// Holds the page's program back until `globalThis.letThrough()`.
const HOLD: &str = "
    // Another window's place would come back.
    history.scrollRestoration = 'manual';
    const ask = globalThis.fetch;
    const held = new Promise(resolve => { globalThis.letThrough = resolve; });
    globalThis.fetch = async (...request) => {
        if (String(request[0]).endsWith('.wasm')) await held;
        return ask(...request);
    };
    globalThis.shifts = 0;
    new PerformanceObserver(list => {
        for (const { value } of list.getEntries()) globalThis.shifts += value;
    }).observe({ type: 'layout-shift', buffered: true });
";

/// Where things of the frame stand, and what they say; the same of the page.
const PLACES: &str = "JSON.stringify(['.mast .han', '.mast [lang=nan-Latn-tailo]', '.first-line', 'textarea',
        '.choices > summary', '.said-shortly', '.sources .file', '.sources > button:last-of-type', '[type=submit]', '.below',
        '.foot a:nth-child(1)', '.foot a:nth-child(2)', '.foot a:nth-child(5)', '.languages button:last-child']
    .map(selector => {
        const page = document.querySelector('body > .write') ?? document.querySelector('#boot > .write');
        const found = page.querySelector(selector);
        const { x, y, width, height } = found.getBoundingClientRect();
        const style = getComputedStyle(found);
        return [selector, x, y, width, height, style.color, style.font, selector === '.below' || found.innerText, found.placeholder].join(' ');
    }))";

const HAS_COME: &str =
    "!document.querySelector('#boot') && document.querySelector('body > .write textarea')";

/// Opens the form while the program is held back, and waits until what stands there can be used.
async fn open_held(browser: &Browser, url: &str) -> Test {
    browser.before_every_page(HOLD).await?;
    browser.open(url).await?;
    browser.until("the boot script", "globalThis.thakimBoot").await
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_moves_when_the_page_comes() -> Test {
    let site = Site::start()?;
    let browser = Browser::start(&Profile::new()?).await?;
    open_held(&browser, &site.url(INPUT)).await?;
    for language in ["zh-Hant-TW", "nan-Hant-TW", "en"] {
        browser
            .value(&format!("(localStorage.setItem('thakim.language', {language:?}), 1)"))
            .await?;
        for (width, height) in [(320, 640), (390, 844), (768, 1024), (1280, 860)] {
            browser.look_as(width, height, width == 390).await?;
            browser.driver.refresh().await?;
            browser.until("the boot script", "globalThis.thakimBoot").await?;
            let state = format!("{language}-{width}");
            browser.picture(&format!("start-{state}-before")).await?;
            let before = browser.text(PLACES).await?;
            browser.value("(letThrough(), 1)").await?;
            browser.until("the page", HAS_COME).await?;
            let after = browser.text(PLACES).await?;
            browser.picture(&format!("start-{state}-behind")).await?;
            ensure!(before == after, "{state}:\n{before}\n{after}");
            let shifts = browser.value("shifts").await?;
            ensure!(
                shifts.as_f64().is_some_and(|shifts| shifts < 0.001),
                "{state} jumps: {shifts}"
            );
        }
    }
    browser.expect_no_offence().await?;
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_typed_and_chosen_before_stays() -> Test {
    let site = Site::start()?;
    let browser = Browser::start(&Profile::new()?).await?;
    open_held(&browser, &site.url(INPUT)).await?;
    browser.find("#boot textarea").await?.send_keys("今仔日天氣真好。").await?;
    // In the middle of a word of an input method.
    browser
        .value(
            "(area => { area.setSelectionRange(2, 5); area.dispatchEvent(new CompositionEvent('compositionstart')); return 1; })
                (document.querySelector('#boot textarea'))",
        )
        .await?;
    browser.value("(letThrough(), 1)").await?;
    browser
        .until(
            "the program",
            "performance.getEntriesByType('resource').some(({ name }) => /page-.*wasm/.test(name))",
        )
        .await?;
    browser
        .awaited("new Promise(resolve => requestIdleCallback(() => requestIdleCallback(resolve)))")
        .await?;
    ensure!(
        browser.value("Boolean(document.querySelector('#boot textarea'))").await? == json!(true)
    );
    browser
        .value("document.querySelector('#boot textarea').dispatchEvent(new CompositionEvent('compositionend'))")
        .await?;
    browser.until("the page", HAS_COME).await?;
    let area = "(area => [area.value, area.selectionStart, area.selectionEnd, area === document.activeElement].join())
        (document.querySelector('textarea'))";
    ensure!(
        browser.text(area).await? == "今仔日天氣真好。,2,5,true",
        "{}",
        browser.text(area).await?
    );
    // It is kept as what is typed later is.
    browser.driver.refresh().await?;
    browser.value("(letThrough(), 1)").await?;
    browser.expect_draft("今仔日天氣真好。").await?;
    browser.expect_no_offence().await?;
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_pressed_before_is_done() -> Test {
    let site = Site::start()?;
    let browser = Browser::start(&Profile::new()?).await?;
    open_held(&browser, &site.url(INPUT)).await?;
    browser.find("#boot textarea").await?.send_keys("我愛台灣").await?;
    browser.click("#boot button[type=submit]").await?;
    browser.value("(letThrough(), 1)").await?;
    browser.until("the article", &format!("location.pathname === '{PRONUNCIATION}'")).await?;
    browser.expect_annotated("我愛台灣").await?;

    // The address of the annotated article has its own frame.
    browser.driver.refresh().await?;
    browser.until("the bar", "document.querySelector('#boot .bar').checkVisibility()").await?;
    ensure!(
        browser.value("document.querySelector('#boot textarea').checkVisibility()").await?
            == json!(false)
    );
    browser.value("(letThrough(), 1)").await?;
    browser.expect_annotated("我愛台灣").await?;
    browser.expect_no_offence().await?;
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn where_the_program_does_not_come_the_text_stays() -> Test {
    let site = Site::start()?;
    let browser = Browser::start(&Profile::new()?).await?;
    open_held(&browser, &site.url(INPUT)).await?;
    browser.find("#boot textarea").await?.send_keys("我愛台灣").await?;
    browser.devtools("Network.enable", json!({})).await?;
    browser.devtools("Network.setBlockedURLs", json!({ "urls": ["*.wasm"] })).await?;
    browser.value("(letThrough(), 1)").await?;
    browser.until_it_says("文章還在").await?;
    ensure!(browser.text("document.querySelector('textarea').value").await? == "我愛台灣");
    browser.devtools("Network.setBlockedURLs", json!({ "urls": [] })).await?;
    browser.press("再試").await?;
    browser
        .until_across_loads(
            "the boot script",
            "globalThis.thakimBoot && !document.querySelector('[role=alert]')",
        )
        .await?;
    browser.value("(letThrough(), 1)").await?;
    browser.until("the page", HAS_COME).await?;
    browser.expect_draft("我愛台灣").await?;
    browser.quit().await
}
