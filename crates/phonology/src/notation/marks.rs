//! Tone marks: putting one over a letter in NFC, and taking letters and marks apart.

use crate::Tone;

/// The combining mark of each tone in a romanisation; `None` where the tone has none.
pub(super) type ToneMarks = [(Tone, Option<char>); 9];

/// The marks that 臺羅 took over from 白話字; the two differ in that of tone 9.
pub(super) const fn church_marks(ninth: char) -> ToneMarks {
    [
        (Tone::T1, None),
        (Tone::T2, Some(ACUTE)),
        (Tone::T3, Some(GRAVE)),
        (Tone::T4, None),
        (Tone::T5, Some(CIRCUMFLEX)),
        (Tone::T6, Some(CARON)),
        (Tone::T7, Some(MACRON)),
        (Tone::T8, Some(VERTICAL_LINE)),
        (Tone::T9, Some(ninth)),
    ]
}

const ACUTE: char = '\u{301}';
const GRAVE: char = '\u{300}';
const CIRCUMFLEX: char = '\u{302}';
const CARON: char = '\u{30C}';
const MACRON: char = '\u{304}';
const VERTICAL_LINE: char = '\u{30D}';
pub(super) const DOUBLE_ACUTE: char = '\u{30B}';
pub(super) const BREVE: char = '\u{306}';

/// The letters that Unicode composes with a tone mark: a row is a mark, the plain letters and the
/// composed ones. Anything else (a̍, m̄, n̂ …) stays a letter and a mark, also in NFC.
#[rustfmt::skip]
const COMPOSED: &[(char, &str, &str)] = &[
    (ACUTE,        "aeioumnAEIOUMN", "áéíóúḿńÁÉÍÓÚḾŃ"),
    (GRAVE,        "aeiounAEIOUN",   "àèìòùǹÀÈÌÒÙǸ"),
    (CIRCUMFLEX,   "aeiouAEIOU",     "âêîôûÂÊÎÔÛ"),
    (CARON,        "aeiounAEIOUN",   "ǎěǐǒǔňǍĚǏǑǓŇ"),
    (MACRON,       "aeiouAEIOU",     "āēīōūĀĒĪŌŪ"),
    (DOUBLE_ACUTE, "ouOU",           "őűŐŰ"),
    (BREVE,        "aeiouAEIOU",     "ăĕĭŏŭĂĔĬŎŬ"),
];

/// Appends `letter` with `mark` over it, in NFC.
pub(super) fn push_marked(out: &mut String, letter: char, mark: char) {
    let composed = COMPOSED.iter().find(|row| row.0 == mark).and_then(|(_, plain, composed)| {
        plain.chars().zip(composed.chars()).find(|(from, _)| *from == letter)
    });
    match composed {
        Some((_, composed)) => out.push(composed),
        None => {
            out.push(letter);
            out.push(mark);
        }
    }
}

/// A composed letter as its plain letter and mark; `None` when it is not one of the table.
pub(crate) fn decompose(letter: char) -> Option<(char, char)> {
    COMPOSED.iter().find_map(|(mark, plain, composed)| {
        let (from, _) = plain.chars().zip(composed.chars()).find(|(_, to)| *to == letter)?;
        Some((from, *mark))
    })
}
