//! Writing to the clipboard.

use js_sys::Reflect;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{ClipboardEvent, HtmlDocument};

/// What became of it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Copied {
    /// It is in the clipboard.
    Yes,
    /// The browser refused.
    Refused,
}

/// Puts a text into the clipboard.
pub async fn copy(text: &str) -> Copied {
    let Some(window) = web_sys::window() else { return Copied::Refused };
    // Missing on plain http outside the machine itself, whatever the binding's type says.
    let clipboard = Reflect::get(&window.navigator(), &JsValue::from_str("clipboard"));
    if clipboard.is_ok_and(|clipboard| clipboard.is_object()) {
        let written = window.navigator().clipboard().write_text(text);
        if JsFuture::from(written).await.is_ok() {
            return Copied::Yes;
        }
    }
    copy_by_command(text)
}

/// The old way: a copy command whose text is put in as it passes by.
fn copy_by_command(text: &str) -> Copied {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else {
        return Copied::Refused;
    };
    let text = text.to_owned();
    let on_copy = Closure::<dyn FnMut(ClipboardEvent)>::new(move |event: ClipboardEvent| {
        if let Some(data) = event.clipboard_data()
            && data.set_data("text/plain", &text).is_ok()
        {
            event.prevent_default();
        }
    });
    let listener = on_copy.as_ref().unchecked_ref();
    let _ = document.add_event_listener_with_callback("copy", listener);
    let copied = document
        .dyn_ref::<HtmlDocument>()
        .is_some_and(|document| document.exec_command("copy").unwrap_or(false));
    let _ = document.remove_event_listener_with_callback("copy", listener);
    if copied { Copied::Yes } else { Copied::Refused }
}
