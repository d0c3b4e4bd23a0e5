//! How to use it.

use leptos::prelude::*;

use super::{lines, masthead};
use crate::parts;
use crate::text;

/// The page at `/help/`.
pub fn help() -> AnyView {
    leptos::html::div()
        .class("sheet prose")
        .child((
            masthead(),
            leptos::html::main()
                .id("main")
                .child((leptos::html::h1().child(text::HELP), lines(text::HELP_PAGE))),
            parts::footer(),
        ))
        .into_any()
}
