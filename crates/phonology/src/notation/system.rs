//! What a notation must be able to do.

use super::Case;
use super::options::{OptionRow, WordStyle, WriteOptions};
use super::parse::ParseErrorKind;
use crate::{Final, Initial, Join, Spoken, Tone};

/// One notation. Syllables are its business; words are cut and put together for it.
pub(crate) trait System: Sync {
    /// The options that it alone has. [`WriteOptions::own`] gives the choice by the index of its row.
    fn options(&self) -> &'static [OptionRow] {
        &[]
    }

    /// Writes a syllable, in NFC; `None` where there is no way to write it. A capital
    /// ([`Spoken::capital`]) is ignored by notations that have none. `neutral`: it is a neutral one of
    /// its word. That a neutral part begins is written by [`System::join`].
    fn write_syllable(
        &self,
        spoken: Spoken,
        neutral: bool,
        options: &WriteOptions,
    ) -> Option<String>;

    /// Puts between two syllables what joins them. `written` is the syllable that comes next.
    fn join(
        &self,
        out: &mut String,
        is_first: bool,
        join: Join,
        written: &str,
        options: &WriteOptions,
    ) {
        let _ = written;
        out.push_str(match (join, options.words) {
            (Join::Neutral, _) => "--",
            _ if is_first => "",
            (Join::Hyphen, WordStyle::Hyphen) => "-",
            (Join::Hyphen, WordStyle::Joined) => "",
            (Join::Hyphen, WordStyle::Space) | (Join::Space, _) => " ",
        });
    }

    /// A written syllable in capitals, in a notation that has them.
    fn upper(&self, written: &str) -> String {
        written.to_owned()
    }

    /// Whether a char can be part of a syllable (letters, marks, tone numbers); hyphens and spaces are
    /// not.
    fn is_letter(&self, letter: char) -> bool;

    /// Whether a char belongs to a word where it stands between two letters, as an apostrophe may. It
    /// is part of the syllable behind it.
    fn is_inner(&self, letter: char) -> bool {
        let _ = letter;
        false
    }

    /// Where a stretch of letters without hyphens or spaces falls into syllables: the number of chars
    /// of each, which add up to the whole. One syllable, unless the notation says better.
    fn cut(&self, letters: &[char], options: &WriteOptions) -> Vec<usize> {
        let _ = options;
        vec![letters.len()]
    }

    /// Reads one syllable.
    ///
    /// # Errors
    /// What is wrong with it.
    fn read_syllable(
        &self,
        letters: &[char],
        options: &WriteOptions,
    ) -> Result<Parts, ParseErrorKind>;
}

/// A syllable as it was read, not yet known to be one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Parts {
    pub(crate) initial: Initial,
    pub(crate) rime: Final,
    /// The tone as written; the neutral one where a sign says no more than that.
    pub(crate) tone: Tone,
    pub(crate) case: Case,
    /// Whether a sign of the syllable itself (not a double hyphen before it) says that it is neutral.
    pub(crate) neutral: bool,
}
