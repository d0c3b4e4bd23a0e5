//! The sheet of reference pictures: every layout, theme, width and language on one page that a person can
//! look through, and the measures of each layout, which must stay what they are.
//!
//! `cargo xtask pictures` takes the pictures into `target/pictures`; with `--keep` they and the measures
//! become the references in `tests/e2e/references`. What is compared is where things stand, in units of the
//! characters' size, not pixels: another version of the browser draws other pixels.

use std::collections::BTreeMap;
use std::env;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, ensure};
use base64::prelude::*;
use serde_json::{Value, json};
use thakim_e2e::ops::root;
use thakim_e2e::{Browser, INPUT, Profile, Site};

/// A title, two paragraphs that wrap, a character without a reading.
const TEXT: &str = "透早的市場\n天猶未光，市場就鬧熱起來矣。賣菜的阿婆共一把一把的青菜排甲整整齊齊，喙閣那唸：「今仔日的菜頭上甜，欲買著緊！」買菜的人若行若看，手裡提一个籃仔，心內咧拍算暗頓欲煮啥物。\n行行重行行，與君生別離\u{2A6D6}。相去萬餘里，各在天一涯；道路阻且長，會面安可知？\n";

/// A layout: its name, and what is chosen for it in the menus, by the names in the page's markup.
const LAYOUTS: [(&str, &[(&str, &str)]); 11] = [
    ("over", &[]),
    ("right", &[("notation", "TPS"), ("position", "right")]),
    ("under", &[("position", "under")]),
    ("between", &[("position", "between")]),
    ("two", &[("second", "TPS"), ("second-position", "right")]),
    ("two-under", &[("second", "POJ"), ("second-position", "under")]),
    ("vertical", &[("direction", "vertical")]),
    ("vertical-right", &[("direction", "vertical"), ("notation", "TPS"), ("position", "right")]),
    ("uncertain", &[("show", "uncertain")]),
    ("readings", &[("show", "readings")]),
    ("both-tones", &[("shown-tones", "both")]),
];

const WIDTHS: [(u32, u32); 2] = [(390, 844), (1280, 900)];
const PAGES: [(&str, &str); 5] = [
    ("input", INPUT),
    ("articles", "/articles/"),
    ("dictionary", "/dictionary/"),
    ("help", "/help/"),
    ("about", "/about/"),
];
const LANGUAGES: [&str; 3] = ["zh-Hant-TW", "nan-Hant-TW", "en"];

/// How far a measure may be from its reference, in sizes of a character.
const TOLERANCE: f64 = 0.15;

/// Where pictures go, if any are taken.
struct Album {
    folder: PathBuf,
    pictures: Vec<String>,
}

impl Album {
    fn new() -> Result<Option<Album>> {
        let Some(folder) = env::var_os("THAKIM_PICTURES").map(PathBuf::from) else {
            return Ok(None);
        };
        fs::create_dir_all(&folder)?;
        Ok(Some(Album { folder, pictures: Vec::new() }))
    }

    /// Takes one, at half size: a sheet of them is to be looked through, and some are kept.
    async fn take(&mut self, browser: &Browser, name: &str) -> Result<()> {
        let still = "document.getAnimations().every(one => one.playState !== 'running')";
        browser.until("the end of all motion", still).await?;
        let (width, height) =
            (browser.number("innerWidth").await?, browser.number("innerHeight").await?);
        // The picture is of the window where it is scrolled to.
        let top = browser.number("Math.round(scrollY)").await?;
        let answer = browser
            .devtools(
                "Page.captureScreenshot",
                json!({ "format": "webp", "quality": 60, "captureBeyondViewport": false,
                    "clip": { "x": 0, "y": top, "width": width, "height": height, "scale": 0.5 } }),
            )
            .await?;
        let data = answer["data"].as_str().context("no picture")?;
        let picture =
            BASE64_STANDARD.decode(data).map_err(|error| anyhow!("a picture: {error}"))?;
        fs::write(self.folder.join(format!("{name}.webp")), picture)?;
        self.pictures.push(name.to_owned());
        Ok(())
    }

    /// Writes the page that shows them all.
    fn bind(&self) -> Result<()> {
        let mut page = "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\
            <title>Reference pictures</title><style>\n\
            body { font: 14px system-ui; margin: 1rem; background: #888; color: #fff }\n\
            main { display: flex; flex-wrap: wrap; gap: 1rem; align-items: start }\n\
            figure { margin: 0 } img { display: block; max-width: 100% }\n\
            </style></head><body><h1>Every layout, theme, width and language</h1><main>\n"
            .to_owned();
        for name in &self.pictures {
            writeln!(
                page,
                "<figure><img src=\"{name}.webp\" alt=\"{name}\" loading=\"lazy\"><figcaption>{name}</figcaption></figure>"
            )?;
        }
        page.push_str("</main></body></html>\n");
        fs::write(self.folder.join("index.html"), page)?;
        Ok(())
    }
}

/// Chooses something in a menu without opening it.
async fn choose(browser: &Browser, name: &str, value: &str) -> Result<()> {
    browser.make_panels().await?;
    let chosen = format!(
        "(() => {{
            const radio = document.querySelector('input[name={name:?}][value={value:?}]');
            if (radio) {{ radio.click(); return true; }}
            const select = document.querySelector('select[name={name:?}]');
            if (![...select?.options ?? []].some(option => option.value === {value:?})) return false;
            select.value = {value:?};
            select.dispatchEvent(new Event('change', {{ bubbles: true }}));
            return true;
        }})()"
    );
    ensure!(browser.value(&chosen).await? == json!(true), "no choice {name} {value}");
    Ok(())
}

