//! 閩拼 (BP): 閩南方言拼音方案 of 廈門大學's 普通話閩南方言詞典, 1982, made for Amoy in the manner of 漢語拼音. What the
//! scheme says is known here through 林寶卿's account of it and the tables of later users.
//!
//! * A nasal vowel has n before it (infix): 天 tni. In bbn-, ln- and ggn- that n is part of the initial, and
//!   nothing more is written: 名 bbnia.
//! * Before the syllabic ng the initials are bb, l and gg alone: 廈門 ê-bbńg, 卵 lng. No syllable of Hokkien
//!   has b-, l- or g- there, so nothing falls together.
//! * Syllables that begin with i or u have y or w: yi, ya, yin, wu, wa. For the nasal ones both yna and nia are
//!   found (option `zero-nasal`).
//! * Every tone has a mark, also 1 and 4. Tones 6 and 9, which Amoy lacks, have none: they are
//!   written with their numbers. Unmarked syllables are read as 1 or 4. A caron is read as tone 2 also where a
//!   tool of today writes it for 6.
//! * The mark stands as in 臺羅, but on the second letter of oo: 毛 bbnoō, 五 ggoô in descriptions of the scheme, and so
//!   in Transconv and taibun; Piau-Im puts it on the first (option `oo-mark`).
//! * Words may be written together. An apostrophe stands before syllables that begin with a vowel or a syllabic
//!   nasal (hōng'àn), and wherever else the letters could be read otherwise (zīn'ggā). It is read
//!   before any syllable.
//! * ng stays ng as a final, also before -h: tools that write ggnh for it confuse it with the initial.
//! * There are no letters for ir and er, nor for the southern Taiwanese or. ee and ei have no letter of their
//!   own and are written e. oi, ie, ioo and e before consonants are spelt with the scheme's letters.
//!
//! Read besides: dd- for l- (the 1982 book for Amoy), bh, gh, jj, m-, ng- (as in Taiwan; n- only with the
//! option, since na is 臺羅 ann otherwise); nasality as ⁿ or nn behind the vowel; nio and no for nioo and
//! noo.

use super::super::marks::{ACUTE, CARON, CIRCUMFLEX, GRAVE, MACRON};
use super::super::options::{OptionRow, ValueRow, WriteOptions};
use super::super::romanisation::Sign::{Bare, Digit, Mark};
use super::super::romanisation::{
    Column, DIGITS, Habits, Romanisation, Scheme, Spelling, TRADITIONAL, Tones, loudest,
};
use crate::{Final, Initial, Tone};

pub(crate) static SYSTEM: Romanisation = Romanisation::new(&Bp, 16);

/// The scheme.
pub(crate) struct Bp;

const OPTIONS: &[OptionRow] = &[
    DIGITS,
    OptionRow {
        name: "order",
        about: "how the tones are numbered",
        values: &[
            ValueRow { name: "tl", about: "as 臺羅: 平 1 5, 上 2 6, 去 3 7, 入 4 8" },
            ValueRow { name: "mainland", about: "平 1 2, 上 3 4, 去 5 6, 入 7 8" },
        ],
    },
    OptionRow {
        name: "nasal",
        about: "the sign of nasality",
        values: &[
            ValueRow { name: "infix", about: "n before the vowel: tni, dnia" },
            ValueRow { name: "raised", about: "ⁿ behind it: tiⁿ, diaⁿ" },
        ],
    },
    OptionRow {
        name: "zero-nasal",
        about: "nasal i and u without an initial",
        values: &[
            ValueRow { name: "yn", about: "with y and w: yni, yna, wna" },
            ValueRow { name: "n", about: "without: ni, nia, nua" },
        ],
    },
    OptionRow {
        name: "letters",
        about: "臺羅 b, g, j, m, n and ng",
        values: &[
            ValueRow { name: "bp82", about: "bb, gg, zz, bbn, ln and ggn" },
            ValueRow { name: "taiwan", about: "bh, gh, jj, m, n and ng" },
        ],
    },
    OptionRow {
        name: "oo-mark",
        about: "the letter of oo that bears the tone mark",
        values: &[
            ValueRow { name: "second", about: "goǒ" },
            ValueRow { name: "first", about: "gǒo, as Piau-Im" },
        ],
    },
];

