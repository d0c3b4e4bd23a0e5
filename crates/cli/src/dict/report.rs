//! What an import took, and what it refused and why: `REPORT.toml`.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use serde::Serialize;

/// How many words an entry of the report shows.
const EXAMPLES: usize = 5;

/// Why a row of a source is not in our tables.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Reason {
    /// Latin letters, punctuation, private-use characters …
    NotHan,
    /// A whole sentence or proverb with its punctuation.
    Sentence,
    /// The row has not the columns that its table has, or one holds what cannot be.
    Broken,
    /// The source lists the word without saying how it is read.
    NoReading,
    /// The reading is not written in legal 臺羅 syllables.
    BadSyllable,
    /// The reading is in IPA that no syllable of the table has.
    UnknownSound,
    /// There are more or fewer syllables than characters.
    Misaligned,
    /// A tone that marks a loan from another language, outside the tones of Hokkien.
    LoanTone,
    /// A character that texts write for another, which the source reads as the rare one that it also is.
    Simplified,
    /// A source before it knows the word already.
    Known,
    /// The source says it twice, or once more with another capital.
    Duplicate,
    /// The reading seems to belong to a neighbouring word.
    Unlikely,
    /// Seen too seldom to be counted, or to be told from a slip.
    Rare,
    /// No mapping of one character to one other.
    NotOneCharacter,
    /// A character that stands for itself.
    Itself,
    /// What it stands for is in no word of the main layer.
    Orphan,
}

impl Reason {
    /// As the report says it.
    fn text(self) -> &'static str {
        match self {
            Reason::NotHan => "not only Han characters",
            Reason::Sentence => "sentence or proverb",
            Reason::Broken => "broken row",
            Reason::NoReading => "no reading",
            Reason::BadSyllable => "bad syllable",
            Reason::UnknownSound => "unknown IPA",
            Reason::Misaligned => "syllables ≠ characters",
            Reason::LoanTone => "tone of a loan",
            Reason::Simplified => "in texts the simplified form of another",
            Reason::Known => "known already",
            Reason::Duplicate => "duplicate",
            Reason::Unlikely => "unlikely: shifted from a neighbouring word",
            Reason::Rare => "too rare",
            Reason::NotOneCharacter => "not one character for one",
            Reason::Itself => "stands for itself",
            Reason::Orphan => "stands for a character that no source reads",
        }
    }
}

/// The count of what was read, kept and refused.
#[derive(Default)]
pub(crate) struct Report {
    read: u64,
    kept: u64,
    rejected: BTreeMap<Reason, Rejected>,
    compared: Option<Compared>,
}

/// How far a source agrees with those before it, over the readings of the words that both have.
#[derive(Serialize, Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(crate) struct Compared {
    /// Readings of words that others have as well.
    pub(crate) readings: u64,
    /// Of those: others have the same reading.
    pub(crate) same: u64,
    /// Of the rest: as many syllables, and the same but for the tones.
    pub(crate) same_but_tones: u64,
}

#[derive(Default)]
struct Rejected {
    count: u64,
    /// The first words in code-point order, so that no running text can be read off them.
    examples: BTreeSet<String>,
}

impl Report {
    /// Counts rows that were taken.
    pub(crate) fn keep(&mut self, rows: u64) {
        self.read += rows;
        self.kept += rows;
    }

    /// Counts rows that were refused; `word` may stand as an example.
    pub(crate) fn reject(&mut self, reason: Reason, word: &str, rows: u64) {
        self.read += rows;
        let entry = self.rejected.entry(reason).or_default();
        entry.count += rows;
        entry.examples.insert(word.to_owned());
        if entry.examples.len() > EXAMPLES {
            entry.examples.pop_last();
        }
    }

    /// Says how far the source agrees with others.
    pub(crate) fn compare(&mut self, compared: Compared) {
        self.compared = Some(compared);
    }

    /// How many were refused for a reason.
    #[cfg(test)]
    pub(crate) fn rejected(&self, reason: Reason) -> u64 {
        self.rejected.get(&reason).map_or(0, |entry| entry.count)
    }

    /// The report with the sizes of the tables.
    pub(crate) fn finish(&self, rows: &'static str, sizes: Sizes) -> Finished {
        let rejected = self.rejected.iter().map(|(reason, entry)| FinishedReason {
            reason: reason.text(),
            count: entry.count,
            examples: entry.examples.iter().cloned().collect(),
        });
        Finished {
            rows,
            read: self.read,
            kept: self.kept,
            sizes,
            compared: self.compared,
            rejected: rejected.collect(),
        }
    }
}

/// The sizes of a source's tables.
#[derive(Serialize, Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(crate) struct Sizes {
    /// Distinct words, single characters among them.
    pub(crate) words: usize,
    /// Distinct characters that the words use.
    pub(crate) characters: usize,
    /// Rows of `words.tsv`.
    pub(crate) readings: usize,
    /// Rows of `counts.tsv`.
    pub(crate) counts: usize,
    /// Rows of `variants.tsv`.
    pub(crate) variants: usize,
}

/// `REPORT.toml`.
#[derive(Serialize)]
pub(crate) struct Finished {
    /// What a row of this source is.
    rows: &'static str,
    read: u64,
    kept: u64,
    sizes: Sizes,
    #[serde(skip_serializing_if = "Option::is_none")]
    compared: Option<Compared>,
    rejected: Vec<FinishedReason>,
}

#[derive(Serialize)]
struct FinishedReason {
    reason: &'static str,
    count: u64,
    examples: Vec<String>,
}

impl Finished {
    /// How many rows were read.
    pub(crate) fn read(&self) -> u64 {
        self.read
    }

    /// How many rows were refused, by reason.
    pub(crate) fn reasons(&self) -> String {
        let reasons = self.rejected.iter().map(|entry| format!("{} {}", entry.count, entry.reason));
        reasons.collect::<Vec<_>>().join(", ")
    }
}

impl fmt::Display for Finished {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Sizes { words, characters, readings, counts, variants } = self.sizes;
        writeln!(f, "{} read, {} kept ({})", self.read, self.kept, self.rows)?;
        writeln!(f, "{words} words, {characters} characters, {readings} readings")?;
        writeln!(f, "{counts} counts, {variants} variants")?;
        if let Some(Compared { readings, same, same_but_tones }) = self.compared {
            writeln!(f, "{readings} compared: {same} the same, {same_but_tones} but for tones")?;
        }
        for entry in &self.rejected {
            let examples = entry.examples.join(" ");
            writeln!(f, "{:>7} rejected, {}: {examples}", entry.count, entry.reason)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_read_is_what_is_kept_and_rejected() {
        let mut report = Report::default();
        report.keep(3);
        for word in ["己", "戊", "丁", "丙", "乙", "甲", "甲"] {
            report.reject(Reason::Misaligned, word, 1);
        }
        report.reject(Reason::NotHan, "A", 2);
        let text = toml::to_string(&report.finish("words", Sizes::default())).unwrap();
        assert!(text.starts_with("rows = \"words\"\nread = 12\nkept = 3\n"), "{text}");
        // Five examples, in code-point order, each once.
        assert!(text.contains(r#"examples = ["丁", "丙", "乙", "己", "戊"]"#), "{text}");
        assert!(text.contains("count = 7"), "{text}");
    }
}
