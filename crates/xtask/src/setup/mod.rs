//! Set-up: what a task needs on the machine, found or installed.
//!
//! Every need is looked for first. What is missing is listed, with what for and how it will be
//! installed, before anything is; then it is installed by the ordinary clients. Tools of ours go to
//! a folder of the user's cache that all checkouts share, so nothing is installed twice.

mod cargo_tool;
mod debian;
mod npm;
mod rust;
mod toolbox;

use std::fmt;

use anyhow::{Context, Result};
use clap::ValueEnum;

pub(crate) use toolbox::Toolbox;

/// The version of Trunk.
pub(crate) const TRUNK: &str = "0.21.14";
/// The version of npm's binaryen, which brings `wasm-opt`; `Trunk.toml` names the same.
pub(crate) const BINARYEN: &str = "132";
/// The version of Firefox's driver.
const GECKODRIVER: &str = "0.37.1";

/// What the machine is to be ready for.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, ValueEnum)]
pub(crate) enum Purpose {
    /// Building the site.
    Build,
    /// Building and serving it.
    Serve,
    /// All that, and every test in Chromium.
    Test,
    /// All that, and the tests in the other engines.
    Engines,
}

impl fmt::Display for Purpose {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Purpose::Build => "`cargo xtask build`",
            Purpose::Serve => "`cargo xtask serve`",
            Purpose::Test => "`cargo xtask test`",
            Purpose::Engines => "`cargo xtask test engines`",
        })
    }
}

/// Something that must be on the machine.
trait Need {
    /// What it is, with its version.
    fn name(&self) -> String;
    /// What it is for.
    fn reason(&self) -> &'static str;
    /// The command that will install it.
    fn means(&self) -> String;
    /// Whether it is here.
    fn is_met(&self, toolbox: &Toolbox) -> bool;
    /// An error when it cannot be installed from here, known before anything is.
    fn check(&self) -> Result<()> {
        Ok(())
    }
    /// Installs it.
    fn install(&self, toolbox: &Toolbox) -> Result<()>;
}

/// Makes the machine ready, and says where the tools are.
pub(crate) fn ensure(purpose: Purpose) -> Result<Toolbox> {
    let bindgen = crate::workspace::locked_version("wasm-bindgen")?;
    let toolbox = Toolbox::new(TRUNK, &bindgen, BINARYEN, GECKODRIVER)?;
    let mut needs: Vec<Box<dyn Need>> = Vec::new();
    needs.extend(debian::needs(purpose, &toolbox));
    needs.push(Box::new(rust::WasmTarget));
    if purpose >= Purpose::Test {
        needs.push(Box::new(rust::Component {
            name: "rustfmt",
            reason: "checks the code's layout",
        }));
        needs.push(Box::new(rust::Component { name: "clippy", reason: "checks the code" }));
    }
    needs.push(Box::new(cargo_tool::trunk(TRUNK)));
    needs.push(Box::new(cargo_tool::wasm_bindgen(&bindgen)));
    needs.push(Box::new(npm::WasmOpt { version: BINARYEN }));
    if purpose >= Purpose::Test {
        needs.push(Box::new(npm::Verdicts));
    }
    if purpose >= Purpose::Engines {
        needs.push(Box::new(cargo_tool::geckodriver(GECKODRIVER)));
    }

    let missing: Vec<_> = needs.into_iter().filter(|need| !need.is_met(&toolbox)).collect();
    if missing.is_empty() {
        return Ok(toolbox);
    }
    println!("{purpose} needs what is not on this machine yet. To be installed:");
    for need in &missing {
        println!("  {} ({})\n      {}", need.name(), need.reason(), need.means());
    }
    for need in &missing {
        need.check()?;
    }
    for need in &missing {
        println!("Installing {} …", need.name());
        need.install(&toolbox).with_context(|| format!("cannot install {}", need.name()))?;
        anyhow::ensure!(
            need.is_met(&toolbox),
            "{} was installed (`{}`) but does not run here",
            need.name(),
            need.means()
        );
    }
    Ok(toolbox)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trunk_toml_names_the_wasm_opt_that_is_installed() {
        let text = std::fs::read_to_string(crate::workspace::root().join("Trunk.toml")).unwrap();
        let config: toml::Table = text.parse().unwrap();
        let named = config["tools"]["wasm_opt"].as_str().unwrap();
        assert_eq!(named, format!("version_{BINARYEN}"));
        assert!(config["trunk-version"].as_str().unwrap().ends_with(TRUNK));
    }
}
