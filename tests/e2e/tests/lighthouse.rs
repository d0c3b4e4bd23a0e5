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

fn look_at(page: &str) -> Result<()> {
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
    eprintln!("{said}");
    let expected = site.url(&format!("/article_pronunciation/{page}/"));
    ensure!(said["url"] == json!(expected) && said["error"].is_null(), "{said}");
    for category in ["accessibility", "best-practices", "seo"] {
        ensure!(
            said["scores"][category] == json!(1.0) || said["scores"][category] == json!(1),
            "{said}"
        );
    }
    let figure = |name: &str| said["figures"][name].as_f64().context("no figure");
    ensure!(figure("shift")? < 0.02, "the page jumps: {said}");
    Ok(())
}

#[test]
fn the_page_where_a_text_is_pasted() -> Result<()> {
    look_at("input")
}

#[test]
fn the_page_of_the_annotated_article() -> Result<()> {
    look_at("pronunciation")
}
