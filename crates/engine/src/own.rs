//! Words of the reader's own dictionary, as they are looked up.

use thakim_document::own::{OwnWord, characters};
use thakim_document::{character_of, units};
use thakim_lexicon::{Accent, Entry};
use thakim_phonology::dialect::Side;
use thakim_phonology::{Label, Reading, Spoken};

use crate::runs::is_round_zero;

/// Words that stand above the dictionary.
///
/// A word of several characters is a word wherever its characters stand. Of two that overlap the longer
/// one stands, of two of one length the one that begins first. A single character is read so where the
/// dictionary too would have it as a word by itself: 行 as kiânn leaves 銀行 alone. Between several
/// readings of a word the context decides.
///
/// Characters are looked up without their variation selectors, and otherwise as they are written: an
/// own word 台灣 is not found where 臺灣 stands.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct OwnWords {
    /// Sorted by `letters`, which are all different.
    words: Vec<Word>,
    /// Bit n is set if a word begins with a character whose low 16 bits are n; empty without words.
    /// Nearly all characters of a text begin none.
    firsts: Vec<u64>,
}

#[derive(Clone, PartialEq, Eq, Debug)]
struct Word {
    letters: Box<[char]>,
    /// As it was written first.
    surface: String,
    /// One at least.
    readings: Vec<OwnReading>,
}

/// One reading of an own word.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct OwnReading {
    pub(crate) reading: Reading,
    pub(crate) label: Option<Label>,
    accent: Option<Side>,
    count: Option<u32>,
}

impl OwnWords {
    /// No words.
    #[cfg(any(test, feature = "training"))]
    pub(crate) const NONE: &'static OwnWords = &OwnWords { words: Vec::new(), firsts: Vec::new() };

    /// These words. What cannot be one (see [`OwnWord::new`]) is left out; readings of a word that sound
    /// alike are one, the first.
    pub fn new(words: impl IntoIterator<Item = OwnWord>) -> OwnWords {
        let mut all: Vec<Word> = Vec::new();
        for word in words {
            if characters(&word.surface) != Ok(word.reading.len()) {
                continue;
            }
            let letters = letters(&word.surface).map(|(_, letter)| letter).collect();
            let OwnWord { surface, reading, label, accent, count, .. } = word;
            let readings = vec![OwnReading { reading, label, accent, count }];
            all.push(Word { letters, surface, readings });
        }
        // Stable: readings stay in their order.
        all.sort_by(|one, other| one.letters.cmp(&other.letters));
        let mut words: Vec<Word> = Vec::new();
        for word in all {
            match words.last_mut() {
                Some(last) if last.letters == word.letters => last.take(word.readings),
                _ => words.push(word),
            }
        }
        let mut firsts = Vec::new();
        if !words.is_empty() {
            firsts.resize(1 << 10, 0);
        }
        for first in words.iter().filter_map(|word| word.letters.first()) {
            let (index, bit) = first_bit(*first);
            firsts[index] |= bit;
        }
        OwnWords { words, firsts }
    }

    /// How many words there are, however many readings they have.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The words that some characters begin with, the shortest first: the index of each, and how many
    /// characters it has.
    pub(crate) fn beginning(&self, letters: &[char]) -> impl Iterator<Item = (u32, usize)> {
        let is_first = letters.first().is_some_and(|&first| {
            let (index, bit) = first_bit(first);
            self.firsts.get(index).is_some_and(|bits| bits & bit != 0)
        });
        let mut range = if is_first { 0..self.words.len() } else { 0..0 };
        let mut depth = 0;
        std::iter::from_fn(move || {
            while !range.is_empty() {
                let letter = *letters.get(depth)?;
                let words = &self.words[range.clone()];
                // A word that ends here sorts before those that go on.
                let before = words.partition_point(|word| {
                    word.letters.get(depth).is_none_or(|&other| other < letter)
                });
                let with = words[before..]
                    .partition_point(|word| word.letters.get(depth) == Some(&letter));
                range = range.start + before..range.start + before + with;
                depth += 1;
                if self.words.get(range.start).is_some_and(|word| word.letters.len() == depth)
                    && !range.is_empty()
                {
                    return Some((range.start as u32, depth));
                }
            }
            None
        })
    }

    /// The readings of a word.
    pub(crate) fn readings(&self, word: u32) -> &[OwnReading] {
        self.words.get(word as usize).map_or(&[], |word| &word.readings)
    }

