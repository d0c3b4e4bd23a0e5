//! What it is made of, and the copy of it on this machine.

mod copy;

use leptos::prelude::*;

use super::{lines, masthead};
use crate::parts;
use crate::text;
use crate::text::t;

/// The page at `/about/`.
pub fn about() -> AnyView {
    leptos::html::div()
        .class("sheet prose")
        .child((
            masthead(),
            leptos::html::main().id("main").child((
                leptos::html::h1().child(t!("shell.about")),
                lines(text::ABOUT_PAGE),
                leptos::html::h2().child(t!("about.this-copy")),
                copy::this_copy(),
            )),
            parts::footer(),
        ))
        .into_any()
}
