//! How to use it.

use leptos::prelude::*;
use rust_i18n::t;

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
                .child((leptos::html::h1().child(t!("shell.help")), lines(text::HELP_PAGE))),
            parts::footer(),
        ))
        .into_any()
}
