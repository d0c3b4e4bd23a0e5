//! Tools that cargo installs.

use anyhow::{Context, Result};

use super::{Need, Toolbox};
use crate::command;

/// A program of a crate, at one version.
pub(crate) struct CargoTool {
    package: &'static str,
    /// The programs that must be there, each saying the version.
    programs: &'static [&'static str],
    version: String,
    reason: &'static str,
    /// Whether to install with the versions that the crate was released with.
    locked: bool,
}

/// Trunk, which builds the site.
pub(crate) fn trunk(version: &str) -> CargoTool {
    CargoTool {
        package: "trunk",
        programs: &["trunk"],
        version: version.to_owned(),
        reason: "builds the site; about 5 minutes",
        locked: true,
    }
}

/// wasm-bindgen's programs, which must be of the very version of the crate in Cargo.lock.
pub(crate) fn wasm_bindgen(version: &str) -> CargoTool {
    CargoTool {
        package: "wasm-bindgen-cli",
        programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
        version: version.to_owned(),
        reason: "joins wasm and JavaScript; about 2 minutes",
        // Its lock file names a version that is not to be had.
        locked: false,
    }
}

/// Firefox's driver.
pub(crate) fn geckodriver(version: &str) -> CargoTool {
    CargoTool {
        package: "geckodriver",
        programs: &["geckodriver"],
        version: version.to_owned(),
        reason: "drives Firefox in tests; about 3 minutes",
        locked: true,
    }
}

impl CargoTool {
    fn arguments(&self) -> Vec<String> {
        let mut arguments: Vec<String> =
            ["install", self.package, "--version", &self.version].map(str::to_owned).into();
        if self.locked {
            arguments.push("--locked".to_owned());
        }
        arguments
    }
}

impl Need for CargoTool {
    fn name(&self) -> String {
        format!("{} {}", self.package, self.version)
    }

    fn reason(&self) -> &'static str {
        self.reason
    }

    fn means(&self) -> String {
        format!("cargo {}, into the user's cache", self.arguments().join(" "))
    }

    fn is_met(&self, toolbox: &Toolbox) -> bool {
        self.programs.iter().all(|program| {
            command::output(toolbox.command(program).arg("--version"))
                .is_some_and(|said| said.split_whitespace().any(|word| word == self.version))
        })
    }

    fn install(&self, toolbox: &Toolbox) -> Result<()> {
        let root = toolbox.cargo_root(self.package, &self.version);
        command::run(command::command("cargo").args(self.arguments()).arg("--root").arg(root))
            .context("is crates' registry reachable, and a C compiler (build-essential) installed?")
    }
}
