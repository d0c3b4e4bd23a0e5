//! An address without a page.

use super::masthead;
use crate::element::{self, IntoView, View};
use crate::parts;
use crate::shell::Route;
use crate::text::t;

/// What stands at every other address.
pub fn not_found() -> View {
    let link = element::a().attr("href", Route::Input.path()).child(t!("shell.home"));
    element::div()
        .class("sheet prose")
        .child((
            masthead(),
            element::main().id("main").child((
                element::h1().child(t!("shell.not-found")),
                element::p().child(t!("shell.not-found-body")),
                element::p().child(link),
            )),
            parts::footer(),
        ))
        .into_view()
}
