//! How long the page is busy at a stretch with an article of 100,000 characters: when it is first shown, when the
//! notation, the layout or the look is switched, when it is scrolled, when a reading is corrected.
//!
//! This program measures and asserts nothing. It prints, for each, the longest task of the page's thread that the
//! browser reports (tasks under 50 ms are not reported), how long all such tasks took, and how long it was until
//! nothing changed any more.
//!
//! `cargo run --release -p thakim-e2e --example switches`, after `cargo xtask build`

use anyhow::Result;
use thakim_e2e::{Browser, INPUT, Profile, Site, article};

/// Runs before every page: notes long tasks, and when something last changed.
const WATCH: &str = "
    globalThis.longTasks = [];
    new PerformanceObserver(list => longTasks.push(...list.getEntries().map(one => one.duration)))
        .observe({ type: 'longtask', buffered: true });
    globalThis.changed = performance.now();
    new MutationObserver(() => { changed = performance.now(); })
        .observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    globalThis.layoutIs = async (group, value) => {
        // Panels are made when they are opened for the first time.
        for (const panel of document.querySelectorAll('.bar details')) {
            if (!panel.querySelector('.panel *')) panel.querySelector('summary').click();
            panel.open = false;
        }
        await new Promise(setTimeout);
        const radio = document.querySelector(`details input[name=${group}][value='${value}']`);
        if (radio) return radio.click();
        const select = document.querySelector(`.layout select[name=${group}]`);
        select.value = value;
        select.dispatchEvent(new Event('change', { bubbles: true }));
    };
    // As a wheel or a finger does it: a fifth of the screen with every frame, from the middle of the article on.
    globalThis.scrollSome = async () => {
        const main = document.querySelector('body > main, body > :not(#boot) main');
        const middle = document.documentElement.scrollHeight / 2;
        scrollTo(0, middle);
        await new Promise(resolve => setTimeout(resolve, 700));
        longTasks.length = 0;
        for (let step = 1; step < 120; step += 1) {
            scrollTo(0, middle + step * innerHeight / 5);
            await new Promise(requestAnimationFrame);
        }
    };
    // In leaps through all of it: whole screens that were never shown come with every frame.
    globalThis.scrollAll = async () => {
        const main = document.querySelector('body > main, body > :not(#boot) main');
        const steps = 120;
        for (let step = 0; step < steps; step += 1) {
            const share = step / steps;
            scrollTo(0, share * document.documentElement.scrollHeight);
            main.scrollLeft = -share * main.scrollWidth;
            await new Promise(requestAnimationFrame);
        }
        scrollTo(0, 0);
        main.scrollLeft = 0;
    };
";

/// Waits until nothing has changed for a while.
const QUIET: &str = "performance.now() - changed > 700";

/// What is done, and the script that does it.
const STEPS: &[(&str, &str)] = &[
    ("scroll on", "scrollSome()"),
    ("leap through it", "scrollAll()"),
    ("notation: POJ", "layoutIs('notation', 'POJ')"),
    ("notation: 方音符號", "layoutIs('notation', 'TPS')"),
    ("notation: 臺羅", "layoutIs('notation', 'TL')"),
    ("tones: numbers", "layoutIs('tones', 'number')"),
    ("tones: marks", "layoutIs('tones', 'mark')"),
    ("readings below", "layoutIs('position', 'under')"),
    ("readings at the right", "layoutIs('position', 'right')"),
    ("readings between the lines", "layoutIs('position', 'between')"),
    ("readings above", "layoutIs('position', 'over')"),
    ("a second notation", "layoutIs('second', 'TPS')"),
    ("scroll on", "scrollSome()"),
    ("leap through it", "scrollAll()"),
    ("no second notation", "layoutIs('second', '')"),
    ("both tones", "layoutIs('shown-tones', 'both')"),
    ("citation tones", "layoutIs('shown-tones', 'citation')"),
    ("characters only", "layoutIs('show', 'characters')"),
    ("readings only", "layoutIs('show', 'readings')"),
    ("readings on hover", "layoutIs('show', 'pointed')"),
    ("all", "layoutIs('show', 'all')"),
    ("larger", "layoutIs('size', '130')"),
    ("usual size", "layoutIs('size', '100')"),
    ("dark", "layoutIs('theme', 'dark')"),
    ("light", "layoutIs('theme', 'light')"),
    ("vertical", "layoutIs('direction', 'vertical')"),
    ("leap through it", "scrollAll()"),
    ("horizontal", "layoutIs('direction', 'horizontal')"),
    ("look at a word", "document.querySelectorAll('article .w.uncertain')[2].click()"),
    ("correct it", "document.querySelectorAll('.why .candidates button')[1]?.click()"),
];

#[tokio::main]
async fn main() -> Result<()> {
    let site = Site::start()?;
    let unit = article("modern.txt")? + article("classical.txt")?.as_str();
    for letters in [99_000, 120_000] {
        let text: String = unit.chars().cycle().take(letters).collect();
        let browser = Browser::start(&Profile::new()?).await?;
        browser.before_every_page(WATCH).await?;
        browser.open(&site.url(INPUT)).await?;
        browser
            .until("the copy", "['ready', 'unsupported'].includes(thakimBoot.offline.state)")
            .await?;
        println!("{letters} characters");
        browser.number("(longTasks.length = 0, globalThis.begun = performance.now(), 1)").await?;
        browser.annotate(&text).await?;
        let shown =
            "document.querySelector('article rt') && !document.querySelector('.now button')";
        browser.until("all of it", &format!("{shown} && {QUIET}")).await?;
        report(&browser, "first show").await?;
        for (name, act) in STEPS {
            let script = format!(
                "(longTasks.length = 0, globalThis.begun = performance.now(), globalThis.over = false,
                 Promise.resolve({act}).then(() => {{ over = true; }}), 1)"
            );
            browser.number(&script).await?;
            browser.until(name, &format!("over && {QUIET}")).await?;
            report(&browser, name).await?;
        }
        browser.quit().await?;
    }
    Ok(())
}

async fn report(browser: &Browser, name: &str) -> Result<()> {
    let longest = browser.value("Math.max(0, ...longTasks)").await?;
    let all = browser.value("longTasks.reduce((sum, one) => sum + one, 0)").await?;
    let until = browser.value("Math.max(0, changed - begun)").await?;
    let number = |value: serde_json::Value| value.as_f64().unwrap_or(f64::NAN);
    println!(
        "{name:28} longest task {:5.0} ms, long tasks in all {:6.0} ms, settled after {:6.0} ms",
        number(longest),
        number(all),
        number(until)
    );
    Ok(())
}
