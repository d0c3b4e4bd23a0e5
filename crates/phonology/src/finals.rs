//! The finals (rimes), as one table.
//!
//! Sources: the TL column follows 臺灣閩南語羅馬字拼音方案 (Ministry of Education, 2006-10-14) with the dialect
//! vowels of its 語音方言差 table (er, ere, ir, or, ee); the POJ column the modern church orthography,
//! with U+207F for the nasal and U+0358 for o͘.
//!
//! What the Ministry's tables lack stands in the last rows, spelt by the rules of its letters:
//!
//! | finals | where | source |
//! | --- | --- | --- |
//! | eenn, ueenn, with -h | Zhangzhou [ɛ̃], [uɛ̃]: 更 and 糜 of the rime book | 雅俗通十五音 |
//! | ueeh | Zhangzhou [uɛʔ], the stop of uee | 雅俗通十五音, 檜 |
//! | iri, irih, irinnh | Tong'an and Anxi, beside irinn: 千 tshirinn, 蓮 nirî, which the nasal n- writes plain | 語音方言差, 三峽 |
//! | erp, ert, erng | Quanzhou, the stops and the nasal beside erm, ern, erk: 箴, 恩, 生 | 彙音妙悟 |
//! | eru | Quanzhou's hinterland [əu]: 鉤 | 彙音妙悟 |
//! | em, ep, et | beside en and ek: loans and sounds, in Taiwan, Penang and Singapore | usage |

/// A final: an index into [`TABLE`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Final(u8);

/// How a final ends.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Coda {
    /// In a vowel, or in a syllabic nasal.
    Open,
    /// In -m, -n or -ng after a vowel.
    Nasal,
    /// In -p, -t, -k or -h (入聲).
    Stop,
}

/// How one final is written.
pub(crate) struct FinalRow {
    pub(crate) tl: &'static str,
    pub(crate) poj: &'static str,
}

const fn row(tl: &'static str, poj: &'static str) -> FinalRow {
    FinalRow { tl, poj }
}

/// The order is part of the stored form of a syllable: rows are only ever added at the end.
#[rustfmt::skip]
pub(crate) const TABLE: &[FinalRow] = &[
    //  TL         POJ
    row("a",       "a"),
    row("ah",      "ah"),
    row("ap",      "ap"),
    row("at",      "at"),
    row("ak",      "ak"),
    row("am",      "am"),
    row("an",      "an"),
    row("ang",     "ang"),
    row("ann",     "aⁿ"),
    row("annh",    "aⁿh"),
    row("ai",      "ai"),
    row("aih",     "aih"),
    row("ainn",    "aiⁿ"),
    row("ainnh",   "aiⁿh"),
    row("au",      "au"),
    row("auh",     "auh"),
    row("aunn",    "auⁿ"),
    row("aunnh",   "auⁿh"),
    row("e",       "e"),
    row("eh",      "eh"),
    row("ek",      "ek"),
    row("en",      "en"),
    row("eng",     "eng"),
    row("enn",     "eⁿ"),
    row("ennh",    "eⁿh"),
    row("ee",      "ee"),
    row("eeh",     "eeh"),
    row("i",       "i"),
    row("ih",      "ih"),
    row("ip",      "ip"),
    row("it",      "it"),
    row("ik",      "ek"),
    row("im",      "im"),
    row("in",      "in"),
    row("ing",     "eng"),
    row("inn",     "iⁿ"),
    row("innh",    "iⁿh"),
    row("ia",      "ia"),
    row("iah",     "iah"),
    row("iap",     "iap"),
    row("iat",     "iat"),
    row("iak",     "iak"),
    row("iam",     "iam"),
    row("ian",     "ian"),
    row("iang",    "iang"),
    row("iann",    "iaⁿ"),
    row("iannh",   "iaⁿh"),
    row("iai",     "iai"),
    row("iaih",    "iaih"),
    row("iau",     "iau"),
    row("iauh",    "iauh"),
    row("iaunn",   "iauⁿ"),
    row("iaunnh",  "iauⁿh"),
    row("io",      "io"),
    row("ioh",     "ioh"),
    row("iok",     "iok"),
    row("iong",    "iong"),
    row("ionn",    "ioⁿ"),
    row("ionnh",   "ioⁿh"),
    row("ioo",     "io͘"),
    row("iooh",    "io͘h"),
    row("iu",      "iu"),
    row("iuh",     "iuh"),
    row("iut",     "iut"),
    row("iunn",    "iuⁿ"),
    row("iunnh",   "iuⁿh"),
    row("o",       "o"),
    row("oh",      "oh"),
    row("oo",      "o͘"),
    row("ooh",     "o͘h"),
    row("op",      "op"),
    row("ok",      "ok"),
    row("om",      "om"),
    row("ong",     "ong"),
    row("onn",     "oⁿ"),
    row("onnh",    "oⁿh"),
    row("u",       "u"),
    row("uh",      "uh"),
    row("ut",      "ut"),
    row("un",      "un"),
    row("ua",      "oa"),
    row("uah",     "oah"),
    row("uat",     "oat"),
    row("uak",     "oak"),
    row("uan",     "oan"),
    row("uang",    "oang"),
    row("uann",    "oaⁿ"),
    row("uannh",   "oaⁿh"),
    row("uai",     "oai"),
    row("uaih",    "oaih"),
    row("uainn",   "oaiⁿ"),
    row("uainnh",  "oaiⁿh"),
    row("ue",      "oe"),
    row("ueh",     "oeh"),
    row("uenn",    "oeⁿ"),
    row("uennh",   "oeⁿh"),
    row("uee",     "oee"),
    row("ui",      "ui"),
    row("uih",     "uih"),
    row("uinn",    "uiⁿ"),
    row("uinnh",   "uiⁿh"),
    row("m",       "m"),
    row("mh",      "mh"),
    row("ng",      "ng"),
    row("ngh",     "ngh"),
    row("er",      "er"),
    row("erh",     "erh"),
    row("erk",     "erk"),
    row("erm",     "erm"),
    row("ern",     "ern"),
    row("ere",     "ere"),
    row("ereh",    "ereh"),
    row("ir",      "ir"),
    row("irh",     "irh"),
    row("irp",     "irp"),
    row("irt",     "irt"),
    row("irk",     "irk"),
    row("irm",     "irm"),
    row("irn",     "irn"),
    row("irng",    "irng"),
    row("irinn",   "iriⁿ"),
    row("ie",      "ie"),
    row("or",      "or"),
    row("orh",     "orh"),
    row("ior",     "ior"),
    row("iorh",    "iorh"),
    row("oi",      "oi"),
    row("oih",     "oih"),
    row("ei",      "ei"),
    row("eih",     "eih"),
    row("eenn",    "eeⁿ"),
    row("eennh",   "eeⁿh"),
    row("ueeh",    "oeeh"),
    row("ueenn",   "oeeⁿ"),
    row("ueennh",  "oeeⁿh"),
    row("iri",     "iri"),
    row("irih",    "irih"),
    row("irinnh",  "iriⁿh"),
    row("erp",     "erp"),
    row("ert",     "ert"),
    row("erng",    "erng"),
    row("eru",     "eru"),
    row("em",      "em"),
    row("ep",      "ep"),
    row("et",      "et"),
];

