//! Sentences of our own to learn from: `sentences.tsv` of a source, where it has one.
//!
//! A line is a sentence, a tab, and its reading in 臺羅, a syllable for each Han character. They are
//! written for words that the corpus hardly has, or reads in one newsroom's way only.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};
use thakim_document::{Preference, is_han};
use thakim_phonology::{Notation, Syllable};
use thakim_training::{Part, Sentence};

const FILE: &str = "habits/sentences.tsv";

/// The first line of the file.
const HEADER: &str = "text\treading";

/// What such a sentence counts beside a line of news: it stands for many that are written alike.
const WEIGHT: f32 = 16.0;

/// The sentences beside the tables of a folder; none where there is no such file.
///
/// # Errors
/// When a line is not a text with as many syllables as it has Han characters.
pub(crate) fn sentences(dict: &Path) -> Result<Vec<Sentence>> {
    let path = dict.join(FILE);
    let text = match fs::read_to_string(&path) {
        Ok(text) => text,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(error).with_context(|| format!("reading {}", path.display())),
    };
    read(&text).with_context(|| path.display().to_string())
}

fn read(text: &str) -> Result<Vec<Sentence>> {
    let mut lines = text.lines().enumerate();
    match lines.next() {
        Some((_, HEADER)) => {}
        _ => bail!("1: expected the line {HEADER:?}"),
    }
    let sentences =
        lines.map(|(index, line)| sentence(line).with_context(|| format!("{}", index + 1)));
    sentences.collect()
}

fn sentence(line: &str) -> Result<Sentence> {
    let (text, reading) =
        line.split_once('\t').context("expected a text, a tab and its reading")?;
    let mut gold: Vec<Option<Syllable>> = Vec::new();
    let is_between = |letter: char| letter.is_whitespace() || "-,.?!".contains(letter);
    for written in reading.split(is_between).filter(|written| !written.is_empty()) {
        let reading = Notation::Tl.parse(written).ok();
        let syllable = reading.as_ref().and_then(|reading| reading.syllables().first());
        gold.push(Some(syllable.with_context(|| format!("no syllable: {written:?}"))?.syllable));
    }
    let characters = text.chars().filter(|&letter| is_han(letter)).count();
    ensure!(
        characters == gold.len(),
        "expected {characters} syllables, one for each Han character, found {}",
        gold.len()
    );
    Ok(Sentence {
        text: text.to_owned(),
        gold,
        part: Part::Train,
        is_word: false,
        readings: Preference::Auto,
        weight: WEIGHT,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_a_text_with_its_reading() {
        let read = read("text\treading\n無，伊佇--咧\tbô, i tī--leh\n").unwrap();
        let gold: Vec<String> = read[0].gold.iter().map(|gold| format!("{gold:?}")).collect();
        assert_eq!(gold, ["bo5", "i1", "ti7", "leh4"].map(|tl| format!("Some(Syllable({tl}))")));
        assert_eq!(read[0].text, "無，伊佇--咧");
    }

    #[test]
    fn a_wrong_line_is_told_by_its_number() {
        let told = |text: &str| format!("{:#}", read(text).unwrap_err());
        assert!(told("好\thó\n").starts_with("1: expected the line"));
        assert!(told("text\treading\n好\thó\n好人\thó\n").starts_with("3: expected 2 syllables"));
        assert!(told("text\treading\n好\thox\n").starts_with("2: no syllable: \"hox\""));
        assert!(told("text\treading\n好\n").starts_with("2: expected a text, a tab"));
    }

    #[test]
    fn what_is_committed_can_be_read() {
        let dict = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../dict");
        assert!(!sentences(&dict).unwrap().is_empty());
    }
}
