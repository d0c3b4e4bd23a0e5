//! What the reader did to the article of this tab, kept while other pages are looked at.

use js_sys::JsString;

use crate::article::history::History;
use crate::article::marks::Marks;
use crate::store::{ArticleId, Kept, edit};

/// What was done to an article, and the article as it was then.
pub struct Past {
    id: ArticleId,
    text: JsString,
    marks: Marks,
    /// What was done.
    pub history: History,
}

impl Past {
    /// That of the article of this name, which is this: what was done before, where it is the same article
    /// with the same marks on it. Where its text was edited, what was done moves along.
    pub fn of(id: ArticleId, kept: &Kept, before: Option<Past>) -> Past {
        let history = before.filter(|before| before.id == id).and_then(|before| before.moved(kept));
        let (text, marks) = (kept.text.clone(), kept.marks.clone());
        Past { id, text, marks, history: history.unwrap_or_default() }
    }

    /// These are the marks of the article now.
    pub fn note(&mut self, marks: &Marks) {
        self.marks.clone_from(marks);
    }

    fn moved(mut self, kept: &Kept) -> Option<History> {
        if self.text != kept.text {
            let edit = edit(&self.text, &kept.text);
            self.marks.follow(edit);
            self.history.follow(edit);
        }
        self.marks.lies_like(&kept.marks).then_some(self.history)
    }
}
