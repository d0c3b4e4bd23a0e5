//! Where things are in the checkout, and when it was last committed to.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, SystemTime, UNIX_EPOCH};
use std::{env, fs};

use anyhow::{Context, Result, anyhow};

/// The root of the checkout.
pub(crate) fn root() -> PathBuf {
    // `cargo run` says where this crate is; the path of compile time is for running the bare binary.
    let here = env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    here.ancestors().nth(2).map_or(here.clone(), Path::to_path_buf)
}

/// The built site.
pub(crate) fn site() -> PathBuf {
    root().join("www/dist")
}

/// nginx's configuration.
pub(crate) fn nginx_conf() -> PathBuf {
    root().join("nginx")
}

/// The version of a package in Cargo.lock.
pub(crate) fn locked_version(package: &str) -> Result<String> {
    let path = root().join("Cargo.lock");
    let text = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
    let lock: toml::Table = text.parse().context("Cargo.lock")?;
    lock.get("package")
        .and_then(toml::Value::as_array)
        .into_iter()
        .flatten()
        .find(|entry| entry.get("name").and_then(toml::Value::as_str) == Some(package))
        .and_then(|entry| entry.get("version")?.as_str())
        .map(str::to_owned)
        .ok_or_else(|| anyhow!("Cargo.lock holds no package `{package}`"))
}

/// The time that built files carry: `SOURCE_DATE_EPOCH`, or that of the last commit, or, where the
/// checkout differs from it, now. The server makes ETags of time and size, and names by hash keep
/// sizes equal: two different builds must never share a time.
pub(crate) fn build_time() -> SystemTime {
    let seconds = |text: &str| text.trim().parse().ok().map(Duration::from_secs);
    env::var("SOURCE_DATE_EPOCH")
        .ok()
        .and_then(|epoch| seconds(&epoch))
        .or_else(|| {
            let clean = git(&["status", "--porcelain"])?.is_empty();
            if clean { seconds(&git(&["log", "-1", "--format=%ct"])?) } else { None }
        })
        .map_or_else(SystemTime::now, |since| UNIX_EPOCH + since)
}

fn git(arguments: &[&str]) -> Option<String> {
    let output = Command::new("git").args(arguments).current_dir(root()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}
