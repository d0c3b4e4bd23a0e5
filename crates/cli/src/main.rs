//! `thakim`: annotate text with its Hokkien readings, explain and measure them; convert between
//! notations; import, check and build dictionaries.
//!
//! This crate knows no browser and no page.
//!
//! `main` only registers: what a command does stands in its module.

mod annotate;
mod convert;
mod dict;
mod dictionary;
mod explain;
mod model;
mod notations;
mod options;
mod score;
mod words;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Hokkien readings for text in Han characters
#[derive(Parser)]
#[command(name = "thakim", version, arg_required_else_help = true)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Annotate(annotate::Command),
    Convert(convert::Command),
    Notations(notations::Command),
    Explain(explain::Command),
    Score(score::Command),
    /// Import, check and build dictionaries
    Dict(dict::Args),
    /// Learn from running text how words and characters are read in context
    Model(model::Args),
}

fn main() -> ExitCode {
    let done = match Cli::parse().command {
        Command::Annotate(command) => command.run().map(|()| ExitCode::SUCCESS).map_err(Into::into),
        Command::Convert(command) => command.run().map_err(Into::into),
        Command::Notations(command) => {
            command.run().map(|()| ExitCode::SUCCESS).map_err(Into::into)
        }
        Command::Explain(command) => command.run().map(|()| ExitCode::SUCCESS).map_err(Into::into),
        Command::Score(command) => command.run().map(|()| ExitCode::SUCCESS).map_err(Into::into),
        Command::Dict(args) => dict::run(&args),
        Command::Model(args) => model::run(&args),
    };
    done.unwrap_or_else(|error| {
        eprintln!("thakim: {error:#}");
        ExitCode::FAILURE
    })
}
