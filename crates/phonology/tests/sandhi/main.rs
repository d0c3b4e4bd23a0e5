//! Tone sandhi: every cell of the tables, whole texts in 臺羅, and what holds of all of them.

mod properties;
mod tables;
mod texts;

use thakim_phonology::sandhi::text::{Piece, spoken_pieces};
use thakim_phonology::sandhi::{Accent, Mode, Speech};
use thakim_phonology::{Notation, Reading, WriteOptions};

/// A reading in 臺羅, with citation tones.
fn tl(written: &str) -> Reading {
    Notation::Tl.parse(written).unwrap_or_else(|error| panic!("{written}: {error}"))
}

/// As numeric 臺羅.
fn numbers(reading: &Reading) -> String {
    Notation::Tl.write(reading, &WriteOptions::NUMBERS)
}

fn auto(accent: Accent) -> Speech {
    Speech::of(Mode::Auto, accent)
}

/// A text whose words are parted by spaces, as spoken, in numeric 臺羅. What is not read stays.
fn spoken_text(text: &str, speech: &Speech) -> String {
    let is_word = |word: &str| Notation::Tl.parse(word).ok();
    let words: Vec<(&str, Option<Reading>)> =
        text.split(' ').map(|word| (word, is_word(word))).collect();
    let pieces: Vec<Piece<'_>> = words
        .iter()
        .map(|(word, reading)| reading.as_ref().map_or(Piece::Other(word), Piece::Word))
        .collect();
    let spoken = spoken_pieces(&pieces, speech);
    let written = words.iter().zip(spoken);
    let written =
        written.map(|((word, _), reading)| reading.map_or((*word).to_owned(), |it| numbers(&it)));
    written.collect::<Vec<_>>().join(" ")
}