    /// A word as it is written.
    pub(crate) fn surface(&self, word: u32) -> &str {
        self.words.get(word as usize).map_or("", |word| &word.surface)
    }
}

impl Word {
    fn take(&mut self, readings: Vec<OwnReading>) {
        for new in readings {
            let alike = |old: &&mut OwnReading| old.reading.sounds_like(&new.reading);
            match self.readings.iter_mut().find(alike) {
                Some(old) => {
                    old.label = old.label.or(new.label);
                    old.accent = old.accent.or(new.accent);
                    old.count = old.count.max(new.count);
                }
                None => self.readings.push(new),
            }
        }
    }
}

impl OwnReading {
    /// Its syllables.
    pub(crate) fn spoken(&self) -> &[Spoken] {
        self.reading.syllables()
    }

    /// What it weighs beside the other readings of its word.
    pub(crate) fn mass(&self) -> f32 {
        1.0 + self.count.unwrap_or(0) as f32
    }

    /// As a reading of the dictionary that no source of it has.
    pub(crate) fn to_entry(&self) -> Entry {
        Entry {
            reading: self.reading.clone(),
            label: self.label,
            sources: 0,
            mass: self.mass(),
            accent: self.accent.map(|side| match side {
                Side::First => Accent::First,
                Side::Second => Accent::Second,
            }),
            derived: false,
        }
    }
}

/// The characters of Han text as they are looked up, each with what is written for it.
pub(crate) fn letters(text: &str) -> impl Iterator<Item = (&str, char)> {
    let mut before = None;
    units(text).map(move |unit| {
        // The iteration mark is read as the character before it.
        let letter = match (character_of(unit), before) {
            ('々' | '\u{303B}', Some(before)) => before,
            (letter, _) if is_round_zero(letter) => '〇',
            (letter, _) => letter,
        };
        before = Some(letter);
        (unit, letter)
    })
}

fn first_bit(letter: char) -> (usize, u64) {
    let low = letter as u32 & 0xFFFF;
    ((low >> 6) as usize, 1 << (low & 63))
}

#[cfg(test)]
mod tests {
    use thakim_phonology::Notation;

    use super::*;

    fn own(words: &[(&str, &str)]) -> OwnWords {
        OwnWords::new(words.iter().map(|(surface, reading)| OwnWord {
            surface: (*surface).to_owned(),
            reading: Notation::Tl.parse(reading).unwrap(),
            label: None,
            accent: None,
            count: None,
            note: String::new(),
        }))
    }

    fn found(own: &OwnWords, text: &str) -> Vec<String> {
        let letters: Vec<char> = letters(text).map(|(_, letter)| letter).collect();
        own.beginning(&letters).map(|(word, _)| own.surface(word).to_owned()).collect()
    }

    #[test]
    fn words_are_found_from_their_beginning() {
        let words =
            [("銀行", "gîn-hâng"), ("銀", "gîn"), ("銀行員", "gîn-hâng-uân"), ("金", "kim")];
        let own = own(&words);
        assert_eq!(found(&own, "銀行員工"), ["銀", "銀行", "銀行員"]);
        assert_eq!(found(&own, "銀色"), ["銀"]);
        assert_eq!(found(&own, "行員"), Vec::<String>::new());
        assert_eq!(found(OwnWords::NONE, "銀行"), Vec::<String>::new());
        assert_eq!(found(&own, ""), Vec::<String>::new());
    }

    #[test]
    fn selectors_do_not_matter_and_what_fits_not_is_left_out() {
        let words =
            [("辻\u{E0100}", "sip"), ("辻", "tsip"), ("T", "ti"), ("人人", "lâng"), ("", "i")];
        let own = own(&words);
        assert_eq!(own.len(), 1);
        assert_eq!(found(&own, "辻"), ["辻\u{E0100}"]);
        assert_eq!(own.readings(0).len(), 2);
        assert!(!own.is_empty() && OwnWords::default().is_empty());
    }

    #[test]
    fn characters_beyond_the_first_plane_are_told_from_those_with_the_same_low_bits() {
        let own = own(&[("\u{200CC}", "lán")]);
        assert_eq!(found(&own, "\u{200CC}人"), ["\u{200CC}"]);
        assert_eq!(found(&own, "\u{300CC}人"), Vec::<String>::new());
    }
}
