//! 臺羅 (TL): 臺灣閩南語羅馬字拼音方案, Ministry of Education, 2006-10-14, and its 使用手冊.
//!
//! Read besides: ⁿ, ᴺ and N for nn; hnn for nnh; oonn for onn; ṳ and o̤ (ü, ö) for ir and er, as the dictionaries after
//! Douglas have them; the mark of tone 9 of 白話字; marks on any letter of the syllable.

use super::super::marks::{BREVE, DOUBLE_ACUTE};
use super::super::options::{OptionRow, ValueRow, WriteOptions};
use super::super::romanisation::{
    DIGITS, Habits, Romanisation, Scheme, Spelling, Tones, church, loudest,
};
use crate::{Final, Initial};

pub(crate) static SYSTEM: Romanisation = Romanisation::new(&Tl, 1);

/// The scheme.
pub(crate) struct Tl;

const OPTIONS: &[OptionRow] = &[
    DIGITS,
    OptionRow {
        name: "ninth",
        about: "the mark of tone 9",
        values: &[
            ValueRow { name: "double-acute", about: "a̋, as the Ministry has it" },
            ValueRow { name: "breve", about: "ă, as 白話字 and some fonts have it" },
        ],
    },
];

static TONES: Tones = church(DOUBLE_ACUTE);
static WITH_BREVE: Tones = church(BREVE);

impl Scheme for Tl {
    fn options(&self) -> &'static [OptionRow] {
        OPTIONS
    }

    fn spell(&self, initial: Initial, rime: Final, _variant: usize) -> Option<Spelling> {
        Some(Spelling::new(initial.tl(), rime.tl(), loudest(rime.tl())))
    }

    fn also(&self, initial: Initial, rime: Final) -> Vec<String> {
        let turned = rime.tl().strip_suffix("nnh").map(|vowel| format!("{vowel}hnn"));
        let mut ends: Vec<String> = turned.into_iter().collect();
        if rime.tl().contains("onn") {
            ends.push(rime.tl().replace("onn", "oonn"));
        }
        ends.iter().map(|end| [initial.tl(), end].concat()).collect()
    }

    fn tones(&self, options: &WriteOptions) -> &'static Tones {
        if options.own(1) == 1 { &WITH_BREVE } else { &TONES }
    }

    fn is_short(&self, options: &WriteOptions) -> bool {
        options.own(0) == 1
    }

    fn habits(&self) -> Habits {
        Habits { diaereses: true, ..Habits::default() }
    }
}
