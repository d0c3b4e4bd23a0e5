//! The engine in a web worker: fetches and verifies the dictionary, annotates text.
//!
//! This crate knows no page, no document object model and no notation.
//!
//! [`service`], [`batcher`] and [`verify`] are the parts that decide; they know no browser and are
//! tested natively. [`wire`], [`load`], [`annotate`] and [`edge`] are the thin rest. The messages
//! are those of `thakim-protocol`.

mod annotate;
pub mod batcher;
mod edge;
mod load;
mod pause;
pub mod service;
pub mod verify;
pub mod wire;

use wasm_bindgen::prelude::wasm_bindgen;

/// Says hello as this build and answers messages from then on. The worker's entry script calls it
/// once, as soon as the wasm is up.
#[wasm_bindgen]
pub fn start(build_id: &str) {
    console_error_panic_hook::set_once();
    edge::start(build_id);
}
