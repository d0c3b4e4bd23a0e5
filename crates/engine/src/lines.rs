//! Cutting text into lines, and very long lines into pieces.

use thakim_document::is_selector;

/// The most chars that one piece of a line holds. It bounds the memory of a lattice and the time
/// until a worker can listen again, and is far above what people write in one paragraph.
pub const PIECE_CHARS: usize = 2000;

/// A line of text, or a piece of a very long one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Piece<'t> {
    /// Its text without the line break.
    pub text: &'t str,
    /// The line break that ends it; empty at the end of the text and where a long line was cut.
    pub ending: &'t str,
}

impl Piece<'_> {
    /// Its length with the line break, in bytes.
    #[allow(clippy::len_without_is_empty, reason = "an empty line is a piece as well")]
    pub fn len(&self) -> usize {
        self.text.len() + self.ending.len()
    }
}

/// The first piece of a text. It depends on no more than the first `PIECE_CHARS + 2` chars, so a
/// stream that has buffered as many can cut exactly as one that has it all.
pub fn next_piece(text: &str) -> Piece<'_> {
    let mut cut = None;
    let mut previous = None;
    for (count, (index, letter)) in text.char_indices().enumerate() {
        if let Some(length) = break_length(&text[index..]) {
            return Piece { text: &text[..index], ending: &text[index..index + length] };
        }
        if count == PIECE_CHARS {
            // No cut before a selector, unless there are nothing but selectors.
            let hard = previous.filter(|&base| is_selector(letter) && base > 0).unwrap_or(index);
            return Piece { text: &text[..cut.unwrap_or(hard)], ending: "" };
        }
        // The latest place behind a sentence, else behind anything that is not Han.
        let after = index + letter.len_utf8();
        if ends_sentence(letter) || cut.is_none() && is_gap(letter) {
            cut = Some(after);
        }
        if !is_selector(letter) {
            previous = Some(index);
        }
    }
    Piece { text, ending: "" }
}

/// How many bytes at the start of a text are pieces that nothing which follows the text could change:
/// what a stream can annotate now. It ends between two pieces.
pub fn complete_pieces(text: &str) -> usize {
    let mut done = 0;
    loop {
        let piece = next_piece(&text[done..]);
        let after = done + piece.len();
        // Behind a lone CR the LF of the same line break may follow.
        let is_complete = match piece.ending {
            "" | "\r" => after < text.len(),
            _ => true,
        };
        if !is_complete {
            return done;
        }
        done = after;
    }
}

/// The length of the line break at the start of a text, in bytes: CRLF, LF, CR, VT, FF, NEL and
/// the Unicode line and paragraph separators.
fn break_length(text: &str) -> Option<usize> {
    if text.starts_with("\r\n") {
        return Some(2);
    }
    let letter = text.chars().next()?;
    matches!(letter, '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}')
        .then(|| letter.len_utf8())
}

fn ends_sentence(letter: char) -> bool {
    matches!(letter, '。' | '！' | '？' | '；' | '!' | '?' | ';' | '\u{FF61}')
}

fn is_gap(letter: char) -> bool {
    letter.is_whitespace() || matches!(letter, '，' | '、' | ',' | '：' | ':')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(text: &str) -> Vec<Piece<'_>> {
        let mut rest = text;
        let mut pieces = Vec::new();
        while !rest.is_empty() {
            let piece = next_piece(rest);
            rest = &rest[piece.len()..];
            pieces.push(piece);
        }
        pieces
    }

    #[test]
    fn every_line_break_ends_a_line() {
        let text = "一\n二\r\n三\r四\u{2028}五\u{2029}\n六";
        let endings: Vec<&str> = pieces(text).iter().map(|piece| piece.ending).collect();
        assert_eq!(endings, ["\n", "\r\n", "\r", "\u{2028}", "\u{2029}", "\n", ""]);
    }

    #[test]
    fn a_long_line_is_cut_behind_its_last_sentence() {
        let text = format!("{}。{}", "山".repeat(1500), "水".repeat(1500));
        let pieces = pieces(&text);
        assert_eq!(pieces[0].text.chars().count(), 1501);
        assert_eq!(pieces[1].text.chars().count(), 1500);
    }

    #[test]
    fn a_long_line_without_any_gap_is_cut_all_the_same() {
        let text = "山".repeat(PIECE_CHARS * 2 + 1);
        let lengths: Vec<usize> =
            pieces(&text).iter().map(|piece| piece.text.chars().count()).collect();
        assert!(lengths.iter().all(|&length| length <= PIECE_CHARS));
        assert_eq!(lengths.iter().sum::<usize>(), PIECE_CHARS * 2 + 1);
    }

    #[test]
    fn a_variation_selector_stays_with_its_character() {
        let text = format!("{}\u{E0100}山", "山".repeat(PIECE_CHARS));
        let first = next_piece(&text);
        assert!(text[first.len()..].starts_with('山'));
    }

    #[test]
    fn a_stream_is_cut_as_the_whole_is() {
        let text = format!("山\r\n{}。{}\n水\r", "山".repeat(1500), "水".repeat(1500));
        let whole: Vec<usize> = pieces(&text).iter().map(Piece::len).collect();
        for end in text.char_indices().map(|(index, _)| index) {
            let complete = complete_pieces(&text[..end]);
            let mut streamed = pieces(&text[..complete]);
            streamed.extend(pieces(&text[complete..]));
            let streamed: Vec<usize> = streamed.iter().map(Piece::len).collect();
            assert_eq!(streamed, whole, "streamed in two parts, the first of {end} bytes");
        }
    }

    #[test]
    fn a_line_of_selectors_alone_is_cut() {
        let text = format!("山{}山", "\u{FE00}".repeat(PIECE_CHARS * 2));
        assert_eq!(pieces(&text).iter().map(Piece::len).sum::<usize>(), text.len());
    }
}
