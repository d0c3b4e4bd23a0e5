//! How fast the built site is in headless Chromium on this machine.
//!
//! This program measures and asserts nothing; compare its figures only with others of the same run.
//!
//! `cargo run --release -p thakim-e2e --example figures`, after `cargo xtask build`

use std::time::Instant;

use anyhow::Result;
use thakim_e2e::{Browser, INPUT, PRONUNCIATION, Profile, Site, article};

#[tokio::main]
async fn main() -> Result<()> {
    let site = Site::start()?;
    let unit = article("modern.txt")? + article("classical.txt")?.as_str();
    let long: String = unit.chars().cycle().take(200_000).collect();
    let han = long.chars().filter(|letter| thakim_document::is_han(*letter)).count();

    for round in 1..=3 {
        let browser = Browser::start(&Profile::new()?).await?;
        let begin = Instant::now();
        browser.open(&site.url(INPUT)).await?;
        browser.annotate(&unit).await?;
        browser.until("the first reading", "document.querySelector('article rt')").await?;
        let first = begin.elapsed().as_secs_f64();

        browser.until("ready offline", "thakimBoot.offline.state === 'ready'").await?;
        let offline = begin.elapsed().as_secs_f64();

        browser.click("a.back").await?;
        browser.until("the form", "document.querySelector('body > .write textarea')").await?;
        browser.paste("textarea", &long).await?;
        let watch = format!(
            "(() => {{
                globalThis.begun = performance.now();
                const look = () => {{
                    const count = document.querySelector('.han-count')?.textContent ?? '';
                    const done = location.pathname === '{PRONUNCIATION}' &&
                        Number(count.replaceAll(/[^0-9]/g, '')) === {han};
                    if (done) globalThis.took = performance.now() - begun;
                    else setTimeout(look, 1);
                }};
                document.querySelector('button[type=submit]').click();
                look();
                return 1;
            }})()"
        );
        browser.number(&watch).await?;
        browser.until("the end of the long article", "globalThis.took > 0").await?;
        let milliseconds = browser.value("globalThis.took").await?.as_f64().unwrap_or(f64::NAN);
        println!(
            "round {round}: empty cache to first reading {first:.2} s, to ready offline {offline:.2} s; \
             200,000 characters from button to last batch {milliseconds:.0} ms, {:.2} M chars/s",
            0.2 / (milliseconds / 1e3)
        );
        browser.quit().await?;
    }
    Ok(())
}
