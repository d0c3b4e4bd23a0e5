//! The text area and what is done with it.
//!
//! Its text stays in the browser's own string: it may have millions of characters, and none of them
//! passes through a signal or through the page's memory.

use std::rc::Rc;

use js_sys::{JsString, Reflect};
use leptos::prelude::*;
use leptos::task::spawn_local;
use thakim_document::Preference;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::File;

use super::note::{Before, Note};
use crate::article::marks::Marks;
use crate::boot;
use crate::effect::effect;
use crate::element::NodeRef;
use crate::files;
use crate::saved;
use crate::shell::{self, Route, Shell};
use crate::signal::{RwSignal, StoredValue};
use crate::store::{Kept, Kind};
use crate::text;
use crate::time::Pace;

/// How often the draft is kept while somebody types, in milliseconds. Somebody whose tab is killed loses
/// no more than that.
const KEEP_EACH: i32 = 500;

#[derive(Clone, Copy)]
pub(in crate::pages) struct Editor {
    pub(super) area: NodeRef<leptos::html::Textarea>,
    pub(super) note: RwSignal<Note>,
    /// Which readings are asked for.
    pub(super) readings: RwSignal<Preference>,
    /// Whether nothing is written in it.
    pub(super) is_empty: RwSignal<bool>,
    shell: Shell,
    /// What stood there before a file or the sample was put in its place.
    before: StoredValue<Option<JsString>>,
    keeping: StoredValue<Option<Rc<Pace>>>,
}

impl Editor {
    pub(super) fn new() -> Editor {
        Editor {
            area: NodeRef::new(),
            note: RwSignal::new(Note::Nothing),
            readings: RwSignal::new(Preference::Auto),
            is_empty: RwSignal::new(true),
            shell: Shell::get(),
            before: StoredValue::new(None),
            keeping: StoredValue::new(None),
        }
    }

    /// Puts the tab's text back as soon as the text area is there, and keeps the draft from then on.
    pub(super) fn begin(self) {
        self.keeping.set_value(Some(Pace::new(KEEP_EACH, move || self.keep())));
        effect(move |_| {
            let Some(area) = self.area.get() else { return };
            let _ = area.focus();
            self.load();
        });
        self.shell.desk().on_leave(Some(Rc::new(move || self.keep_now())));
        // A closed tab or a page left in the middle of a word loses nothing.
        let leaving = window_event_listener(leptos::ev::pagehide, move |_| self.keep_now());
        // A tab that goes out of sight may never come back: it sleeps, and is dropped for want of memory.
        let hiding = window_event_listener(leptos::ev::visibilitychange, move |_| self.keep_now());
        let flushing = window_event_listener_untyped("thakim-flush", move |event| {
            if self.forget_keeping()
                && let Some(keeping) = self.keeping()
            {
                boot::wait_for(&event, keeping);
            }
        });
        on_cleanup(move || {
            leaving.remove();
            hiding.remove();
            flushing.remove();
            self.keep_now();
            self.shell.desk().on_leave(None);
        });
    }

    /// A key was pressed, or something pasted.
    pub(super) fn changed(self) {
        if self.note.get_untracked() != Note::Nothing {
            self.note.set(Note::Nothing);
        }
        // What begins a burst of changes is kept at once: a paste is one change, and who pastes may leave.
        if self.keeping.with_value(|pace| pace.as_ref().is_some_and(|pace| pace.ask())) {
            self.keep();
        }
        self.is_empty.set(self.value().is_none_or(|value| value.length() == 0));
    }

    /// Puts what lies on the desk into the text area.
    fn load(self) {
        spawn_local(async move {
            let found = self.shell.desk().text_to_edit().await;
            // Who has typed meanwhile keeps what they typed.
            if let Some(kept) = self.shell.kept(found).flatten()
                && self.value().is_some_and(|value| value.length() == 0)
            {
                self.set_value(&kept.text);
                self.readings.set(kept.marks.readings);
            }
            // Now it is known what the article is called.
            self.shell.shelf.changed();
        });
    }

