//! The article on the whole screen.

use js_sys::{Function, Promise, Reflect};
use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlElement;

use super::reader::Reader;
use crate::element::{self, IntoView};
use crate::parts::{Icon, icon};
use crate::signal::{RwSignal, StoredValue};
use crate::text::t;

/// Whether the article has the whole screen: the bars are hidden, and where the browser can, everything else too.
#[derive(Clone, Copy)]
pub(super) struct Whole(RwSignal<bool>);

impl Whole {
    /// It has not. Follows the browser, which may take the screen back at any time.
    pub(super) fn new() -> Whole {
        let whole = Whole(RwSignal::new(false));
        let on_change = Closure::<dyn FnMut()>::new(move || {
            if document().fullscreen_element().is_none() {
                whole.0.try_set(false);
            }
        });
        let on_change = StoredValue::new(on_change);
        on_change.with_value(|listener| {
            let listener = listener.as_ref().unchecked_ref();
            let _ = document().add_event_listener_with_callback("fullscreenchange", listener);
        });
        on_cleanup(move || {
            whole.leave();
            on_change.try_with_value(|listener| {
                let listener = listener.as_ref().unchecked_ref();
                let _ =
                    document().remove_event_listener_with_callback("fullscreenchange", listener);
            });
        });
        whole
    }

    pub(super) fn is_on(self) -> bool {
        self.0.get()
    }

    fn enter(self) {
        self.0.set(true);
        if let Some(root) = document().document_element() {
            call(&root, "requestFullscreen");
        }
    }

    /// Gives the screen back.
    pub(super) fn leave(self) {
        if self.0.try_get_untracked() != Some(true) {
            return;
        }
        self.0.set(false);
        if document().fullscreen_element().is_some() {
            call(&document(), "exitFullscreen");
        }
    }
}

/// Calls a method that some browsers lack and others refuse. The bars are hidden in any case, so neither is worth a
/// sentence.
fn call(object: &JsValue, method: &str) {
    let Ok(method) = Reflect::get(object, &method.into()) else { return };
    let Some(method) = method.dyn_ref::<Function>() else { return };
    if let Ok(promise) = method.call0(object)
        && let Ok(promise) = promise.dyn_into::<Promise>()
    {
        spawn_local(async move {
            let _ = wasm_bindgen_futures::JsFuture::from(promise).await;
        });
    }
}

/// The button in the panel of the layout.
pub(super) fn enter_button(reader: Reader) -> impl IntoView {
    element::button()
        .attr("type", "button")
        .class("quiet whole-enter")
        .on(ev::click, move |_| reader.whole.enter())
        .child((icon(Icon::Full), element::span().class("words").child(t!("layouts.whole"))))
}

/// The way back, which a finger finds too.
pub(super) fn leave_button(reader: Reader) -> impl IntoView {
    element::button()
        .attr("type", "button")
        .class("whole-leave")
        .attr("aria-label", t!("layouts.leave"))
        .attr("title", t!("layouts.leave"))
        .on(ev::click, move |_| {
            reader.whole.leave();
            // The button that had the focus goes; the bar is there again with the next frame.
            request_animation_frame(|| {
                let button = document().query_selector(".layout > summary").ok().flatten();
                if let Some(button) = button.and_then(|button| button.dyn_into().ok()) {
                    let button: HtmlElement = button;
                    let _ = button.focus();
                }
            });
        })
        .child(icon(Icon::Leave))
}
