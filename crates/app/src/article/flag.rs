//! What sets a word apart: the words that need a look, and those that had one.

use std::ops::{AddAssign, SubAssign};

use thakim_document::{Origin, Paragraph, Token};

/// What sets a word apart from those whose reading is sure.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Flag {
    /// Another reading is about as likely.
    Uncertain,
    /// No dictionary reads it; the reading was derived by rule.
    Derived,
    /// It has no reading.
    Unknown,
    /// The reader chose the reading.
    Corrected,
}

impl Flag {
    /// All of them, in the order in which they are listed.
    pub const ALL: [Flag; 4] = [Flag::Uncertain, Flag::Derived, Flag::Unknown, Flag::Corrected];

    /// A token's flag. A derived reading is listed as such, also where it is uncertain.
    pub fn of(token: &Token) -> Option<Flag> {
        match token.origin {
            Origin::Other => None,
            Origin::Corrected => Some(Flag::Corrected),
            Origin::Unknown => Some(Flag::Unknown),
            Origin::Word | Origin::Character if token.is_derived() => Some(Flag::Derived),
            Origin::Word | Origin::Character => token.is_uncertain().then_some(Flag::Uncertain),
        }
    }

    /// Its name in the page's markup.
    pub fn id(self) -> &'static str {
        match self {
            Flag::Uncertain => "uncertain",
            Flag::Derived => "derived",
            Flag::Unknown => "unknown",
            Flag::Corrected => "corrected",
        }
    }
}

/// How many words of each flag there are.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Counts([u32; 4]);

impl Counts {
    /// Those in some paragraphs.
    pub fn of(paragraphs: &[Paragraph]) -> Counts {
        let mut counts = Counts::default();
        for flag in words(paragraphs).filter_map(Flag::of) {
            counts.0[flag as usize] += 1;
        }
        counts
    }

    /// How many of this flag.
    pub fn get(self, flag: Flag) -> u32 {
        self.0[flag as usize]
    }
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Counts) {
        self.0.iter_mut().zip(other.0).for_each(|(count, other)| *count += other);
    }
}

impl SubAssign for Counts {
    fn sub_assign(&mut self, other: Counts) {
        self.0.iter_mut().zip(other.0).for_each(|(count, other)| *count -= other);
    }
}

/// The tokens that stand on the page as words: all but the text between them.
pub(super) fn words(paragraphs: &[Paragraph]) -> impl Iterator<Item = &Token> {
    let tokens = paragraphs.iter().flat_map(|paragraph| &paragraph.tokens);
    tokens.filter(|token| token.origin != Origin::Other)
}
