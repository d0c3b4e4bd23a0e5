//! The one line of a first visit that tells how to look at a word.

use crate::effect::{effect, memo};
use crate::element::{self, IntoView};
use crate::signal::RwSignal;
use crate::text::t;
use leptos::ev;
use leptos::prelude::*;

use super::reader::{Reader, Run};
use crate::shell::Route;
use crate::visit;

/// The line, until the person looks at a word or says that they know.
pub(super) fn hint(reader: Reader) -> impl IntoView {
    let is_shown = RwSignal::new(!visit::knows());
    let learn = move || {
        if is_shown.get_untracked() {
            visit::learns();
            is_shown.set(false);
        }
    };
    effect(move |_| {
        if reader.looking.word.with(Option::is_some) {
            learn();
        }
    });
    let is_there = memo(move || {
        // Beside what is still waited for it would be one thing too many.
        is_shown.get() && !matches!(reader.run.get(), Run::Looking | Run::Waiting | Run::Failed(_))
    });
    move || {
        is_there.get().then(|| {
            element::p().class("hint").child((
                element::span().child((
                    t!("first.look"),
                    " ",
                    element::a()
                        .attr("href", format!("{}#correct", Route::Help.path()))
                        .child(t!("shell.help")),
                )),
                element::button()
                    .attr("type", "button")
                    .class("close")
                    .attr("aria-label", t!("first.known"))
                    .attr("title", t!("first.known"))
                    .on(ev::click, move |_| learn()),
            ))
        })
    }
}
