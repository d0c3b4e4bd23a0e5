//! What the reader wants of an article beyond its text: which readings, corrections of single places
//! and of a word wherever it stands, words cut or joined.

mod difference;
mod kept;
mod seam;

use std::sync::Arc;

use thakim_document::Preference;
use thakim_phonology::Reading;
use thakim_protocol::Passage;

pub use difference::Difference;
pub use seam::{Seam, SeamKind};

use crate::article::order::settle;
use crate::worker_client::Wish;

/// A place between two characters of a text.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub struct Position {
    /// In bytes of UTF-8 from its start.
    pub byte: u32,
    /// In `char`s from its start.
    pub letter: u32,
}

/// A reading that the reader chose for one place.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Correction {
    /// Where it begins, in `char`s from the start of the text.
    pub at: u32,
    /// The characters that are read so. Where others stand there, the correction is void.
    pub surface: String,
    /// The reading.
    pub reading: Reading,
}

/// A reading that the reader chose for a word wherever it stands in the article, also where it is
/// written later. It holds where words begin and end with its characters.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ArticleWord {
    /// Its characters.
    pub surface: String,
    /// The reading.
    pub reading: Reading,
}

/// The words of an article with readings of their own, by their characters, one for each. Shared, so
/// that each section of a long article can say which ones it already shows.
pub type ArticleWords = Arc<Vec<ArticleWord>>;

/// Whether literary readings are still to be offered for what looks classical.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Offer {
    /// They are.
    #[default]
    Open,
    /// The reader did not want them.
    Declined,
}

/// What the reader wants of an article.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Marks {
    /// Which readings, where no passage says otherwise.
    pub readings: Preference,
    /// Whether literary readings are still to be offered.
    pub offer: Offer,
    /// Passages that are read in another way: apart from each other, by rising place.
    passages: Vec<Passage>,
    /// By rising place, one for each.
    corrections: Vec<Correction>,
    /// By rising place, one for each.
    seams: Vec<Seam>,
    words: ArticleWords,
}

/// A change of a text: up to `from`, and behind `old` and `new`, both texts are the same.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Edit {
    /// Where the difference begins.
    pub from: Position,
    /// Where it ends in the old text.
    pub old: Position,
    /// Where it ends in the new one.
    pub new: Position,
}

impl Marks {
    /// Marks that ask for these readings and nothing else.
    pub fn reading(readings: Preference) -> Marks {
        Marks { readings, ..Marks::default() }
    }

    /// What to ask of the engine.
    pub fn wish(&self) -> Wish {
        Wish { readings: self.readings, passages: self.passages.clone(), ..Wish::default() }
    }

    /// The passages with a preference of their own, by rising place.
    pub fn passages(&self) -> &[Passage] {
        &self.passages
    }

    /// The corrections, by rising place.
    pub fn corrections(&self) -> &[Correction] {
        &self.corrections
    }

    /// The places where words are cut or joined, by rising place.
    pub fn seams(&self) -> &[Seam] {
        &self.seams
    }

    /// The words that are read otherwise wherever they stand.
    pub fn words(&self) -> &ArticleWords {
        &self.words
    }

    /// The reading of a word wherever it stands, where the reader chose one.
    pub fn word(&self, surface: &str) -> Option<&Reading> {
        let index = self.words.binary_search_by(|word| word.surface.as_str().cmp(surface)).ok()?;
        self.words.get(index).map(|word| &word.reading)
    }

    /// Whether the same is wanted of every place and word; which readings the article has, and what was
    /// offered, does not count.
    pub fn lies_like(&self, other: &Marks) -> bool {
        (&self.passages, &self.corrections, &self.seams, &self.words)
            == (&other.passages, &other.corrections, &other.seams, &other.words)
    }

    /// Whether anything hangs on places of the text.
    pub fn has_places(&self) -> bool {
        !self.passages.is_empty() || !self.corrections.is_empty() || !self.seams.is_empty()
    }

    /// The passage that a byte of the text is in.
    pub fn passage_at(&self, byte: u32) -> Option<&Passage> {
        self.passages.iter().find(|passage| passage.from <= byte && byte < passage.to)
    }

    /// Which readings are asked for the paragraph that begins at this byte.
    pub fn readings_at(&self, byte: u32) -> Preference {
        self.passage_at(byte).map_or(self.readings, |passage| passage.readings)
    }

