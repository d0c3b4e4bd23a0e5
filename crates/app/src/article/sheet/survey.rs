//! Looking through the whole article, at idle moments.

use thakim_document::export::{Form, Style, Writer};
use thakim_document::{Origin, Paragraph, Token};
use thakim_phonology::Reading;

use super::classical::{Passages, Piece};
use super::slot::{Distance, Span, spans};
use super::{Change, SLICE, Sheet};
use crate::article::chunk::{Begins, after};
use crate::article::correct::{self, Places};
use crate::article::flag::{Flag, words};
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
pub(super) struct Breath(f64);

impl Breath {
    pub(super) fn new() -> Breath {
        Breath(time::now())
    }

    /// Whether the slice is over.
    pub(super) fn is_due(&self) -> bool {
        time::now() - self.0 >= SLICE
    }

    pub(super) async fn take(&mut self) {
        if self.is_due() {
            time::idle().await;
            self.0 = time::now();
        }
    }
}

impl Sheet {
    /// The whole article in a form.
    pub async fn text(&self, form: Form, style: Style) -> String {
        let mut out = String::new();
        let mut writer = Writer::new(form, style);
        self.visit(|paragraph| writer.push(&mut out, paragraph)).await;
        writer.finish(&mut out);
        out
    }

    /// Every paragraph of the article, as it is read now, at idle moments.
    pub async fn visit(&self, mut see: impl FnMut(&Paragraph)) {
        let mut breath = Breath::new();
        let mut index = 0;
        while let Some((paragraphs, _)) = self.chunk(index) {
            paragraphs.iter().for_each(&mut see);
            index += 1;
            breath.take().await;
        }
    }

    /// Has every section take over the readings of words wherever they stand, those near the window
    /// first. How many words are read otherwise then.
    pub async fn spread(&self) -> u32 {
        let mut breath = Breath::new();
        let order: Vec<usize> = {
            let state = self.0.state.borrow();
            let (near, far): (Vec<usize>, Vec<usize>) = (0..state.slots.len())
                .partition(|index| state.slots[*index].distance == Distance::Near);
            near.into_iter().chain(far).collect()
        };
        let mut changed = 0;
        for index in order {
            changed += self.0.state.borrow_mut().catch_up(index);
            breath.take().await;
        }
        let mut state = self.0.state.borrow_mut();
        state.restore_current();
        if changed > 0 {
            state.tell(Change::Read);
        }
        drop(state);
        self.ask_filling();
        changed
    }

    /// Where a word stands, by how it is read.
    pub async fn places(&self, surface: &str) -> Places {
        let mut places = Places::default();
        let mut breath = Breath::new();
        let mut index = 0;
        loop {
            let found = match self.0.state.borrow().slots.get(index) {
                Some(slot) if slot.may_have(surface, &self.0.state.borrow().marks) => {
                    let paragraphs = slot.paragraphs(&self.0.state.borrow().marks);
                    correct::places(words(&paragraphs), surface)
                }
                Some(_) => Places::default(),
                None => return places,
            };
            places.add(found);
            index += 1;
            breath.take().await;
        }
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
                && let Some((paragraphs, start)) = self.chunk(index)
            {
                list_chunk(&paragraphs, start, &mut room, &mut entries);
            }
            index += 1;
            breath.take().await;
        }
    }

    /// The lines of classical text without readings of their own, with what belongs to them, as ranges of
    /// bytes; those that follow each other are one.
    pub async fn classical(&self) -> Vec<(u32, u32)> {
        let mut passages = Passages::default();
        let mut breath = Breath::new();
        let mut index = 0;
        while let Some((paragraphs, start)) = self.chunk(index) {
            let mut at = start;
            for paragraph in &paragraphs {
                let has_own = self.0.state.borrow().marks.passage_at(at.byte).is_some();
                let text = paragraph.text();
                let text = text.strip_suffix(&paragraph.ending).unwrap_or(&text);
                let from = at.byte;
                at = after(at, paragraph);
                passages.push(&Piece {
                    from,
                    to: at.byte,
                    text,
                    is_classical: paragraph.classical,
                    has_own,
                    goes_on: paragraph.ending.is_empty(),
                });
            }
            index += 1;
            breath.take().await;
        }
        passages.finish()
    }

    /// The whole lines that two bytes of the text lie in: where the first begins, where the last
    /// ends, and how many there are with text in them.
    pub fn lines(&self, from: u32, to: u32) -> Option<(u32, u32, u32)> {
        let state = self.0.state.borrow();
        let slots = &state.slots;
        let end = slots.len().checked_sub(1)?;
        let holding = |byte| slots.partition_point(|slot| slot.end.byte <= byte).min(end);
        let (first, last) = (holding(from), holding(to));
        let spans =
            |index: usize| spans(&slots[index].paragraphs(&state.marks), slots[index].start);
        let begins_within = |index: &usize| slots[*index].begins == Begins::Line;
        let index = |spans: &[Span], byte| {
            spans.partition_point(|span| span.to <= byte).min(spans.len().saturating_sub(1))
        };

        // A line may have begun chunks before, and go on for more.
        let in_first = spans(first);
        let begin = index(&in_first, from);
        let start = if begin == 0 && slots[first].begins == Begins::MidLine {
            let chunk = (0..first).rfind(&begins_within).unwrap_or(0);
            spans(chunk).last()?.from
        } else {
            in_first.get(begin)?.from
        };
        let in_last = spans(last);
        let stop = index(&in_last, to);
        let stop_byte = if stop + 1 == in_last.len() {
            let next = (last + 1..slots.len()).find(&begins_within);
            next.map_or(slots[end].end.byte, |next| slots[next].start.byte)
        } else {
            in_last.get(stop)?.to
        };

        let count = |spans: &[Span]| spans.iter().map(Span::count).sum::<u32>();
        let written = if first == last {
            count(in_last.get(begin..=stop)?)
        } else {
            let between: u32 = slots[first + 1..last].iter().map(|slot| slot.written).sum();
            // What goes on over the edge of a chunk has been counted on both sides.
            let cut = slots[first + 1..=last].iter().filter(|slot| slot.begins == Begins::MidLine);
            count(&in_first[begin..]) + between + count(&in_last[..=stop]) - cut.count() as u32
        };
        Some((start, stop_byte, written))
    }

    pub(super) fn chunk(&self, index: usize) -> Option<(Vec<Paragraph>, Position)> {
        let state = self.0.state.borrow();
        let slot = state.slots.get(index)?;
        Some((slot.paragraphs(&state.marks), slot.start))
    }
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
