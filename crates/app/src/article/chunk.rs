//! Cutting a stream of paragraphs into chunks.

use thakim_document::{Paragraph, Tally};

use super::flag::Counts;
use super::marks::Position;

/// How many characters fill a chunk. One is laid out and filled at a time, so this bounds how long
/// the page is busy at a stretch; two readings around each character take a browser several times as long as one.
pub const FULL: usize = 800;

/// How many characters a chunk may have while its last line goes on. A line longer than this is
/// broken between two chunks, where its seam shows as a line end.
pub const LONGEST: usize = 6_000;

/// Consecutive paragraphs that are shown or not shown together.
#[derive(Clone, PartialEq, Debug)]
pub struct Chunk {
    /// The paragraphs.
    pub paragraphs: Vec<Paragraph>,
    /// Whether the first of them begins a line.
    pub begins: Begins,
    /// Where in the text they begin.
    pub start: Position,
    /// What is in them.
    pub tally: Tally,
    /// The words in them that are set apart.
    pub counts: Counts,
}

/// How a chunk begins.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Begins {
    /// With a new line.
    #[default]
    Line,
    /// Within the line that the chunk before it ends with.
    MidLine,
}

/// Cuts a stream into chunks.
#[derive(Debug, Default)]
pub struct Chunker {
    pending: Vec<Paragraph>,
    tally: Tally,
    begins: Begins,
    /// Where `pending` begins.
    start: Position,
}

impl Chunker {
    /// Takes the next paragraphs and gives the chunks that are ready: all of what came, except a
    /// line that goes on.
    pub fn push(&mut self, paragraphs: Vec<Paragraph>) -> Vec<Chunk> {
        let mut chunks = Vec::new();
        for paragraph in paragraphs {
            let goes_on = paragraph.ending.is_empty();
            self.tally.add(&paragraph);
            self.pending.push(paragraph);
            let limit = if goes_on { LONGEST } else { FULL };
            if self.tally.chars as usize >= limit {
                chunks.extend(self.take());
            }
        }
        if self.pending.last().is_some_and(|last| !last.ending.is_empty()) {
            chunks.extend(self.take());
        }
        chunks
    }

    /// Ends the stream.
    pub fn finish(&mut self) -> Option<Chunk> {
        self.take()
    }

    fn take(&mut self) -> Option<Chunk> {
        let last = self.pending.last()?;
        let next = if last.ending.is_empty() { Begins::MidLine } else { Begins::Line };
        let start = self.start;
        for paragraph in &self.pending {
            self.start = after(self.start, paragraph);
        }
        let paragraphs = std::mem::take(&mut self.pending);
        Some(Chunk {
            start,
            counts: Counts::of(&paragraphs),
            paragraphs,
            begins: std::mem::replace(&mut self.begins, next),
            tally: std::mem::take(&mut self.tally),
        })
    }
}

/// Where a paragraph ends that begins at `start`.
pub(super) fn after(start: Position, paragraph: &Paragraph) -> Position {
    let surfaces = paragraph.tokens.iter().map(|token| token.surface.as_str());
    surfaces.chain([paragraph.ending.as_str()]).fold(start, |at, text| Position {
        byte: at.byte.saturating_add(text.len() as u32),
        letter: at.letter.saturating_add(text.chars().count() as u32),
    })
}

#[cfg(test)]
mod tests {
    use thakim_document::Token;

    use super::*;

    fn paragraph(chars: usize, ending: &str) -> Paragraph {
        Paragraph {
            tokens: vec![Token::other("x".repeat(chars))],
            ending: ending.into(),
            classical: false,
        }
    }

    /// The numbers of characters of the chunks' paragraphs.
    fn shape(chunks: &[Chunk]) -> Vec<Vec<usize>> {
        let chars = |paragraph: &Paragraph| paragraph.text().trim_end().len();
        chunks.iter().map(|chunk| chunk.paragraphs.iter().map(chars).collect()).collect()
    }

    #[test]
    fn what_came_is_shown_at_once() {
        let mut chunker = Chunker::default();
        let chunks = chunker.push(vec![paragraph(10, "\n"), paragraph(5, "\r\n")]);
        assert_eq!(shape(&chunks), [[10, 5]]);
        assert_eq!(chunks[0].tally, Tally { chars: 15, lines: 2, ..Tally::default() });
        assert_eq!(chunker.finish(), None);
    }

    #[test]
    fn chunks_are_cut_at_line_ends_once_they_are_full() {
        let mut chunker = Chunker::default();
        let paragraphs = (0..5).map(|_| paragraph(300, "\n")).collect();
        assert_eq!(shape(&chunker.push(paragraphs)), [vec![300, 300, 300], vec![300, 300]]);
    }

    #[test]
    fn a_long_line_stays_together_up_to_a_point() {
        let mut chunker = Chunker::default();
        let pieces = |count| (0..count).map(|_| paragraph(2_000, "")).collect::<Vec<_>>();
        assert_eq!(chunker.push(pieces(2)), []);
        let chunks = chunker.push(pieces(2));
        assert_eq!(shape(&chunks), [[2_000, 2_000, 2_000]]);
        assert_eq!(chunks[0].begins, Begins::Line);
        let last = chunker.finish().expect("the last piece is still to come");
        assert_eq!((last.begins, last.paragraphs.len()), (Begins::MidLine, 1));
    }

    #[test]
    fn chunks_know_where_they_begin() {
        let mut chunker = Chunker::default();
        let line = |text: &str, ending: &str| Paragraph {
            tokens: vec![Token::other(text)],
            ending: ending.into(),
            classical: false,
        };
        chunker.push(vec![line("我愛，", "\r\n"), line("a", "\n")]);
        chunker.push(vec![line("𰀀", "\n")]);
        let last = chunker.push(vec![line("尾", "\n")]);
        assert_eq!(last[0].start, Position { byte: 18, letter: 9 });
    }
}
