//! What is looked for, what was found, and the one that is shown.

use std::cell::Cell;
use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use thakim_phonology::Notation;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::super::reader::Reader;
use super::paint::Painter;
use crate::article::Change;
use crate::article::find::{Match, Query};
use crate::article::walk::Direction;
use crate::effect::effect;
use crate::element::NodeRef;
use crate::signal::{RwSignal, StoredValue};
use crate::text::t;
use crate::time::{self, Debounce};

/// How long the article has to rest before it is searched again, in milliseconds.
const RESTS: i32 = 250;

/// The state of finding in an article.
#[derive(Clone, Copy)]
pub(in super::super) struct Finding {
    pub(super) is_open: RwSignal<bool>,
    pub(super) field: NodeRef<leptos::html::Input>,
    pub(super) count: RwSignal<Count>,
    typed: StoredValue<String>,
    /// What was found so far, in order.
    found: StoredValue<Vec<Match>>,
    /// The `char` of the text from which on the first one is shown.
    from: StoredValue<u32>,
    /// How often has been searched. What an older search still finds is dropped.
    searches: StoredValue<u32>,
    painter: StoredValue<Painter>,
    /// What had the focus before the bar.
    before: StoredValue<Option<HtmlElement>>,
    again: StoredValue<Option<Debounce>>,
}

/// How much was found, and which of it is shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct Count {
    /// The index of the one that is shown.
    pub(super) index: Option<usize>,
    /// How many there are, as far as is known.
    pub(super) of: usize,
    pub(super) state: State,
}

/// How far a search is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) enum State {
    /// Nothing is looked for.
    #[default]
    Resting,
    /// It goes on.
    Searching,
    /// All has been found.
    Done,
}

impl Count {
    /// Whether there is nothing to be found.
    pub(super) fn is_none(self) -> bool {
        self.state == State::Done && self.of == 0
    }

    /// 「3 / 17」
    pub(super) fn said(self) -> Option<String> {
        let of = self.of;
        let more = if self.state == State::Searching { "…" } else { "" };
        match (self.state, self.index) {
            (State::Resting, _) => None,
            (State::Done, _) if of == 0 => Some(t!("finding.none").into_owned()),
            (State::Searching, _) if of == 0 => Some("…".to_owned()),
            (_, Some(index)) => Some(format!("{} / {of}{more}", index + 1)),
            (_, None) => Some(format!("{of}{more}")),
        }
    }
}

impl Finding {
    pub(in super::super) fn new() -> Finding {
        Finding {
            is_open: RwSignal::new(false),
            field: NodeRef::new(),
            count: RwSignal::new(Count::default()),
            typed: StoredValue::default(),
            found: StoredValue::default(),
            from: StoredValue::new(0),
            searches: StoredValue::new(0),
            painter: StoredValue::new(Painter::default()),
            before: StoredValue::new(None),
            again: StoredValue::new(None),
        }
    }

    /// Whether the bar is open.
    pub(in super::super) fn is_open(self) -> bool {
        self.is_open.get_untracked()
    }

    pub(super) fn typed(self) -> String {
        self.typed.get_value()
    }

    /// Whether one writes in the bar.
    pub(super) fn has_focus(self) -> bool {
        let focused = document().active_element();
        let field = self.field.get_untracked();
        focused.zip(field).is_some_and(|(focused, field)| focused.is_same_node(Some(&field)))
    }

    /// The one that is shown.
    fn present(self) -> Option<Match> {
        let index = self.count.try_get_untracked()?.index?;
        self.found.try_with_value(|found| found.get(index).copied()).flatten()
    }
}

/// Whether somebody who had typed one thing and now has another goes on with it: by letters behind it, or by
/// taking away the last.
fn goes_on(before: &str, typed: &str) -> bool {
    let one_less = before.char_indices().next_back().map_or("", |(last, _)| &before[..last]);
    typed.starts_with(before) || typed == one_less
}

