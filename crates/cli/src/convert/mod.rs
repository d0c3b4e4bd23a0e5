//! `thakim convert`: romanised text from one notation to another, line by line.

mod losses;

use std::io::{self, BufRead, BufReader, BufWriter, Read, Write};
use std::process::ExitCode;

use clap::Args;
use thakim_phonology::dialect::Dialect;
use thakim_phonology::running::{Piece, TextFault, pieces};
use thakim_phonology::sandhi::text::{END_SIGN, JOIN_SIGN, Piece as Heard, spoken_pieces};
use thakim_phonology::sandhi::{Accent, Mode, Speech, UnknownChoice};
use thakim_phonology::{Inexpressible, Notation, UnknownOption, WriteOptions};
use thiserror::Error;

use crate::options::Setting;
use losses::Losses;

/// Convert text from one notation to another, one line in, one line out
///
/// Han characters, punctuation and words of other languages stay as they are. A line with a word that is
/// meant to be Hokkien but cannot be read, or cannot be written, comes out as it was; standard error
/// names it, and the exit status is 1.
#[derive(Args)]
pub(crate) struct Command {
    /// The notation of the text: see `thakim notations`
    #[arg(long, value_name = "NOTATION")]
    from: Notation,
    /// The notation to write
    #[arg(long, value_name = "NOTATION")]
    to: Notation,
    /// An option of the notation to write
    #[arg(long = "option", value_name = "NAME=VALUE")]
    options: Vec<Setting>,
    /// An option of the notation of the text
    #[arg(long = "from-option", value_name = "NAME=VALUE")]
    from_options: Vec<Setting>,
    /// In which dialect: general, zhang, quan, amoy … Only what a syllable alone decides is changed
    #[arg(long, value_name = "DIALECT", default_value_t)]
    dialect: Dialect,
    /// Tones as spoken: none, auto, all-but-last or all. With these, # in the text ends a tone group and ‿
    /// lets it go on; neither is written
    #[arg(long, value_name = "MODE", default_value_t)]
    sandhi: Mode,
    /// Whose tones: south, north, xiamen or singapore; those of the dialect if not given
    #[arg(long, value_name = "ACCENT")]
    accent: Option<Accent>,
    /// More about the tones as spoken: h=dropped|kept, neutral=written|heard|zero, twice=accent|yes|no
    #[arg(long, value_name = "NAME=VALUE")]
    sandhi_option: Vec<Setting>,
}

