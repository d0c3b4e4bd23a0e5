//! Looking for words by their characters or their readings.

use thakim_document::{is_han, is_selector};
use thakim_phonology::notation::{Sought, fold};
use thakim_phonology::{Notation, Reading, WriteOptions};

use super::Entry;

/// What is looked for among the words.
#[derive(Clone, PartialEq, Debug)]
pub enum Search {
    /// Every word.
    All,
    /// Words that hold these characters one after the other.
    Characters(String),
    /// Words that are read so, or whose reading holds this.
    Reading {
        /// The syllables that it can be in one notation or another.
        sounds: Vec<Vec<Sought>>,
        /// The letters without marks and without what joins syllables; empty where numbers are among
        /// them.
        letters: String,
        /// The notation in which readings are compared by their letters.
        notation: Notation,
    },
}

impl Search {
    /// What somebody typed: characters, or a reading in the notation that is shown, in 臺羅 or 白話字, or
    /// else in any other, with tones as marks, as numbers or
    /// without. The beginning of a reading is found by its letters in the notation that is shown, or in
    /// 臺羅.
    pub fn new(typed: &str, shown: Notation) -> Search {
        let typed = typed.trim();
        if typed.is_empty() {
            return Search::All;
        }
        if typed.contains(is_han) {
            return Search::Characters(plain(typed));
        }
        let seek = |notations: &[Notation]| {
            let mut sounds: Vec<Vec<Sought>> = Vec::new();
            for notation in notations {
                if let Some(sought) = notation.seek(typed, &WriteOptions::default())
                    && !sounds.contains(&sought)
                {
                    sounds.push(sought);
                }
            }
            sounds
        };
        // One text can be two readings: gin is kin in 閩拼. Who types that sees it on the page.
        let mut sounds = seek(&[shown, Notation::Tl, Notation::Poj]);
        if sounds.is_empty() {
            sounds = seek(Notation::ALL);
        }
        let has_tones = typed.chars().any(|letter| letter.is_numeric())
            || typed.chars().any(|letter| fold(letter).count() > 1)
            || typed.chars().any(is_mark);
        let letters = if has_tones { String::new() } else { letters_of(typed) };
        Search::Reading { sounds, letters, notation: shown }
    }

    /// Whether an entry is found.
    pub fn finds(&self, entry: &Entry) -> bool {
        match self {
            Search::All => true,
            Search::Characters(sought) => plain(&entry.word.surface).contains(sought.as_str()),
            Search::Reading { sounds, letters, notation } => {
                let reading = &entry.word.reading;
                sounds.iter().any(|sought| holds(reading, sought))
                    || (!letters.is_empty()
                        && [Notation::Tl, *notation].iter().any(|&notation| {
                            let written = notation.write(reading, &WriteOptions::default());
                            letters_of(&written).contains(letters.as_str())
                        }))
            }
        }
    }
}

fn holds(reading: &Reading, sought: &[Sought]) -> bool {
    let syllables = reading.syllables();
    let stands_at = |from: usize| {
        let mut places = sought.iter().zip(from..);
        places.all(|(sought, at)| sought.is(syllables[at].syllable, reading.is_neutral(at)))
    };
    (0..=syllables.len().saturating_sub(sought.len()))
        .filter(|from| from + sought.len() <= syllables.len())
        .any(stands_at)
}

/// A word without variation selectors.
fn plain(word: &str) -> String {
    word.chars().filter(|letter| !is_selector(*letter)).collect()
}

/// The letters of a reading, folded, without marks, digits and what joins syllables.
fn letters_of(written: &str) -> String {
    let letters = written.chars().flat_map(fold);
    letters.filter(|letter| letter.is_alphabetic() && !is_mark(*letter)).collect()
}

fn is_mark(letter: char) -> bool {
    ('\u{300}'..='\u{36F}').contains(&letter)
}

#[cfg(test)]
mod tests {
    use thakim_document::own::OwnWord;

    use super::super::From;
    use super::*;

    fn found(typed: &str, shown: Notation) -> String {
        let entry = |(surface, reading): &(&str, &str)| {
            let reading = Notation::Tl.parse(reading).unwrap();
            let word = OwnWord::new(surface, reading).unwrap();
            Entry { id: String::new(), word, from: From::Typed, when: 0.0 }
        };
        let words = [
            ("銀行", "gîn-hâng"),
            ("行", "kiânn"),
            ("辻\u{E0100}", "tsi̍p"),
            ("車站", "tshia-tsām"),
            ("食飽", "tsia̍h--pá"),
        ];
        let search = Search::new(typed, shown);
        let found = words.iter().map(entry).filter(|entry| search.finds(entry));
        found.map(|entry| entry.word.surface).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn by_characters() {
        assert_eq!(found("行", Notation::Tl), "銀行 行");
        assert_eq!(found("銀行", Notation::Tl), "銀行");
        assert_eq!(found("辻", Notation::Tl), "辻\u{E0100}");
        assert_eq!(found("車行", Notation::Tl), "");
        assert_eq!(found("  ", Notation::Tl).split(' ').count(), 5);
    }

    #[test]
    fn by_readings_with_tones_and_without_in_any_notation() {
        for (typed, expected) in [
            ("gîn-hâng", "銀行"),
            ("gin5hang5", "銀行"),
            ("gin hang", "銀行"),
            ("gin7", ""),
            ("hang", "銀行"),
            ("GIN", "銀行"),
            ("kiann5", "行"),
            ("kiâⁿ", "行"),
            ("chhia", "車站"),
            ("ㆣㄧㄣˊ", "銀行"),
            ("ㆣㄧㄣ", "銀行"),
            ("tsiah8-pa2", "食飽"),
        ] {
            assert_eq!(found(typed, Notation::Tl), expected, "{typed}");
        }
    }

    #[test]
    fn a_reading_is_found_while_it_is_typed() {
        for (typed, shown, expected) in [
            ("gin-h", Notation::Tl, "銀行"),
            ("tsh", Notation::Tl, "車站"),
            ("chh", Notation::Poj, "車站"),
            ("zzz", Notation::Tl, ""),
        ] {
            assert_eq!(found(typed, shown), expected, "{typed}");
        }
    }
}
