//! Texts as they travel to the worker.

use js_sys::{ArrayBuffer, JsString, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};

/// The bytes of a text in UTF-8, made by the browser: the page's memory never holds the text.
///
/// # Errors
/// What the browser throws when there is no room for them.
pub fn utf8(text: &JsString) -> Result<ArrayBuffer, JsValue> {
    let encoder = web_sys::TextEncoder::new()?;
    let encode: js_sys::Function =
        js_sys::Reflect::get(&encoder, &JsValue::from_str("encode"))?.dyn_into()?;
    let bytes: Uint8Array = encode.call1(&encoder, text)?.dyn_into()?;
    // The encoder may have reserved more than it used.
    let whole = bytes.byte_length() == bytes.buffer().byte_length();
    Ok(if whole { bytes.buffer() } else { bytes.slice(0, bytes.length()).buffer() })
}
