//! The corpus as sentences with readings.
//!
//! A line is words parted by spaces, each `字-字｜ji7-ji7`: a leading 0 marks a neutral syllable, a
//! leading 1 a borrowed one. No sentence leaves this program.

use std::collections::{HashMap, HashSet};
use std::io::Read;
use std::path::Path;

use anyhow::{Context, Result};
use flate2::read::GzDecoder;
use thakim_document::{Preference, is_han};
use thakim_lexicon::build::Source;
use thakim_phonology::{Notation, Reading, Syllable, is_same_word};
use thakim_training::{Part, Sentence, split};

use crate::dict::pinned_package;

const MEMBER: &str = "語料/語句文本.txt.gz";

/// The lines of examples in dictionaries and textbooks come first. They are few and carefully
/// spelt, so each counts for several.
const TEXTBOOKS: usize = 7_930;
/// Songs come last, from this line on.
const SONGS: usize = 72_078;

/// What a kind of lines counts, and how many neighbouring lines belong together: an article of news,
/// a song. The examples of a dictionary hang together less.
fn kind(line: usize) -> (f32, usize) {
    match line {
        0..TEXTBOOKS => (24.0, 40),
        TEXTBOOKS..SONGS => (1.0, 150),
        _ => (6.0, 30),
    }
}

/// What the line of this index (from 0) is for.
pub(crate) fn part(line: usize) -> Part {
    split(line, kind(line).1)
}

/// The text of the pinned package.
///
/// # Errors
/// When the package is not the pinned one, or holds no such text.
pub(crate) fn read(package: &Path, dict: &Path) -> Result<String> {
    let package = pinned_package("corpus", package, dict)?;
    let mut text = String::new();
    GzDecoder::new(package.read(MEMBER)?.as_slice())
        .read_to_string(&mut text)
        .with_context(|| format!("reading {MEMBER}: expected gzip of UTF-8"))?;
    Ok(text)
}

/// All lines, each once: what is repeated stays where it is first.
///
/// Where the dictionaries of `known` read a word in other ways than the annotator did, it teaches
/// nothing: most of the corpus is news, spelt by a few hands with habits of their own. What the model
/// is measured on stays as it is.
pub(crate) fn sentences(text: &str, known: &Known<'_>) -> Vec<Sentence> {
    let mut seen = HashSet::new();
    let lines = text.lines().enumerate().filter(|(_, line)| seen.insert(*line));
    lines.map(|(index, line)| sentence(line, part(index), kind(index).0, known)).collect()
}

fn sentence(line: &str, part: Part, weight: f32, known: &Known<'_>) -> Sentence {
    let mut sentence = Sentence {
        text: String::new(),
        gold: Vec::new(),
        part,
        is_word: false,
        readings: Preference::Auto,
        weight,
    };
    for token in line.split_whitespace() {
        let (word, reading) = token.split_once('｜').unwrap_or((token, ""));
        let word = word.replace('-', "");
        let syllables: Vec<&str> = reading.split('-').collect();
        let is_whole = word.chars().all(is_han) && word.chars().count() == syllables.len();
        let gold = word.chars().filter(|&letter| is_han(letter)).enumerate().map(|(index, _)| {
            let syllable = syllables.get(index).filter(|_| is_whole);
            syllable.and_then(|written| syllable_of(written))
        });
        let gold: Vec<Option<Syllable>> = gold.collect();
        match part == Part::Train && known.disagrees(&word, &gold) {
            true => sentence.gold.extend(gold.iter().map(|_| None)),
            false => sentence.gold.extend(gold),
        }
        sentence.text.push_str(&word);
    }
    sentence
}

/// How dictionaries read words.
#[derive(Default)]
pub(crate) struct Known<'s>(HashMap<&'s str, Vec<&'s Reading>>);

impl<'s> Known<'s> {
    /// The words of some sources.
    pub(crate) fn new(sources: impl IntoIterator<Item = &'s Source>) -> Known<'s> {
        let mut known = Known::default();
        for row in sources.into_iter().flat_map(|source| &source.words) {
            known.0.entry(&row.word).or_default().push(&row.reading);
        }
        known
    }

    /// Whether they have the word, but not with this reading in any accent.
    fn disagrees(&self, word: &str, gold: &[Option<Syllable>]) -> bool {
        let Some(readings) = self.0.get(word) else { return false };
        !readings.iter().any(|reading| {
            let spoken = reading.syllables().iter().map(|spoken| spoken.syllable);
            spoken.zip(gold).all(|(known, gold)| gold.is_none_or(|gold| is_same_word(known, gold)))
        })
    }
}

fn syllable_of(written: &str) -> Option<Syllable> {
    let reading = Notation::Tl.parse(written.trim_start_matches(['0', '1'])).ok()?;
    reading.syllables().first().map(|spoken| spoken.syllable)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_text_with_readings() {
        let sentence = sentence(
            "鹿-港｜lok8-kang2 ADSL｜ADSL 好-矣｜ho2-0ah4 。｜.",
            Part::Train,
            1.0,
            &Known::default(),
        );
        assert_eq!(sentence.text, "鹿港ADSL好矣。");
        let gold: Vec<String> = sentence.gold.iter().map(|gold| format!("{gold:?}")).collect();
        assert_eq!(gold, ["lok8", "kang2", "ho2", "ah4"].map(|tl| format!("Some(Syllable({tl}))")));
    }

    #[test]
    fn a_word_with_too_few_syllables_teaches_nothing() {
        let sentence = sentence("媠-啦｜sui2", Part::Train, 1.0, &Known::default());
        assert_eq!((sentence.text.as_str(), sentence.gold), ("媠啦", vec![None, None]));
    }

    #[test]
    fn neighbours_go_to_one_part() {
        let parts: Vec<Part> = (8_000..30_000).map(part).collect();
        let changes = parts.windows(2).filter(|pair| pair[0] != pair[1]).count();
        assert!(parts.contains(&Part::Tune) && parts.contains(&Part::Test));
        assert!(changes < 22_000 / 150, "{changes} changes");
    }
}
