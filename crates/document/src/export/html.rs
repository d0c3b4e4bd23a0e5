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

fn push_escaped(out: &mut String, text: &str) {
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
