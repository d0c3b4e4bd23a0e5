//! Tokens and the readings that compete for them.

use serde::{Deserialize, Serialize};
use thakim_phonology::sandhi::Grouping;
use thakim_phonology::{Label, Reading};

use crate::units;

/// A word, a character, or a stretch of text that is not read.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Token {
    /// The text as it was pasted.
    pub surface: String,
    /// Where its reading comes from.
    pub origin: Origin,
    /// How likely the chosen reading is right, in 255ths: calibrated on held-out text. 0 where there
    /// is no reading.
    pub confidence: u8,
    /// The possible readings, the chosen one first; none unless the origin is a word or character.
    /// Each has as many syllables as the surface has [`units`].
    pub candidates: Vec<Candidate>,
    /// Where tone groups end inside it and behind it, for the tones as spoken: see
    /// [`Paragraph::spoken`](crate::Paragraph::spoken). It means nothing where there is no reading.
    pub grouping: Grouping,
}

/// The least confidence, in 255ths, with which a reading is shown as sure.
pub const SURE: u8 = 234;

/// Where the reading of a token comes from.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub enum Origin {
    /// It is no Han text: punctuation, spaces, Latin letters. It has no reading.
    Other,
    /// A word of two or more characters in the dictionary.
    Word,
    /// A single character in the dictionary.
    Character,
    /// A Han character that no source reads. It has no reading.
    Unknown,
    /// The reader chose or wrote the reading.
    Corrected,
}

/// One possible reading of a token.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Candidate {
    /// Its syllables.
    pub reading: Reading,
    /// Its register, where a source gives it.
    pub label: Option<Label>,
    /// Which sources give it.
    pub sources: Sources,
    /// Its share of what speaks for any reading of this token here, in 255ths.
    pub share: u8,
    /// Whether no dictionary gives it: it was derived by rule, from how the character is read inside
    /// words or from its place in 廣韻.
    pub derived: bool,
}

/// A set of dictionary sources: bit n is the n-th source that the dictionary's header names, of which
/// there are at most 16. One bit more is the reader's own dictionary.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default, Serialize, Deserialize)]
pub struct Sources(pub u32);

impl Sources {
    /// The reader's own dictionary.
    pub const OWN: Sources = Sources(1 << 16);

    /// Whether the reader's own dictionary is among them.
    pub fn has_own(self) -> bool {
        self.0 & Sources::OWN.0 != 0
    }
}

impl Origin {
    /// The name used in files: `word`, `character` …
    pub fn name(self) -> &'static str {
        match self {
            Origin::Other => "other",
            Origin::Word => "word",
            Origin::Character => "character",
            Origin::Unknown => "unknown",
            Origin::Corrected => "corrected",
        }
    }
}

impl Token {
    /// Text that is not read.
    pub fn other(surface: impl Into<String>) -> Token {
        Token {
            surface: surface.into(),
            origin: Origin::Other,
            confidence: 0,
            candidates: Vec::new(),
            grouping: Grouping::default(),
        }
    }

    /// The chosen reading.
    pub fn reading(&self) -> Option<&Reading> {
        self.candidates.first().map(|candidate| &candidate.reading)
    }

    /// Whether the chosen reading is not sure: see [`SURE`]. What the reader chose always is.
    pub fn is_uncertain(&self) -> bool {
        self.origin != Origin::Corrected && !self.candidates.is_empty() && self.confidence < SURE
    }

    /// Whether the chosen reading is that of the reader's own dictionary.
    pub fn is_own(&self) -> bool {
        self.candidates.first().is_some_and(|chosen| chosen.sources.has_own())
    }

    /// Whether the chosen reading was derived by rule.
    pub fn is_derived(&self) -> bool {
        self.candidates.first().is_some_and(|chosen| chosen.derived)
    }

    /// The characters of the surface, each with what belongs to it, and the index of its syllable
    /// in the reading. Empty for text that is not Han.
    pub fn units(&self) -> impl Iterator<Item = &str> {
        let surface = if self.origin == Origin::Other { "" } else { &self.surface };
        units(surface)
    }
}
