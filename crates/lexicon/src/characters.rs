//! The characters that occur in words, and how words are spelt as keys of the fst.
//!
//! Characters are numbered densely and the most frequent have keys of one byte, the others of two:
//! a third less fst than with UTF-8, and half the steps.

use crate::error::OpenError;
use crate::format::Section;
use crate::format::bytes::Bytes;

/// How many characters there can be: the keys of 1 first byte and 255 × 256 pairs.
pub(crate) const MAX_CHARACTERS: usize = 1 + 255 * 256;

/// The number of a character of the dictionary.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(crate) struct CharacterId(pub(crate) u16);

/// The key of a character: one byte or two.
pub(crate) type Key = (u8, Option<u8>);

/// The slot of a character that is not in the dictionary; see [`MAX_CHARACTERS`].
const NONE: u16 = u16::MAX;

/// All characters of a dictionary.
pub(crate) struct Characters {
    /// By id: first those with keys of one byte.
    letters: Vec<char>,
    /// How many have keys of one byte.
    singles: usize,
    /// By code point / 256, the page of `slots`. Page 0 is empty.
    pages: Vec<u16>,
    /// Pages of 256 ids.
    slots: Vec<u16>,
}

impl Characters {
    /// Of characters in the order of their ids.
    fn new(letters: Vec<char>, singles: usize) -> Characters {
        let mut pages = vec![0u16; 0x11_0000 / 256];
        let mut slots = vec![NONE; 256];
        for (id, &letter) in letters.iter().enumerate() {
            let page = &mut pages[letter as usize / 256];
            if *page == 0 {
                *page = (slots.len() / 256) as u16;
                slots.resize(slots.len() + 256, NONE);
            }
            slots[usize::from(*page) * 256 + letter as usize % 256] = id as u16;
        }
        Characters { letters, singles, pages, slots }
    }

    pub(crate) fn len(&self) -> usize {
        self.letters.len()
    }

    pub(crate) fn letter(&self, id: CharacterId) -> Option<char> {
        self.letters.get(usize::from(id.0)).copied()
    }

    pub(crate) fn id(&self, letter: char) -> Option<CharacterId> {
        let code = letter as usize;
        let page = usize::from(*self.pages.get(code >> 8)?);
        let id = *self.slots.get(page << 8 | code & 0xFF)?;
        (id != NONE).then_some(CharacterId(id))
    }

    pub(crate) fn key(&self, id: CharacterId) -> Key {
        match usize::from(id.0).checked_sub(self.singles) {
            None => (id.0 as u8, None),
            Some(above) => ((self.singles + (above >> 8)) as u8, Some(above as u8)),
        }
    }

    /// The characters that a whole key of the fst spells; `None` if it spells none or half a one.
    pub(crate) fn spelt(&self, key: &[u8], ids: &mut Vec<CharacterId>) -> Option<()> {
        ids.clear();
        let mut bytes = key.iter();
        while let Some(&first) = bytes.next() {
            let id = match usize::from(first).checked_sub(self.singles) {
                None => usize::from(first),
                Some(lead) => self.singles + (lead << 8) + usize::from(*bytes.next()?),
            };
            (id < self.len()).then_some(())?;
            ids.push(CharacterId(id as u16));
        }
        (!ids.is_empty()).then_some(())
    }

    pub(crate) fn read(mut bytes: Bytes<'_>) -> Result<Characters, OpenError> {
        let malformed = |expected| OpenError::malformed(Section::Characters, expected);
        let fault = || malformed("two counts and so many ascending code points");
        let singles = bytes.count(1).ok_or_else(fault)?;
        let doubles = bytes.count(1).ok_or_else(fault)?;
        let count = singles + doubles;
        if singles > 256 || doubles.div_ceil(256) > 256 - singles || count > MAX_CHARACTERS {
            return Err(malformed(
                "no more characters than keys of one and two bytes can tell apart",
            ));
        }
        let mut letters = Vec::new();
        for group in [singles, doubles] {
            let mut next = 0;
            for _ in 0..group {
                letters.push(read_above(&mut bytes, &mut next).ok_or_else(fault)?);
            }
        }
        if !bytes.is_empty() {
            return Err(malformed("nothing after the last character"));
        }
        let mut sorted = letters.clone();
        sorted.sort_unstable();
        sorted.dedup();
        if sorted.len() != letters.len() {
            return Err(malformed("each character once"));
        }
        Ok(Characters::new(letters, singles))
    }
}

