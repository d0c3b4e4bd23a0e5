//! Reading words: what all notations share.

use std::fmt;

use super::options::WriteOptions;
use super::{Case, System};
use crate::{Join, Reading, Spoken, Syllable, SyllableError};

/// Why a text is no reading in a notation.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ParseError {
    /// Where the faulty syllable begins: chars from the start of the text, from 0.
    pub at: usize,
    /// The faulty syllable as it stands.
    pub found: String,
    /// What is wrong with it.
    pub kind: ParseErrorKind,
}

/// What is wrong with a syllable.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ParseErrorKind {
    /// Nothing stands where a syllable should.
    Empty,
    /// No initial and final of the notation make it up.
    UnknownSyllable,
    /// Its letters leave every syllable of the notation at some point.
    UnknownLetters {
        /// The letters that can begin a syllable.
        read: String,
        /// The one behind them that cannot follow; `None` where the syllable ends too early.
        found: Option<char>,
        /// The letters that could follow, in the order of the alphabet, `.` for the end.
        expected: String,
    },
    /// It has two tones: two marks, or a mark and a number.
    TwoTones,
    /// Its mark or number is none of the notation's tones.
    UnknownTone,
    /// The parts are known but cannot stand together.
    Illegal(SyllableError),
}

impl fmt::Display for ParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ParseError { at, found, kind } = self;
        let place = at + 1;
        match kind {
            ParseErrorKind::Empty => write!(f, "character {place}: expected a syllable"),
            ParseErrorKind::UnknownSyllable => {
                write!(f, "character {place}: 「{found}」 is no initial and final of this notation")
            }
            ParseErrorKind::UnknownLetters { read, found: stray, expected } => {
                write!(
                    f,
                    "character {place}: 「{found}」 is no syllable of this notation: expected "
                )?;
                let mut letters = expected.chars().filter(|letter| *letter != '.').peekable();
                let ends = expected.contains('.');
                let mut comma = "";
                while let Some(letter) = letters.next() {
                    let last = letters.peek().is_none() && !ends;
                    comma = if last && !comma.is_empty() { " or " } else { comma };
                    write!(f, "{comma}{letter}")?;
                    comma = ", ";
                }
                if ends {
                    write!(f, "{}its end", if comma.is_empty() { "" } else { " or " })?;
                }
                if !read.is_empty() {
                    write!(f, " after 「{read}」")?;
                }
                match stray {
                    Some(stray) => write!(f, ", found {stray}"),
                    None => write!(f, ", found its end"),
                }
            }
            ParseErrorKind::TwoTones => {
                write!(
                    f,
                    "character {place}: 「{found}」 has two tones; expected one mark or one number"
                )
            }
            ParseErrorKind::UnknownTone => {
                write!(f, "character {place}: the tone of 「{found}」 is unknown; expected 1 to 9")
            }
            ParseErrorKind::Illegal(why) => write!(f, "character {place}: 「{found}」: {why}"),
        }
    }
}

impl std::error::Error for ParseError {}

/// Which syllables are taken.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Mode {
    /// Those of [`Syllable::new`].
    Citation,
    /// Those of [`Syllable::spoken`].
    Spoken,
}

/// A word that was read.
pub(crate) struct Word {
    pub(crate) reading: Reading,
    /// The case of each syllable.
    pub(crate) cases: Vec<Case>,
}

/// Reads one word.
pub(crate) fn parse(
    system: &dyn System,
    text: &str,
    mode: Mode,
    options: &WriteOptions,
) -> Result<Word, ParseError> {
    let chars: Vec<char> = text.chars().map(plain).collect();
    let mut syllables = Vec::new();
    let mut cases = Vec::new();
    let mut start = 0;
    loop {
        let join;
        (join, start) = join_at(&chars, start);
        let end =
            (start..chars.len()).find(|&index| is_separator(chars[index])).unwrap_or(chars.len());
        let mut join = join;
        for length in system.cut(&chars[start..end], options) {
            let written = &chars[start..start + length];
            // What is shown is what stands there, not what it was taken for.
            let found = || text.chars().skip(start).take(length).collect();
            let error = |kind| ParseError { at: start, found: found(), kind };
            let (spoken, case) = syllable(system, written, mode, options).map_err(error)?;
            let is_neutral_already = join == Join::Neutral
                || syllables.iter().any(|before: &Spoken| before.join == Join::Neutral);
            if is_neutral_already || spoken.join != Join::Neutral {
                syllables.push(Spoken { join, ..spoken });
            } else {
                syllables.push(spoken);
            }
            cases.push(case);
            start += length;
            join = Join::Hyphen;
        }
        if start == chars.len() {
            break;
        }
    }
    let empty = || ParseError { at: 0, found: String::new(), kind: ParseErrorKind::Empty };
    Reading::new(syllables).map(|reading| Word { reading, cases }).ok_or_else(empty)
}

/// One syllable; its join is neutral if a sign of its own says so.
fn syllable(
    system: &dyn System,
    written: &[char],
    mode: Mode,
    options: &WriteOptions,
) -> Result<(Spoken, Case), ParseErrorKind> {
    if written.is_empty() {
        return Err(ParseErrorKind::Empty);
    }
    let parts = system.read_syllable(written, options)?;
    let made = match mode {
        Mode::Citation => Syllable::new(parts.initial, parts.rime, parts.tone),
        Mode::Spoken => Syllable::spoken(parts.initial, parts.rime, parts.tone),
    };
    let syllable = made.map_err(ParseErrorKind::Illegal)?;
    let join = if parts.neutral { Join::Neutral } else { Join::Hyphen };
    Ok((Spoken { syllable, join, capital: parts.case != Case::Lower }, parts.case))
}

/// A char as the notations know it: full-width forms and superscript digits as their ASCII, the
/// hyphens U+2010 and U+2011 as U+002D, the ideographic space as a space. One char for one char.
pub(crate) fn plain(letter: char) -> char {
    match letter {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(letter) - 0xFEE0).unwrap_or(letter),
        '⁰' => '0',
        '¹' => '1',
        '²' => '2',
        '³' => '3',
        '⁴'..='⁹' => {
            char::from_u32(u32::from(letter) - 0x2074 + u32::from('4')).unwrap_or(letter)
        }
        '\u{2010}' | '\u{2011}' => '-',
        '\u{3000}' => ' ',
        other => other,
    }
}

fn is_separator(letter: char) -> bool {
    letter == '-' || letter == ' '
}

/// What joins the syllable that begins at or after `start`, and where it begins. One separator
/// counts; `--` is one. A space before `--` says nothing more.
fn join_at(chars: &[char], start: usize) -> (Join, usize) {
    let hyphens =
        |from: usize| chars[from..].iter().take(2).take_while(|&&letter| letter == '-').count();
    let space = chars.get(start) == Some(&' ');
    let after_space = start + usize::from(space);
    match hyphens(after_space) {
        2 => (Join::Neutral, after_space + 2),
        1 if start > 0 && !space => (Join::Hyphen, start + 1),
        _ if space && start > 0 => (Join::Space, start + 1),
        _ => (Join::Hyphen, start),
    }
}
