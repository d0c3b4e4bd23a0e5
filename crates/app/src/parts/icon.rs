//! Small pictures for buttons, drawn in the colour of their words.
//!
//! Elements, never markup: each is made of one path. A picture says nothing to a screen reader; the button
//! that has it has words of its own.

use crate::element::{self, IntoView};

/// What a picture means.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Icon {
    /// Back to where one came from.
    Back,
    /// Close what is open.
    Close,
    /// Copy to the clipboard.
    Copy,
    /// Delete.
    Delete,
    /// How the readings are written.
    Notation,
    /// Find.
    Find,
    /// The whole screen.
    Full,
    /// Away from the whole screen.
    Leave,
    /// How the page is laid out.
    Layout,
    /// The list.
    List,
    /// More than there is room for.
    More,
    /// Take out of the page: copy, save, print, share.
    Out,
    /// Print.
    Print,
    /// Do again what was undone.
    Redo,
    /// Say aloud.
    Speak,
    /// Undo.
    Undo,
}

impl Icon {
    /// Its lines, on a field of 20 by 20 with lines 1.5 wide.
    fn path(self) -> &'static str {
        match self {
            Icon::Back => "M12.5 4.5 7 10l5.5 5.5",
            Icon::Close => "m5 5 10 10M15 5 5 15",
            Icon::Copy => "M7.5 7.5h9v9h-9zM12.5 7V3.5h-9v9H7",
            Icon::Delete => {
                "M3.5 5.5h13M8 5V3.5h4V5M5.5 5.5l.75 11h7.5l.75-11M8.5 8.5v5M11.5 8.5v5"
            }
            Icon::Notation => {
                "M3 5h6.5M6.2 5v1.5c0 4-1 7-3.2 9M4 9.5c1 2.5 3 4.5 5.5 5.5M11 16l3.25-8.5L17.5 16M12.2 13h4.1"
            }
            Icon::Find => "M13 13l4 4M14.5 8.75a5.75 5.75 0 1 1-11.5 0 5.75 5.75 0 0 1 11.5 0z",
            Icon::Full => "M3.5 7.5v-4h4M12.5 3.5h4v4M16.5 12.5v4h-4M7.5 16.5h-4v-4",
            Icon::Leave => "M7.5 3.5v4h-4M16.5 7.5h-4v-4M12.5 16.5v-4h4M3.5 12.5h4v4",
            Icon::Layout => "M3.5 3.5h13v13h-13zM6.5 7h7M6.5 10h7M6.5 13h4",
            Icon::List => "M3.5 5h.01M3.5 10h.01M3.5 15h.01M7 5h9.5M7 10h9.5M7 15h9.5",
            Icon::More => "M4.5 10h.01M10 10h.01M15.5 10h.01",
            Icon::Out => "M10 12.5V3M6.5 6 10 2.5 13.5 6M6.5 9h-3v8h13V9h-3",
            Icon::Print => "M6 7V3h8v4M6 14H3.5V7h13v7H14M6 11.5h8V17H6z",
            Icon::Redo => "M12.5 3.5 16 7l-3.5 3.5M16 7H8a4.5 4.5 0 0 0 0 9h4",
            Icon::Speak => {
                "M3.5 8v4h2.5l4 3.5v-11L6 8zM13 7.5c1.3 1.3 1.3 3.7 0 5M15.25 5.25c2.6 2.6 2.6 6.9 0 9.5"
            }
            Icon::Undo => "M7.5 3.5 4 7l3.5 3.5M4 7h8a4.5 4.5 0 0 1 0 9H8",
        }
    }
}

/// The picture as an element.
pub fn icon(which: Icon) -> impl IntoView {
    element::svg()
        .attr("class", "icon")
        .attr("viewBox", "0 0 20 20")
        .attr("width", "20")
        .attr("height", "20")
        .attr("fill", "none")
        .attr("stroke", "currentColor")
        .attr("stroke-width", "1.5")
        .attr("stroke-linecap", "round")
        .attr("stroke-linejoin", "round")
        .attr("aria-hidden", "true")
        .attr("focusable", "false")
        .child(element::path().attr("d", which.path()))
}

/// A picture with words beside it, which a narrow window hides from the eye but not from a screen reader.
pub fn labelled(which: Icon, words: impl IntoView + 'static) -> impl IntoView {
    (icon(which), element::span().class("beside").child(words))
}
