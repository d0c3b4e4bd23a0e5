//! wasm-opt, from npm's binaryen.

use anyhow::{Context, Result};

use super::{Need, Toolbox};
use crate::command::{self, command};

/// A node that runs binaryen, as npm packages it, for machines whose own is too old.
const NODE: &str = "node@22";

/// `wasm-opt`, which makes wasm smaller.
pub(crate) struct WasmOpt {
    /// Of npm's binaryen.
    pub(crate) version: &'static str,
}

impl WasmOpt {
    fn npm_install(&self, toolbox: &Toolbox, packages: &[&str]) -> Result<()> {
        std::fs::create_dir_all(toolbox.binaryen())?;
        command::run(
            command("npm")
                .args(["install", "--no-audit", "--no-fund", "--no-save", "--prefix"])
                .arg(toolbox.binaryen())
                .args(packages),
        )
        .context("is npm's registry reachable?")
    }
}

impl Need for WasmOpt {
    fn name(&self) -> String {
        format!("wasm-opt {}", self.version)
    }

    fn reason(&self) -> &'static str {
        "makes what visitors download smaller"
    }

    fn means(&self) -> String {
        format!("npm install binaryen@{}, into the user's cache", self.version)
    }

    fn is_met(&self, toolbox: &Toolbox) -> bool {
        // `wasm-opt version 132 (version_132)`
        command::output(toolbox.command("wasm-opt").arg("--version"))
            .is_some_and(|said| said.split_whitespace().any(|word| word == self.version))
    }

    fn install(&self, toolbox: &Toolbox) -> Result<()> {
        let package = format!("binaryen@{}", self.version);
        self.npm_install(toolbox, &[&package])?;
        if !self.is_met(toolbox) {
            println!("This machine's node does not run it; installing {NODE} beside it (npm).");
            self.npm_install(toolbox, &[&package, NODE])?;
        }
        Ok(())
    }
}
