//! The settings in the file: what the browser's storage has of ours, by key.

use js_sys::{Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Storage;

/// What the keys of our settings begin with.
const OURS: &str = "thakim.";

/// Settings of the file that are other than those of this browser.
pub type Differing = Vec<(String, String)>;

fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}

/// All settings, as they stand in the file.
pub(super) fn to_value() -> JsValue {
    let value = Object::new();
    if let Some(storage) = storage() {
        let keys =
            (0..storage.length().unwrap_or(0)).filter_map(|at| storage.key(at).ok().flatten());
        for key in keys.filter(|key| key.starts_with(OURS)) {
            if let Ok(Some(said)) = storage.get_item(&key) {
                let _ = Reflect::set(&value, &key.into(), &said.into());
            }
        }
    }
    value.into()
}

/// Takes over what nothing has been chosen for in this browser. Gives how many that were, and those that
/// were chosen otherwise here, which stay.
pub(super) fn take_over(value: &JsValue) -> (usize, Differing) {
    let (mut taken, mut differing) = (0, Differing::new());
    let Some(storage) = storage().filter(|_| value.is_object()) else { return (0, differing) };
    for entry in Object::entries(value.unchecked_ref()).iter() {
        let pair: js_sys::Array = entry.unchecked_into();
        let (Some(key), Some(said)) = (pair.get(0).as_string(), pair.get(1).as_string()) else {
            continue;
        };
        if !key.starts_with(OURS) {
            continue;
        }
        match storage.get_item(&key).ok().flatten() {
            None => taken += usize::from(storage.set_item(&key, &said).is_ok()),
            Some(here) if here == said => {}
            Some(_) => differing.push((key, said)),
        }
    }
    (taken, differing)
}

/// Puts the settings of the file in place of those of this browser, at the person's word.
pub fn use_settings(settings: &Differing) {
    if let Some(storage) = storage() {
        for (key, said) in settings {
            // Losing one costs a click.
            let _ = storage.set_item(key, said);
        }
    }
}
