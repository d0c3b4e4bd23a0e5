//! What the model looks at: features, each a slot in its table of weights.
//!
//! A feature is a template with what fills it, such as "一 read tsi̍t before 个". It is hashed to one
//! of 2^[`TABLE_BITS`] slots; two features that share a slot share a weight, which training sees and
//! evens out. Nothing of the text can be read back from the table.
//!
//! Two kinds of things are scored:
//!
//! - a **sound**: one syllable for one character in its context, whatever word it is part of;
//! - an **arc**: one reading of one word between two places, whatever stands around it.
//!
//! The score of a path is the sum over its arcs and their sounds.

use std::ops::Range;

use thakim_document::is_han;
use thakim_lexicon::EntryRef;
use thakim_phonology::{Join, Label, Syllable};

use crate::lattice::{Composed, Edge};

/// The logarithm of the number of slots.
pub const TABLE_BITS: u32 = 20;

/// A slot of the table.
pub type Slot = u32;

/// What stands at a place of the context: a character, or what kind of other text.
pub(crate) type Mark = u32;

/// The start or end of the text.
pub(crate) const EDGE: Mark = 1;
/// Punctuation and whatever is none of the following.
pub(crate) const STOP: Mark = 2;
/// A letter of another script.
pub(crate) const LETTER: Mark = 3;
/// A digit.
pub(crate) const DIGIT: Mark = 4;
/// Beyond one of these.
const BEYOND: Mark = 0;

/// The mark of text that is not Han next to Han text: its nearest character that is no space.
pub(crate) fn mark_of_other(nearest: Option<char>) -> Mark {
    match nearest {
        None => EDGE,
        // The punctuation of most texts, told without the large tables of Unicode.
        Some(
            '\u{3001}'..='\u{3004}' | '\u{3008}'..='\u{301F}' | '！' | '，' | '：' | '；' | '？',
        ) => STOP,
        Some(letter) if letter.is_numeric() => DIGIT,
        Some(letter) if letter.is_alphabetic() => LETTER,
        Some(_) => STOP,
    }
}

/// Room for the features of one subject.
#[derive(Default)]
pub(crate) struct Slots {
    slots: [Slot; Slots::ROOM],
    count: usize,
}

impl Slots {
    /// More than any subject has.
    const ROOM: usize = 24;

    /// Forgets what it holds.
    pub(crate) fn clear(&mut self) -> &mut Slots {
        self.count = 0;
        self
    }

    fn push(&mut self, slot: Slot) {
        if let Some(free) = self.slots.get_mut(self.count) {
            *free = slot;
            self.count += 1;
        }
    }

    pub(crate) fn as_slice(&self) -> &[Slot] {
        self.slots.get(..self.count).unwrap_or_default()
    }
}

/// A hash that grows with each number put into it.
#[derive(Clone, Copy)]
struct Hash(u64);

impl Hash {
    fn with(self, number: u64) -> Hash {
        Hash((self.0.rotate_left(23) ^ number).wrapping_mul(0x9E37_79B9_7F4A_7C15))
    }

    fn slot(self) -> Slot {
        (self.with(0x5bd1_e995).0 >> (64 - TABLE_BITS)) as Slot
    }

    /// The first slot of a line.
    fn line(self) -> Slot {
        self.slot() & !LINE_MASK
    }
}

/// How many contexts a sound is looked at in.
pub(crate) const CONTEXTS: usize = 11;

/// In how many of them what the dictionary says of it is looked at.
pub(crate) const STRATA: usize = 4;

/// What each feature of a sound looks at besides the character itself, in the order of
/// [`Contexts::of_sound`]: how many characters behind it, fewer than 0 before it.
pub(crate) const LOOKS_AT: [&[isize]; CONTEXTS + STRATA] = [
    &[],
    &[-1],
    &[1],
    &[-2],
    &[2],
    &[-1, 1],
    &[-2, -1],
    &[1, 2],
    &[-1, 1],
    &[-1, 1],
    &[-1, 1],
    // What the dictionary says of the syllable, in four of these contexts.
    &[],
    &[-1],
    &[1],
    &[-1, 1],
];

/// The logarithm of the number of slots of a line: as many as a cache line of a processor holds. All
/// sounds of a character have their weights for one context in one line.
const LINE_BITS: u32 = 6;
const LINE_MASK: Slot = (1 << LINE_BITS) - 1;

