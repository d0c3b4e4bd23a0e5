//! What Lighthouse says of both pages, on a phone of the middle range.
//!
//! Paint times, and how long the page's program keeps the processor busy, are measured on this machine, with
//! whatever else runs on it, and scaled. So they and the score for performance are printed, for people to
//! compare; no test asserts how long something takes. What follows from the page alone is asserted.

use std::env;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use thakim_e2e::Site;
use thakim_e2e::everyone::npm_packages;
use thakim_e2e::ops::root;

/// Looks at a page; gives what was said of it and the html that the server gives out for it.
fn look_at(page: &str) -> Result<(Value, String)> {
    let modules = npm_packages()?;
    let folder = modules.parent().context("a folder of packages")?;
    ensure!(
        folder.join("node_modules/lighthouse").is_dir(),
        "no Lighthouse: run `cargo xtask setup test`"
    );
    let site = Site::start()?;
    let chromium = env::var_os("THAKIM_CHROMIUM").unwrap_or_else(|| "/usr/bin/chromium".into());
    // Where the machine's own is too old, the set-up has put one beside them.
    let own = folder.join("node_modules/.bin/node");
    let output = Command::new(if own.exists() { own } else { "node".into() })
        .arg(root().join("tests/e2e/npm/lighthouse.mjs"))
        .arg(folder)
        .arg(chromium)
        .arg(site.url(""))
        .arg(page)
        .output()?;
    let errors = String::from_utf8_lossy(&output.stderr).into_owned();
    ensure!(output.status.success(), "lighthouse.mjs: {errors}");
    let said: Value = serde_json::from_slice(&output.stdout).context(errors)?;
    eprintln!("{page}: performance {}\n{said}", said["scores"]["performance"]);
    let expected = site.url(&format!("/article_pronunciation/{page}/"));
    ensure!(said["url"] == json!(expected) && said["error"].is_null(), "{said}");
    for category in ["accessibility", "best-practices", "seo"] {
        ensure!(
            said["scores"][category] == json!(1.0) || said["scores"][category] == json!(1),
            "{said}"
        );
    }
    let shift = said["figures"]["shift"].as_f64().context("no figure")?;
    ensure!(shift < 0.01, "the page jumps: {said}");
    let html = ureq::get(&expected).call()?.body_mut().read_to_string()?;
    Ok((said, html))
}

#[test]
fn the_page_where_a_text_is_pasted() -> Result<()> {
    let (said, html) = look_at("input")?;
    // A person sees it as soon as the first html is there, and not when the program has come.
    let words = said["largest"]["says"].as_str().unwrap_or_default();
    let words: String = words.chars().take(40).collect();
    ensure!(!words.is_empty() && html.contains(&words), "not in the first html: {said}");
    for (what, requests, bytes) in [("painted", 3, 30_000), ("begun", 7, 700_000)] {
        let number = |name: &str| said["weight"][what][name].as_u64().context("no number");
        ensure!(number("requests")? <= requests, "too many requests before it has {what}: {said}");
        ensure!(number("bytes")? <= bytes, "too many bytes before it has {what}: {said}");
    }
    Ok(())
}

#[test]
fn the_page_of_the_annotated_article() -> Result<()> {
    look_at("pronunciation").map(drop)
}
