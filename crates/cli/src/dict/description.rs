//! The two descriptions of a source: which package it is made of (`packages.toml`, written by
//! hand), and what its tables are (`SOURCE.toml`, written by the import).

use std::fs;
use std::path::Path;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::error::ImportError;

/// `dict/packages.toml`: the pinned package of every source, in the order of import.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Packages {
    package: Vec<Pinned>,
}

/// One pinned package.
#[derive(Deserialize, Clone, Debug)]
#[serde(deny_unknown_fields)]
pub(crate) struct Pinned {
    /// The source that is made of it.
    pub(crate) source: String,
    /// Where it is published.
    pub(crate) registry: String,
    /// Its name there.
    pub(crate) package: String,
    /// Its version.
    pub(crate) version: String,
    /// The name of the file that the registry's client downloads.
    pub(crate) file: String,
    /// That file's SHA-256 in lower-case hexadecimal.
    pub(crate) sha256: String,
}

impl Packages {
    /// Reads `packages.toml` of a folder of sources.
    pub(crate) fn read(dict: &Path) -> Result<Packages, ImportError> {
        let path = dict.join("packages.toml");
        let text = fs::read_to_string(&path).map_err(ImportError::io(&path))?;
        toml::from_str(&text).map_err(ImportError::damaged(&path))
    }

    /// The names of the sources in the order of the list.
    #[cfg(test)]
    pub(crate) fn names(&self) -> Vec<&str> {
        self.package.iter().map(|pinned| pinned.source.as_str()).collect()
    }

    /// The package of a source.
    pub(crate) fn of(&self, source: &'static str, dict: &Path) -> Result<&Pinned, ImportError> {
        self.package.iter().find(|pinned| pinned.source == source).ok_or_else(|| {
            ImportError::NotPinned { list: dict.join("packages.toml"), name: source }
        })
    }
}

/// SHA-256 in lower-case hexadecimal.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// `dict/<source>/SOURCE.toml`: where the tables come from, and on which terms.
#[derive(Serialize, Deserialize, PartialEq, Eq, Debug)]
pub(crate) struct Description {
    /// The folder's name.
    pub(crate) name: String,
    /// What the source calls itself.
    pub(crate) title: String,
    /// `main`, or `moe` for the Ministry of Education's list, which a build can leave out.
    pub(crate) layer: String,
    /// As in [`Pinned`].
    pub(crate) registry: String,
    /// As in [`Pinned`].
    pub(crate) package: String,
    /// As in [`Pinned`].
    pub(crate) version: String,
    /// As in [`Pinned`].
    pub(crate) file: String,
    /// As in [`Pinned`].
    pub(crate) sha256: String,
    /// The licence of the data.
    pub(crate) licence: String,
    /// Whom to name, and what was changed.
    pub(crate) attribution: String,
    /// What was left out, and why.
    pub(crate) left_out: String,
    /// Whether the readings are made by rules; the key is written only where they are.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(crate) derived: bool,
}

impl Description {
    /// Reads the description in a source's folder.
    pub(crate) fn read(folder: &Path) -> Result<Description, ImportError> {
        let path = folder.join("SOURCE.toml");
        let text = fs::read_to_string(&path).map_err(ImportError::io(&path))?;
        toml::from_str(&text).map_err(ImportError::damaged(&path))
    }
}
