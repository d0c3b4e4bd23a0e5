//! Which words have stood in the article before.

use std::collections::HashSet;

use thakim_document::Origin;

use crate::article::chunk::Chunk;

/// The words that have come so far.
#[derive(Debug, Default)]
pub(super) struct Seen(HashSet<String>);

impl Seen {
    /// Takes the next chunk, and gives the places where words begin that did not stand before: in `char`s of the
    /// text, in order.
    pub(super) fn take(&mut self, chunk: &Chunk) -> Vec<u32> {
        let mut new = Vec::new();
        let mut letter = chunk.start.letter;
        for paragraph in &chunk.paragraphs {
            for token in &paragraph.tokens {
                if token.origin != Origin::Other && !self.0.contains(&token.surface) {
                    self.0.insert(token.surface.clone());
                    new.push(letter);
                }
                letter += token.surface.chars().count() as u32;
            }
            letter += paragraph.ending.chars().count() as u32;
        }
        new
    }
}

#[cfg(test)]
mod tests {
    use thakim_document::{Paragraph, Token};

    use super::*;
    use crate::article::chunk::Chunker;

    #[test]
    fn a_word_is_new_once() {
        let word = |surface: &str| Token { origin: Origin::Word, ..Token::other(surface) };
        let line = |tokens| Paragraph { tokens, ending: "\r\n".into(), classical: false };
        let mut chunker = Chunker::default();
        let first = chunker.push(vec![
            line(vec![word("阮兜"), Token::other("，"), word("阮"), word("兜")]),
            line(vec![word("阮"), word("𰀀")]),
        ]);
        let second = chunker.push(vec![line(vec![word("阮兜"), word("無")])]);
        let mut seen = Seen::default();
        assert_eq!(seen.take(&first[0]), [0, 3, 4, 8]);
        assert_eq!(seen.take(&second[0]), [13]);
    }
}
