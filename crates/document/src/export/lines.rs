//! Readings over characters, as two lines of plain text.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::Style;
use super::text::needs_space;
use crate::{Origin, Paragraph, Token, is_han};

/// How many columns a line has at most, where a Han character takes two: what a terminal and a
/// letter in a fixed font can show. Only a word that is wider by itself goes beyond it.
const COLUMNS: usize = 72;

/// Writes the readings on one line and the characters on the next:
///
/// ```text
/// Tâi-uân lâng，guá ài lí。
/// 臺灣    人  ，我  愛 你。
/// ```
///
/// A word and its reading begin in the same column of a font in which Han characters are twice as wide as
/// letters. A line of the text that is wider than 72 columns is written as several pairs; between
/// pairs of different lines there is an empty one, and those of the text are kept. A line without any reading stands
/// once.
#[derive(Clone, Debug, Default)]
pub struct Lines {
    above: String,
    below: String,
    /// The width of both so far; they are made equal before each word.
    columns: (usize, usize),
    /// Whether the present line has anything read.
    is_read: bool,
    /// Whether a line with text in it has been written.
    begun: bool,
    /// Whether a pair of the present line has been written.
    wrapped: bool,
}

impl Lines {
    /// Appends the pairs of lines that are full, and all of them where the line ends.
    pub fn push(&mut self, out: &mut String, paragraph: &Paragraph, style: &Style) {
        for (token, reading) in style.shown(paragraph) {
            match reading {
                Some(reading) => {
                    self.is_read = true;
                    self.word(out, token, &style.reading(&reading), &token.surface);
                }
                None if token.origin == Origin::Other => {
                    // A stretch of other text can be broken at its spaces.
                    for piece in token.surface.split_inclusive(' ') {
                        self.word(out, token, piece, piece);
                    }
                }
                None => self.word(out, token, &token.surface, &token.surface),
            }
        }
        if !paragraph.ending.is_empty() {
            self.end_line(out);
            out.push_str(&paragraph.ending);
        }
    }

    /// Appends what is left.
    pub fn finish(mut self, out: &mut String) {
        self.end_line(out);
    }

    fn word(&mut self, out: &mut String, token: &Token, above: &str, below: &str) {
        let width = above.trim_end().width().max(below.trim_end().width());
        let full = self.columns.0.max(self.columns.1) + 1 + width > COLUMNS;
        if full && self.can_break_before(below) {
            self.write(out);
            out.push('\n');
            self.wrapped = true;
        }
        if needs_space(&self.above, token, above) {
            self.above.push(' ');
            self.columns.0 += 1;
        }
        let start = self.columns.0.max(self.columns.1);
        self.above.extend(std::iter::repeat_n(' ', start - self.columns.0));
        self.below.extend(std::iter::repeat_n(' ', start - self.columns.1));
        self.above.push_str(above);
        self.below.push_str(below);
        self.columns = (start + width_of(above), start + width_of(below));
    }

    /// Not before 。 nor behind 「.
    fn can_break_before(&self, next: &str) -> bool {
        let Some(before) = self.below.chars().next_back() else { return false };
        let next = next.chars().next().unwrap_or(' ');
        let is_word = |letter: char| letter.is_alphanumeric() || is_han(letter);
        !is_opening(before) && (is_word(next) || is_opening(next))
    }

    /// Writes the pair without the line break behind it.
    fn write(&mut self, out: &mut String) {
        if !self.wrapped && self.begun {
            out.push('\n');
        }
        self.begun = true;
        if self.is_read {
            out.push_str(self.above.trim_end());
            out.push('\n');
        }
        out.push_str(self.below.trim_end());
        self.above.clear();
        self.below.clear();
        self.columns = (0, 0);
    }

    fn end_line(&mut self, out: &mut String) {
        if !self.below.is_empty() {
            self.write(out);
        }
        self.wrapped = false;
        self.is_read = false;
    }
}

fn is_opening(letter: char) -> bool {
    "（「『《〈【〔［｛([{“‘".contains(letter)
}

/// The columns of a text; a tab and other controls count as one.
fn width_of(text: &str) -> usize {
    text.chars().map(|letter| letter.width().unwrap_or(1)).sum()
}
