//! What other people's scanners say: MDN's HTTP Observatory and Google's CSP evaluator.

use std::env;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use serde_json::Value;
use thakim_e2e::ops::root;

use super::tls::Secure;

#[test]
fn two_scanners_find_nothing_to_better() -> Result<()> {
    let folder = match env::var_os("THAKIM_VERDICTS") {
        Some(folder) => PathBuf::from(folder),
        None => {
            PathBuf::from(env::var_os("HOME").context("HOME")?).join(".cache/thakim/tools/verdicts")
        }
    };
    ensure!(folder.join("node_modules").is_dir(), "no scanners: run `cargo xtask setup test`");
    let secure = Secure::start()?;
    // Where the machine's own is too old, the set-up has put one beside them.
    let own = folder.join("node_modules/.bin/node");
    let output = Command::new(if own.exists() { own } else { "node".into() })
        .arg(root().join("tests/e2e/npm/verdicts.mjs"))
        .arg(&folder)
        .arg("localhost")
        .arg(secure.plain.port().to_string())
        .arg(secure.server.address().port().to_string())
        .env("NODE_EXTRA_CA_CERTS", secure.certificate())
        .output()?;
    let errors = String::from_utf8_lossy(&output.stderr).into_owned();
    ensure!(output.status.success(), "verdicts.mjs: {errors}");
    let verdict: Value = serde_json::from_slice(&output.stdout).context(errors)?;
    eprintln!("Observatory: {} ({})", verdict["grade"], verdict["score"]);
    assert_eq!(verdict["verified"], true, "the certificate");
    assert_eq!(verdict["failed"], serde_json::json!([]), "{verdict}");
    assert_eq!(verdict["grade"], "A+", "{verdict}");
    // The one remark is that 'self' is no protection where a site hosts JSONP, AngularJS or what
    // people upload. This one hosts none of them: every file is of the release.
    let findings = verdict["findings"].as_array().context("no findings")?;
    let told: Vec<String> = findings
        .iter()
        .map(|one| format!("{} {} {}", one["severity"], one["directive"], one["value"]))
        .collect();
    assert_eq!(told, ["50 \"script-src\" \"'self'\""], "{verdict}");
    Ok(())
}
