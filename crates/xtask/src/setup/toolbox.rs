//! Where the project's own tools are.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::command;

/// The folders of the tools, one for each version, in the user's cache.
pub(crate) struct Toolbox {
    cache: PathBuf,
    trunk: PathBuf,
    wasm_bindgen: PathBuf,
    binaryen: PathBuf,
    geckodriver: PathBuf,
}

impl Toolbox {
    /// For these versions.
    pub(crate) fn new(
        trunk: &str,
        wasm_bindgen: &str,
        binaryen: &str,
        geckodriver: &str,
    ) -> Result<Toolbox> {
        let cache = env::var_os("XDG_CACHE_HOME")
            .map(PathBuf::from)
            .filter(|path| path.is_absolute())
            .or_else(|| Some(PathBuf::from(env::var_os("HOME")?).join(".cache")))
            .context("neither XDG_CACHE_HOME nor HOME is set: set one, for the tools to go there")?
            .join("thakim/tools");
        Ok(Toolbox {
            trunk: cache.join(format!("trunk-{trunk}")),
            wasm_bindgen: cache.join(format!("wasm-bindgen-cli-{wasm_bindgen}")),
            binaryen: cache.join(format!("binaryen-{binaryen}")),
            geckodriver: cache.join(format!("geckodriver-{geckodriver}")),
            cache,
        })
    }

    /// The folder of a tool that cargo installs (`--root`).
    pub(crate) fn cargo_root(&self, package: &str, version: &str) -> PathBuf {
        self.cache.join(format!("{package}-{version}"))
    }

    /// The folder that npm installs binaryen into (`--prefix`).
    pub(crate) fn binaryen(&self) -> &Path {
        &self.binaryen
    }

    /// The folder that npm installs scanners of headers into.
    pub(crate) fn verdicts(&self) -> PathBuf {
        self.cache.join("verdicts")
    }

    /// The folders of programs that stand before PATH.
    pub(crate) fn folders(&self) -> Vec<PathBuf> {
        vec![
            self.trunk.join("bin"),
            self.wasm_bindgen.join("bin"),
            self.binaryen.join("node_modules/.bin"),
            self.geckodriver.join("bin"),
        ]
    }

    /// A program that finds the tools before whatever else is on PATH.
    pub(crate) fn command(&self, program: &str) -> Command {
        let folders = self.folders();
        let mut command = match command::find(program, &folders) {
            Some(path) => command::command(path),
            None => command::command(program),
        };
        command.env("PATH", self.path());
        command
    }

    /// PATH, the tools first.
    pub(crate) fn path(&self) -> OsString {
        let rest = env::var_os("PATH").unwrap_or_default();
        let all = self.folders().into_iter().chain(env::split_paths(&rest));
        // A folder with a colon in its name cannot be on PATH: it was not to begin with.
        env::join_paths(all).unwrap_or(rest)
    }
}
