//! What a person does with their dictionary.

use std::collections::HashSet;

use leptos::html;
use leptos::prelude::*;
use thakim_document::export::Style;
use thakim_document::own::{OwnWord, Unfit, characters};
use thakim_document::{Candidate, Preference};
use thakim_phonology::{Label, ToneStyle};
use thakim_protocol::Outcome;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::note::Note;
use crate::article::typing::{self, Fault, Typed};
use crate::effect::{effect, memo};
use crate::element::NodeRef;
use crate::own::{Change, Draft, Entry, From, Own, Search};
use crate::shell::Shell;
use crate::signal::{RwSignal, StoredValue};
use crate::time::Debounce;
use crate::worker_client::EngineState;

/// How many entries a page of the list has.
pub(super) const PER_PAGE: usize = 50;

/// How long after the last letter the built-in dictionary is asked, in milliseconds.
const ASK_AFTER: i32 = 250;

#[derive(Clone, Copy)]
pub(super) struct Keeper {
    pub(super) shell: Shell,
    pub(super) own: Own,
    /// What stands in the form.
    pub(super) draft: RwSignal<Draft>,
    /// Whether it was submitted as it stands and could not be taken.
    pub(super) refused: RwSignal<bool>,
    pub(super) search: RwSignal<String>,
    /// Only what comes from here.
    pub(super) from: RwSignal<Option<From>>,
    /// The page of the list, from 0.
    pub(super) page: RwSignal<usize>,
    /// What was found: indexes into all entries.
    pub(super) found: Memo<Vec<u32>>,
    pub(super) checked: Memo<Checked>,
    pub(super) note: RwSignal<Note>,
    /// What the built-in dictionary says of the word in the form.
    pub(super) built_in: RwSignal<BuiltIn>,
    pub(super) word_field: NodeRef<html::Input>,
    pub(super) reading_field: NodeRef<html::Input>,
    pub(super) search_field: NodeRef<html::Input>,
    asking: StoredValue<Option<Debounce>>,
    asked: StoredValue<u32>,
}

/// What stands in the form, looked at.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Checked {
    /// How many characters the word has, or why it can be none.
    pub(super) characters: Result<usize, Unfit>,
    /// The reading, or what is wrong with it.
    pub(super) reading: Result<Typed, Fault>,
    /// How it is shown.
    pub(super) style: Style,
}

/// What the built-in dictionary says of a word.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum BuiltIn {
    /// Nothing was asked, or there is no answer.
    Silent,
    /// It does not have it.
    Missing,
    /// It reads it so.
    Reads(Vec<Candidate>),
}

impl Keeper {
    pub(super) fn new() -> Keeper {
        let shell = Shell::get();
        let own = shell.own();
        let draft = RwSignal::new(Draft::load());
        let search = own.sought;
        let from = RwSignal::new(None);
        let found = memo(move || {
            own.version.track();
            let notation = shell.settings.with(|settings| settings.notation);
            let search = Search::new(&search.get(), notation);
            let from = from.get();
            let all = own.all();
            let fits = |entry: &Entry| {
                from.as_ref().is_none_or(|from| entry.from == *from) && search.finds(entry)
            };
            let found = all.iter().enumerate().filter(|(_, entry)| fits(entry));
            found.map(|(index, _)| index as u32).collect()
        });
        let checked = memo(move || {
            let style = style(shell);
            draft.with(|draft| {
                let characters = characters(draft.surface.trim());
                let needed = characters.clone().unwrap_or(0);
                let reading = typing::check(&draft.typed, &style, needed);
                Checked { characters, reading, style }
            })
        });
        Keeper {
            shell,
            own,
            draft,
            refused: RwSignal::new(false),
            search,
            from,
            page: RwSignal::new(0),
            found,
            checked,
            note: RwSignal::new(Note::Nothing),
            built_in: RwSignal::new(BuiltIn::Silent),
            word_field: NodeRef::new(),
            reading_field: NodeRef::new(),
            search_field: NodeRef::new(),
            asking: StoredValue::new(None),
            asked: StoredValue::new(0),
        }
    }