    /// Another article lies on the desk: its text takes the place of what stood here, which has been kept.
    pub(in crate::pages) fn turn(self) {
        self.forget_keeping();
        self.note.set(Note::Nothing);
        self.before.set_value(None);
        self.readings.set(Preference::Auto);
        self.set_value(&JsString::from(""));
        self.load();
        self.focus();
    }

    /// Begins a new article; the one before is kept.
    pub(super) fn start_new(self) {
        self.shell.desk().start_new();
        self.turn();
    }

    /// Asks for other readings; kept with the draft.
    pub(super) fn set_readings(self, readings: Preference) {
        self.readings.set(readings);
        self.changed();
    }

    pub(super) fn submit(self) {
        let Some(value) = self.value() else { return };
        if value.trim().length() == 0 {
            self.note.set(Note::Empty);
            self.focus();
            return;
        }
        self.forget_keeping();
        let (shell, kept) =
            (self.shell, self.shell.desk().submit(value, self.readings.get_untracked()));
        spawn_local(async move {
            shell.written(kept.await);
        });
        shell::go(shell, Route::Pronunciation);
    }

    pub(super) fn use_sample(self) {
        let before = self.replace(&JsString::from(text::SAMPLE_ARTICLE));
        self.note.set(Note::Sample(before));
        self.focus();
    }

    pub(super) fn open(self, file: File) {
        spawn_local(async move {
            let note = match files::open(&file).await {
                // A file that this page saved is an article of its own.
                Ok(opened) => match saved::file::open(&opened.text) {
                    Some(Ok(saved)) => return saved::arrival::open(self.shell, saved),
                    Some(Err(error)) => Note::Damaged(error),
                    None => {
                        let before = self.replace(&opened.text);
                        Note::Opened(file.name(), opened.encoding, before)
                    }
                },
                Err(error) => Note::NotOpened(error),
            };
            self.note.set(note);
            self.focus();
        });
    }

    /// Undoes the last replacement.
    pub(super) fn put_back(self) {
        if let Some(text) = self.before.try_update_value(Option::take).flatten() {
            self.set_value(&text);
            self.changed();
        }
        self.note.set(Note::Nothing);
        self.focus();
    }

    fn replace(self, text: &JsString) -> Before {
        let old = self.value().filter(|old| old.trim().length() > 0 && old != text);
        let before = if old.is_some() { Before::Text } else { Before::Nothing };
        self.before.set_value(old);
        self.set_value(text);
        self.changed();
        before
    }

    fn focus(self) {
        if let Some(area) = self.area.try_get_untracked().flatten() {
            let _ = area.focus();
        }
    }

    /// The text as the browser's string; none when the page has been left.
    fn value(self) -> Option<JsString> {
        let area = self.area.try_get_untracked().flatten()?;
        Reflect::get(&area, &JsValue::from_str("value")).ok()?.dyn_into().ok()
    }

    fn set_value(self, text: &JsString) {
        if let Some(area) = self.area.try_get_untracked().flatten() {
            let _ = Reflect::set(&area, &JsValue::from_str("value"), text);
            self.is_empty.set(text.length() == 0);
            let _ = area.set_selection_range(0, 0);
            area.set_scroll_top(0);
        }
    }

    fn keep(self) {
        if let Some(keeping) = self.keeping() {
            spawn_local(keeping);
        }
    }

    /// Puts the draft on the desk at once; what is awaited is that the browser keeps it.
    fn keeping(self) -> Option<impl Future<Output = ()> + 'static> {
        let marks = Marks::reading(self.readings.try_get_untracked().unwrap_or_default());
        let draft = Kept { text: self.value()?, marks };
        let (shell, kept) = (self.shell, self.shell.desk().put(Kind::Draft, draft));
        Some(async move {
            shell.written(kept.await);
        })
    }

    /// Keeps the draft if there is anything new in it.
    pub(in crate::pages) fn keep_now(self) {
        if self.forget_keeping() {
            self.keep();
        }
    }

    /// Takes back what is still to be kept. Whether anything is.
    fn forget_keeping(self) -> bool {
        let forget = |pace: &Option<Rc<Pace>>| pace.as_ref().is_some_and(|pace| pace.forget());
        self.keeping.try_with_value(forget).unwrap_or(false)
    }
}
