//! What can be done with the copy for offline use: `www/offline.js`.

use js_sys::{Array, Function, Promise, Reflect};
use serde::Deserialize;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise};

/// What came of looking at every file.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize)]
pub struct Verified {
    /// Files of the release.
    pub files: u32,
    /// Their length together.
    pub bytes: u64,
    /// Files that were damaged or not there.
    pub faults: u32,
    /// Those of them that have been fetched again since, and verified.
    pub mended: u32,
}

/// What the browser says of its storage; each part is missing where it does not.
#[derive(Clone, Copy, PartialEq, Debug, Default, Deserialize)]
pub struct Room {
    /// Bytes that this site takes, texts and all.
    pub usage: Option<f64>,
    /// Bytes that it may take.
    pub quota: Option<f64>,
    /// Whether the browser keeps it even when room runs short.
    pub persisted: Option<bool>,
}

/// What came of asking for a new release.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Check {
    /// This is the newest.
    None,
    /// There is one; it is being fetched, or waits.
    Found,
    /// The server does not answer.
    Unreachable,
}

#[derive(Deserialize)]
struct Progress {
    done: f64,
    total: f64,
}

/// Verifies every file now and mends what can be mended; `progress` hears of bytes done and bytes in
/// all. None where there is no copy.
pub async fn verify(mut progress: impl FnMut(u64, u64) + 'static) -> Option<Verified> {
    let heard = Closure::<dyn FnMut(JsValue)>::new(move |so_far: JsValue| {
        if let Some(Progress { done, total }) = super::read(so_far) {
            progress(done as u64, total as u64);
        }
    });
    super::read(call("verify", &[heard.as_ref().clone()]).await.ok()?)
}

/// Asks the server for a new release.
pub async fn check() -> Check {
    let said = call("check", &[]).await.ok();
    said.and_then(super::read).unwrap_or(Check::Unreachable)
}

/// Puts every draft away, in all tabs, lets the new release take over, and loads this page anew. False
/// where the new release cannot take over yet: nothing has changed then.
pub async fn take_update() -> bool {
    match call("update", &[]).await {
        Ok(taken) => taken.as_bool() != Some(false),
        Err(_) => web_sys::window().is_some_and(|window| window.location().reload().is_ok()),
    }
}

/// Tries again to have the whole copy.
pub async fn retry() {
    // What came of it is told by an event.
    let _ = call("retry", &[]).await;
}

/// What the browser says of its storage.
pub async fn room() -> Room {
    call("storage", &[]).await.ok().and_then(super::read).unwrap_or_default()
}

/// Asks the browser to keep the copy when room runs short. It may ask the person.
pub async fn persist() {
    // Whether it will is asked anew.
    let _ = call("persist", &[]).await;
}

/// Removes the copy; with the name of the database of texts, also those and what the person chose.
/// False where it could not be done.
pub async fn remove(database: Option<&str>) -> bool {
    let database = database.map_or(JsValue::NULL, JsValue::from_str);
    call("remove", &[database]).await.is_ok()
}

/// Has the boot script wait for something before it goes on, when it asks by an event for all that is
/// being written to be put away.
pub fn wait_for(event: &web_sys::Event, done: impl Future<Output = ()> + 'static) {
    let detail = event.dyn_ref::<web_sys::CustomEvent>().map(web_sys::CustomEvent::detail);
    let wait_until = detail
        .and_then(|detail| Reflect::get(&detail, &"waitUntil".into()).ok())
        .and_then(|wait_until| wait_until.dyn_into::<Function>().ok());
    let promise = future_to_promise(async move {
        done.await;
        Ok(JsValue::UNDEFINED)
    });
    if let Some(wait_until) = wait_until {
        let _ = wait_until.call1(&JsValue::NULL, &promise);
    }
}

/// Calls a function of `thakimBoot.copy` and awaits its promise.
async fn call(name: &str, arguments: &[JsValue]) -> Result<JsValue, JsValue> {
    let copy = super::get("copy").unwrap_or_default();
    let function: Function = Reflect::get(&copy, &name.into())?.dyn_into()?;
    let promise = function.apply(&copy, &arguments.iter().collect::<Array>())?;
    JsFuture::from(Promise::resolve(&promise)).await
}
