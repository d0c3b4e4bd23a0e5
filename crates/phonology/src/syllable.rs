//! One syllable in two bytes.

use std::fmt;
use std::num::NonZeroU16;

use crate::{Coda, Final, Initial, Tone};

/// A syllable of any variety of Hokkien: initial, final, tone.
///
/// It is stored as one number in mixed radix, so that it reads off in decimal and leaves room for
/// 20 initials and 255 finals:
///
/// ```text
/// bits = (1 + final) × 200 + initial × 10 + tone          0 ≤ tone ≤ 9
/// ```
///
/// `tsi̍t` is final 34 (it), initial 13 (ts), tone 8: 7138. Zero is no syllable, so
/// `Option<Syllable>` is two bytes as well.
///
/// Most syllables are citation forms, as a dictionary lists them ([`Syllable::new`]). Speech has some
/// more ([`Syllable::spoken`]): a neutral tone, and -h with the tone of a word that goes on (tsiàh).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Syllable(NonZeroU16);

const OF_INITIAL: u16 = 10;
const OF_FINAL: u16 = 200;

impl Syllable {
    /// The citation form of three parts, if they can stand together.
    ///
    /// # Errors
    /// [`SyllableError`] says which rule the combination breaks.
    pub fn new(initial: Initial, rime: Final, tone: Tone) -> Result<Syllable, SyllableError> {
        if tone == Tone::Neutral {
            return Err(SyllableError::NoCitationTone);
        }
        if rime.coda() == Coda::Stop && !tone.is_checked() && tone != Tone::T9 {
            return Err(SyllableError::StopWithoutCheckedTone);
        }
        Syllable::spoken(initial, rime, tone)
    }

    /// The syllable of three parts as it may be heard in speech: besides the citation forms, those
    /// with a neutral tone, and those in -h with the tones 1, 2, 3 and 7, which -h takes before other
    /// syllables.
    ///
    /// # Errors
    /// [`SyllableError`] says which rule the combination breaks.
    pub fn spoken(initial: Initial, rime: Final, tone: Tone) -> Result<Syllable, SyllableError> {
        let stop = rime.coda() == Coda::Stop;
        if tone.is_checked() && !stop {
            return Err(SyllableError::CheckedToneWithoutStop);
        }
        let can_end_so = match tone {
            Tone::Neutral | Tone::T4 | Tone::T8 | Tone::T9 => true,
            Tone::T1 | Tone::T2 | Tone::T3 | Tone::T7 => !stop || rime.tl().ends_with('h'),
            Tone::T5 | Tone::T6 => !stop,
        };
        if !can_end_so {
            return Err(SyllableError::StopWithoutCheckedTone);
        }
        if initial.is_nasal() && rime.is_nasalised() {
            return Err(SyllableError::NasalWrittenTwice);
        }
        let bits = (1 + u16::from(rime.index())) * OF_FINAL
            + u16::from(initial.index()) * OF_INITIAL
            + u16::from(tone.number());
        NonZeroU16::new(bits).map(Syllable).ok_or(SyllableError::NoCitationTone)
    }

    /// The stored form: see the layout above.
    pub fn to_bits(self) -> u16 {
        self.0.get()
    }

    /// Reads the stored form back; `None` for bits that no syllable of speech has.
    pub fn from_bits(bits: u16) -> Option<Syllable> {
        let tone = Tone::from_number((bits % OF_INITIAL) as u8)?;
        let initial = Initial::from_index((bits % OF_FINAL / OF_INITIAL) as u8)?;
        let rime = (bits / OF_FINAL).checked_sub(1)?;
        let rime = Final::from_index(u8::try_from(rime).ok()?)?;
        Syllable::spoken(initial, rime, tone).ok()
    }

    /// The initial.
    pub fn initial(self) -> Initial {
        Initial::from_index((self.0.get() % OF_FINAL / OF_INITIAL) as u8).unwrap_or(Initial::NONE)
    }

    /// The final.
    pub fn rime(self) -> Final {
        // In range by construction: `spoken` is the only way in.
        Final::from_index((self.0.get() / OF_FINAL - 1) as u8)
            .unwrap_or_else(|| unreachable!("a syllable holds a final of the table"))
    }

    /// The tone.
    pub fn tone(self) -> Tone {
        Tone::from_number((self.0.get() % OF_INITIAL) as u8)
            .unwrap_or_else(|| unreachable!("a syllable holds a tone from 0 to 9"))
    }

    /// Whether a dictionary could list it: it has a citation tone that its final allows.
    pub fn is_citation(self) -> bool {
        Syllable::new(self.initial(), self.rime(), self.tone()).is_ok()
    }

    /// The same initial and final with another tone.
    ///
    /// # Errors
    /// [`SyllableError`] where the final cannot have it, not even in speech.
    pub fn with_tone(self, tone: Tone) -> Result<Syllable, SyllableError> {
        Syllable::spoken(self.initial(), self.rime(), tone)
    }

    /// Every citation form, in the order of its bits.
    pub fn all() -> impl Iterator<Item = Syllable> {
        Syllable::all_spoken().filter(|syllable| syllable.is_citation())
    }

    /// Every syllable of speech, in the order of its bits: [`Syllable::all`], and what only
    /// [`Syllable::spoken`] makes.
    pub fn all_spoken() -> impl Iterator<Item = Syllable> {
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
    /// A syllable that ends in -p, -t, -k or -h with a tone that it cannot have.
    StopWithoutCheckedTone,
    /// A neutral tone where a citation tone is needed.
    NoCitationTone,
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
            SyllableError::NoCitationTone => "expected the citation tone, 1 to 9",
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
