//! The engine in a web worker.
//!
//! This crate knows no page.

use wasm_bindgen::prelude::wasm_bindgen;

/// Starts answering messages. Called once by the worker's entry script.
#[wasm_bindgen]
pub fn start(build_id: &str) {
    console_error_panic_hook::set_once();
    let _ = build_id;
}
