//! The reader's own words in bulk.

use std::fmt;

use serde::{Deserialize, Serialize};
use thakim_document::own::OwnWord;

/// All words of the reader's own dictionary.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct OwnWords {
    /// A word with several readings stands here as often, in the order in which they came.
    pub words: Vec<OwnWord>,
}

impl OwnWords {
    /// As bytes (postcard).
    pub fn encode(&self) -> Vec<u8> {
        postcard::to_allocvec(self).unwrap_or_default()
    }

    /// From the bytes that [`OwnWords::encode`] made.
    ///
    /// # Errors
    /// [`OwnWordsError`] when they are something else: page and worker are of different builds.
    pub fn decode(bytes: &[u8]) -> Result<OwnWords, OwnWordsError> {
        postcard::from_bytes(bytes).map_err(|_| OwnWordsError)
    }
}

/// Bytes that are no words.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct OwnWordsError;

impl fmt::Display for OwnWordsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("expected own words of this build, found other bytes; load the page anew")
    }
}

impl std::error::Error for OwnWordsError {}
