//! TLPA and TLPA+.

use super::super::options::WriteOptions;
use super::super::parse::ParseErrorKind;
use super::super::system::{Parts, System};
use crate::Spoken;

/// The notation.
pub(crate) struct Tlpa;

pub(crate) static CLASSIC: Tlpa = Tlpa;
pub(crate) static PLUS: Tlpa = Tlpa;

impl System for Tlpa {
    fn write_syllable(
        &self,
        _spoken: Spoken,
        _neutral: bool,
        _options: &WriteOptions,
    ) -> Option<String> {
        None
    }

    fn is_letter(&self, _letter: char) -> bool {
        false
    }

    fn read_syllable(
        &self,
        _letters: &[char],
        _options: &WriteOptions,
    ) -> Result<Parts, ParseErrorKind> {
        Err(ParseErrorKind::UnknownSyllable)
    }
}
