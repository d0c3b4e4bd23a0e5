//! The dictionary, open.

use sha2::{Digest, Sha256};

use crate::characters::Characters;
use crate::entry::Entry;
use crate::error::OpenError;
use crate::format::bytes::Bytes;
use crate::format::{COMMON, FORMAT_VERSION, HEADER, MAGIC, MAX_LAYERS, PER_LAYER, Section};
use crate::layer::{Layer, LayerBytes, Place};
use crate::summary::Summary;
use crate::variants::{VariantKind, Variants};
use crate::words::{EntryRef, Word, WordId, Words};

/// A dictionary, all of it verified. Look-ups cannot fail.
pub struct Lexicon {
    summary: Summary,
    characters: Characters,
    variants: Variants,
    model: Vec<u8>,
    layers: Vec<Layer>,
    words: Words,
}

/// How far a walk along the characters of a text has come.
///
/// It belongs to the lexicon that made it; any other answers something, but nothing that means
/// anything, and may panic.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Cursor {
    places: [Place; MAX_LAYERS],
}

impl Lexicon {
    /// Verifies a dictionary and opens it. Takes time and memory in proportion to the bytes.
    ///
    /// # Errors
    /// [`OpenError`] says what the bytes are instead of a dictionary of this version.
    pub fn open(bytes: Vec<u8>) -> Result<Lexicon, OpenError> {
        let mut sections = verified_sections(&bytes)?;
        let mut next = || sections.next().unwrap_or_default();
        let (mut summary, layer_count) = Summary::read(Bytes::new(next()))?;
        let characters = Characters::read(Bytes::new(next()))?;
        let variants = Variants::read(Bytes::new(next()), &characters)?;
        let model = next().to_vec();
        summary.characters = characters.len() as u32;
        let mut layers = Vec::new();
        let mut gathered = Vec::new();
        for _ in 0..layer_count {
            let bytes = LayerBytes {
                keys: next(),
                frequencies: next(),
                syllables: next(),
                readings: next(),
            };
            let layer = Layer::read(bytes, &characters, &layers, &mut gathered)?;
            layers.push(layer);
        }
        if sections.next().is_some() {
            return Err(OpenError::malformed_table("as many layers as the summary says"));
        }
        Ok(Lexicon { summary, characters, variants, model, layers, words: Words::new(gathered) })
    }

    /// What the dictionary holds.
    pub fn summary(&self) -> &Summary {
        &self.summary
    }

    /// The start of a walk: no character yet.
    pub fn start(&self) -> Cursor {
        let mut places = [Place::NOWHERE; MAX_LAYERS];
        for (place, layer) in places.iter_mut().zip(&self.layers) {
            *place = layer.start();
        }
        Cursor { places }
    }

    /// One character further; `None` when no word of any layer begins so.
    #[inline]
    pub fn step(&self, cursor: Cursor, letter: char) -> Option<Cursor> {
        let (first, second) = self.characters.key(self.characters.id(letter)?);
        let mut places = [Place::NOWHERE; MAX_LAYERS];
        let mut anywhere = false;
        for ((layer, place), from) in self.layers.iter().zip(&mut places).zip(cursor.places) {
            *place = layer.step(from, first);
            if let Some(second) = second {
                *place = layer.step(*place, second);
            }
            anywhere |= *place != Place::NOWHERE;
        }
        anywhere.then_some(Cursor { places })
    }

    /// The word that ends here; `None` if none does.
    #[inline]
    pub fn word(&self, cursor: Cursor) -> Option<Word> {
        let mut layers = self.layers.iter().zip(cursor.places);
        self.words.word(layers.find_map(|(layer, place)| layer.word(place))?)
    }

    /// How often the word that ends here occurs, as in [`Word::frequency`]; `None` if there is no word
    /// that ends here.
    pub fn frequency(&self, cursor: Cursor) -> Option<u32> {
        self.word(cursor).map(|word| word.frequency)
    }

