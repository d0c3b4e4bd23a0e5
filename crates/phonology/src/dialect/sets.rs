//! The lexical sets, each with its final in each dialect, as one table.
//!
//! Sources: for Taiwan the table 語音方言差 of 臺灣閩南語常用詞辭典 (Ministry of Education) and 洪惟仁, 臺灣方言之旅;
//! for Quanzhou the rime book 彙音妙悟, for Zhangzhou 雅俗通十五音; for Amoy, Douglas (1873), whose notes on
//! "Cn." and "C." give the other two; for Penang and Singapore the descriptions of Penang Hokkien
//! and Singaporean Hokkien in Wikipedia, and taibun's forms for Singapore. An empty cell says that the
//! dialect is mixed there, or that none of these sources tells: nothing is mapped.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::{COLUMNS, members};
use crate::{Final, Initial, Syllable, Tone};

/// What initials a set's row is for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Before {
    /// All.
    Any,
    /// All but m, n and ng.
    Oral,
    /// m, n and ng, after which a nasal vowel is written plain.
    Nasal,
    /// ts, tsh, s and j, which some say as l.
    Sibilant,
}

use Before::{Any, Nasal, Oral, Sibilant};

struct Row {
    name: &'static str,
    before: Before,
    /// What dictionaries of Taiwan write for it as a/b, if they do.
    pair: (&'static str, &'static str),
    taiwan: [&'static str; 10],
    beyond: [&'static str; 5],
}

const fn row(
    name: &'static str,
    before: Before,
    pair: (&'static str, &'static str),
    taiwan: [&'static str; 10],
    beyond: [&'static str; 5],
) -> Row {
    Row { name, before, pair, taiwan, beyond }
}

#[rustfmt::skip]
const TABLE: &[Row] = &[
    //   set                pair
    //   偏漳     宜蘭     臺中     臺南     高雄     臺北     馬公     鹿港     三峽     金門
    //   廈門     漳州     泉州     檳城     新加坡
    row("雞",   Oral,  ("e", "ue"),
        ["e",     "e",     "e",     "e",     "e",     "ue",    "ue",    "ue",    "ere",   "ue"],
        ["ue",    "e",     "ue",    "e",     "ue"]),
    row("八",   Oral,  ("eh", "ueh"),
        ["eh",    "eh",    "eh",    "eh",    "eh",    "ueh",   "ueh",   "ueh",   "ereh",  "ueh"],
        ["ueh",   "eh",    "ueh",   "eh",    "ueh"]),
    row("火",   Oral,  ("ue", "e"),
        ["ue",    "ue",    "ue",    "ue",    "ue",    "e",     "e",     "er",    "er",    "er"],
        ["e",     "ue",    "er",    "ue",    "e"]),
    row("月",   Oral,  ("ueh", "eh"),
        ["ueh",   "ueh",   "ueh",   "ueh",   "ueh",   "eh",    "eh",    "erh",   "erh",   "erh"],
        ["eh",    "ueh",   "erh",   "ueh",   "eh"]),
    row("血",   Oral,  ("ueh", "uih"),
        ["ueh",   "ueh",   "ueh",   "ueh",   "ueh",   "uih",   "uih",   "uih",   "uih",   "uih"],
        ["uih",   "ueh",   "uih",   "ueh",   "uih"]),
    row("坐",   Oral,  ("", ""),
        ["e",     "e",     "e",     "e",     "e",     "e",     "e",     "er",    "er",    "er"],
        ["e",     "e",     "er",    "e",     "e"]),
    row("雪",   Oral,  ("", ""),
        ["eh",    "eh",    "eh",    "eh",    "eh",    "eh",    "eh",    "erh",   "erh",   "erh"],
        ["eh",    "eh",    "erh",   "eh",    "eh"]),
    row("魚",   Oral,  ("i", "u"),
        ["i",     "i",     "i",     "i",     "i",     "u",     "u",     "ir",    "ir",    "ir"],
        ["u",     "i",     "ir",    "u",     "u"]),
    // 魚 after the sibilants of the third division: u in all of Taiwan that has no ir.
    row("書",   Sibilant, ("", ""),
        ["u",     "u",     "u",     "u",     "u",     "u",     "u",     "ir",    "ir",    "ir"],
        ["u",     "i",     "ir",    "u",     "u"]),
    // Literary readings of 支脂之 after sibilants.
    row("思",   Sibilant, ("", ""),
        ["u",     "u",     "u",     "u",     "u",     "u",     "u",     "ir",    "ir",    "ir"],
        ["u",     "u",     "ir",    "u",     "u"]),
    row("恩",   Oral,  ("in", "un"),
        ["",      "in",    "",      "",      "",      "un",    "un",    "un",    "irn",   "un"],
        ["un",    "in",    "un",    "",      "un"]),
    row("青",   Oral,  ("enn", "inn"),
        ["enn",   "enn",   "enn",   "enn",   "enn",   "inn",   "inn",   "inn",   "inn",   "inn"],
        ["inn",   "eenn",  "inn",   "eenn",  ""]),
    row("暝",   Nasal, ("e", "i"),
        ["e",     "e",     "e",     "e",     "e",     "i",     "i",     "i",     "i",     "i"],
        ["i",     "ee",    "i",     "ee",    ""]),
    row("飯",   Oral,  ("ng", "uinn"),
        ["ng",    "uinn",  "ng",    "ng",    "ng",    "ng",    "ng",    "ng",    "ng",    "ng"],
        ["ng",    "uinn",  "ng",    "uinn",  "ng"]),
    row("門",   Nasal, ("ng", "ui"),
        ["ng",    "ui",    "ng",    "ng",    "ng",    "ng",    "ng",    "ng",    "ng",    "ng"],
        ["ng",    "ui",    "ng",    "ui",    "ng"]),
    row("張",   Oral,  ("iunn", "ionn"),
        ["iunn",  "iunn",  "iunn",  "ionn",  "iunn",  "iunn",  "iunn",  "iunn",  "iunn",  "iunn"],
        ["iunn",  "ionn",  "iunn",  "iaunn", "iunn"]),
    row("娘",   Nasal, ("iu", "ioo"),
        ["iu",    "iu",    "iu",    "ioo",   "iu",    "iu",    "iu",    "iu",    "iu",    "iu"],
        ["iu",    "ioo",   "iu",    "iau",   "iu"]),
    row("相",   Oral,  ("iang", "iong"),
        ["iang",  "iang",  "iang",  "",      "",      "iong",  "iong",  "iong",  "iong",  "iong"],
        ["iong",  "iang",  "iong",  "iang",  "iong"]),
    row("約",   Oral,  ("iak", "iok"),
        ["iak",   "iak",   "iak",   "",      "",      "iok",   "iok",   "iok",   "iok",   "iok"],
        ["iok",   "iak",   "iok",   "iak",   "iok"]),
    row("家",   Any,   ("", ""),
        ["e",     "e",     "e",     "e",     "e",     "e",     "e",     "e",     "e",     "e"],
        ["e",     "ee",    "e",     "ee",    "e"]),
    row("客",   Any,   ("", ""),
        ["eh",    "eh",    "eh",    "eh",    "eh",    "eh",    "eh",    "eh",    "eh",    "eh"],
        ["eh",    "eeh",   "eh",    "eeh",   "eh"]),
    row("花",   Oral,  ("", ""),
        ["ue",    "ue",    "ue",    "ue",    "ue",    "ue",    "ue",    "ue",    "ue",    "ue"],
        ["ue",    "ua",    "ue",    "ua",    "ue"]),
    row("前",   Oral,  ("ing", "uinn"),
        ["ing",   "ing",   "ing",   "ing",   "ing",   "ing",   "",      "uinn",  "irinn", "ainn"],
        ["ing",   "ing",   "uinn",  "ing",   "ing"]),
    row("關",   Oral,  ("uainn", "uinn"),
        ["uainn", "uainn", "uainn", "uainn", "uainn", "uinn",  "",      "uinn",  "uinn",  ""],
        ["uainn", "uainn", "uinn",  "uainn", ""]),
    row("懸",   Oral,  ("", ""),
        ["uan",   "uan",   "uan",   "uan",   "uan",   "",      "",      "uinn",  "uinn",  "uainn"],
        ["uainn", "uan",   "uinn",  "uan",   ""]),
    row("耳",   Oral,  ("inn", "i"),
        ["inn",   "inn",   "inn",   "inn",   "inn",   "i",     "i",     "i",     "i",     "i"],
        ["i",     "inn",   "i",     "inn",   "i"]),
    row("森",   Oral,  ("im", "om"),
        ["",      "",      "",      "",      "",      "im",    "",      "",      "",      ""],
        ["im",    "om",    "irm",   "om",    "im"]),
];

/// The finals of the sets that other syllables have as well, the same in all dialects: 茶 tê has e in
/// 臺北, too. A final that is not here has no other source than the sets.
const PLAIN: &[&str] = &[
    "e", "eh", "ue", "ueh", "uih", "i", "u", "in", "un", "inn", "ng", "ui", "iu", "ioo", "iau",
    "iaunn", "iang", "iong", "iak", "iok", "ua", "ing", "ainn", "uan", "uainn", "im", "om",
];

/// A set with its finals looked up.
pub(super) struct Set {
    pub(super) name: &'static str,
    before: Before,
    pair: Option<(Final, Final)>,
    forms: [Option<Final>; COLUMNS],
}

impl Set {
    /// The final in a dialect; none where nothing is said.
    pub(super) fn form(&self, column: usize) -> Option<Final> {
        self.forms.get(column).copied().flatten()
    }

    /// Whether a syllable may belong to it, as some dialect says it.
    pub(super) fn may_hold(&self, syllable: Syllable) -> bool {
        let nasal = syllable.initial().is_nasal();
        let fits = match self.before {
            Any => true,
            Oral => !nasal,
            Nasal => nasal,
            Sibilant => matches!(syllable.initial().tl(), "ts" | "tsh" | "s" | "j" | "l"),
        };
        let rime = syllable.rime();
        let is_of_pair = self.pair.is_some_and(|(one, other)| rime == one || rime == other);
        fits && (is_of_pair || self.forms.contains(&Some(rime)))
    }

    /// Whether these are the two sides of its pair a/b in dictionaries.
    pub(super) fn is_pair(&self, first: Syllable, second: Syllable) -> bool {
        self.pair == Some((first.rime(), second.rime()))
    }
}

/// Who belongs where.
pub(super) struct Sets {
    pub(super) sets: Vec<Set>,
    plain: Vec<Final>,
    /// For each character the sets of its readings; none for a reading that belongs to no set.
    members: HashMap<char, Vec<(Initial, Tone, Option<usize>)>>,
}

/// All sets.
pub(super) static SETS: LazyLock<Sets> = LazyLock::new(Sets::new);

impl Sets {
    fn new() -> Sets {
        let set = |row: &Row| {
            let columns = row.taiwan.iter().chain(&row.beyond);
            let mut forms = [None; COLUMNS];
            for (form, written) in forms.iter_mut().zip(columns) {
                *form = Final::from_tl(written);
            }
            let pair = Final::from_tl(row.pair.0).zip(Final::from_tl(row.pair.1));
            Set { name: row.name, before: row.before, pair, forms }
        };
        let sets: Vec<Set> = TABLE.iter().map(set).collect();
        let plain = PLAIN.iter().filter_map(|written| Final::from_tl(written)).collect();
        let mut members: HashMap<char, Vec<_>> = HashMap::new();
        for (name, homophones) in members::homophones() {
            let set = sets.iter().position(|set| set.name == name);
            for (syllable, characters) in homophones {
                for character in characters.chars() {
                    let reading = (syllable.initial(), syllable.tone(), set);
                    members.entry(character).or_default().push(reading);
                }
            }
        }
        Sets { sets, plain, members }
    }

    /// The set of a character read so: `Some(None)` if it is known to belong to none, `None` if nothing
    /// is known.
    pub(super) fn of_member(&self, character: char, syllable: Syllable) -> Option<Option<&Set>> {
        let readings = self.members.get(&character)?;
        let set = |&(initial, tone, set): &(Initial, Tone, Option<usize>)| {
            if !is_like(initial, syllable.initial()) || fold(tone) != fold(syllable.tone()) {
                return None;
            }
            match set.and_then(|index: usize| self.sets.get(index)) {
                None => Some(None),
                Some(set) => set.may_hold(syllable).then_some(Some(set)),
            }
        };
        readings.iter().find_map(set)
    }

    /// Whether syllables of this final belong to no set, some of them.
    pub(super) fn is_plain(&self, rime: Final) -> bool {
        self.plain.contains(&rime)
    }
}

/// Whether two initials are the same but for j, l and g.
pub(super) fn is_like(one: Initial, other: Initial) -> bool {
    let is_j = |initial: Initial| matches!(initial.tl(), "j" | "l" | "g");
    one == other || (is_j(one) && is_j(other) && (one.tl() == "j" || other.tl() == "j"))
}

/// Tone 6 is 7 where it is not told apart.
pub(super) fn fold(tone: Tone) -> Tone {
    if tone == Tone::T6 { Tone::T7 } else { tone }
}

#[cfg(test)]
pub(super) mod raw {
    use super::{COLUMNS, PLAIN, TABLE};

    /// Every cell of the table as it is written, with the name of its set.
    pub(crate) fn cells() -> impl Iterator<Item = (&'static str, &'static str)> {
        TABLE.iter().flat_map(|row| {
            let pair = [row.pair.0, row.pair.1].into_iter();
            let cells = row.taiwan.into_iter().chain(row.beyond).chain(pair);
            cells.map(|cell| (row.name, cell))
        })
    }

    pub(crate) fn plain() -> &'static [&'static str] {
        PLAIN
    }

    const _: () = assert!(COLUMNS == 15);
}
