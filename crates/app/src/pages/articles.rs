//! The articles of this browser: the list on the page where a text is pasted, and the page of all of them.

mod list;
mod naming;
mod report;
mod row;
mod title;
mod transfer;
mod when;

pub(super) use list::{Turn, recent};
pub(super) use title::title;

use crate::element::{self, IntoView, View};
use crate::text::t;

use super::masthead;
use crate::parts;
use crate::shell::{self, Route, Shell};
use crate::store::Told;

/// The page at `/articles/`.
pub fn articles() -> View {
    let shell = Shell::get();
    let begin = move || {
        shell.desk().start_new();
        shell::go(shell, Route::Input);
    };
    element::div()
        .class("sheet prose")
        .child((
            masthead(),
            element::main().id("main").class("articles-page").child((
                element::div().class("articles-head").child((
                    element::h1().child(t!("articles.title")),
                    parts::button(t!("articles.new"), begin),
                )),
                list::all(Turn::elsewhere()),
                transfer::transfer(),
                parts::storage_status(),
            )),
            parts::footer(),
        ))
        .into_view()
}

/// Says that this tab goes on with a copy, as long as nobody has read it.
pub(super) fn copied_line() -> impl IntoView {
    let told = Shell::get().shelf.told;
    element::div().class("status").attr("role", "status").child(move || {
        let copied = told.get() == Some(Told::Copied);
        copied.then(|| {
            let read = parts::button(t!("articles.understood"), move || told.set(None));
            element::p().class("notice").child((t!("articles.copied"), read))
        })
    })
}
