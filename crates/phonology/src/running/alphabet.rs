//! The letters that a notation uses.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use crate::notation::{Notation, ToneStyle, WriteOptions};
use crate::{Spoken, Syllable};

/// The chars with which a notation writes its syllables apart from tone marks and numbers, in lower
/// case: those of all syllables in their first tone. Found by writing them all, once.
pub(super) fn of(notation: Notation) -> &'static BTreeSet<char> {
    static ALPHABETS: [OnceLock<BTreeSet<char>>; Notation::ALL.len()] =
        [const { OnceLock::new() }; Notation::ALL.len()];
    ALPHABETS[notation as usize].get_or_init(|| {
        let options = WriteOptions::new(ToneStyle::None);
        Syllable::all()
            .filter_map(|syllable| {
                notation.try_write_syllable(Spoken::plain(syllable), false, &options)
            })
            .flat_map(|written| written.chars().collect::<Vec<char>>())
            .collect()
    })
}
