//! The Han characters of a text with their syllables, as gold files and `--format readings` list
//! them.

use thakim_document::{Origin, Token, is_han, units};
use thakim_phonology::{Notation, Reading, Spoken, WriteOptions};

/// The Han characters of a token, each with its syllable in numeric 臺羅 and lower case (`tsit8`,
/// a neutral one with the tone it has by itself), or none where nothing reads it.
pub(crate) fn characters(token: &Token) -> Vec<(char, Option<String>)> {
    characters_as(token, token.reading())
}

/// The same with another reading of the token: its tones as spoken.
pub(super) fn characters_as(
    token: &Token,
    reading: Option<&Reading>,
) -> Vec<(char, Option<String>)> {
    if token.origin == Origin::Other {
        return Vec::new();
    }
    let syllables = reading.map(|reading| reading.syllables()).unwrap_or_default();
    let written = |index: usize| {
        let spoken = Spoken { capital: false, ..*syllables.get(index)? };
        Some(Notation::Tl.write_syllable(spoken, false, &WriteOptions::NUMBERS))
    };
    // Of a character that is taken apart (勿會) the first part has the syllable.
    let pairs = |(index, unit): (usize, &str)| {
        let letters: Vec<char> = unit.chars().collect();
        let syllables = std::iter::once(written(index)).chain(std::iter::repeat(None));
        letters.into_iter().zip(syllables).collect::<Vec<_>>()
    };
    // A circle is read as the zero that it stands for, but it is no Han character.
    units(&token.surface).enumerate().flat_map(pairs).filter(|pair| is_han(pair.0)).collect()
}
