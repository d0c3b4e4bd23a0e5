//! The engine's door.

use thakim_document::{Document, Explanation, Paragraph, Preference, Token};
use thakim_lexicon::Lexicon;

use crate::Options;
use crate::arcs::{Arcs, Ground};
use crate::books::Books;
use crate::classical::is_classical;
use crate::dialect;
use crate::explain::explanation;
use crate::lattice::Lattice;
use crate::lines::next_piece;
use crate::model::features::Marks;
use crate::model::{Model, ModelError};
use crate::neutral::{self, Neutral};
use crate::own::OwnWords;
use crate::posterior::Posterior;
use crate::remembered::Remembered;
use crate::runs::{RunKind, runs};
use crate::sandhi::Groups;
use crate::taste::Taste;
use crate::tokens::push_tokens;

/// Annotates text with the readings of one dictionary.
pub struct Engine {
    lexicon: Lexicon,
    model: Model,
    remembered: Remembered,
}

impl Engine {
    /// An engine that reads with this dictionary and the model in it.
    ///
    /// # Errors
    /// [`ModelError`] says what stands in the place of a model of this version.
    pub fn new(lexicon: Lexicon) -> Result<Engine, ModelError> {
        let model = Model::read(lexicon.model())?;
        Ok(Engine::with_model(lexicon, model))
    }

    /// The same with another model than that of the dictionary.
    pub fn with_model(lexicon: Lexicon, model: Model) -> Engine {
        let remembered = Remembered::new(lexicon.entry_count());
        Engine { lexicon, model, remembered }
    }

    /// The dictionary it reads with.
    pub fn lexicon(&self) -> &Lexicon {
        &self.lexicon
    }

    /// Annotates a whole text.
    pub fn annotate(&self, text: &str, options: &Options) -> Document {
        Document { paragraphs: self.paragraphs(text, options).collect() }
    }

    /// Annotates a text paragraph by paragraph, each when it is asked for. A line longer than
    /// [`crate::PIECE_CHARS`] comes as several paragraphs, all but the last without an ending.
    /// Paragraphs do not depend on each other.
    pub fn paragraphs<'e, 't>(&'e self, text: &'t str, options: &'t Options) -> Paragraphs<'e, 't> {
        let length = text.len();
        Paragraphs { engine: self, options, length, rest: Some(text), desk: Desk::default() }
    }

    /// Why the token that holds the `char` at this index of a line is read as it is. The line is the
    /// text of one [`Paragraph`], annotated as [`Engine::paragraphs`] would with these options, but in the
    /// general accent. `None` where nothing is read: behind the end, at a punctuation mark, at a character that no
    /// source reads.
    pub fn explain(&self, line: &str, at: usize, options: &Options) -> Option<Explanation> {
        let readings = options.at(0);
        let own = options.own.as_ref();
        let paragraph = self.paragraph(line, "", (readings, own), &mut Desk::default());
        let (mut end, mut bytes) = (0, 0);
        let token = paragraph.tokens.into_iter().find(|token| {
            end += token.surface.chars().count();
            bytes += token.surface.len();
            at < end
        })?;
        let books = Books { lexicon: &self.lexicon, own };
        explanation(books, &self.model, line, bytes - token.surface.len(), token, readings)
    }

    /// Annotates one piece of a line.
    fn paragraph(
        &self,
        text: &str,
        ending: &str,
        (readings, own): (Preference, &OwnWords),
        desk: &mut Desk,
    ) -> Paragraph {
        let books = Books { lexicon: &self.lexicon, own };
        let taste = Taste::of(readings, &self.lexicon);
        let classical = is_classical(text);
        let mut tokens = Vec::new();
        for run in runs(text) {
            match run.kind {
                RunKind::Other => tokens.push(Token::other(run.surface)),
                RunKind::Han => {
                    let Desk { lattice, arcs, posterior, .. } = desk;
                    lattice.fill(&self.lexicon, own, run.surface);
                    let letters = &lattice.letters;
                    let marks = Marks { before: run.before, letters, after: run.after };
                    let remembered = Some(&self.remembered);
                    let (lexicon, taste) = (&self.lexicon, &taste);
                    let ground = Ground { lexicon, own, lattice, marks, taste, remembered };
                    arcs.fill(ground, |_, slots| self.model.sum(slots));
                    posterior.fill(arcs, lattice.len());
                    let model = (&self.model, taste.trust(classical));
                    push_tokens(books, model, lattice, arcs, posterior, run.surface, &mut tokens);
                }
            }
        }
        match readings {
            Preference::Literary => neutral::recite(&mut tokens),
            _ if classical => neutral::recite(&mut tokens),
            _ => desk.neutral.place(&mut tokens),
        }
        desk.groups.place(&mut tokens);
        Paragraph { tokens, ending: ending.to_owned(), classical }
    }
}

/// Where one piece of text is worked on; kept from piece to piece for its room.
#[derive(Default)]
struct Desk {
    lattice: Lattice,
    arcs: Arcs,
    posterior: Posterior,
    neutral: Neutral,
    groups: Groups,
}

/// The paragraphs of a text, annotated one by one: see [`Engine::paragraphs`].
pub struct Paragraphs<'e, 't> {
    engine: &'e Engine,
    options: &'t Options,
    /// Bytes of the whole text.
    length: usize,
    /// What is left of the text; none when its last line has been given.
    rest: Option<&'t str>,
    desk: Desk,
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
        let asked = (self.options.at(self.length - rest.len()), self.options.own.as_ref());
        let mut paragraph = self.engine.paragraph(piece.text, piece.ending, asked, &mut self.desk);
        dialect::speak(&self.engine.lexicon, self.options.dialect, &mut paragraph.tokens);
        Some(paragraph)
    }
}
