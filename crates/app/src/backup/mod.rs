//! Everything that a person has here, as one file: articles with what was wanted of them, the words of their
//! own, settings. And such a file read again.
//!
//! The file is JSON: `{ format, version, exported, settings, words, articles }`. An article is `{ id, name,
//! created, saved, copyOf, text, marks, draft, draftMarks }`: `text` and `marks` of what was submitted, `draft` and
//! `draftMarks` of what is being written; what there is none of is left out. Times are milliseconds since
//! 1970. Marks are kept as lines with a version of their own, words as their object store has them, settings
//! as the browser's storage has them, by their keys. Nothing of it passes through the page's own memory: a
//! text stays the browser's own string.

mod article;
mod read;
mod settings;
mod write;

pub use read::{Bad, Incoming, Lost, Problem, Report, open};
pub use settings::{Differing, use_settings};
pub use write::{download, write};

use js_sys::Reflect;
use wasm_bindgen::JsValue;

/// What the file says that it is.
const FORMAT: &str = "thakim-backup";

/// The version of the form above. One is added when an older page could not read the file any more.
const VERSION: u32 = 1;

fn field(of: &JsValue, name: &str) -> JsValue {
    Reflect::get(of, &name.into()).unwrap_or(JsValue::UNDEFINED)
}
