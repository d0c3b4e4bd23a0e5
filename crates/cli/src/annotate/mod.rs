//! `thakim annotate`: files or standard input, read in a notation.

mod input;
mod output;

use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use thakim_document::Preference;
use thakim_document::export::Style;
use thakim_engine::{Engine, Options};
use thakim_phonology::{Notation, ToneStyle, WriteOptions};
use thiserror::Error;

use input::{Chunks, InputError};
use output::Output;

/// Annotate text in Han characters with its readings
#[derive(Args)]
pub(crate) struct Command {
    /// Files to read; none, or `-`, for standard input. UTF-8
    files: Vec<PathBuf>,
    /// The notation: TL or POJ
    #[arg(long = "to", value_name = "NOTATION", default_value = "TL")]
    notation: Notation,
    /// How tones are shown
    #[arg(long, value_name = "STYLE", default_value = "mark")]
    tones: Tones,
    /// Which readings: auto, colloquial or literary
    #[arg(long, value_name = "PREFERENCE", default_value_t)]
    readings: Preference,
    /// What is written
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: Format,
    /// Read with this compiled dictionary instead of the one inside this program
    #[arg(long, value_name = "FILE")]
    dictionary: Option<PathBuf>,
}

/// What is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub(crate) enum Format {
    /// Romanised words, line by line
    Text,
    /// Each reading behind its character: 我(guá)
    Inline,
    /// Ruby HTML, a paragraph a line
    Html,
    /// One row a token, with alternatives
    Tsv,
    /// One JSON object a paragraph, with every token and alternative
    Json,
    /// One JSON object a line: {"text": …, "pred": [[character, "tsit8" or null], …]}
    Readings,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
enum Tones {
    /// A mark over the letter: tsi̍t
    Mark,
    /// A number behind the syllable: tsit8
    Number,
    /// Not at all: tsit
    None,
}

/// Why an annotation stopped.
#[derive(Debug, Error)]
pub(crate) enum AnnotateError {
    /// A file could not be read.
    #[error(transparent)]
    Input(#[from] InputError),
    /// The reader of our output is gone.
    #[error("whoever reads the output has stopped reading; the rest was not annotated")]
    BrokenPipe,
    /// The output could not be written.
    #[error("cannot write the output: {0}; free some space or choose another place")]
    Output(io::Error),
    /// The dictionary could not be opened.
    #[error(transparent)]
    Dictionary(#[from] crate::dictionary::DictionaryError),
}

impl Command {
    /// Annotates all files in order and writes to standard output.
    ///
    /// # Errors
    /// See [`AnnotateError`]. What was annotated before has been written.
    pub(crate) fn run(&self) -> Result<(), AnnotateError> {
        let engine = Engine::new(crate::dictionary::open(self.dictionary.as_deref())?);
        let tones = match self.tones {
            Tones::Mark => ToneStyle::Mark,
            Tones::Number => ToneStyle::Number,
            Tones::None => ToneStyle::None,
        };
        let style = Style { notation: self.notation, options: WriteOptions { tones } };
        let stdout = BufWriter::new(io::stdout().lock());
        let mut output = Output::new(stdout, self.format, style);
        let files: &[PathBuf] = match &self.files[..] {
            [] => &[PathBuf::from("-")],
            files => files,
        };
        let options = Options::reading(self.readings);
        output.begin().map_err(writing)?;
        for file in files {
            annotate_file(&engine, &options, file, &mut output)?;
        }
        output.finish().map_err(writing)
    }
}

fn annotate_file<W: Write>(
    engine: &Engine,
    options: &Options,
    file: &Path,
    output: &mut Output<W>,
) -> Result<(), AnnotateError> {
    let mut chunks = Chunks::open(file)?;
    while let Some(chunk) = chunks.next_chunk()? {
        for paragraph in engine.paragraphs(chunk, options) {
            // Behind the last line break of a chunk there is no line.
            if !paragraph.tokens.is_empty() || !paragraph.ending.is_empty() {
                output.paragraph(&paragraph).map_err(writing)?;
            }
        }
        output.flush().map_err(writing)?;
    }
    output.end_of_file().map_err(writing)
}

fn writing(error: io::Error) -> AnnotateError {
    match error.kind() {
        io::ErrorKind::BrokenPipe => AnnotateError::BrokenPipe,
        _ => AnnotateError::Output(error),
    }
}
