//! The built site: Trunk compiles, then [`finish`] names, lists and precompresses.

mod assets;
mod compress;
mod dictionary;
mod finish;
mod release;
mod sentences;
mod stamp;
mod styles;
mod template;

pub(crate) use assets::sha256;

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

use anyhow::{Context, Result};

use stamp::Stamp;

use crate::setup::Toolbox;
use crate::{command, workspace};

/// What a site is built for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Mode {
    /// To be served by nginx: precompressed, with a service worker.
    Release,
    /// `trunk serve`: quick, and nothing that outlives the session.
    Development,
}

/// Builds `www/dist`, unless it stands there as built from the present sources.
pub(crate) fn build(toolbox: &Toolbox) -> Result<()> {
    let site = workspace::site();
    let stamp = Stamp::of_sources();
    if stamp.is_current(&site) {
        println!("The site in www/dist is that of the present sources.");
        return Ok(());
    }
    command::run(trunk(toolbox).args(["build", "--release"]))?;
    stamp.write(&site);
    Ok(())
}

/// Serves a development build that reloads. It has a folder of its own: what `serve` and the tests
/// use stays as it is.
pub(crate) fn dev(toolbox: &Toolbox) -> Result<()> {
    let site = workspace::root().join("target/site-dev");
    std::fs::create_dir_all(&site)?;
    command::run(trunk(toolbox).arg("serve").arg("--dist").arg(site))
}

fn trunk(toolbox: &Toolbox) -> Command {
    let mut trunk = toolbox.command("trunk");
    // Otherwise it asks the network whether it is the newest.
    trunk.arg("--skip-version-check");
    // Messages of panics name source files. Where this machine keeps them is nobody's business, and
    // the same commit shall give the same wasm on every machine.
    let cargo_home = env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| Some(PathBuf::from(env::var_os("HOME")?).join(".cargo")));
    let mut flags = format!("--remap-path-prefix={}=.", workspace::root().display());
    if let Some(cargo_home) = cargo_home {
        flags.push_str(&format!(" --remap-path-prefix={}=cargo", cargo_home.display()));
    }
    trunk.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flags);
    trunk
}

/// Trunk's hook: finishes what stands in its staging folder.
pub(crate) fn finish_from_trunk() -> Result<()> {
    let staging = env::var_os("TRUNK_STAGING_DIR")
        .map(PathBuf::from)
        .context("no TRUNK_STAGING_DIR: Trunk calls this; you want `cargo xtask build`")?;
    let mode = match env::var("TRUNK_PROFILE").as_deref() {
        Ok("release") => Mode::Release,
        _ => Mode::Development,
    };
    finish::finish(&Inputs {
        staging: &staging,
        www: &workspace::root().join("www"),
        dictionary: &workspace::root().join("dict"),
        locales: &workspace::root().join("crates/app/locales"),
        version: &workspace::locked_version(env!("CARGO_PKG_NAME"))?,
        time: workspace::build_time(),
        mode,
    })
}

/// What [`finish`] works on.
pub(crate) struct Inputs<'a> {
    /// What Trunk has built; the finished site takes its place.
    pub(crate) staging: &'a Path,
    /// `www/`: the templates.
    pub(crate) www: &'a Path,
    /// `dict/`: the dictionary's sources.
    pub(crate) dictionary: &'a Path,
    /// `crates/app/locales/`: the sentences of the page.
    pub(crate) locales: &'a Path,
    /// The project's version.
    pub(crate) version: &'a str,
    /// The time that the files carry.
    pub(crate) time: SystemTime,
    /// What for.
    pub(crate) mode: Mode,
}
