//! An annotated text as it is compared: character by character, each with what is read there.

use thakim_document::export::Style;
use thakim_document::{Origin, Paragraph, is_selector};
use thakim_phonology::Syllable;
use thakim_phonology::notation::fold;

/// The most marks over one letter that are told apart.
const MARKS: usize = 3;

/// A character, with what belongs to it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Letter {
    /// Folded, without marks.
    pub(super) base: char,
    /// Its marks in the order of their code points, `\0` where there are none.
    pub(super) marks: [char; MARKS],
}

/// A character of the text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Atom {
    /// Where it begins, in `char`s of the text.
    pub(super) from: u32,
    /// How many `char`s it has, selectors and marks included.
    pub(super) length: u32,
    pub(super) letter: Letter,
    pub(super) kind: Kind,
}

/// What an atom is to a search.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    /// A character with a reading.
    Read(Sound),
    /// A character without.
    Plain,
    /// A part of the character before it, which two characters write.
    Part,
    /// A space or a hyphen: it may stand between what is found.
    Gap,
    /// A line break. One may stand between what is found, an empty line not.
    Break,
}

/// How a character is read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Sound {
    /// In the dictionary.
    pub(super) citation: Syllable,
    /// As it is shown, where tones are those of speech.
    pub(super) shown: Syllable,
    /// Whether it is a neutral one of its word.
    pub(super) neutral: bool,
}

impl Letter {
    fn of(letter: char) -> Letter {
        let mut folded = fold(letter);
        let base = folded.next().unwrap_or(letter);
        let mut all = Letter { base, marks: ['\0'; MARKS] };
        folded.for_each(|mark| all.add(mark));
        all
    }

    fn add(&mut self, mark: char) {
        if let Some(free) = self.marks.iter_mut().find(|free| **free == '\0') {
            *free = mark;
        }
        self.marks.sort_unstable_by_key(|mark| (*mark == '\0', *mark));
    }

    /// Whether this letter of a text is found by `sought`: where that has no marks, with any.
    pub(super) fn is_found_by(&self, sought: &Letter) -> bool {
        self.base == sought.base && (sought.marks[0] == '\0' || sought.marks == self.marks)
    }
}

/// The characters of what somebody typed, each with its marks.
pub(super) fn letters(text: &str) -> Vec<Letter> {
    let mut letters: Vec<Letter> = Vec::new();
    for letter in text.chars().filter(|letter| !is_selector(*letter)) {
        match letters.last_mut() {
            Some(last) if is_mark(letter) => last.add(letter),
            _ => letters.push(Letter::of(letter)),
        }
    }
    letters
}

/// Appends the characters of a paragraph that begins at this `char` of the text.
pub(super) fn push(out: &mut Vec<Atom>, paragraph: &Paragraph, from: u32, style: &Style) {
    let mut at = from;
    for (token, shown) in style.shown(paragraph) {
        let first = out.len();
        for unit in token.units() {
            push_text(out, &mut at, unit, Kind::Part);
        }
        if token.origin == Origin::Other {
            push_text(out, &mut at, &token.surface, Kind::Plain);
            continue;
        }
        let citation = token.reading();
        let mut begins = first;
        for (index, unit) in token.units().enumerate() {
            let syllable = |reading: &thakim_phonology::Reading| {
                reading.syllables().get(index).map(|spoken| spoken.syllable)
            };
            let heard = citation.and_then(syllable).map(|citation| Sound {
                citation,
                shown: shown.as_deref().and_then(syllable).unwrap_or(citation),
                neutral: citation_is_neutral(token.reading(), index),
            });
            if let Some(atom) = out.get_mut(begins) {
                atom.kind = heard.map_or(Kind::Plain, Kind::Read);
            }
            begins += unit.chars().filter(|letter| !belongs(*letter)).count();
        }
    }
    let breaks = paragraph.ending.chars().count() as u32;
    if breaks > 0 {
        let letter = Letter { base: '\n', marks: ['\0'; MARKS] };
        out.push(Atom { from: at, length: breaks, letter, kind: Kind::Break });
    }
}

fn citation_is_neutral(reading: Option<&thakim_phonology::Reading>, index: usize) -> bool {
    reading.is_some_and(|reading| reading.is_neutral(index))
}

fn push_text(out: &mut Vec<Atom>, at: &mut u32, text: &str, kind: Kind) {
    let begins = out.len();
    for letter in text.chars() {
        let has_bearer = out.len() > begins;
        match out.last_mut().filter(|_| has_bearer && belongs(letter)) {
            Some(bearer) => {
                bearer.length += 1;
                if is_mark(letter) {
                    bearer.letter.add(letter);
                }
            }
            None => {
                let kind = if is_gap(letter) { Kind::Gap } else { kind };
                out.push(Atom { from: *at, length: 1, letter: Letter::of(letter), kind });
            }
        }
        *at += 1;
    }
}

/// Whether a char goes with the one before it.
fn belongs(letter: char) -> bool {
    is_selector(letter) || is_mark(letter)
}

fn is_mark(letter: char) -> bool {
    ('\u{300}'..='\u{36F}').contains(&letter)
}

/// Spaces, hyphens, and what is not seen at all.
pub(super) fn is_gap(letter: char) -> bool {
    letter.is_whitespace()
        || matches!(letter, '-' | '\u{AD}' | '\u{2010}' | '\u{2011}' | '\u{200B}' | '\u{FEFF}')
}
