//! Reading romanised words.

use std::fmt;

use super::marks::decompose;
use super::romanisation::Scheme;
use crate::{Final, Initial, Join, Reading, Spoken, Syllable, SyllableError, Tone};

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
            ParseErrorKind::TwoTones => write!(f, "character {place}: 「{found}」 has two tones"),
            ParseErrorKind::UnknownTone => {
                write!(f, "character {place}: the tone of 「{found}」 is unknown; expected 1 to 9")
            }
            ParseErrorKind::Illegal(why) => write!(f, "character {place}: 「{found}」: {why}"),
        }
    }
}

impl std::error::Error for ParseError {}

pub(super) fn parse(scheme: &Scheme, text: &str) -> Result<Reading, ParseError> {
    let chars: Vec<char> = text.chars().collect();
    let mut syllables = Vec::new();
    let mut start = 0;
    loop {
        let join;
        (join, start) = join_at(&chars, start);
        let end =
            (start..chars.len()).find(|&index| is_separator(chars[index])).unwrap_or(chars.len());
        let written = &chars[start..end];
        let error = |kind| ParseError { at: start, found: written.iter().collect(), kind };
        let (syllable, capital) = parse_syllable(scheme, written).map_err(error)?;
        syllables.push(Spoken { syllable, join, capital });
        start = end;
        if start == chars.len() {
            break;
        }
    }
    Reading::new(syllables).ok_or(ParseError {
        at: 0,
        found: String::new(),
        kind: ParseErrorKind::Empty,
    })
}

fn is_separator(letter: char) -> bool {
    is_hyphen(letter) || letter == ' ' || letter == '\u{3000}'
}

/// The hyphens that texts use for one: U+002D, U+2010, U+2011.
fn is_hyphen(letter: char) -> bool {
    matches!(letter, '-' | '\u{2010}' | '\u{2011}')
}

/// What joins the syllable that begins at or after `start`, and where it begins. One separator
/// counts; `--` is one. A space before `--` says nothing more.
fn join_at(chars: &[char], start: usize) -> (Join, usize) {
    let hyphens =
        |from: usize| chars[from..].iter().take(2).take_while(|&&letter| is_hyphen(letter)).count();
    let space = chars.get(start).is_some_and(|&letter| is_separator(letter) && !is_hyphen(letter));
    let after_space = start + usize::from(space);
    match hyphens(after_space) {
        2 => (Join::Neutral, after_space + 2),
        1 if start > 0 && !space => (Join::Hyphen, start + 1),
        _ if space && start > 0 => (Join::Space, start + 1),
        _ => (Join::Hyphen, start),
    }
}

fn parse_syllable(scheme: &Scheme, written: &[char]) -> Result<(Syllable, bool), ParseErrorKind> {
    if written.is_empty() {
        return Err(ParseErrorKind::Empty);
    }
    let mut letters = String::new();
    let mut mark = None;
    let mut number = None;
    for &letter in written {
        let (letter, found) = match decompose(letter) {
            Some((plain, mark)) => (Some(plain), Some(mark)),
            // The dot of o͘ is part of the letter.
            None if letter == '\u{358}' => (Some(letter), None),
            None if ('\u{300}'..='\u{36F}').contains(&letter) => (None, Some(letter)),
            None => (Some(letter), None),
        };
        if let Some(found) = found
            && mark.replace(found).is_some()
        {
            return Err(ParseErrorKind::TwoTones);
        }
        match letter {
            Some(digit) if digit.is_ascii_digit() && number.is_some() => {
                return Err(ParseErrorKind::UnknownTone);
            }
            Some(digit) if digit.is_ascii_digit() => number = Some(digit),
            Some('ı') => letters.push('i'),
            Some(letter) => letters.push(letter),
            None => {}
        }
    }
    // A digit stands at the end or nowhere.
    if number.is_some() && !written.last().is_some_and(char::is_ascii_digit) {
        return Err(ParseErrorKind::UnknownSyllable);
    }
    if mark.is_some() && number.is_some() {
        return Err(ParseErrorKind::TwoTones);
    }
    let capital = letters.starts_with(|letter: char| letter.is_ascii_uppercase());
    let (initial, rime) =
        split(scheme, &letters.to_ascii_lowercase()).ok_or(ParseErrorKind::UnknownSyllable)?;
    let tone = match number {
        Some(digit) => digit.to_digit(10).and_then(|number| Tone::from_number(number as u8)),
        None => scheme.tone_of_mark(mark, rime.coda()),
    };
    let syllable = Syllable::new(initial, rime, tone.ok_or(ParseErrorKind::UnknownTone)?)
        .map_err(ParseErrorKind::Illegal)?;
    Ok((syllable, capital))
}

/// The longest initial whose remainder is a final: `ng` is a final, `nng` is n- and ng.
fn split(scheme: &Scheme, letters: &str) -> Option<(Initial, Final)> {
    Initial::all()
        .filter_map(|initial| {
            let rest = letters.strip_prefix(scheme.initial(initial))?;
            let rime = scheme.rime_of(rest)?;
            Some((initial, rime))
        })
        .max_by_key(|(initial, _)| scheme.initial(*initial).len())
}
