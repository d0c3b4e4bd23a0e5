//! `thakim score`: how often the readings of gold files are met, and how well doubt is placed.

mod fingerprint;
mod fold;
mod gold;
mod metric;
mod page;
mod predict;
mod table;

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::PathBuf;

use clap::Args;
use serde_json::{Value, json};
use thakim_document::Preference;
use thakim_engine::Engine;
use thiserror::Error;

use crate::dictionary::{self, DictionaryError};
use fingerprint::Fingerprint;
use gold::{Accepted, GoldError, Set};
use metric::{Comparison, Confusion, Counts};

/// Measure the readings against gold files
///
/// A gold file has one JSON object a line: {"text": "…", "gold": [[character, "tsit8" or null], …],
/// "neutral": [index, …]}. `gold` lists the Han characters of the text in order, with numeric 臺羅 in
/// citation tones, or null where the reading is not known; `neutral` names those that are spoken in
/// the neutral tone, from 0.
#[derive(Args)]
pub(crate) struct Command {
    /// Gold files, or folders of files that end in .jsonl
    #[arg(required = true)]
    gold: Vec<PathBuf>,
    /// Which readings: auto, colloquial or literary
    #[arg(long, value_name = "PREFERENCE", default_value_t)]
    readings: Preference,
    /// Variants of the same word that are also right: {"二": [["ji7", "li7"], …], …}
    #[arg(long, value_name = "FILE")]
    accepted: Option<PathBuf>,
    /// How many of the most frequent confusions to show of each set
    #[arg(long, value_name = "N", default_value_t = 0)]
    errors: usize,
    /// Write JSON, with everything that was counted
    #[arg(long)]
    json: bool,
    /// Read with this compiled dictionary instead of the one inside this program
    #[arg(long, value_name = "FILE")]
    dictionary: Option<PathBuf>,
    /// Measure what another program predicted, one {"text": …, "pred": [[character, reading], …]} a
    /// line, instead of reading
    #[arg(long, value_name = "FILE", conflicts_with_all = ["readings", "dictionary"])]
    pred: Option<PathBuf>,
    /// Measure the set of this name a second time, with literary readings asked for
    #[arg(long, value_name = "SET", conflicts_with = "pred")]
    literary: Option<String>,
    /// Write the results to this page, with a fingerprint of what was measured
    #[arg(long, value_name = "FILE", requires = "articles", conflicts_with = "pred")]
    write: Option<PathBuf>,
    /// The articles that the fingerprint is taken of
    #[arg(long, value_name = "DIR")]
    articles: Option<PathBuf>,
}

/// Why nothing was scored.
#[derive(Debug, Error)]
pub(crate) enum ScoreError {
    /// A gold file, prediction or list of variants could not be used.
    #[error(transparent)]
    Gold(#[from] GoldError),
    /// The dictionary could not be opened.
    #[error(transparent)]
    Dictionary(#[from] DictionaryError),
    /// Predictions are of one set.
    #[error("--pred holds the predictions of one gold file, found {found} gold files; name one")]
    SeveralSets {
        /// How many there are.
        found: usize,
    },
    /// The set that is to be read literary is not among the others.
    #[error("no gold file is called {found}; there are {known}")]
    NoSuchSet {
        /// What was asked for.
        found: String,
        /// The names that exist, with commas.
        known: String,
    },
    /// A file of ours cannot be read or written.
    #[error("{path}: {cause}; check the name and your rights to it")]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What the system says.
        cause: io::Error,
    },
}

/// The results of a set.
struct Scored {
    set: String,
    /// Which readings were asked for, or that they are not ours.
    readings: String,
    counts: Counts,
    confusions: Vec<Confusion>,
    /// Whether it is known what was shown as sure.
    has_doubt: bool,
}

impl Command {
    /// Scores the gold files and prints what came of it.
    ///
    /// # Errors
    /// See [`ScoreError`].
    pub(crate) fn run(&self) -> Result<(), ScoreError> {
        let sets = gold::sets(&self.gold)?;
        let accepted = self.accepted.as_deref().map(Accepted::read).transpose()?;
        let scoring = Scoring {
            ambiguous: gold::ambiguous(&sets),
            accepted: accepted.unwrap_or_default(),
            errors: self.errors,
        };
        let rows = match &self.pred {
            Some(pred) => {
                let [set] = &sets[..] else {
                    return Err(ScoreError::SeveralSets { found: sets.len() });
                };
                vec![scoring.of_other(set, gold::predictions(pred)?)]
            }
            None => self.score_engine(&sets, &scoring)?,
        };
        self.print(&rows);
        Ok(())
    }

