//! What the end-to-end tests share: the built site behind a real nginx, and a real browser.
//!
//! This crate knows the page only from outside: its addresses, its text and its elements.
//!
//! `cargo xtask test e2e` builds the site and names it in `THAKIM_SITE`; without that the tests take
//! `www/dist`.

mod browser;
mod engine;
pub mod everyone;
mod line;
pub mod ops;
mod page;
pub mod release;
mod site;
mod words;

pub use browser::{Browser, PATIENCE, Profile};
pub use engine::Engine;
pub use line::{Line, Weather};
pub use site::{Site, article};
pub use words::WORDS;

/// The form's address.
pub const INPUT: &str = "/article_pronunciation/input/";
/// The annotated article's address.
pub const PRONUNCIATION: &str = "/article_pronunciation/pronunciation/";