/// Where the features of one character begin in the table: a line for each context.
pub(crate) struct Contexts([Slot; CONTEXTS + STRATA]);

impl Contexts {
    /// Of the character at `at`. `marks` are those of the run, with two marks of what stands before
    /// and two of what stands behind it. Literary readings have lines of their own.
    pub(crate) fn new(marks: &Marks<'_>, at: usize, literary: bool) -> Contexts {
        let mark = |offset: isize| u64::from(marks.get(at, offset));
        let kind = |offset: isize| u64::from(kind(marks.get(at, offset)));
        let letter = mark(0) | if literary { 1 << 50 } else { 0 };
        let template = |number: u64| Hash(number.wrapping_mul(0xA24B_AED4_963E_E407)).with(letter);
        let register = if literary { 101 } else { 100 };
        let stratum = |number: u64| Hash(number.wrapping_mul(0xA24B_AED4_963E_E407)).with(register);
        let (l2, l1) = (mark(-2), mark(-1));
        let (r1, r2) = (mark(1), mark(2));
        let around = (kind(-1), kind(1));
        let contexts = [
            template(1),
            template(2).with(l1),
            template(3).with(r1),
            template(4).with(l2),
            template(5).with(r2),
            template(6).with(l1 << 32 | r1),
            template(7).with(l2 << 32 | l1),
            template(8).with(r1 << 32 | r2),
            template(13).with(around.0 << 32 | around.1),
            template(14).with(around.0 << 32 | r1),
            template(15).with(l1 << 32 | around.1),
            stratum(1),
            stratum(2).with(l1),
            stratum(3).with(r1),
            stratum(13).with(around.0 << 32 | around.1),
        ];
        Contexts(contexts.map(Hash::line))
    }

    /// The features of one sound of it.
    pub(crate) fn of_sound(&self, syllable: Syllable, stratum: Stratum, slots: &mut Slots) {
        let (contexts, strata) = self.0.split_at(CONTEXTS);
        // Two syllables that meet in one context seldom meet in the next: each takes other bits.
        let mut bits = Hash(0).with(syllable.to_bits().into()).0;
        for line in contexts {
            bits = bits.rotate_right(4);
            slots.push(line | (bits as Slot & LINE_MASK));
        }
        for line in strata {
            slots.push(line | (stratum.0 & LINE_MASK));
        }
    }
}

/// What the dictionary says of a syllable of a single character: its label and its rank, if the
/// character is read so by itself.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Stratum(u32);

impl Stratum {
    pub(crate) const INSIDE_WORDS: Stratum = Stratum(0);

    pub(crate) fn new(entry: &EntryRef<'_>, rank: usize) -> Stratum {
        let label = entry.label.map_or(0, |label: Label| label as u32);
        Stratum(1 + label * 8 + rank.min(3) as u32 + if entry.derived { 4 } else { 0 })
    }
}

/// Coarse kinds of marks.
fn kind(mark: Mark) -> u32 {
    match mark {
        BEYOND..=DIGIT => mark,
        _ => match char::from_u32(mark) {
            Some(
                '一' | '二' | '兩' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '〇' | '零',
            ) => 10,
            Some('十' | '百' | '千' | '萬' | '億' | '幾' | '偌' | '半') => 11,
            Some('第') => 12,
            Some('年' | '月' | '日' | '號' | '點' | '分' | '歲') => 13,
            Some(letter) if is_han(letter) => 9,
            _ => 8,
        },
    }
}

/// The marks of a run of Han characters and of what stands next to it.
#[derive(Clone, Copy)]
pub(crate) struct Marks<'l> {
    pub(crate) before: Mark,
    pub(crate) letters: &'l [char],
    pub(crate) after: Mark,
}

impl Marks<'_> {
    fn get(&self, at: usize, offset: isize) -> Mark {
        let at = at as isize + offset;
        match usize::try_from(at) {
            Ok(at) => match self.letters.get(at) {
                Some(&letter) => letter as u32,
                None if at == self.letters.len() => self.after,
                None => BEYOND,
            },
            Err(_) if at == -1 => self.before,
            Err(_) => BEYOND,
        }
    }
}

