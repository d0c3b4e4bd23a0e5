//! The tones, by their traditional numbers.

/// A tone, numbered as 臺羅 does: 1 陰平, 2 陰上, 3 陰去, 4 陰入, 5 陽平, 6 陽上, 7 陽去, 8 陽入, 9 for
/// contracted and triplicated syllables, and 0 for the neutral tone of a syllable whose citation tone is
/// not written.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[repr(u8)]
pub enum Tone {
    /// 輕聲
    Neutral = 0,
    /// 陰平
    T1 = 1,
    /// 陰上
    T2 = 2,
    /// 陰去
    T3 = 3,
    /// 陰入
    T4 = 4,
    /// 陽平
    T5 = 5,
    /// 陽上, live in Quanzhou and 鹿港
    T6 = 6,
    /// 陽去
    T7 = 7,
    /// 陽入
    T8 = 8,
    /// 合音 and 三連音
    T9 = 9,
}

impl Tone {
    /// The citation tones in order: all but the neutral one.
    pub const CITATION: [Tone; 9] =
        [Tone::T1, Tone::T2, Tone::T3, Tone::T4, Tone::T5, Tone::T6, Tone::T7, Tone::T8, Tone::T9];

    /// The tone of a number from 0 to 9.
    pub fn from_number(number: u8) -> Option<Tone> {
        match number.checked_sub(1) {
            None => Some(Tone::Neutral),
            Some(index) => Tone::CITATION.get(usize::from(index)).copied(),
        }
    }

    /// 0 to 9.
    pub fn number(self) -> u8 {
        self as u8
    }

    /// Whether this is one of the two tones of syllables that end in a stop (入聲).
    pub fn is_checked(self) -> bool {
        matches!(self, Tone::T4 | Tone::T8)
    }
}
