//! Words without hyphens: where their syllables begin, and what must stand between.

use super::super::marks::is_combining;
use super::super::parse::plain;
use super::typed::is_apostrophe;

/// Cuts before apostrophes, and behind digits: the lengths of the pieces in chars.
pub(super) fn at_signs(letters: &[char], apostrophes: bool) -> Vec<usize> {
    let mut lengths = Vec::new();
    let mut start = 0;
    for at in 1..letters.len() {
        let (before, here) = (letters[at - 1], letters[at]);
        let is_behind_digit = before.is_ascii_digit() && !here.is_ascii_digit();
        if is_behind_digit || (apostrophes && is_apostrophe(here)) {
            lengths.push(at - start);
            start = at;
        }
    }
    lengths.push(letters.len() - start);
    lengths
}

/// The lengths of the syllables of a word whose syllables follow upon each other: each as long as
/// can be if the rest is to be syllables too. `None` if there is no such way. `is_syllable` says whether
/// letters are a syllable that can begin at this index.
pub(super) fn longest_first(
    letters: &[char],
    is_syllable: impl Fn(usize, &[char]) -> bool,
) -> Option<Vec<usize>> {
    /// Letters, marks and a digit of the longest syllable.
    const LONGEST: usize = 18;
    let begins_mark = |at: usize| letters.get(at).is_some_and(|letter| is_combining(*letter));
    // From the end: how long the syllable is that begins here and leaves a rest of syllables.
    let mut lengths: Vec<Option<usize>> = vec![None; letters.len() + 1];
    lengths[letters.len()] = Some(0);
    for start in (0..letters.len()).rev() {
        let longest = (start + LONGEST).min(letters.len());
        lengths[start] = (start + 1..=longest)
            .rev()
            .find(|&end| {
                lengths[end].is_some()
                    && !begins_mark(end)
                    && is_syllable(start, &letters[start..end])
            })
            .map(|end| end - start);
    }
    let mut found = Vec::new();
    let mut at = 0;
    while at < letters.len() {
        let length = lengths.get(at).copied().flatten()?;
        found.push(length);
        at += length;
    }
    Some(found)
}

/// The letters at the end of a text, behind its last hyphen or space.
pub(super) fn last_stretch(text: &str) -> Vec<char> {
    let behind = text.rfind(['-', ' ']).map_or(0, |at| at + 1);
    text.get(behind..).unwrap_or_default().chars().map(plain).collect()
}
