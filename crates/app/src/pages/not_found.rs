//! An address without a page.

use leptos::prelude::*;

use super::masthead;
use crate::parts;
use crate::shell::Route;
use crate::text::t;

/// What stands at every other address.
pub fn not_found() -> AnyView {
    let link = leptos::html::a().attr("href", Route::Input.path()).child(t!("shell.home"));
    leptos::html::div()
        .class("sheet prose")
        .child((
            masthead(),
            leptos::html::main().id("main").child((
                leptos::html::h1().child(t!("shell.not-found")),
                leptos::html::p().child(t!("shell.not-found-body")),
                leptos::html::p().child(link),
            )),
            parts::footer(),
        ))
        .into_any()
}
