//! Messages as JavaScript values: `[control]` or `[control, buffer]`.

use js_sys::{Array, ArrayBuffer, Reflect};
use thakim_protocol::{FromWorker, RequestId, ToWorker};
use wasm_bindgen::{JsCast, JsValue};

/// What came from the page.
#[derive(Debug)]
pub enum Incoming {
    /// A message, and the buffer beside it.
    Message(ToWorker, Option<ArrayBuffer>),
    /// No message of this protocol, but with an id that can be told so.
    Garbled(RequestId, String),
    /// Nothing that could be answered.
    Noise,
}

/// Reads a message's data.
pub fn read(data: &JsValue) -> Incoming {
    let Some(parts) = data.dyn_ref::<Array>() else {
        return Incoming::Noise;
    };
    let control = parts.get(0);
    match serde_wasm_bindgen::from_value::<ToWorker>(control.clone()) {
        Ok(message) => Incoming::Message(message, parts.get(1).dyn_into().ok()),
        Err(error) => match id_in(&control) {
            Some(id) => Incoming::Garbled(id, error.to_string()),
            None => Incoming::Noise,
        },
    }
}

/// The array to post for a message.
pub fn write(message: &FromWorker, buffer: Option<&ArrayBuffer>) -> Array {
    // Only a map with strange keys or a number beyond 2^53 could fail; the messages have neither.
    let control = serde_wasm_bindgen::to_value(message).unwrap_or(JsValue::NULL);
    let parts = Array::of1(&control);
    if let Some(buffer) = buffer {
        parts.push(buffer);
    }
    parts
}

/// The id in a message of unknown kind, `{"Kind": {"id": 7, …}}`.
fn id_in(control: &JsValue) -> Option<RequestId> {
    let object = control.dyn_ref::<js_sys::Object>()?;
    let body = js_sys::Object::values(object).get(0);
    let id = Reflect::get(&body, &"id".into()).ok()?.as_f64()?;
    (id >= 0.0 && id <= f64::from(u32::MAX) && id.fract() == 0.0).then_some(RequestId(id as u32))
}
