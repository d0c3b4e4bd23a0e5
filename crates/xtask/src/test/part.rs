//! The parts of the tests.

use std::io::{BufRead, BufReader, IsTerminal};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};
use cargo_metadata::{DependencyKind, MetadataCommand, Package};
use clap::ValueEnum;

use super::count::Count;
use crate::command::{self, find, typed};
use crate::setup::{self, Purpose, Toolbox};
use crate::{site, tidy, workspace};

/// The target of what runs in browsers.
const WASM: &str = "wasm32-unknown-unknown";
/// Crates that compile to something of use only there.
const WASM_ONLY: [&str; 2] = ["thakim-app", "thakim-worker"];
/// The crate that needs the built site.
const END_TO_END: &str = "thakim-e2e";
/// Its tests without a browser.
const SERVER: [&str; 2] = ["nginx", "release"];
/// Its tests in all engines.
const ENGINES: &str = "engines";

/// A part, in the order in which they run: the quick ones first.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub(crate) enum Part {
    /// The code's layout.
    Fmt,
    /// The rules of the house.
    Tidy,
    /// The linter over what runs natively.
    Clippy,
    /// The linter over what runs in browsers.
    ClippyWasm,
    /// Unit, property and golden tests of all that runs natively.
    Native,
    /// Every line of the dictionary's sources.
    Dict,
    /// The tests that run inside a headless browser: worker, pieces of the page.
    Wasm,
    /// Building the site.
    Site,
    /// The real nginx over the built site; releases packed, installed, switched and served by many.
    Nginx,
    /// The built site in a real browser, online and off.
    E2e,
    /// The central things in Chromium, Firefox and WebKit.
    Engines,
    /// What takes minutes and runs only when it is named: 200 switches under 100,000 requests.
    Slow,
}

impl Part {
    /// Those that run when none is named.
    pub(crate) fn usual() -> Vec<Part> {
        Part::value_variants().iter().copied().filter(|part| *part != Part::Slow).collect()
    }

    /// Its name on the command line.
    pub(crate) fn name(self) -> String {
        self.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default()
    }

    /// What it looks at.
    pub(crate) fn description(self) -> String {
        self.to_possible_value()
            .and_then(|value| value.get_help().map(ToString::to_string))
            .unwrap_or_default()
    }

    /// Runs it to its end; `rest` is for the tests' own programs.
    pub(crate) fn run(self, toolbox: &Toolbox, rest: &[String]) -> Result<Count> {
        match self {
            Part::Fmt => step(cargo(toolbox).args(["fmt", "--all", "--check"])),
            Part::Tidy => tidy::count(),
            Part::Clippy => {
                let mut clippy = cargo(toolbox);
                clippy.args(["clippy", "--workspace", "--all-targets"]);
                for package in WASM_ONLY {
                    clippy.args(["--exclude", package]);
                }
                step(clippy.args(["--", "-D", "warnings"]))
            }
            Part::ClippyWasm => {
                let mut clippy = cargo(toolbox);
                clippy.args(["clippy", "--target", WASM, "--all-targets"]);
                for package in WASM_ONLY {
                    clippy.args(["--package", package]);
                }
                step(clippy.args(["--", "-D", "warnings"]))
            }
            Part::Native => {
                let mut test = cargo(toolbox);
                test.args(["test", "--workspace", "--no-fail-fast"]);
                // The crates for browsers as well: what decides in them knows no browser.
                test.args(["--exclude", END_TO_END]);
                tests(test.arg("--").args(rest), !rest.is_empty())
            }
            Part::Dict => step(cargo(toolbox).args([
                "run",
                "--quiet",
                "--package",
                "thakim-cli",
                "--",
                "dict",
                "check",
            ])),
            Part::Wasm => {
                let mut test = cargo(toolbox);
                test.args(["test", "--target", WASM, "--no-fail-fast"]);
                for package in tested_in_browsers()? {
                    test.args(["--package", &package]);
                }
                tests(browser(toolbox, &mut test)?.arg("--").args(rest), !rest.is_empty())
            }
            Part::Site => {
                site::build(toolbox)?;
                Ok(Count { passed: 1, failed: 0 })
            }
            Part::Nginx => end_to_end(toolbox, &|name| SERVER.contains(&name), rest),
            Part::E2e => {
                let wanted = |name: &str| !SERVER.contains(&name) && name != ENGINES;
                end_to_end(toolbox, &wanted, rest)
            }
            Part::Engines => {
                let toolbox = setup::ensure(Purpose::Engines)?;
                end_to_end(&toolbox, &|name| name == ENGINES, rest)
            }
            Part::Slow => {
                let all = [&["--ignored".to_owned()], rest].concat();
                end_to_end(toolbox, &|name| name == "release", &all)
            }
        }
    }
}

