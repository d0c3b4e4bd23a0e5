//! Words whose form follows no set.
//!
//! Sources as for `sets`; for Zhangzhou and Penang 糜 muâi, for Penang and Singapore 我 uá and 汝 lú.

use std::sync::LazyLock;

use super::sets::{fold, is_like};
use super::{COLUMNS, members::numeric};
use crate::Syllable;

struct Row {
    /// The characters that are written for it.
    han: &'static str,
    /// Whether it is so only where the character is a word of its own.
    alone: bool,
    taiwan: [&'static str; 10],
    beyond: [&'static str; 5],
}

const fn row(
    han: &'static str,
    alone: bool,
    taiwan: [&'static str; 10],
    beyond: [&'static str; 5],
) -> Row {
    Row { han, alone, taiwan, beyond }
}

/// `o` stands for what 臺南 and 高雄 have as or: that is the sound's doing.
#[rustfmt::skip]
const TABLE: &[Row] = &[
    //         alone
    //   偏漳     宜蘭     臺中     臺南     高雄     臺北     馬公     鹿港     三峽     金門
    //   廈門     漳州     泉州     檳城     新加坡
    row("糜", false,
        ["mue5",  "mue5",  "",      "muai5", "",      "be5",   "be5",   "ber5",  "ber5",  "ber5"],
        ["be5",   "muai5", "ber5",  "muai5", ""]),
    row("妹", false,
        ["mue7",  "mue7",  "",      "",      "",      "be7",   "be7",   "ber7",  "ber7",  "ber7"],
        ["be7",   "muai7", "ber7",  "muai7", ""]),
    row("母", true,
        ["",      "boo2",  "",      "bio2",  "bio2",  "bio2",  "bio2",  "bio2",  "bio2",  "bio2"],
        ["",      "",      "",      "",      ""]),
    row("欲", false,
        ["beh4",  "beh4",  "beh4",  "beh4",  "beh4",  "beh4",  "boh4",  "berh4", "berh4", "berh4"],
        ["beh4",  "bueh4", "berh4", "",      ""]),
    row("做", false,
        ["tso3",  "tso3",  "tso3",  "tso3",  "tso3",  "tsue3", "tsue3", "tsue3", "tsere3","tsue3"],
        ["tsue3", "tso3",  "tsue3", "tso3",  ""]),
    row("奶", false,
        ["ling1", "",      "",      "",      "ling1", "ni1",   "ni1",   "ni1",   "ni1",   "ni1"],
        ["ni1",   "",      "",      "",      ""]),
    // 開會: not ē, uē.
    row("會", false,
        ["hue7",  "hue7",  "hue7",  "hue7",  "hue7",  "he7",   "he7",   "her7",  "her7",  "her7"],
        ["hue7",  "hue7",  "",      "hue7",  "hue7"]),
    row("我", false,
        ["gua2",  "gua2",  "gua2",  "gua2",  "gua2",  "gua2",  "gua2",  "gua2",  "gua2",  "gua2"],
        ["gua2",  "gua2",  "gua2",  "ua2",   "ua2"]),
    row("你汝", false,
        ["li2",   "li2",   "li2",   "li2",   "li2",   "li2",   "lu2",   "lir2",  "lir2",  "lir2"],
        ["li2",   "li2",   "lir2",  "lu2",   "lu2"]),
    row("去", false,
        ["khi3",  "khi3",  "khi3",  "khi3",  "khi3",  "khi3",  "khu3",  "khir3", "khir3", "khir3"],
        ["khi3",  "khi3",  "khir3", "khi3",  "khi3"]),
];

struct Word {
    alone: bool,
    forms: [Option<Syllable>; COLUMNS],
}

static WORDS: LazyLock<Vec<(char, Word)>> = LazyLock::new(|| {
    let words = TABLE.iter().flat_map(|row| {
        row.han.chars().map(|character| {
            let mut forms = [None; COLUMNS];
            for (form, written) in forms.iter_mut().zip(row.taiwan.iter().chain(&row.beyond)) {
                *form = numeric(written);
            }
            (character, Word { alone: row.alone, forms })
        })
    });
    words.collect()
});

/// The form of a word in a dialect, if the syllable is one of its forms: `Some(None)` where the word
/// has forms of its own, but what the dialect has is not known.
pub(super) fn form(
    character: char,
    alone: bool,
    syllable: Syllable,
    column: usize,
) -> Option<Option<Syllable>> {
    let mut words = WORDS.iter().filter(|(han, word)| *han == character && (alone || !word.alone));
    let (_, word) = words.next()?;
    let is_form = |form: &Syllable| {
        let (one, other) = (form.rime(), syllable.rime());
        let is_o = |tl: &str, or: &str| one.tl() == tl && other.tl() == or;
        is_like(form.initial(), syllable.initial())
            && fold(form.tone()) == fold(syllable.tone())
            && (one == other || is_o("o", "or") || is_o("io", "ior"))
    };
    let known = word.forms.iter().flatten().any(is_form);
    // 母 bó is what the dictionaries have first.
    let general = character == '母' && matches!(syllable.rime().tl(), "o" | "or");
    (known || general).then(|| word.forms.get(column).copied().flatten())
}

#[cfg(test)]
pub(super) fn cells() -> impl Iterator<Item = (&'static str, &'static str)> {
    TABLE.iter().flat_map(|row| {
        let cells = row.taiwan.into_iter().chain(row.beyond);
        cells.map(|cell| (row.han, cell))
    })
}
