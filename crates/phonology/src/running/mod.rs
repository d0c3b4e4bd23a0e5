//! Running text in a notation: words of Hokkien among everything else that people write.
//!
//! A text is cut into words that are read and stretches that are left as they stand: Han characters,
//! punctuation, spaces, numbers, words of other languages. Nothing is lost: joining what the pieces
//! were cut from gives back the text.
//!
//! Letters alone do not say whose they are. A word is taken for Hokkien if all its syllables can be read.
//! A word that cannot be read is foreign (`Windows`, `café`) unless it shows that it is meant to
//! be Hokkien; then it is a fault, which is reported and never guessed around. It shows so by a tone
//! mark or number on letters that the notation uses (`tsáim`, `ta̍i`), or by another of its syllables
//! that bears a tone and can be read (`tâi-xyz`).

mod alphabet;
mod fault;
mod stretch;

pub use fault::TextFault;

use crate::notation::parse::{self, Mode};
use crate::notation::{Case, Inexpressible, Notation, WriteOptions};
use crate::{Join, Reading};
use stretch::{Kind, stretches};

/// A piece of running text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Piece<'t> {
    /// A word of Hokkien.
    Word(Word<'t>),
    /// What is not read, as it stands.
    Other(&'t str),
}

/// A word in running text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Word<'t> {
    /// As it stands in the text.
    pub surface: &'t str,
    /// How it is read. Another reading of as many syllables may take its place before it is written.
    pub reading: Reading,
    /// The case of each of its syllables.
    cases: Vec<Case>,
}

/// Cuts a text in a notation into its pieces, in order.
///
/// # Errors
/// All faults of the text, in order: see the module.
pub fn pieces<'t>(
    notation: Notation,
    text: &'t str,
    options: &WriteOptions,
) -> Result<Vec<Piece<'t>>, Vec<TextFault>> {
    let system = notation.system();
    let mut pieces: Vec<Piece<'t>> = Vec::new();
    let mut faults = Vec::new();
    for stretch in stretches(system, text) {
        let read = match stretch.kind {
            Kind::Other => None,
            Kind::Letters => match parse::parse(system, stretch.surface, Mode::Spoken, options) {
                Ok(word) => Some(word),
                Err(error) => {
                    if fault::is_meant(notation, stretch.surface, options) {
                        faults.push(TextFault { at: stretch.at + error.at, error });
                    }
                    None
                }
            },
        };
        match (read, pieces.last_mut()) {
            (Some(word), _) => pieces.push(Piece::Word(Word {
                surface: stretch.surface,
                reading: word.reading,
                cases: word.cases,
            })),
            // Stretches that are left alone need no border between them.
            (None, Some(Piece::Other(before))) => {
                let end = stretch.start + stretch.surface.len();
                *before = &text[stretch.start - before.len()..end];
            }
            (None, _) => pieces.push(Piece::Other(stretch.surface)),
        }
    }
    if faults.is_empty() { Ok(pieces) } else { Err(faults) }
}

impl Word<'_> {
    /// Writes the word in a notation, in its case.
    ///
    /// # Errors
    /// [`Inexpressible`] names the first syllable that the notation has no way to write.
    pub fn write(
        &self,
        notation: Notation,
        options: &WriteOptions,
    ) -> Result<String, Inexpressible> {
        let system = notation.system();
        let is_loud = self.cases.contains(&Case::Upper);
        let mut out = String::new();
        for (index, spoken) in self.reading.syllables().iter().enumerate() {
            let written = notation
                .try_write_syllable(*spoken, self.reading.is_neutral(index), options)
                .ok_or(Inexpressible { notation, syllable: spoken.syllable })?;
            let written = match self.cases.get(index) {
                // A single capital letter is a whole word in capitals if its neighbours are.
                Some(Case::Upper) => system.upper(&written),
                Some(Case::Title) if is_loud => system.upper(&written),
                _ => written,
            };
            system.join(&mut out, index == 0, spoken.join, &written, options);
            out.push_str(&written);
        }
        Ok(out)
    }

    /// Whether the word leans on the one before it: it begins with a double hyphen.
    pub fn is_enclitic(&self) -> bool {
        self.reading.syllables().first().is_some_and(|spoken| spoken.join == Join::Neutral)
    }
}

#[cfg(test)]
mod tests;
