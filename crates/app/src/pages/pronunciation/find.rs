//! The bar with which one finds in the article.

mod finding;
mod paint;

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{InputEvent, KeyboardEvent};

use super::reader::Reader;
use crate::article::walk::Direction;
use crate::element::{self, IntoView};
use crate::parts::{Icon, labelled};
use crate::text::t;

pub(super) use finding::Finding;

/// The button in the thin bar, with what it opens.
pub(super) fn find(reader: Reader) -> impl IntoView {
    reader.follow_changes();
    let listener = window_event_listener(ev::keydown, move |event| page_key(reader, &event));
    on_cleanup(move || listener.remove());
    let is_open = move || reader.finding.is_open.get();
    let button = element::button()
        .attr("type", "button")
        .id("find-button")
        .class("quiet")
        .attr("title", t!("finding.find_keys"))
        .attr("aria-expanded", move || if is_open() { "true" } else { "false" })
        .attr("aria-controls", move || is_open().then_some("find"))
        .on(ev::click, move |_| match reader.finding.is_open.get_untracked() {
            true => reader.close_find(),
            false => reader.open_find(),
        })
        .child(labelled(Icon::Find, t!("finding.find")));
    (button, move || is_open().then(|| bar(reader)))
}

fn bar(reader: Reader) -> impl IntoView {
    let finding = reader.finding;
    let field = element::input()
        .node_ref(finding.field)
        .attr("type", "text")
        .attr("inputmode", "search")
        .attr("enterkeyhint", "search")
        .attr("lang", "nan-Hant-TW")
        .attr("aria-label", t!("finding.what"))
        .attr("placeholder", t!("finding.what"))
        .attr("autocapitalize", "off")
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .prop("value", finding.typed())
        .on(ev::input, move |event| {
            // Half a syllable of an input method is not what is looked for.
            let is_composing = event.dyn_ref::<InputEvent>().is_some_and(InputEvent::is_composing);
            if !is_composing {
                reader.look_for(event_target_value(&event));
            }
        })
        .on(ev::compositionend, move |event| reader.look_for(event_target_value(&event)));
    let step = |class: &'static str, name: String, direction: Direction| {
        element::button()
            .attr("type", "button")
            .class(class)
            .attr("aria-label", name.clone())
            .attr("title", name)
            .attr("disabled", move || (finding.count.get().of == 0).then_some(""))
            .on(ev::click, move |_| reader.walk_found(direction))
    };
    element::search()
        .id("find")
        .class("find")
        // For browsers that do not know the element.
        .attr("role", "search")
        .attr("aria-label", t!("finding.find"))
        .on(ev::keydown, move |event| bar_key(reader, &event))
        .child((
            field,
            element::output()
                .attr("role", "status")
                .attr("data-none", move || finding.count.get().is_none().then_some(""))
                .child(move || finding.count.get().said()),
            step("step previous", t!("finding.previous").into_owned(), Direction::Previous),
            step("step next", t!("finding.next").into_owned(), Direction::Next),
            element::button()
                .attr("type", "button")
                .class("close")
                .attr("aria-label", t!("finding.close"))
                .attr("title", t!("finding.close"))
                .on(ev::click, move |_| reader.close_find()),
        ))
}

/// Ctrl or ⌘ and F: the bar; where it has the focus already, the browser's own. F3, or Ctrl or ⌘ and G:
/// the next one while the bar is open.
fn page_key(reader: Reader, event: &KeyboardEvent) {
    if event.default_prevented() || event.alt_key() || event.is_composing() {
        return;
    }
    let has_command = event.ctrl_key() || event.meta_key();
    let is_open = reader.finding.is_open.get_untracked();
    let direction = if event.shift_key() { Direction::Previous } else { Direction::Next };
    match event.key().as_str() {
        "f" | "F" if has_command && !event.shift_key() && !has_modal() => {
            if is_open && reader.finding.has_focus() {
                return;
            }
            reader.open_find();
        }
        "g" | "G" if has_command && is_open => reader.walk_found(direction),
        "F3" if !has_command && is_open => reader.walk_found(direction),
        _ => return,
    }
    event.prevent_default();
}

/// Whether something lies over the page that must be closed first.
fn has_modal() -> bool {
    document().query_selector("dialog[open]").is_ok_and(|found| found.is_some())
}

/// The keys of the bar: Enter and the arrows walk, Escape closes.
fn bar_key(reader: Reader, event: &KeyboardEvent) {
    // Enter and arrows belong to an input method while it is at work.
    if event.is_composing() || event.ctrl_key() || event.meta_key() || event.alt_key() {
        return;
    }
    let in_field = reader.finding.has_focus();
    match (event.key().as_str(), event.shift_key()) {
        ("Enter", false) if in_field => reader.walk_found(Direction::Next),
        ("Enter", true) if in_field => reader.walk_found(Direction::Previous),
        ("ArrowDown", false) => reader.walk_found(Direction::Next),
        ("ArrowUp", false) => reader.walk_found(Direction::Previous),
        ("Escape", _) => reader.close_find(),
        _ => return,
    }
    event.prevent_default();
    event.stop_propagation();
}
