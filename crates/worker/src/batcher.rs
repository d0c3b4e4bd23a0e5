//! Paragraphs gathered into batches, and what is counted in them.

use thakim_document::{Paragraph, Tally};
use thakim_protocol::{Batch, Outcome};

/// Bytes of text that fill the first batch: about a screen of Han characters.
pub const FIRST_BATCH: usize = 2 << 10;

/// Bytes of text that fill a late batch. Each batch fills at twice the size of the one before, up
/// to this: few messages for a long text, none that holds the page up while it is unpacked.
pub const LARGEST_BATCH: usize = 16 << 10;

/// Gathers the paragraphs of one text.
#[derive(Debug)]
pub struct Batcher {
    first: u32,
    paragraphs: Vec<Paragraph>,
    /// Bytes of text in `paragraphs`.
    bytes: usize,
    /// Bytes of text at which the batch is full.
    limit: usize,
    tally: Tally,
}

impl Default for Batcher {
    fn default() -> Self {
        Batcher {
            first: 0,
            paragraphs: Vec::new(),
            bytes: 0,
            limit: FIRST_BATCH,
            tally: Tally::default(),
        }
    }
}

impl Batcher {
    /// Adds the next paragraph, made of `bytes` bytes of text. Gives the batch that it fills.
    pub fn push(&mut self, paragraph: Paragraph, bytes: usize) -> Option<Batch> {
        self.tally.add(&paragraph);
        self.paragraphs.push(paragraph);
        self.bytes += bytes;
        (self.bytes >= self.limit).then(|| self.take())
    }

    /// Ends the text: the paragraphs that have not been given yet, and the counts of all.
    pub fn finish(mut self) -> (Option<Batch>, Outcome) {
        let Tally { han, unknown, uncertain, .. } = self.tally;
        let outcome = Outcome::Annotated { han, unknown, uncertain };
        let last = (!self.paragraphs.is_empty()).then(|| self.take());
        (last, outcome)
    }

    fn take(&mut self) -> Batch {
        let batch = Batch { first: self.first, paragraphs: std::mem::take(&mut self.paragraphs) };
        self.first = self.first.saturating_add(batch.paragraphs.len() as u32);
        self.bytes = 0;
        self.limit = (self.limit * 2).min(LARGEST_BATCH);
        batch
    }
}
