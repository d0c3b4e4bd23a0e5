//! Distinctions that a notation does not write.

use std::collections::BTreeMap;

use thakim_phonology::{Notation, Reading, Spoken, Syllable, WriteOptions};

/// The syllables of a text that its new notation writes like another syllable.
#[derive(Default)]
pub(super) struct Losses {
    /// Every syllable seen, and what it reads back as where that is another one.
    seen: BTreeMap<Syllable, Option<Syllable>>,
}

/// So many are named; a text with more has said enough.
const NAMED: usize = 8;

impl Losses {
    /// Looks at the syllables of a word that was written.
    pub(super) fn see(&mut self, reading: &Reading, to: Notation, options: &WriteOptions) {
        for spoken in reading.syllables() {
            self.seen
                .entry(spoken.syllable)
                .or_insert_with(|| reads_back_as(spoken.syllable, to, options));
        }
    }

    /// A sentence about them; none where nothing was lost.
    pub(super) fn note(&self, to: Notation) -> Option<String> {
        let lost: Vec<String> = self
            .seen
            .iter()
            .filter_map(|(syllable, as_another)| {
                Some(format!("{} like {}", in_tl(*syllable), in_tl((*as_another)?)))
            })
            .collect();
        if lost.is_empty() {
            return None;
        }
        let named = lost.iter().take(NAMED).map(String::as_str).collect::<Vec<_>>().join(", ");
        let more = match lost.len().saturating_sub(NAMED) {
            0 => String::new(),
            more => format!(" and {more} more"),
        };
        Some(format!("{} writes {named}{more}, so the way back is not certain", to.name()))
    }
}

/// What a syllable reads back as, where that is another syllable.
fn reads_back_as(syllable: Syllable, to: Notation, options: &WriteOptions) -> Option<Syllable> {
    let written = to.try_write_syllable(Spoken::plain(syllable), false, options)?;
    let read = to.parse_spoken(&written, options).ok()?.syllables().first()?.syllable;
    (read != syllable).then_some(read)
}

fn in_tl(syllable: Syllable) -> String {
    Notation::Tl.write_syllable(Spoken::plain(syllable), false, &WriteOptions::NUMBERS)
}
