//! One syllable in two bytes.

use std::fmt;
use std::num::NonZeroU16;

use crate::{Coda, Final, Initial, Tone};

/// A syllable of any variety of Hokkien: initial, final, citation tone.
///
/// It is stored as one number in mixed radix, so that it reads off in decimal and leaves room for
/// 20 initials and 256 finals:
///
/// ```text
/// bits = (final × 20 + initial) × 10 + tone          1 ≤ tone ≤ 9
/// ```
///
/// `tsi̍t` is initial 13 (ts), final 34 (it), tone 8. Zero is no syllable, so
/// `Option<Syllable>` is two bytes as well.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Syllable(NonZeroU16);

const INITIALS: u16 = 20;
const TONES: u16 = 10;

impl Syllable {
    /// The syllable of three parts, if they can stand together.
    ///
    /// # Errors
    /// [`SyllableError`] says which rule the combination breaks.
    pub fn new(initial: Initial, rime: Final, tone: Tone) -> Result<Syllable, SyllableError> {
        let stop = rime.coda() == Coda::Stop;
        if tone.is_checked() && !stop {
            return Err(SyllableError::CheckedToneWithoutStop);
        }
        if stop && !tone.is_checked() && tone != Tone::T9 {
            return Err(SyllableError::StopWithoutCheckedTone);
        }
        if initial.is_nasal() && rime.is_nasalised() {
            return Err(SyllableError::NasalWrittenTwice);
        }
        let bits = (u16::from(rime.index()) * INITIALS + u16::from(initial.index())) * TONES
            + u16::from(tone.number());
        NonZeroU16::new(bits).map(Syllable).ok_or(SyllableError::CheckedToneWithoutStop)
    }

    /// The stored form: see the layout above.
    pub fn to_bits(self) -> u16 {
        self.0.get()
    }

    /// Reads the stored form back; `None` for bits that no legal syllable has.
    pub fn from_bits(bits: u16) -> Option<Syllable> {
        let tone = Tone::from_number((bits % TONES) as u8)?;
        let initial = Initial::from_index((bits / TONES % INITIALS) as u8)?;
        let rime = Final::from_index(u8::try_from(bits / TONES / INITIALS).ok()?)?;
        Syllable::new(initial, rime, tone).ok()
    }

    /// The initial.
    pub fn initial(self) -> Initial {
        Initial::from_index((self.0.get() / TONES % INITIALS) as u8).unwrap_or(Initial::NONE)
    }

    /// The final.
    pub fn rime(self) -> Final {
        // In range by construction: `new` is the only way in.
        Final::from_index((self.0.get() / TONES / INITIALS) as u8)
            .unwrap_or_else(|| unreachable!("a syllable holds a final of the table"))
    }

    /// The citation tone.
    pub fn tone(self) -> Tone {
        Tone::from_number((self.0.get() % TONES) as u8)
            .unwrap_or_else(|| unreachable!("a syllable holds a tone from 1 to 9"))
    }

    /// Every legal syllable, in the order of its bits.
    pub fn all() -> impl Iterator<Item = Syllable> {
        (1..=u16::MAX).filter_map(Syllable::from_bits)
    }
}

/// In numeric 臺羅: `Syllable(tsit8)`.
impl fmt::Debug for Syllable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (initial, rime) = (self.initial().tl(), self.rime().tl());
        write!(f, "Syllable({initial}{rime}{})", self.tone().number())
    }
}

/// Why three parts are no syllable.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SyllableError {
    /// Tone 4 or 8 on a syllable that does not end in -p, -t, -k or -h.
    CheckedToneWithoutStop,
    /// A syllable that ends in -p, -t, -k or -h with a tone other than 4, 8 and 9.
    StopWithoutCheckedTone,
    /// m-, n- or ng- before a final that is written nasal: the initial already says so.
    NasalWrittenTwice,
}

impl fmt::Display for SyllableError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            SyllableError::CheckedToneWithoutStop => {
                "tones 4 and 8 need a syllable that ends in -p, -t, -k or -h"
            }
            SyllableError::StopWithoutCheckedTone => {
                "a syllable that ends in -p, -t, -k or -h has tone 4, 8 or 9"
            }
            SyllableError::NasalWrittenTwice => {
                "after m-, n- and ng- the vowel is nasal without being written so"
            }
        })
    }
}

impl std::error::Error for SyllableError {}

#[cfg(feature = "serde")]
mod as_bits {
    use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

    use super::Syllable;

    impl Serialize for Syllable {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            self.to_bits().serialize(serializer)
        }
    }

    impl<'de> Deserialize<'de> for Syllable {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            let bits = u16::deserialize(deserializer)?;
            Syllable::from_bits(bits)
                .ok_or_else(|| D::Error::custom(format!("{bits} is no syllable")))
        }
    }
}
