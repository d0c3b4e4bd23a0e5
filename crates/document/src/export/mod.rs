//! Annotated paragraphs as text that leaves the program, in any notation.
//!
//! Every function takes one paragraph and gives its line of output, so that a document of any length
//! can be written as it is read.

mod html;
mod text;
mod tsv;

pub use html::ruby_html;
pub use text::{inline, readings};
pub use tsv::{TSV_HEADER, tsv_rows};

use thakim_phonology::{Join, Notation, Reading, Spoken, WriteOptions};

/// How readings are written in a file.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Style {
    /// In which notation.
    pub notation: Notation,
    /// With which of its options.
    pub options: WriteOptions,
}

impl Style {
    /// Writes a whole reading.
    pub fn reading(&self, reading: &Reading) -> String {
        self.notation.write(reading, &self.options)
    }

    /// Writes one syllable as it stands over its character: with `--` before it where the neutral
    /// part of the word begins, since without that it would be read in its citation tone.
    pub fn syllable(&self, spoken: Spoken) -> String {
        let written = self.notation.write_syllable(spoken, &self.options);
        match spoken.join {
            Join::Neutral => format!("--{written}"),
            Join::Hyphen | Join::Space => written,
        }
    }
}
