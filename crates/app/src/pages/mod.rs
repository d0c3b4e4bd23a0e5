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

use crate::element::{self, IntoView, Views};
use crate::shell::Route;
use crate::text::Line;
use crate::text::t;

/// The name of the program, at the head of a page; leads to the input page.
fn masthead() -> impl IntoView {
    element::header().class("mast").child(element::a().attr("href", Route::Input.path()).child((
        element::span().class("han").child(t!("shell.name")),
        element::span().attr("lang", "nan-Latn-tailo").child(t!("shell.romanised")),
    )))
}

/// The lines of a page that is only text. Items that follow each other are one list.
fn lines(lines: &'static [Line]) -> impl IntoView {
    lines
        .chunk_by(|one, next| matches!((one, next), (Line::Item(..), Line::Item(..))))
        .map(|group| match group {
            [Line::Heading(heading)] => element::h2().child(t!(*heading)).into_view(),
            [Line::Text(text)] => element::p().child(t!(*text)).into_view(),
            items => element::dl().child(items.iter().map(item).views()).into_view(),
        })
        .views()
}

fn item(line: &'static Line) -> Option<impl IntoView + use<>> {
    match *line {
        Line::Item(term, meaning) => {
            Some((element::dt().child(t!(term)), element::dd().child(t!(meaning))))
        }
        Line::Heading(_) | Line::Text(_) => None,
    }
}
