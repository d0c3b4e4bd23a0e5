//! The word that is looked at, the list of those to check, and the walk through them.

use leptos::task::spawn_local;
use thakim_document::Explanation;
use thakim_protocol::Outcome;

use super::reader::Reader;
use crate::article::correct::Places;
use crate::article::walk::{Direction, Step, Walk};
use crate::article::{Entry, Toward, Word};
use crate::effect::effect;
use crate::signal::{RwSignal, StoredValue};
use crate::text;
use crate::text::t;

/// How many words of each flag are listed at first, and how many more each time.
const LISTED: usize = 100;

#[derive(Clone, Copy)]
pub(super) struct Looking {
    /// The word whose panel is open.
    pub(super) word: RwSignal<Option<Word>>,
    /// The one of its characters that is looked at by itself, by its index.
    pub(super) unit: RwSignal<Option<usize>>,
    /// What has been typed as a reading. It outlives whatever is made anew in the panel.
    pub(super) typed: RwSignal<String>,
    /// Where the focus goes when the panel opens.
    pub(super) opens: RwSignal<Opens>,
    /// Where else the word stands in the article.
    pub(super) places: RwSignal<Option<Places>>,
    pub(super) why: RwSignal<Why>,
    pub(super) list: RwSignal<List>,
    /// What a screen reader is told when the focus stays where it is.
    pub(super) said: RwSignal<String>,
    /// What came of a choice for more than one place.
    pub(super) outcome: RwSignal<Option<String>>,
    /// How often the engine has been asked why: an older answer is not shown.
    asked: StoredValue<u32>,
    limit: StoredValue<usize>,
}

/// What a person begins with in the panel.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Opens {
    /// Choosing among the candidates.
    Choosing,
    /// Typing a reading.
    Typing,
}

/// What the engine says of the word.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Why {
    /// It has been asked.
    Asking,
    /// This.
    Known(Explanation),
    /// Nothing: it was not there, or does not read the word.
    Missing,
}

/// The list of words to check.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum List {
    /// It is closed.
    Closed,
    /// It is being made.
    Looking,
    /// These.
    Open(Vec<Entry>),
}

impl Looking {
    pub(super) fn new() -> Looking {
        Looking {
            word: RwSignal::new(None),
            unit: RwSignal::new(None),
            typed: RwSignal::new(String::new()),
            opens: RwSignal::new(Opens::Choosing),
            places: RwSignal::new(None),
            why: RwSignal::new(Why::Missing),
            list: RwSignal::new(List::Closed),
            said: RwSignal::new(String::new()),
            outcome: RwSignal::new(None),
            asked: StoredValue::new(0),
            limit: StoredValue::new(LISTED),
        }
    }
}

impl Reader {
    /// Opens the panel for the current word.
    pub(super) fn look(self) {
        let Some(sheet) = self.sheet() else { return };
        if let Some(word) = sheet.current().and_then(|place| sheet.word(place)) {
            self.looking.opens.set(Opens::Choosing);
            self.look_at(word);
        }
    }

    /// Opens the panel for the current word, to type its reading, which begins so.
    pub(super) fn type_reading(self, begin: &str) {
        // More may be typed before the panel is there.
        if self.looking.word.get_untracked().is_some() {
            self.looking.typed.update(|typed| typed.push_str(begin));
            return;
        }
        let Some(sheet) = self.sheet() else { return };
        if let Some(word) = sheet.current().and_then(|place| sheet.word(place)) {
            self.looking.opens.set(Opens::Typing);
            self.look_at(word);
            self.looking.typed.set(begin.to_owned());
        }
    }

    /// Opens the panel for a character of the current word: the first one, or the last one.
    pub(super) fn look_within(self, direction: Direction) {
        self.look();
        self.narrow_on(direction);
    }

    /// Looks at the next character of the word by itself, and from the last one at the whole word again.
    pub(super) fn narrow_on(self, direction: Direction) {
        let Some(units) =
            self.looking.word.with_untracked(|word| Some(word.as_ref()?.units().len()))
        else {
            return;
        };
        let unit = match (self.looking.unit.get_untracked(), direction) {
            (None, Direction::Next) => Some(0),
            (None, Direction::Previous) => units.checked_sub(1),
            (Some(unit), Direction::Next) => Some(unit + 1).filter(|unit| *unit < units),
            (Some(unit), Direction::Previous) => unit.checked_sub(1),
        };
        self.narrow(unit);
    }

    /// Looks at one character of the word by itself, by its index; or at the whole word.
    pub(super) fn narrow(self, unit: Option<usize>) {
        let Some(word) = self.looking.word.get_untracked() else { return };
        // A word of one character is that character.
        let unit = unit.filter(|_| word.units().len() > 1);
        if self.looking.unit.get_untracked() == unit {
            return;
        }
        self.looking.unit.set(unit);
        self.ask_why(&word);
    }

    fn look_at(self, word: Word) {
        let place = |word: &Word| (word.at.letter, word.token.surface.clone());
        let before = self.looking.word.with_untracked(|before| before.as_ref().map(place));
        if before != Some(place(&word)) {
            self.looking.unit.set(None);
            self.looking.places.set(None);
        }
        if before.map(|(at, _)| at) != Some(word.at.letter) {
            self.looking.typed.set(String::new());
        }
        self.looking.word.set(Some(word.clone()));
        self.ask_why(&word);
        self.find_places(word.token.surface);
    }

    /// Where else the word stands.
    fn find_places(self, surface: String) {
        let Some(sheet) = self.sheet() else { return };
        spawn_local(async move {
            let places = sheet.places(&surface).await;
            let is_still = |word: &Option<Word>| {
                word.as_ref().is_some_and(|word| word.token.surface == surface)
            };
            if self.looking.word.try_with_untracked(is_still) == Some(true) {
                self.looking.places.set(Some(places));
            }
        });
    }

