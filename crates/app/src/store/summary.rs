//! What the list of articles says of one of them.

use js_sys::JsString;
use serde::{Deserialize, Serialize};
use wasm_bindgen::JsValue;

use super::{ArticleId, Kind, Raw};

/// How many characters of its first line name an article that has no other name.
pub const TITLE: usize = 30;

/// How much of a text is looked at for its first line, in UTF-16 code units.
const HEAD: u32 = 2_000;

/// How much of a text is counted at a time, in UTF-16 code units.
const PIECE: u32 = 1 << 16;

/// An article without its texts. Times are milliseconds since 1970, or later than all that were there
/// before: where the clock was set back, the order stays.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(default)]
pub struct Summary {
    /// Which it is.
    pub id: ArticleId,
    /// The name that the person gave it; empty when it is called after its first line.
    pub name: String,
    /// The beginning of its first line.
    pub first: String,
    /// When it was begun.
    pub created: f64,
    /// When it was changed last.
    pub saved: f64,
    /// Its length in characters, white space left out.
    pub letters: u32,
    /// Whether it was ever submitted; if not, all there is of it is a draft.
    pub submitted: bool,
    /// Whether there is a draft that has not been submitted.
    pub draft: bool,
    /// The article that it was a copy of when it came in; empty for one that is none.
    #[serde(rename = "copyOf")]
    pub copy_of: String,
}

impl Summary {
    /// An article that is begun.
    pub fn new(id: ArticleId, created: f64) -> Summary {
        Summary { id, created, saved: created, ..Summary::default() }
    }

    /// What it is called; nothing where there is neither a name nor a line of text.
    pub fn title(&self) -> &str {
        if self.name.is_empty() { &self.first } else { &self.name }
    }

    /// Notes the text that it has now.
    pub(super) fn describe(&mut self, kind: Kind, text: &JsString) {
        self.first = first_line(&String::from(text.slice(0, HEAD)));
        self.letters = letters(text);
        match kind {
            Kind::Article => self.submitted = true,
            Kind::Draft => self.draft = true,
        }
    }

    /// Notes all texts that it has.
    pub fn describe_whole(&mut self, article: Option<&Raw>, draft: Option<&Raw>) {
        (self.submitted, self.draft) = (false, false);
        for (kind, raw) in [(Kind::Article, article), (Kind::Draft, draft)] {
            if let Some(raw) = raw {
                self.describe(kind, &raw.text);
            }
        }
    }

    /// As it is kept.
    pub(super) fn to_record(&self) -> JsValue {
        // Strings, numbers and booleans: there is nothing in it that could be refused.
        serde_wasm_bindgen::to_value(self).unwrap_or(JsValue::UNDEFINED)
    }

    /// From the form in which it is kept; none for a record that is no article.
    pub(super) fn from_record(record: JsValue) -> Option<Summary> {
        let summary: Summary = serde_wasm_bindgen::from_value(record).ok()?;
        Some(summary).filter(|summary| !summary.id.0.is_empty())
    }
}

impl Default for Summary {
    fn default() -> Summary {
        Summary {
            id: ArticleId(String::new()),
            name: String::new(),
            first: String::new(),
            created: 0.0,
            saved: 0.0,
            letters: 0,
            submitted: false,
            draft: false,
            copy_of: String::new(),
        }
    }
}

/// The beginning of the first line that says something.
pub fn first_line(text: &str) -> String {
    let line = text.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or_default();
    let mut letters = line.chars();
    let mut title: String = letters.by_ref().take(TITLE).collect();
    if letters.next().is_some() {
        title.push('…');
    }
    title
}

/// How many characters there are, white space left out.
fn letters(text: &JsString) -> u32 {
    let pieces = (0..text.length()).step_by(PIECE as usize);
    pieces
        .map(|from| {
            let piece = String::from(text.slice(from, (from + PIECE).min(text.length())));
            // A pair of surrogates that is cut here counts twice: the length is for people.
            piece.chars().filter(|letter| !letter.is_whitespace()).count() as u32
        })
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_line_that_says_something_is_the_title() {
        assert_eq!(first_line(""), "");
        assert_eq!(first_line("\n \u{3000}\n 透早的市場 \n天"), "透早的市場");
        assert_eq!(first_line(&"字".repeat(TITLE)), "字".repeat(TITLE));
        assert_eq!(first_line(&"字".repeat(TITLE + 1)), format!("{}…", "字".repeat(TITLE)));
    }
}
