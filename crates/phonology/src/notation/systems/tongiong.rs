//! 通用拼音 for Hokkien (TONGIONG), and its form as an orthography, 臺語通用拼音 or DT.
//!
//! They are one scheme, of 1998 (余伯泉 and others; known here through encyclopaedias and the tables of tools), and
//! differ in habits only: DT numbers the tones by its own order and writes en and et for 臺羅 ian and
//! iat. Each habit is an option of both.
//!
//! * o is 臺羅 oo, and or is 臺羅 o, also in io, oh and ioh: a tool that leaves oh, or writes or for both,
//!   breaks the scheme.
//! * The southern Taiwanese or is written or, like the o which it is.
//! * There are no letters for ir, ee and ei, nor for er: er is another way to write or in this scheme, and
//!   is read so.
//! * The mark of tone 3 is a line below; taibun writes a circumflex. The descriptions give tone 6 the
//!   diaeresis (or no mark of its own).
//! * A neutral syllable has its citation mark, as everywhere; the ring is its mark by option, and that of
//!   syllables whose citation tone is not known.
//! * DT *text* has the tones as spoken. This is what sandhi does, before it is written.
//!
//! The numbers of DT (tai5 tools): 1 to 9 are 臺羅 1 7 3 2 5 8 4, a low checked tone and 9. 臺羅 6 is 4 there, as
//! the tones 2 and 6 are one in Taiwan; the digit 0 is free for the neutral tone.
//!
//! Read besides: v for bh and q for gh; er for or; all options' spellings; ⁿ for nn.

use super::super::marks::{
    ACUTE, BREVE, CARON, CIRCUMFLEX, DIAERESIS, GRAVE, MACRON, MACRON_BELOW, MINUS_BELOW, RING,
};
use super::super::options::{OptionRow, ValueRow, WriteOptions};
use super::super::romanisation::Sign::{Bare, Mark};
use super::super::romanisation::{
    Column, DIGITS, Romanisation, Scheme, Spelling, TRADITIONAL, Tones, loudest,
};
use crate::{Final, Initial, Tone};

pub(crate) static TONGIONG: Romanisation = Romanisation::new(&Tongiong { daighi: false }, 4);
pub(crate) static DT: Romanisation = Romanisation::new(&Tongiong { daighi: true }, 4);

/// The scheme, with the habits of 通用拼音 or of DT as its defaults.
pub(crate) struct Tongiong {
    daighi: bool,
}

const IAN: ValueRow = ValueRow { name: "ian", about: "ian, iat" };
const EN: ValueRow = ValueRow { name: "en", about: "en, et" };
const TL: ValueRow = ValueRow { name: "tl", about: "as 臺羅 numbers them" };
const DT_ORDER: ValueRow = ValueRow { name: "dt", about: "1 to 9 for 臺羅 1 7 3 2 5 8 4 – 9" };

const fn options(ian: &'static [ValueRow], order: &'static [ValueRow]) -> [OptionRow; 6] {
    [
        DIGITS,
        OptionRow { name: "order", about: "how the tones are numbered", values: order },
        OptionRow { name: "ian", about: "臺羅 ian and iat", values: ian },
        OptionRow {
            name: "ing",
            about: "臺羅 ing",
            values: &[
                ValueRow { name: "ing", about: "ing" },
                ValueRow { name: "eng", about: "eng, as taibun" },
            ],
        },
        OptionRow {
            name: "third",
            about: "the mark of tone 3",
            values: &[
                ValueRow { name: "line", about: "a line below: a̱" },
                ValueRow { name: "circumflex", about: "â, as taibun" },
            ],
        },
        OptionRow {
            name: "neutral",
            about: "the mark of a neutral syllable",
            values: &[
                ValueRow { name: "citation", about: "that of its citation tone" },
                ValueRow { name: "ring", about: "a ring: å" },
            ],
        },
    ]
}

static TONGIONG_OPTIONS: [OptionRow; 6] = options(&[IAN, EN], &[TL, DT_ORDER]);
static DT_OPTIONS: [OptionRow; 6] = options(&[EN, IAN], &[DT_ORDER, TL]);

