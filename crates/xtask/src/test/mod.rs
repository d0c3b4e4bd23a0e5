//! `cargo xtask test`: every part, to the end, and one line that counts.

mod count;
mod part;

use std::process::ExitCode;
use std::time::{Duration, Instant};

use anyhow::Result;
use clap::{Args, ValueEnum};

use crate::setup::{self, Purpose};
use crate::workspace;
pub(crate) use count::Count;
use part::Part;

/// What to run.
#[derive(Args)]
pub(crate) struct Arguments {
    /// The parts to run; all but `slow` when none is named. Those in a browser need the part `site` before
    /// them, or a site that was built earlier.
    #[arg(value_enum)]
    parts: Vec<Part>,
    /// List the parts and end.
    #[arg(long)]
    list: bool,
    /// For the tests' own programs, in the parts that have such: names to filter by, `--nocapture`.
    #[arg(last = true)]
    rest: Vec<String>,
}

/// Runs the parts; the last line that is printed is `N passed, N failed`.
pub(crate) fn test(arguments: &Arguments) -> Result<ExitCode> {
    if arguments.list {
        for part in Part::value_variants() {
            println!("{:<12} {}", part.name(), part.description());
        }
        return Ok(ExitCode::SUCCESS);
    }
    let parts = if arguments.parts.is_empty() { Part::usual() } else { arguments.parts.clone() };
    let toolbox = setup::ensure(Purpose::Test)?;
    let mut rows = Vec::new();
    for part in &parts {
        println!("\n== {}: {}", part.name(), part.description());
        let started = Instant::now();
        let count = part.run(&toolbox, &arguments.rest).unwrap_or_else(|error| {
            eprintln!("error: {error:#}");
            Count { passed: 0, failed: 1 }
        });
        rows.push((*part, count, started.elapsed()));
    }
    Ok(summary(&rows))
}

/// Takes the reference pictures.
pub(crate) fn pictures(keep: bool) -> Result<ExitCode> {
    let toolbox = setup::ensure(Purpose::Test)?;
    let folder = if keep {
        workspace::root().join("tests/e2e/references")
    } else {
        workspace::root().join("target/pictures")
    };
    let count = part::pictures(&toolbox, &folder, keep)?;
    println!("the pictures: {}", folder.join("index.html").display());
    Ok(if count.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn summary(rows: &[(Part, Count, Duration)]) -> ExitCode {
    println!("\n{:<12} {:>7} {:>7} {:>9}", "part", "passed", "failed", "seconds");
    let mut all = Count::default();
    for (part, count, elapsed) in rows {
        let seconds = elapsed.as_secs_f64();
        println!("{:<12} {:>7} {:>7} {seconds:>9.1}", part.name(), count.passed, count.failed);
        all = all + *count;
    }
    println!("{} passed, {} failed", all.passed, all.failed);
    if all.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
