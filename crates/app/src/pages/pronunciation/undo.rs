//! Undoing and doing again: the buttons in the bar, and what they say.

use leptos::ev;
use leptos::prelude::*;
use thakim_document::export::Style;
use wasm_bindgen::JsCast;

use super::reader::Reader;
use crate::article::history::{Deed, History, Scope, Step};
use crate::effect::memo;
use crate::element::{self, IntoView};
use crate::parts::{self, Icon};
use crate::shell::Past;
use crate::store::Kept;
use crate::text::Words;
use crate::text::t;

/// What would be undone, and what would be done again.
#[derive(Clone, PartialEq, Debug, Default)]
pub(super) struct Told {
    done: Option<Deed>,
    undone: Option<Deed>,
}

/// Which way through what was done.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Way {
    Undo,
    Redo,
}

impl Reader {
    /// What was done to this article before its page was left is remembered.
    pub(super) fn recall(self, kept: &Kept) {
        let id = self.shell.desk().summary().id;
        self.shell.with_past(|past| *past = Some(Past::of(id, kept, past.take())));
        self.tell();
    }

    /// Notes what was done.
    pub(super) fn remember(self, step: Step) {
        self.with_history(|history| history.push(step));
        self.tell();
    }

    /// Undoes the last step, or does again what was undone last, and goes where it was.
    pub(super) fn go_through(self, way: Way) {
        let before = self.marks.get_untracked();
        let mut marks = before.clone();
        let step = self.with_history(|history| match way {
            Way::Undo => history.undo(&mut marks),
            Way::Redo => history.redo(&mut marks),
        });
        let Some(step) = step.flatten() else { return };
        let focus = FocusedButton::now();
        self.leave_panel();
        self.looking.outcome.set(None);
        if let Some(change) = &step.own {
            match way {
                Way::Undo => self.shell.own().undo(change),
                Way::Redo => self.shell.own().redo(change),
            }
        }
        self.put(marks);
        self.tell();
        self.ask_as_needed(&before);
        self.spread_as_needed(&before, |_| ());
        let said = told(&step.deed, &self.shell.settings.get_untracked().style());
        self.looking.said.set(match way {
            Way::Undo => t!("correcting.undone", what = said).into_owned(),
            Way::Redo => t!("correcting.redone", what = said).into_owned(),
        });
        self.return_to(step.at);
        focus.restore();
    }

    /// Shows the place where something was done. Who works with the keys has the focus there.
    fn return_to(self, at: Option<u32>) {
        let (Some(sheet), Some(at)) = (self.sheet(), at) else { return };
        if let Some(word) = sheet.word_at(at) {
            sheet.show(word.place);
            if FocusedButton::now().0.is_none() {
                sheet.focus(None);
            }
        }
    }

    pub(super) fn with_history<T>(self, act: impl FnOnce(&mut History) -> T) -> Option<T> {
        self.shell.with_past(|past| past.as_mut().map(|past| act(&mut past.history))).flatten()
    }

    fn tell(self) {
        let told = self.with_history(|history| Told {
            done: history.last_done().map(|step| step.deed.clone()),
            undone: history.last_undone().map(|step| step.deed.clone()),
        });
        self.told.set(told.unwrap_or_default());
    }
}

/// A button of this pair that has the focus.
struct FocusedButton(Option<web_sys::HtmlElement>);

impl FocusedButton {
    fn now() -> FocusedButton {
        let focused = document().active_element();
        let button = focused.filter(|focused| focused.matches(".history button") == Ok(true));
        FocusedButton(button.and_then(|button| button.dyn_into().ok()))
    }

    /// One that has nothing to do any more cannot keep the focus: the other one takes it.
    fn restore(self) {
        let Some(button) = self.0 else { return };
        request_animation_frame(move || {
            if button.has_attribute("disabled") {
                let other = document().query_selector(".history button:not([disabled])");
                if let Some(other) = other.ok().flatten().and_then(|one| one.dyn_into().ok()) {
                    let other: web_sys::HtmlElement = other;
                    let _ = other.focus();
                }
            }
        });
    }
}

/// The two buttons of the bar.
pub(super) fn buttons(reader: Reader) -> impl IntoView {
    let button = move |way: Way, icon: Icon, nothing: Words, class: &'static str| {
        let deed = memo(move || {
            reader.told.with(|told| match way {
                Way::Undo => told.done.clone(),
                Way::Redo => told.undone.clone(),
            })
        });
        let words = move || {
            let Some(deed) = deed.get() else { return nothing.to_string() };
            let what = self::told(&deed, &reader.shell.settings.get().style());
            match way {
                Way::Undo => t!("correcting.undo-what", what = what).into_owned(),
                Way::Redo => t!("correcting.redo-what", what = what).into_owned(),
            }
        };
        let label = memo(words);
        element::button()
            .attr("type", "button")
            .class(class)
            .attr("disabled", move || deed.get().is_none().then_some(""))
            .attr("aria-label", move || label.get())
            .attr("title", move || label.get())
            .on(ev::click, move |_| reader.go_through(way))
            .child(parts::icon(icon))
    };
    element::div()
        .class("history")
        .attr("role", "group")
        .attr("aria-label", t!("correcting.history"))
        .child((
            button(Way::Undo, Icon::Undo, t!("correcting.undo"), "undo"),
            button(Way::Redo, Icon::Redo, t!("correcting.redo"), "redo"),
        ))
}

/// What was done, in a few words.
fn told(deed: &Deed, style: &Style) -> String {
    let words = match deed {
        Deed::Read { surface, reading, scope } => {
            let reading = style.reading(reading);
            match scope {
                Scope::Here => t!("correcting.deed.here", word = surface, reading = reading),
                Scope::Article => t!("correcting.deed.article", word = surface, reading = reading),
                Scope::Always => t!("correcting.deed.always", word = surface, reading = reading),
            }
        }
        Deed::TakenBack { surface } => t!("correcting.deed.taken-back", word = surface),
        Deed::Split { before, behind } => {
            t!("correcting.deed.split", before = before, behind = behind)
        }
        Deed::Joined { surface } => t!("correcting.deed.joined", word = surface),
        Deed::Preferred => t!("correcting.deed.preferred"),
        Deed::Declined => t!("correcting.deed.declined"),
    };
    words.into_owned()
}
