//! Copying a selection of the article, the same in all browsers.
//!
//! Browsers differ in what they take of `<ruby>`, and what is not in the page they cannot take. So the
//! selection only says which part of the text is meant, and the text is written from the article.

use thakim_document::export::{Form, Style};
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, Element, Range, Selection};

use super::Sheet;

/// From how many bytes of text on a selection is copied without rich text: writing ruby for more would hold the
/// page up, and no word processor bears it. The menu copies all of it nevertheless.
const RICH: u32 = 600_000;

/// Puts the selected part of the article into a copy event: as plain text in this form, as rich text with its
/// readings if `rich`. Whether it did; otherwise the browser copies what it will.
pub fn copy(event: &ClipboardEvent, sheet: &Sheet, form: Form, style: &Style, rich: bool) -> bool {
    if event.default_prevented() || is_in_field(event) {
        return false;
    }
    let selection = web_sys::window().and_then(|window| window.get_selection().ok().flatten());
    let part =
        selection.and_then(|selection| whole(&selection)).and_then(|range| sheet.selected(&range));
    let (Some(part), Some(data)) = (part, event.clipboard_data()) else { return false };
    let rich = rich && part.1 - part.0 <= RICH;
    let forms = if rich { &[form, Form::Html][..] } else { &[form] };
    for (text, kind) in sheet.part(part, forms, style).iter().zip(["text/plain", "text/html"]) {
        if data.set_data(kind, text).is_err() {
            return false;
        }
    }
    event.prevent_default();
    true
}

/// Whether a text field is being copied from.
fn is_in_field(event: &ClipboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| target.matches("input, textarea, select").unwrap_or(false))
}

/// From where a selection begins to where it ends: Firefox makes several ranges of one where there is text in it
/// that cannot be selected.
fn whole(selection: &Selection) -> Option<Range> {
    let last = selection.range_count().checked_sub(1)?;
    let range = selection.get_range_at(0).ok()?.clone_range();
    let last = selection.get_range_at(last).ok()?;
    range.set_end(&last.end_container().ok()?, last.end_offset().ok()?).ok()?;
    Some(range)
}