/// What follows from the letters of a final.
#[derive(Clone, Copy)]
struct Shape {
    coda: Coda,
    is_nasalised: bool,
}

/// A row for each of [`TABLE`]. Every syllable that is made asks for it.
static SHAPES: [Shape; TABLE.len()] = {
    let mut shapes = [Shape { coda: Coda::Open, is_nasalised: false }; TABLE.len()];
    let mut index = 0;
    while index < TABLE.len() {
        shapes[index] = shape(TABLE[index].tl.as_bytes());
        index += 1;
    }
    shapes
};

const fn shape(tl: &[u8]) -> Shape {
    let is_nasalised = matches!(tl, [.., b'n', b'n'] | [.., b'n', b'n', b'h']);
    let coda = match tl {
        [.., b'p' | b't' | b'k' | b'h'] => Coda::Stop,
        // Syllabic m and ng are all that there is of their syllables.
        b"m" | b"ng" => Coda::Open,
        [.., b'm' | b'n' | b'g'] if !is_nasalised => Coda::Nasal,
        _ => Coda::Open,
    };
    Shape { coda, is_nasalised }
}

impl Final {
    /// All finals, in the order of the table.
    pub fn all() -> impl ExactSizeIterator<Item = Final> {
        (0..TABLE.len() as u8).map(Final)
    }

    /// The final written `tl` in 臺羅, in lower case and without a tone mark.
    pub fn from_tl(tl: &str) -> Option<Final> {
        Final::all().find(|rime| rime.tl() == tl)
    }

    /// As 臺羅 writes it, in lower case and without a tone mark.
    pub fn tl(self) -> &'static str {
        self.row().tl
    }

    /// How it ends.
    pub fn coda(self) -> Coda {
        SHAPES[usize::from(self.0)].coda
    }

    /// Whether its vowel is nasalised (written -nn in 臺羅, ⁿ in 白話字).
    pub fn is_nasalised(self) -> bool {
        SHAPES[usize::from(self.0)].is_nasalised
    }

    pub(crate) fn row(self) -> &'static FinalRow {
        &TABLE[usize::from(self.0)]
    }

    pub(crate) fn index(self) -> u8 {
        self.0
    }

    pub(crate) fn from_index(index: u8) -> Option<Final> {
        (usize::from(index) < TABLE.len()).then_some(Final(index))
    }
}

impl std::fmt::Debug for Final {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Final({:?})", self.tl())
    }
}
