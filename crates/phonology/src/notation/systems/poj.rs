//! 白話字 (POJ) as the church has printed it since the middle of the 20th century: ch before every
//! vowel, o͘ with U+0358, ⁿ (U+207F) before -h, ᴺ (U+1D3A) in capitals.
//!
//! eng and ek are 臺羅 ing and ik. 白話字 has no letters for the rare 臺羅 eng and ek, which are written
//! alike and read as the common ones.
//!
//! Read besides, whatever the options: o͘ as o·, o•, o˙, ȯ, ou and oo, the dot before or behind the tone
//! mark; ⁿ as nn, N and ᴺ; hⁿ for ⁿh, and o͘ⁿ for oⁿ (Douglas 1873, Barclay 1923); ts and tsh before
//! a, o, u and the syllabic nasals (the same); ṳ and o̤ (ü, ö) for ir and er; 臺羅's mark of tone 9.

use super::super::marks::{BREVE, DOUBLE_ACUTE};
use super::super::options::{OptionRow, ValueRow, WriteOptions};
use super::super::romanisation::{DIGITS, Habits, Romanisation, Scheme, Spelling, Tones, church};
use crate::{Final, Initial};

pub(crate) static SYSTEM: Romanisation = Romanisation::new(&Poj, VARIANTS);

/// The scheme.
pub(crate) struct Poj;

const OPTIONS: &[OptionRow] = &[
    DIGITS,
    OptionRow {
        name: "ninth",
        about: "the mark of tone 9",
        values: &[
            ValueRow { name: "breve", about: "ă" },
            ValueRow { name: "double-acute", about: "a̋, as 臺羅 has it" },
        ],
    },
    OptionRow {
        name: "nasal-h",
        about: "the order of ⁿ and -h",
        values: &[
            ValueRow { name: "nh", about: "hiaⁿh, as printed today" },
            ValueRow { name: "hn", about: "hiahⁿ, as Douglas and Barclay have it" },
        ],
    },
    OptionRow {
        name: "initials",
        about: "臺羅 ts before a, o and u",
        values: &[
            ValueRow { name: "modern", about: "ch before every vowel: cháu, chi" },
            ValueRow { name: "old", about: "tsáu, chi: Douglas 1873, Barclay 1923" },
        ],
    },
    OptionRow {
        name: "nasal",
        about: "the sign of nasality",
        values: &[
            ValueRow { name: "raised", about: "ⁿ: saⁿ" },
            ValueRow { name: "nn", about: "as typed: sann" },
            ValueRow { name: "capital", about: "as typed: saN" },
        ],
    },
    OptionRow {
        name: "oo",
        about: "the letter o͘",
        values: &[
            ValueRow { name: "dot", about: "o͘ with U+0358" },
            ValueRow { name: "ou", about: "as typed: kou" },
            ValueRow { name: "oo", about: "as typed: koo" },
        ],
    },
    OptionRow {
        name: "central",
        about: "the vowels ir and er of Quanzhou",
        values: &[
            ValueRow { name: "letters", about: "ir and er: hîr, hér" },
            ValueRow {
                name: "dots", about: "ṳ and o̤: hṳ̂, hó̤, as the dictionaries after Douglas"
            },
        ],
    },
];

const VARIANTS: usize = 2 * 2 * 3 * 3 * 2;

static TONES: Tones = church(BREVE);
static WITH_DOUBLE_ACUTE: Tones = church(DOUBLE_ACUTE);

/// The chosen spelling, unpacked from the number of its variant.
struct Choice {
    h_first: bool,
    old: bool,
    nasal: &'static str,
    oo: &'static str,
    dots: bool,
}

impl Choice {
    fn of(variant: usize) -> Choice {
        Choice {
            h_first: variant % 2 == 1,
            old: variant / 2 % 2 == 1,
            nasal: ["ⁿ", "nn", "N"][variant / 4 % 3],
            oo: ["o\u{358}", "ou", "oo"][variant / 12 % 3],
            dots: variant / 36 % 2 == 1,
        }
    }
}

