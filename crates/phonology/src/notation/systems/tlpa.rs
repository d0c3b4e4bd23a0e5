//! TLPA, and TLPA+.
//!
//! TLPA is 臺灣語言音標方案, Ministry of Education, 1998-01-12: the letters of 臺羅 except c and ch for its ts
//! and tsh. TLPA+ is what input methods and rime books of today make of it (rime-tlpa, Piau-Im): z and
//! c instead. So ch is no initial of TLPA+, and c is two different ones: a text does not say in which
//! of the two it is.
//!
//! Both show tones by numbers alone. That is the standard, and so what the option `format=mark`
//! gives as well; the marks of 臺羅 are read.
//!
//! The rime books that TLPA+ serves tell 扛 onn from 姑 oonn. No variety of today has both, and 臺羅
//! writes one onn; both are read as it, and an option chooses which is written.

use super::super::options::{OptionRow, ValueRow, WriteOptions};
use super::super::romanisation::{
    DIGITS, Habits, NUMBERS, Romanisation, Scheme, Spelling, Tones, loudest,
};
use crate::{Final, Initial};

pub(crate) static CLASSIC: Romanisation = Romanisation::new(&Tlpa { plus: false }, 1);
pub(crate) static PLUS: Romanisation = Romanisation::new(&Tlpa { plus: true }, 4);

/// The scheme.
pub(crate) struct Tlpa {
    plus: bool,
}

const CLASSIC_OPTIONS: &[OptionRow] = &[DIGITS];

const PLUS_OPTIONS: &[OptionRow] = &[
    DIGITS,
    OptionRow {
        name: "onn",
        about: "臺羅 onn",
        values: &[
            ValueRow { name: "onn", about: "as the rime 扛" },
            ValueRow { name: "oonn", about: "as the rime 姑" },
        ],
    },
    OptionRow {
        name: "nasal-h",
        about: "the order of nn and -h",
        values: &[ValueRow { name: "nh", about: "annh" }, ValueRow { name: "hn", about: "ahnn" }],
    },
];

impl Tlpa {
    fn initial(&self, initial: Initial) -> &'static str {
        match (initial.tl(), self.plus) {
            ("ts", false) => "c",
            ("tsh", false) => "ch",
            ("ts", true) => "z",
            ("tsh", true) => "c",
            (same, _) => same,
        }
    }
}

/// A final with nn behind its h.
fn turned(rime: &str) -> Option<String> {
    rime.strip_suffix("nnh").map(|vowel| format!("{vowel}hnn"))
}

/// The final onn with its vowel written oo.
fn doubled(rime: &str) -> Option<String> {
    (rime.contains("onn") || rime.contains("ohnn")).then(|| rime.replacen('o', "oo", 1))
}

impl Scheme for Tlpa {
    fn options(&self) -> &'static [OptionRow] {
        if self.plus { PLUS_OPTIONS } else { CLASSIC_OPTIONS }
    }

    fn variant(&self, options: &WriteOptions) -> usize {
        if self.plus { options.own(1) + 2 * options.own(2) } else { 0 }
    }

    fn spell(&self, initial: Initial, rime: Final, variant: usize) -> Option<Spelling> {
        let mark = loudest(rime.tl());
        let is_plain_onn = matches!(rime.tl(), "onn" | "onnh");
        let doubled = (variant % 2 == 1 && is_plain_onn).then(|| doubled(rime.tl())).flatten();
        let letters = doubled.unwrap_or_else(|| rime.tl().to_owned());
        let letters = match variant / 2 {
            0 => letters,
            _ => turned(&letters).unwrap_or(letters),
        };
        Some(Spelling::new(self.initial(initial), &letters, mark))
    }

    fn also(&self, initial: Initial, rime: Final) -> Vec<String> {
        let mut ends = vec![rime.tl().to_owned()];
        ends.extend(turned(rime.tl()));
        if self.plus {
            let others: Vec<String> = ends.iter().filter_map(|end| doubled(end)).collect();
            ends.extend(others);
        }
        ends.iter().map(|end| format!("{}{end}", self.initial(initial))).collect()
    }

    fn tones(&self, _options: &WriteOptions) -> &'static Tones {
        &NUMBERS
    }

    fn is_short(&self, options: &WriteOptions) -> bool {
        options.own(0) == 1
    }

    fn habits(&self) -> Habits {
        Habits::default()
    }
}
