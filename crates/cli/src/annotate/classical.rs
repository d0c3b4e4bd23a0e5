//! Which lines look classical, for the hint behind an annotation.

use thakim_document::{Paragraph, Preference};

use super::Format;

/// Counts lines, and those that look classical.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct Lines {
    all: u64,
    classical: u64,
    /// Whether a piece of the present line was classical; none at the start of a line.
    open: Option<bool>,
}

impl Lines {
    /// Takes a paragraph, or a piece of a very long line.
    pub(super) fn add(&mut self, paragraph: &Paragraph) {
        if !paragraph.tokens.is_empty() {
            self.open = Some(self.open.unwrap_or(false) || paragraph.classical);
        }
        if !paragraph.ending.is_empty() {
            self.end();
        }
    }

    /// The end of a line, or of one of the inputs.
    pub(super) fn end(&mut self) {
        if let Some(classical) = self.open.take() {
            self.all += 1;
            self.classical += u64::from(classical);
        }
    }

    /// What to tell a person who reads the output: nothing when readings were asked for, or when
    /// programs read it.
    pub(super) fn hint(self, readings: Preference, format: Format) -> Option<String> {
        let for_people =
            matches!(format, Format::Text | Format::Inline | Format::TwoLines | Format::Tsv);
        if self.classical == 0 || readings != Preference::Auto || !for_people {
            return None;
        }
        let Lines { all, classical, .. } = self;
        let (noun, verb) = if all == 1 { ("line", "looks") } else { ("lines", "look") };
        Some(format!(
            "{classical} of {all} {noun} {verb} classical; `--readings literary` reads them with \
             literary readings throughout"
        ))
    }
}

#[cfg(test)]
mod tests {
    use thakim_document::Token;

    use super::*;

    fn paragraph(classical: bool, text: &str, ending: &str) -> Paragraph {
        let tokens = if text.is_empty() { vec![] } else { vec![Token::other(text)] };
        Paragraph { tokens, ending: ending.into(), classical }
    }

    fn hint(paragraphs: &[Paragraph], readings: Preference, format: Format) -> Option<String> {
        let mut lines = Lines::default();
        paragraphs.iter().for_each(|paragraph| lines.add(paragraph));
        lines.end();
        lines.hint(readings, format)
    }

    #[test]
    fn lines_are_counted_and_pieces_and_empty_lines_are_not() {
        let text = [
            paragraph(true, "子曰", "\n"),
            paragraph(false, "", "\n"),
            paragraph(false, "我", "\r\n"),
            // A very long line in two pieces.
            paragraph(true, "學", ""),
            paragraph(false, "而", "\n"),
            paragraph(false, "好", ""),
        ];
        let hint = hint(&text, Preference::Auto, Format::Text).unwrap();
        assert!(hint.starts_with("2 of 4 lines look classical; `--readings literary` "), "{hint}");
    }

    #[test]
    fn programs_and_those_who_asked_are_told_nothing() {
        let classical = [paragraph(true, "子曰", "\n")];
        for format in [Format::Text, Format::Inline, Format::Tsv] {
            assert!(hint(&classical, Preference::Auto, format).is_some());
            assert!(hint(&classical, Preference::Literary, format).is_none());
            assert!(hint(&[paragraph(false, "我", "\n")], Preference::Auto, format).is_none());
        }
        for format in [Format::Html, Format::Json, Format::Readings] {
            assert!(hint(&classical, Preference::Auto, format).is_none());
        }
    }
}