impl Reader {
    /// Searches again when the article has changed, and marks what was found where it stands now.
    pub(super) fn follow_changes(self) {
        let again = Debounce::new(RESTS, move || self.search_again());
        self.finding.again.set_value(Some(again));
        let is_asked = Rc::new(Cell::new(false));
        let listener = Rc::new(move |change: Change| {
            if self.finding.is_open.try_get_untracked() != Some(true) {
                return;
            }
            if change == Change::Read {
                self.ask_search();
            }
            if !is_asked.replace(true) {
                let is_asked = is_asked.clone();
                request_animation_frame(move || {
                    is_asked.set(false);
                    self.paint();
                });
            }
        });
        let listener = StoredValue::new(listener);
        effect(move |_| {
            // The sheet is made when the article comes.
            self.tally.track();
            if let (Some(sheet), Some(listener)) = (self.sheet(), listener.try_get_value()) {
                sheet.listen(Some(listener));
            }
        });
        effect(move |before: Option<()>| {
            self.shell.settings.track();
            if before.is_some() && self.finding.is_open() {
                self.ask_search();
            }
        });
        on_cleanup(move || {
            self.finding.painter.try_update_value(Painter::clear);
        });
    }

    fn ask_search(self) {
        self.finding.again.try_with_value(|again| {
            if let Some(again) = again {
                again.ask();
            }
        });
    }

    /// Opens the bar, or goes to it, with what was looked for last ready to be written over.
    pub(super) fn open_find(self) {
        let finding = self.finding;
        if !finding.is_open() {
            let focused = document().active_element().and_then(|focused| focused.dyn_into().ok());
            finding.before.set_value(focused);
            finding.from.set_value(self.here());
            self.leave_panel();
            finding.is_open.set(true);
            self.search(true);
        }
        // The bar is there after this turn.
        request_animation_frame(move || {
            if let Some(field) = finding.field.try_get_untracked().flatten() {
                let _ = field.focus();
                field.select();
            }
        });
    }

    /// Closes the bar; the word that was found has the focus then, or what had it before.
    pub(in super::super) fn close_find(self) {
        let finding = self.finding;
        let present = finding.present();
        finding.searches.update_value(|searches| *searches += 1);
        finding.is_open.set(false);
        finding.painter.try_update_value(Painter::clear);
        let has_word = present
            .and_then(|present| self.sheet().map(|sheet| sheet.focus_found(present)))
            .unwrap_or(false);
        if !has_word {
            let before = finding.before.try_get_value().flatten();
            let before = before.filter(|before| before.is_connected());
            let button = || document().get_element_by_id("find-button")?.dyn_into().ok();
            if let Some(element) = before.or_else(button) {
                let element: HtmlElement = element;
                let _ = element.focus();
            }
        }
    }

    /// Looks for what was typed.
    pub(super) fn look_for(self, typed: String) {
        let (is_same, goes_on) =
            self.finding.typed.with_value(|before| (*before == typed, goes_on(before, &typed)));
        if is_same {
            return;
        }
        // Who types on goes on from where they began; something else is looked for from what is seen.
        if !goes_on {
            self.finding.from.set_value(self.here());
        }
        self.finding.typed.set_value(typed);
        self.search(true);
    }

    /// Shows the next one, or the one before; behind the last comes the first.
    pub(super) fn walk_found(self, direction: Direction) {
        let count = self.finding.count.get_untracked();
        if count.of == 0 {
            return;
        }
        let index = match (count.index, direction) {
            (Some(index), Direction::Next) => (index + 1) % count.of,
            (Some(index), Direction::Previous) => (index + count.of - 1) % count.of,
            (None, Direction::Next) => 0,
            (None, Direction::Previous) => count.of - 1,
        };
        self.finding.count.set(Count { index: Some(index), ..count });
        // What is still to come begins here.
        if let Some(present) = self.finding.present() {
            self.finding.from.set_value(present.from);
        }
        self.leave_panel();
        self.show_present();
    }

