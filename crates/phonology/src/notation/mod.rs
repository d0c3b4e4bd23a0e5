//! The notations: how a reading is written, and how writing is read.
//!
//! A notation is one row of [`Notation::ALL`] and one module in `systems`; everything that lists
//! notations (the page's menu, `thakim notations`) walks that array.

mod case;
pub(crate) mod marks;
mod options;
pub(crate) mod parse;
mod romanisation;
mod sought;
mod system;
mod systems;

pub use options::{OptionRow, ToneStyle, UnknownOption, ValueRow, WordStyle, WriteOptions};
pub use parse::{ParseError, ParseErrorKind};
pub use sought::{Sought, fold};

pub(crate) use case::Case;
pub(crate) use system::System;

use std::fmt;
use std::str::FromStr;

use crate::{Reading, Spoken, Syllable};

/// A notation of Hokkien.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Notation {
    /// 臺羅, the Ministry of Education's romanisation of 2006.
    #[default]
    Tl,
    /// 白話字, the church romanisation in its modern form.
    Poj,
    /// 臺灣方音符號, the Ministry of Education's phonetic signs of 1998.
    Tps,
    /// 臺灣語言音標 (TLPA), the Ministry of Education's romanisation of 1998.
    Tlpa,
    /// TLPA in the form that input methods and rime books of today use, with z and c.
    TlpaPlus,
    /// 閩拼, 閩南方言拼音方案 of 廈門大學's dictionary, 1982.
    Bp,
    /// 通用拼音 for Hokkien.
    Tongiong,
    /// 臺灣話音 (Daighi tongiong pingim, DT).
    Dt,
    /// 注音二式 extended to Hokkien.
    Mps2,
    /// 十五音: rime, tone and initial as the rime book 彙集雅俗通十五音 names them.
    Sni,
    /// 反切: the upper and the lower character.
    Fanqie,
    /// The International Phonetic Alphabet.
    Ipa,
    /// 臺語假名, the kana of the colonial dictionaries.
    Kana,
    /// 臺語點字, braille.
    Braille,
}

/// What is known of a notation without asking its system.
struct Row {
    notation: Notation,
    id: &'static str,
    name: &'static str,
    language_tag: &'static str,
    system: &'static dyn System,
}

const fn row(
    notation: Notation,
    id: &'static str,
    name: &'static str,
    language_tag: &'static str,
    system: &'static dyn System,
) -> Row {
    Row { notation, id, name, language_tag, system }
}

/// In the order of the variants. A private subtag follows `x` where none is registered.
#[rustfmt::skip]
static TABLE: [Row; 14] = [
    row(Notation::Tl,       "TL",       "臺羅",     "nan-Latn-tailo",      &systems::tl::SYSTEM),
    row(Notation::Poj,      "POJ",      "白話字",   "nan-Latn-pehoeji",    &systems::poj::SYSTEM),
    row(Notation::Tps,      "TPS",      "方音符號", "nan-Bopo",            &systems::tps::SYSTEM),
    row(Notation::Tlpa,     "TLPA",     "TLPA",     "nan-Latn-x-tlpa",     &systems::tlpa::CLASSIC),
    row(Notation::TlpaPlus, "TLPA+",    "TLPA+",    "nan-Latn-x-tlpaplus", &systems::tlpa::PLUS),
    row(Notation::Bp,       "BP",       "閩拼",     "nan-Latn-x-bp",       &systems::bp::SYSTEM),
    row(Notation::Tongiong, "TONGIONG", "通用拼音", "nan-Latn-x-tongiong", &systems::tongiong::TONGIONG),
    row(Notation::Dt,       "DT",       "DT",       "nan-Latn-x-dt",       &systems::tongiong::DT),
    row(Notation::Mps2,     "MPS2",     "注音二式", "nan-Latn-x-mps2",     &systems::mps2::SYSTEM),
    row(Notation::Sni,      "SNI",      "十五音",   "nan-Hant-x-sni",      &systems::sni::SYSTEM),
    row(Notation::Fanqie,   "FANQIE",   "反切",     "nan-Hant-x-fanqie",   &systems::fanqie::SYSTEM),
    row(Notation::Ipa,      "IPA",      "國際音標", "nan-fonipa",          &systems::ipa::SYSTEM),
    row(Notation::Kana,     "KANA",     "臺語假名", "nan-Kana",            &systems::kana::SYSTEM),
    row(Notation::Braille,  "BRAILLE",  "臺語點字", "nan-Brai",            &systems::braille::SYSTEM),
];

impl Notation {
    /// Every notation, in the order in which it is offered.
    pub const ALL: &[Notation] = &[
        Notation::Tl,
        Notation::Poj,
        Notation::Tps,
        Notation::Tlpa,
        Notation::TlpaPlus,
        Notation::Bp,
        Notation::Tongiong,
        Notation::Dt,
        Notation::Mps2,
        Notation::Sni,
        Notation::Fanqie,
        Notation::Ipa,
        Notation::Kana,
        Notation::Braille,
    ];

