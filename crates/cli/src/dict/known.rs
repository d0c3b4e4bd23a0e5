//! What the imported sources know already: some importers judge their rows by it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use thakim_phonology::{Notation, Reading};

use super::description::Description;
use super::error::ImportError;

/// The readings of the words of some sources, in order of source and preference.
#[derive(Default)]
pub(crate) struct Known(BTreeMap<String, Vec<Reading>>);

impl Known {
    /// The words of one source.
    pub(crate) fn source(dict: &Path, name: &str) -> Result<Known, ImportError> {
        let mut known = Known::default();
        known.read(&dict.join(name).join("words.tsv"))?;
        Ok(known)
    }

    /// The words of every source of the main layer but one: nothing of the main layer may depend
    /// on another layer.
    pub(crate) fn main_layer(dict: &Path, except: &str) -> Result<Known, ImportError> {
        let mut known = Known::default();
        let mut folders = BTreeSet::new();
        for entry in fs::read_dir(dict).map_err(ImportError::io(dict))? {
            let folder = entry.map_err(ImportError::io(dict))?.path();
            let is_source = folder.join("SOURCE.toml").is_file();
            if is_source && folder.file_name().is_some_and(|name| name != except) {
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
        self.0.get(word).map_or(&[], Vec::as_slice)
    }

    /// Every word with its readings.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &[Reading])> {
        self.0.iter().map(|(word, readings)| (word.as_str(), readings.as_slice()))
    }

    /// Every character of the words.
    pub(crate) fn characters(&self) -> BTreeSet<char> {
        self.0.keys().flat_map(|word| word.chars()).collect()
    }

    fn read(&mut self, path: &Path) -> Result<(), ImportError> {
        let text = fs::read_to_string(path).map_err(ImportError::io(path))?;
        for (index, line) in text.lines().enumerate().skip(1) {
            let mut fields = line.split('\t');
            let (Some(word), Some(written)) = (fields.next(), fields.next()) else {
                let fault = format!("line {} has fewer than two fields", index + 1);
                return Err(ImportError::damaged(path)(fault));
            };
            let reading = Notation::Tl.parse(written).map_err(|error| {
                ImportError::damaged(path)(format!("line {}: {error}", index + 1))
            })?;
            let readings = self.0.entry(word.to_owned()).or_default();
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
                .0
                .entry((*word).to_owned())
                .or_default()
                .push(Notation::Tl.parse(written).unwrap());
        }
        known
    }
}
