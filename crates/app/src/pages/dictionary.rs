//! The reader's own dictionary: looking, adding, changing, deleting, files in and out.

mod files;
mod form;
mod keeper;
mod list;
mod note;
mod pager;

use leptos::prelude::*;

use super::masthead;
use crate::parts;
use crate::text::t;
use keeper::Keeper;

/// The page at `/dictionary/`.
pub fn dictionary() -> AnyView {
    let keeper = Keeper::new();
    keeper.begin();
    leptos::html::div()
        .class("sheet own-words")
        .child((
            masthead(),
            leptos::html::main().id("main").child((
                leptos::html::h1().child(t!("dictionary.title")),
                leptos::html::p().class("own-about").child(t!("dictionary.about")),
                parts::own_trouble(),
                form::form(keeper),
                note::note(keeper),
                list::list(keeper),
            )),
            parts::footer(),
        ))
        .into_any()
}
