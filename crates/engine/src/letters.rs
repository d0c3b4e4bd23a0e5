//! What the dictionary says of single characters, remembered from the first time it was asked.

use thakim_lexicon::{Cursor, Lexicon, VariantKind, Word};
use thakim_phonology::Spoken;

use crate::{names, numbers};

/// Characters and what is known of them. It belongs to one dictionary: asked about two, it answers
/// for whichever was asked first.
#[derive(Default)]
pub(crate) struct Letters {
    /// By the low bits of the code point the character of them that was asked for last.
    slots: Vec<Letter>,
}

/// What is known of one character.
#[derive(Default)]
pub(crate) struct Letter {
    /// Which one; U+0000, which is in no run of Han characters, where nothing was asked yet.
    letter: char,
    /// What it can be looked up as, itself first.
    pub(crate) ways: Vec<Way>,
    /// Its reading as a surname.
    pub(crate) surname: Option<Spoken>,
    /// The surnames that it is with another character: that one, and how both are read.
    pub(crate) double_surnames: Vec<(char, [Spoken; 2])>,
    /// Whether it is part of numbers.
    pub(crate) is_numeral: bool,
}

/// One character that another one can be looked up as.
#[derive(Clone, Copy)]
pub(crate) struct Way {
    pub(crate) letter: char,
    /// 1 for a form of another character.
    pub(crate) substitutions: u8,
    /// 1 for what people write for another character.
    pub(crate) habits: u8,
    /// Where a walk is that begins with it, and the word that it is; none where no word begins so.
    pub(crate) first: Option<(Cursor, Option<Word>)>,
}

/// How many characters are remembered: a text of any length has about so many different ones.
const REMEMBERED: usize = 2048;

impl Letters {
    pub(crate) fn of(&mut self, lexicon: &Lexicon, letter: char) -> &Letter {
        if self.slots.is_empty() {
            self.slots.resize_with(REMEMBERED, Letter::default);
        }
        let slot = &mut self.slots[letter as usize % REMEMBERED];
        if slot.letter != letter {
            slot.find(lexicon, letter);
        }
        slot
    }
}

impl Letter {
    fn find(&mut self, lexicon: &Lexicon, letter: char) {
        self.letter = letter;
        self.surname = names::surname_reading(letter);
        self.double_surnames = names::double_surnames(letter);
        self.is_numeral = numbers::is_numeral(letter);
        let variants = lexicon.variants(letter).map(|(variant, kind)| match kind {
            VariantKind::Habit => (variant, 0, 1),
            _ => (variant, 1, 0),
        });
        let ways = std::iter::once((letter, 0, 0)).chain(variants);
        self.ways.clear();
        self.ways.extend(ways.map(|(letter, substitutions, habits)| {
            let cursor = lexicon.step(lexicon.start(), letter);
            let first = cursor.map(|cursor| (cursor, lexicon.word(cursor)));
            Way { letter, substitutions, habits, first }
        }));
    }
}
