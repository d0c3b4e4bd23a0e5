//! One reading of a word, with what is known of it.

use thakim_phonology::{Label, Reading};

/// A reading of a word, as all layers together have it.
#[derive(Clone, PartialEq, Debug)]
pub struct Entry {
    /// Its syllables: as many as the word has characters.
    pub reading: Reading,
    /// Its register, where a source gives it.
    pub label: Option<Label>,
    /// Which sources give it: bit n is the n-th of [`crate::Summary::sources`].
    pub sources: u16,
    /// What speaks for it, in occurrences in running text and what the builder counts as such.
    /// Masses of the readings of one word compare and add up.
    pub mass: f32,
    /// Which of a regional pair it is, where a source gives it as one.
    pub accent: Option<Accent>,
    /// Whether no source gives it: it is how the character is read inside words.
    pub derived: bool,
}

/// The place of a reading in a regional pair a/b.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[repr(u8)]
pub enum Accent {
    /// The one that the source puts first.
    First = 1,
    /// The other one.
    Second = 2,
}

impl Accent {
    /// The accent of its number, 1 or 2.
    pub fn from_number(number: u8) -> Option<Accent> {
        [Accent::First, Accent::Second].into_iter().find(|accent| *accent as u8 == number)
    }
}

impl Entry {
    /// Adds to this what another layer has of the same reading.
    pub(crate) fn absorb(&mut self, other: Entry) {
        self.label = self.label.or(other.label);
        self.accent = self.accent.or(other.accent);
        self.sources |= other.sources;
        self.mass += other.mass;
        self.derived &= other.derived;
        if self.reading != other.reading {
            self.reading = self.reading.clone().richer(other.reading);
        }
    }
}
