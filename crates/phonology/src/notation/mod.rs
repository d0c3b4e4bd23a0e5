//! The notations: how a reading is written, and how writing is read.
//!
//! A notation is one row of [`Notation::ALL`] and one module; everything that lists notations (the
//! page's menu, `thakim notations`) walks that array.

mod marks;
mod parse;
mod poj;
mod romanisation;
mod tl;

pub use parse::ParseError;

use std::fmt;
use std::str::FromStr;

use crate::{Reading, Spoken};

/// A notation of Hokkien.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Notation {
    /// 臺羅, the Ministry of Education's romanisation of 2006.
    #[default]
    Tl,
    /// 白話字, the church romanisation in its modern form.
    Poj,
}

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

/// How a reading is written, whatever the notation.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct WriteOptions {
    /// How the tone is shown.
    pub tones: ToneStyle,
}

impl WriteOptions {
    /// Tone numbers instead of marks.
    pub const NUMBERS: WriteOptions = WriteOptions { tones: ToneStyle::Number };
}

impl Notation {
    /// Every notation, in the order in which it is offered.
    pub const ALL: &[Notation] = &[Notation::Tl, Notation::Poj];

    /// The identifier used in options and stored settings: `TL`, `POJ`.
    pub fn id(self) -> &'static str {
        match self {
            Notation::Tl => "TL",
            Notation::Poj => "POJ",
        }
    }

    /// The name by which its users know it.
    pub fn name(self) -> &'static str {
        match self {
            Notation::Tl => "臺羅",
            Notation::Poj => "白話字",
        }
    }

    /// The BCP 47 tag of text in it.
    pub fn language_tag(self) -> &'static str {
        match self {
            Notation::Tl => "nan-Latn-tailo",
            Notation::Poj => "nan-Latn-pehoeji",
        }
    }

    /// Writes one syllable, without what joins it to its neighbours.
    pub fn write_syllable(self, spoken: Spoken, options: &WriteOptions) -> String {
        self.scheme().write_syllable(spoken, options.tones)
    }

    /// Writes a whole reading, in NFC: `tâi-gí`, `ē--sái`.
    pub fn write(self, reading: &Reading, options: &WriteOptions) -> String {
        self.scheme().write(reading, options.tones)
    }

    /// Reads one word: syllables joined by hyphens, double hyphens or spaces, with tone marks or
    /// numbers, in any Unicode normal form.
    ///
    /// # Errors
    /// [`ParseError`] says where the fault is, what was expected and what was found.
    pub fn parse(self, text: &str) -> Result<Reading, ParseError> {
        parse::parse(self.scheme(), text)
    }

    fn scheme(self) -> &'static romanisation::Scheme {
        match self {
            Notation::Tl => &tl::SCHEME,
            Notation::Poj => &poj::SCHEME,
        }
    }
}

impl FromStr for Notation {
    type Err = UnknownNotation;

    /// From its identifier, in any case.
    fn from_str(id: &str) -> Result<Notation, UnknownNotation> {
        Notation::ALL
            .iter()
            .copied()
            .find(|notation| notation.id().eq_ignore_ascii_case(id))
            .ok_or_else(|| UnknownNotation { found: id.to_owned() })
    }
}

/// No notation has this identifier.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct UnknownNotation {
    /// What was asked for.
    pub found: String,
}

impl fmt::Display for UnknownNotation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "no notation is called {:?}; there are", self.found)?;
        for (index, notation) in Notation::ALL.iter().enumerate() {
            let comma = if index == 0 { "" } else { "," };
            write!(f, "{comma} {} ({})", notation.id(), notation.name())?;
        }
        Ok(())
    }
}

impl std::error::Error for UnknownNotation {}
