//! The article as text for the clipboard.

use thakim_document::Paragraph;
use thakim_document::export::{Style, inline, readings};

/// In which form an article is copied.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Form {
    /// 臺(tâi)灣(uân)
    Inline,
    /// Tâi-uân
    Readings,
    /// 臺灣
    Text,
}

impl Form {
    /// Every form, in the order in which they are offered.
    pub const ALL: [Form; 3] = [Form::Inline, Form::Readings, Form::Text];
}

/// Appends a paragraph with its line break.
pub fn push(out: &mut String, paragraph: &Paragraph, form: Form, style: &Style) {
    match form {
        Form::Inline => out.push_str(&inline(paragraph, style)),
        Form::Readings => out.push_str(&readings(paragraph, style)),
        Form::Text => return out.push_str(&paragraph.text()),
    }
    out.push_str(&paragraph.ending);
}
