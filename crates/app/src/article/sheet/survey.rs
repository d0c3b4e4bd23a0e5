//! Looking through the whole article, at idle moments.

use thakim_document::export::Style;
use thakim_document::{Origin, Paragraph, Token};
use thakim_phonology::Reading;

use super::{SLICE, Sheet};
use crate::article::chunk::{Begins, after};
use crate::article::copy::{self, Form};
use crate::article::flag::Flag;
use crate::article::marks::Position;
use crate::time;

/// How many characters are shown on either side of a word in the list.
const CONTEXT: usize = 6;

/// A flagged word in the list, with what stands around it.
#[derive(Clone, PartialEq, Debug)]
pub struct Entry {
    /// Why it is there.
    pub flag: Flag,
    /// Where it begins, in `char`s of the text.
    pub at: u32,
    /// What stands before it in its line.
    pub before: String,
    /// The word.
    pub surface: String,
    /// What stands behind it.
    pub behind: String,
    /// Its reading, where it has one.
    pub reading: Option<Reading>,
}

/// Lets the page breathe when a slice of time is over.
struct Breath(f64);

impl Breath {
    fn new() -> Breath {
        Breath(time::now())
    }

    async fn take(&mut self) {
        if time::now() - self.0 >= SLICE {
            time::idle().await;
            self.0 = time::now();
        }
    }
}

impl Sheet {
    /// The whole article as text.
    pub async fn text(&self, form: Form, style: Style) -> String {
        let mut out = String::new();
        let mut breath = Breath::new();
        let mut index = 0;
        while let Some((paragraphs, ..)) = self.chunk(index) {
            for paragraph in &paragraphs {
                copy::push(&mut out, paragraph, form, &style);
            }
            index += 1;
            breath.take().await;
        }
        out
    }

    /// The flagged words in order, at most so many of each flag.
    pub async fn list(&self, limit: usize) -> Vec<Entry> {
        let mut entries = Vec::new();
        let mut room = Flag::ALL.map(|_| limit);
        let mut breath = Breath::new();
        let mut index = 0;
        loop {
            let counts = match self.0.state.borrow().slots.get(index) {
                Some(slot) => slot.counts,
                None => return entries,
            };
            if Flag::ALL.into_iter().any(|flag| counts.get(flag) > 0 && room[flag as usize] > 0)
                && let Some((paragraphs, start, _)) = self.chunk(index)
            {
                list_chunk(&paragraphs, start, &mut room, &mut entries);
            }
            index += 1;
            breath.take().await;
        }
    }

    /// The lines of classical text without readings of their own, as ranges of bytes; those that follow
    /// each other are one.
    pub async fn classical(&self) -> Vec<(u32, u32)> {
        let mut found: Vec<(u32, u32)> = Vec::new();
        let mut line = Line::default();
        let mut breath = Breath::new();
        let mut index = 0;
        while let Some((paragraphs, start, _)) = self.chunk(index) {
            let mut at = start;
            for paragraph in &paragraphs {
                line.from = line.from.or(Some(at.byte));
                let has_own = self.0.state.borrow().marks.passage_at(at.byte).is_some();
                line.classical |= paragraph.classical && !has_own;
                at = after(at, paragraph);
                if !paragraph.ending.is_empty() {
                    line.end(at.byte, &mut found);
                }
            }
            line.end_of_chunk = at.byte;
            index += 1;
            breath.take().await;
        }
        let end = line.end_of_chunk;
        line.end(end, &mut found);
        found
    }

    /// The whole lines that two bytes of the text lie in: where the first begins, where the last
    /// ends, and how many there are with text in them.
    pub fn lines(&self, from: u32, to: u32) -> Option<(u32, u32, u32)> {
        let (mut first, last) = {
            let state = self.0.state.borrow();
            let holding = |byte| state.slots.partition_point(|slot| slot.end.byte <= byte);
            let end = state.slots.len().checked_sub(1)?;
            (holding(from).min(end), holding(to).min(end))
        };
        // A line may have begun chunks before.
        while first > 0 && self.chunk(first)?.2 == Begins::MidLine {
            first -= 1;
        }
        let mut range: Option<(u32, u32)> = None;
        let mut count = 0;
        let mut line: Option<u32> = None;
        let mut written = false;
        let mut index = first;
        while let Some((paragraphs, start, _)) = self.chunk(index) {
            let mut at = start;
            for paragraph in &paragraphs {
                let began = *line.get_or_insert(at.byte);
                written |= !paragraph.tokens.is_empty();
                at = after(at, paragraph);
                if paragraph.ending.is_empty() {
                    continue;
                }
                add_line(&mut range, &mut count, (began, at.byte, written), (from, to));
                (line, written) = (None, false);
                if at.byte > to {
                    return range.map(|(from, to)| (from, to, count));
                }
            }
            index += 1;
            if index > last && line.is_none() {
                break;
            }
            if let (Some(began), true) = (line, self.chunk(index).is_none()) {
                add_line(&mut range, &mut count, (began, at.byte, written), (from, to));
            }
        }
        range.map(|(from, to)| (from, to, count))
    }

    fn chunk(&self, index: usize) -> Option<(Vec<Paragraph>, Position, Begins)> {
        let state = self.0.state.borrow();
        let slot = state.slots.get(index)?;
        Some((slot.paragraphs(&state.marks), slot.start, slot.begins))
    }
}

/// A line that pieces are still coming of.
#[derive(Default)]
struct Line {
    from: Option<u32>,
    classical: bool,
    end_of_chunk: u32,
}

impl Line {
    fn end(&mut self, to: u32, found: &mut Vec<(u32, u32)>) {
        let Some(from) = self.from.take() else { return };
        if std::mem::take(&mut self.classical) {
            match found.last_mut() {
                Some(last) if last.1 == from => last.1 = to,
                _ => found.push((from, to)),
            }
        }
    }
}

/// Adds a line (where it begins and ends, and whether anything is written in it) to the range of
/// those that touch the asked bytes.
fn add_line(
    range: &mut Option<(u32, u32)>,
    count: &mut u32,
    (begin, end, written): (u32, u32, bool),
    (from, to): (u32, u32),
) {
    if end <= from || begin > to {
        return;
    }
    *range = Some((range.map_or(begin, |(first, _)| first), end));
    *count += u32::from(written);
}

fn list_chunk(
    paragraphs: &[Paragraph],
    start: Position,
    room: &mut [usize; 4],
    entries: &mut Vec<Entry>,
) {
    let mut letter = start.letter;
    for paragraph in paragraphs {
        for (index, token) in paragraph.tokens.iter().enumerate() {
            if let Some(flag) = Flag::of(token).filter(|_| token.origin != Origin::Other)
                && room[flag as usize] > 0
            {
                room[flag as usize] -= 1;
                entries.push(Entry {
                    flag,
                    at: letter,
                    before: tail(&paragraph.tokens[..index]),
                    surface: token.surface.clone(),
                    behind: head(&paragraph.tokens[index + 1..]),
                    reading: token.reading().cloned(),
                });
            }
            letter += token.surface.chars().count() as u32;
        }
        letter += paragraph.ending.chars().count() as u32;
    }
}

/// The last characters of some tokens.
fn tail(tokens: &[Token]) -> String {
    let letters = tokens.iter().rev().flat_map(|token| token.surface.chars().rev());
    let mut letters: Vec<char> = letters.take(CONTEXT).collect();
    letters.reverse();
    letters.into_iter().collect()
}

/// The first characters of some tokens.
fn head(tokens: &[Token]) -> String {
    tokens.iter().flat_map(|token| token.surface.chars()).take(CONTEXT).collect()
}
