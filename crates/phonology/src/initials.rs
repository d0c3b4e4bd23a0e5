//! The initials, as one table.
//!
//! Sources: the TL column follows 臺灣閩南語羅馬字拼音方案 (Ministry of Education, 2006-10-14); the POJ
//! column the modern church orthography, which writes `ch` before every vowel.

/// An initial consonant, or none: an index into [`TABLE`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Initial(u8);

/// How one initial is written.
pub(crate) struct InitialRow {
    pub(crate) tl: &'static str,
    pub(crate) poj: &'static str,
    /// A nasal initial makes the vowel after it nasal without writing so.
    pub(crate) nasal: bool,
}

const fn row(tl: &'static str, poj: &'static str, nasal: bool) -> InitialRow {
    InitialRow { tl, poj, nasal }
}

/// The order is part of the stored form of a syllable: rows are only ever added at the end.
#[rustfmt::skip]
pub(crate) const TABLE: &[InitialRow] = &[
    //  TL     POJ    nasal
    row("",    "",    false),
    row("p",   "p",   false),
    row("ph",  "ph",  false),
    row("b",   "b",   false),
    row("m",   "m",   true),
    row("t",   "t",   false),
    row("th",  "th",  false),
    row("n",   "n",   true),
    row("l",   "l",   false),
    row("k",   "k",   false),
    row("kh",  "kh",  false),
    row("g",   "g",   false),
    row("ng",  "ng",  true),
    row("ts",  "ch",  false),
    row("tsh", "chh", false),
    row("s",   "s",   false),
    row("j",   "j",   false),
    row("h",   "h",   false),
];

impl Initial {
    /// No initial: the syllable begins with its vowel (or syllabic nasal).
    pub const NONE: Initial = Initial(0);

    /// All initials, [`Initial::NONE`] first.
    pub fn all() -> impl Iterator<Item = Initial> {
        (0..TABLE.len() as u8).map(Initial)
    }

    /// The initial written `tl` in 臺羅, in lower case; empty for none.
    pub fn from_tl(tl: &str) -> Option<Initial> {
        Initial::all().find(|initial| initial.tl() == tl)
    }

    /// As 臺羅 writes it, in lower case.
    pub fn tl(self) -> &'static str {
        self.row().tl
    }

    /// Whether it is m, n or ng, which nasalise the vowel that follows.
    pub fn is_nasal(self) -> bool {
        self.row().nasal
    }

    pub(crate) fn row(self) -> &'static InitialRow {
        &TABLE[usize::from(self.0)]
    }

    pub(crate) fn index(self) -> u8 {
        self.0
    }

    pub(crate) fn from_index(index: u8) -> Option<Initial> {
        (usize::from(index) < TABLE.len()).then_some(Initial(index))
    }
}

impl std::fmt::Debug for Initial {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Initial({:?})", self.tl())
    }
}
