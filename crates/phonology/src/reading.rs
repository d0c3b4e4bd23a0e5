//! How a word is read: its syllables, and what joins them.

use crate::Syllable;

/// What stands before a syllable inside a word.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[repr(u8)]
pub enum Join {
    /// A hyphen; at the start of a word, nothing.
    #[default]
    Hyphen = 0,
    /// A space: the source writes one word of characters as several of syllables.
    Space = 1,
    /// A double hyphen: from here to the end of the word the syllables are neutral (輕聲).
    Neutral = 2,
}

/// One syllable in its place in a word.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Spoken {
    /// The syllable with its citation tone, also where it is neutral.
    pub syllable: Syllable,
    /// What stands before it.
    pub join: Join,
    /// Whether its first letter is a capital, as in names.
    pub capital: bool,
}

impl Spoken {
    /// A syllable without a capital, joined by a hyphen.
    pub fn plain(syllable: Syllable) -> Spoken {
        Spoken { syllable, join: Join::Hyphen, capital: false }
    }
}

/// The reading of a word: at least one syllable.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Reading(Vec<Spoken>);

impl Reading {
    /// A reading of these syllables; `None` when there are none.
    pub fn new(syllables: Vec<Spoken>) -> Option<Reading> {
        (!syllables.is_empty()).then_some(Reading(syllables))
    }

    /// The syllables in order.
    pub fn syllables(&self) -> &[Spoken] {
        &self.0
    }

    /// How many syllables.
    #[allow(clippy::len_without_is_empty, reason = "a reading is never empty")]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether two readings sound alike: they differ at most in capitals, and in spaces for hyphens,
    /// which sources handle each in its own way. A double hyphen is heard: the tone is neutral.
    pub fn sounds_like(&self, other: &Reading) -> bool {
        let sounds = |reading: &Reading| {
            let heard = |spoken: &Spoken| (spoken.syllable, spoken.join == Join::Neutral);
            reading.0.iter().map(heard).collect::<Vec<_>>()
        };
        self.0.len() == other.0.len() && sounds(self) == sounds(other)
    }

    /// The one of two forms of a reading that tells more: a source that writes no capitals or no
    /// spaces says nothing about them. The first if they tell as much.
    pub fn richer(self, other: Reading) -> Reading {
        let told = |reading: &Reading| {
            let count =
                |told: fn(&Spoken) -> bool| reading.0.iter().filter(|spoken| told(spoken)).count();
            (count(|spoken| spoken.capital), count(|spoken| spoken.join == Join::Space))
        };
        if told(&other) > told(&self) { other } else { self }
    }

    /// Whether the syllable at `index` is neutral: it, or one before it, follows a double hyphen.
    pub fn is_neutral(&self, index: usize) -> bool {
        self.0.iter().take(index + 1).any(|spoken| spoken.join == Join::Neutral)
    }
}

impl From<Spoken> for Reading {
    fn from(spoken: Spoken) -> Reading {
        Reading(vec![spoken])
    }
}
