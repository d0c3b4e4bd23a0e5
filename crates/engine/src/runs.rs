//! Telling Han characters from everything else.

use thakim_document::{is_han, is_selector};

/// A stretch of text of one kind.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Run<'t> {
    /// Han characters, each with the variation selectors behind it.
    Han(&'t str),
    /// Punctuation, spaces, Latin, kana, emoji: what is not read.
    Other(&'t str),
}

/// The runs of a line in order; joined they are the line.
pub(crate) fn runs(line: &str) -> impl Iterator<Item = Run<'_>> {
    let mut rest = line;
    std::iter::from_fn(move || {
        let han = is_han(rest.chars().next()?);
        // A selector belongs to whatever stands before it.
        let belongs = |letter: char| is_han(letter) == han || is_selector(letter);
        let end = rest.find(|letter| !belongs(letter)).unwrap_or(rest.len());
        let (run, after) = rest.split_at(end);
        rest = after;
        Some(if han { Run::Han(run) } else { Run::Other(run) })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn han_is_told_from_the_rest() {
        let found: Vec<Run<'_>> = runs("食 pn̄g，辻\u{E0100}さん").collect();
        let expected =
            [Run::Han("食"), Run::Other(" pn̄g，"), Run::Han("辻\u{E0100}"), Run::Other("さん")];
        assert_eq!(found, expected);
    }
}
