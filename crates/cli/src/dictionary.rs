//! The dictionary that the commands read with.

use std::fs;
use std::path::Path;

use thakim_engine::{Engine, ModelError};
use thakim_lexicon::{Lexicon, OpenError};
use thiserror::Error;

/// The dictionary of this build, compiled from `dict/` by the build script.
#[cfg(feature = "embedded")]
const EMBEDDED: Option<&[u8]> = Some(include_bytes!(concat!(env!("OUT_DIR"), "/thakim.dict")));
#[cfg(not(feature = "embedded"))]
const EMBEDDED: Option<&[u8]> = None;

/// Why there is no dictionary to read with.
#[derive(Debug, Error)]
pub(crate) enum DictionaryError {
    /// The file cannot be read.
    #[error("cannot read the dictionary {file}: {cause}; make one with `thakim dict build`")]
    Read {
        /// As it was given.
        file: String,
        /// What the system says.
        cause: std::io::Error,
    },
    /// The file is no dictionary of this version.
    #[error("{file}: {cause}")]
    Open {
        /// As it was given.
        file: String,
        /// What is wrong with it.
        cause: OpenError,
    },
    /// What it learnt from text is of another version.
    #[error("{file}: {cause}")]
    Model {
        /// As it was given.
        file: String,
        /// What is wrong with it.
        cause: ModelError,
    },
    /// This program was built without one.
    #[error(
        "this thakim was built without a dictionary; name one with --dictionary, or build it with \
         the feature `embedded`"
    )]
    None,
}

/// An engine that reads with the dictionary of a file, or with the one inside this program.
///
/// # Errors
/// See [`DictionaryError`].
pub(crate) fn open(file: Option<&Path>) -> Result<Engine, DictionaryError> {
    let name = match file {
        Some(file) => file.display().to_string(),
        None => "the dictionary inside this program".to_owned(),
    };
    let opened = Lexicon::open(bytes(file)?);
    let lexicon = opened.map_err(|cause| DictionaryError::Open { file: name.clone(), cause })?;
    Engine::new(lexicon).map_err(|cause| DictionaryError::Model { file: name, cause })
}

/// The bytes of that dictionary.
///
/// # Errors
/// See [`DictionaryError`].
pub(crate) fn bytes(file: Option<&Path>) -> Result<Vec<u8>, DictionaryError> {
    match (file, EMBEDDED) {
        (Some(file), _) => fs::read(file).map_err(|cause| {
            let file = file.display().to_string();
            DictionaryError::Read { file, cause }
        }),
        (None, Some(bytes)) => Ok(bytes.to_vec()),
        (None, None) => Err(DictionaryError::None),
    }
}