/// 臺羅, 閩拼, 閩拼 with the letters of Taiwan.
#[rustfmt::skip]
const INITIALS: [(&str, &str, &str); 18] = [
    ("",   "",   ""),
    ("p",  "b",  "b"),  ("ph",  "p", "p"), ("b", "bb", "bh"), ("m",  "bbn", "m"),
    ("t",  "d",  "d"),  ("th",  "t", "t"), ("n", "ln", "n"),  ("l",  "l",   "l"),
    ("k",  "g",  "g"),  ("kh",  "k", "k"), ("g", "gg", "gh"), ("ng", "ggn", "ng"),
    ("ts", "z",  "z"),  ("tsh", "c", "c"), ("s", "s",  "s"),  ("j",  "zz",  "jj"),
    ("h",  "h",  "h"),
];

/// 臺羅 and 閩拼, with the infix.
#[rustfmt::skip]
static FINALS: Column = Column::new(&[
    ("a", "a"), ("ah", "ah"), ("ap", "ap"), ("at", "at"), ("ak", "ak"), ("am", "am"),
    ("an", "an"), ("ang", "ang"), ("ann", "na"), ("annh", "nah"),
    ("ai", "ai"), ("aih", "aih"), ("ainn", "nai"), ("ainnh", "naih"),
    ("au", "ao"), ("auh", "aoh"), ("aunn", "nao"), ("aunnh", "naoh"),
    ("e", "e"), ("eh", "eh"), ("ek", "ek"), ("en", "en"), ("eng", "eng"), ("enn", "ne"),
    ("ennh", "neh"),
    ("ee", "e"), ("eeh", "eh"),
    ("i", "i"), ("ih", "ih"), ("ip", "ip"), ("it", "it"), ("ik", "ik"), ("im", "im"),
    ("in", "in"), ("ing", "ing"), ("inn", "ni"), ("innh", "nih"),
    ("ia", "ia"), ("iah", "iah"), ("iap", "iap"), ("iat", "iat"), ("iak", "iak"),
    ("iam", "iam"), ("ian", "ian"), ("iang", "iang"), ("iann", "nia"), ("iannh", "niah"),
    ("iai", "iai"), ("iaih", "iaih"),
    ("iau", "iao"), ("iauh", "iaoh"), ("iaunn", "niao"), ("iaunnh", "niaoh"),
    ("io", "io"), ("ioh", "ioh"), ("iok", "iok"), ("iong", "iong"), ("ionn", "nioo"),
    ("ionnh", "niooh"),
    ("ioo", "ioo"), ("iooh", "iooh"),
    ("iu", "iu"), ("iuh", "iuh"), ("iut", "iut"), ("iunn", "niu"), ("iunnh", "niuh"),
    ("o", "o"), ("oh", "oh"),
    ("oo", "oo"), ("ooh", "ooh"),
    ("op", "op"), ("ok", "ok"), ("om", "om"), ("ong", "ong"), ("onn", "noo"), ("onnh", "nooh"),
    ("u", "u"), ("uh", "uh"), ("ut", "ut"), ("un", "un"),
    ("ua", "ua"), ("uah", "uah"), ("uat", "uat"), ("uak", "uak"), ("uan", "uan"),
    ("uang", "uang"), ("uann", "nua"), ("uannh", "nuah"),
    ("uai", "uai"), ("uaih", "uaih"), ("uainn", "nuai"), ("uainnh", "nuaih"),
    ("ue", "ue"), ("ueh", "ueh"), ("uenn", "nue"), ("uennh", "nueh"),
    ("uee", "ue"),
    ("ui", "ui"), ("uih", "uih"), ("uinn", "nui"), ("uinnh", "nuih"),
    ("m", "m"), ("mh", "mh"),
    ("ng", "ng"), ("ngh", "ngh"),
    ("ie", "ie"),
    ("oi", "oi"), ("oih", "oih"),
    ("ei", "e"), ("eih", "eh"),
    ("eenn", "ne"), ("eennh", "neh"),
    ("ueeh", "ueh"), ("ueenn", "nue"), ("ueennh", "nueh"),
    ("em", "em"), ("ep", "ep"), ("et", "et"),
]);

/// Tones: BP82 for the seven of Amoy.
#[rustfmt::skip]
const fn tones(digits: &'static [u8; 10]) -> Tones {
    Tones {
        signs: [
            (Tone::Neutral, Bare),
            (Tone::T1,      Mark(MACRON)),
            (Tone::T2,      Mark(CARON)),
            (Tone::T3,      Mark(GRAVE)),
            (Tone::T4,      Mark(MACRON)),
            (Tone::T5,      Mark(ACUTE)),
            (Tone::T6,      Digit),
            (Tone::T7,      Mark(CIRCUMFLEX)),
            (Tone::T8,      Mark(ACUTE)),
            (Tone::T9,      Digit),
        ],
        digits,
        also: &[],
        low_checked: None,
    }
}

static TONES: Tones = tones(TRADITIONAL);
/// By register inside the four tones, 陰 before 陽.
static MAINLAND: Tones = tones(b"0135724689");