fn cargo(toolbox: &Toolbox) -> Command {
    let mut cargo = toolbox.command("cargo");
    if std::io::stdout().is_terminal() {
        cargo.env("CARGO_TERM_COLOR", "always");
    }
    cargo
}

/// The packages with tests for a browser: those that develop with wasm-bindgen-test.
fn tested_in_browsers() -> Result<Vec<String>> {
    let tested = |package: &&Package| {
        package.dependencies.iter().any(|dependency| {
            dependency.kind == DependencyKind::Development && dependency.name == "wasm-bindgen-test"
        })
    };
    let metadata = MetadataCommand::new().current_dir(workspace::root()).no_deps().exec()?;
    let names: Vec<String> =
        metadata.packages.iter().filter(tested).map(|package| package.name.to_string()).collect();
    if names.is_empty() {
        bail!("no package develops with wasm-bindgen-test");
    }
    Ok(names)
}

/// Tells a command's tests where the browser is.
fn browser<'a>(toolbox: &Toolbox, command: &'a mut Command) -> Result<&'a mut Command> {
    let cure = "run `cargo xtask setup test`";
    let driver = find("chromedriver", &[]).with_context(|| format!("no chromedriver: {cure}"))?;
    let chromium = find("chromium", &[]).with_context(|| format!("no chromium: {cure}"))?;
    Ok(command
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner")
        .env("WASM_BINDGEN_TEST_TIMEOUT", "120")
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", workspace::root().join("webdriver.json"))
        .env("CHROMEDRIVER", driver)
        .env("THAKIM_CHROMIUM", chromium)
        .env("THAKIM_SITE", workspace::site())
        .env("THAKIM_VERDICTS", toolbox.verdicts())
        .env("THAKIM_XTASK", own_program()?))
}

/// This program. Building it anew puts another file in its place, which serves as well; the system then
/// marks the path of the one that runs.
fn own_program() -> Result<PathBuf> {
    let path = std::env::current_exe()?;
    let marked = path.to_str().and_then(|path| path.strip_suffix(" (deleted)"));
    Ok(marked.map_or_else(|| path.clone(), PathBuf::from))
}

/// Takes the reference pictures into a folder; they and the measures are to be kept, or compared.
pub(super) fn pictures(toolbox: &Toolbox, folder: &Path, keep: bool) -> Result<Count> {
    let mut test = end_to_end_command(toolbox, &|name| name == "sheet")?;
    test.env("THAKIM_PICTURES", folder);
    if keep {
        test.env("UPDATE_EXPECT", "1");
    }
    tests(browser(toolbox, &mut test)?, false)
}

/// The tests over the built site whose name is wanted.
fn end_to_end(toolbox: &Toolbox, wanted: &dyn Fn(&str) -> bool, rest: &[String]) -> Result<Count> {
    let mut test = end_to_end_command(toolbox, wanted)?;
    tests(browser(toolbox, &mut test)?.arg("--").args(rest), !rest.is_empty())
}

fn end_to_end_command(toolbox: &Toolbox, wanted: &dyn Fn(&str) -> bool) -> Result<Command> {
    if !workspace::site().join("index.html").is_file() {
        bail!("there is no built site in www/dist: run `cargo xtask test site` first");
    }
    let metadata = MetadataCommand::new().current_dir(workspace::root()).no_deps().exec()?;
    let package = metadata
        .packages
        .iter()
        .find(|package| package.name == END_TO_END)
        .context("no package thakim-e2e")?;
    let mut test = cargo(toolbox);
    test.args(["test", "--package", END_TO_END, "--no-fail-fast"]);
    let mut found = false;
    for target in package.targets.iter().filter(|target| target.is_test() && wanted(&target.name)) {
        test.args(["--test", &target.name]);
        found = true;
    }
    if !found {
        bail!("tests/e2e/tests holds no such test");
    }
    Ok(test)
}

/// A part that is one check: it ends well or not.
fn step(command: &mut Command) -> Result<Count> {
    command::run(command)?;
    Ok(Count { passed: 1, failed: 0 })
}

/// A part whose tests are counted by what they say. What they say is shown as it comes.
fn tests(command: &mut Command, filtered: bool) -> Result<Count> {
    let mut child = command
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("cannot start `{}`", typed(command)))?;
    let output = child.stdout.take().context("no output")?;
    let mut lines = Count::default();
    for line in BufReader::new(output).split(b'\n') {
        let line = String::from_utf8_lossy(&line?).into_owned();
        println!("{line}");
        lines = lines + Count::of_line(&line).unwrap_or_default();
    }
    let status = child.wait()?;
    let count = Count::of_run(lines, status.success(), filtered);
    if count != lines {
        eprintln!("error: `{}` ended with {status} after {lines:?}", typed(command));
    }
    Ok(count)
}
