//! The arguments that say how readings are written.

use clap::{Args, ValueEnum};
use thakim_document::export::Style;
use thakim_phonology::{Notation, ToneStyle, WriteOptions};

/// How readings are written.
#[derive(Args)]
pub(crate) struct StyleArgs {
    /// The notation: TL or POJ
    #[arg(long = "to", value_name = "NOTATION", default_value = "TL")]
    notation: Notation,
    /// How tones are shown
    #[arg(long, value_name = "STYLE", default_value = "mark")]
    tones: Tones,
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
    pub(crate) fn style(&self) -> Style {
        let tones = match self.tones {
            Tones::Mark => ToneStyle::Mark,
            Tones::Number => ToneStyle::Number,
            Tones::None => ToneStyle::None,
        };
        Style { notation: self.notation, options: WriteOptions::new(tones) }
    }
}
