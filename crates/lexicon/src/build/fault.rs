//! What can be wrong with the tables.

use std::fmt;
use std::num::NonZeroUsize;

use thakim_phonology::ParseError;

/// A fault, and where it is. Displayed as `dict/moe/words.tsv:17: …`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fault {
    /// The file or folder.
    pub path: String,
    /// The line, from 1; `None` when it is the whole file.
    pub line: Option<NonZeroUsize>,
    /// What is wrong.
    pub kind: FaultKind,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "{}:{line}: {}", self.path, self.kind),
            None => write!(f, "{}: {}", self.path, self.kind),
        }
    }
}

impl std::error::Error for Fault {}

/// What is wrong.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[non_exhaustive]
pub enum FaultKind {
    /// The system cannot read it.
    #[error("cannot be read: {why}")]
    Unreadable {
        /// What the system says.
        why: String,
    },
    /// There is no source at all.
    #[error("expected folders with a SOURCE.toml each, found none")]
    NoSources,
    /// More sources than a reading's mask has bits.
    #[error("expected at most {limit} sources; this one is left out")]
    TooManySources {
        /// The most that there can be.
        limit: usize,
    },
    /// More layers than a cursor has places.
    #[error("expected at most {limit} layers; this source of another one is left out")]
    TooManyLayers {
        /// The most that there can be.
        limit: usize,
    },
    /// A folder without `SOURCE.toml`.
    #[error("expected a SOURCE.toml in this folder, found none")]
    NoManifest,
    /// `SOURCE.toml` is not TOML.
    #[error("expected TOML: {why}")]
    Toml {
        /// What the parser says.
        why: String,
    },
    /// A key of `SOURCE.toml` is missing or has no text.
    #[error("expected {key} = \"…\", found {found}")]
    ManifestKey {
        /// The key.
        key: &'static str,
        /// What stands there.
        found: String,
    },
    /// Bytes that are no UTF-8.
    #[error("expected UTF-8")]
    NotUtf8,
    /// Text that another normal form writes otherwise.
    #[error("expected NFC in {column}, found {found:?}; write {normal:?}")]
    NotNfc {
        /// Which column.
        column: &'static str,
        /// As it stands.
        found: String,
        /// As it should stand.
        normal: String,
    },
    /// The first line names other columns.
    #[error("expected the header {expected:?}, found {found:?}")]
    Header {
        /// The names of the columns, with tabs between.
        expected: String,
        /// The first line.
        found: String,
    },
    /// A line with another number of columns.
    #[error("expected {expected} columns, found {found}")]
    Columns {
        /// How many the header has.
        expected: usize,
        /// How many the line has.
        found: usize,
    },
    /// A word of no characters.
    #[error("expected a word, found nothing")]
    NoWord,
    /// A word with a character that is not Han.
    #[error("expected Han characters, found {found:?} in {word:?}")]
    NotHan {
        /// The first such character.
        found: char,
        /// The word.
        word: String,
    },
    /// A reading that is not 臺羅.
    #[error("bad reading {reading:?}: {why}")]
    Reading {
        /// As it stands.
        reading: String,
        /// What the notation says of it.
        why: ParseError,
    },
    /// More or fewer syllables than characters.
    #[error("{word:?} has {characters} characters, its reading {reading:?} {syllables} syllables")]
    SyllableCount {
        /// The word.
        word: String,
        /// Its characters.
        characters: usize,
        /// The reading as it stands.
        reading: String,
        /// Its syllables.
        syllables: usize,
    },
    /// A label that is none.
    #[error("expected the label 文, 白, 俗, 替 or nothing, found {found:?}")]
    Label {
        /// As it stands.
        found: String,
    },
    /// An accent that is none.
    #[error("expected the accent 1, 2 or nothing, found {found:?}")]
    Accent {
        /// As it stands.
        found: String,
    },
    /// A count that is no number.
    #[error("expected a count from 0 to 4294967295 in digits{}, found {found:?}", if *.may_be_empty { " or nothing" } else { "" })]
    Count {
        /// As it stands.
        found: String,
        /// Whether the column may be empty.
        may_be_empty: bool,
    },
    /// A word and reading, or character and what it stands for, that stood before.
    #[error("{what} stands in line {first} already")]
    Duplicate {
        /// What is there twice.
        what: String,
        /// The line where it first stands, from 1.
        first: usize,
    },
    /// A line that belongs further up.
    #[error("{found:?} belongs before {before:?}: lines are sorted by code points")]
    Order {
        /// What it begins with.
        found: String,
        /// What the line above begins with.
        before: String,
    },
    /// A column of `variants.tsv` that is not one character.
    #[error("expected one Han character in {column}, found {found:?}")]
    NotOneCharacter {
        /// Which column.
        column: &'static str,
        /// As it stands.
        found: String,
    },
    /// A kind of variant that is none.
    #[error("expected the kind simplified, variant or compatibility, found {found:?}")]
    VariantKind {
        /// As it stands.
        found: String,
    },
    /// A character that stands for itself.
    #[error("{found} cannot stand for itself")]
    StandsForItself {
        /// The character.
        found: char,
    },
    /// A variant of a character that no source reads.
    #[error("orphan: {character} stands for {stands_for}, which no source reads")]
    OrphanVariant {
        /// The character.
        character: char,
        /// What it would stand for.
        stands_for: char,
    },
    /// A count of a word that is in no words.tsv of its layer.
    #[error("orphan: no words.tsv of layer {layer:?} has {word:?}")]
    OrphanCount {
        /// The word.
        word: String,
        /// The layer of the source.
        layer: String,
    },
}
