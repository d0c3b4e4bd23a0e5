//! What speaks for each reading, and how often each word occurs.
//!
//! The **mass** of a reading is the number of times that it was met in running text, plus what being
//! listed is worth. Masses are not shares: those of two layers add up, and a word that was counted
//! often outweighs what any list says of it, while the lists decide for words that never were.
//!
//! | evidence | mass | why |
//! | --- | --- | --- |
//! | read so in `counts.tsv` | 1 each time | it is what we want to know |
//! | listed by a source | [`LISTED`] / (1 + 2 × rank) | sources put the usual reading first |
//! | the second of a regional pair | × [`SECOND_ACCENT`] | the other half is the common standard |
//! | labelled 替 | × [`SUBSTITUTE`] | another character is the proper one there, though many write this |
//! | `count` of a word that a source reads so | × [`COUNTED`], at most [`COUNTED_MOST`] | it says how often the word is met, hardly how it was read |
//! | a character read so inside a word of `counts.tsv` | × [`INSIDE`] each time | some characters hardly ever stand alone; but those that do are often read in another way then |
//! | derived by rule, and no source reads it so | [`BY_RULE`] / (1 + rank) | better than nothing |
//! | a character read so inside a listed word | [`INSIDE_LISTED`] each | the same for what no text has |
//!
//! The **frequency** of a word is how often it was met in the text of any source.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use thakim_phonology::{Label, Reading, Spoken, Syllable};

use super::{Source, WordRow};
use crate::{Accent, Entry};

const LISTED: f64 = 2.0;
const SECOND_ACCENT: f64 = 0.5;
const SUBSTITUTE: f64 = 0.7;
const COUNTED: f64 = 0.1;
const COUNTED_MOST: f64 = 2.0;
const INSIDE: f64 = 0.1;
const INSIDE_LISTED: f64 = 0.05;
const BY_RULE: f64 = 0.05;

/// How often a reading of a word must be met in text to be one though no source lists it. Fewer can
/// be slips of those who wrote the text.
const UNLISTED_LEAST: u32 = 3;

/// A word of a layer.
#[derive(Default)]
pub(super) struct Word {
    pub(super) readings: Vec<Weighed>,
    /// Occurrences.
    pub(super) frequency: u64,
}

/// A reading and its mass before that is rounded to a byte; the mass of the entry is not set.
pub(super) struct Weighed {
    pub(super) entry: Entry,
    pub(super) mass: f64,
}

/// All words of a layer, in code-point order; their readings by falling mass.
pub(super) type Words<'a> = BTreeMap<&'a str, Word>;

/// Each syllable that a character has inside words, with its mass and the sources of those words.
type Inside = BTreeMap<(char, Syllable), (f64, u16)>;

/// Weighs the readings of one layer from its sources, each with its bit in the mask. `read_alone`
/// are the characters that some source of some layer reads by themselves.
pub(super) fn weigh<'a>(sources: &[(u16, &'a Source)], read_alone: &BTreeSet<&str>) -> Words<'a> {
    let mut words = Words::new();
    for (bit, source) in sources.iter().filter(|(_, source)| !source.manifest.derived) {
        for rows in source.words.chunk_by(|one, other| one.word == other.word) {
            list(&mut words, *bit, rows);
        }
    }
    let mut inside = listed_inside(sources);
    for (bit, source) in sources {
        for row in &source.counts {
            for (letter, spoken) in parts(&row.word, &row.reading) {
                inside.entry((letter, spoken.syllable)).or_default().0 +=
                    INSIDE * f64::from(row.count);
            }
            // A word that is in no table is a fault of the tables, not a word.
            let Some(word) = words.get_mut(row.word.as_str()) else { continue };
            word.frequency += u64::from(row.count);
            let is_listed =
                word.readings.iter().any(|old| old.entry.reading.sounds_like(&row.reading));
            if is_listed {
                word.add(0, &row.reading, f64::from(row.count));
            } else if row.count >= UNLISTED_LEAST {
                word.add(*bit, &row.reading, f64::from(row.count));
            }
        }
    }
    derive(&mut words, &inside, read_alone);
    for (bit, source) in sources.iter().filter(|(_, source)| source.manifest.derived) {
        for rows in source.words.chunk_by(|one, other| one.word == other.word) {
            list_derived(&mut words, *bit, rows);
        }
    }
    for word in words.values_mut() {
        word.readings.sort_by(|one, other| other.mass.total_cmp(&one.mass));
    }
    words
}

