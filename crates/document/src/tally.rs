//! What is in a stretch of annotated text, in numbers.

use std::ops::AddAssign;

use crate::{Origin, Paragraph};

/// What is in a stretch of annotated text.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Tally {
    /// Characters of any kind (`char`s), line ends not counted.
    pub chars: u32,
    /// Lines that end in it.
    pub lines: u32,
    /// Han characters, each with its variation selectors.
    pub han: u32,
    /// Han characters without a reading.
    pub unknown: u32,
    /// Han characters in tokens whose reading is uncertain.
    pub uncertain: u32,
    /// Han characters in tokens whose reading was derived by rule. Some are uncertain as well.
    pub derived: u32,
    /// Han characters in tokens whose reading the reader chose.
    pub corrected: u32,
    /// Han characters in classical paragraphs.
    pub classical: u32,
}

impl Tally {
    /// Adds what is in a paragraph.
    pub fn add(&mut self, paragraph: &Paragraph) {
        self.lines += u32::from(!paragraph.ending.is_empty());
        for token in &paragraph.tokens {
            self.chars += token.surface.chars().count() as u32;
            let units = token.units().count() as u32;
            self.han += units;
            if token.origin == Origin::Unknown {
                self.unknown += units;
            }
            let count = |holds: bool| if holds { units } else { 0 };
            self.uncertain += count(token.is_uncertain());
            self.derived += count(token.is_derived());
            self.corrected += count(token.origin == Origin::Corrected);
            self.classical += count(paragraph.classical);
        }
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Tally) {
        self.chars += other.chars;
        self.lines += other.lines;
        self.han += other.han;
        self.unknown += other.unknown;
        self.uncertain += other.uncertain;
        self.derived += other.derived;
        self.corrected += other.corrected;
        self.classical += other.classical;
    }
}
