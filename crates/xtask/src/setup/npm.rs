//! What npm packages: wasm-opt, and scanners of headers.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};

use super::{Need, Toolbox};
use crate::command::{self, command};

/// Fails where node is too old for the scanners.
const RECENT: &str = "process.exit(parseInt(process.versions.node) >= 20 ? 0 : 1)";

/// A node that runs binaryen, as npm packages it, for machines whose own is too old.
const NODE: &str = "node@22";

/// `wasm-opt`, which makes wasm smaller.
pub(crate) struct WasmOpt {
    /// Of npm's binaryen.
    pub(crate) version: &'static str,
}

impl WasmOpt {
    fn npm_install(&self, toolbox: &Toolbox, packages: &[&str]) -> Result<()> {
        fs::create_dir_all(toolbox.binaryen())?;
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

/// The scanners whose verdicts `tests/e2e` asks for, at the versions of
/// `tests/e2e/npm/package-lock.json`.
pub(crate) struct Verdicts;

impl Verdicts {
    /// The folder that is committed: what to install, and the program that asks.
    fn source() -> PathBuf {
        crate::workspace::root().join("tests/e2e/npm")
    }

    /// The lock file as it was when the packages were installed.
    fn noted(toolbox: &Toolbox) -> PathBuf {
        toolbox.verdicts().join("installed-lock.json")
    }
}

impl Need for Verdicts {
    fn name(&self) -> String {
        "npm's @mdn/mdn-http-observatory, csp_evaluator and lighthouse".to_owned()
    }

    fn reason(&self) -> &'static str {
        "what other people's scanners say of our headers and pages; 300 MB"
    }

    fn means(&self) -> String {
        "npm ci --ignore-scripts, into the user's cache".to_owned()
    }

    fn is_met(&self, toolbox: &Toolbox) -> bool {
        let wanted = fs::read(Verdicts::source().join("package-lock.json")).ok();
        wanted.is_some() && wanted == fs::read(Verdicts::noted(toolbox)).ok()
    }

    fn install(&self, toolbox: &Toolbox) -> Result<()> {
        let folder = toolbox.verdicts();
        fs::create_dir_all(&folder)?;
        for name in ["package.json", "package-lock.json"] {
            fs::copy(Verdicts::source().join(name), folder.join(name))?;
        }
        // Nothing of them needs to be compiled for what is asked of them.
        command::run(
            command("npm")
                .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix"])
                .arg(&folder),
        )
        .context("is npm's registry reachable?")?;
        // Its scripts would fetch the list of hosts that browsers know to speak TLS only; no host of
        // ours is among them.
        let observatory = folder.join("node_modules/@mdn/mdn-http-observatory");
        fs::write(observatory.join("conf/hsts-preload.json"), "{}\n")?;
        if command::output(command("node").args(["--eval", RECENT])).is_none() {
            println!(
                "This machine's node is too old for them; installing {NODE} beside them (npm)."
            );
            command::run(
                command("npm")
                    .args(["install", "--no-audit", "--no-fund", "--no-save", "--prefix"])
                    .arg(&folder)
                    .arg(NODE),
            )?;
        }
        fs::copy(folder.join("package-lock.json"), Verdicts::noted(toolbox))?;
        Ok(())
    }
}
