//! Why a file is no dictionary that can be opened.

use thiserror::Error;

use crate::FORMAT_VERSION;
use crate::format::{HEADER, Section};

/// Why [`crate::Lexicon::open`] refuses some bytes.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
#[non_exhaustive]
pub enum OpenError {
    /// It does not begin as a dictionary does.
    #[error(
        "this is no Tha̍k-im dictionary: its first bytes are {found:02x?}; \
         give a file made by `thakim dict build`"
    )]
    Magic {
        /// At most the first 8 bytes.
        found: Vec<u8>,
    },
    /// It was made for another version of this program.
    #[error(
        "the dictionary has format {found}, this program reads format {FORMAT_VERSION}; \
         build it again with the `thakim dict build` of this version"
    )]
    Version {
        /// The version that its header names.
        found: u32,
    },
    /// It is shorter than its header says, or even than a header.
    #[error("the dictionary is cut off: expected {expected} bytes, found {found}; fetch it again")]
    Truncated {
        /// Bytes that it should have.
        expected: u64,
        /// Bytes that it has.
        found: u64,
    },
    /// It is longer than its header says.
    #[error("the dictionary is too long: expected {expected} bytes, found {found}; fetch it again")]
    Overlong {
        /// Bytes that it should have.
        expected: u64,
        /// Bytes that it has.
        found: u64,
    },
    /// Some of its bytes are not those that were built.
    #[error(
        "the dictionary is damaged: expected contents with SHA-256 {expected}, found {found}; \
         fetch it again"
    )]
    Damaged {
        /// The hash that its header names, in hexadecimal.
        expected: String,
        /// The hash of its contents, in hexadecimal.
        found: String,
    },
    /// Its hash is right but its contents make no dictionary: it was not made by the builder.
    #[error(
        "the dictionary's {section} part is malformed: expected {expected}; \
         build it again with `thakim dict build`"
    )]
    Malformed {
        /// Which part.
        section: &'static str,
        /// What should stand there.
        expected: &'static str,
    },
}

impl OpenError {
    /// Too short for a header.
    pub(crate) fn no_header(found: usize) -> OpenError {
        OpenError::Truncated { expected: HEADER as u64, found: found as u64 }
    }

    pub(crate) fn malformed(section: Section, expected: &'static str) -> OpenError {
        let section = match section {
            Section::Summary => "summary",
            Section::Characters => "characters",
            Section::Variants => "variants",
            Section::Keys => "keys",
            Section::Frequencies => "frequencies",
            Section::Syllables => "syllables",
            Section::Model => "model",
            Section::Readings => "readings",
        };
        OpenError::Malformed { section, expected }
    }

    /// The table of sections itself.
    pub(crate) fn malformed_table(expected: &'static str) -> OpenError {
        OpenError::Malformed { section: "table of sections", expected }
    }
}
