//! What it is made of, and the copy of it on this machine.

mod copy;

use super::{lines, masthead};
use crate::element::{self, IntoView, View};
use crate::parts;
use crate::text;
use crate::text::t;

/// The page at `/about/`.
pub fn about() -> View {
    element::div()
        .class("sheet prose")
        .child((
            masthead(),
            element::main().id("main").child((
                element::h1().child(t!("shell.about")),
                lines(text::ABOUT_PAGE),
                element::h2().child(t!("about.this-copy")),
                copy::this_copy(),
            )),
            parts::footer(),
        ))
        .into_view()
}
