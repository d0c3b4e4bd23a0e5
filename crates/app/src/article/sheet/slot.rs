//! A section of the article and the chunk that it shows.

use js_sys::Uint8Array;
use thakim_document::{Origin, Paragraph, Tally, Token};
use web_sys::{Element, HtmlElement};

use crate::article::chunk::{Begins, Chunk, after};
use crate::article::correct::{self, Wanted};
use crate::article::flag::{Counts, words};
use crate::article::look::Look;
use crate::article::marks::{ArticleWords, Marks, Position};
use crate::article::ruby::{RubyWriter, Stretch};

/// A section and what belongs in it.
pub(super) struct Slot {
    pub(super) section: HtmlElement,
    /// The engine's paragraphs, encoded, outside the page's own memory (which never shrinks).
    paragraphs: Uint8Array,
    pub(super) begins: Begins,
    pub(super) start: Position,
    pub(super) end: Position,
    /// What is in it, corrections counted.
    pub(super) tally: Tally,
    pub(super) counts: Counts,
    /// How many words it has.
    pub(super) words: usize,
    /// How many lines of classical text without readings of their own.
    pub(super) classical: u32,
    /// How many lines with text in them, also those that begin before it or go on behind it.
    pub(super) written: u32,
    /// Where words begin in it that did not stand before, in `char`s of the text.
    new: Vec<u32>,
    pub(super) content: Content,
    pub(super) distance: Distance,
    /// The readings of words with which it is counted and shown; those of the marks may be newer.
    spread: ArticleWords,
}

/// What stands in a section.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Content {
    Empty,
    /// Its readings, but not as they are now.
    Stale,
    Ruby(Look),
}

/// Where a section is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Distance {
    Near,
    Far,
}

impl Slot {
    /// A slot for this section, with what is lost of the corrections in it.
    pub(super) fn new(
        section: HtmlElement,
        chunk: &Chunk,
        new: Vec<u32>,
        marks: &Marks,
    ) -> (Slot, Vec<u32>) {
        let bytes = postcard::to_allocvec(&chunk.paragraphs).unwrap_or_default();
        let mut slot = Slot {
            section,
            paragraphs: Uint8Array::from(bytes.as_slice()),
            begins: chunk.begins,
            start: chunk.start,
            end: chunk.paragraphs.iter().fold(chunk.start, after),
            tally: chunk.tally,
            counts: chunk.counts,
            words: words(&chunk.paragraphs).count(),
            classical: classical_lines(chunk, marks),
            written: 0,
            new,
            content: Content::Empty,
            distance: Distance::Far,
            spread: marks.words().clone(),
        };
        slot.written = spans(&chunk.paragraphs, chunk.start).iter().map(Span::count).sum();
        reserve(&slot.section, &chunk.tally);
        let lost = if slot.wanted(marks).is_empty() { Vec::new() } else { slot.recount(marks) };
        (slot, lost)
    }

    /// Whether a chunk is of the same stretch of the text.
    pub(super) fn is_of(&self, chunk: &Chunk) -> bool {
        self.start == chunk.start
            && self.begins == chunk.begins
            && self.end == chunk.paragraphs.iter().fold(chunk.start, after)
    }

    /// What of the marks lies in it.
    pub(super) fn wanted<'m>(&'m self, marks: &'m Marks) -> Wanted<'m> {
        let (from, to) = (self.start.letter, self.end.letter);
        let corrections = marks.corrections();
        let seams = marks.seams();
        let correction = |letter| corrections.partition_point(|one| one.at < letter);
        let seam = |letter| seams.partition_point(|one| one.at < letter);
        Wanted {
            seams: &seams[seam(from)..seam(to)],
            words: &self.spread,
            corrections: &corrections[correction(from)..correction(to)],
        }
    }

    /// Counts again what is in it, and gives the corrections that do not hold.
    pub(super) fn recount(&mut self, marks: &Marks) -> Vec<u32> {
        let mut paragraphs = self.decode();
        let lost = correct::apply(&mut paragraphs, self.start.letter, self.wanted(marks));
        self.count(&paragraphs);
        lost
    }

    fn count(&mut self, paragraphs: &[Paragraph]) {
        self.tally = Tally::default();
        for paragraph in paragraphs {
            self.tally.add(paragraph);
        }
        self.counts = Counts::of(paragraphs);
        self.words = words(paragraphs).count();
    }

    /// Takes over the readings of words from the marks. How many words are read otherwise now;
    /// where any are, it has to be filled again.
    pub(super) fn catch_up(&mut self, marks: &Marks) -> u32 {
        if ArticleWords::ptr_eq(&self.spread, marks.words()) {
            return 0;
        }
        let before = self.paragraphs(marks);
        self.spread = marks.words().clone();
        let after = self.paragraphs(marks);
        let changed = changed(&before, &after);
        if changed > 0 {
            self.count(&after);
            self.outdate();
        }
        changed
    }

    /// Its paragraphs, corrected.
    pub(super) fn paragraphs(&self, marks: &Marks) -> Vec<Paragraph> {
        let mut paragraphs = self.decode();
        correct::apply(&mut paragraphs, self.start.letter, self.wanted(marks));
        paragraphs
    }