    /// The readings of a word, the one with the most mass first. Readings that differ only in
    /// capitals and spaces are one, in the form that tells the most. The order does not change from
    /// call to call.
    pub fn entries(&self, word: WordId) -> impl Iterator<Item = EntryRef<'_>> {
        self.words.entries(word)
    }

    /// How many readings all words have together.
    pub fn entry_count(&self) -> usize {
        self.words.entry_count()
    }

    /// The readings of the word that ends here, as values of their own; none if there is no such
    /// word.
    pub fn readings(&self, cursor: Cursor) -> Vec<Entry> {
        let word = self.word(cursor).into_iter();
        word.flat_map(|word| self.entries(word.id)).filter_map(EntryRef::to_entry).collect()
    }

    /// The sources that derive readings by rule, as [`EntryRef::sources`] has them.
    pub fn by_rule(&self) -> u16 {
        let sources = self.summary.sources.iter().enumerate();
        sources.filter(|(_, source)| source.derived).map(|(bit, _)| 1 << bit).sum()
    }

    /// What was learnt from text, in a form that only the engine knows; empty when the dictionary
    /// was built without it.
    pub fn model(&self) -> &[u8] {
        &self.model
    }

    /// The characters of the dictionary that a character may stand for, in order of preference.
    pub fn variants(&self, letter: char) -> impl Iterator<Item = (char, VariantKind)> + use<'_> {
        let rows = self.variants.of(letter);
        rows.filter_map(|(id, kind)| Some((self.characters.letter(id)?, kind)))
    }
}

/// The contents of the sections in order, once header and hash are found right: those of
/// [`COMMON`], then some times those of [`PER_LAYER`].
fn verified_sections(file: &[u8]) -> Result<std::vec::IntoIter<&[u8]>, OpenError> {
    let mut header = Bytes::new(file);
    let magic = header.take(MAGIC.len()).unwrap_or(file);
    if magic != MAGIC {
        let is_start = MAGIC.starts_with(magic);
        let found = magic.iter().take(MAGIC.len()).copied().collect();
        return Err(match is_start {
            true => OpenError::no_header(file.len()),
            false => OpenError::Magic { found },
        });
    }
    let no_header = OpenError::no_header(file.len());
    let found = header.u32().ok_or(no_header.clone())?;
    if found != FORMAT_VERSION {
        return Err(OpenError::Version { found });
    }
    let length = header.u32().ok_or(no_header.clone())?;
    let hash = header.take(32).ok_or(no_header)?;
    let (expected, found) = (HEADER as u64 + u64::from(length), file.len() as u64);
    match found.cmp(&expected) {
        std::cmp::Ordering::Less => return Err(OpenError::Truncated { expected, found }),
        std::cmp::Ordering::Greater => return Err(OpenError::Overlong { expected, found }),
        std::cmp::Ordering::Equal => {}
    }
    let mut rest = header;
    let found = Sha256::digest(rest.take(rest.len()).unwrap_or_default());
    if found[..] != *hash {
        return Err(OpenError::Damaged { expected: hexadecimal(hash), found: hexadecimal(&found) });
    }
    sections(header)
}

fn sections(mut bytes: Bytes<'_>) -> Result<std::vec::IntoIter<&[u8]>, OpenError> {
    let fault = || OpenError::malformed_table("a count, and kinds and lengths that fill the file");
    let count = bytes.u32().ok_or_else(fault)? as usize;
    if count > COMMON.len() + MAX_LAYERS * PER_LAYER.len() {
        return Err(OpenError::malformed_table("the sections of at most 4 layers"));
    }
    let order: Vec<Section> =
        COMMON.into_iter().chain(PER_LAYER.into_iter().cycle()).take(count).collect();
    if count < COMMON.len() || !(count - COMMON.len()).is_multiple_of(PER_LAYER.len()) {
        return Err(OpenError::malformed_table("whole layers"));
    }
    let mut lengths = Vec::new();
    for section in order {
        if bytes.u32().ok_or_else(fault)? != section as u32 {
            return Err(OpenError::malformed_table("the sections in their order"));
        }
        lengths.push(bytes.u32().ok_or_else(fault)? as usize);
    }
    let mut contents = Vec::new();
    for length in lengths {
        contents.push(bytes.take(length).ok_or_else(fault)?);
    }
    if !bytes.is_empty() {
        return Err(fault());
    }
    Ok(contents.into_iter())
}

/// Bytes in lower-case hexadecimal.
pub(crate) fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
