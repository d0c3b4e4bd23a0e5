//! The pieces of the page in a real browser.

#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, reason = "clippy does not see that these are tests")]

mod browser {
    mod article;
    mod backup;
    mod client;
    mod files;
    mod marks;
    mod migration;
    mod saved;
    mod selected;
    mod store;
    mod support;
}

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
