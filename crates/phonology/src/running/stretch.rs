//! Stretches of letters, and of everything else.

use crate::notation::System;
use crate::notation::parse::plain;

/// What a stretch is made of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    /// Letters of the notation, and hyphens between or before them: perhaps a word.
    Letters,
    /// Anything else.
    Other,
}

/// A part of a text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Stretch<'t> {
    pub(super) kind: Kind,
    pub(super) surface: &'t str,
    /// Where it begins: chars from the start of the text.
    pub(super) at: usize,
    /// Where it begins: bytes from the start of the text.
    pub(super) start: usize,
}

/// Cuts a text into stretches. Hyphens belong to letters that they stand between, one or two of them; a
/// double hyphen also to the letters behind it, where nothing or a space stands before it. Digits alone are no
/// letters, also between hyphens. A letter that touches a letter of another script and alphabet is none: `naïve` is not
/// `na` and `ve`.
pub(super) fn stretches<'t>(system: &dyn System, text: &'t str) -> Vec<Stretch<'t>> {
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    let byte = |index: usize| chars.get(index).map_or(text.len(), |(byte, _)| *byte);
    let letter = |index: usize| chars.get(index).map(|(_, letter)| plain(*letter));
    let is_letter = |index: usize| letter(index).is_some_and(|letter| system.is_letter(letter));
    let hyphens = |from: usize| (from..).take_while(|&index| letter(index) == Some('-')).count();
    // 5-goe̍h: what is between hyphens and only digits is no syllable, whatever stands beside it.
    let is_number = |from: usize| {
        let mut letters = (from..).take_while(|&index| is_letter(index));
        letters.all(|index| letter(index).is_some_and(|letter| letter.is_ascii_digit()))
    };
    let mut found = Vec::new();
    let mut other = 0;
    let mut at = 0;
    while at < chars.len() {
        let before = at.checked_sub(1).and_then(letter);
        let leads = match hyphens(at) {
            2 if before.is_none_or(|before| !is_wordlike(before)) => 2,
            _ => 0,
        };
        if !is_letter(at + leads) {
            at += 1;
            continue;
        }
        if is_number(at + leads) {
            at += leads;
            while is_letter(at) {
                at += 1;
            }
            continue;
        }
        let start = at;
        at += leads;
        loop {
            let is_inner = |index: usize| letter(index).is_some_and(|char| system.is_inner(char));
            while is_letter(at) || (is_inner(at) && is_letter(at + 1)) {
                at += 1;
            }
            let between = hyphens(at);
            let goes_on = matches!(between, 1 | 2) && is_letter(at + between);
            if !goes_on || is_number(at + between) {
                break;
            }
            at += between;
        }
        let is_glued = |index: Option<usize>| {
            index.and_then(letter).is_some_and(|letter| {
                letter.is_alphabetic() && is_european(letter) && !system.is_letter(letter)
            })
        };
        let surface = &text[byte(start)..byte(at)];
        if is_glued(start.checked_sub(1)) || is_glued(Some(at)) {
            continue;
        }
        if other < start {
            let surface = &text[byte(other)..byte(start)];
            found.push(Stretch { kind: Kind::Other, surface, at: other, start: byte(other) });
        }
        found.push(Stretch { kind: Kind::Letters, surface, at: start, start: byte(start) });
        other = at;
    }
    if other < chars.len() {
        let surface = &text[byte(other)..];
        found.push(Stretch { kind: Kind::Other, surface, at: other, start: byte(other) });
    }
    found
}

fn is_wordlike(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '-'
}

/// Latin, Greek and Cyrillic, whose words hang together; Han characters stand each for itself.
fn is_european(letter: char) -> bool {
    letter < '\u{530}' || ('\u{1D00}'..='\u{1FFF}').contains(&letter)
}
