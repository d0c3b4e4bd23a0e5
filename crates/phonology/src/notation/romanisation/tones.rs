//! How romanisations show tones.

use super::super::marks::*;
use crate::{Coda, Final, Tone};

/// How a tone is marked.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in super::super) enum Sign {
    /// By the absence of a mark.
    Bare,
    /// By a mark over or under a letter.
    Mark(char),
    /// By its digit behind the syllable, where the scheme has no mark for it.
    Digit,
}

/// The tones of a romanisation.
pub(in super::super) struct Tones {
    /// A row for each tone, in the order of their numbers from 0.
    pub(in super::super) signs: [(Tone, Sign); 10],
    /// The digits of the tones in the same order, ASCII.
    pub(in super::super) digits: &'static [u8; 10],
    /// Marks that are read besides, never written.
    pub(in super::super) also: &'static [(char, Tone)],
    /// The digit of a low checked tone, which is heard and never listed: -h in tone 3, and what -p, -t
    /// and -k have instead.
    pub(in super::super) low_checked: Option<char>,
}

/// The numbers that 臺羅 and everything before it give the tones.
pub(in super::super) const TRADITIONAL: &[u8; 10] = b"0123456789";

use Sign::{Bare, Digit, Mark};

/// 臺羅 and 白話字: 臺灣閩南語羅馬字拼音方案, section 聲調; the church's marks since Douglas 1873. The two differ in the
/// mark of tone 9, and each is read with the other's.
pub(in super::super) const fn church(ninth: char) -> Tones {
    #[rustfmt::skip]
    let signs = [
        (Tone::Neutral, Bare),
        (Tone::T1,      Bare),
        (Tone::T2,      Mark(ACUTE)),
        (Tone::T3,      Mark(GRAVE)),
        (Tone::T4,      Bare),
        (Tone::T5,      Mark(CIRCUMFLEX)),
        (Tone::T6,      Mark(CARON)),
        (Tone::T7,      Mark(MACRON)),
        (Tone::T8,      Mark(VERTICAL_LINE)),
        (Tone::T9,      Mark(ninth)),
    ];
    Tones {
        signs,
        digits: TRADITIONAL,
        also: &[(DOUBLE_ACUTE, Tone::T9), (BREVE, Tone::T9)],
        low_checked: None,
    }
}

/// Numbers only, as TLPA has it; the marks of the church are read.
#[rustfmt::skip]
pub(in super::super) static NUMBERS: Tones = Tones {
    digits: TRADITIONAL,
    signs: [
        (Tone::Neutral, Digit),
        (Tone::T1,      Digit),
        (Tone::T2,      Digit),
        (Tone::T3,      Digit),
        (Tone::T4,      Digit),
        (Tone::T5,      Digit),
        (Tone::T6,      Digit),
        (Tone::T7,      Digit),
        (Tone::T8,      Digit),
        (Tone::T9,      Digit),
    ],
    also: &[
        (ACUTE, Tone::T2),
        (GRAVE, Tone::T3),
        (CIRCUMFLEX, Tone::T5),
        (CARON, Tone::T6),
        (MACRON, Tone::T7),
        (VERTICAL_LINE, Tone::T8),
        (DOUBLE_ACUTE, Tone::T9),
        (BREVE, Tone::T9),
    ],
    low_checked: None,
};

impl Tones {
    /// How a tone is shown by marks.
    pub(super) fn sign(&self, tone: Tone) -> Sign {
        let row = self.signs[usize::from(tone.number())];
        debug_assert_eq!(row.0, tone, "the rows are in the order of the tones");
        row.1
    }

    /// The digit of a tone.
    pub(super) fn digit(&self, tone: Tone) -> char {
        char::from(self.digits[usize::from(tone.number())])
    }

    /// The tone of a final that bears this mark, or none.
    pub(super) fn of_mark(&self, mark: Option<char>, rime: Final) -> Option<Tone> {
        let sign = mark.map_or(Bare, Mark);
        let is_neutral = |tone: Tone| tone == Tone::Neutral && sign == Bare;
        let signed = || self.signs.iter().filter(|row| row.1 == sign && !is_neutral(row.0));
        let fits = |tone: &Tone| tone.is_checked() == (rime.coda() == Coda::Stop);
        let tones = || signed().map(|row| row.0);
        let also = || self.also.iter().filter(|row| Some(row.0) == mark).map(|row| row.1);
        tones()
            .find(fits)
            .or_else(|| also().find(fits))
            .or_else(|| tones().next())
            .or_else(|| also().next())
            .or_else(|| mark.is_none().then(|| unwritten(rime)))
    }

    /// The tone of a final with this digit.
    pub(super) fn of_digit(&self, digit: char, rime: Final) -> Option<Tone> {
        let number = self.digits.iter().position(|known| char::from(*known) == digit);
        number.and_then(|number| Tone::from_number(number as u8)).or_else(|| {
            let is_low = self.low_checked == Some(digit) && rime.coda() == Coda::Stop;
            is_low.then(|| if rime.tl().ends_with('h') { Tone::T3 } else { Tone::T4 })
        })
    }

    /// Whether a mark is one of a tone.
    pub(super) fn has(&self, mark: char) -> bool {
        self.signs.iter().any(|row| row.1 == Mark(mark))
            || self.also.iter().any(|row| row.0 == mark)
    }
}

/// The tone of a final without mark and number where both may be left out: 1, or 4 before a stop.
pub(super) fn unwritten(rime: Final) -> Tone {
    match rime.coda() {
        Coda::Stop => Tone::T4,
        Coda::Open | Coda::Nasal => Tone::T1,
    }
}