/// The chosen spelling, unpacked from the number of its variant.
struct Choice {
    raised: bool,
    bare: bool,
    taiwan: bool,
    first_o: bool,
}

impl Choice {
    fn of(variant: usize) -> Choice {
        let is_second = |place: usize| variant >> place & 1 == 1;
        Choice {
            raised: is_second(0),
            bare: is_second(1),
            taiwan: is_second(2),
            first_o: is_second(3),
        }
    }
}

impl Scheme for Bp {
    fn options(&self) -> &'static [OptionRow] {
        OPTIONS
    }

    fn variant(&self, options: &WriteOptions) -> usize {
        let own = |row| options.own(row);
        own(2) + 2 * (own(3) + 2 * (own(4) + 2 * own(5)))
    }

    fn spell(&self, initial: Initial, rime: Final, variant: usize) -> Option<Spelling> {
        let choice = Choice::of(variant);
        let infixed = FINALS.get(rime)?;
        let is_raised = choice.raised && rime.is_nasalised();
        let letters = if is_raised { raised(infixed) } else { infixed.to_owned() };
        let is_bare = choice.bare && rime.is_nasalised() && !is_raised;
        let (start, end) = match initial {
            Initial::NONE if is_bare => ("", letters),
            Initial::NONE => ("", with_glide(&letters)),
            _ => (consonant(initial, rime, choice.taiwan), letters),
        };
        let mut mark = loudest(&end);
        if !choice.first_o && end.get(mark..mark + 2) == Some("oo") {
            mark += 1;
        }
        Some(Spelling::new(start, &end, mark))
    }

    fn also(&self, initial: Initial, rime: Final) -> Vec<String> {
        let Some(infixed) = FINALS.get(rime) else { return Vec::new() };
        let mut ends = vec![infixed.to_owned()];
        if rime.is_nasalised() {
            ends.push(raised(infixed));
            ends.extend(infixed.contains("oo").then(|| infixed.replace("oo", "o")));
        }
        let mut found = Vec::new();
        for end in ends {
            if initial == Initial::NONE {
                found.push(with_glide(&end));
                if rime.is_nasalised() && end.starts_with('n') {
                    found.push(end);
                }
                continue;
            }
            let row = INITIALS[usize::from(initial.index())];
            let taiwan = Some(row.2).filter(|taiwan| *taiwan != "n");
            let other = (row.1 == "l").then_some("dd");
            let starts = [Some(row.1), taiwan, other].into_iter().flatten();
            found.extend(starts.map(|start| format!("{start}{end}")));
        }
        found
    }

    fn tones(&self, options: &WriteOptions) -> &'static Tones {
        if options.own(1) == 1 { &MAINLAND } else { &TONES }
    }

    fn is_short(&self, options: &WriteOptions) -> bool {
        options.own(0) == 1
    }

    fn habits(&self) -> Habits {
        Habits { apostrophes: true, ..Habits::default() }
    }
}

/// The initial as it stands before a final.
fn consonant(initial: Initial, rime: Final, taiwan: bool) -> &'static str {
    let row = INITIALS[usize::from(initial.index())];
    debug_assert_eq!(row.0, initial.tl(), "the rows are in the order of the initials");
    let is_syllabic = rime.tl().starts_with(['m', 'n']);
    match (taiwan, row.1) {
        (true, _) => row.2,
        // The n is the sign of a nasal vowel, and there is none.
        (false, "bbn") if is_syllabic => "bb",
        (false, "ln") if is_syllabic => "l",
        (false, "ggn") if is_syllabic => "gg",
        (false, initial) => initial,
    }
}

/// A nasal final with ⁿ behind its vowel, before an h.
fn raised(infixed: &str) -> String {
    let vowel = infixed.strip_prefix('n').unwrap_or(infixed);
    match vowel.strip_suffix('h') {
        Some(open) => format!("{open}ⁿh"),
        None => format!("{vowel}ⁿ"),
    }
}

/// A final without an initial: y or w for an i or u before another vowel, and before any other i or u.
fn with_glide(rime: &str) -> String {
    let (infix, oral) = match rime.strip_prefix('n') {
        Some(oral) if oral.starts_with(['a', 'e', 'i', 'o', 'u']) => ("n", oral),
        _ => ("", rime),
    };
    let glide = match oral.chars().next() {
        Some('i') => "y",
        Some('u') => "w",
        _ => return rime.to_owned(),
    };
    let rest = oral.get(1..).unwrap_or_default();
    let rest = if rest.starts_with(['a', 'e', 'i', 'o', 'u']) { rest } else { oral };
    format!("{glide}{infix}{rest}")
}
