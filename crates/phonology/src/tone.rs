//! The tones, by their traditional numbers.

/// A citation tone, numbered as 臺羅 does: 1 陰平, 2 陰上, 3 陰去, 4 陰入, 5 陽平, 6 陽上, 7 陽去,
/// 8 陽入, and 9 for contracted and triplicated syllables.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[repr(u8)]
pub enum Tone {
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
    /// All tones in order.
    pub const ALL: [Tone; 9] =
        [Tone::T1, Tone::T2, Tone::T3, Tone::T4, Tone::T5, Tone::T6, Tone::T7, Tone::T8, Tone::T9];

    /// The tone of a number from 1 to 9.
    pub fn from_number(number: u8) -> Option<Tone> {
        Tone::ALL.get(usize::from(number).checked_sub(1)?).copied()
    }

    /// 1 to 9.
    pub fn number(self) -> u8 {
        self as u8
    }

    /// Whether this is one of the two tones of syllables that end in a stop (入聲).
    pub fn is_checked(self) -> bool {
        matches!(self, Tone::T4 | Tone::T8)
    }
}
