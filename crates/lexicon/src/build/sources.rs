//! The tables as data.

use thakim_phonology::{Label, Reading};

use super::Manifest;
use crate::{Accent, VariantKind};

/// The layer that is always there, and comes first.
pub(super) const MAIN_LAYER: &str = "main";

/// The name by which what was learnt from text can be left out, and the stem of its file.
pub(super) const MODEL: &str = "model";

/// All sources: those of the main layer first, then layer by layer, each by name. They stand in this
/// order in the compiled dictionary.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Sources {
    pub(super) list: Vec<Source>,
    /// What was learnt from text: `model.bin`, in the engine's form. Empty where there is none.
    pub model: Vec<u8>,
}

impl Sources {
    /// Each of them.
    pub fn iter(&self) -> impl Iterator<Item = &Source> {
        self.list.iter()
    }

    /// The names of the layers, in order.
    pub fn layers(&self) -> Vec<&str> {
        let mut layers: Vec<&str> =
            self.list.iter().map(|source| source.manifest.layer.as_str()).collect();
        layers.dedup();
        layers
    }

    pub(super) fn sort(&mut self) {
        self.list.sort_by(|one, other| {
            let key = |source: &Source| {
                let Manifest { layer, name, .. } = &source.manifest;
                (layer != MAIN_LAYER, layer.clone(), name.clone())
            };
            key(one).cmp(&key(other))
        });
    }
}

/// One source: what its folder holds.
#[derive(Clone, PartialEq, Debug)]
pub struct Source {
    /// `SOURCE.toml`.
    pub manifest: Manifest,
    /// `words.tsv`.
    pub words: Vec<WordRow>,
    /// `counts.tsv`.
    pub counts: Vec<CountRow>,
    /// `variants.tsv`.
    pub variants: Vec<VariantRow>,
}

/// A line of `words.tsv`: a word and one of its readings. The lines of one word stand together, the
/// reading that the source puts first in the first.
#[derive(Clone, PartialEq, Debug)]
pub struct WordRow {
    /// Han characters, at least one.
    pub word: String,
    /// As many syllables as the word has characters.
    pub reading: Reading,
    /// Its register.
    pub label: Option<Label>,
    /// Which of a regional pair it is.
    pub accent: Option<Accent>,
    /// Occurrences of the word, however read, in the text that the source counted.
    pub count: Option<u32>,
}

/// A line of `counts.tsv`: how often a word was read so.
#[derive(Clone, PartialEq, Debug)]
pub struct CountRow {
    /// Han characters, at least one.
    pub word: String,
    /// As many syllables as the word has characters.
    pub reading: Reading,
    /// Occurrences.
    pub count: u32,
}

/// A line of `variants.tsv`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct VariantRow {
    /// The character that occurs in texts.
    pub character: char,
    /// The one that it stands for.
    pub stands_for: char,
    /// How.
    pub kind: VariantKind,
}
