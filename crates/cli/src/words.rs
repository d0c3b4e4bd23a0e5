//! Words of one's own that a text is read with: `--words FILE`.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::{fs, io};

use clap::Args;
use thakim_document::own;
use thakim_engine::OwnWords;
use thakim_phonology::Notation;
use thiserror::Error;

/// The choice of one's own words.
#[derive(Args)]
pub(crate) struct WordsArgs {
    /// Read with the words of this table above the dictionary: lines word⇥reading, as the page at
    /// /dictionary/ exports them. Readings in 臺羅 or 白話字
    #[arg(long = "words", value_name = "FILE")]
    file: Option<PathBuf>,
}

/// Why the words are not read.
#[derive(Debug, Error)]
pub(crate) enum WordsError {
    /// The file could not be read.
    #[error("cannot read {}: {cause}; check the name, and that it is UTF-8", file.display())]
    Unreadable {
        /// As it was given.
        file: PathBuf,
        /// What the system says.
        cause: io::Error,
    },
    /// Lines of it are none.
    #[error("{}; mend them, or take them out", .0.join("\n"))]
    Faults(Vec<String>),
}

impl WordsArgs {
    /// The words; none where none were asked for.
    ///
    /// # Errors
    /// [`WordsError`]. It names every line that is none: a text that is read without them would look as if
    /// all were well.
    pub(crate) fn words(&self) -> Result<Arc<OwnWords>, WordsError> {
        self.file.as_deref().map_or_else(|| Ok(Arc::default()), read)
    }
}

fn read(file: &Path) -> Result<Arc<OwnWords>, WordsError> {
    let unreadable = |cause| WordsError::Unreadable { file: file.to_owned(), cause };
    let text = fs::read_to_string(file).map_err(unreadable)?;
    let table = own::read(&text, &[Notation::Tl, Notation::Poj]);
    if table.faults.is_empty() {
        return Ok(Arc::new(OwnWords::new(table.rows.into_iter().map(|row| row.word))));
    }
    let name = file.display();
    let faults = table.faults.iter();
    let said = faults.map(|fault| format!("{name}:{}: {}", fault.line, fault.kind));
    Err(WordsError::Faults(said.collect()))
}