    /// The identifier used in options and stored settings: `TL`, `POJ` …
    pub fn id(self) -> &'static str {
        self.row().id
    }

    /// The name by which its users know it.
    pub fn name(self) -> &'static str {
        self.row().name
    }

    /// The BCP 47 tag of text in it.
    pub fn language_tag(self) -> &'static str {
        self.row().language_tag
    }

    /// The options that only some notations have, each with its values, the default first. Those of
    /// all notations, `format` and `words`, are fields of [`WriteOptions`].
    pub fn options(self) -> &'static [OptionRow] {
        self.system().options()
    }

    /// Writes one syllable as it stands over its character, without what joins it to its neighbours.
    /// `None` where the notation has no way to write it.
    ///
    /// `neutral` says whether it is neutral in its word: see [`Reading::is_neutral`].
    pub fn try_write_syllable(
        self,
        spoken: Spoken,
        neutral: bool,
        options: &WriteOptions,
    ) -> Option<String> {
        self.system().write_syllable(spoken, neutral, options)
    }

    /// The same; what the notation has no way to write comes in 臺羅 with a number, in ⟨ ⟩, so that
    /// nobody takes it for this notation.
    pub fn write_syllable(self, spoken: Spoken, neutral: bool, options: &WriteOptions) -> String {
        let written = self.try_write_syllable(spoken, neutral, options);
        written.unwrap_or_else(|| foreign(spoken.syllable))
    }

    /// Writes the syllable of a reading at `index` (from 0) as it stands over its character: where the
    /// neutral part of the word begins, with the sign for that before it, since without it the syllable
    /// would be read in its citation tone. Empty behind the last syllable.
    pub fn write_over(self, reading: &Reading, index: usize, options: &WriteOptions) -> String {
        let Some(&spoken) = reading.syllables().get(index) else { return String::new() };
        let written = self.write_syllable(spoken, reading.is_neutral(index), options);
        let mut out = String::new();
        self.system().join(&mut out, true, spoken.join, &written, options);
        out.push_str(&written);
        out
    }

    /// Writes a whole reading, in NFC: `tâi-gí`, `ē--sái`.
    ///
    /// # Errors
    /// [`Inexpressible`] names the first syllable that the notation has no way to write.
    pub fn try_write(
        self,
        reading: &Reading,
        options: &WriteOptions,
    ) -> Result<String, Inexpressible> {
        let mut lacking = None;
        let written = self.write_with(reading, options, |syllable| {
            lacking.get_or_insert(syllable);
        });
        match lacking {
            Some(syllable) => Err(Inexpressible { notation: self, syllable }),
            None => Ok(written),
        }
    }

    /// The same; a syllable that the notation has no way to write stands as in
    /// [`Notation::write_syllable`].
    pub fn write(self, reading: &Reading, options: &WriteOptions) -> String {
        self.write_with(reading, options, |_| ())
    }

    fn write_with(
        self,
        reading: &Reading,
        options: &WriteOptions,
        mut lacks: impl FnMut(Syllable),
    ) -> String {
        let system = self.system();
        let mut out = String::new();
        for (index, spoken) in reading.syllables().iter().enumerate() {
            let neutral = reading.is_neutral(index);
            let written = system.write_syllable(*spoken, neutral, options).unwrap_or_else(|| {
                lacks(spoken.syllable);
                foreign(spoken.syllable)
            });
            system.join(&mut out, index == 0, spoken.join, &written, options);
            out.push_str(&written);
        }
        out
    }

    /// Reads one word: syllables joined by hyphens, double hyphens or spaces, with tone marks or
    /// numbers, in any Unicode normal form. Its syllables are citation forms, or neutral.
    ///
    /// # Errors
    /// [`ParseError`] says where the fault is, what was expected and what was found.
    pub fn parse(self, text: &str) -> Result<Reading, ParseError> {
        self.parse_with(text, &WriteOptions::default())
    }

    /// The same for text written with these options, as far as they change how it is read.
    ///
    /// # Errors
    /// [`ParseError`] says where the fault is, what was expected and what was found.
    pub fn parse_with(self, text: &str, options: &WriteOptions) -> Result<Reading, ParseError> {
        parse::parse(self.system(), text, parse::Mode::Citation, options).map(|word| word.reading)
    }

    /// Reads one word as it may stand in text that writes the tones as spoken: also what
    /// [`Syllable::spoken`] allows.
    ///
    /// # Errors
    /// [`ParseError`] says where the fault is, what was expected and what was found.
    pub fn parse_spoken(self, text: &str, options: &WriteOptions) -> Result<Reading, ParseError> {
        parse::parse(self.system(), text, parse::Mode::Spoken, options).map(|word| word.reading)
    }

    pub(crate) fn system(self) -> &'static dyn System {
        self.row().system
    }

    fn row(self) -> &'static Row {
        let row = &TABLE[self as usize];
        debug_assert_eq!(row.notation, self, "the table is in the order of the variants");
        row
    }
}

/// A syllable that the notation at hand cannot write.
fn foreign(syllable: Syllable) -> String {
    let (initial, rime) = (syllable.initial().tl(), syllable.rime().tl());
    format!("⟨{initial}{rime}{}⟩", syllable.tone().number())
}

/// A notation has no way to write a syllable.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Inexpressible {
    /// The notation.
    pub notation: Notation,
    /// The syllable.
    pub syllable: Syllable,
}

impl fmt::Display for Inexpressible {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (initial, rime) = (self.syllable.initial().tl(), self.syllable.rime().tl());
        let (name, tone) = (self.notation.name(), self.syllable.tone().number());
        write!(f, "{name} has no way to write {initial}{rime}{tone} (臺羅)")
    }
}

impl std::error::Error for Inexpressible {}

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