/// A code point that is stored as what it is above `next`, the first that it can be.
pub(crate) fn read_above(bytes: &mut Bytes<'_>, next: &mut u32) -> Option<char> {
    let code = next.checked_add(bytes.number()?)?;
    *next = code + 1;
    char::from_u32(code)
}

#[cfg(feature = "build")]
mod writing {
    use super::{CharacterId, Characters, MAX_CHARACTERS};
    use crate::format::bytes::push_number;

    impl Characters {
        /// Numbers characters, given from the most frequent to the rarest. What exceeds
        /// [`MAX_CHARACTERS`] is left out.
        pub(crate) fn assign(mut by_frequency: Vec<char>) -> Characters {
            by_frequency.truncate(MAX_CHARACTERS);
            let count = by_frequency.len();
            // As many first bytes of pairs as are needed, all others for themselves.
            let leads = (0..=255).find(|leads| 256 - leads + leads * 256 >= count).unwrap_or(255);
            let singles = count.min(256 - leads);
            let (often, seldom) = by_frequency.split_at_mut(singles);
            // Within a group the order says nothing: ascending is the shortest to write.
            often.sort_unstable();
            seldom.sort_unstable();
            Characters::new(by_frequency, singles)
        }

        /// The key of a word; `None` if a character is not in the table.
        pub(crate) fn spell(&self, word: &str) -> Option<Vec<u8>> {
            let mut key = Vec::new();
            for letter in word.chars() {
                let (first, second) = self.key(self.id(letter)?);
                key.push(first);
                key.extend(second);
            }
            Some(key)
        }

        pub(crate) fn ids(&self) -> impl Iterator<Item = (CharacterId, char)> {
            self.letters.iter().enumerate().map(|(id, &letter)| (CharacterId(id as u16), letter))
        }

        pub(crate) fn write(&self) -> Vec<u8> {
            let mut out = Vec::new();
            let (often, seldom) = self.letters.split_at(self.singles);
            push_number(&mut out, often.len() as u32);
            push_number(&mut out, seldom.len() as u32);
            for group in [often, seldom] {
                let mut next = 0;
                for &letter in group {
                    push_above(&mut out, letter, &mut next);
                }
            }
            out
        }
    }

    /// The other side of [`super::read_above`].
    pub(crate) fn push_above(out: &mut Vec<u8>, letter: char, next: &mut u32) {
        push_number(out, u32::from(letter) - *next);
        *next = u32::from(letter) + 1;
    }
}

#[cfg(feature = "build")]
pub(crate) use writing::push_above;

#[cfg(test)]
mod tests {
    use super::*;

    /// Every character of a table of this many has a key of its own that spells it.
    fn check(count: usize) {
        let letters: Vec<char> = ('\u{4E00}'..).take(count).collect();
        let characters = Characters::assign(letters.clone());
        let mut ids = Vec::new();
        for letter in letters {
            let id = characters.id(letter).unwrap();
            let (first, second) = characters.key(id);
            let key: Vec<u8> = [first].into_iter().chain(second).collect();
            characters.spelt(&key, &mut ids).unwrap();
            assert_eq!(ids, [id]);
            assert_eq!(characters.letter(id), Some(letter));
        }
        let written = characters.write();
        let read = Characters::read(Bytes::new(&written)).unwrap();
        assert_eq!(read.letters, characters.letters);
        assert_eq!(read.singles, characters.singles);
    }

    #[test]
    fn keys_spell_characters() {
        for count in [1, 2, 255, 256, 257, 511, 512, 5_107, 60_000] {
            check(count);
        }
    }

    #[test]
    fn the_table_has_room_for_so_many_and_no_more() {
        let all = ('\u{20000}'..).take(MAX_CHARACTERS + 1).collect();
        let characters = Characters::assign(all);
        assert_eq!(characters.len(), MAX_CHARACTERS);
        assert!(Characters::read(Bytes::new(&characters.write())).is_ok());
    }

    #[test]
    fn half_a_key_spells_nothing() {
        let characters = Characters::assign(('\u{4E00}'..).take(600).collect());
        assert!(characters.spelt(&[255], &mut Vec::new()).is_none());
        assert!(characters.spelt(&[], &mut Vec::new()).is_none());
        assert!(characters.spelt(&[255, 255], &mut Vec::new()).is_none());
    }
}
