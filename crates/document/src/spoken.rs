//! The tones of a paragraph as spoken.

use std::borrow::Cow;

use thakim_phonology::Reading;
use thakim_phonology::sandhi::{Mode, Speech, Word, spoken};

use crate::{Paragraph, Token};

impl Paragraph {
    /// The reading of each token with the tones as spoken; none for a token without a reading. It is
    /// made from the chosen readings and from [`Token::grouping`] alone, so it is right again after a
    /// reading or a group was changed, without the engine.
    pub fn spoken<'p>(&'p self, speech: &Speech) -> Vec<Option<Cow<'p, Reading>>> {
        if speech.mode == Mode::None {
            return self.tokens.iter().map(|token| token.reading().map(Cow::Borrowed)).collect();
        }
        let words: Vec<Word<'_>> = self.tokens.iter().filter_map(word).collect();
        let mut readings = spoken(&words, speech).into_iter();
        let heard = |token: &Token| token.reading().and_then(|_| readings.next().map(Cow::Owned));
        self.tokens.iter().map(heard).collect()
    }
}

/// A token as speech has it. Its characters say more than its sound: 氣 is no 去.
fn word(token: &Token) -> Option<Word<'_>> {
    let reading = token.reading()?;
    let is_going = match token.units().last() {
        Some("去") => reading.len() == 1,
        Some("欲") => true,
        _ => false,
    };
    Some(Word { is_going, ..Word::new(reading, token.grouping) })
}
