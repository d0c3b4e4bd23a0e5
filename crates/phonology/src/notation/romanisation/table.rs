//! Every syllable of a romanisation without its tone: how it is written, and which one is read.

use std::cmp::Reverse;

use super::letters::Letters;
use super::{Scheme, Spelling};
use crate::{Final, Initial};

/// Finals that give way to another where a notation writes both alike: sounds of few places or words.
const RARE: [&str; 17] = [
    "ek", "eng", "en", "et", "em", "ep", "ee", "eeh", "eenn", "eennh", "ei", "eih", "or", "orh",
    "ior", "iorh", "ioo",
];

/// Whether a nasal initial stands before a final that is written nasal, which no syllable has.
pub(super) fn is_nasal_twice(initial: Initial, rime: Final) -> bool {
    initial.is_nasal() && rime.is_nasalised()
}

/// How far a syllable gives way to another where a notation writes both alike.
fn rarity(initial: Initial, rime: Final) -> u8 {
    // What 閩拼 writes bbna or bbng is m- in every word: b-, l- and g- have no nasal final.
    let is_nasal = rime.is_nasalised() || rime.tl().starts_with(['m', 'n']);
    match is_nasal && matches!(initial.tl(), "b" | "l" | "g") {
        true => 2,
        false => u8::from(RARE.contains(&rime.tl())),
    }
}

/// The table of a romanisation, for one choice of its options of spelling.
pub(super) struct Table {
    /// By initial and final.
    written: Vec<Option<Spelling>>,
    /// In the order of the letters.
    read: Vec<(Letters, Initial, Final)>,
}

impl Table {
    /// Spells everything once.
    pub(super) fn of(scheme: &dyn Scheme, variant: usize) -> Table {
        let mut written = Vec::new();
        let mut read = Vec::new();
        for initial in Initial::all() {
            for rime in Final::all() {
                let spelling = scheme.spell(initial, rime, variant);
                let mut take = |letters: &str, is_other: bool| {
                    if let Some(letters) = Letters::of(letters) {
                        let twice = is_nasal_twice(initial, rime);
                        let rare = rarity(initial, rime);
                        let rank = (twice, is_other, rare, Reverse(initial.tl().len()));
                        read.push((letters, rank, initial, rime));
                    }
                };
                if let Some(spelling) = &spelling {
                    take(&spelling.letters, false);
                }
                for other in scheme.also(initial, rime) {
                    take(&other, true);
                }
                written.push(spelling);
            }
        }
        read.sort_unstable();
        read.dedup_by_key(|row| row.0);
        let read = read.into_iter().map(|(letters, _, initial, rime)| (letters, initial, rime));
        Table { written, read: read.collect() }
    }

    /// How a syllable is written.
    pub(super) fn spelling(&self, initial: Initial, rime: Final) -> Option<&Spelling> {
        let finals = Final::all().len();
        self.written
            .get(usize::from(initial.index()) * finals + usize::from(rime.index()))?
            .as_ref()
    }

    /// The syllable that is written so. It may be none: `mann` is found, so that its fault can be named.
    pub(super) fn find(&self, letters: Letters) -> Option<(Initial, Final)> {
        let row = self.read.binary_search_by_key(&letters, |row| row.0).ok()?;
        self.read.get(row).map(|(_, initial, rime)| (*initial, *rime))
    }

    /// How many letters at the start can begin a syllable, and what can stand behind them, in the order
    /// of the alphabet; `.` for the end of the syllable.
    pub(super) fn expected(&self, letters: Letters) -> (usize, String) {
        let known = (0..=letters.len())
            .rev()
            .find(|&length| !self.beginning(letters.prefix(length)).is_empty())
            .unwrap_or(0);
        let mut next: Vec<char> = self
            .beginning(letters.prefix(known))
            .iter()
            .map(|(row, ..)| row.get(known).unwrap_or('.'))
            .collect();
        next.dedup();
        (known, next.into_iter().collect())
    }

    /// The rows that begin so.
    fn beginning(&self, prefix: Letters) -> &[(Letters, Initial, Final)] {
        let from = self.read.partition_point(|row| row.0 < prefix);
        let rows = self.read.get(from..).unwrap_or_default();
        rows.get(..rows.partition_point(|row| prefix.begins(row.0))).unwrap_or_default()
    }
}
