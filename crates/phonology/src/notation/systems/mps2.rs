//! 注音二式 (MPS2) extended to Hokkien, as it stands beside the sound of characters in Piau-Im (BPM2).
//!
//! The Ministry's 國語注音符號第二式 of 1986 is for Mandarin; there is no standard for Hokkien, so this follows the
//! one tool that uses it.
//!
//! * Initials as in 閩拼, but m, n and ng; before i the palatals j, ch, sh and jj for z, c, s and zz.
//! * or and ior for 臺羅 o and io; oo for oo; oom, oop, oonn for om, op, onn; iek and iook for ik and
//!   iok. What the tool gives no letters of its own is as in 臺羅.
//! * Tones by numbers, in both formats; the marks of 臺羅 are read.
//! * There are no letters for ir and er. The southern Taiwanese or is written or, like the o which it is.
//!
//! Read besides: z, c, s and zz before i; ao for au; ieng, ook, oong and ioong, which iek and iook suggest;
//! ⁿ for nn.

use super::super::options::{OptionRow, WriteOptions};
use super::super::romanisation::{
    Column, DIGITS, NUMBERS, Romanisation, Scheme, Spelling, Tones, loudest,
};
use crate::{Final, Initial};

pub(crate) static SYSTEM: Romanisation = Romanisation::new(&Mps2, 1);

/// The scheme.
pub(crate) struct Mps2;

const OPTIONS: &[OptionRow] = &[DIGITS];

/// 臺羅, 注音二式, 注音二式 before i.
#[rustfmt::skip]
const INITIALS: [(&str, &str, &str); 18] = [
    ("",   "",  ""),
    ("p",  "b", "b"), ("ph",  "p", "p"),  ("b", "bb", "bb"), ("m",  "m",  "m"),
    ("t",  "d", "d"), ("th",  "t", "t"),  ("n", "n",  "n"),  ("l",  "l",  "l"),
    ("k",  "g", "g"), ("kh",  "k", "k"),  ("g", "gg", "gg"), ("ng", "ng", "ng"),
    ("ts", "z", "j"), ("tsh", "c", "ch"), ("s", "s",  "sh"), ("j",  "zz", "jj"),
    ("h",  "h", "h"),
];

/// 臺羅 and 注音二式.
#[rustfmt::skip]
static FINALS: Column = Column::new(&[
    ("a", "a"), ("ah", "ah"), ("ap", "ap"), ("at", "at"), ("ak", "ak"), ("am", "am"),
    ("an", "an"), ("ang", "ang"), ("ann", "ann"), ("annh", "annh"),
    ("ai", "ai"), ("aih", "aih"), ("ainn", "ainn"), ("ainnh", "ainnh"),
    ("au", "au"), ("auh", "auh"), ("aunn", "aunn"), ("aunnh", "aunnh"),
    ("e", "e"), ("eh", "eh"), ("ek", "ek"), ("en", "en"), ("eng", "eng"), ("enn", "enn"),
    ("ennh", "ennh"),
    ("ee", "ee"), ("eeh", "eeh"),
    ("i", "i"), ("ih", "ih"), ("ip", "ip"), ("it", "it"), ("ik", "iek"), ("im", "im"),
    ("in", "in"), ("ing", "ing"), ("inn", "inn"), ("innh", "innh"),
    ("ia", "ia"), ("iah", "iah"), ("iap", "iap"), ("iat", "iat"), ("iak", "iak"),
    ("iam", "iam"), ("ian", "ian"), ("iang", "iang"), ("iann", "iann"), ("iannh", "iannh"),
    ("iai", "iai"), ("iaih", "iaih"),
    ("iau", "iau"), ("iauh", "iauh"), ("iaunn", "iaunn"), ("iaunnh", "iaunnh"),
    ("io", "ior"), ("ioh", "iorh"), ("iok", "iook"), ("iong", "iong"), ("ionn", "ionn"),
    ("ionnh", "ionnh"),
    ("ioo", "ioo"), ("iooh", "iooh"),
    ("iu", "iu"), ("iuh", "iuh"), ("iut", "iut"), ("iunn", "iunn"), ("iunnh", "iunnh"),
    ("o", "or"), ("oh", "orh"),
    ("oo", "oo"), ("ooh", "ooh"),
    ("op", "oop"), ("ok", "ok"), ("om", "oom"), ("ong", "ong"), ("onn", "oonn"),
    ("onnh", "oonnh"),
    ("u", "u"), ("uh", "uh"), ("ut", "ut"), ("un", "un"),
    ("ua", "ua"), ("uah", "uah"), ("uat", "uat"), ("uak", "uak"), ("uan", "uan"),
    ("uang", "uang"), ("uann", "uann"), ("uannh", "uannh"),
    ("uai", "uai"), ("uaih", "uaih"), ("uainn", "uainn"), ("uainnh", "uainnh"),
    ("ue", "ue"), ("ueh", "ueh"), ("uenn", "uenn"), ("uennh", "uennh"),
    ("uee", "uee"),
    ("ui", "ui"), ("uih", "uih"), ("uinn", "uinn"), ("uinnh", "uinnh"),
    ("m", "m"), ("mh", "mh"),
    ("ng", "ng"), ("ngh", "ngh"),
    ("ie", "ie"),
    ("or", "or"), ("orh", "orh"),
    ("ior", "ior"), ("iorh", "iorh"),
    ("oi", "oi"), ("oih", "oih"),
    ("ei", "ei"), ("eih", "eih"),
    ("eenn", "eenn"), ("eennh", "eennh"),
    ("ueeh", "ueeh"), ("ueenn", "ueenn"), ("ueennh", "ueennh"),
    ("em", "em"), ("ep", "ep"), ("et", "et"),
]);

impl Scheme for Mps2 {
    fn options(&self) -> &'static [OptionRow] {
        OPTIONS
    }

    fn spell(&self, initial: Initial, rime: Final, _variant: usize) -> Option<Spelling> {
        let rime = FINALS.get(rime)?;
        let row = row(initial);
        let start = if rime.starts_with('i') { row.2 } else { row.1 };
        Some(Spelling::new(start, rime, loudest(rime)))
    }

    fn also(&self, initial: Initial, rime: Final) -> Vec<String> {
        let Some(written) = FINALS.get(rime) else { return Vec::new() };
        let other = match rime.tl() {
            "ing" => Some("ieng".to_owned()),
            "ok" => Some("ook".to_owned()),
            "ong" => Some("oong".to_owned()),
            "iong" => Some("ioong".to_owned()),
            "ionn" | "ionnh" | "om" | "op" | "onn" | "onnh" | "ik" | "iok" => {
                Some(rime.tl().to_owned())
            }
            _ => written.contains("au").then(|| written.replace("au", "ao")),
        };
        let row = row(initial);
        let ends = [Some(written.to_owned()), other];
        let spell = |end: String| {
            let palatal = end.starts_with('i').then(|| format!("{}{end}", row.2));
            [Some(format!("{}{end}", row.1)), palatal].into_iter().flatten()
        };
        ends.into_iter().flatten().flat_map(spell).collect()
    }

    fn tones(&self, _options: &WriteOptions) -> &'static Tones {
        &NUMBERS
    }

    fn is_short(&self, options: &WriteOptions) -> bool {
        options.own(0) == 1
    }
}

fn row(initial: Initial) -> (&'static str, &'static str, &'static str) {
    let row = INITIALS[usize::from(initial.index())];
    debug_assert_eq!(row.0, initial.tl(), "the rows are in the order of the initials");
    row
}