    /// Asks for other readings between two bytes, where paragraphs begin and end. What the article
    /// has anyway is no passage.
    pub fn set_passage(&mut self, from: u32, to: u32, readings: Preference) {
        let mut passages = Vec::new();
        for passage in self.passages.drain(..) {
            let before = Passage { to: passage.to.min(from), ..passage };
            let after = Passage { from: passage.from.max(to), ..passage };
            passages.extend([before, after].into_iter().filter(|part| part.from < part.to));
        }
        if readings != self.readings && from < to {
            passages.push(Passage { from, to, readings });
        }
        settle(&mut passages, |passage| passage.from);
        for passage in passages {
            match self.passages.last_mut() {
                Some(last) if last.to == passage.from && last.readings == passage.readings => {
                    last.to = passage.to;
                }
                _ => self.passages.push(passage),
            }
        }
    }

    /// Adds a correction, in place of those that it overlaps.
    pub fn correct(&mut self, correction: Correction) {
        let (from, to) = (correction.at, correction.end());
        self.corrections.retain(|other| other.end() <= from || to <= other.at);
        let index = self.corrections.partition_point(|other| other.at < from);
        self.corrections.insert(index, correction);
    }

    /// Takes back the correction that begins at this `char`. Whether there was one.
    pub fn take_back(&mut self, at: u32) -> bool {
        let before = self.corrections.len();
        self.corrections.retain(|correction| correction.at != at);
        self.corrections.len() < before
    }

    /// The correction that begins at this `char`.
    pub fn correction_at(&self, at: u32) -> Option<&Correction> {
        let index = self.corrections.binary_search_by_key(&at, |correction| correction.at).ok()?;
        self.corrections.get(index)
    }

    /// Has a word be read so wherever it stands, but where a correction says otherwise; as the engine
    /// says, without a reading.
    pub fn set_word(&mut self, surface: &str, reading: Option<Reading>) {
        let words = Arc::make_mut(&mut self.words);
        let found = words.binary_search_by(|word| word.surface.as_str().cmp(surface));
        match (found, reading) {
            (Ok(index), Some(reading)) => words[index].reading = reading,
            (Ok(index), None) => drop(words.remove(index)),
            (Err(index), Some(reading)) => {
                words.insert(index, ArticleWord { surface: surface.to_owned(), reading });
            }
            (Err(_), None) => {}
        }
    }

    /// Cuts a word or joins two, in place of what was wanted there.
    pub fn set_seam(&mut self, seam: Seam) {
        match self.seams.binary_search_by_key(&seam.at, |seam| seam.at) {
            Ok(index) => self.seams[index] = seam,
            Err(index) => self.seams.insert(index, seam),
        }
    }

    /// What was wanted between two characters is not wanted any more. What it was.
    pub fn take_seam(&mut self, at: u32) -> Option<Seam> {
        let index = self.seams.binary_search_by_key(&at, |seam| seam.at).ok()?;
        Some(self.seams.remove(index))
    }

    /// Carries the marks over a change of the text. What lies inside it is lost.
    pub fn follow(&mut self, edit: Edit) {
        self.corrections.retain_mut(|correction| correction.follow(edit));
        self.seams.retain_mut(|seam| seam.follow(edit));
        self.passages.retain_mut(|passage| follow_passage(passage, edit));
    }
}

impl Edit {
    /// Where the `char`s from one to another index stand behind the change; nothing where it is one of
    /// them that changed.
    pub fn carry(self, from: u32, to: u32) -> Option<u32> {
        if from >= self.old.letter {
            return Some(from - self.old.letter + self.new.letter);
        }
        (to <= self.from.letter).then_some(from)
    }
}

impl Correction {
    /// The index of the `char` behind it.
    pub fn end(&self) -> u32 {
        self.at + self.surface.chars().count() as u32
    }

    /// Carries it over a change of the text. Whether it still stands.
    pub(super) fn follow(&mut self, edit: Edit) -> bool {
        let moved = edit.carry(self.at, self.end());
        moved.inspect(|at| self.at = *at).is_some()
    }
}

/// Carries a passage over a change of the text. Whether anything of it is left.
fn follow_passage(passage: &mut Passage, Edit { from, old, new }: Edit) -> bool {
    let moved = |place: u32| place - old.byte + new.byte;
    passage.from = match passage.from {
        place if place <= from.byte => place,
        place if place >= old.byte => moved(place),
        _ => new.byte,
    };
    passage.to = match passage.to {
        place if place >= old.byte => moved(place),
        place => place.min(from.byte),
    };
    passage.from < passage.to
}

#[cfg(test)]
mod tests;
