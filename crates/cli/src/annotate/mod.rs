//! `thakim annotate`: files or standard input, read in a notation.

mod characters;
mod classical;
mod input;
mod output;
mod speech;
mod style;

use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use thakim_document::Preference;
use thakim_document::export::Style;
use thakim_engine::{Engine, Options};
use thakim_phonology::dialect::Dialect;
use thiserror::Error;

use crate::words::{WordsArgs, WordsError};
pub(crate) use characters::characters;
use classical::Lines;
use input::{Chunks, InputError};
use output::Output;
use speech::SpeechArgs;
pub(crate) use style::StyleArgs;

/// Annotate text in Han characters with its readings
#[derive(Args)]
pub(crate) struct Command {
    /// Files to read; none, or `-`, for standard input. UTF-8
    files: Vec<PathBuf>,
    #[command(flatten)]
    style: StyleArgs,
    #[command(flatten)]
    speech: SpeechArgs,
    /// Which readings: auto, colloquial or literary
    #[arg(long, value_name = "PREFERENCE", default_value_t)]
    readings: Preference,
    /// In which dialect: general, zhang, quan, amoy … or its name, such as 偏泉腔
    #[arg(long, value_name = "DIALECT", default_value_t)]
    dialect: Dialect,
    #[command(flatten)]
    words: WordsArgs,
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
    /// The text as it is, without readings
    Characters,
    /// Each reading behind its character: 我(guá)
    Inline,
    /// The readings over the characters, on a line each, word under word
    TwoLines,
    /// Ruby HTML, a paragraph a line
    Html,
    /// Markdown with readings as <ruby>
    Markdown,
    /// One row a token, with alternatives
    Tsv,
    /// One JSON object a paragraph, with every token and alternative
    Json,
    /// One JSON object a line: {"text": …, "pred": [[character, "tsit8" or null], …]}
    Readings,
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
    /// The notation has no such option.
    #[error("{0}; `thakim notations` lists them")]
    Option(#[from] thakim_phonology::UnknownOption),
    /// There is no such choice about spoken tones.
    #[error("{0}")]
    Speech(#[from] thakim_phonology::sandhi::UnknownChoice),
    /// The dictionary could not be opened.
    #[error(transparent)]
    Dictionary(#[from] crate::dictionary::DictionaryError),
    /// The words of one's own could not be had.
    #[error(transparent)]
    Words(#[from] WordsError),
}

impl Command {
    /// Annotates all files in order and writes to standard output.
    ///
    /// # Errors
    /// See [`AnnotateError`]. What was annotated before has been written.
    pub(crate) fn run(&self) -> Result<(), AnnotateError> {
        let engine = crate::dictionary::open(self.dictionary.as_deref())?;
        let stdout = BufWriter::new(io::stdout().lock());
        let style = Style { speech: self.speech.speech()?, ..self.style.style()? };
        let mut output = Output::new(stdout, self.format, style);
        let files: &[PathBuf] = match &self.files[..] {
            [] => &[PathBuf::from("-")],
            files => files,
        };
        let own = self.words.words()?;
        let options = Options { dialect: self.dialect, own, ..Options::reading(self.readings) };
        output.begin().map_err(writing)?;
        let mut lines = Lines::default();
        for file in files {
            annotate_file(&engine, &options, file, &mut output, &mut lines)?;
        }
        output.finish().map_err(writing)?;
        if let Some(hint) = lines.hint(self.readings, self.format) {
            eprintln!("thakim: {hint}");
        }
        Ok(())
    }
}

fn annotate_file<W: Write>(
    engine: &Engine,
    options: &Options,
    file: &Path,
    output: &mut Output<W>,
    lines: &mut Lines,
) -> Result<(), AnnotateError> {
    let mut chunks = Chunks::open(file)?;
    while let Some(chunk) = chunks.next_chunk()? {
        for paragraph in engine.paragraphs(chunk, options) {
            // Behind the last line break of a chunk there is no line.
            if !paragraph.tokens.is_empty() || !paragraph.ending.is_empty() {
                lines.add(&paragraph);
                output.paragraph(&paragraph).map_err(writing)?;
            }
        }
        output.flush().map_err(writing)?;
    }
    lines.end();
    output.end_of_file().map_err(writing)
}

fn writing(error: io::Error) -> AnnotateError {
    match error.kind() {
        io::ErrorKind::BrokenPipe => AnnotateError::BrokenPipe,
        _ => AnnotateError::Output(error),
    }
}
