//! Telling Han characters from everything else.

use thakim_document::{is_han, is_selector};

use crate::model::features::{Mark, mark_of_other};
use crate::numbers::is_numeral;

/// A stretch of text of one kind, with what stands next to it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Run<'t> {
    pub(crate) kind: RunKind,
    pub(crate) surface: &'t str,
    /// What stands before it.
    pub(crate) before: Mark,
    /// What stands behind it.
    pub(crate) after: Mark,
}

/// What a run is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum RunKind {
    /// Han characters, each with the variation selectors behind it.
    Han,
    /// Punctuation, spaces, Latin, kana, emoji: what is not read.
    Other,
}

/// Whether it is a circle that people type for 〇.
pub(crate) fn is_round_zero(letter: char) -> bool {
    matches!(letter, '○' | '◯')
}

/// The runs of a line in order; joined they are the line.
pub(crate) fn runs(line: &str) -> impl Iterator<Item = Run<'_>> {
    let mut done = 0;
    std::iter::from_fn(move || {
        let (past, rest) = line.split_at(done);
        let mut before = past.chars().next_back();
        let mut letters = rest.chars().peekable();
        let mut kind = None;
        let mut end = 0;
        while let Some(letter) = letters.next() {
            // A circle is a zero only beside a number.
            let mut beside = before.into_iter().chain(letters.peek().copied());
            let han = is_han(letter) || is_round_zero(letter) && beside.any(is_numeral);
            // A selector belongs to whatever stands before it.
            if *kind.get_or_insert(han) != han && !is_selector(letter) {
                break;
            }
            end += letter.len_utf8();
            before = Some(letter);
        }
        let (surface, future) = rest.split_at(end);
        done += end;
        let visible = |letter: &char| !letter.is_whitespace();
        Some(Run {
            kind: if kind? { RunKind::Han } else { RunKind::Other },
            surface,
            before: mark_of_other(past.chars().rev().find(visible)),
            after: mark_of_other(future.chars().find(visible)),
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn han_is_told_from_the_rest() {
        let found: Vec<(RunKind, &str)> =
            runs("食 pn̄g，辻\u{E0100}さん").map(|run| (run.kind, run.surface)).collect();
        let expected = [
            (RunKind::Han, "食"),
            (RunKind::Other, " pn̄g，"),
            (RunKind::Han, "辻\u{E0100}"),
            (RunKind::Other, "さん"),
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn a_circle_is_a_zero_in_numbers() {
        let found: Vec<(RunKind, &str)> =
            runs("二○○八年○無").map(|run| (run.kind, run.surface)).collect();
        let expected = [(RunKind::Han, "二○○八年"), (RunKind::Other, "○"), (RunKind::Han, "無")];
        assert_eq!(found, expected);
    }
}
