//! `cargo xtask`: sets up, builds, serves and tests the project.
//!
//! This crate knows no page and no choice of reading; it calls the tools that do.

mod command;
mod dict;
mod release;
mod score;
mod serve;
mod setup;
mod site;
mod test;
mod tidy;
mod workspace;

use std::net::IpAddr;
use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};

use crate::setup::Purpose;

/// Sets up, builds, serves and tests Tha̍k-im.
///
/// On a fresh machine with Rust (rustup), `cargo xtask serve` and `cargo xtask test` are all that is
/// needed: each says what it installs before it does, and works without the network afterwards.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", max_term_width = 100)]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Build everything and serve it with nginx until Ctrl-C.
    Serve {
        /// The port to listen on.
        #[arg(long, default_value_t = 8080, value_parser = clap::value_parser!(u16).range(1..))]
        port: u16,
        /// The address to listen on; 0.0.0.0 for all (offline use then needs https in front).
        #[arg(long, default_value = "127.0.0.1")]
        host: IpAddr,
        /// Serve what was built last instead of building.
        #[arg(long)]
        no_build: bool,
    },
    /// Run every test, or the parts named; the last line counts them.
    Test(test::Arguments),
    /// Build the site into www/dist.
    Build,
    /// Take a picture of every layout, theme, width and language of the site that was built last, and bind
    /// them into one page (target/pictures/index.html).
    Pictures {
        /// Make them, and the layouts' measures, the references in tests/e2e/references.
        #[arg(long)]
        keep: bool,
    },
    /// Build the site and pack it with all that an operator needs into one archive.
    Release(release::Arguments),
    /// Serve a development build that reloads when a file changes (http://localhost:8081).
    Dev,
    /// Install what a task needs, and nothing else.
    Setup {
        /// The task.
        #[arg(value_enum, default_value = "test")]
        purpose: Purpose,
    },
    /// Check the rules of the house: which crate needs which, lengths, forbidden words.
    Tidy,
    /// Measure the readings against development sets, and write docs/scores.md.
    Score(score::Arguments),
    /// Re-create dict/ from the packages that it came from: fetch, import, train; then score.
    Dict {
        #[command(subcommand)]
        step: dict::Step,
    },
    /// Finish what Trunk has built; Trunk calls it (see Trunk.toml).
    #[command(hide = true)]
    FinishSite,
}

fn main() -> ExitCode {
    match run(Arguments::parse().task) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(task: Task) -> Result<ExitCode> {
    match task {
        Task::Serve { port, host, no_build } => serve::serve(host, port, !no_build)?,
        Task::Test(arguments) => return test::test(&arguments),
        Task::Build => site::build(&setup::ensure(Purpose::Build)?)?,
        Task::Pictures { keep } => return test::pictures(keep),
        Task::Release(arguments) => release::release(&arguments)?,
        Task::Dev => site::dev(&setup::ensure(Purpose::Build)?)?,
        Task::Setup { purpose } => {
            setup::ensure(purpose)?;
            println!("Everything that {purpose} needs is here.");
        }
        Task::Tidy => return tidy::tidy(),
        Task::Score(arguments) => score::score(&arguments)?,
        Task::Dict { step } => dict::run(step)?,
        Task::FinishSite => site::finish_from_trunk()?,
    }
    Ok(ExitCode::SUCCESS)
}
