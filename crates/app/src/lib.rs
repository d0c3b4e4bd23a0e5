//! The page.
//!
//! This crate knows no engine and no dictionary: both live in the worker.

use leptos::prelude::*;

/// Puts the page into the document's body.
pub fn start() {
    console_error_panic_hook::set_once();
    leptos::mount::mount_to_body(|| leptos::html::main().child("Tha̍k-im 讀音"));
}
