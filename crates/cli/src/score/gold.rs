//! Gold files, predictions of other programs and lists of accepted variants, as files hold them.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use thiserror::Error;

/// Why a file could not be used.
#[derive(Debug, Error)]
pub(crate) enum GoldError {
    /// The file or folder cannot be read.
    #[error("cannot read {file}: {cause}; check the name and your rights to it")]
    Read {
        /// As it was given.
        file: PathBuf,
        /// What the system says.
        cause: std::io::Error,
    },
    /// A line is not as gold files or predictions are written.
    #[error("{file}:{line}: expected {expected}, found {found}; correct or remove the line")]
    Line {
        /// As it was given.
        file: PathBuf,
        /// From 1.
        line: usize,
        /// What a line holds.
        expected: &'static str,
        /// What its reader said.
        found: String,
    },
    /// The list of accepted variants is not as it should be.
    #[error(
        "{file}: expected a JSON object of characters, each with a list of pairs of readings such \
         as {{\"二\": [[\"ji7\", \"li7\"]]}}, found {found}"
    )]
    Accepted {
        /// As it was given.
        file: PathBuf,
        /// What its reader said.
        found: String,
    },
    /// A file has no sentence.
    #[error("{file} holds no sentence: expected one JSON object a line with \"text\" and \"gold\"")]
    Empty {
        /// As it was given.
        file: PathBuf,
    },
    /// A folder has no gold file.
    #[error("{folder} holds no file that ends in .jsonl; name a gold file or their folder")]
    NoFiles {
        /// As it was given.
        folder: PathBuf,
    },
    /// Two gold files would be one row of the table.
    #[error("two gold files are called {name}: {one} and {other}; give one of them another name")]
    SameName {
        /// What both are called, without folder and ending.
        name: String,
        /// The first.
        one: PathBuf,
        /// The second.
        other: PathBuf,
    },
}

/// A gold file: a set of sentences.
pub(super) struct Set {
    /// The file's name without folder and ending.
    pub(super) name: String,
    /// In the order of the file.
    pub(super) sentences: Vec<Sentence>,
}

/// A sentence whose readings are known.
#[derive(Deserialize)]
pub(super) struct Sentence {
    /// The text, without a line break at its end.
    pub(super) text: String,
    /// Its Han characters in order, each with its reading, if that is known.
    pub(super) gold: Vec<(char, Option<String>)>,
    /// Which of them are spoken in the neutral tone: indexes into `gold`, from 0.
    #[serde(default)]
    pub(super) neutral: BTreeSet<usize>,
}

/// What a program reads in a text.
#[derive(Deserialize, Clone, Default)]
pub(super) struct Predicted {
    /// The text.
    pub(super) text: String,
    /// Its Han characters in order, each with its reading, if one is given.
    pub(super) pred: Vec<(char, Option<String>)>,
}

/// Pairs of readings of one character that are both right.
#[derive(Default)]
pub(super) struct Accepted(HashMap<char, BTreeSet<[String; 2]>>);

impl Accepted {
    /// Whether the list has this pair for this character, in either order.
    pub(super) fn has(&self, character: char, one: &str, other: &str) -> bool {
        let pair = sorted([one.to_owned(), other.to_owned()]);
        self.0.get(&character).is_some_and(|pairs| pairs.contains(&pair))
    }

    pub(super) fn read(file: &Path) -> Result<Accepted, GoldError> {
        let text = read(file)?;
        let list: BTreeMap<char, Vec<[String; 2]>> =
            serde_json::from_str(&text).map_err(|error| GoldError::Accepted {
                file: file.to_owned(),
                found: error.to_string(),
            })?;
        let pairs = |pairs: Vec<[String; 2]>| pairs.into_iter().map(sorted).collect();
        Ok(Accepted(list.into_iter().map(|(letter, list)| (letter, pairs(list))).collect()))
    }
}

fn sorted(mut pair: [String; 2]) -> [String; 2] {
    pair.sort();
    pair
}

/// The gold files of these paths, in this order; a folder stands for its files, by name.
pub(super) fn sets(paths: &[PathBuf]) -> Result<Vec<Set>, GoldError> {
    let mut files = Vec::new();
    for path in paths {
        match path.is_dir() {
            true => files.extend(files_of(path)?),
            false => files.push(path.clone()),
        }
    }
    let mut names: HashMap<String, PathBuf> = HashMap::new();
    let mut sets = Vec::new();
    for file in files {
        let name = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        if let Some(one) = names.insert(name.clone(), file.clone()) {
            return Err(GoldError::SameName { name, one, other: file });
        }
        let sentences: Vec<Sentence> = lines(
            &file,
            "an object such as {\"text\": \"人。\", \"gold\": [[\"人\", \"lang5\"]], \"neutral\": []}",
        )?;
        if sentences.is_empty() {
            return Err(GoldError::Empty { file });
        }
        sets.push(Set { name, sentences });
    }
    Ok(sets)
}

fn files_of(folder: &Path) -> Result<Vec<PathBuf>, GoldError> {
    let unreadable = |cause| GoldError::Read { file: folder.to_owned(), cause };
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        let file = entry.map_err(unreadable)?.path();
        if file.extension().is_some_and(|ending| ending == "jsonl") {
            files.push(file);
        }
    }
    files.sort();
    match files.is_empty() {
        true => Err(GoldError::NoFiles { folder: folder.to_owned() }),
        false => Ok(files),
    }
}

/// The predictions of a file, line by line.
pub(super) fn predictions(file: &Path) -> Result<Vec<Predicted>, GoldError> {
    lines(file, "an object such as {\"text\": \"人。\", \"pred\": [[\"人\", \"lang5\"]]}")
}

fn read(file: &Path) -> Result<String, GoldError> {
    fs::read_to_string(file).map_err(|cause| GoldError::Read { file: file.to_owned(), cause })
}

/// One value a line; empty lines are none.
fn lines<T: serde::de::DeserializeOwned>(
    file: &Path,
    expected: &'static str,
) -> Result<Vec<T>, GoldError> {
    let text = read(file)?;
    let filled = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    let value = |(index, line): (usize, &str)| {
        serde_json::from_str(line).map_err(|error| GoldError::Line {
            file: file.to_owned(),
            line: index + 1,
            expected,
            found: error.to_string(),
        })
    };
    filled.map(value).collect()
}

/// The characters with two or more readings in these sets together, of which each has at least three
/// places and two per cent of the character's.
pub(super) fn ambiguous(sets: &[Set]) -> BTreeSet<char> {
    let mut counts: HashMap<char, HashMap<&str, u32>> = HashMap::new();
    let sentences = sets.iter().flat_map(|set| &set.sentences);
    for (character, reading) in sentences.flat_map(|sentence| &sentence.gold) {
        if let Some(reading) = reading.as_deref().filter(|reading| !reading.is_empty()) {
            *counts.entry(*character).or_default().entry(reading).or_default() += 1;
        }
    }
    let is_ambiguous = |readings: &HashMap<&str, u32>| {
        let all: u32 = readings.values().sum();
        let usual = |&&count: &&u32| count >= 3 && f64::from(count) >= 0.02 * f64::from(all);
        readings.values().filter(usual).count() >= 2
    };
    counts
        .into_iter()
        .filter(|(_, readings)| is_ambiguous(readings))
        .map(|(character, _)| character)
        .collect()
}
