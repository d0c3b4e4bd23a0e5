//! What a person can ask of an annotation.

use std::ops::Range;
use std::sync::Arc;

use thakim_document::Preference;
use thakim_phonology::dialect::Dialect;

use crate::OwnWords;

/// How to read a text.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Options {
    /// Which readings, where no passage says otherwise.
    pub readings: Preference,
    /// Passages that are read in another way. Where two overlap, the first decides.
    pub passages: Vec<Passage>,
    /// In which dialect. What an [`crate::Engine::explain`] tells is about the general accent.
    pub dialect: Dialect,
    /// The reader's own words. Their readings are left as they were written, in any dialect.
    pub own: Arc<OwnWords>,
}

/// Some paragraphs of a text with a preference of their own.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Passage {
    /// The paragraphs that begin in this range of the text, in bytes.
    pub range: Range<usize>,
    /// Which readings.
    pub readings: Preference,
}

impl Options {
    /// One preference for the whole text.
    pub fn reading(readings: Preference) -> Options {
        Options { readings, ..Options::default() }
    }

    /// What is asked for the paragraph that begins at this byte of the text.
    pub fn at(&self, byte: usize) -> Preference {
        let passage = self.passages.iter().find(|passage| passage.range.contains(&byte));
        passage.map_or(self.readings, |passage| passage.readings)
    }
}
