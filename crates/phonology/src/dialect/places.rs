//! The positions of 廣韻 whose characters belong to a set.
//!
//! A position says so only together with the syllable: 齊 has e in the colloquial 雞, which is a set's, and
//! e in the literary 西, which is none's, so it decides nothing and is not here.

use crate::Syllable;
use crate::middle_chinese::{Division, Kind, MiddleTone, Position, Rounding};

/// Which positions.
struct Place {
    set: &'static str,
    /// 韻
    rhymes: &'static str,
    rounding: Lips,
    /// 母; empty for all.
    onsets: &'static str,
    /// 母 that are not meant.
    but: &'static str,
    entering: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Lips {
    Either,
    /// 合, and labials, for which 廣韻 makes no difference.
    Rounded,
    /// Not 合.
    Open,
}

const fn place(
    set: &'static str,
    rhymes: &'static str,
    rounding: Lips,
    onsets: &'static str,
    but: &'static str,
    entering: bool,
) -> Place {
    Place { set, rhymes, rounding, onsets, but, entering }
}

const VELAR: &str = "見溪羣疑影曉匣云";
const CORONAL: &str = "端透定泥來從精清心";
const SIBILANT_2: &str = "莊初崇生俟";
const SIBILANT_3: &str = "章昌常書船";
const SIBILANT_4: &str = "精清從心邪";

#[rustfmt::skip]
const TABLE: &[Place] = &[
    //    set   rhymes           lips           onsets       but           入
    place("雞", "佳皆",          Lips::Open,    "",          SIBILANT_2,   false),
    place("雞", "魚",            Lips::Either,  SIBILANT_2,  "",           false),
    place("八", "刪山先銜咸添鹽緝", Lips::Open,   "",          "",           true),
    place("火", "戈支脂微",      Lips::Rounded, "",          CORONAL,      false),
    place("坐", "戈灰咍泰",      Lips::Either,  CORONAL,     "",           false),
    place("月", "月薛仙元唐",    Lips::Rounded, "",          "",           true),
    place("魚", "魚",            Lips::Either,  "知徹澄孃來精清從心邪見溪羣疑影曉匣以", "", false),
    place("書", "魚",            Lips::Either,  "章昌常書船日", "",        false),
    place("思", "支脂之",        Lips::Open,    SIBILANT_4,  "",           false),
    place("思", "支脂之",        Lips::Open,    SIBILANT_2,  "",           false),
    place("恩", "欣痕",          Lips::Either,  VELAR,       "",           false),
    place("恩", "眞B",           Lips::Open,    VELAR,       "",           false),
    place("青", "庚耕清青",      Lips::Either,  "",          "",           false),
    place("暝", "庚耕清青",      Lips::Either,  "",          "",           false),
    place("飯", "桓仙元魂文刪唐陽", Lips::Rounded, "",       "",           false),
    place("門", "桓仙元魂文",    Lips::Rounded, "",          "",           false),
    place("張", "陽",            Lips::Open,    "",          "",           false),
    place("娘", "陽",            Lips::Open,    "",          "",           false),
    place("相", "陽",            Lips::Open,    "",          "",           false),
    place("約", "陽",            Lips::Open,    "",          "",           true),
    place("家", "麻2",           Lips::Open,    "",          "",           false),
    place("家", "佳",            Lips::Open,    SIBILANT_2,  "",           false),
    place("客", "庚耕",          Lips::Open,    "",          "",           true),
    place("花", "麻佳夬",        Lips::Rounded, "",          "",           false),
    place("前", "先山",          Lips::Open,    "",          SIBILANT_3,   false),
];

/// Whether a character at this position, read so, is of the set: the syllable is one that some dialect
/// has for the set.
pub(super) fn is_of(set: &str, position: Position) -> bool {
    TABLE.iter().any(|place| place.set == set && place.holds(position))
}

/// Whether a syllable that has tone 7 was 上 in 廣韻.
pub(super) fn was_rising(syllable: Syllable, position: Option<Position>) -> bool {
    let rising = |position: Position| position.tone() == MiddleTone::Rising;
    syllable.tone().number() == 7 && position.is_some_and(rising)
}

impl Place {
    fn holds(&self, position: Position) -> bool {
        let onset = position.onset().han();
        let is_labial = "幫滂並明".contains(onset);
        let lips = match self.rounding {
            Lips::Either => true,
            Lips::Rounded => is_labial || position.rounding() == Some(Rounding::Closed),
            Lips::Open => position.rounding() != Some(Rounding::Closed),
        };
        lips && self.rhymes.contains(position.rhyme().han())
            && (!self.rhymes.contains('2') || position.division() == Division::Two)
            && (!self.rhymes.contains('B') || position.kind() == Some(Kind::B))
            && (self.onsets.is_empty() || self.onsets.contains(onset))
            && !self.but.contains(onset)
            && self.entering == (position.tone() == MiddleTone::Entering)
    }
}