/// Adds what one source lists for one word.
fn list<'a>(words: &mut Words<'a>, bit: u16, rows: &'a [WordRow]) {
    let Some(first) = rows.first() else { return };
    let word = words.entry(&first.word).or_default();
    // The count is the word's, also where several lines repeat it.
    word.frequency += rows.iter().filter_map(|row| row.count).max().map_or(0, u64::from);
    for (rank, row) in rows.iter().enumerate() {
        let mut mass = LISTED / (1.0 + 2.0 * rank as f64);
        if row.accent == Some(Accent::Second) {
            mass *= SECOND_ACCENT;
        }
        if row.label == Some(Label::Substitute) {
            mass *= SUBSTITUTE;
        }
        mass += (COUNTED * f64::from(row.count.unwrap_or(0))).min(COUNTED_MOST);
        let entry = word.add(bit, &row.reading, mass);
        entry.label = entry.label.or(row.label);
        entry.accent = entry.accent.or(row.accent);
    }
}

/// Adds what was derived by rule for one word: it confirms a reading that the word has; otherwise it
/// is a last resort.
fn list_derived<'a>(words: &mut Words<'a>, bit: u16, rows: &'a [WordRow]) {
    let Some(first) = rows.first() else { return };
    let word = words.entry(&first.word).or_default();
    for (rank, row) in rows.iter().enumerate() {
        let known = word.readings.iter().any(|old| old.entry.reading.sounds_like(&row.reading));
        let mass = if known { 0.0 } else { BY_RULE / (1.0 + rank as f64) };
        let entry = word.add(bit, &row.reading, mass);
        if !known {
            entry.label = row.label;
            entry.derived = true;
        }
    }
}

impl Word {
    fn add(&mut self, sources: u16, reading: &Reading, mass: f64) -> &mut Entry {
        let alike = |old: &Weighed| old.entry.reading.sounds_like(reading);
        let index = self.readings.iter().position(alike).unwrap_or_else(|| {
            let entry = Entry {
                reading: reading.clone(),
                label: None,
                sources: 0,
                mass: 0.0,
                accent: None,
                derived: false,
            };
            self.readings.push(Weighed { entry, mass: 0.0 });
            self.readings.len() - 1
        });
        let weighed = &mut self.readings[index];
        weighed.mass += mass;
        weighed.entry.sources |= sources;
        // What texts write (sources = 0) says nothing of how a dictionary would.
        if sources != 0 && weighed.entry.reading != *reading {
            weighed.entry.reading = weighed.entry.reading.clone().richer(reading.clone());
        }
        &mut weighed.entry
    }
}

/// The characters of a word of several, each with how it is read there.
fn parts<'a>(word: &'a str, reading: &'a Reading) -> impl Iterator<Item = (char, Spoken)> + 'a {
    let several = reading.len() > 1;
    word.chars().zip(reading.syllables().iter().copied()).filter(move |_| several)
}

fn listed_inside(sources: &[(u16, &Source)]) -> Inside {
    let mut inside = Inside::new();
    for (bit, source) in sources.iter().filter(|(_, source)| !source.manifest.derived) {
        for row in &source.words {
            for (letter, spoken) in parts(&row.word, &row.reading) {
                let (mass, sources) = inside.entry((letter, spoken.syllable)).or_default();
                *mass += INSIDE_LISTED;
                *sources |= bit;
            }
        }
    }
    inside
}

/// Adds to the readings of single characters how they are read inside words, and gives readings to
/// those that no source reads by themselves.
fn derive<'a>(words: &mut Words<'a>, inside: &Inside, read_alone: &BTreeSet<&str>) {
    let mut spelt: HashMap<char, &'a str> = HashMap::new();
    for &word in words.keys() {
        for (at, letter) in word.char_indices() {
            spelt.entry(letter).or_insert_with(|| &word[at..at + letter.len_utf8()]);
        }
    }
    for (&(letter, syllable), &(mass, sources)) in inside {
        // What only texts have inside words that are none gives no character.
        let Some(&character) = spelt.get(&letter) else { continue };
        let reading = Reading::from(Spoken::plain(syllable));
        if !read_alone.contains(character) {
            if sources != 0 {
                words.entry(character).or_default().add(sources, &reading, mass).derived = true;
            }
        } else if let Some(word) = words.get_mut(character) {
            let known = |old: &Weighed| old.entry.reading.sounds_like(&reading);
            if word.readings.iter().any(known) {
                word.add(0, &reading, mass);
            }
        }
    }
}
