//! The pages, one a module.

mod about;
mod articles;
mod dictionary;
mod help;
mod input;
mod not_found;
mod pronunciation;

pub use about::about;
pub use articles::articles;
pub use dictionary::dictionary;
pub use help::help;
pub use input::input;
pub use not_found::not_found;
pub use pronunciation::pronunciation;

use leptos::prelude::*;

use crate::shell::Route;
use crate::text::Line;
use crate::text::t;

/// The name of the program, at the head of a page; leads to the input page.
fn masthead() -> impl IntoView {
    leptos::html::header().class("mast").child(
        leptos::html::a().attr("href", Route::Input.path()).child((
            leptos::html::span().class("han").child(t!("shell.name")),
            leptos::html::span().attr("lang", "nan-Latn-tailo").child(t!("shell.romanised")),
        )),
    )
}

/// The lines of a page that is only text. Items that follow each other are one list.
fn lines(lines: &'static [Line]) -> impl IntoView {
    lines
        .chunk_by(|one, next| matches!((one, next), (Line::Item(..), Line::Item(..))))
        .map(|group| match group {
            [Line::Heading(heading)] => leptos::html::h2().child(t!(*heading)).into_any(),
            [Line::Text(text)] => leptos::html::p().child(t!(*text)).into_any(),
            items => leptos::html::dl().child(items.iter().map(item).collect_view()).into_any(),
        })
        .collect_view()
}

fn item(line: &'static Line) -> Option<impl IntoView + use<>> {
    match *line {
        Line::Item(term, meaning) => {
            Some((leptos::html::dt().child(t!(term)), leptos::html::dd().child(t!(meaning))))
        }
        Line::Heading(_) | Line::Text(_) => None,
    }
}
