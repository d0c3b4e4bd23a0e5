//! What can go wrong while a package is imported.

use std::io;
use std::path::{Path, PathBuf};

/// Why a source could not be imported: what was expected, what was found, and the cure.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ImportError {
    /// There is no importer of this name.
    #[error("no source is called {found:?}; there are {known}")]
    UnknownSource {
        /// What was asked for.
        found: String,
        /// The names that exist, with commas.
        known: String,
    },

    /// The list of packages does not name the source.
    #[error("{list} pins no package for {name}; add a [[package]] with source = \"{name}\"")]
    NotPinned {
        /// The list.
        list: PathBuf,
        /// The source.
        name: &'static str,
    },

    /// The file is not the pinned package.
    #[error(
        "{path} is not the pinned package of {name}: expected {file} with SHA-256 {expected}, \
         found {found}; download that file, or pin this one in packages.toml"
    )]
    WrongPackage {
        /// The file that was given.
        path: PathBuf,
        /// The source.
        name: &'static str,
        /// The pinned file's name.
        file: Box<str>,
        /// The pinned hash, in hexadecimal.
        expected: Box<str>,
        /// The file's hash, in hexadecimal.
        found: Box<str>,
    },

    /// The package has no such file.
    #[error("the package has no file {member:?}: is it the pinned version?")]
    MissingMember {
        /// The end of its path.
        member: &'static str,
    },

    /// A file of the package cannot be understood.
    #[error("{member} of the package is not as expected ({expected}): {found}")]
    Malformed {
        /// The end of its path.
        member: &'static str,
        /// What it should be.
        expected: &'static str,
        /// What its reader said.
        found: String,
    },

    /// The package is no archive of a known kind.
    #[error("{path} is neither a wheel (.whl) nor a source archive (.tar.gz): {found}")]
    NotAnArchive {
        /// The file that was given.
        path: PathBuf,
        /// What the archive's reader said.
        found: String,
    },

    /// This source builds on another that is not there yet.
    #[error("{needed} is missing: import {before} before {name}")]
    ImportFirst {
        /// The file that is missing.
        needed: PathBuf,
        /// The source that makes it.
        before: &'static str,
        /// The source that needs it.
        name: &'static str,
    },

    /// A table or description of ours cannot be read.
    #[error("{path} is damaged ({found}); import its source again, or restore it")]
    Damaged {
        /// The file.
        path: PathBuf,
        /// What its reader said.
        found: String,
    },

    /// The file system said no.
    #[error("{path}: {error}")]
    Io {
        /// The file.
        path: PathBuf,
        /// What the system said.
        #[source]
        error: io::Error,
    },
}

impl ImportError {
    /// Names the file that an error of the file system is about.
    pub(crate) fn io(path: &Path) -> impl FnOnce(io::Error) -> ImportError {
        move |error| ImportError::Io { path: path.to_owned(), error }
    }

    /// Names the table of ours that is damaged.
    pub(crate) fn damaged<E: ToString>(path: &Path) -> impl FnOnce(E) -> ImportError {
        move |error| ImportError::Damaged { path: path.to_owned(), found: error.to_string() }
    }

    /// Names the file of the package that is not as expected.
    pub(crate) fn malformed<E: ToString>(
        member: &'static str,
        expected: &'static str,
    ) -> impl FnOnce(E) -> ImportError {
        move |error| ImportError::Malformed { member, expected, found: error.to_string() }
    }
}
