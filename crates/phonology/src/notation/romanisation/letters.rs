//! The letters of a syllable in one number.

/// Up to twelve letters a to z, five bits a letter, the first in the highest bits: so numbers are in the
/// order of the alphabet, and all that begins alike lies side by side. `0` is no letter.
///
/// The nasal ⁿ counts as `nn` and the dot of o͘ as a second `o`: spellings that differ only so are one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub(super) struct Letters {
    bits: u64,
    count: u8,
}

const BITS: u32 = 5;

impl Letters {
    /// No syllable of any notation is longer.
    pub(super) const MAX: usize = 12;

    /// The letters of a spelling in lower case.
    pub(super) fn of(spelling: &str) -> Option<Letters> {
        let mut letters = Letters::default();
        for letter in spelling.chars() {
            letters.push(letter)?;
        }
        Some(letters)
    }

    /// Appends a letter, in lower case; `None` when it is none of those above or one too many.
    pub(super) fn push(&mut self, letter: char) -> Option<()> {
        match letter {
            'a'..='z' => {
                let shift = shift(usize::from(self.count))?;
                self.bits |= (u64::from(u32::from(letter)) - u64::from(b'a') + 1) << shift;
                self.count += 1;
                Some(())
            }
            'ⁿ' => self.push('n').and_then(|()| self.push('n')),
            // The dot belongs to an o.
            '\u{358}' if self.last() == Some('o') => self.push('o'),
            _ => None,
        }
    }

    /// Takes the last letter away.
    pub(super) fn pop(&mut self) -> Option<char> {
        let last = self.last()?;
        self.count -= 1;
        let shift = shift(usize::from(self.count))?;
        self.bits &= !(0b1_1111 << shift);
        Some(last)
    }

    /// How many letters.
    pub(super) fn len(self) -> usize {
        usize::from(self.count)
    }

    /// The letter at `index`, from 0.
    pub(super) fn get(self, index: usize) -> Option<char> {
        let code = (self.bits >> shift(index)?) & 0b1_1111;
        let code = u8::try_from(code.checked_sub(1)?).ok()?;
        Some(char::from(b'a' + code))
    }

    /// The first `length` letters.
    pub(super) fn prefix(self, length: usize) -> Letters {
        let kept = length.min(self.len());
        let Some(last) = kept.checked_sub(1).and_then(shift) else { return Letters::default() };
        // Never more than twelve.
        Letters { bits: self.bits >> last << last, count: kept as u8 }
    }

    /// Whether these are the first letters of `other`.
    pub(super) fn begins(self, other: Letters) -> bool {
        other.len() >= self.len() && other.prefix(self.len()) == self
    }

    fn last(self) -> Option<char> {
        self.get(usize::from(self.count.checked_sub(1)?))
    }
}

impl std::fmt::Display for Letters {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        (0..self.len()).filter_map(|index| self.get(index)).try_for_each(|letter| {
            use std::fmt::Write;
            f.write_char(letter)
        })
    }
}

/// How far to the left the letter at `index` lies.
fn shift(index: usize) -> Option<u32> {
    let from_the_end = u32::try_from(Letters::MAX.checked_sub(index + 1)?).ok()?;
    Some(from_the_end * BITS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_come_back_in_order() {
        let letters = Letters::of("chhoaiⁿh").unwrap();
        assert_eq!(letters.to_string(), "chhoainnh");
        assert_eq!(Letters::of("ko\u{358}"), Letters::of("koo"));
        assert_eq!(letters.prefix(3).to_string(), "chh");
        assert!(Letters::of("chh").unwrap().begins(letters));
        assert!(Letters::of("an").unwrap() < Letters::of("ang").unwrap());
        assert!(Letters::of("ang").unwrap() < Letters::of("ap").unwrap());
    }

    #[test]
    fn what_is_no_letter_or_too_long_is_refused() {
        assert_eq!(Letters::of("abcdefghijklm"), None);
        assert!(Letters::of("abcdefghijkl").is_some());
        assert_eq!(Letters::of("ä"), None);
        assert_eq!(Letters::of("e\u{358}"), None);
        let mut letters = Letters::of("ou").unwrap();
        assert_eq!(letters.pop(), Some('u'));
        assert_eq!(letters.to_string(), "o");
    }
}