/// Why a conversion did not begin, or stopped.
#[derive(Debug, Error)]
pub(crate) enum ConvertError {
    /// An option that a notation does not have.
    #[error("{0}; `thakim notations` lists them")]
    Option(#[from] UnknownOption),
    /// An option that spoken tones do not have.
    #[error(transparent)]
    Speech(#[from] UnknownChoice),
    /// Standard input could not be read.
    #[error("cannot read standard input: {0}")]
    Input(io::Error),
    /// Standard output could not be written.
    #[error("cannot write the output: {0}")]
    Output(io::Error),
}

/// What stands for a usage error, as where arguments cannot be understood at all.
const USAGE: u8 = 2;

impl Command {
    /// Converts standard input to standard output.
    ///
    /// # Errors
    /// See [`ConvertError`]; an unknown option only says so and ends with status 2.
    pub(crate) fn run(&self) -> Result<ExitCode, ConvertError> {
        let conversion = match self.conversion() {
            Ok(conversion) => conversion,
            Err(error) => {
                eprintln!("thakim: {error}");
                return Ok(ExitCode::from(USAGE));
            }
        };
        let input = BufReader::new(io::stdin().lock());
        let output = BufWriter::new(io::stdout().lock());
        match convert(&conversion, input, output, &mut io::stderr().lock()) {
            // Whoever reads has read enough.
            Err(ConvertError::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => {
                Ok(ExitCode::FAILURE)
            }
            done => done,
        }
    }

    fn conversion(&self) -> Result<Conversion, ConvertError> {
        let accent = self.accent.unwrap_or(self.dialect.accent());
        let mut conversion = Conversion {
            from: self.from,
            read_as: WriteOptions::default(),
            to: self.to,
            write_as: WriteOptions::default(),
            dialect: self.dialect,
            speech: Speech::of(self.sandhi, accent),
        };
        for Setting { name, value } in &self.sandhi_option {
            conversion.speech.set(name, value)?;
        }
        for Setting { name, value } in &self.from_options {
            conversion.read_as.set(self.from, name, value)?;
        }
        for Setting { name, value } in &self.options {
            conversion.write_as.set(self.to, name, value)?;
        }
        Ok(conversion)
    }
}

/// From which notation to which, and how.
struct Conversion {
    from: Notation,
    read_as: WriteOptions,
    to: Notation,
    write_as: WriteOptions,
    dialect: Dialect,
    speech: Speech,
}

fn convert(
    conversion: &Conversion,
    mut input: BufReader<impl Read>,
    mut output: impl Write,
    complaints: &mut impl Write,
) -> Result<ExitCode, ConvertError> {
    let mut losses = Losses::default();
    let mut failed = false;
    let mut line = Vec::new();
    for number in 1_u64.. {
        line.clear();
        if input.read_until(b'\n', &mut line).map_err(ConvertError::Input)? == 0 {
            break;
        }
        match convert_line(conversion, &line, &mut losses) {
            Ok(converted) => {
                output.write_all(converted.as_bytes()).map_err(ConvertError::Output)?
            }
            Err(fault) => {
                failed = true;
                output.write_all(&line).map_err(ConvertError::Output)?;
                // A complaint that nobody hears is no reason to stop.
                let _ = writeln!(complaints, "thakim: line {number}: {fault}");
            }
        }
        // Between a person's lines at a terminal, or a pipe's, nothing is held back.
        if input.buffer().is_empty() {
            output.flush().map_err(ConvertError::Output)?;
        }
    }
    output.flush().map_err(ConvertError::Output)?;
    if let Some(note) = losses.note(conversion.to) {
        let _ = writeln!(complaints, "thakim: note: {note}");
    }
    Ok(if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// Why a line comes out as it was.
#[derive(Debug, Error)]
enum LineFault {
    /// It is no text.
    #[error("byte {at} is not UTF-8; save the text as UTF-8")]
    NotUtf8 {
        /// From 1.
        at: usize,
    },
    /// A word that cannot be read.
    #[error("{first}{}", more(*.others))]
    Unreadable {
        /// The first fault.
        first: TextFault,
        /// How many there are besides.
        others: usize,
    },
    /// A word that cannot be written.
    #[error("「{word}」: {why}")]
    Unwritable {
        /// As it stands in the line.
        word: String,
        /// Which of its syllables.
        why: Inexpressible,
    },
}

fn more(others: usize) -> String {
    if others == 0 { String::new() } else { format!(" (and {others} more)") }
}

/// One line, its line break included.
fn convert_line(
    conversion: &Conversion,
    line: &[u8],
    losses: &mut Losses,
) -> Result<String, LineFault> {
    let line = std::str::from_utf8(line)
        .map_err(|error| LineFault::NotUtf8 { at: error.valid_up_to() + 1 })?;
    let pieces = pieces(conversion.from, line, &conversion.read_as).map_err(|faults| {
        let others = faults.len() - 1;
        let mut faults = faults.into_iter();
        let first = faults.next().unwrap_or_else(|| unreachable!("an error names a fault"));
        LineFault::Unreadable { first, others }
    })?;
    let pieces = conversion.spoken(pieces);
    let mut out = String::with_capacity(line.len());
    for piece in &pieces {
        match piece {
            Piece::Other(other) if conversion.speech.mode == Mode::None => out.push_str(other),
            Piece::Other(other) => {
                push_without_signs(&mut out, other);
            }
            Piece::Word(word) => {
                let written = word.write(conversion.to, &conversion.write_as);
                out.push_str(
                    &written.map_err(|why| LineFault::Unwritable {
                        word: word.surface.to_owned(),
                        why,
                    })?,
                );
                losses.see(&word.reading, conversion.to, &conversion.write_as);
            }
        }
    }
    Ok(out)
}

/// Without the signs that set tone groups by hand, and without the space that stood behind one.
fn push_without_signs(out: &mut String, other: &str) {
    let mut taken = false;
    for letter in other.chars() {
        match letter {
            END_SIGN | JOIN_SIGN => taken = true,
            ' ' if taken && (out.is_empty() || out.ends_with(' ')) => taken = false,
            letter => {
                taken = false;
                out.push(letter);
            }
        }
    }
}

impl Conversion {
    /// The pieces in the dialect, with the tones as spoken.
    fn spoken<'t>(&self, mut pieces: Vec<Piece<'t>>) -> Vec<Piece<'t>> {
        if self.dialect != Dialect::General {
            for piece in &mut pieces {
                if let Piece::Word(word) = piece {
                    word.reading = self.dialect.map_reading(&word.reading).0;
                }
            }
        }
        if self.speech.mode == Mode::None {
            return pieces;
        }
        let heard: Vec<Heard<'_>> = pieces
            .iter()
            .map(|piece| match piece {
                Piece::Word(word) => Heard::Word(&word.reading),
                Piece::Other(other) => Heard::Other(other),
            })
            .collect();
        let spoken = spoken_pieces(&heard, &self.speech);
        for (piece, spoken) in pieces.iter_mut().zip(spoken) {
            if let (Piece::Word(word), Some(spoken)) = (piece, spoken) {
                word.reading = spoken;
            }
        }
        pieces
    }
}

#[cfg(test)]
mod tests;
