//! `thakim model`: learning from running text how words and characters are read in context.
//!
//! It knows no text to annotate: that is the engine's.

pub(crate) mod corpus;
mod lessons;
mod own;
mod report;

use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use thakim_engine::Engine;
use thakim_lexicon::Lexicon;
use thakim_lexicon::build::{Options, check, compile};
use thakim_training::{Part, Settings, calibrate, levels, measure, train};

/// The arguments of `thakim model`.
#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(clap::Subcommand)]
enum Command {
    /// Learn the model from the corpus and the words of the dictionary; write it beside the tables
    Train {
        /// The package of the source `corpus`, as the registry's client downloaded it
        package: PathBuf,
        /// The folder of the sources
        #[arg(long, value_name = "DIR", default_value = "dict")]
        dict: PathBuf,
        /// Fail if the model differs from the committed one, and write nothing
        #[arg(long)]
        check: bool,
    },
}

/// Runs `thakim model …` and says on standard output how right the model is.
pub(crate) fn run(args: &Args) -> Result<ExitCode> {
    let Command::Train { package, dict, check: only_check } = &args.command;
    let (sources, faults) = check(dict);
    if let Some(fault) = faults.first() {
        bail!("{fault}; and {} faults more: mend the tables first", faults.len() - 1);
    }
    let without = vec!["model".to_owned()];
    let dictionary = compile(&sources, &Options { without });
    let lexicon = || Lexicon::open(dictionary.clone()).context("the tables were compiled just now");

    let text = corpus::read(package, dict)?;
    let mut sentences =
        corpus::sentences(&text, &corpus::Known::new(lessons::word_sources(&sources)));
    sentences.extend(own::sentences(dict)?);
    let before = Engine::new(lexicon()?)?;
    let lessons = lessons::all(&sentences, &sources, before.lexicon());
    println!("{}", report::Lessons(&lessons));
    let model = train(before.lexicon(), &lessons, Settings::default(), |round, loss| {
        println!("round {round}: mean loss {loss:.4}");
    });
    let raw = Engine::with_model(lexicon()?, model.clone().calibrated(levels()));
    let model = model.calibrated(calibrate(&measure(&raw, &sentences, Part::Tune)));
    let bytes = model.write();
    let after = Engine::with_model(lexicon()?, model);

    let report = report::Report::new(&sentences, &lessons, &before, &after, &dictionary, &bytes);
    println!("{report}");
    let about = toml::to_string(&report)?.into_bytes();
    for (name, bytes) in [("model.bin", bytes), ("model.toml", about)] {
        let file = dict.join(name);
        if !only_check {
            fs::write(&file, &bytes).with_context(|| format!("writing {}", file.display()))?;
            continue;
        }
        let committed = fs::read(&file).with_context(|| format!("reading {}", file.display()))?;
        if committed != bytes {
            bail!("{} is stale; run `thakim model train` without --check", file.display());
        }
    }
    Ok(ExitCode::SUCCESS)
}
