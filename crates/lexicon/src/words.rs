//! All words with their readings, the layers put together.

use thakim_phonology::{Label, Reading, Spoken};

use crate::entry::{Accent, Entry};

/// The number of a word of a dictionary.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct WordId(pub(crate) u32);

/// A word of a dictionary, where a walk ends at one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Word {
    /// Its number.
    pub id: WordId,
    /// How often it occurs in the running text that was counted: 0 if it was never met. It is an
    /// estimate, kept to within 5 %.
    pub frequency: u32,
}

/// A reading of a word in place: an [`Entry`] that owns nothing.
#[derive(Clone, Copy, Debug)]
pub struct EntryRef<'l> {
    /// Its number among all readings of the dictionary, below [`crate::Lexicon::entry_count`].
    pub index: u32,
    /// Its syllables: as many as the word has characters.
    pub spoken: &'l [Spoken],
    /// See [`Entry::label`].
    pub label: Option<Label>,
    /// See [`Entry::sources`].
    pub sources: u16,
    /// See [`Entry::mass`].
    pub mass: f32,
    /// See [`Entry::accent`].
    pub accent: Option<Accent>,
    /// See [`Entry::derived`].
    pub derived: bool,
}

/// All words, by number.
#[derive(Default)]
pub(crate) struct Words {
    rows: Vec<Row>,
    entries: Vec<Stored>,
    spoken: Vec<Spoken>,
}

#[derive(Clone, Copy)]
struct Row {
    /// Where its readings begin in `entries`; they end where those of the next word begin.
    entries: u32,
    frequency: u32,
}

#[derive(Clone, Copy)]
struct Stored {
    /// Where its syllables begin in `spoken`; they end where those of the next entry begin.
    spoken: u32,
    mass: f32,
    sources: u16,
    label: Option<Label>,
    accent: Option<Accent>,
    derived: bool,
}

impl Words {
    /// Puts words together from what each layer has of each of them, in the order of the layers.
    pub(crate) fn new(gathered: Vec<Gathered>) -> Words {
        let mut words = Words::default();
        for Gathered { mut entries, frequency } in gathered {
            words.rows.push(Row { entries: words.entries.len() as u32, frequency });
            entries.sort_by(|one, other| other.mass.total_cmp(&one.mass));
            for entry in entries {
                words.entries.push(Stored {
                    spoken: words.spoken.len() as u32,
                    mass: entry.mass,
                    sources: entry.sources,
                    label: entry.label,
                    accent: entry.accent,
                    derived: entry.derived,
                });
                words.spoken.extend_from_slice(entry.reading.syllables());
            }
        }
        words
    }

    pub(crate) fn word(&self, id: WordId) -> Option<Word> {
        let row = self.rows.get(id.0 as usize)?;
        Some(Word { id, frequency: row.frequency })
    }

    /// How many readings all words have.
    pub(crate) fn entry_count(&self) -> usize {
        self.entries.len()
    }

    /// The readings of a word, the one with the most mass first.
    pub(crate) fn entries(&self, id: WordId) -> impl Iterator<Item = EntryRef<'_>> {
        let index = id.0 as usize;
        let from = self.rows.get(index).map_or(self.entries.len(), |row| row.entries as usize);
        let to = self.rows.get(index + 1).map_or(self.entries.len(), |row| row.entries as usize);
        (from..to).filter_map(|index| self.entry(index))
    }

    fn entry(&self, index: usize) -> Option<EntryRef<'_>> {
        let stored = self.entries.get(index)?;
        let next = self.entries.get(index + 1);
        let end = next.map_or(self.spoken.len(), |next| next.spoken as usize);
        Some(EntryRef {
            index: index as u32,
            spoken: self.spoken.get(stored.spoken as usize..end)?,
            label: stored.label,
            sources: stored.sources,
            mass: stored.mass,
            accent: stored.accent,
            derived: stored.derived,
        })
    }
}

impl EntryRef<'_> {
    /// The same as a value of its own; `None` for a reading without syllables, which no word has.
    pub fn to_entry(self) -> Option<Entry> {
        Some(Entry {
            reading: Reading::new(self.spoken.to_vec())?,
            label: self.label,
            sources: self.sources,
            mass: self.mass,
            accent: self.accent,
            derived: self.derived,
        })
    }
}

/// What the layers that have been read have of one word.
#[derive(Default)]
pub(crate) struct Gathered {
    entries: Vec<Entry>,
    frequency: u32,
}

impl Gathered {
    /// Adds how often a layer has met the word.
    pub(crate) fn met(&mut self, frequency: u32) {
        self.frequency = self.frequency.saturating_add(frequency);
    }

    /// Adds a reading of a layer. Readings that differ only in capitals and spaces are one, in the
    /// form that tells the most.
    pub(crate) fn add(&mut self, entry: Entry) {
        let alike = |old: &&mut Entry| old.reading.sounds_like(&entry.reading);
        match self.entries.iter_mut().find(alike) {
            Some(old) => old.absorb(entry),
            None => self.entries.push(entry),
        }
    }
}
