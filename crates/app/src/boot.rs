//! What `www/boot.js` hands over: the release, the worker's start, and the copy for offline use.

mod copy;

pub use copy::{
    Check, Room, Verified, check, persist, remove, retry, room, take_update, verify, wait_for,
};

use js_sys::{Function, Promise, Reflect};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use thakim_protocol::Asset;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
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
#[serde(try_from = "Said")]
pub enum Offline {
    /// There will be none.
    Unsupported {
        /// Why.
        reason: String,
    },
    /// It is being made.
    Installing {
        /// Bytes so far.
        done: f64,
        /// Bytes in all.
        total: f64,
    },
    /// All of it is there and verified.
    Ready,
    /// It could not be made.
    Failed {
        /// For want of what.
        kind: Want,
        /// Why, as the browser says it.
        reason: String,
    },
    /// The person has had it removed; there will be none while this tab is open.
    Removed,
}

/// What was wanting for a copy.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Want {
    /// Room in the browser.
    Full,
    /// The right files from the server.
    #[default]
    Network,
}

/// Whether there is a release other than this page's.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize)]
#[serde(try_from = "Said")]
pub enum Update {
    /// None that is known of.
    None,
    /// One is there, whole, and waits for the person's word.
    Waiting {
        /// Its version.
        version: String,
        /// Its build id.
        build: String,
    },
    /// One has taken over at the word of another tab; this page goes on with its own until it is
    /// loaded anew.
    Stale {
        /// Its version.
        version: String,
        /// Its build id.
        build: String,
    },
}

/// A state as the boot script says it. Both kinds are read through this: what serde makes of an enum with a
/// tag inside is ten times as much code.
#[derive(Deserialize)]
struct Said {
    state: String,
    #[serde(default)]
    reason: String,
    #[serde(default)]
    done: f64,
    #[serde(default)]
    total: f64,
    #[serde(default)]
    kind: Want,
    version: Option<String>,
    build: Option<String>,
}

impl TryFrom<Said> for Offline {
    type Error = &'static str;

    fn try_from(said: Said) -> Result<Offline, &'static str> {
        let Said { state, reason, done, total, kind, .. } = said;
        Ok(match state.as_str() {
            "unsupported" => Offline::Unsupported { reason },
            "installing" => Offline::Installing { done, total },
            "ready" => Offline::Ready,
            "failed" => Offline::Failed { kind, reason },
            "removed" => Offline::Removed,
            _ => return Err("no state of the copy for offline use"),
        })
    }
}

impl TryFrom<Said> for Update {
    type Error = &'static str;

    fn try_from(said: Said) -> Result<Update, &'static str> {
        let release = said.version.zip(said.build);
        Ok(match (said.state.as_str(), release) {
            ("none", _) => Update::None,
            ("waiting", Some((version, build))) => Update::Waiting { version, build },
            ("stale", Some((version, build))) => Update::Stale { version, build },
            _ => return Err("no state of another release"),
        })
    }
}

/// The release; an empty one when the page was opened without its boot script.
pub fn release() -> Release {
    get("release").and_then(read).unwrap_or_default()
}

/// The offline copy's state as it is now.
pub fn offline() -> Offline {
    let none = || Offline::Unsupported { reason: "no-boot-script".to_owned() };
    get("offline").and_then(read).unwrap_or_else(none)
}

/// Whether there is a newer release, as far as is known now.
pub fn update() -> Update {
    get("update").and_then(read).unwrap_or(Update::None)
}

/// A value that came from the boot script, such as the detail of one of its events.
pub fn read<T: DeserializeOwned>(value: JsValue) -> Option<T> {
    serde_wasm_bindgen::from_value(value).ok()
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

/// Comes back in a task of its own, in which the page may take the place of what stood there before: not while an
/// input method is at work on what is typed there. At once where the page was opened without its boot script.
pub async fn turn() {
    let Some(boot) = get("") else { return };
    let turn =
        Reflect::get(&boot, &"turn".into()).ok().and_then(|turn| turn.dyn_into::<Function>().ok());
    let promise = turn.and_then(|turn| turn.call0(&boot).ok()?.dyn_into::<Promise>().ok());
    if let Some(promise) = promise {
        let _ = JsFuture::from(promise).await;
    }
}

/// A field of `globalThis.thakimBoot`; the whole of it for an empty name.
fn get(field: &str) -> Option<JsValue> {
    let boot = Reflect::get(&js_sys::global(), &"thakimBoot".into()).ok()?;
    if !boot.is_object() {
        return None;
    }
    if field.is_empty() { Some(boot) } else { Reflect::get(&boot, &field.into()).ok() }
}
