//! Paragraphs in bulk.

use std::fmt;

use serde::{Deserialize, Serialize};
use thakim_document::Paragraph;

/// Consecutive paragraphs of one document.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Batch {
    /// The index of the first of them in the document.
    pub first: u32,
    /// The paragraphs.
    pub paragraphs: Vec<Paragraph>,
}

impl Batch {
    /// As bytes (postcard).
    pub fn encode(&self) -> Vec<u8> {
        postcard::to_allocvec(self).unwrap_or_default()
    }

    /// From the bytes that [`Batch::encode`] made.
    ///
    /// # Errors
    /// [`BatchError`] when they are something else: page and worker are of different builds.
    pub fn decode(bytes: &[u8]) -> Result<Batch, BatchError> {
        postcard::from_bytes(bytes).map_err(|_| BatchError)
    }
}

/// Bytes that are no batch of paragraphs.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct BatchError;

impl fmt::Display for BatchError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the worker's answer is not of this build; load the page anew")
    }
}

impl std::error::Error for BatchError {}
