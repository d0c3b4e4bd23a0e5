//! Which lines are offered as classical: those that look so, and what belongs to them.

/// How many lines in a row may be taken along that do not look classical by themselves.
const TAKEN_ALONG: u32 = 3;

/// How many `char`s such a line has at most: a title, a date, a verse.
const SHORT: usize = 20;

/// Characters that neither titles nor verses of classical text have, but translations of them.
const MODERN: &str = "的這这是了們们佇佮攏阮恁𪜶袂毋嘛咧遮遐仔";

/// A line, as far as it is known.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Kind {
    Classical,
    /// Nothing stands in it.
    Blank,
    /// It may belong to what is classical around it.
    Short,
    Other,
}

/// Finds the passages to offer in lines that come piece by piece, as ranges of bytes. A few short lines
/// belong to a passage where they stand between two classical lines, or between one and an edge
/// of the text: a title, a date, a verse without function characters.
#[derive(Debug, Default)]
pub(super) struct Passages {
    found: Vec<(u32, u32)>,
    /// Lines since the last classical one, or since the start of the text.
    gap: Gap,
    /// The line that is coming.
    line: Option<Line>,
    end: u32,
}

#[derive(Debug, Default)]
struct Gap {
    /// Where it begins; none while there is none.
    from: Option<u32>,
    short: u32,
    /// Whether something stands in it that parts passages.
    parts: bool,
}

#[derive(Debug)]
struct Line {
    from: u32,
    text: String,
    is_classical: bool,
    has_own: bool,
}

/// A piece of a line.
pub(super) struct Piece<'p> {
    /// Where it begins, in bytes of the text.
    pub(super) from: u32,
    /// Where it ends, line break included.
    pub(super) to: u32,
    /// Its text without the line break.
    pub(super) text: &'p str,
    /// Whether the engine takes it for classical.
    pub(super) is_classical: bool,
    /// Whether it already has readings of its own.
    pub(super) has_own: bool,
    /// Whether the line goes on behind it.
    pub(super) goes_on: bool,
}

impl Passages {
    /// Takes the next piece.
    pub(super) fn push(&mut self, piece: &Piece) {
        let line = self.line.get_or_insert_with(|| Line {
            from: piece.from,
            text: String::new(),
            is_classical: false,
            has_own: false,
        });
        // More is not needed to see that it is not short.
        if line.text.chars().count() <= SHORT {
            line.text.extend(piece.text.trim().chars().take(SHORT + 1));
        }
        line.is_classical |= piece.is_classical && !piece.has_own;
        line.has_own |= piece.has_own;
        self.end = piece.to;
        if !piece.goes_on {
            self.end_line();
        }
    }

    /// All has come.
    pub(super) fn finish(mut self) -> Vec<(u32, u32)> {
        self.end_line();
        if !self.gap.parts
            && self.gap.short > 0
            && let Some(last) = self.found.last_mut()
        {
            last.1 = self.end;
        }
        self.found
    }

    fn end_line(&mut self) {
        let Some(line) = self.line.take() else { return };
        match line.kind() {
            Kind::Classical => {
                let gap = std::mem::take(&mut self.gap);
                match self.found.last_mut() {
                    Some(last) if !gap.parts => last.1 = self.end,
                    None if !gap.parts && gap.short > 0 => {
                        self.found.push((gap.from.unwrap_or(line.from), self.end));
                    }
                    _ => self.found.push((line.from, self.end)),
                }
                return;
            }
            Kind::Blank => {}
            Kind::Short => {
                self.gap.short += 1;
                self.gap.parts |= self.gap.short > TAKEN_ALONG;
            }
            Kind::Other => self.gap.parts = true,
        }
        self.gap.from.get_or_insert(line.from);
    }
}

impl Line {
    fn kind(&self) -> Kind {
        if self.is_classical {
            Kind::Classical
        } else if self.has_own {
            Kind::Other
        } else if self.text.is_empty() {
            Kind::Blank
        } else if self.text.chars().count() <= SHORT && !self.text.contains(is_modern) {
            Kind::Short
        } else {
            Kind::Other
        }
    }
}

/// Titles of classical text are written in Han characters alone.
fn is_modern(letter: char) -> bool {
    MODERN.contains(letter) || letter.is_ascii_alphabetic()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Lines; `+` before a classical one, `=` before one with readings of its own, `|` where a long line
    /// is cut. The found passages are lines joined with `/`.
    fn check(lines: &[&str], expected: &[&str]) {
        let mut passages = Passages::default();
        let mut text = String::new();
        for line in lines {
            let is_classical = line.starts_with('+');
            let has_own = line.starts_with('=');
            let line = line.trim_start_matches(['+', '=']);
            let count = line.split('|').count();
            for (index, piece) in line.split('|').enumerate() {
                let goes_on = index + 1 < count;
                let from = text.len() as u32;
                text.push_str(piece);
                text.push_str(if goes_on { "" } else { "/" });
                let to = text.len() as u32;
                passages.push(&Piece { from, to, text: piece, is_classical, has_own, goes_on });
            }
        }
        let found = passages.finish();
        let found: Vec<&str> =
            found.iter().map(|&(from, to)| &text[from as usize..to as usize]).collect();
        assert_eq!(found, expected, "{lines:?}");
    }

    const LONG: &str = "有一工透早我去後壁山散步看著足濟花開甲滿四界";

    #[test]
    fn lines_that_follow_each_other_are_one_passage() {
        check(&[], &[]);
        check(&[LONG, "+甲", "+乙", LONG, "+丙"], &["甲/乙/", "丙/"]);
        check(&[LONG, "+甲", "", "+乙", ""], &["甲//乙/"]);
        check(&[LONG, "+甲|乙", LONG], &["甲乙/"]);
    }

    #[test]
    fn a_few_short_lines_are_taken_along() {
        check(&[LONG, "+甲", "床前", "+乙", LONG], &["甲/床前/乙/"]);
        check(&["題", "", "+甲", LONG], &["題//甲/"]);
        check(&[LONG, "+甲", "", "時六年"], &["甲//時六年/"]);
        check(&["+甲", "一", "二", "三", "+乙"], &["甲/一/二/三/乙/"]);
        check(&["一", "二", "三"], &[]);
    }

    #[test]
    fn what_is_long_modern_or_much_parts_passages() {
        check(&["+甲", "一", "二", "三", "四", "+乙"], &["甲/", "乙/"]);
        check(&["+甲", "我的冊", "+乙"], &["甲/", "乙/"]);
        check(&["+甲", "by Tân", "+乙"], &["甲/", "乙/"]);
        check(&["+甲", "=床前", "+乙"], &["甲/", "乙/"]);
        check(&[LONG, "題", "+甲", "題", LONG], &["甲/"]);
    }
}
