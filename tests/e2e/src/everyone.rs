//! What a page must be for everyone: looked at by axe-core, and by eye, hand and key as far as a program
//! can measure it.

use std::env;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use crate::Browser;

/// The folder with npm's packages for tests.
pub fn npm_packages() -> Result<PathBuf> {
    let folder = match env::var_os("THAKIM_VERDICTS") {
        Some(folder) => PathBuf::from(folder),
        None => {
            PathBuf::from(env::var_os("HOME").context("HOME")?).join(".cache/thakim/tools/verdicts")
        }
    };
    Ok(folder.join("node_modules"))
}

impl Browser {
    /// Fails where axe-core finds anything against WCAG 2.2 A and AA or its own best practices, or the
    /// page has something too small to press or too pale to read. `state` names what is looked at.
    pub async fn expect_for_everyone(&self, state: &str) -> Result<()> {
        let mut faults = self.axe().await?;
        for (what, script) in [("too small to press", TARGETS), ("too pale", CONTRAST)] {
            if let Value::Array(found) = self.value(script).await? {
                faults.extend(found.iter().map(|one| format!("{what}: {one}")));
            }
        }
        ensure!(faults.is_empty(), "{state}:\n  {}", faults.join("\n  "));
        Ok(())
    }

    /// What axe-core finds, a line for each.
    async fn axe(&self) -> Result<Vec<String>> {
        if self.value("typeof axe").await? == json!("undefined") {
            let path = npm_packages()?.join("axe-core/axe.min.js");
            let source = fs::read_to_string(&path)
                .with_context(|| format!("no {}: run `cargo xtask setup test`", path.display()))?;
            self.driver.execute(source, Vec::new()).await.context("axe-core does not start")?;
        }
        // What moves is looked at when it stands.
        self.until("the end of all motion", STILL).await?;
        let found = self.awaited(AXE).await?;
        Ok(serde_json::from_value(found)?)
    }

    /// Walks through the page with the Tab key until it begins again, and fails where the focus cannot be
    /// seen. Gives the number of stops.
    pub async fn expect_focus_visible(&self, state: &str) -> Result<usize> {
        self.value("(document.activeElement?.blur(), globalThis.thakimStops = [], 1)").await?;
        let mut stops = 0;
        // Bounded: no page of ours has so many stops outside of what is one stop with arrows in it.
        for _ in 0..200 {
            self.driver.action_chain().send_keys(thirtyfour::Key::Tab + "").perform().await?;
            match self.value(FOCUS).await? {
                Value::Null => continue,
                Value::Bool(_) => return Ok(stops),
                Value::String(fault) if !fault.is_empty() => {
                    anyhow::bail!("{state}: the focus is not to be seen on {fault}")
                }
                _ => stops += 1,
            }
        }
        anyhow::bail!("{state}: the Tab key finds no end")
    }
}

const STILL: &str = "document.getAnimations().every(one => one.playState !== 'running')";

const AXE: &str = "axe.run(document, {
    resultTypes: ['violations'],
    // An experiment of axe-core's that knows no ruby: 「行行」 with its readings looks like 「行kiânn行kiânn」 to it.
    rules: { 'label-content-name-mismatch': { enabled: false } },
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'],
}).then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.slice(0, 3).map(node =>
    `${id}: ${node.html.slice(0, 120)} (${node.target}) ${node.failureSummary.replaceAll(/\\s+/g, ' ').slice(0, 200)}`)))";

/// What can be pressed and is less than 24 px wide or high, unless it stands in a sentence.
const TARGETS: &str = "[...document.querySelectorAll(
        'a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], [role=option], [tabindex=\"0\"]')]
    .filter(element => element.checkVisibility({ visibilityProperty: true }) && !element.disabled)
    .map(element => element.matches('input') ? element.closest('label') ?? element : element)
    .filter(element => !element.matches('article, article *, .visually-hidden, .skip') || element.matches('article button'))
    .filter(element => {
        const inText = getComputedStyle(element).display === 'inline' && element.matches('p a, dd a, li a');
        const { width, height } = element.getBoundingClientRect();
        return !inText && (width < 23.99 || height < 23.99);
    })
    .map(element => `<${element.tagName} ${element.id} ${element.className}> ${element.textContent.slice(0, 40)} ${JSON.stringify(element.getBoundingClientRect())}`)";

/// Readings and characters whose colour stands out too little from what is behind them: less than 4.5 to
/// 1. axe-core does not look at all of a ruby.
const CONTRAST: &str = "(() => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d', { willReadFrequently: true });
    const channels = colour => {
        canvas.clearRect(0, 0, 1, 1);
        canvas.fillStyle = colour;
        canvas.fillRect(0, 0, 1, 1);
        return [...canvas.getImageData(0, 0, 1, 1).data];
    };
    const light = ([r, g, b]) => [r, g, b].map(c => c / 255)
        .map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
        .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
    const over = (top, below) => top.slice(0, 3).map((c, i) => c * top[3] / 255 + below[i] * (1 - top[3] / 255));
    const behind = element => {
        const layers = [];
        for (let at = element; at; at = at.parentElement) layers.push(channels(getComputedStyle(at).backgroundColor));
        return layers.reverse().reduce((below, top) => over(top, below), channels('Canvas').slice(0, 3));
    };
    const known = new Map();
    const faults = new Set();
    for (const element of document.querySelectorAll('article ruby, article rt, .check rt, .panel rt, dialog rt')) {
        if (!element.textContent.trim() || !element.checkVisibility()) continue;
        const { color } = getComputedStyle(element);
        const back = behind(element);
        const pair = `${element.localName} ${color} on ${back.map(Math.round)}`;
        if (!known.has(pair)) {
            const [a, b] = [light(over(channels(color), back)), light(back)].sort((a, b) => b - a);
            known.set(pair, (a + 0.05) / (b + 0.05));
        }
        if (known.get(pair) < 4.5) faults.add(`${pair}: ${known.get(pair).toFixed(2)}`);
    }
    return [...faults];
})()";

/// After a press of Tab: true at the end, null where the focus is nowhere, a description of an element
/// that does not show it, or an empty text.
const FOCUS: &str = "(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return thakimStops.length > 0 ? true : null;
    if (thakimStops[0] === element) return true;
    thakimStops.push(element);
    // Ours is 2 px wide at least; the browser's own, on the server's page, is called `auto`.
    const shows = one => one && (getComputedStyle(one).outlineStyle === 'auto'
        || getComputedStyle(one).outlineStyle !== 'none' && parseFloat(getComputedStyle(one).outlineWidth) >= 2);
    // What is drawn in place of the browser's own button or file input shows it.
    const seen = [element, element.nextElementSibling, element.closest('label'), element.firstElementChild];
    const isCaret = element.matches('textarea, input:not([type=radio], [type=checkbox], [type=file])');
    return isCaret || seen.some(shows) ? '' : `<${element.tagName} ${element.id} ${element.className}> ${element.textContent.slice(0, 40)}`;
})()";
