//! The compiled dictionary: which words there are, how often, and how each can be read.
//!
//! This crate knows no choice of reading, no text and no browser.
//!
//! A dictionary is one versioned file (the `format` module draws it), made from the tables under `dict/` by
//! the `build` module (feature `build`) and opened by [`Lexicon::open`], which verifies all of it
//! once; after that no look-up can fail.

#[cfg(feature = "build")]
pub mod build;
mod characters;
mod entry;
mod error;
mod format;
mod keys;
mod layer;
mod lexicon;
mod summary;
mod variants;
mod words;

pub use entry::{Accent, Entry};
pub use error::OpenError;
pub use format::FORMAT_VERSION;
pub use lexicon::{Cursor, Lexicon};
pub use summary::{SourceInfo, Summary};
pub use variants::VariantKind;
pub use words::{EntryRef, Word, WordId};
