//! The reader's own dictionary: looking, adding, changing, deleting, files in and out.

mod files;
mod form;
mod keeper;
mod list;
mod note;
mod pager;

use super::masthead;
use crate::element::{self, IntoView, View};
use crate::parts;
use crate::text::t;
use keeper::Keeper;

/// The page at `/dictionary/`.
pub fn dictionary() -> View {
    let keeper = Keeper::new();
    keeper.begin();
    element::div()
        .class("sheet own-words")
        .child((
            masthead(),
            element::main().id("main").child((
                element::h1().child(t!("dictionary.title")),
                element::p().class("own-about").child(t!("dictionary.about")),
                parts::own_trouble(),
                form::form(keeper),
                note::note(keeper),
                list::list(keeper),
            )),
            parts::footer(),
        ))
        .into_view()
}
