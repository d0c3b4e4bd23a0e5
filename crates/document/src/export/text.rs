//! Plain text.

use super::Style;
use crate::{Origin, Paragraph, Token};

/// The line in romanised words: `Tâi-gí，guá ài.` Words are parted by spaces; what is not read, and
/// characters without a reading, stand as they are. Without the line break.
pub fn readings(paragraph: &Paragraph, style: &Style) -> String {
    let mut out = String::new();
    for (token, reading) in style.shown(paragraph) {
        let written = match reading {
            Some(reading) => style.reading(&reading),
            None => token.surface.clone(),
        };
        if needs_space(&out, token, &written) {
            out.push(' ');
        }
        out.push_str(&written);
    }
    out
}

/// The line with each reading behind its character: `我(guá)愛(ài)`. Without the line break.
pub fn inline(paragraph: &Paragraph, style: &Style) -> String {
    let mut out = String::new();
    for (token, reading) in style.shown(paragraph) {
        let Some(reading) = reading else {
            out.push_str(&token.surface);
            continue;
        };
        for (index, unit) in token.units().enumerate().take(reading.len()) {
            out.push_str(unit);
            out.push('(');
            out.push_str(&style.syllable(&reading, index));
            out.push(')');
        }
    }
    out
}

/// Whether a word would run into what stands before it.
pub(super) fn needs_space(before: &str, token: &Token, written: &str) -> bool {
    let is_wordlike = |letter: char| letter.is_alphanumeric() || crate::is_han(letter);
    let is_mark = |letter: char| ('\u{300}'..='\u{36F}').contains(&letter) || letter == 'ⁿ';
    let runs_on = before.chars().next_back().is_some_and(|end| is_wordlike(end) || is_mark(end));
    let begins_word = written.chars().next().is_some_and(is_wordlike);
    runs_on && begins_word && (token.origin != Origin::Other || !before.ends_with(' '))
}
