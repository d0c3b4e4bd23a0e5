//! `thakim dict`: from the packages of registries to tables in `dict/`, and from those to the
//! compiled dictionary.
//!
//! It knows no text to annotate: that is the engine's.

mod agreement;
mod archive;
#[cfg(test)]
mod committed;
mod compiled;
mod description;
mod error;
mod formats;
mod import;
mod known;
mod reading;
mod report;
mod sources;
mod tables;

pub(crate) use description::sha256;
pub(crate) use import::pinned_package;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;

/// The arguments of `thakim dict`.
#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(clap::Subcommand)]
enum Command {
    /// Make the tables of one source from its package, or from somebody's dictionary
    #[command(override_usage = "thakim dict import SOURCE PACKAGE [--dict DIR]\n       \
                                thakim dict import --format FORMAT FILE --name NAME [--out DIR] …")]
    Import {
        /// The source: the name of its folder; with --format, the file of the dictionary
        #[arg(value_name = "SOURCE|FILE")]
        source: PathBuf,
        /// The package as the registry's client downloaded it
        #[arg(required_unless_present = "format", conflicts_with_all = formats::ARGUMENTS)]
        package: Option<PathBuf>,
        /// The folder of the sources
        #[arg(long, value_name = "DIR", default_value = "dict", conflicts_with = "format")]
        dict: PathBuf,
        #[command(flatten)]
        foreign: formats::ForeignArgs,
    },
    /// List every fault of the tables, by file and line
    Check {
        /// The folder of the sources
        #[arg(value_name = "DIR", default_value = "dict")]
        dir: PathBuf,
    },
    /// Measure the derived literary readings against those that dictionaries give
    Agreement {
        /// The folder of the sources
        #[arg(value_name = "DIR", default_value = "dict")]
        dir: PathBuf,
        /// How many of the rhymes and of the onsets that agree least to show
        #[arg(long, value_name = "COUNT", default_value_t = 12)]
        worst: usize,
    },
    /// Compile the tables into one file, named by its hash, and print its path
    Build {
        /// The folder of the sources
        #[arg(value_name = "DIR", default_value = "dict")]
        dir: PathBuf,
        /// A layer or a source to leave out, such as moe; or `model`, what was learnt from text
        #[arg(long, value_name = "NAME")]
        without: Vec<String>,
        /// Where to put the file
        #[arg(long, value_name = "DIR", default_value = ".")]
        out: PathBuf,
    },
}

/// Runs `thakim dict …` and says on standard output what it did.
pub(crate) fn run(args: &Args) -> Result<ExitCode> {
    match &args.command {
        Command::Import { source, package, dict, foreign } => {
            match (foreign.format, package) {
                (None, Some(package)) => {
                    let source = source.to_string_lossy();
                    print!("{}", import::import(&source, package, dict)?);
                }
                // The arguments ask for a package unless there is a format.
                (None, None) => {}
                (Some(format), _) => {
                    let done = formats::import(foreign, format, source)?;
                    print!("{}", done.report);
                    println!("{} is written", done.folder.display());
                    done.notes.iter().for_each(|note| eprintln!("thakim: {note}"));
                }
            }
            Ok(ExitCode::SUCCESS)
        }
        Command::Check { dir } => {
            let checked = compiled::check(dir);
            print!("{checked}");
            Ok(if checked.is_good() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
        }
        Command::Agreement { dir, worst } => {
            print!("{}", agreement::measure(dir)?.shown(*worst));
            Ok(ExitCode::SUCCESS)
        }
        Command::Build { dir, without, out } => {
            println!("{}", compiled::build(dir, without, out)?.display());
            Ok(ExitCode::SUCCESS)
        }
    }
}