    /// Whether a word may stand in it. `false` costs much less to say than to look.
    pub(super) fn may_have(&self, surface: &str, marks: &Marks) -> bool {
        // What the reader joined stands in no token of the engine's.
        !self.wanted(marks).is_empty()
            || self
                .paragraphs
                .to_vec()
                .windows(surface.len())
                .any(|part| part == surface.as_bytes())
    }

    fn decode(&self) -> Vec<Paragraph> {
        // These bytes were made here, from paragraphs.
        postcard::from_bytes(&self.paragraphs.to_vec()).unwrap_or_default()
    }

    /// Fills the section. Whether there was anything to do.
    pub(super) fn fill(&mut self, writer: &RubyWriter, marks: &Marks) -> bool {
        let wanted = Content::Ruby(writer.look());
        if self.content == wanted {
            return false;
        }
        let paragraphs = self.paragraphs(marks);
        let (begins, start) = (self.begins, self.start);
        let stretch = Stretch { paragraphs: &paragraphs, begins, start, new: &self.new };
        writer.write(&self.section, stretch, marks);
        let _ = self.section.style().remove_property("block-size");
        self.content = wanted;
        true
    }

    /// What stands in the section is not as it should be any more.
    pub(super) fn outdate(&mut self) {
        if self.content != Content::Empty {
            self.content = Content::Stale;
        }
    }

    /// Takes the elements away and keeps the place they took among the lines, in CSS pixels.
    pub(super) fn empty(&mut self, place: f64) {
        if self.content == Content::Empty {
            return;
        }
        self.section.set_text_content(None);
        let _ = self.section.style().set_property("block-size", &format!("{place}px"));
        self.content = Content::Empty;
    }

    /// The place it took is worth nothing any more; `empties` says whether it is to be emptied.
    pub(super) fn forget_place(&mut self, empties: bool) {
        if empties {
            self.section.set_text_content(None);
            self.content = Content::Empty;
        }
        let _ = self.section.style().remove_property("block-size");
    }

    /// The element of one of its words, where it is filled.
    pub(super) fn element(&self, word: usize) -> Option<Element> {
        self.section.get_elements_by_class_name("w").item(word as u32)
    }
}

/// How many words of the second are not in the first: other characters, another reading, another state.
fn changed(before: &[Paragraph], after: &[Paragraph]) -> u32 {
    let of_paragraph = |(before, after): (&Paragraph, &Paragraph)| {
        if before.tokens == after.tokens {
            return 0;
        }
        let mut old = places(before).peekable();
        let is_new = |(at, token): &(usize, &Token)| {
            while old.next_if(|(before, _)| before < at).is_some() {}
            let same = |before: &Token| {
                (&before.surface, before.origin, before.reading())
                    == (&token.surface, token.origin, token.reading())
            };
            !old.peek().is_some_and(|(before, old)| before == at && same(old))
        };
        places(after).filter(is_new).count() as u32
    };
    before.iter().zip(after).map(of_paragraph).sum()
}

/// The words of a paragraph with where they begin, in bytes.
fn places(paragraph: &Paragraph) -> impl Iterator<Item = (usize, &Token)> {
    let mut end = 0;
    let placed = paragraph.tokens.iter().map(move |token| {
        let at = end;
        end += token.surface.len();
        (at, token)
    });
    placed.filter(|(_, token)| token.origin != Origin::Other)
}

/// A line, or as much of it as there is in a chunk.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Span {
    /// Where it begins, in bytes of the text.
    pub(super) from: u32,
    /// Where it ends, line break included.
    pub(super) to: u32,
    written: bool,
}

impl Span {
    /// One where anything is written in it.
    pub(super) fn count(&self) -> u32 {
        u32::from(self.written)
    }
}

/// The lines of paragraphs that begin there.
pub(super) fn spans(paragraphs: &[Paragraph], start: Position) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    let mut goes_on = false;
    let mut at = start;
    for paragraph in paragraphs {
        let from = at.byte;
        at = after(at, paragraph);
        let written = !paragraph.tokens.is_empty();
        match spans.last_mut() {
            Some(line) if goes_on => {
                line.to = at.byte;
                line.written |= written;
            }
            _ => spans.push(Span { from, to: at.byte, written }),
        }
        goes_on = paragraph.ending.is_empty();
    }
    spans
}

/// Lines of classical text: those of which a piece is, and that no passage has.
fn classical_lines(chunk: &Chunk, marks: &Marks) -> u32 {
    let mut count = 0;
    let mut counted = false;
    let mut at = chunk.start;
    for paragraph in &chunk.paragraphs {
        let counts = paragraph.classical && !counted && marks.passage_at(at.byte).is_none();
        count += u32::from(counts);
        counted = (counted || counts) && paragraph.ending.is_empty();
        at = after(at, paragraph);
    }
    count
}

/// Reserves about the place that a chunk will take, so that the scroll bar tells the truth before
/// everything is there. The style sheet knows how many characters a line has and how high it is.
fn reserve(section: &HtmlElement, tally: &Tally) {
    let style = section.style();
    let _ = style.set_property("--chars", &tally.chars.to_string());
    let _ = style.set_property("--lines", &tally.lines.to_string());
    let _ = section.set_attribute("class", "chunk");
}
