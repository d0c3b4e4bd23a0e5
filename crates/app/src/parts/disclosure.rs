//! A small panel that opens under its button.

use crate::element::{self, IntoView, NodeRef, View};
use crate::signal::StoredValue;
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{HtmlDetailsElement, Node};

/// A `<details>` that closes with Escape and when the person goes elsewhere. `kind` is its class. The panel is made
/// when it is opened for the first time: a page with all of its panels would be there later.
pub fn disclosure(
    kind: &'static str,
    summary: impl IntoView,
    panel: impl Fn() -> View + Send + 'static,
) -> View {
    let details = NodeRef::<leptos::html::Details>::new();
    let is_made = RwSignal::new(false);
    let make = move || {
        if !is_made.get_untracked() {
            is_made.set(true);
        }
    };
    close_elsewhere(details);
    element::details()
        .class(kind)
        .node_ref(details)
        .on(ev::keydown, move |event| {
            if event.key() == "Escape"
                && let Some(details) = details.get_untracked()
                && details.open()
            {
                event.stop_propagation();
                close(&details);
            }
        })
        .on(ev::click, move |event| {
            // What a button in the panel does is done; the panel has no more to say.
            let target =
                event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
            // It opens after this.
            make();
            let button = target.and_then(|target| target.closest(".panel button").ok().flatten());
            if button.is_some()
                && let Some(details) = details.get_untracked()
            {
                close(&details);
            }
        })
        .child((
            element::summary().child(summary),
            element::div().class("panel").child(move || is_made.get().then(&panel)),
        ))
        .into_view()
}

/// Closes it and gives the focus back to its button.
fn close(details: &HtmlDetailsElement) {
    details.set_open(false);
    if let Ok(Some(summary)) = details.query_selector("summary") {
        let _ = summary.unchecked_into::<web_sys::HtmlElement>().focus();
    }
}

fn close_elsewhere(details: NodeRef<leptos::html::Details>) {
    let listener = Closure::<dyn FnMut(web_sys::Event)>::new(move |event: web_sys::Event| {
        let Some(details) = details.try_get_untracked().flatten() else { return };
        let target = event.target().and_then(|target| target.dyn_into::<Node>().ok());
        if details.open() && !details.contains(target.as_ref()) {
            details.set_open(false);
        }
    });
    let listener = StoredValue::new(listener);
    let each = move |act: &dyn Fn(&web_sys::Document, &str, &js_sys::Function)| {
        listener.try_with_value(|listener| {
            for event in ["pointerdown", "focusin"] {
                act(&document(), event, listener.as_ref().unchecked_ref());
            }
        });
    };
    each(&|document, event, listener| {
        let _ = document.add_event_listener_with_callback(event, listener);
    });
    on_cleanup(move || {
        each(&|document, event, listener| {
            let _ = document.remove_event_listener_with_callback(event, listener);
        });
    });
}
