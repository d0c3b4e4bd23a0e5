//! What came of learning, in figures.

use std::fmt;

use serde::Serialize;
use thakim_document::Preference;
use thakim_engine::Engine;
use thakim_training::{Part, Sentence, measure};

use crate::dict::sha256;

/// What is learnt from, counted.
pub(crate) struct Lessons<'s>(pub(crate) &'s [Sentence]);

impl fmt::Display for Lessons<'_> {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let count = |wanted: fn(&&Sentence) -> bool| {
            let train = self.0.iter().filter(|lesson| lesson.part == Part::Train);
            train.filter(wanted).count()
        };
        write!(
            to,
            "learning from {} sentences and their rewritings, {} words, {} literary words",
            count(|lesson| !lesson.is_word),
            count(|lesson| lesson.is_word && lesson.readings == Preference::Auto),
            count(|lesson| lesson.readings == Preference::Literary),
        )
    }
}

/// The figures of a model, as they stand in `dict/model.toml`.
#[derive(Serialize)]
pub(crate) struct Report {
    /// Of `model.bin`.
    sha256: String,
    /// Its bytes.
    bytes: usize,
    /// The SHA-256 of the dictionary that it was learnt with: all tables, compiled without a model.
    /// Another dictionary needs another model.
    dictionary: String,
    /// Sentences that were learnt from, before they were rewritten in other habits.
    train_sentences: usize,
    /// On the part that calibrates confidence.
    tune: Figures,
    /// On the part that nothing was set by.
    test: Figures,
}

/// Figures of one part, in per cent of its Han characters. A reading is right in whatever accent of
/// the word.
#[derive(Serialize)]
struct Figures {
    /// Han characters with a gold reading.
    characters: u32,
    /// Right with the dictionary alone.
    right_without: f64,
    /// Right with the model.
    right: f64,
    /// Right to the letter, in the annotator's own accent.
    strict: f64,
    /// Shown as sure.
    sure: f64,
    /// Right, of those shown as sure.
    right_of_sure: f64,
    /// Of all errors, those not shown as sure.
    errors_not_sure: f64,
}

impl Report {
    pub(crate) fn new(
        sentences: &[Sentence],
        lessons: &[Sentence],
        before: &Engine,
        after: &Engine,
        dictionary: &[u8],
        bytes: &[u8],
    ) -> Report {
        let figures = |part| Figures::new(sentences, part, before, after);
        let train = lessons.iter().take(sentences.len());
        Report {
            sha256: sha256(bytes),
            bytes: bytes.len(),
            dictionary: sha256(dictionary),
            train_sentences: train.filter(|lesson| lesson.part == Part::Train).count(),
            tune: figures(Part::Tune),
            test: figures(Part::Test),
        }
    }
}

impl Figures {
    fn new(sentences: &[Sentence], part: Part, before: &Engine, after: &Engine) -> Figures {
        let without = measure(before, sentences, part);
        let score = measure(after, sentences, part);
        let sure = score.sure();
        let errors = score.all - score.right;
        let sure_errors = sure.0 - sure.1;
        let percent = |some: u32, of: u32| {
            let share = f64::from(some) / f64::from(of.max(1)) * 100.0;
            (share * 100.0).round() / 100.0
        };
        Figures {
            characters: score.all,
            right_without: percent(without.right, without.all),
            right: percent(score.right, score.all),
            strict: percent(score.strict, score.all),
            sure: percent(sure.0, score.all),
            right_of_sure: percent(sure.1, sure.0),
            errors_not_sure: percent(errors - sure_errors, errors),
        }
    }
}

impl fmt::Display for Report {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(to, "model.bin: {} bytes", self.bytes)?;
        for (name, figures) in [("tune", &self.tune), ("held out", &self.test)] {
            writeln!(
                to,
                "{name}: of {} characters {:.2} % right, {:.2} % to the letter (dictionary alone {:.2} \
                 %); {:.2} % shown as sure, of which {:.2} % right; {:.2} % of the errors are not shown as sure",
                figures.characters,
                figures.right,
                figures.strict,
                figures.right_without,
                figures.sure,
                figures.right_of_sure,
                figures.errors_not_sure,
            )?;
        }
        Ok(())
    }
}
