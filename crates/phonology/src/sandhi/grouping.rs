//! Where tone groups end.

/// What is behind a word or a syllable.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[repr(u8)]
pub enum Juncture {
    /// The same word goes on: the suffix 仔 or the rest of 紅紅紅 as a token of its own.
    Bound,
    /// The tone group goes on.
    #[default]
    Open,
    /// The tone group ends.
    End,
    /// The speaker pauses, at a punctuation mark or the end of a line. Nothing leans on what was before.
    Pause,
}

/// Where the tone groups end inside a word and behind it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Grouping {
    /// Bit n says that a group ends behind the n-th syllable (from 0), one that is not the last. Words
    /// that are phrases have such places: 高雄的. Behind the sixteenth syllable there is none.
    inner: u16,
    /// What is behind the word.
    pub then: Juncture,
}

impl Grouping {
    /// The group goes on behind the word.
    pub const OPEN: Grouping = Grouping::then(Juncture::Open);
    /// The group ends with the word.
    pub const END: Grouping = Grouping::then(Juncture::End);
    /// The word stands before a pause.
    pub const PAUSE: Grouping = Grouping::then(Juncture::Pause);

    /// No group ends inside the word.
    pub const fn then(then: Juncture) -> Grouping {
        Grouping { inner: 0, then }
    }

    /// The same where a group also ends behind the syllable at `index`, inside the word.
    #[must_use]
    pub fn with_end_behind(self, index: usize) -> Grouping {
        let bit = if index < 16 { 1 << index } else { 0 };
        Grouping { inner: self.inner | bit, ..self }
    }

    /// Whether a group ends behind the syllable at `index`, inside the word.
    pub fn ends_behind(self, index: usize) -> bool {
        index < 16 && self.inner & (1 << index) != 0
    }

    /// The groupings of the two parts of a word that is cut behind `syllables` syllables. Cutting a word
    /// changes no tone.
    pub fn split(self, syllables: usize) -> (Grouping, Grouping) {
        let cut = match syllables.checked_sub(1) {
            Some(last) if self.ends_behind(last) => Juncture::End,
            _ => Juncture::Bound,
        };
        let shift = |by: usize| u32::try_from(by).ok();
        let first = shift(syllables.saturating_sub(1)).and_then(|by| 1_u16.checked_shl(by));
        let before = first.map_or(self.inner, |bit| self.inner & (bit - 1));
        let after = shift(syllables).and_then(|by| self.inner.checked_shr(by)).unwrap_or(0);
        (Grouping { inner: before, then: cut }, Grouping { inner: after, then: self.then })
    }

    /// The grouping of a word of `syllables` syllables and one that follows, made one.
    #[must_use]
    pub fn join(self, syllables: usize, next: Grouping) -> Grouping {
        let by = u32::try_from(syllables).unwrap_or(u32::MAX);
        let inner = self.inner | next.inner.checked_shl(by).unwrap_or(0);
        let joined = Grouping { inner, then: next.then };
        match syllables.checked_sub(1) {
            Some(last) if self.then >= Juncture::End => joined.with_end_behind(last),
            _ => joined,
        }
    }
}