/// 臺羅 and 通用拼音.
#[rustfmt::skip]
const INITIALS: [(&str, &str); 18] = [
    ("",   ""),
    ("p",  "b"), ("ph",  "p"), ("b", "bh"), ("m",  "m"),
    ("t",  "d"), ("th",  "t"), ("n", "n"),  ("l",  "l"),
    ("k",  "g"), ("kh",  "k"), ("g", "gh"), ("ng", "ng"),
    ("ts", "z"), ("tsh", "c"), ("s", "s"),  ("j",  "r"),
    ("h",  "h"),
];

/// 臺羅 and 通用拼音.
#[rustfmt::skip]
static FINALS: Column = Column::new(&[
    ("a", "a"), ("ah", "ah"), ("ap", "ap"), ("at", "at"), ("ak", "ak"), ("am", "am"),
    ("an", "an"), ("ang", "ang"), ("ann", "ann"), ("annh", "annh"),
    ("ai", "ai"), ("aih", "aih"), ("ainn", "ainn"), ("ainnh", "ainnh"),
    ("au", "au"), ("auh", "auh"), ("aunn", "aunn"), ("aunnh", "aunnh"),
    ("e", "e"), ("eh", "eh"), ("ek", "ek"), ("en", "en"), ("eng", "eng"), ("enn", "enn"),
    ("ennh", "ennh"),
    ("i", "i"), ("ih", "ih"), ("ip", "ip"), ("it", "it"), ("ik", "ik"), ("im", "im"),
    ("in", "in"), ("ing", "ing"), ("inn", "inn"), ("innh", "innh"),
    ("ia", "ia"), ("iah", "iah"), ("iap", "iap"), ("iat", "iat"), ("iak", "iak"),
    ("iam", "iam"), ("ian", "ian"), ("iang", "iang"), ("iann", "iann"), ("iannh", "iannh"),
    ("iai", "iai"), ("iaih", "iaih"),
    ("iau", "iau"), ("iauh", "iauh"), ("iaunn", "iaunn"), ("iaunnh", "iaunnh"),
    ("io", "ior"), ("ioh", "iorh"), ("iok", "iok"), ("iong", "iong"), ("ionn", "ionn"),
    ("ionnh", "ionnh"),
    ("ioo", "io"), ("iooh", "ioh"),
    ("iu", "iu"), ("iuh", "iuh"), ("iut", "iut"), ("iunn", "iunn"), ("iunnh", "iunnh"),
    ("o", "or"), ("oh", "orh"),
    ("oo", "o"), ("ooh", "oh"),
    ("op", "op"), ("ok", "ok"), ("om", "om"), ("ong", "ong"), ("onn", "onn"), ("onnh", "onnh"),
    ("u", "u"), ("uh", "uh"), ("ut", "ut"), ("un", "un"),
    ("ua", "ua"), ("uah", "uah"), ("uat", "uat"), ("uak", "uak"), ("uan", "uan"),
    ("uang", "uang"), ("uann", "uann"), ("uannh", "uannh"),
    ("uai", "uai"), ("uaih", "uaih"), ("uainn", "uainn"), ("uainnh", "uainnh"),
    ("ue", "ue"), ("ueh", "ueh"), ("uenn", "uenn"), ("uennh", "uennh"),
    ("ui", "ui"), ("uih", "uih"), ("uinn", "uinn"), ("uinnh", "uinnh"),
    ("m", "m"), ("mh", "mh"),
    ("ng", "ng"), ("ngh", "ngh"),
    ("ie", "ie"),
    ("or", "or"), ("orh", "orh"),
    ("ior", "ior"), ("iorh", "iorh"),
    ("oi", "oi"), ("oih", "oih"),
    ("em", "em"), ("ep", "ep"), ("et", "et"),
]);

