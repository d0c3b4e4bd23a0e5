//! 注音二式 (MPS2).

use super::super::options::WriteOptions;
use super::super::parse::ParseErrorKind;
use super::super::system::{Parts, System};
use crate::Spoken;

/// The notation.
pub(crate) struct Mps2;

pub(crate) static SYSTEM: Mps2 = Mps2;

impl System for Mps2 {
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
