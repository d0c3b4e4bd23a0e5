//! How a reading is written, beyond the choice of notation.

use std::fmt;

use super::Notation;

/// How the tone is shown.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum ToneStyle {
    /// A mark over the letter: `tsi̍t`.
    #[default]
    Mark,
    /// A number after the syllable, also for tones 1 and 4: `tsit8`, `sann1`.
    Number,
    /// Not at all: `tsit`.
    None,
}

/// What stands between the syllables of a word.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum WordStyle {
    /// What the notation puts there, a hyphen in most: `tâi-gí`.
    #[default]
    Hyphen,
    /// A space: `tâi gí`.
    Space,
    /// Nothing but what the notation needs to keep syllables apart: `tâigí`.
    Joined,
}

/// How many options of its own a notation can have.
const MAX_OWN: usize = 8;

/// How a reading is written, whatever the notation.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct WriteOptions {
    /// How the tone is shown: the option `format`.
    pub tones: ToneStyle,
    /// What stands between the syllables of a word: the option `words`.
    pub words: WordStyle,
    /// For each row of [`Notation::options`] the index of the chosen value.
    own: [u8; MAX_OWN],
}

/// An option of a notation.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct OptionRow {
    /// Its name on the command line: lower-case ASCII.
    pub name: &'static str,
    /// What it changes, in a few words.
    pub about: &'static str,
    /// Its values, the default first.
    pub values: &'static [ValueRow],
}

/// A value of an option.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ValueRow {
    /// Its name on the command line: lower-case ASCII.
    pub name: &'static str,
    /// What it means, in a few words, with an example or a source.
    pub about: &'static str,
}

/// The option `format`, which every notation has.
pub(super) const FORMAT: OptionRow = OptionRow {
    name: "format",
    about: "how tones are shown",
    values: &[
        ValueRow { name: "mark", about: "as the notation marks them" },
        ValueRow { name: "number", about: "as a digit behind the syllable" },
        ValueRow { name: "none", about: "not at all" },
    ],
};

/// The option `words`, which every notation has.
pub(super) const WORDS: OptionRow = OptionRow {
    name: "words",
    about: "what stands between the syllables of a word",
    values: &[
        ValueRow { name: "hyphen", about: "what the notation puts there" },
        ValueRow { name: "space", about: "a space" },
        ValueRow { name: "joined", about: "only what keeps syllables apart" },
    ],
};

const TONES: [ToneStyle; 3] = [ToneStyle::Mark, ToneStyle::Number, ToneStyle::None];
const WORD_STYLES: [WordStyle; 3] = [WordStyle::Hyphen, WordStyle::Space, WordStyle::Joined];

impl WriteOptions {
    /// Tone numbers instead of marks.
    pub const NUMBERS: WriteOptions =
        WriteOptions { tones: ToneStyle::Number, ..WriteOptions::new(ToneStyle::Mark) };

    /// The defaults of everything but the tones.
    pub const fn new(tones: ToneStyle) -> WriteOptions {
        WriteOptions { tones, words: WordStyle::Hyphen, own: [0; MAX_OWN] }
    }

    /// Every option of a notation: the two that all have, and its own.
    pub fn rows(notation: Notation) -> impl Iterator<Item = &'static OptionRow> {
        [&FORMAT, &WORDS].into_iter().chain(notation.options())
    }

    /// Sets an option of a notation by the names that stand in its row.
    ///
    /// # Errors
    /// [`UnknownOption`] lists what there is instead.
    pub fn set(
        &mut self,
        notation: Notation,
        name: &str,
        value: &str,
    ) -> Result<(), UnknownOption> {
        let unknown = || UnknownOption { notation, name: name.to_owned(), value: value.to_owned() };
        let index = |row: &OptionRow| {
            row.values.iter().position(|known| known.name == value).ok_or_else(unknown)
        };
        if name == FORMAT.name {
            self.tones = TONES[index(&FORMAT)?];
        } else if name == WORDS.name {
            self.words = WORD_STYLES[index(&WORDS)?];
        } else {
            let own = notation.options();
            let at = own.iter().position(|row| row.name == name).ok_or_else(unknown)?;
            self.own[at] = index(&own[at])? as u8;
        }
        Ok(())
    }

    /// The names of the own options of a notation that are not at their default, each with its value.
    pub fn own_settings(
        &self,
        notation: Notation,
    ) -> impl Iterator<Item = (&'static str, &'static str)> {
        let chosen = self.own;
        notation
            .options()
            .iter()
            .zip(chosen)
            .filter(|(_, value)| *value > 0)
            .filter_map(|(row, value)| Some((row.name, row.values.get(usize::from(value))?.name)))
    }

    /// The chosen value of the `row`-th option of a notation's own, as an index into its values.
    pub fn own(&self, row: usize) -> usize {
        self.own.get(row).copied().map_or(0, usize::from)
    }
}

/// No option of the notation is called so, or it has no such value.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct UnknownOption {
    /// The notation.
    pub notation: Notation,
    /// The option that was asked for.
    pub name: String,
    /// The value that was asked for.
    pub value: String,
}

impl fmt::Display for UnknownOption {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let UnknownOption { notation, name, value } = self;
        let names = |names: Vec<&'static str>| names.join(", ");
        match WriteOptions::rows(*notation).find(|row| row.name == name) {
            Some(row) => {
                let values = names(row.values.iter().map(|value| value.name).collect());
                write!(
                    f,
                    "the option {name} of {} is never {value:?}; it is one of {values}",
                    notation.id()
                )
            }
            None => {
                let rows = names(WriteOptions::rows(*notation).map(|row| row.name).collect());
                write!(f, "{} has no option {name:?}; it has {rows}", notation.id())
            }
        }
    }
}

impl std::error::Error for UnknownOption {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_option_of_every_notation_can_be_set() {
        for &notation in Notation::ALL {
            assert!(notation.options().len() <= MAX_OWN, "{notation:?}");
            for row in WriteOptions::rows(notation) {
                for value in row.values {
                    let mut options = WriteOptions::default();
                    assert_eq!(options.set(notation, row.name, value.name), Ok(()));
                }
            }
        }
    }

    #[test]
    fn unknown_names_are_answered_with_the_known_ones() {
        let mut options = WriteOptions::default();
        let error = options.set(Notation::Tl, "format", "colour").unwrap_err();
        assert_eq!(
            error.to_string(),
            "the option format of TL is never \"colour\"; it is one of mark, number, none"
        );
        let error = options.set(Notation::Tl, "colour", "red").unwrap_err();
        assert!(error.to_string().starts_with("TL has no option \"colour\"; it has format, words"));
    }
}
