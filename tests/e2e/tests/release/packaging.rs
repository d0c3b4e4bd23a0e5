//! What an operator's tools think of our files.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use thakim_e2e::ops::{root, run};

const CURE: &str = "run `cargo xtask setup test`";

#[test]
fn the_scripts_are_plain_shell() -> Result<()> {
    for name in ["operate/thakim", "cluster/rollout", "cluster/publish"] {
        let said = run(Command::new("shellcheck")
            .args(["--shell", "sh"])
            .arg(root().join("nginx").join(name)))
        .context(CURE)?;
        ensure!(said.well, "{name}: {}", said.text);
    }
    Ok(())
}

#[test]
fn the_unit_is_one_and_exposes_little() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let unit: PathBuf = folder.path().join("thakim.service");
    fs::copy(root().join("nginx/systemd/thakim.service"), &unit)?;
    let analyze = || Command::new("systemd-analyze");
    let said = run(analyze().args(["verify", "--man=no"]).arg(&unit)).context(CURE)?;
    ensure!(said.well && !said.text.contains("thakim.service:"), "verify: {}", said.text);
    // Of 100 for a service without any restriction; systemd prints it as 1.6 of 10.
    let said = run(analyze().args(["security", "--offline=true", "--threshold=20"]).arg(&unit))?;
    ensure!(said.well, "security: {}", said.text);
    Ok(())
}

#[test]
fn the_container_is_made_of_what_is_in_the_archive() -> Result<()> {
    let folder = root().join("nginx/container");
    let text = fs::read_to_string(folder.join("Containerfile"))?;
    for part in ["USER thakim", "nginx", "libnginx-mod-http-brotli-static", "thakim install"] {
        assert!(text.contains(part), "{part}");
    }
    // One place says which packages a server needs.
    let debian = fs::read_to_string(root().join("crates/xtask/src/setup/debian.rs"))?;
    assert!(debian.contains("\"libnginx-mod-http-brotli-static\""));
    Ok(())
}
