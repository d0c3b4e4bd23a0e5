//! An address without a page.

use leptos::prelude::*;

use super::masthead;
use crate::parts;
use crate::shell::Route;
use crate::text;

/// What stands at every other address.
pub fn not_found() -> AnyView {
    let link = leptos::html::a().attr("href", Route::Input.path()).child(text::HOME);
    leptos::html::div()
        .class("sheet prose")
        .child((
            masthead(),
            leptos::html::main().id("main").child((
                leptos::html::h1().child(text::NOT_FOUND),
                leptos::html::p().child(text::NOT_FOUND_BODY),
                leptos::html::p().child(link),
            )),
            parts::footer(),
        ))
        .into_any()
}
