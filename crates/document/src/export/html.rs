//! Ruby HTML.

use super::Style;
use crate::{Origin, Paragraph};

/// What stands inside the paragraph's `<p>`: a `<ruby>` for each character that has a reading, words
/// in `<span class="w">`, and characters without a reading in `<span class="unknown">`. All text is
/// escaped.
pub fn ruby_html(paragraph: &Paragraph, style: &Style) -> String {
    let tag = style.notation.language_tag();
    let mut out = String::new();
    for (token, reading) in style.shown(paragraph) {
        match (reading, token.origin) {
            (Some(reading), _) => {
                out.push_str("<span class=\"w\">");
                for (index, unit) in token.units().enumerate().take(reading.len()) {
                    out.push_str("<ruby>");
                    push_escaped(&mut out, unit);
                    out.push_str("<rp>(</rp><rt lang=\"");
                    out.push_str(tag);
                    out.push_str("\">");
                    push_escaped(&mut out, &style.syllable(&reading, index));
                    out.push_str("</rt><rp>)</rp></ruby>");
                }
                out.push_str("</span>");
            }
            (None, Origin::Unknown) => {
                out.push_str("<span class=\"unknown\">");
                push_escaped(&mut out, &token.surface);
                out.push_str("</span>");
            }
            (None, _) => push_escaped(&mut out, &token.surface),
        }
    }
    out
}

/// Writes a `<p>` for each line of a text, as a fragment that word processors understand: each reading in
/// `<rp>` parentheses, where there is no ruby; spaces that HTML would drop as ones that do not break. It has no
/// style: pages forbid that, also in what is copied from them. What holds no line break is no paragraph.
#[derive(Clone, Debug, Default)]
pub(super) struct Lines {
    /// The present line so far; none where none has begun.
    line: Option<String>,
    /// Whether a line has ended.
    ended: bool,
}

impl Lines {
    /// Appends the lines that end.
    pub(super) fn push(&mut self, out: &mut String, paragraph: &Paragraph, style: &Style) {
        let line = self.line.get_or_insert_default();
        line.push_str(&ruby_html(paragraph, style));
        if !paragraph.ending.is_empty() {
            self.ended = true;
            self.end(out);
        }
    }

    /// Appends what is left.
    pub(super) fn finish(mut self, out: &mut String) {
        if self.ended {
            self.end(out);
        } else if let Some(line) = self.line {
            out.push_str(&with_spaces(line));
        }
    }

    fn end(&mut self, out: &mut String) {
        let Some(line) = self.line.take() else { return };
        let line = if line.is_empty() { "<br>".to_owned() } else { with_spaces(line) };
        out.push_str(&format!("<p lang=\"nan-Hant-TW\">{line}</p>\n"));
    }
}

/// With every space and tab of the text seen. Within tags there is never more than one space.
fn with_spaces(line: String) -> String {
    let mut line = if line.contains(['\t', '\u{B}', '\u{C}']) {
        line.replace(['\t', '\u{B}', '\u{C}'], "    ")
    } else {
        line
    };
    if line.contains("  ") {
        line = line.replace("  ", " &nbsp;");
    }
    match line.strip_prefix(' ') {
        Some(rest) => format!("&nbsp;{rest}"),
        None => line,
    }
}

/// Appends a text so that HTML shows it as it is, also between the quotes of an attribute.
pub(super) fn push_escaped(out: &mut String, text: &str) {
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            // HTML forbids these even as character references.
            '\0' => out.push('\u{FFFD}'),
            letter => out.push(letter),
        }
    }
}
