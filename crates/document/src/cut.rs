//! A part of a paragraph.

use std::ops::Range;

use thakim_phonology::Reading;
use thakim_phonology::sandhi::Speech;
use thakim_phonology::{Join, Spoken};

use crate::{Candidate, Origin, Paragraph, Token};

impl Paragraph {
    /// The part of it between two bytes of its text (its line break included), each reading with the tones that
    /// it has in its place in the whole: write it with [`Speech::CITATION`]. Whoever cuts through a
    /// character, its selectors or a line break gets all of it. A word that is cut keeps the syllables of
    /// its characters, and its chosen reading alone.
    #[must_use]
    pub fn cut(&self, bytes: Range<usize>, speech: &Speech) -> Paragraph {
        let mut tokens = Vec::new();
        let mut at = 0;
        for (token, spoken) in self.tokens.iter().zip(self.spoken(speech)) {
            let begin = at;
            at += token.surface.len();
            if at <= bytes.start || begin >= bytes.end {
                continue;
            }
            let part = bytes.start.saturating_sub(begin)..bytes.end.min(at) - begin;
            tokens.push(cut_token(token, spoken.as_deref(), part));
        }
        let end = at + self.ending.len();
        let has_ending = bytes.end > at && bytes.start < end;
        let ending = if has_ending { self.ending.clone() } else { String::new() };
        Paragraph { tokens, ending, classical: self.classical }
    }
}

/// The part of a token between two bytes of its surface.
fn cut_token(token: &Token, spoken: Option<&Reading>, bytes: Range<usize>) -> Token {
    let Some(reading) = spoken else {
        let surface = &token.surface;
        let (from, to) =
            (surface.floor_char_boundary(bytes.start), surface.ceil_char_boundary(bytes.end));
        return Token { surface: surface[from..to].to_owned(), ..token.clone() };
    };
    let mut surface = String::new();
    let mut syllables: Vec<Spoken> = Vec::new();
    let mut at = 0;
    for (index, unit) in token.units().enumerate() {
        let begin = at;
        at += unit.len();
        if at <= bytes.start || begin >= bytes.end {
            continue;
        }
        surface.push_str(unit);
        if let Some(&syllable) = reading.syllables().get(index) {
            // Where the sign of the neutral tone is cut off, the first that is left has it.
            let neutral = syllables.is_empty() && reading.is_neutral(index);
            syllables.push(if neutral {
                Spoken { join: Join::Neutral, ..syllable }
            } else {
                syllable
            });
        }
    }
    let chosen = token.candidates.first().zip(Reading::new(syllables));
    let candidates = chosen.map(|(chosen, reading)| Candidate { reading, ..chosen.clone() });
    let origin = if candidates.is_none() { Origin::Unknown } else { token.origin };
    Token { surface, origin, candidates: candidates.into_iter().collect(), ..token.clone() }
}
