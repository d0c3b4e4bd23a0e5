//! Where the panel stands.

use leptos::prelude::*;

use super::super::reader::Reader;
use crate::element::NodeRef;
use crate::parts;

/// How far the panel stands from the word and from the window's edges, in CSS pixels.
const GAP: f64 = 8.0;

/// Puts the panel under its word, or over it where there is more room. On a phone the style sheet
/// makes a sheet of it, and it is the word that gives way.
pub(super) fn stand_beside(reader: Reader, panel: NodeRef<leptos::html::Div>) {
    let Some(panel) = panel.try_get_untracked().flatten() else { return };
    let Some(word) = reader.sheet().and_then(|sheet| sheet.current_element()) else { return };
    let Some(parent) = panel.parent_element() else { return };
    let word = word.get_bounding_client_rect();
    let size = |value: Result<wasm_bindgen::JsValue, _>| {
        value.ok().and_then(|value| value.as_f64()).unwrap_or(0.0)
    };
    let height = size(window().inner_height());
    if parts::is_narrow() {
        // The sheet must not lie on its word. It may still be rising: what counts is where it will be.
        let top = height - f64::from(panel.offset_height());
        let hidden = word.bottom() + GAP - top;
        if hidden > 0.0 {
            window().scroll_by_with_x_and_y(0.0, hidden);
        }
        return;
    }
    let parent = parent.get_bounding_client_rect();
    // Where lines run downwards, what holds the article scrolls, and the panel is fixed in the window.
    let parent = match reader.is_vertical() {
        true => (0.0, 0.0, height),
        false => (parent.left(), parent.top(), parent.bottom()),
    };
    // Without the scroll bar.
    let width = document().document_element().map_or(0, |root| root.client_width());
    let width = f64::from(width);
    // The bars at the top and the foot.
    let bar = 3.0 * 16.0;
    let (above, below) = (word.top() - bar, height - bar - word.bottom());
    let is_below = below >= above || below >= f64::from(panel.scroll_height()) + 2.0 * GAP;
    let panel_width = f64::from(panel.offset_width());
    let left = word.left().min(width - panel_width - 2.0 * GAP).max(GAP);
    let style = web_sys::HtmlElement::style(&panel);
    let set = |name: &str, pixels: f64| {
        let _ = style.set_property(name, &format!("{pixels:.0}px"));
    };
    set("--left", left - parent.0);
    set("--room", (if is_below { below } else { above } - 2.0 * GAP).max(160.0));
    if is_below {
        set("--top", word.bottom() + GAP - parent.1);
        let _ = style.set_property("--bottom", "auto");
    } else {
        let _ = style.set_property("--top", "auto");
        set("--bottom", parent.2 - word.top() + GAP);
    }
}
