//! Sentences of the page that need more than a key: numbers, names, the words for a state.
//!
//! Every sentence itself stands in `crates/app/locales`, in all languages, and a plain one is used where
//! it is needed, as `t!("input.annotate")`.
//!
//! A failure says what happened, what is safe, and what to do.

mod fault;
mod look;
mod names;
mod offline;
mod options;
mod own;
mod pages;
mod reason;
mod said;
mod say;

pub use fault::{reading_fault, unreadable};
pub use look::*;
pub use names::*;
pub use offline::*;
pub use options::{option, option_value};
pub use own::{date, day, unfit, words_fault};
pub use pages::{ABOUT_PAGE, Line, SAMPLE_ARTICLE};
pub use reason::{reason, rivals};
pub(crate) use said::{said, said_with, t};
pub use say::*;

/// What a person reads, in the language that is chosen.
pub type Words = std::borrow::Cow<'static, str>;

/// The key that submits the form, as keyboards name it.
pub const ANNOTATE_KEYS: &str = "Ctrl + Enter";
