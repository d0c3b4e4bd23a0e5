//! The keys of the page, and the table of them.

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDialogElement, KeyboardEvent};

use super::list;
use super::looking::List;
use super::reader::Reader;
use super::undo::Way;
use crate::article::walk::Direction;
use crate::element::{self, IntoView, NodeRef, Views};
use crate::shell::Route;
use crate::text;
use crate::text::t;

/// The table of keys, which `?` opens.
pub(super) fn keys(reader: Reader) -> impl IntoView {
    let dialog = NodeRef::<leptos::html::Dialog>::new();
    let listener =
        window_event_listener(ev::keydown, move |event| page_key(reader, dialog, &event));
    let elsewhere = window_event_listener(ev::pointerdown, move |event| {
        let on = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let inside = |selector| {
            on.as_ref().is_some_and(|on| on.closest(selector).is_ok_and(|found| found.is_some()))
        };
        if !inside(".why") && !inside("article .w") {
            reader.leave_panel();
        }
    });
    on_cleanup(move || {
        listener.remove();
        elsewhere.remove();
    });
    let row = |&(key, what): &(&'static str, &'static str)| {
        (element::dt().child(t!(key)), element::dd().child(t!(what)))
    };
    element::dialog()
        .class("keys")
        .node_ref(dialog)
        .attr("aria-labelledby", "keys-title")
        .on(ev::click, move |event| {
            // Its backdrop counts as the dialog itself.
            let on = event.target().and_then(|target| target.dyn_into::<HtmlDialogElement>().ok());
            if let Some(dialog) = on {
                dialog.close();
            }
        })
        .child((
            element::h2().id("keys-title").child(t!("keys.title")),
            element::dl().child(text::KEY_LIST.iter().map(row).views()),
            element::form().attr("method", "dialog").child((
                element::button().class("quiet").child(t!("shell.close")),
                element::a()
                    .class("quiet")
                    .attr("href", format!("{}#keys", Route::Help.path()))
                    .child(t!("shell.help")),
            )),
        ))
}

/// Opens the table.
fn open(dialog: NodeRef<leptos::html::Dialog>) {
    if let Some(dialog) = dialog.get_untracked()
        && !dialog.open()
    {
        let _ = dialog.show_modal();
    }
}

fn page_key(reader: Reader, dialog: NodeRef<leptos::html::Dialog>, event: &KeyboardEvent) {
    let is_open = dialog.get_untracked().is_some_and(|dialog| dialog.open());
    if event.default_prevented() || is_open {
        return;
    }
    let element = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    // Where something is written, letters are letters. A radio button takes none.
    let writes = element.is_some_and(|element| {
        element.matches("textarea, select, input:not([type=radio]), [contenteditable]") == Ok(true)
    });
    if writes {
        return;
    }
    if event.ctrl_key() || event.meta_key() {
        if let Some(way) = way_of(event) {
            event.prevent_default();
            reader.go_through(way);
        }
        return;
    }
    match (event.key().as_str(), event.alt_key()) {
        ("n", false) | ("ArrowDown", true) => reader.step_to(Direction::Next),
        ("p" | "N", false) | ("ArrowUp", true) => reader.step_to(Direction::Previous),
        ("?", false) => open(dialog),
        ("Escape", false) => escape(reader),
        _ => return,
    }
    event.prevent_default();
}

/// Undoing and doing again, as everywhere: Ctrl or ⌘ with Z, with Shift and Z, with Y.
fn way_of(event: &KeyboardEvent) -> Option<Way> {
    if event.alt_key() {
        return None;
    }
    match (event.key().to_lowercase().as_str(), event.shift_key()) {
        ("z", false) => Some(Way::Undo),
        ("z", true) | ("y", false) => Some(Way::Redo),
        _ => None,
    }
}

/// Closes what lies on top.
fn escape(reader: Reader) {
    if reader.looking.word.get_untracked().is_some() {
        reader.close_panel();
    } else if reader.target.get_untracked().is_some() {
        reader.target.set(None);
    } else if reader.looking.list.get_untracked() != List::Closed {
        list::close_and_return(reader);
    } else if reader.finding.is_open() {
        reader.close_find();
    } else {
        reader.whole.leave();
    }
}

/// The keys of the article: among its words.
pub(super) fn article_key(reader: Reader, event: &KeyboardEvent) {
    let on_word = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let on_word = on_word.is_some_and(|element| element.class_list().contains("w"));
    if !on_word || event.ctrl_key() || event.meta_key() || event.alt_key() {
        return;
    }
    let key = event.key();
    match key.as_str() {
        // These lead to what is to be checked, wherever the focus is.
        "n" | "N" | "p" => return,
        letter if begins_reading(letter) => reader.type_reading(letter),
        "[" => reader.look_within(Direction::Previous),
        "]" => reader.look_within(Direction::Next),
        _ if event.shift_key() => return,
        key if let Some(toward) = reader.toward(key) => reader.go(toward),
        "Enter" | " " => reader.look(),
        _ => return,
    }
    event.prevent_default();
}

/// Whether a key begins a reading in some notation: a letter, or a sign of any script.
pub(super) fn begins_reading(key: &str) -> bool {
    let mut letters = key.chars();
    match (letters.next(), letters.next()) {
        (Some(letter), None) => {
            letter.is_alphabetic() || !(letter.is_ascii() || letter.is_whitespace())
        }
        _ => false,
    }
}

/// A press in the article: on a word, or on the sign of a passage.
pub(super) fn article_click(reader: Reader, event: &web_sys::MouseEvent) {
    let Some(element) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else {
        return;
    };
    // The end of a selection is no press.
    let selection = window().get_selection().ok().flatten();
    if selection.is_some_and(|selection| !selection.is_collapsed()) {
        return;
    }
    if let Ok(Some(button)) = element.closest(".edge") {
        return reader.choose_passage(&button);
    }
    reader.target.set(None);
    if let Some(sheet) = reader.sheet()
        && sheet.choose(&element).is_some()
    {
        reader.look();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_any_script_begin_a_reading() {
        for key in ["h", "H", "ā", "ㄏ", "タ", "⠓", "君", "ʔ"] {
            assert!(begins_reading(key), "{key}");
        }
        for key in ["1", "?", "-", " ", "Enter", "ArrowLeft", "Process", "\u{3000}", ""] {
            assert!(!begins_reading(key), "{key}");
        }
    }
}
