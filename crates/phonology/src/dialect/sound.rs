//! What holds for every syllable of a dialect, whatever its set.
//!
//! Sources: 語音方言差 of 臺灣閩南語常用詞辭典 for Taiwan (日, 無, 上, 病); Douglas (1873) for Amoy and Quanzhou, which
//! have l for j; taibun for the eng of Singapore.

use super::{COLUMNS, Dialect};
use crate::{Final, Initial, Syllable, Tone};

/// What becomes of j.
#[derive(Clone, Copy, PartialEq, Eq)]
enum J {
    Stays,
    /// 日 li̍t
    L,
    /// 日 gi̍t, before i alone.
    G,
}

/// What becomes of tones 6 and 7.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Six {
    /// There is no 6: it is 7.
    IsSeven,
    /// There is no 7: it is 6 (鹿港 病 pǐnn, 上 tshiǔnn).
    TakesSeven,
    /// They are two tones; 7 is 6 in what was 上 in 廣韻.
    Apart,
}

struct Row {
    j: J,
    six: Six,
    /// Whether o is heard and written or, as the Ministry of Education does for 臺南 and 高雄.
    or: bool,
    /// Whether ing is heard and written eng.
    eng: bool,
}

const fn row(j: J, six: Six, or: bool, eng: bool) -> Row {
    Row { j, six, or, eng }
}

const NO: bool = false;

#[rustfmt::skip]
const TABLE: [Row; COLUMNS] = [
    //             j         tone 6           or    eng
    /* 偏漳   */ row(J::Stays, Six::IsSeven,    NO,   NO),
    /* 宜蘭   */ row(J::Stays, Six::IsSeven,    NO,   NO),
    /* 臺中   */ row(J::G,     Six::IsSeven,    NO,   NO),
    /* 臺南   */ row(J::Stays, Six::IsSeven,    true, NO),
    /* 高雄   */ row(J::Stays, Six::IsSeven,    true, NO),
    /* 臺北   */ row(J::L,     Six::IsSeven,    NO,   NO),
    /* 馬公   */ row(J::Stays, Six::IsSeven,    NO,   NO),
    /* 鹿港   */ row(J::L,     Six::TakesSeven, NO,   NO),
    /* 三峽   */ row(J::Stays, Six::IsSeven,    NO,   NO),
    /* 金門   */ row(J::L,     Six::IsSeven,    NO,   NO),
    /* 廈門   */ row(J::L,     Six::IsSeven,    NO,   NO),
    /* 漳州   */ row(J::Stays, Six::IsSeven,    NO,   NO),
    /* 泉州   */ row(J::L,     Six::Apart, NO,   NO),
    /* 檳城   */ row(J::Stays, Six::IsSeven,    NO,   NO),
    /* 新加坡 */ row(J::Stays, Six::IsSeven,    NO,   true),
];

const OR: [(&str, &str); 4] = [("o", "or"), ("oh", "orh"), ("io", "ior"), ("ioh", "iorh")];

/// The syllable as this dialect says it. `was_rising` says whether it is known to have been 上.
pub(super) fn heard(syllable: Syllable, dialect: Dialect, was_rising: bool) -> Syllable {
    let Some(row) = dialect.column().and_then(|column| TABLE.get(column)) else { return syllable };
    let initial = initial(syllable, row.j);
    let rime = rime(syllable.rime(), row);
    let tone = match (syllable.tone(), row.six) {
        (Tone::T6, Six::IsSeven) => Tone::T7,
        // 7 on a -h that another syllable follows is no citation tone.
        (Tone::T7, Six::TakesSeven) if syllable.is_citation() => Tone::T6,
        (Tone::T7, Six::Apart) if was_rising && syllable.is_citation() => Tone::T6,
        (tone, _) => tone,
    };
    Syllable::spoken(initial, rime, tone).unwrap_or(syllable)
}

fn initial(syllable: Syllable, j: J) -> Initial {
    let initial = syllable.initial();
    let rime = syllable.rime().tl();
    let to = match j {
        _ if initial.tl() != "j" => return initial,
        J::L => "l",
        J::G if rime.starts_with('i') && !rime.starts_with("ir") => "g",
        J::G | J::Stays => return initial,
    };
    Initial::from_tl(to).unwrap_or(initial)
}

fn rime(rime: Final, row: &Row) -> Final {
    let written = rime.tl();
    let in_or = |&(o, or): &(&'static str, &'static str)| match row.or {
        true => (written == o).then_some(or),
        false => (written == or).then_some(o),
    };
    let to = match OR.iter().find_map(in_or) {
        Some(to) => to,
        None if row.eng && written == "ing" => "eng",
        None => return rime,
    };
    Final::from_tl(to).unwrap_or(rime)
}