impl Scheme for Poj {
    fn options(&self) -> &'static [OptionRow] {
        OPTIONS
    }

    fn variant(&self, options: &WriteOptions) -> usize {
        let own = |row| options.own(row);
        own(2) + 2 * (own(3) + 2 * (own(4) + 3 * (own(5) + 3 * own(6))))
    }

    fn spell(&self, initial: Initial, rime: Final, variant: usize) -> Option<Spelling> {
        let choice = Choice::of(variant);
        let poj = rime.row().poj;
        let start = match initial.row().poj {
            "ch" if choice.old && is_back(poj) => "ts",
            start => start,
        };
        let mut mark = mark_at(poj);
        let mut letters = poj.replace("o\u{358}", choice.oo);
        if choice.h_first {
            letters = letters.replace("ⁿh", "hⁿ");
        }
        letters = letters.replace('ⁿ', choice.nasal);
        if choice.dots {
            letters = letters.replace("ir", "ṳ").replace("er", "o\u{324}");
            // ere, iri and eru have it on the last vowel.
            if mark == 2 {
                mark = letters.rfind(['e', 'i', 'u']).unwrap_or(0);
            }
        }
        Some(Spelling::new(start, &letters, mark))
    }

    fn also(&self, initial: Initial, rime: Final) -> Vec<String> {
        let (start, end) = (initial.row().poj, rime.row().poj);
        let old_start = match start {
            "ch" if is_back(end) => Some("ts"),
            "chh" if is_back(end) => Some("tsh"),
            _ => None,
        };
        let turned = end.strip_suffix("ⁿh").map(|vowel| format!("{vowel}hⁿ"));
        let mut ends = vec![end.to_owned()];
        ends.extend(turned);
        let others = ends.iter().flat_map(|end| {
            let dotted = end.contains("oⁿ") || end.contains("ohⁿ");
            let dotted = dotted.then(|| end.replace("oⁿ", "ooⁿ").replace("ohⁿ", "oohⁿ"));
            let typed = end.contains('\u{358}').then(|| end.replace('\u{358}', "u"));
            dotted.into_iter().chain(typed)
        });
        let others: Vec<String> = others.collect();
        ends.extend(others);
        let starts = [Some(start), old_start];
        let starts = starts.into_iter().flatten();
        starts.flat_map(|start| ends.iter().map(move |end| format!("{start}{end}"))).collect()
    }

    fn tones(&self, options: &WriteOptions) -> &'static Tones {
        if options.own(1) == 1 { &WITH_DOUBLE_ACUTE } else { &TONES }
    }

    fn is_short(&self, options: &WriteOptions) -> bool {
        options.own(0) == 1
    }

    fn habits(&self) -> Habits {
        Habits { dots: true, diaereses: true, ..Habits::default() }
    }
}

/// Whether old spelling has ts before a final: before a, o, u and the syllabic nasals.
fn is_back(rime: &str) -> bool {
    rime.starts_with(['a', 'o', 'u', 'm', 'n'])
}

/// As printed (台語信望愛; the hymnal and the Bible): ui and iu on the u; oa and oe on the o when
/// open or only nasalised, else on the second vowel; three vowels on the a, or the middle; ere, iri and eru
/// on the last. A byte index.
fn mark_at(rime: &str) -> usize {
    let vowels: String =
        rime.chars().take_while(|letter| "aeiour\u{358}".contains(*letter)).collect();
    let after = &rime[vowels.len()..];
    let is_open = matches!(after, "" | "ⁿ");
    match vowels.as_str() {
        "oa" | "oe" if is_open => 0,
        "oa" | "oe" | "iu" | "ia" | "io" | "io\u{358}" | "ior" | "ie" => 1,
        "iau" | "oai" | "iai" | "oee" => 1,
        "ere" | "iri" | "eru" => 2,
        // a, ai, au, ui, oi, ei, ee, er, ir …; m, and the n of ng.
        _ => 0,
    }
}
