//! A certificate of the tests' own making.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};

use super::run;

/// A certificate for `thakim.test` and `localhost`, signed by itself, and its key, as PEM. The
/// certificate stays in `folder` as `certificate.pem`.
pub fn certificate(folder: &Path) -> Result<(String, String)> {
    let (certificate, key) = (folder.join("certificate.pem"), folder.join("key.pem"));
    let said = run(Command::new("openssl")
        .args(["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"])
        .args(["-nodes", "-days", "2", "-subj", "/CN=thakim.test"])
        .args(["-addext", "subjectAltName=DNS:thakim.test,DNS:localhost,IP:127.0.0.1"])
        .arg("-keyout")
        .arg(&key)
        .arg("-out")
        .arg(&certificate))
    .context("openssl: run `cargo xtask setup test`")?;
    ensure!(said.well, "openssl: {}", said.text);
    Ok((fs::read_to_string(certificate)?, fs::read_to_string(key)?))
}
