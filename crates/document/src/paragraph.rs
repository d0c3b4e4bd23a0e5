//! Documents and their paragraphs.

use serde::{Deserialize, Serialize};

use crate::Token;

/// A whole annotated text.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Document {
    /// The lines of the text in order. A text that ends in a line break has an empty last one.
    pub paragraphs: Vec<Paragraph>,
}

/// One line of the text, as people paste it: a paragraph of prose or a line of verse.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Paragraph {
    /// Its tokens in order; none for an empty line.
    pub tokens: Vec<Token>,
    /// The line break that ends it as it stands in the text (`\n`, `\r\n` …). Empty at the end of the
    /// text, and where the engine cut a very long line: then the line goes on in the next one.
    pub ending: String,
    /// Whether it is written in classical Chinese, for which literary readings are offered.
    pub classical: bool,
}

impl Document {
    /// The text it was made from.
    pub fn text(&self) -> String {
        self.paragraphs.iter().map(Paragraph::text).collect()
    }
}

impl Paragraph {
    /// The text it was made from, its line break included.
    pub fn text(&self) -> String {
        let mut text: String = self.tokens.iter().map(|token| token.surface.as_str()).collect();
        text.push_str(&self.ending);
        text
    }
}