/// Where the first readings stand in relation to their characters, how far lines are apart and how many
/// characters the first long one has: all in sizes of a character, to a twentieth.
const MEASURES: &str = "(() => {
    const round = number => Math.round(number * 20) / 20;
    const line = document.querySelectorAll('article .para')[1];
    const em = parseFloat(getComputedStyle(line).fontSize);
    const box = element => {
        const range = document.createRange();
        range.selectNodeContents(element);
        return range.getBoundingClientRect();
    };
    const readings = [...line.querySelectorAll('ruby')].slice(0, 5).map(ruby => {
        const character = box([...ruby.childNodes].find(node => !['rt', 'rp'].includes(node.localName)));
        return [...ruby.querySelectorAll('rt')].filter(rt => rt.checkVisibility()).map(rt => {
            const reading = rt.getBoundingClientRect();
            return [
                round((reading.left + reading.right - character.left - character.right) / 2 / em),
                round((reading.top + reading.bottom - character.top - character.bottom) / 2 / em),
            ];
        });
    });
    const vertical = getComputedStyle(line).writingMode.startsWith('vertical');
    const starts = [...line.querySelectorAll('ruby')].map(ruby => box(ruby));
    const along = one => vertical ? one.top : one.left;
    const first = starts.findIndex((one, at) => at > 0 && along(one) < along(starts[at - 1]) - em);
    return { readings, characters: first, lines: round(line.getBoundingClientRect()[vertical ? 'width' : 'height'] / em) };
})()";

fn references() -> PathBuf {
    root().join("tests/e2e/references")
}

/// What is not as it was, a line for each.
fn differences(name: &str, found: &Value, expected: &Value, faults: &mut Vec<String>) {
    match (found, expected) {
        (Value::Number(a), Value::Number(b)) => {
            let (a, b) = (a.as_f64().unwrap_or(0.0), b.as_f64().unwrap_or(0.0));
            if (a - b).abs() > TOLERANCE {
                faults.push(format!("{name}: {a}, was {b}"));
            }
        }
        (Value::Array(a), Value::Array(b)) if a.len() == b.len() => {
            for (at, (a, b)) in a.iter().zip(b).enumerate() {
                differences(&format!("{name}[{at}]"), a, b, faults);
            }
        }
        (Value::Object(a), Value::Object(b)) if a.keys().eq(b.keys()) => {
            for (key, a) in a {
                differences(&format!("{name}.{key}"), a, &b[key], faults);
            }
        }
        (a, b) if a == b => {}
        (a, b) => faults.push(format!("{name}: {a}, was {b}")),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_layout_stands_as_it_stood() -> Result<()> {
    let site = Site::start()?;
    let mut album = Album::new()?;
    let mut measures = BTreeMap::new();
    for (width, height) in WIDTHS {
        for (layout, choices) in LAYOUTS {
            let browser = Browser::start(&Profile::new()?).await?;
            browser.look_as(width, height, false).await?;
            browser.open(&site.url(INPUT)).await?;
            browser.annotate(TEXT).await?;
            browser.expect_annotated(TEXT).await?;
            browser
                .until("the end of the annotation", "!document.querySelector('.now button')")
                .await?;
            for (name, value) in choices {
                choose(&browser, name, value).await?;
            }
            browser.until("the fonts", "document.fonts.status === 'loaded'").await?;
            // What was chosen is on the screen two frames later.
            browser
                .awaited(
                    "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))",
                )
                .await?;
            let name = format!("{layout}-{width}");
            measures.insert(name.clone(), browser.value(MEASURES).await?);
            if let Some(album) = &mut album {
                album.take(&browser, &format!("layout-{name}")).await?;
                browser.look_as(width, height, true).await?;
                if matches!(layout, "over" | "two" | "vertical") {
                    album.take(&browser, &format!("layout-{name}-dark")).await?;
                }
            }
            browser.quit().await?;
        }
    }
    if let Some(album) = &mut album {
        pages(&site, album).await?;
        album.bind()?;
    }
    keep_or_compare(&references().join("layouts.json"), &json!(measures))
}

async fn pages(site: &Site, album: &mut Album) -> Result<()> {
    let browser = Browser::start(&Profile::new()?).await?;
    browser.open(&site.url(INPUT)).await?;
    for language in LANGUAGES {
        browser
            .value(&format!("(localStorage.setItem('thakim.language', {language:?}), 1)"))
            .await?;
        for (name, path) in PAGES {
            browser.look_as(390, 844, language == "nan-Hant-TW").await?;
            browser.open(&site.url(path)).await?;
            browser.until("the page", "document.querySelector('body > :not(#boot) h1')").await?;
            album.take(&browser, &format!("page-{name}-{language}")).await?;
        }
    }
    browser.quit().await
}

fn keep_or_compare(path: &Path, found: &Value) -> Result<()> {
    if env::var_os("UPDATE_EXPECT").is_some() {
        fs::write(path, serde_json::to_string(found)?.replace("},", "},\n") + "\n")?;
        return Ok(());
    }
    let kept = fs::read_to_string(path).with_context(|| {
        format!("no {}: `cargo xtask pictures --keep` writes it", path.display())
    })?;
    let mut faults = Vec::new();
    differences("layouts", found, &serde_json::from_str(&kept)?, &mut faults);
    ensure!(
        faults.is_empty(),
        "layouts have changed; look at `cargo xtask pictures`, and if they are right keep them with \
         `--keep`:\n{}",
        faults.join("\n")
    );
    Ok(())
}
