//! An article on its way: in a file or in a link, and back again without loss.
//!
//! What travels is one block of JSON with the name of its format, its version and a sum. [`file`] finds it in an
//! HTML file of ours, [`link`] packs it into the part of an address that is never sent, [`arrival`] opens what the
//! page was opened with.

pub mod arrival;
pub mod file;
pub mod link;
mod stream;

use js_sys::{JSON, Reflect};
use thakim_document::export::push_json;
use wasm_bindgen::JsValue;

use crate::article::marks::Marks;

/// The name of the format.
const FORMAT: &str = "thakim-article";

/// Its version. A page opens this one and older ones.
const VERSION: u32 = 1;

/// An article with all that a reader made of it.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Saved {
    /// What it is called; empty where the person gave it no name.
    pub title: String,
    /// Its text, line breaks and all.
    pub text: String,
    /// What the reader wants of it.
    pub marks: Marks,
    /// The settings it was shown with: [`Settings::to_line`](crate::settings::Settings::to_line).
    pub settings: String,
}

/// Why a file or a link was not opened.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SavedError {
    /// Nothing of ours is in it.
    Foreign,
    /// It is ours, but a part is missing or was changed.
    Damaged,
    /// A newer page made it.
    Newer {
        /// The version of its format.
        version: u32,
    },
    /// It unpacks to more than a link of ours ever holds.
    TooLarge,
    /// This browser cannot unpack it.
    Unsupported,
}

impl Saved {
    /// As JSON that can stand in a `<script>` of HTML.
    pub fn to_json(&self) -> String {
        let marks = self.marks.to_text();
        let mut out = format!("{{\"format\":\"{FORMAT}\",\"version\":{VERSION}");
        let fields = [
            ("title", self.title.as_str()),
            ("text", &self.text),
            ("marks", &marks),
            ("settings", &self.settings),
        ];
        for (name, value) in fields {
            out.push_str(&format!(",\n\"{name}\":"));
            push_json(&mut out, value);
        }
        let sum = sum(&fields.map(|(_, value)| value));
        out.push_str(&format!(",\n\"sum\":\"{sum:016x}\"}}"));
        out
    }

    /// From JSON that came from anywhere.
    ///
    /// # Errors
    /// [`SavedError`] says what it is instead.
    pub fn from_json(json: &str) -> Result<Saved, SavedError> {
        let value = JSON::parse(json).map_err(|_| SavedError::Damaged)?;
        let field = |name: &str| Reflect::get(&value, &JsValue::from_str(name)).ok();
        let text = |name: &str| field(name)?.as_string();
        if text("format").as_deref() != Some(FORMAT) {
            return Err(SavedError::Foreign);
        }
        let version = field("version").and_then(|version| version.as_f64()).unwrap_or_default();
        // A float becomes an integer at its bounds, whatever it was.
        match version as u32 {
            0 => return Err(SavedError::Damaged),
            version if version > VERSION => return Err(SavedError::Newer { version }),
            _ => {}
        }
        let all = [text("title"), text("text"), text("marks"), text("settings")];
        let [Some(title), Some(text_), Some(marks), Some(settings)] = all else {
            return Err(SavedError::Damaged);
        };
        let found = sum(&[&title, &text_, &marks, &settings]);
        if text("sum") != Some(format!("{found:016x}")) {
            return Err(SavedError::Damaged);
        }
        Ok(Saved { title, text: text_, marks: Marks::from_text(&marks), settings })
    }
}

/// FNV-1a over the fields, each followed by a zero byte. It tells damage, not intent: who wants to forge an
/// article may.
fn sum(fields: &[&str]) -> u64 {
    let bytes = fields.iter().flat_map(|field| field.bytes().chain([0]));
    bytes.fold(0xCBF2_9CE4_8422_2325, |sum, byte| {
        (sum ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01B3)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sum_is_fnv_1a() {
        // From the test vectors of its authors.
        assert_eq!(sum(&[]), 0xCBF2_9CE4_8422_2325);
        assert_eq!(sum(&[""]), 0xAF63_BD4C_8601_B7DF);
        assert_ne!(sum(&["ab", ""]), sum(&["a", "b"]));
    }
}