/// The features of the place before the character at `at` as a place between two words.
pub(crate) fn of_cut(marks: &Marks<'_>, at: usize, slots: &mut Slots) {
    let mut feature = |slot| slots.push(slot);
    if at == 0 {
        return;
    }
    let (left, right) = (u64::from(marks.get(at, -1)), u64::from(marks.get(at, 0)));
    feature(Hash(31).with(left).with(right).slot());
    feature(Hash(32).with(left).slot());
    feature(Hash(33).with(right).slot());
}

/// The features of a number or a name.
pub(crate) fn of_composed(
    kind: Composed,
    marks: &Marks<'_>,
    place: Range<usize>,
    slots: &mut Slots,
) {
    let mut feature = |slot| slots.push(slot);
    let template = |number: u64| {
        let template = Hash(number.wrapping_mul(0xD6E8_FEB8_6659_FD93));
        template.with(kind as u64).with(place.len() as u64)
    };
    let mark = |at: usize, offset: isize| u64::from(marks.get(at, offset));
    feature(template(51).slot());
    feature(template(52).with(mark(place.start, -1)).slot());
    feature(template(53).with(mark(place.end, 0)).slot());
    if kind != Composed::Number {
        feature(template(54).with(mark(place.start, 0)).slot());
        feature(template(55).with(mark(place.start, 1)).slot());
        feature(template(56).with(mark(place.end, -1)).slot());
        feature(template(57).with(mark(place.start, -2)).with(mark(place.start, -1)).slot());
        feature(template(58).with(mark(place.end, 0)).with(mark(place.end, 1)).slot());
    }
}

/// The features of one reading of a word, given its rank among the readings and its share of their
/// mass.
pub(crate) fn of_arc(
    edge: &Edge,
    letters: &[char],
    entry: &EntryRef<'_>,
    rank: usize,
    share: f32,
    slots: &mut Slots,
) {
    let mut feature = |slot| slots.push(slot);
    let length = (edge.to - edge.from).min(6) as u64;
    let template = |number: u64| Hash(number.wrapping_mul(0xD6E8_FEB8_6659_FD93)).with(length);
    let frequency = u64::from(32 - edge.frequency.leading_zeros());
    let share = (share * 12.0) as u64;
    let label = entry.label.map_or(0, |label| label as u64);
    let accent = entry.accent.map_or(0, |accent| accent as u64);
    let first = entry.spoken.first();
    let capital = u64::from(first.is_some_and(|spoken| spoken.capital));
    let neutral = entry.spoken.iter().filter(|spoken| spoken.join == Join::Neutral).count() as u64;
    feature(template(41).with(frequency).slot());
    feature(template(42).with(share).with(rank.min(4) as u64).slot());
    feature(template(43).with(u64::from(entry.sources)).slot());
    feature(
        template(44).with(label).with(accent).with(u64::from(entry.derived)).with(neutral).slot(),
    );
    feature(
        template(45)
            .with(capital)
            .with(u64::from(edge.substitutions))
            .with(u64::from(edge.habits))
            .slot(),
    );
    if length > 1 {
        let mut word = template(46);
        for (letter, spoken) in letters[edge.from..edge.to].iter().zip(entry.spoken) {
            word =
                word.with(u64::from(*letter as u32) << 16 | u64::from(spoken.syllable.to_bits()));
        }
        feature(word.slot());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_feature_looks_where_it_says() {
        let syllable =
            thakim_phonology::Notation::Tl.parse("lâng").unwrap().syllables()[0].syllable;
        let slots_of = |letters: &[char]| {
            let mut slots = Slots::default();
            let marks = Marks { before: STOP, letters, after: STOP };
            let stratum = Stratum::INSIDE_WORDS;
            Contexts::new(&marks, 4, false).of_sound(syllable, stratum, &mut slots);
            slots.as_slice().to_vec()
        };
        let letters: Vec<char> = "天地日月人山水火土".chars().collect();
        let plain = slots_of(&letters);
        assert_eq!(plain.len(), LOOKS_AT.len());
        for offset in [-4isize, -3, -2, -1, 1, 2, 3, 4] {
            let mut other = letters.clone();
            // A numeral, so that coarse kinds change as well.
            other[(4 + offset) as usize] = '三';
            let changed = plain.iter().zip(slots_of(&other)).map(|(old, new)| *old != new);
            let expected = LOOKS_AT.iter().map(|offsets| offsets.contains(&offset));
            assert!(changed.eq(expected), "{offset}");
        }
    }
}
