//! What a dictionary says of itself.

use crate::error::OpenError;
use crate::format::bytes::Bytes;
use crate::format::{FORMAT_VERSION, MAX_LAYERS, MAX_SOURCES, Section};

/// What a dictionary holds.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Summary {
    /// The version of its format.
    pub format_version: u32,
    /// Distinct words, single characters among them.
    pub words: u32,
    /// Distinct readings of words.
    pub readings: u32,
    /// Distinct characters in words.
    pub characters: u32,
    /// Its sources: the n-th is bit n of [`crate::Entry::sources`]. At most 16.
    pub sources: Vec<SourceInfo>,
}

/// Where entries come from.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SourceInfo {
    /// The name of its folder under `dict/`.
    pub name: String,
    /// Its title as people know it.
    pub title: String,
    /// The layer that it is part of: `main`, or one that can be left out by this name.
    pub layer: String,
    /// Its licence.
    pub licence: String,
    /// Whom to name, and how.
    pub attribution: String,
    /// Whether its readings are derived by rule. Where it stands among the sources of a reading that
    /// is not [`crate::Entry::derived`], it confirms what a dictionary has.
    pub derived: bool,
}

impl Summary {
    /// The summary, without the characters, and the number of layers.
    pub(crate) fn read(mut bytes: Bytes<'_>) -> Result<(Summary, usize), OpenError> {
        read(&mut bytes).filter(|_| bytes.is_empty()).ok_or(OpenError::malformed(
            Section::Summary,
            "counts, at most 4 layers and at most 16 sources of five texts",
        ))
    }
}

fn read(bytes: &mut Bytes<'_>) -> Option<(Summary, usize)> {
    let words = bytes.number()?;
    let readings = bytes.number()?;
    let layers = usize::try_from(bytes.number()?).ok()?;
    let count = bytes.count(6)?;
    (layers <= MAX_LAYERS && count <= MAX_SOURCES).then_some(())?;
    let mut sources = Vec::with_capacity(count);
    for _ in 0..count {
        let mut text = || bytes.text().map(str::to_owned);
        sources.push(SourceInfo {
            name: text()?,
            title: text()?,
            layer: text()?,
            licence: text()?,
            attribution: text()?,
            derived: bytes.number()? != 0,
        });
    }
    let format_version = FORMAT_VERSION;
    Some((Summary { format_version, words, readings, characters: 0, sources }, layers))
}

#[cfg(feature = "build")]
impl Summary {
    /// The other side of [`Summary::read`].
    pub(crate) fn write(&self, layers: usize) -> Vec<u8> {
        use crate::format::bytes::{push_number, push_text};

        let mut out = Vec::new();
        for number in [self.words, self.readings, layers as u32, self.sources.len() as u32] {
            push_number(&mut out, number);
        }
        for SourceInfo { name, title, layer, licence, attribution, derived } in &self.sources {
            for text in [name, title, layer, licence, attribution] {
                push_text(&mut out, text);
            }
            push_number(&mut out, u32::from(*derived));
        }
        out
    }
}
