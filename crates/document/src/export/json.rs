//! Texts in JSON.

use std::fmt::Write;

/// Appends a text as a string of JSON. It has no `<`, `>` or `&` and no line break, so that it can stand inside
/// a `<script>` of HTML whatever the text is.
pub fn push_json(out: &mut String, text: &str) {
    out.push('"');
    for letter in text.chars() {
        match letter {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\0'..='\u{1F}' | '<' | '>' | '&' | '\u{7F}' | '\u{2028}' | '\u{2029}' | '\u{FEFF}' => {
                // Writing into a String cannot fail.
                let _ = write!(out, "\\u{:04x}", u32::from(letter));
            }
            letter => out.push(letter),
        }
    }
    out.push('"');
}
