//! How one moves in lines that run downwards: they follow each other to the left.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, HtmlElement, KeyboardEvent, WheelEvent};

use super::reader::Reader;
use crate::article::Toward;
use crate::effect::{effect, memo};
use crate::signal::StoredValue;

/// How many CSS pixels a line of a wheel is that counts in lines.
const WHEEL_LINE: f64 = 32.0;

/// How much of the window a page of scrolling is.
const PAGE: f64 = 0.85;

impl Reader {
    /// Where an arrow key leads among the words.
    pub(super) fn toward(self, key: &str) -> Option<Toward> {
        Some(match (key, self.is_vertical()) {
            ("ArrowLeft", false) | ("ArrowUp", true) => Toward::Before,
            ("ArrowRight", false) | ("ArrowDown", true) => Toward::Behind,
            ("ArrowUp", false) | ("ArrowRight", true) => Toward::Above,
            ("ArrowDown", false) | ("ArrowLeft", true) => Toward::Below,
            _ => return None,
        })
    }

    /// Whether lines run downwards.
    pub(super) fn is_vertical(self) -> bool {
        self.shell.settings.get_untracked().layout.is_vertical()
    }
}

/// As long as lines run downwards, a wheel that turns up and down and the keys for pages move them to and fro. Only
/// so long: whoever hears a wheel keeps the browser from scrolling by itself.
pub(super) fn roll(reader: Reader) {
    let on_wheel = Closure::<dyn FnMut(WheelEvent)>::new(move |event: WheelEvent| {
        if let Some(main) = holder(reader) {
            wheel(&main, &event);
        }
    });
    let on_wheel = StoredValue::new(on_wheel);
    let vertical = memo(move || reader.shell.settings.get().layout.is_vertical());
    effect(move |_| {
        let vertical = vertical.get();
        if reader.article.get().is_none() {
            return;
        }
        let Some(main) = holder(reader) else { return };
        on_wheel.with_value(|listener| {
            let listener = listener.as_ref().unchecked_ref();
            let _ = match vertical {
                true => main.add_event_listener_with_callback("wheel", listener),
                false => main.remove_event_listener_with_callback("wheel", listener),
            };
        });
    });
    let keys = window_event_listener(leptos::ev::keydown, move |event| key(reader, &event));
    on_cleanup(move || keys.remove());
}

/// What holds the article, and scrolls where lines run downwards.
fn holder(reader: Reader) -> Option<HtmlElement> {
    reader.article.try_get_untracked()??.parent_element()?.dyn_into().ok()
}

fn wheel(main: &HtmlElement, event: &WheelEvent) {
    if event.ctrl_key() || event.shift_key() || event.delta_x().abs() >= event.delta_y().abs() {
        return;
    }
    let pixels = match event.delta_mode() {
        WheelEvent::DOM_DELTA_PIXEL => event.delta_y(),
        WheelEvent::DOM_DELTA_LINE => event.delta_y() * WHEEL_LINE,
        _ => event.delta_y() * f64::from(main.client_width()),
    };
    main.scroll_by_with_x_and_y(-pixels, 0.0);
    event.prevent_default();
}

fn key(reader: Reader, event: &KeyboardEvent) {
    let modified = event.ctrl_key() || event.meta_key() || event.alt_key();
    if event.default_prevented() || modified || !reader.is_vertical() {
        return;
    }
    // Whatever has keys of its own keeps them.
    let element = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let has_keys = "textarea, select, input, button, summary, dialog *, [role=dialog] *, aside *";
    if element.is_some_and(|element| element.matches(has_keys) == Ok(true)) {
        return;
    }
    let Some(main) = holder(reader) else { return };
    let page = f64::from(main.client_width()) * PAGE;
    let all = f64::from(main.scroll_width());
    let pixels = match (event.key().as_str(), event.shift_key()) {
        ("PageDown", _) | (" ", false) => -page,
        ("PageUp", _) | (" ", true) => page,
        ("End", _) => -all,
        ("Home", _) => all,
        _ => return,
    };
    main.scroll_by_with_x_and_y(pixels, 0.0);
    event.prevent_default();
}