    fn ask_why(self, word: &Word) {
        let asked = self.looking.asked.get_value() + 1;
        self.looking.asked.set_value(asked);
        let readings = self.marks.with_untracked(|marks| marks.readings_at(word.line_start.byte));
        // A character is asked for by itself: all that the dictionaries have for it.
        let unit = self.looking.unit.get_untracked();
        let unit = unit.and_then(|unit| word.units().get(unit).cloned());
        let (line, at) = match unit {
            Some(unit) => (unit, 0),
            None => (word.line.clone(), word.at.letter - word.line_start.letter),
        };
        self.looking.why.set(Why::Asking);
        self.shell.worker().explain(line, at, readings, move |result| {
            if self.looking.asked.try_get_value() == Some(asked) {
                self.looking.why.set(match result {
                    Ok(Outcome::Explained(Some(explanation))) => Why::Known(explanation),
                    _ => Why::Missing,
                });
            }
        });
    }

    /// The article has been read otherwise: what is open is looked at again.
    pub(super) fn look_again(self) {
        if let (Some(word), Some(sheet)) = (self.looking.word.get_untracked(), self.sheet()) {
            match sheet.word_at(word.at.letter) {
                Some(word) => self.look_at(word),
                None => self.looking.word.set(None),
            }
        }
    }

    /// The marks have changed: the word at this `char` is looked at as it is now.
    pub(super) fn look_anew(self, letter: u32) {
        let Some(sheet) = self.sheet() else { return };
        if self.looking.word.get_untracked().is_none() {
            return;
        }
        if let Some(word) = sheet.word_at(letter) {
            sheet.show(word.place);
            self.looking.opens.set(Opens::Choosing);
            self.look_at(word);
        }
    }

    /// Closes the panel; the word it was about has the focus again.
    pub(super) fn close_panel(self) {
        self.looking.word.set(None);
        if let Some(sheet) = self.sheet() {
            sheet.show_unit(None);
            sheet.focus(None);
        }
    }

    /// Closes the panel, because the person has gone elsewhere.
    pub(super) fn leave_panel(self) {
        if self.looking.word.get_untracked().is_some() {
            self.looking.word.set(None);
            if let Some(sheet) = self.sheet() {
                sheet.show_unit(None);
                sheet.look_away();
            }
        }
    }

    /// Goes to the next word to check by key: it has the focus then, or its panel where one is open.
    pub(super) fn step_to(self, direction: Direction) {
        let Some((sheet, step)) = self.step(Walk::ToCheck, direction) else { return };
        let label = self.label(step);
        if self.looking.word.get_untracked().is_some() {
            self.looking.said.set(label);
            self.look();
        } else {
            sheet.focus(Some(&label));
        }
    }

    /// Goes to the next word that the walk visits, by a button, which keeps the focus.
    pub(super) fn walk(self, walk: Walk) {
        if let Some((_, step)) = self.step(walk, Direction::Next) {
            self.leave_panel();
            self.looking.said.set(self.label(step));
            if let Some(sheet) = self.sheet() {
                sheet.show(step.place);
            }
        }
    }

    fn step(self, walk: Walk, direction: Direction) -> Option<(crate::article::Sheet, Step)> {
        let sheet = self.sheet()?;
        let Some(step) = sheet.step(walk, direction) else {
            self.looking.said.set(t!("check.nothing").into_owned());
            return None;
        };
        Some((sheet, step))
    }

    fn label(self, step: Step) -> String {
        let style = self.shell.settings.get_untracked().style();
        let word = self.sheet().and_then(|sheet| sheet.word(step.place));
        word.map_or_else(String::new, |word| text::step_label(&word.token, &style, step))
    }

    /// Moves the focus among the words.
    pub(super) fn go(self, toward: Toward) {
        if let Some(sheet) = self.sheet()
            && sheet.go(toward)
        {
            sheet.focus(None);
        }
    }

    /// Goes to a word of the list.
    pub(super) fn go_to(self, letter: u32) {
        let Some(sheet) = self.sheet() else { return };
        if let Some(word) = sheet.word_at(letter) {
            self.leave_panel();
            sheet.show(word.place);
            sheet.focus(None);
        }
    }

    /// Opens the list, or closes it.
    pub(super) fn toggle_list(self) {
        match self.looking.list.get_untracked() {
            List::Closed => {
                self.looking.limit.set_value(LISTED);
                self.looking.list.set(List::Looking);
                self.make_list();
            }
            List::Looking | List::Open(_) => self.looking.list.set(List::Closed),
        }
    }

    pub(super) fn list_more(self) {
        self.looking.limit.update_value(|limit| *limit += LISTED);
        self.make_list();
    }

    /// How many words of each flag the list holds at most.
    pub(super) fn listed(self) -> usize {
        self.looking.limit.get_value()
    }

    /// Makes the open list anew whenever there is something else to check.
    pub(super) fn keep_list(self) {
        effect(move |_| {
            self.counts.track();
            if self.looking.list.get_untracked() != List::Closed {
                self.make_list();
            }
        });
    }

    fn make_list(self) {
        let Some(sheet) = self.sheet() else { return };
        let limit = self.listed();
        spawn_local(async move {
            let entries = sheet.list(limit).await;
            let wanted = self.looking.limit.try_get_value() == Some(limit);
            // It may have been closed meanwhile.
            if wanted && self.looking.list.get_untracked() != List::Closed {
                self.looking.list.set(List::Open(entries));
            }
        });
    }
}
