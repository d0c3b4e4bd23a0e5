//! The line under the text area that says what just happened.

use super::editor::Editor;
use crate::element::{self, IntoView};
use crate::files::{Encoding, OpenError};
use crate::parts;
use crate::saved::SavedError;
use crate::saved::arrival::file_error;
use crate::text::t;
use crate::text::{self, Words};

/// What just happened.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Note {
    /// Nothing worth a word.
    Nothing,
    /// There was no text to annotate.
    Empty,
    /// A file was opened: its name and how it was read.
    Opened(String, Encoding, Before),
    /// A file was not.
    NotOpened(OpenError),
    /// A file that this page once saved was not.
    Damaged(SavedError),
    /// The sample stands there now.
    Sample(Before),
}

/// What stood in the text area before something else was put there.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Before {
    /// Nothing.
    Nothing,
    /// A text, which can be had back.
    Text,
}

pub(super) fn note_line(editor: Editor) -> impl IntoView {
    element::div().class("status").attr("role", "status").child(move || {
        let (words, class, before) = match editor.note.get() {
            Note::Nothing => return None,
            Note::Empty => (t!("input.empty"), "notice", Before::Nothing),
            Note::Opened(name, encoding, before) => {
                (text::opened(&name, encoding), "notice", before)
            }
            Note::NotOpened(error) => (text::open_error(&error), "notice error", Before::Nothing),
            Note::Damaged(error) => (file_error(error).into(), "notice error", Before::Nothing),
            Note::Sample(Before::Nothing) => return None,
            Note::Sample(before) => (Words::default(), "notice", before),
        };
        let undo = (before == Before::Text).then(|| {
            (t!("input.replaced"), parts::button(t!("input.put-back"), move || editor.put_back()))
        });
        Some(element::p().class(class).child((words, undo)))
    })
}
