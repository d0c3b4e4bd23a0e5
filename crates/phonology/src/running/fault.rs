//! What is a fault, and what is only another language.

use std::fmt;

use super::alphabet;
use crate::notation::parse::{self, Mode, plain};
use crate::notation::{Notation, ParseError, WriteOptions};

/// A word that is meant to be Hokkien and cannot be read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TextFault {
    /// Where the faulty syllable begins: chars from the start of the text, from 0.
    pub at: usize,
    /// What is wrong with it; its own place is that in its word.
    pub error: ParseError,
}

impl fmt::Display for TextFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        ParseError { at: self.at, ..self.error.clone() }.fmt(f)
    }
}

impl std::error::Error for TextFault {}

/// Whether a word that cannot be read shows that it is meant to be Hokkien: see the module above.
pub(super) fn is_meant(notation: Notation, word: &str, options: &WriteOptions) -> bool {
    let parts = || word.split(|letter| plain(letter) == '-').filter(|part| !part.is_empty());
    let is_read = |part: &str| parse::parse(notation.system(), part, Mode::Spoken, options).is_ok();
    if parts().any(|part| bears_tone(part) && is_read(part)) {
        return true;
    }
    let alphabet = alphabet::of(notation);
    parts().any(|part| bears_tone(part) && is_spelt_with(alphabet, part))
}

/// Whether a syllable bears a tone mark, or ends in one or two digits behind small letters (two for the
/// pitch of a loan, as in `han35`): `A4` and `MP3` are names of things.
fn bears_tone(part: &str) -> bool {
    if part.chars().any(is_tone_sign) {
        return true;
    }
    let part: Vec<char> = part.chars().map(plain).collect();
    let digits = part.iter().rev().take_while(|letter| letter.is_ascii_digit()).count();
    let behind = part.len().checked_sub(digits + 1).and_then(|at| part.get(at));
    matches!(digits, 1 | 2) && behind.is_some_and(|letter| letter.is_lowercase())
}

/// A letter with a tone mark in one code point, or a mark or tone letter, or a cell of braille, which
/// nobody writes by accident. The dots of `Köln` are a mark of many languages, and of a vowel, not a tone.
fn is_tone_sign(letter: char) -> bool {
    let mark = crate::notation::marks::decompose(letter).map_or(letter, |(_, mark)| mark);
    let is_of_vowel = matches!(mark, '\u{307}' | '\u{308}' | '\u{324}' | '\u{358}');
    (('\u{300}'..='\u{36F}').contains(&mark) && !is_of_vowel)
        || ('\u{2801}'..='\u{28FF}').contains(&letter)
        || is_tone_letter(letter)
}

/// A tone sign that stands for itself: those of 方音符號 and IPA, and those of kana.
fn is_tone_letter(letter: char) -> bool {
    matches!(letter, '\u{2B0}'..='\u{2FF}' | '\u{1AFF0}'..='\u{1AFFE}')
}

/// Whether all letters are the notation's, tone marks and digits aside.
fn is_spelt_with(alphabet: &std::collections::BTreeSet<char>, part: &str) -> bool {
    let mut letters = part
        .chars()
        .map(plain)
        .filter(|letter| !letter.is_ascii_digit() && !('\u{300}'..='\u{36F}').contains(letter))
        .filter(|letter| !is_tone_letter(*letter));
    letters.all(|letter| letter.to_lowercase().all(|letter| alphabet.contains(&base(letter))))
}

/// The plain letter of a composed one; any other as it is.
fn base(letter: char) -> char {
    crate::notation::marks::decompose(letter).map_or(letter, |(plain, _)| plain)
}