    fn score_engine(&self, sets: &[Set], scoring: &Scoring) -> Result<Vec<Scored>, ScoreError> {
        if let Some(found) = &self.literary
            && !sets.iter().any(|set| set.name == *found)
        {
            let known: Vec<&str> = sets.iter().map(|set| set.name.as_str()).collect();
            let (found, known) = (found.clone(), known.join(", "));
            return Err(ScoreError::NoSuchSet { found, known });
        }
        let engine = dictionary::open(self.dictionary.as_deref())?;
        let mut rows = Vec::new();
        for set in sets {
            rows.push(scoring.of_engine(&engine, set, self.readings));
            if self.literary.as_ref() == Some(&set.name) {
                rows.push(scoring.of_engine(&engine, set, Preference::Literary));
            }
        }
        if sets.len() > 1 {
            rows.push(all(&rows, self.readings));
        }
        if let (Some(path), Some(articles)) = (&self.write, &self.articles) {
            let bytes = dictionary::bytes(self.dictionary.as_deref())?;
            let io = |path: &PathBuf| {
                let path = path.clone();
                move |cause| ScoreError::Io { path, cause }
            };
            let fingerprint = Fingerprint::of(&engine, &bytes, articles).map_err(io(articles))?;
            let page = page::write(&rows, &fingerprint, self.accepted.is_some());
            fs::write(path, page).map_err(io(path))?;
        }
        Ok(rows)
    }

    fn print(&self, rows: &[Scored]) {
        if self.json {
            let sets: Vec<Value> = rows.iter().map(table::as_json).collect();
            println!("{}", json!({ "sets": sets }));
            return;
        }
        println!("{}", table::scores(rows));
        if rows.iter().all(|row| row.has_doubt) {
            println!("{}", table::calibration(rows));
        }
        for row in rows.iter().filter(|row| !row.confusions.is_empty()) {
            println!("{}", table::confusions(row));
        }
        if self.accepted.is_none() {
            eprintln!(
                "thakim: no --accepted FILE was given: `accept` counts regular regional finals only"
            );
        }
    }
}

/// By what sets are scored.
struct Scoring {
    accepted: Accepted,
    ambiguous: BTreeSet<char>,
    /// How many confusions to keep.
    errors: usize,
}

impl Scoring {
    fn of_engine(&self, engine: &Engine, set: &Set, readings: Preference) -> Scored {
        let mut comparison = Comparison::new(&self.accepted, &self.ambiguous);
        for sentence in &set.sentences {
            comparison.add(sentence, &predict::by_engine(engine, sentence, readings));
        }
        self.scored(set, readings.to_string(), comparison, true)
    }

    fn of_other(&self, set: &Set, predicted: Vec<gold::Predicted>) -> Scored {
        let mut comparison = Comparison::new(&self.accepted, &self.ambiguous);
        for (sentence, predictions) in set.sentences.iter().zip(predict::by_other(set, predicted)) {
            comparison.add(sentence, &predictions);
        }
        self.scored(set, "given".to_owned(), comparison, false)
    }

    fn scored(
        &self,
        set: &Set,
        readings: String,
        comparison: Comparison<'_>,
        has_doubt: bool,
    ) -> Scored {
        let (counts, confusions) = comparison.most_frequent(self.errors);
        Scored { set: set.name.clone(), readings, counts, confusions, has_doubt }
    }
}

/// All sets together, each character counted once: as it was read by default.
fn all(rows: &[Scored], readings: Preference) -> Scored {
    let mut counts = Counts::default();
    let readings = readings.to_string();
    let mut last = None;
    for row in rows.iter().filter(|row| row.readings == readings) {
        // With `literary` by default, the set that is read so a second time is there twice.
        if last.replace(&row.set) != Some(&row.set) {
            counts += row.counts;
        }
    }
    Scored { set: "all".to_owned(), readings, counts, confusions: Vec::new(), has_doubt: true }
}
