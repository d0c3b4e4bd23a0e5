//! IPA.

use super::super::options::WriteOptions;
use super::super::parse::ParseErrorKind;
use super::super::system::{Parts, System};
use crate::Spoken;

/// The notation.
pub(crate) struct Ipa;

pub(crate) static SYSTEM: Ipa = Ipa;

impl System for Ipa {
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