    fn search_again(self) {
        if self.finding.is_open.try_get_untracked() == Some(true) {
            self.search(false);
        }
    }

    /// Searches the article from its beginning, at idle moments. `goes_there`: the first one behind
    /// where one was is scrolled to.
    fn search(self, goes_there: bool) {
        let finding = self.finding;
        let search = finding.searches.get_value() + 1;
        finding.searches.set_value(search);
        let settings = self.shell.settings.get_untracked();
        let style = settings.style();
        let mut notations =
            vec![(settings.notation, settings.options()), (Notation::Tl, Default::default())];
        notations.extend(settings.look().second.map(|second| (second.notation, second.options)));
        let query = finding.typed.with_value(|typed| Query::new(typed, &notations));
        let (Some(query), Some(sheet)) = (query, self.sheet()) else {
            finding.found.set_value(Vec::new());
            finding.count.set(Count::default());
            self.paint();
            return;
        };
        let is_new = move || finding.searches.try_get_value() == Some(search);
        spawn_local(async move {
            // Typing comes first.
            time::idle().await;
            if !is_new() {
                return;
            }
            let (is_first, is_shown) = (Cell::new(true), Cell::new(false));
            let hand_over = |some: Vec<Match>| {
                if !is_new() {
                    return false;
                }
                finding.found.update_value(|found| {
                    if is_first.replace(false) {
                        found.clear();
                    }
                    found.extend(some);
                });
                self.count_found(State::Searching, goes_there, &is_shown);
                true
            };
            sheet.search(query, style, hand_over).await;
            if is_new() {
                self.count_found(State::Done, goes_there, &is_shown);
                self.paint();
            }
        });
    }

    /// Counts what has been found so far; the first one behind where one was becomes the one shown, and is
    /// shown once.
    fn count_found(self, state: State, goes_there: bool, is_shown: &Cell<bool>) {
        let finding = self.finding;
        let from = finding.from.get_value();
        let (of, behind) = finding
            .found
            .with_value(|found| (found.len(), found.partition_point(|one| one.from < from)));
        let old = finding.count.get_untracked();
        let index = match state {
            _ if behind < of => Some(behind),
            // All of them stand before it: begin again.
            State::Done if of > 0 => Some(0),
            _ => None,
        };
        let count = Count { index, of, state };
        if old != count {
            finding.count.set(count);
        }
        if index.is_some() && !is_shown.replace(true) {
            if goes_there {
                self.show_present();
            } else {
                self.paint();
            }
        }
    }

    fn show_present(self) {
        if let (Some(sheet), Some(present)) = (self.sheet(), self.finding.present()) {
            sheet.show_found(present);
        }
        self.paint();
    }

    fn paint(self) {
        let Some(sheet) = self.sheet() else { return };
        let present = self.finding.present();
        if self.finding.is_open.try_get_untracked() != Some(true) {
            return;
        }
        let all = self.finding.found.try_with_value(|found| sheet.ranges(found));
        let now = present.map(|present| (sheet.ranges(&[present]), sheet.elements(present)));
        self.finding.painter.try_update_value(|painter| {
            painter.paint(&all.unwrap_or_default(), now.unwrap_or_default());
        });
    }

    /// The `char` of the text where the person is: at the word that is looked at or has the focus, or at what the window
    /// shows.
    fn here(self) -> u32 {
        let Some(sheet) = self.sheet() else { return 0 };
        let word = self.looking.word.get_untracked().or_else(|| sheet.current_in_focus());
        word.map_or_else(|| sheet.first_in_window(), |word| word.at.letter)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_in_place_of_something_begins_anew() {
        assert!(goes_on("", "t"));
        assert!(goes_on("ta", "tai"));
        assert!(goes_on("臺灣", "臺"));
        assert!(!goes_on("tai-uan", "t"));
        assert!(!goes_on("讀冊", "臺"));
    }
}
