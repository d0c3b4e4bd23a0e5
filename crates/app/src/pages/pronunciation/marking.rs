//! What the person wants of the article, changed and kept.

use leptos::prelude::*;
use leptos::task::spawn_local;
use thakim_document::Preference;

use super::reader::{Reader, Run};
use crate::article::history::Deed;
use crate::article::marks::{Marks, Offer};
use crate::effect::memo;
use crate::store::{Kept, Kind};

/// The fewest Han characters of which it is said that they look classical.
const LEAST_CLASSICAL: u32 = 20;

/// What looks classical and is not read as such.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Classical {
    /// Most of the article.
    Article,
    /// So many lines of it.
    Lines(u32),
}

impl Reader {
    /// Which readings are asked for in the article.
    pub(super) fn readings(self) -> Memo<Preference> {
        memo(move || self.marks.with(|marks| marks.readings))
    }

    /// Asks for other readings in the article.
    pub(super) fn set_readings(self, readings: Preference) {
        self.change_readings(None, |marks| marks.readings = readings);
    }

    /// Asks for other readings between two bytes of the text, where lines begin and end.
    pub(super) fn set_passage(self, from: u32, to: u32, readings: Preference) {
        let first = self.sheet().and_then(|sheet| sheet.word_from(from));
        let at = first.map(|word| word.at.letter);
        self.change_readings(at, |marks| marks.set_passage(from, to, readings));
    }

    /// Corrections whose characters are not there any more.
    pub(super) fn drop_corrections(self, places: &[u32]) {
        if !places.is_empty() {
            let mut marks = self.marks.get_untracked();
            for at in places {
                marks.take_back(*at);
            }
            self.put(marks);
        }
    }

    /// What is to be offered: only where nothing was chosen, and once all of the text is known.
    pub(super) fn offer(self) -> Option<Classical> {
        let asked = self.marks.with(|marks| (marks.readings, marks.offer));
        if asked != (Preference::Auto, Offer::Open) || self.run.get() != Run::Complete {
            return None;
        }
        classical(self.tally.get().han, self.tally.get().classical, self.classical.get())
    }

    pub(super) fn decline_offer(self) {
        self.change(Deed::Declined, None, |marks| marks.offer = Offer::Declined);
    }

    /// Reads the classical lines with literary readings.
    pub(super) fn read_classical_lines(self) {
        let Some(sheet) = self.sheet() else { return };
        spawn_local(async move {
            let lines = sheet.classical().await;
            if !self.run.is_disposed() {
                self.change_readings(None, |marks| {
                    for (from, to) in lines {
                        marks.set_passage(from, to, Preference::Literary);
                    }
                });
            }
        });
    }

    /// Changes the marks such that the engine is to be asked again.
    fn change_readings(self, at: Option<u32>, change: impl FnOnce(&mut Marks)) {
        let before = self.marks.get_untracked();
        if self.change(Deed::Preferred, at, change) {
            self.ask_as_needed(&before);
        }
    }

    /// Asks the engine again, where other readings are asked for than before.
    pub(super) fn ask_as_needed(self, before: &Marks) {
        if self.marks.with_untracked(Marks::wish) != before.wish() {
            self.again();
        }
    }

    /// The marks are these from now on: shown, counted and kept. How many words are read otherwise
    /// wherever they stand, as far as that was done at once.
    pub(super) fn put(self, marks: Marks) -> u32 {
        self.marks.set(marks.clone());
        self.shell.with_past(|past| past.as_mut().map(|past| past.note(&marks)));
        let changed = match self.sheet() {
            Some(sheet) => sheet.set_marks(marks.clone()),
            None => 0,
        };
        self.count();
        let Some(text) = self.text.get_value() else { return changed };
        let (shell, kept) =
            (self.shell, self.shell.desk().put(Kind::Article, Kept { text, marks }));
        spawn_local(async move {
            shell.written(kept.await);
        });
        changed
    }
}

/// What looks classical among so many Han characters, of which `classical` stand in classical
/// paragraphs, and so many lines of such.
fn classical(han: u32, classical: u32, lines: u32) -> Option<Classical> {
    if lines == 0 {
        None
    } else if classical >= LEAST_CLASSICAL && classical * 2 >= han {
        Some(Classical::Article)
    } else {
        Some(Classical::Lines(lines))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_offered_depends_on_how_much_is_classical() {
        assert_eq!(classical(100, 0, 0), None);
        assert_eq!(classical(100, 50, 3), Some(Classical::Article));
        assert_eq!(classical(100, 49, 3), Some(Classical::Lines(3)));
        assert_eq!(classical(19, 19, 1), Some(Classical::Lines(1)));
        assert_eq!(classical(20, 20, 1), Some(Classical::Article));
        // All of it is in passages already.
        assert_eq!(classical(100, 100, 0), None);
    }
}
