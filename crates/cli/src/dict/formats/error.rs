//! What can go wrong while somebody's dictionary is imported.

use std::io;
use std::path::{Path, PathBuf};

/// Why a dictionary could not be imported: where, what was expected, what was found, and the cure.
#[derive(Debug, thiserror::Error)]
pub(crate) enum FormatError {
    /// The name is no name of a folder under `dict/`.
    #[error(
        "{found:?} cannot name a source: expected small letters, digits and hyphens, a letter first, \
         such as `own-words`"
    )]
    BadName {
        /// The name.
        found: String,
    },

    /// The name belongs to a source that comes from a package.
    #[error("{folder} is a source of another origin; choose another --name or --out")]
    TakenName {
        /// The folder that would be overwritten.
        folder: PathBuf,
    },

    /// A text is in another encoding.
    #[error(
        "{file}:{line}: expected UTF-8, found another encoding; convert the file first, for example \
         with `iconv -f BIG5 -t UTF-8`"
    )]
    NotUtf8 {
        /// The file that was given.
        file: PathBuf,
        /// From 1.
        line: usize,
    },

    /// A table lacks a column.
    #[error("{place}: expected a column {expected}, found the columns {found}; {cure}")]
    NoColumn {
        /// The file, and the sheet if it has sheets.
        place: String,
        /// The names that would do.
        expected: String,
        /// The names that are there.
        found: String,
        /// What to do.
        cure: &'static str,
    },

    /// A workbook lacks a sheet.
    #[error(
        "{file}: expected a sheet 詞目, or one with the columns 詞目 and 音讀, found the sheets \
         {found}; take the file that the ministry publishes, unchanged"
    )]
    NoSheet {
        /// The file that was given.
        file: PathBuf,
        /// The names that are there.
        found: String,
    },

    /// The file as a whole is not of its format.
    #[error("{file}: expected {expected}, found {found}; is it the right --format?")]
    Malformed {
        /// The file that was given.
        file: PathBuf,
        /// What the format is.
        expected: &'static str,
        /// What its reader said, with line and column where it knows them.
        found: String,
    },

    /// The header of a Rime dictionary does not end.
    #[error(
        "{file}: expected a header that begins with `---` and ends with a line `...`, found no such \
         line; add one between the header and the words"
    )]
    NoHeaderEnd {
        /// The file that was given.
        file: PathBuf,
    },

    /// Every row was refused.
    #[error(
        "{file}: expected words in Han characters with readings in {notation}, found none among \
         {rows} rows ({reasons}); is it the right --format and --notation?"
    )]
    NothingUsable {
        /// The file that was given.
        file: PathBuf,
        /// The notation that readings were expected in.
        notation: &'static str,
        /// How many rows there are.
        rows: u64,
        /// How many were refused for which reason.
        reasons: String,
    },

    /// The file system said no.
    #[error("{path}: {error}; check the name and your rights to it")]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        error: io::Error,
    },

    /// A description cannot be written.
    #[error("{path}: {error}")]
    Description {
        /// The file.
        path: PathBuf,
        /// What its writer said.
        error: toml::ser::Error,
    },
}

impl FormatError {
    /// Names the file that an error of the file system is about.
    pub(super) fn io(path: &Path) -> impl FnOnce(io::Error) -> FormatError {
        move |error| FormatError::Io { path: path.to_owned(), error }
    }

    /// Names the file that is not of its format. What a reader says in several lines becomes one.
    pub(super) fn malformed<E: ToString>(
        file: &Path,
        expected: &'static str,
    ) -> impl FnOnce(E) -> FormatError {
        move |error| FormatError::Malformed {
            file: file.to_owned(),
            expected,
            found: error.to_string().split_whitespace().collect::<Vec<_>>().join(" "),
        }
    }
}
