//! Parts of the Rust toolchain, from rustup.

use std::path::Path;

use anyhow::{Result, bail};

use super::{Need, Toolbox};
use crate::command::{self, command, find};

const TARGET: &str = "wasm32-unknown-unknown";

/// The standard library for wasm.
pub(crate) struct WasmTarget;

impl Need for WasmTarget {
    fn name(&self) -> String {
        format!("Rust's target {TARGET}")
    }

    fn reason(&self) -> &'static str {
        "compiles the page and the engine for browsers"
    }

    fn means(&self) -> String {
        format!("rustup target add {TARGET}")
    }

    fn is_met(&self, _: &Toolbox) -> bool {
        command::output(command("rustc").args(["--print", "sysroot"])).is_some_and(|sysroot| {
            Path::new(sysroot.trim()).join("lib/rustlib").join(TARGET).is_dir()
        })
    }

    fn check(&self) -> Result<()> {
        need_rustup(&self.name())
    }

    fn install(&self, _: &Toolbox) -> Result<()> {
        command::run(command("rustup").args(["target", "add", TARGET]))
    }
}

/// A program of the toolchain that rustup's minimal profile leaves out.
pub(crate) struct Component {
    pub(crate) name: &'static str,
    pub(crate) reason: &'static str,
}

impl Need for Component {
    fn name(&self) -> String {
        self.name.to_owned()
    }

    fn reason(&self) -> &'static str {
        self.reason
    }

    fn means(&self) -> String {
        format!("rustup component add {}", self.name)
    }

    fn is_met(&self, _: &Toolbox) -> bool {
        let program = if self.name == "clippy" { "cargo-clippy" } else { "rustfmt" };
        command::output(command(program).arg("--version")).is_some()
    }

    fn check(&self) -> Result<()> {
        need_rustup(self.name)
    }

    fn install(&self, _: &Toolbox) -> Result<()> {
        command::run(command("rustup").args(["component", "add", self.name]))
    }
}

fn need_rustup(what: &str) -> Result<()> {
    if find("rustup", &[]).is_none() {
        bail!("{what} is missing and there is no rustup to add it: install Rust with rustup");
    }
    Ok(())
}
