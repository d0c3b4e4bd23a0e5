//! `cargo xtask score`: the committed table of results, written anew.
//!
//! The development sets are not part of the project; who has them says where they are.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use clap::Args;

use crate::command::{self, command};
use crate::workspace::root;

/// What to measure.
#[derive(Args)]
pub(crate) struct Arguments {
    /// The folder of the development sets: files that end in .jsonl
    dir: PathBuf,
    /// The list of accepted variants [default: accepted_variants.json in that folder or above it]
    #[arg(long, value_name = "FILE")]
    accepted: Option<PathBuf>,
}

/// The set that is measured a second time with literary readings asked for.
const LITERARY: &str = "literary";

/// Where the table is committed.
const PAGE: &str = "docs/scores.md";

/// Measures all sets with the dictionary and engine of this checkout, and writes the table.
pub(crate) fn score(arguments: &Arguments) -> Result<()> {
    // The command works in the root, whoever called us stands elsewhere.
    let absolute = |path: &Path| std::path::absolute(path);
    let dir = absolute(&arguments.dir)?;
    let accepted = match &arguments.accepted {
        Some(file) => absolute(file)?,
        None => find_accepted(&dir)?,
    };
    let mut score = command("cargo");
    score.args(["run", "--release", "--quiet", "--package", "thakim-cli", "--", "score"]);
    score.arg(&dir).arg("--accepted").arg(accepted);
    score.arg("--write").arg(root().join(PAGE)).args(["--articles", "tests/articles"]);
    if dir.join(LITERARY).with_extension("jsonl").is_file() {
        score.args(["--literary", LITERARY]);
    }
    command::run(&mut score)?;
    println!("{PAGE} is written; commit it with what it measures");
    Ok(())
}

/// Without the list, the figures would silently be others.
fn find_accepted(dir: &Path) -> Result<PathBuf> {
    let folders = [Some(dir), dir.parent()];
    let places = folders.into_iter().flatten().map(|dir| dir.join("accepted_variants.json"));
    match places.into_iter().find(|file| file.is_file()) {
        Some(file) => Ok(file),
        None => bail!(
            "no accepted_variants.json in {} or above it: name the list with --accepted FILE",
            dir.display()
        ),
    }
}
