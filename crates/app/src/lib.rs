//! The page: an article goes in, ruby comes out.
//!
//! This crate knows no engine and no dictionary: both live in the worker.
//!
//! Markup is made with the builders of [`element`], Leptos underneath, never with `view!`: that macro turns
//! markup without dynamic parts into `innerHTML`, and the page's Content-Security-Policy (Trusted
//! Types) stops it there.

// `crates/app/locales`: one file for each part of the page, every key in all languages.
rust_i18n::i18n!("locales", fallback = "zh-Hant-TW");

pub mod article;
pub mod backup;
pub mod boot;
pub mod effect;
pub mod element;
pub mod files;
pub mod language;
pub mod layout;
pub mod own;
pub mod pages;
pub mod parts;
pub mod saved;
pub mod settings;
pub mod shell;
pub mod signal;
pub mod store;
pub mod text;
pub mod time;
pub mod visit;
pub mod worker_client;

/// Puts the page into the document's body and starts the worker.
pub fn start() {
    console_error_panic_hook::set_once();
    leptos::mount::mount_to_body(|| element::put_into_body(shell::root()));
}
