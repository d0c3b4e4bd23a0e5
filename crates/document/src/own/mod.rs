//! Words of a reader's own dictionary, and the table that they are kept in as a file.
//!
//! An own word stands above the dictionary: where it occurs it is a word, read so.

mod table;

use std::fmt;

use serde::{Deserialize, Serialize};
use thakim_phonology::dialect::Side;
use thakim_phonology::{Label, Reading};

use crate::{is_han, is_selector, units};

pub use table::{Fault, FaultKind, Row, Table, read, write};

/// The most characters ([`units`]) that an own word has.
pub const LONGEST: usize = 64;

/// A word with one reading of it. A word with several readings stands there as often.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub struct OwnWord {
    /// The characters as they were typed, nothing but Han.
    pub surface: String,
    /// The reading, with as many syllables as the surface has [`units`].
    pub reading: Reading,
    /// Its register, where it is named.
    pub label: Option<Label>,
    /// Which side of a regional pair such as jī/lī it is, where that is said.
    pub accent: Option<Side>,
    /// How often it was seen; weighs between several readings of a word.
    pub count: Option<u32>,
    /// What the reader notes beside it. One line.
    pub note: String,
}

/// Why something is no own word.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Unfit {
    /// There is no character.
    Empty,
    /// This character is no Han character.
    NotHan(char),
    /// It has more characters than [`LONGEST`].
    TooLong {
        /// How many it has.
        characters: usize,
    },
    /// The reading has another number of syllables than the word has characters.
    Syllables {
        /// Characters of the word.
        characters: usize,
        /// Syllables of the reading.
        syllables: usize,
    },
}

impl OwnWord {
    /// A word and its reading, without anything else said of it. Blanks around the word are dropped.
    ///
    /// # Errors
    /// [`Unfit`] says why it can be none.
    pub fn new(surface: &str, reading: Reading) -> Result<OwnWord, Unfit> {
        let surface = surface.trim();
        let characters = characters(surface)?;
        let syllables = reading.len();
        if characters != syllables {
            return Err(Unfit::Syllables { characters, syllables });
        }
        let note = String::new();
        let surface = surface.to_owned();
        Ok(OwnWord { surface, reading, label: None, accent: None, count: None, note })
    }

    /// Whether it is the same word with the same reading, whatever else is said of it.
    pub fn is_same(&self, other: &OwnWord) -> bool {
        self.surface == other.surface && self.reading == other.reading
    }
}

/// How many characters a word has, which must all be Han: its [`units`].
///
/// # Errors
/// [`Unfit`] says why it can be none.
pub fn characters(surface: &str) -> Result<usize, Unfit> {
    let first = surface.chars().next().ok_or(Unfit::Empty)?;
    let stray = surface.chars().find(|&letter| !is_han(letter) && !is_selector(letter));
    if let Some(stray) = stray.or_else(|| is_selector(first).then_some(first)) {
        return Err(Unfit::NotHan(stray));
    }
    match units(surface).count() {
        characters if characters > LONGEST => Err(Unfit::TooLong { characters }),
        characters => Ok(characters),
    }
}

impl fmt::Display for Unfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Unfit::Empty => write!(f, "expected a word, found none"),
            Unfit::NotHan(letter) => {
                write!(f, "expected Han characters only, found {letter:?}")
            }
            Unfit::TooLong { characters } => {
                write!(f, "expected at most {LONGEST} characters, found {characters}")
            }
            Unfit::Syllables { characters, syllables } => {
                write!(
                    f,
                    "expected {characters} syllables for {characters} characters, found {syllables}"
                )
            }
        }
    }
}

impl std::error::Error for Unfit {}
