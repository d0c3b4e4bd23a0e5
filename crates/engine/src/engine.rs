//! The engine's door.

use thakim_document::{Document, Paragraph};
use thakim_lexicon::Lexicon;

use crate::lattice::Lattice;
use crate::lines::next_piece;
use crate::runs::{Run, runs};
use crate::tokens::push_tokens;

/// Annotates text with the readings of one dictionary.
pub struct Engine {
    lexicon: Lexicon,
}

impl Engine {
    /// An engine that reads with this dictionary.
    pub fn new(lexicon: Lexicon) -> Engine {
        Engine { lexicon }
    }

    /// The dictionary it reads with.
    pub fn lexicon(&self) -> &Lexicon {
        &self.lexicon
    }

    /// Annotates a whole text.
    pub fn annotate(&self, text: &str) -> Document {
        Document { paragraphs: self.paragraphs(text).collect() }
    }

    /// Annotates a text paragraph by paragraph, each when it is asked for. A line longer than
    /// [`crate::PIECE_CHARS`] comes as several paragraphs, all but the last without an ending.
    /// Paragraphs do not depend on each other.
    pub fn paragraphs<'e, 't>(&'e self, text: &'t str) -> Paragraphs<'e, 't> {
        Paragraphs { engine: self, rest: Some(text), lattice: Lattice::default() }
    }

    /// Annotates one piece of a line.
    fn paragraph(&self, text: &str, ending: &str, lattice: &mut Lattice) -> Paragraph {
        let mut tokens = Vec::new();
        for run in runs(text) {
            match run {
                Run::Other(surface) => tokens.push(thakim_document::Token::other(surface)),
                Run::Han(surface) => {
                    lattice.fill(&self.lexicon, surface);
                    push_tokens(&self.lexicon, lattice, surface, &mut tokens);
                }
            }
        }
        Paragraph { tokens, ending: ending.to_owned() }
    }
}

/// The paragraphs of a text, annotated one by one: see [`Engine::paragraphs`].
pub struct Paragraphs<'e, 't> {
    engine: &'e Engine,
    /// What is left of the text; none when its last line has been given.
    rest: Option<&'t str>,
    lattice: Lattice,
}

impl Paragraphs<'_, '_> {
    /// How many bytes of the text are still to come.
    pub fn bytes_left(&self) -> usize {
        self.rest.map_or(0, str::len)
    }
}

impl Iterator for Paragraphs<'_, '_> {
    type Item = Paragraph;

    fn next(&mut self) -> Option<Paragraph> {
        let rest = self.rest?;
        let piece = next_piece(rest);
        // A line break at the very end leaves one empty line behind it.
        let is_last = piece.len() == rest.len() && piece.ending.is_empty();
        self.rest = (!is_last).then(|| &rest[piece.len()..]);
        Some(self.engine.paragraph(piece.text, piece.ending, &mut self.lattice))
    }
}
