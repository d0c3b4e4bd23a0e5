//! Syllables that are the same word's in different regions.
//!
//! The varieties of Hokkien differ by regular correspondences: where Zhangzhou has -ue, Quanzhou has
//! -e; what one writes j-, another says l-. Two syllables that differ only so are no two readings,
//! but one in two accents.
//!
//! | correspondence | example |
//! | --- | --- |
//! | j = l | 二 jī, lī |
//! | e = ue = er = ere, also nasal and with -h | 雞 ke, kue; 火 hué, hé |
//! | u = i = ir | 魚 hî, hû, hîr |
//! | un = in = irn | 銀 gîn, gûn |
//! | iong = iang, iok = iak | 相 siong, siang |
//! | enn = inn | 生 senn, sinn |
//! | uinn = ng | 飯 puīnn, pn̄g |
//! | tone 6 = tone 7 | 上 siǒng, siōng |
//!
//! (洪惟仁, 臺灣方言之旅; the slash forms of 臺灣閩南語常用詞辭典.)

use std::sync::LazyLock;

use crate::{Final, Initial, Syllable, Tone};

/// Finals that correspond, the first of each row standing for all.
const FINALS: [&[&str]; 10] = [
    &["e", "ue", "er", "ere"],
    &["eh", "ueh", "erh", "ereh"],
    &["inn", "enn", "uenn"],
    &["innh", "ennh", "uennh"],
    &["i", "u", "ir"],
    &["in", "un", "irn"],
    &["iang", "iong"],
    &["iak", "iok"],
    &["ng", "uinn"],
    &["ngh", "uinnh"],
];

/// Whether two syllables differ at most by regular correspondences between regions.
pub fn is_same_word(one: Syllable, other: Syllable) -> bool {
    one == other || folded(one) == folded(other)
}

/// What stands for a syllable and all that correspond to it.
fn folded(syllable: Syllable) -> (Initial, Final, Tone) {
    let folds = &*FOLDS;
    let initial = if syllable.initial() == folds.j { folds.l } else { syllable.initial() };
    let rime = folds.finals[usize::from(syllable.rime().index())];
    let tone = if syllable.tone() == Tone::T6 { Tone::T7 } else { syllable.tone() };
    (initial, rime, tone)
}

struct Folds {
    j: Initial,
    l: Initial,
    /// For each final of the table the one that stands for it.
    finals: Vec<Final>,
}

static FOLDS: LazyLock<Folds> = LazyLock::new(|| {
    let stands_for = |rime: Final| {
        let row = FINALS.iter().find(|row| row.contains(&rime.tl()));
        row.and_then(|row| Final::from_tl(row.first()?)).unwrap_or(rime)
    };
    let initial = |tl| Initial::from_tl(tl).unwrap_or(Initial::NONE);
    Folds { j: initial("j"), l: initial("l"), finals: Final::all().map(stands_for).collect() }
});

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Notation;

    fn same(one: &str, other: &str) -> bool {
        let parse = |tl| Notation::Tl.parse(tl).expect("a syllable").syllables()[0].syllable;
        is_same_word(parse(one), parse(other))
    }

    #[test]
    fn accents_are_told_from_readings() {
        for (one, other) in
            [("ji7", "li7"), ("hue2", "he2"), ("hi5", "hu5"), ("gin5", "gun5"), ("senn1", "sinn1")]
        {
            assert!(same(one, other) && same(other, one), "{one} {other}");
        }
        for (one, other) in
            [("lang5", "jin5"), ("tsit8", "it4"), ("hue2", "hue3"), ("kang1", "kong1")]
        {
            assert!(!same(one, other), "{one} {other}");
        }
    }
}
