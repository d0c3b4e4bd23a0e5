//! The arguments that say how readings are written.

use clap::{Args, ValueEnum};
use thakim_document::export::Style;
use thakim_phonology::{Notation, ToneStyle, UnknownOption, WriteOptions};

use crate::options::Setting;

/// How readings are written.
#[derive(Args)]
pub(crate) struct StyleArgs {
    /// The notation: TL, POJ, TPS …; `thakim notations` lists them
    #[arg(long = "to", value_name = "NOTATION", default_value = "TL")]
    notation: Notation,
    /// How tones are shown
    #[arg(long, value_name = "STYLE", default_value = "mark")]
    tones: Tones,
    /// An option of the notation; see `thakim notations`
    #[arg(long = "option", value_name = "NAME=VALUE")]
    options: Vec<Setting>,
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

impl StyleArgs {
    /// What they ask for.
    ///
    /// # Errors
    /// When the notation has no such option.
    pub(crate) fn style(&self) -> Result<Style, UnknownOption> {
        let tones = match self.tones {
            Tones::Mark => ToneStyle::Mark,
            Tones::Number => ToneStyle::Number,
            Tones::None => ToneStyle::None,
        };
        let mut options = WriteOptions::new(tones);
        for Setting { name, value } in &self.options {
            options.set(self.notation, name, value)?;
        }
        Ok(Style { notation: self.notation, options, ..Style::default() })
    }
}
