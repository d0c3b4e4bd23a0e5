//! Markdown.

use super::Style;
use crate::{Origin, Paragraph};

/// Writes CommonMark with readings as `<ruby>`, which Markdown has no sign for and every editor that shows
/// HTML understands:
///
/// ```text
/// <ruby>臺<rp>(</rp><rt>Tâi</rt><rp>)</rp></ruby>…，\
/// ```
///
/// A line break of the text is a hard one (a backslash at the end of the line); one or more empty lines part
/// paragraphs. Whatever Markdown or its common extensions would read as a sign is escaped, so
/// that the text is shown as it was pasted.
#[derive(Clone, Debug, Default)]
pub struct Markdown {
    /// Line breaks since the last text.
    breaks: Breaks,
    /// How the present line goes on.
    line: Line,
    /// The spaces that it begins with.
    indent: String,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
enum Breaks {
    /// Nothing has been written.
    #[default]
    Start,
    None,
    One,
    More,
}

/// What the present line holds so far: some signs mean something only where it begins.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
enum Line {
    #[default]
    Nothing,
    Digits,
    Text,
}

impl Markdown {
    /// Appends a paragraph; its line break comes when the next line does.
    pub fn push(&mut self, out: &mut String, paragraph: &Paragraph, style: &Style) {
        for (token, reading) in style.shown(paragraph) {
            match (reading, token.origin) {
                (Some(reading), _) => {
                    self.begin(out);
                    self.line = Line::Text;
                    for (index, unit) in token.units().enumerate().take(reading.len()) {
                        out.push_str("<ruby>");
                        out.push_str(unit);
                        out.push_str("<rp>(</rp><rt>");
                        let written = style.syllable(&reading, index);
                        written.chars().for_each(|letter| push_inline(out, letter));
                        out.push_str("</rt><rp>)</rp></ruby>");
                    }
                }
                (None, Origin::Other) => self.text(out, &token.surface),
                (None, _) => {
                    self.begin(out);
                    self.line = Line::Text;
                    out.push_str(&token.surface);
                }
            }
        }
        if !paragraph.ending.is_empty() {
            self.breaks = match self.breaks {
                Breaks::Start => Breaks::Start,
                Breaks::None => Breaks::One,
                Breaks::One | Breaks::More => Breaks::More,
            };
            self.line = Line::Nothing;
            self.indent.clear();
        }
    }

    /// Ends the last line.
    pub fn finish(self, out: &mut String) {
        if matches!(self.breaks, Breaks::One | Breaks::More) {
            out.push('\n');
        }
    }

    /// Writes the breaks before the first text of a line.
    fn begin(&mut self, out: &mut String) {
        match self.breaks {
            Breaks::Start | Breaks::None => {}
            Breaks::One => out.push_str("\\\n"),
            Breaks::More => out.push_str("\n\n"),
        }
        self.breaks = Breaks::None;
        // Spaces where a line begins would make code of it, or be lost.
        for space in self.indent.drain(..) {
            match space {
                ' ' => out.push_str("&#32;"),
                '\t' => out.push_str("&#9;"),
                other => out.push(other),
            }
        }
    }

    fn text(&mut self, out: &mut String, text: &str) {
        let mut text = text;
        if self.line == Line::Nothing {
            let rest = text.trim_start();
            self.indent.push_str(&text[..text.len() - rest.len()]);
            text = rest;
        }
        // A line of nothing but spaces is an empty line.
        if text.is_empty() {
            return;
        }
        self.begin(out);
        for letter in text.chars() {
            self.line = match (self.line, letter) {
                (Line::Nothing, '#' | '+' | '-' | ':') | (Line::Digits, '.' | ')') => {
                    out.push('\\');
                    out.push(letter);
                    Line::Text
                }
                (Line::Nothing | Line::Digits, '0'..='9') => {
                    out.push(letter);
                    Line::Digits
                }
                _ => {
                    push_inline(out, letter);
                    Line::Text
                }
            };
        }
    }
}

/// A character within a line.
fn push_inline(out: &mut String, letter: char) {
    match letter {
        '&' => out.push_str("&amp;"),
        '<' => out.push_str("&lt;"),
        '>' => out.push_str("&gt;"),
        '\0' => out.push('\u{FFFD}'),
        '\\' | '`' | '*' | '_' | '[' | ']' | '~' | '|' | '$' | '^' | '=' => {
            out.push('\\');
            out.push(letter);
        }
        letter => out.push(letter),
    }
}
