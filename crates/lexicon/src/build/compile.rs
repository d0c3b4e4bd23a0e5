//! Putting the compiled file together.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use sha2::{Digest, Sha256};
use thakim_phonology::Reading;

use super::evidence::{Words, weigh};
use super::layer::write_layer;
use super::sources::MODEL;
use super::variants::variant_rows;
use super::{Source, Sources};
use crate::characters::Characters;
use crate::format::{COMMON, FORMAT_VERSION, MAGIC, PER_LAYER};
use crate::lexicon::hexadecimal;
use crate::summary::{SourceInfo, Summary};
use crate::variants;

/// How to compile.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Options {
    /// Names of layers, or of single sources, that are left out. Nothing of them is in the result.
    /// `model` leaves out what was learnt from text.
    pub without: Vec<String>,
}

/// Compiles sources into a dictionary. The same sources and options give the same bytes.
///
/// The sources should be without fault: what [`super::check`] finds fault with is not among them.
pub fn compile(sources: &Sources, options: &Options) -> Vec<u8> {
    let is_in = |source: &&Source| {
        let manifest = &source.manifest;
        ![&manifest.layer, &manifest.name].into_iter().any(|name| options.without.contains(name))
    };
    let model = match options.without.iter().any(|name| name == MODEL) {
        true => Vec::new(),
        false => sources.model.clone(),
    };
    let sources: Vec<(u16, &Source)> = sources
        .iter()
        .filter(is_in)
        .enumerate()
        .map(|(index, source)| (1 << index, source))
        .collect();
    let read_alone: BTreeSet<&str> = sources
        .iter()
        .filter(|(_, source)| !source.manifest.derived)
        .flat_map(|(_, source)| &source.words)
        .filter(|row| row.reading.len() == 1)
        .map(|row| row.word.as_str())
        .collect();
    let layers: Vec<Words<'_>> = sources
        .chunk_by(|(_, one), (_, other)| one.manifest.layer == other.manifest.layer)
        .map(|sources| weigh(sources, &read_alone))
        .collect();
    let characters = number_characters(&layers);

    let mut sections = vec![
        summary(&sources, &layers).write(layers.len()),
        characters.write(),
        variants::write(&variant_rows(&sources, &characters)),
        model,
    ];
    for words in &layers {
        sections.extend(write_layer(words, &characters));
    }
    seal(&sections)
}

/// The name under which a dictionary is served: `thakim-0123456789abcdef.dict`, with the first 16
/// digits of the SHA-256 of all its bytes.
pub fn file_name(bytes: &[u8]) -> String {
    let hash = Sha256::digest(bytes);
    format!("thakim-{}.dict", hexadecimal(&hash[..8]))
}

/// Numbers the characters by how many words have them.
fn number_characters(layers: &[Words<'_>]) -> Characters {
    let mut uses: HashMap<char, u32> = HashMap::new();
    for word in layers.iter().flat_map(|words| words.keys()) {
        for letter in word.chars() {
            *uses.entry(letter).or_default() += 1;
        }
    }
    let mut by_frequency: Vec<char> = uses.keys().copied().collect();
    by_frequency.sort_by_key(|letter| (Reverse(uses.get(letter)), *letter));
    Characters::assign(by_frequency)
}

fn summary(sources: &[(u16, &Source)], layers: &[Words<'_>]) -> Summary {
    let mut words = 0;
    let mut readings = 0;
    let mut merged: BTreeMap<&str, Vec<_>> = BTreeMap::new();
    for (word, entry) in layers.iter().flatten() {
        merged.entry(word).or_default().extend(&entry.readings);
    }
    for weighed in merged.values() {
        let mut distinct: Vec<&Reading> = Vec::new();
        for reading in weighed.iter().map(|weighed| &weighed.entry.reading) {
            if !distinct.iter().any(|known| known.sounds_like(reading)) {
                distinct.push(reading);
            }
        }
        words += 1;
        readings += distinct.len() as u32;
    }
    let sources = sources
        .iter()
        .map(|(_, source)| {
            let manifest = source.manifest.clone();
            SourceInfo {
                name: manifest.name,
                title: manifest.title,
                layer: manifest.layer,
                licence: manifest.licence,
                attribution: manifest.attribution,
                derived: manifest.derived,
            }
        })
        .collect();
    Summary { format_version: FORMAT_VERSION, words, readings, characters: 0, sources }
}

/// Puts the sections behind a table and a header.
pub(crate) fn seal(sections: &[Vec<u8>]) -> Vec<u8> {
    let kinds = COMMON.into_iter().chain(PER_LAYER.into_iter().cycle());
    let mut rest = Vec::new();
    rest.extend((sections.len() as u32).to_le_bytes());
    for (section, kind) in sections.iter().zip(kinds) {
        rest.extend((kind as u32).to_le_bytes());
        rest.extend((section.len() as u32).to_le_bytes());
    }
    rest.extend(sections.iter().flatten());
    seal_rest(&rest)
}

/// Puts a header before the rest of a file.
pub(crate) fn seal_rest(rest: &[u8]) -> Vec<u8> {
    let mut file = MAGIC.to_vec();
    file.extend(FORMAT_VERSION.to_le_bytes());
    file.extend((rest.len() as u32).to_le_bytes());
    file.extend(Sha256::digest(rest));
    file.extend(rest);
    file
}