    pub(super) fn begin(self) {
        // What is typed is kept with every letter: there is little of it.
        effect(move |_| self.draft.with(Draft::save));
        self.asking.set_value(Some(Debounce::new(ASK_AFTER, move || self.ask_built_in())));
        let word = memo(move || self.draft.with(|draft| draft.surface.trim().to_owned()));
        let is_ready = memo(move || matches!(self.shell.engine.get(), EngineState::Ready { .. }));
        effect(move |_| {
            // Read, not only tracked: a memo that nobody reads does not know what it depends on.
            let (_, _) = (word.read(), is_ready.read());
            self.built_in.set(BuiltIn::Silent);
            let ask = |asking: &Option<Debounce>| {
                if let Some(asking) = asking {
                    asking.ask();
                }
            };
            self.asking.with_value(ask);
        });
        // Where nothing comes from any more, nothing is looked for.
        effect(move |_| {
            self.own.version.track();
            let all = self.own.all();
            let is_gone = |from: &Option<From>| {
                from.as_ref().is_some_and(|from| all.iter().all(|entry| entry.from != *from))
            };
            if self.from.with(is_gone) {
                self.from.set(None);
            }
        });
        // A search that finds less has fewer pages.
        effect(move |_| {
            let pages = self.pages();
            if self.page.get_untracked() >= pages {
                self.page.set(pages - 1);
            }
        });
    }

    /// How many pages the list has: one at least.
    pub(super) fn pages(self) -> usize {
        self.found.with(Vec::len).div_ceil(PER_PAGE).max(1)
    }

    /// The entry that is being changed; none for a new word.
    pub(super) fn editing(self) -> Option<Entry> {
        self.own.version.track();
        let id = self.draft.with(|draft| draft.editing.clone());
        if id.is_empty() { None } else { self.own.get(&id) }
    }

    /// Takes what stands in the form.
    pub(super) fn submit(self) {
        let checked = self.checked.get_untracked();
        let draft = self.draft.get_untracked();
        let surface = draft.surface.trim().to_owned();
        let taken = match (checked.characters, checked.reading) {
            (Err(_), _) => Err(self.word_field),
            (Ok(_), Err(_)) => Err(self.reading_field),
            (Ok(_), Ok(typed)) => {
                OwnWord::new(&surface, typed.reading).map_err(|_| self.word_field)
            }
        };
        let word = match taken {
            Ok(word) => word,
            Err(field) => {
                self.refused.set(true);
                focus(field);
                return;
            }
        };
        let label = draft.label.parse().ok().and_then(Label::from_han);
        let note = draft.note.trim().to_owned();
        let word = OwnWord { label, note, ..word };
        let old = if draft.editing.is_empty() { None } else { self.own.get(&draft.editing) };
        let note = match &old {
            Some(old) => {
                let (accent, count) = (old.word.accent, old.word.count);
                let change = self.own.edit(&old.id, OwnWord { accent, count, ..word });
                Note::Saved { surface, change }
            }
            None => match self.own.merge([word], &From::Typed) {
                (change, 0) => Note::Added { surface, change },
                (change, _) => Note::Already { surface, change },
            },
        };
        let shown = match &note {
            Note::Added { change, .. } | Note::Saved { change, .. } => change.added.first(),
            _ => None,
        };
        if let Some(id) = shown.map(|entry| entry.id.clone()) {
            self.turn_to(&id);
        }
        self.note.set(note);
        self.clear();
        match old {
            Some(old) => self.focus_entry(&old.id, ".own-edit"),
            None => focus(self.word_field),
        }
    }

    /// Puts an entry into the form, to be changed.
    pub(super) fn edit(self, entry: &Entry) {
        let style = style(self.shell);
        self.draft.set(Draft {
            surface: entry.word.surface.clone(),
            typed: style.notation.write(&entry.word.reading, &style.options),
            label: entry.word.label.map(|label| label.han().to_string()).unwrap_or_default(),
            note: entry.word.note.clone(),
            editing: entry.id.clone(),
        });
        self.refused.set(false);
        self.note.set(Note::Nothing);
        focus(self.reading_field);
    }

    /// Leaves the entry as it was.
    pub(super) fn cancel(self) {
        let editing = self.draft.with_untracked(|draft| draft.editing.clone());
        self.clear();
        self.focus_entry(&editing, ".own-edit");
    }

    fn clear(self) {
        self.refused.set(false);
        self.draft.set(Draft::default());
    }

