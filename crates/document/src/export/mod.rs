//! Annotated paragraphs as text that leaves the program, in any notation.
//!
//! Every function takes one paragraph and gives its line of output, so that a document of any length
//! can be written as it is read; a [`Writer`] does so for forms in which a line depends on those before.

mod form;
mod html;
mod json;
mod lines;
mod markdown;
mod page;
mod text;
mod tsv;

pub use form::{Form, UnknownForm, Writer};
pub use html::ruby_html;
pub use json::push_json;
pub use lines::Lines;
pub use markdown::Markdown;
pub use page::{ARTICLE_ID, Font, Head, MARK, Page, SCRIPT_HASH, STYLE_HASH};
pub use text::{inline, readings};
pub use tsv::{TSV_HEADER, tsv_rows};

use std::borrow::Cow;

use thakim_phonology::sandhi::Speech;
use thakim_phonology::{Notation, Reading, WriteOptions};

use crate::{Paragraph, Token};

/// How readings are written in a file.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Style {
    /// In which notation.
    pub notation: Notation,
    /// With which of its options.
    pub options: WriteOptions,
    /// With which tones: those of the dictionary, or as spoken. What is chosen here is shown in the place
    /// of the reading; alternatives are always in citation tones.
    pub speech: Speech,
}

impl Style {
    /// The tokens of a paragraph, each with the reading that this style shows for it.
    pub fn shown<'p>(
        &self,
        paragraph: &'p Paragraph,
    ) -> impl Iterator<Item = (&'p Token, Option<Cow<'p, Reading>>)> {
        paragraph.tokens.iter().zip(paragraph.spoken(&self.speech))
    }

    /// Writes a whole reading.
    pub fn reading(&self, reading: &Reading) -> String {
        self.notation.write(reading, &self.options)
    }

    /// Writes the syllable of a reading at `index` as it stands over its character, with the sign of
    /// the neutral tone where the neutral part of the word begins. Empty behind the last syllable.
    pub fn syllable(&self, reading: &Reading, index: usize) -> String {
        self.notation.write_over(reading, index, &self.options)
    }
}
