//! What the reader did to an article, so that it can be undone and done again.

use thakim_phonology::Reading;

use super::marks::{Difference, Edit, Marks};
use crate::own::Change;

/// What a step was, in the terms in which it is told.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Deed {
    /// A word was given a reading.
    Read {
        /// The word.
        surface: String,
        /// Its reading.
        reading: Reading,
        /// Where.
        scope: Scope,
    },
    /// A word is read as the engine says again.
    TakenBack {
        /// The word.
        surface: String,
    },
    /// A word was cut in two.
    Split {
        /// The first part.
        before: String,
        /// The second part.
        behind: String,
    },
    /// Two words were made one.
    Joined {
        /// The word that they are now.
        surface: String,
    },
    /// Other readings were asked for in the article or in passages of it.
    Preferred,
    /// What was offered was declined.
    Declined,
}

/// For which places a reading is chosen.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Scope {
    /// For this one.
    #[default]
    Here,
    /// For the word wherever it stands in the article.
    Article,
    /// For the word in every text: it is put into the reader's own dictionary.
    Always,
}

impl Scope {
    /// All of them, the narrowest first.
    pub const ALL: [Scope; 3] = [Scope::Here, Scope::Article, Scope::Always];

    /// Its name in the page's markup.
    pub fn id(self) -> &'static str {
        match self {
            Scope::Here => "here",
            Scope::Article => "article",
            Scope::Always => "always",
        }
    }
}

/// Something that the reader did.
#[derive(Clone, PartialEq, Debug)]
pub struct Step {
    /// What it was.
    pub deed: Deed,
    /// Where, in `char`s from the start of the text; nothing where it was no single place.
    pub at: Option<u32>,
    /// What it made of the marks.
    pub difference: Difference,
    /// What it did to the reader's own dictionary.
    pub own: Option<Change>,
}

/// What the reader did to one article, as far back as anyone remembers. It holds differences, not
/// copies: its size is that of what was done, whatever the length of the article.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct History {
    done: Vec<Step>,
    undone: Vec<Step>,
}

impl History {
    /// Notes what was done. What had been undone is gone.
    pub fn push(&mut self, step: Step) {
        self.undone.clear();
        self.done.push(step);
    }

    /// What would be undone.
    pub fn last_done(&self) -> Option<&Step> {
        self.done.last()
    }

    /// What would be done again.
    pub fn last_undone(&self) -> Option<&Step> {
        self.undone.last()
    }

    /// Undoes the last step in the marks, and tells it.
    pub fn undo(&mut self, marks: &mut Marks) -> Option<Step> {
        let step = self.done.pop()?;
        step.difference.clone().reversed().apply(marks);
        self.undone.push(step.clone());
        Some(step)
    }

    /// Does again in the marks what was undone last, and tells it.
    pub fn redo(&mut self, marks: &mut Marks) -> Option<Step> {
        let step = self.undone.pop()?;
        step.difference.apply(marks);
        self.done.push(step.clone());
        Some(step)
    }

    /// Carries it over a change of the text.
    pub fn follow(&mut self, edit: Edit) {
        for step in self.done.iter_mut().chain(&mut self.undone) {
            step.difference.follow(edit);
            step.at = step.at.map(|at| edit.carry(at, at).unwrap_or(edit.from.letter));
        }
        // A step whose place was written over does nothing any more.
        let is_something = |step: &Step| !step.difference.is_empty() || step.own.is_some();
        self.done.retain(is_something);
        self.undone.retain(is_something);
    }
}

#[cfg(test)]
mod tests {
    use thakim_phonology::Notation;

    use super::*;
    use crate::article::marks::{Correction, Position};

    fn correction(at: u32, surface: &str, reading: &str) -> Correction {
        let reading = Notation::Tl.parse(reading).expect("a reading in 臺羅");
        Correction { at, surface: surface.into(), reading }
    }

    /// Changes marks and notes it.
    fn correct(history: &mut History, marks: &mut Marks, correction: Correction) {
        let before = marks.clone();
        let deed = Deed::TakenBack { surface: correction.surface.clone() };
        let at = Some(correction.at);
        marks.correct(correction);
        let difference = Difference::between(&before, marks);
        history.push(Step { deed, at, difference, own: None });
    }

    #[test]
    fn any_number_of_steps_is_undone_and_done_again() {
        let (mut history, mut marks) = (History::default(), Marks::default());
        let mut states = vec![marks.clone()];
        for at in 0..500 {
            correct(
                &mut history,
                &mut marks,
                correction(at % 50, "行", ["hîng", "hâng"][at as usize % 2]),
            );
            states.push(marks.clone());
        }
        for state in states.iter().rev().skip(1) {
            assert!(history.undo(&mut marks).is_some());
            assert_eq!(marks, *state);
        }
        assert_eq!((history.undo(&mut marks), history.last_done()), (None, None));
        for state in &states[1..] {
            assert!(history.redo(&mut marks).is_some());
            assert_eq!(marks, *state);
        }
        assert_eq!(history.redo(&mut marks), None);
    }

    #[test]
    fn something_new_takes_the_place_of_what_was_undone() {
        let (mut history, mut marks) = (History::default(), Marks::default());
        correct(&mut history, &mut marks, correction(1, "行", "hîng"));
        correct(&mut history, &mut marks, correction(2, "行", "hîng"));
        assert_eq!(history.undo(&mut marks).and_then(|step| step.at), Some(2));
        correct(&mut history, &mut marks, correction(3, "行", "hîng"));
        assert_eq!(history.last_undone(), None);
        history.undo(&mut marks);
        history.undo(&mut marks);
        assert_eq!(marks, Marks::default());
    }

    #[test]
    fn it_follows_the_text() {
        let place = |letter| Position { byte: letter * 3, letter };
        let (mut history, mut marks) = (History::default(), Marks::default());
        correct(&mut history, &mut marks, correction(1, "行", "hîng"));
        correct(&mut history, &mut marks, correction(8, "行", "hîng"));
        // The first one is written over, the second moves.
        let edit = Edit { from: place(0), old: place(4), new: place(6) };
        history.follow(edit);
        marks.follow(edit);
        assert_eq!(history.last_done().and_then(|step| step.at), Some(10));
        history.undo(&mut marks);
        assert_eq!((marks, history.last_done()), (Marks::default(), None));
    }
}
