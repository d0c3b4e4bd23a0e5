//! Tone marks: putting one over a letter in NFC, and taking letters and marks apart.

use std::sync::LazyLock;

pub(super) const GRAVE: char = '\u{300}';
pub(super) const ACUTE: char = '\u{301}';
pub(super) const CIRCUMFLEX: char = '\u{302}';
pub(super) const MACRON: char = '\u{304}';
pub(super) const BREVE: char = '\u{306}';
pub(super) const DOT: char = '\u{307}';
pub(super) const DIAERESIS: char = '\u{308}';
pub(super) const RING: char = '\u{30A}';
pub(super) const DOUBLE_ACUTE: char = '\u{30B}';
pub(super) const CARON: char = '\u{30C}';
pub(super) const VERTICAL_LINE: char = '\u{30D}';
pub(super) const MINUS_BELOW: char = '\u{320}';
pub(super) const DIAERESIS_BELOW: char = '\u{324}';
pub(super) const MACRON_BELOW: char = '\u{331}';
/// The dot of o͘, which is part of the letter.
pub(super) const DOT_OF_O: char = '\u{358}';

/// The letters that Unicode composes with a mark: a row is a mark, the plain letters and the composed
/// ones. Anything else (a̍, m̄, n̂ …) stays a letter and a mark, also in NFC.
#[rustfmt::skip]
const COMPOSED: &[(char, &str, &str)] = &[
    (ACUTE,           "aeioumnAEIOUMNüÜ", "áéíóúḿńÁÉÍÓÚḾŃǘǗ"),
    (GRAVE,           "aeiounAEIOUNüÜ",   "àèìòùǹÀÈÌÒÙǸǜǛ"),
    (CIRCUMFLEX,      "aeiouAEIOU",       "âêîôûÂÊÎÔÛ"),
    (CARON,           "aeiounAEIOUNüÜ",   "ǎěǐǒǔňǍĚǏǑǓŇǚǙ"),
    (MACRON,          "aeiouAEIOUüöÜÖ",   "āēīōūĀĒĪŌŪǖȫǕȪ"),
    (DOUBLE_ACUTE,    "ouOU",             "őűŐŰ"),
    (BREVE,           "aeiouAEIOU",       "ăĕĭŏŭĂĔĬŎŬ"),
    (RING,            "auAU",             "åůÅŮ"),
    (DIAERESIS,       "aeiouAEIOU",       "äëïöüÄËÏÖÜ"),
    (DIAERESIS_BELOW, "uU",               "ṳṲ"),
    (MACRON_BELOW,    "nN",               "ṉṈ"),
    (DOT,             "oO",               "ȯȮ"),
];

/// The table turned round: composed letter, plain letter, mark; in the order of the first.
static DECOMPOSED: LazyLock<Vec<(char, char, char)>> = LazyLock::new(|| {
    let mut rows: Vec<_> = COMPOSED
        .iter()
        .flat_map(|(mark, plain, composed)| {
            composed.chars().zip(plain.chars()).map(|(composed, plain)| (composed, plain, *mark))
        })
        .collect();
    rows.sort_unstable();
    rows
});

/// Appends `letter` with `mark` over it, in NFC.
pub(super) fn push_marked(out: &mut String, letter: char, mark: char) {
    match compose(letter, mark) {
        Some(composed) => out.push(composed),
        None => {
            out.push(letter);
            out.push(mark);
        }
    }
}

/// The one char of a letter with a mark, if Unicode has one.
pub(super) fn compose(letter: char, mark: char) -> Option<char> {
    let (_, plain, composed) = COMPOSED.iter().find(|row| row.0 == mark)?;
    composed.chars().nth(plain.chars().position(|from| from == letter)?)
}

/// A composed letter as its plain letter and mark; `None` when it is not one of the table. The plain letter
/// may be composed again (ǘ).
pub(crate) fn decompose(letter: char) -> Option<(char, char)> {
    if letter.is_ascii() {
        return None;
    }
    let row = DECOMPOSED.binary_search_by_key(&letter, |row| row.0).ok()?;
    DECOMPOSED.get(row).map(|(_, plain, mark)| (*plain, *mark))
}

/// Whether a char is a mark that goes over or under the letter before it.
pub(super) fn is_combining(letter: char) -> bool {
    ('\u{300}'..='\u{36F}').contains(&letter)
}
