//! What the imported sources know already: some importers judge their rows by it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use thakim_phonology::{Notation, Reading, Syllable};

use super::description::Description;
use super::error::ImportError;
use super::reading::syllables;
use super::sources;

/// The readings of the words of some sources, in order of source and preference.
#[derive(Default)]
pub(crate) struct Known {
    words: BTreeMap<String, Vec<Reading>>,
    /// Of a character and the second side of one of its regional pairs: the first side.
    sides: BTreeMap<(char, Syllable), Syllable>,
}

impl Known {
    /// The words of one source.
    pub(crate) fn source(dict: &Path, name: &str) -> Result<Known, ImportError> {
        let mut known = Known::default();
        known.read(&dict.join(name).join("words.tsv"))?;
        Ok(known)
    }

    /// The words of the sources of the main layer that are imported before this one. Nothing of the
    /// main layer may depend on another layer, and nothing on what is imported later: the first
    /// import and any later one give the same.
    pub(crate) fn main_layer(dict: &Path, before: &str) -> Result<Known, ImportError> {
        let later: BTreeSet<&str> = sources::ALL
            .iter()
            .map(|source| source.name)
            .skip_while(|name| *name != before)
            .collect();
        let mut known = Known::default();
        let mut folders = BTreeSet::new();
        for entry in fs::read_dir(dict).map_err(ImportError::io(dict))? {
            let folder = entry.map_err(ImportError::io(dict))?.path();
            let is_source = folder.join("SOURCE.toml").is_file();
            let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
            if is_source && !later.contains(name.as_str()) {
                folders.insert(folder);
            }
        }
        for folder in folders {
            let table = folder.join("words.tsv");
            if Description::read(&folder)?.layer == "main" && table.is_file() {
                known.read(&table)?;
            }
        }
        Ok(known)
    }

    /// The readings of a word.
    pub(crate) fn readings(&self, word: &str) -> &[Reading] {
        self.words.get(word).map_or(&[], Vec::as_slice)
    }

    /// Every word with its readings.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &[Reading])> {
        self.words.iter().map(|(word, readings)| (word.as_str(), readings.as_slice()))
    }

    /// The first side of a regional pair of this character, if the syllable is the second: taibun
    /// has jîn/lîn for 人.
    pub(crate) fn first_side(&self, character: char, syllable: Syllable) -> Option<Syllable> {
        self.sides.get(&(character, syllable)).copied()
    }

    /// Every character of the words.
    pub(crate) fn characters(&self) -> BTreeSet<char> {
        self.words.keys().flat_map(|word| word.chars()).collect()
    }

    fn read(&mut self, path: &Path) -> Result<(), ImportError> {
        let text = fs::read_to_string(path).map_err(ImportError::io(path))?;
        // The first side of a pair, until the next line has shown the second.
        let mut pending: Option<(char, Syllable)> = None;
        for (index, line) in text.lines().enumerate().skip(1) {
            let mut fields = line.split('\t');
            let (Some(word), Some(written)) = (fields.next(), fields.next()) else {
                let fault = format!("line {} has fewer than two fields", index + 1);
                return Err(ImportError::damaged(path)(fault));
            };
            let reading = Notation::Tl.parse(written).map_err(|error| {
                ImportError::damaged(path)(format!("line {}: {error}", index + 1))
            })?;
            let one = match (word.chars().next(), syllables(&reading).as_slice()) {
                (Some(character), &[syllable]) => Some((character, syllable)),
                _ => None,
            };
            // After the reading come its label and its side.
            match (fields.nth(1), one, pending.take()) {
                (Some("1"), first, _) => pending = first,
                (Some("2"), Some((character, second)), Some((same, first)))
                    if character == same =>
                {
                    self.sides.entry((character, second)).or_insert(first);
                }
                _ => {}
            }
            let readings = self.words.entry(word.to_owned()).or_default();
            if !readings.contains(&reading) {
                readings.push(reading);
            }
        }
        Ok(())
    }
}

#[cfg(test)]
impl Known {
    /// These words with their readings.
    pub(crate) fn of(rows: &[(&str, &str)]) -> Known {
        let mut known = Known::default();
        for (word, written) in rows {
            known
                .words
                .entry((*word).to_owned())
                .or_default()
                .push(Notation::Tl.parse(written).unwrap());
        }
        known
    }
}
