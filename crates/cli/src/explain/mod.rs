//! `thakim explain`: why a text is read as it is.

mod json;
mod text;

use std::io::{self, BufWriter, Read, Write};

use clap::{Args, ValueEnum};
use thakim_document::{Explanation, Preference, Token};
use thakim_engine::{Engine, Options};
use thiserror::Error;

use crate::annotate::StyleArgs;
use crate::dictionary::{self, DictionaryError};
use crate::words::{WordsArgs, WordsError};

/// Say why a text is read as it is: the candidates of every word, and what decided
#[derive(Args)]
pub(crate) struct Command {
    /// The text; none, or `-`, for standard input
    text: Option<String>,
    /// Only the word that holds this character of the text, counted from 1
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..))]
    at: Option<u64>,
    #[command(flatten)]
    style: StyleArgs,
    /// Which readings: auto, colloquial or literary
    #[arg(long, value_name = "PREFERENCE", default_value_t)]
    readings: Preference,
    #[command(flatten)]
    words: WordsArgs,
    /// What is written
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: Format,
    /// Read with this compiled dictionary instead of the one inside this program
    #[arg(long, value_name = "FILE")]
    dictionary: Option<std::path::PathBuf>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
enum Format {
    /// For a terminal
    Text,
    /// One JSON object a word
    Json,
}

/// Why nothing was explained.
#[derive(Debug, Error)]
pub(crate) enum ExplainError {
    /// Standard input could not be read.
    #[error("cannot read standard input: {0}; expected text in UTF-8")]
    Input(io::Error),
    /// The output could not be written.
    #[error("cannot write the output: {0}")]
    Output(#[from] io::Error),
    /// The text has no such character.
    #[error("the text has {chars} characters, found --at {at}; count from 1, line breaks included")]
    BehindTheEnd {
        /// What was asked for.
        at: u64,
        /// How many there are.
        chars: u64,
    },
    /// The character is not read.
    #[error("character {at} of the text is 「{found}」, which is not read; name a Han character")]
    NotRead {
        /// What was asked for, from 1.
        at: u64,
        /// What stands there.
        found: char,
    },
    /// The notation has no such option.
    #[error("{0}; `thakim notations` lists them")]
    Option(#[from] thakim_phonology::UnknownOption),
    /// The dictionary could not be opened.
    #[error(transparent)]
    Dictionary(#[from] DictionaryError),
    /// The words of one's own could not be had.
    #[error(transparent)]
    Words(#[from] WordsError),
}

/// A token that something reads or should read, and where it stands.
struct Explained {
    token: Token,
    /// None where nothing reads it.
    explanation: Option<Explanation>,
    /// The line of the text, from 1.
    line: u64,
    /// The place of its first `char` in the text, from 1.
    at: u64,
}

impl Command {
    /// Explains the text on standard output.
    ///
    /// # Errors
    /// See [`ExplainError`].
    pub(crate) fn run(&self) -> Result<(), ExplainError> {
        let engine = dictionary::open(self.dictionary.as_deref())?;
        let text = match self.text.as_deref() {
            None | Some("-") => read_input()?,
            Some(text) => text.to_owned(),
        };
        let style = self.style.style()?;
        let options = Options { own: self.words.words()?, ..Options::reading(self.readings) };
        let sources = &engine.lexicon().summary().sources;
        let mut out = BufWriter::new(io::stdout().lock());
        let mut any = false;
        for explained in explanations(&engine, &text, options, self.at) {
            match self.format {
                Format::Text => {
                    if any {
                        writeln!(out)?;
                    }
                    write!(out, "{}", text::written(&explained, &style, sources))?;
                }
                Format::Json => writeln!(out, "{}", json::value(&explained, &style, sources))?,
            }
            any = true;
        }
        out.flush()?;
        match self.at {
            Some(at) if !any => Err(not_found(&text, at)),
            _ => Ok(()),
        }
    }
}

fn read_input() -> Result<String, ExplainError> {
    let mut text = String::new();
    io::stdin().read_to_string(&mut text).map_err(ExplainError::Input)?;
    Ok(text)
}

fn not_found(text: &str, at: u64) -> ExplainError {
    match usize::try_from(at - 1).ok().and_then(|index| text.chars().nth(index)) {
        Some(found) => ExplainError::NotRead { at, found },
        None => ExplainError::BehindTheEnd { at, chars: text.chars().count() as u64 },
    }
}

/// The tokens of a text that are to be read, or only the one that holds a character of it, each
/// explained when it is asked for.
fn explanations(
    engine: &Engine,
    text: &str,
    options: Options,
    only: Option<u64>,
) -> impl Iterator<Item = Explained> {
    let (mut line, mut at) = (1, 1);
    let paragraphs: Vec<_> = engine.paragraphs(text, &options).collect();
    paragraphs.into_iter().flat_map(move |paragraph| {
        let whole: String = paragraph.tokens.iter().map(|token| token.surface.as_str()).collect();
        let mut inside = 0;
        let mut found = Vec::new();
        for token in paragraph.tokens {
            let chars = token.surface.chars().count();
            let is_wanted = only.is_none_or(|only| (at..at + chars as u64).contains(&only));
            if is_wanted && token.origin != thakim_document::Origin::Other {
                let explanation = engine.explain(&whole, inside, &options);
                found.push(Explained { token, explanation, line, at });
            }
            inside += chars;
            at += chars as u64;
        }
        at += paragraph.ending.chars().count() as u64;
        line += u64::from(!paragraph.ending.is_empty());
        found
    })
}