    /// Deletes an entry; the one behind it has the focus then.
    pub(super) fn remove(self, entry: &Entry) {
        let all = self.own.all();
        let next = self.found.with_untracked(|found| {
            let at = found.iter().position(|&index| all[index as usize].id == entry.id)?;
            let next = found.get(at + 1).or_else(|| found.get(at.checked_sub(1)?))?;
            Some(all[*next as usize].id.clone())
        });
        let change = self.own.remove(&[&entry.id]);
        self.note.set(Note::Removed { surface: entry.word.surface.clone(), change });
        match next {
            Some(next) => self.focus_entry(&next, ".own-delete"),
            None => focus(self.search_field),
        }
    }

    /// Deletes all that was found.
    pub(super) fn remove_found(self) {
        let all = self.own.all();
        let change = self.found.with_untracked(|found| {
            let ids: Vec<&str> =
                found.iter().map(|&index| all[index as usize].id.as_str()).collect();
            self.own.remove(&ids)
        });
        self.note.set(Note::RemovedMany { change });
        self.from.set(None);
        self.search.set(String::new());
        focus(self.search_field);
    }

    /// Takes back what the note is about.
    pub(super) fn undo(self, change: &Change) {
        self.own.undo(change);
        self.note.set(Note::Undone);
        match change.removed.first() {
            Some(entry) => {
                self.turn_to(&entry.id);
                self.focus_entry(&entry.id, ".own-edit");
            }
            None => focus(self.search_field),
        }
    }

    /// Turns the list to the page of an entry, if it is among those found.
    fn turn_to(self, id: &str) {
        let all = self.own.all();
        let at = self.found.with_untracked(|found| {
            found.iter().position(|&index| all.get(index as usize).is_some_and(|it| it.id == id))
        });
        if let Some(at) = at {
            self.page.set(at / PER_PAGE);
        }
    }

    /// Gives a button of an entry the focus, once the list has been made anew.
    fn focus_entry(self, id: &str, button: &str) {
        let selector = format!("[data-id=\"{id}\"] {button}");
        request_animation_frame(move || {
            let button = document().query_selector(&selector).ok().flatten();
            match button.and_then(|button| button.dyn_into::<HtmlElement>().ok()) {
                Some(button) => drop(button.focus()),
                None => focus(self.search_field),
            }
        });
    }

    /// Asks what the built-in dictionary says of the word in the form.
    fn ask_built_in(self) {
        let Some(word) = self.draft.try_with_untracked(|draft| draft.surface.trim().to_owned())
        else {
            return;
        };
        let is_ready = matches!(self.shell.engine.get_untracked(), EngineState::Ready { .. });
        if characters(&word).is_err() || !is_ready {
            return;
        }
        let asked = self.asked.get_value() + 1;
        self.asked.set_value(asked);
        let surface = word.clone();
        self.shell.worker().explain(word, 0, Preference::Auto, move |result| {
            if self.asked.try_get_value() == Some(asked)
                && self.draft.with_untracked(|draft| draft.surface.trim() == surface)
            {
                let explained = match result {
                    Ok(Outcome::Explained(explained)) => explained,
                    _ => return,
                };
                let explained = explained.filter(|explained| explained.surface == surface);
                let candidates = explained.into_iter().flat_map(|explained| explained.candidates);
                let is_built_in =
                    |candidate: &Candidate| candidate.sources.0 & 0xFFFF != 0 || candidate.derived;
                let candidates: Vec<Candidate> =
                    candidates.map(|explained| explained.candidate).filter(is_built_in).collect();
                self.built_in.set(match candidates.is_empty() {
                    true => BuiltIn::Missing,
                    false => BuiltIn::Reads(candidates),
                });
            }
        });
    }

    /// The words that were found, all of them or none as ids; for what is done with many.
    pub(super) fn is_narrowed(self) -> bool {
        self.from.with(Option::is_some) || self.search.with(|search| !search.trim().is_empty())
    }

    /// How many words there are, those of several readings once.
    pub(super) fn words(self) -> usize {
        self.own.version.track();
        let all = self.own.all();
        let surfaces: HashSet<&str> = all.iter().map(|entry| entry.word.surface.as_str()).collect();
        surfaces.len()
    }
}

/// How readings are shown on this page: as dictionaries have them, and never without tones.
pub(super) fn style(shell: Shell) -> Style {
    let mut style = shell.settings.get().style();
    if style.options.tones == ToneStyle::None {
        style.options.tones = ToneStyle::Mark;
    }
    style
}

fn focus(field: NodeRef<html::Input>) {
    if let Some(field) = field.try_get_untracked().flatten() {
        let _ = field.focus();
        field.select();
    }
}
