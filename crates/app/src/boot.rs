//! What `www/boot.js` hands over: the release, the worker's start, and the offline copy's state.

use js_sys::{Function, Reflect};
use serde::Deserialize;
use thakim_protocol::Asset;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Worker;

/// The release that this page belongs to.
#[derive(Clone, PartialEq, Debug, Default, Deserialize)]
pub struct Release {
    /// Its version, for people.
    pub version: String,
    /// Its build id, for the handshake with the worker.
    pub build: String,
    /// The dictionary that belongs to it.
    pub dictionary: Option<Asset>,
}

/// Where the copy for offline use stands.
#[derive(Clone, PartialEq, Debug, Deserialize)]
#[serde(tag = "state", rename_all = "lowercase")]
pub enum Offline {
    /// There will be none.
    Unsupported {
        /// Why.
        #[serde(default)]
        reason: String,
    },
    /// It is being made.
    Installing {
        /// Bytes so far.
        #[serde(default)]
        done: f64,
        /// Bytes in all.
        #[serde(default)]
        total: f64,
    },
    /// All of it is there and verified.
    Ready,
    /// It could not be made.
    Failed {
        /// Why.
        #[serde(default)]
        reason: String,
    },
}

/// The release; an empty one when the page was opened without its boot script.
pub fn release() -> Release {
    get("release").and_then(|value| serde_wasm_bindgen::from_value(value).ok()).unwrap_or_default()
}

/// The offline copy's state as it is now.
pub fn offline() -> Offline {
    get("offline")
        .and_then(offline_from)
        .unwrap_or(Offline::Unsupported { reason: "no boot script".to_owned() })
}

/// The state in the detail of a `thakim-offline` event.
pub fn offline_from(detail: JsValue) -> Option<Offline> {
    serde_wasm_bindgen::from_value(detail).ok()
}

/// A new worker.
///
/// # Errors
/// What the browser says when it will not start one.
pub fn start_worker() -> Result<Worker, JsValue> {
    let boot = get("").ok_or_else(|| JsValue::from_str("no boot script"))?;
    let start: Function = Reflect::get(&boot, &"startWorker".into())?.dyn_into()?;
    start.call0(&boot)?.dyn_into()
}

/// A field of `globalThis.thakimBoot`; the whole of it for an empty name.
fn get(field: &str) -> Option<JsValue> {
    let boot = Reflect::get(&js_sys::global(), &"thakimBoot".into()).ok()?;
    if !boot.is_object() {
        return None;
    }
    if field.is_empty() { Some(boot) } else { Reflect::get(&boot, &field.into()).ok() }
}