#[rustfmt::skip]
const fn tones(third: char, digits: &'static [u8; 10], low_checked: Option<char>) -> Tones {
    Tones {
        signs: [
            (Tone::Neutral, Mark(RING)),
            (Tone::T1,      Bare),
            (Tone::T2,      Mark(GRAVE)),
            (Tone::T3,      Mark(third)),
            (Tone::T4,      Mark(MACRON)),
            (Tone::T5,      Mark(BREVE)),
            (Tone::T6,      Mark(DIAERESIS)),
            (Tone::T7,      Mark(MACRON)),
            (Tone::T8,      Bare),
            (Tone::T9,      Mark(ACUTE)),
        ],
        digits,
        also: &[
            (MACRON_BELOW, Tone::T3),
            (MINUS_BELOW, Tone::T3),
            (CIRCUMFLEX, Tone::T3),
            (CARON, Tone::T5),
        ],
        low_checked,
    }
}

/// By the tones' numbers from 0.
const DT_DIGITS: &[u8; 10] = b"0143754269";

/// By the mark of tone 3 and the order of numbers.
static TONES: [[Tones; 2]; 2] = [
    [tones(MACRON_BELOW, TRADITIONAL, None), tones(MACRON_BELOW, DT_DIGITS, Some('8'))],
    [tones(CIRCUMFLEX, TRADITIONAL, None), tones(CIRCUMFLEX, DT_DIGITS, Some('8'))],
];

impl Tongiong {
    /// Whether the option in a row, whose two values stand in the other order in DT, is that of DT.
    fn is_daighi(&self, options: &WriteOptions, row: usize) -> bool {
        (options.own(row) == 1) != self.daighi
    }
}

impl Scheme for Tongiong {
    fn options(&self) -> &'static [OptionRow] {
        if self.daighi { &DT_OPTIONS } else { &TONGIONG_OPTIONS }
    }

    fn variant(&self, options: &WriteOptions) -> usize {
        usize::from(self.is_daighi(options, 2)) + 2 * options.own(3)
    }

    fn spell(&self, initial: Initial, rime: Final, variant: usize) -> Option<Spelling> {
        let rime = match (rime.tl(), variant % 2 == 1, variant / 2 == 1) {
            ("ian", true, _) => "en",
            ("iat", true, _) => "et",
            ("ing", _, true) => "eng",
            _ => FINALS.get(rime)?,
        };
        Some(Spelling::new(consonant(initial), rime, loudest(rime)))
    }

    fn also(&self, initial: Initial, rime: Final) -> Vec<String> {
        let mut ends: Vec<String> = FINALS.get(rime).map(str::to_owned).into_iter().collect();
        let other = match rime.tl() {
            "ian" => Some("en"),
            "iat" => Some("et"),
            "ing" => Some("eng"),
            "onn" => Some("ornn"),
            "om" => Some("orm"),
            _ => None,
        };
        ends.extend(other.map(str::to_owned));
        let with_er: Vec<String> = ends
            .iter()
            .filter(|end| end.contains("or"))
            .map(|end| end.replace("or", "er"))
            .collect();
        ends.extend(with_er);
        let other = match consonant(initial) {
            "bh" => Some("v"),
            "gh" => Some("q"),
            _ => None,
        };
        let starts = [Some(consonant(initial)), other].into_iter().flatten();
        starts.flat_map(|start| ends.iter().map(move |end| format!("{start}{end}"))).collect()
    }

    fn tones(&self, options: &WriteOptions) -> &'static Tones {
        let third = &TONES[usize::from(options.own(4) == 1)];
        &third[usize::from(self.is_daighi(options, 1))]
    }

    fn is_short(&self, options: &WriteOptions) -> bool {
        options.own(0) == 1
    }

    fn tone_of_neutral(&self, tone: Tone, options: &WriteOptions) -> Tone {
        if options.own(5) == 1 { Tone::Neutral } else { tone }
    }
}

fn consonant(initial: Initial) -> &'static str {
    let row = INITIALS[usize::from(initial.index())];
    debug_assert_eq!(row.0, initial.tl(), "the rows are in the order of the initials");
    row.1
}
