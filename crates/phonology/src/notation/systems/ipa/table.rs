//! The sounds.

use super::super::signs::Row;

/// The initials; [`PALATAL`] before i. What is between the stop and the rub of ts and j is the business
/// of the option `affricates`.
#[rustfmt::skip]
pub(super) const INITIALS: [Row; 18] = [
    ("",    ""),
    ("p",   "p"),  ("ph",  "pʰ"),  ("b",  "b"), ("m",  "m"),
    ("t",   "t"),  ("th",  "tʰ"),  ("n",  "n"), ("l",  "l"),
    ("k",   "k"),  ("kh",  "kʰ"),  ("g",  "ɡ"), ("ng", "ŋ"),
    ("ts",  "ts"), ("tsh", "tsʰ"), ("s",  "s"), ("j",  "dz"),
    ("h",   "h"),
];

pub(super) const PALATAL: [Row; 4] = [("ts", "tɕ"), ("tsh", "tɕʰ"), ("s", "ɕ"), ("j", "dʑ")];

/// The finals without -h and without nasal vowels, which the rules of the module make of these; onn is the
/// nasal of oo. ə stands for o and er as the options have them: ❶ and ❷.
#[rustfmt::skip]
pub(super) const FINALS: &[Row] = &[
    ("a",   "a"),   ("ap",   "ap"),   ("at",   "at"),   ("ak",   "ak"),
    ("am",  "am"),  ("an",   "an"),   ("ang",  "aŋ"),   ("ai",   "ai"),   ("au",  "au"),
    ("e",   "e"),   ("ee",   "ɛ"),    ("ei",   "ei"),
    ("em",  "ɛm"),  ("en",   "ɛn"),   ("eng",  "ɛŋ"),   ("ep",   "ɛp"),   ("et",  "ɛt"),   ("ek",   "ɛk"),
    ("i",   "i"),   ("ip",   "ip"),   ("it",   "it"),   ("ik",   "ik"),
    ("im",  "im"),  ("in",   "in"),   ("ing",  "iŋ"),
    ("ia",  "ia"),  ("iap",  "iap"),  ("iat",  "iɛt"),  ("iak",  "iak"),
    ("iam", "iam"), ("ian",  "iɛn"),  ("iang", "iaŋ"),  ("iai",  "iai"),  ("iau", "iau"),  ("ie",   "ie"),
    ("io",  "i❶"),  ("ior",  "iə"),   ("ioo",  "iɔ"),   ("iok",  "iɔk"),  ("iong", "iɔŋ"),
    ("iu",  "iu"),  ("iut",  "iut"),
    ("o",   "❶"),   ("or",   "ə"),    ("oo",   "ɔ"),    ("oi",   "oi"),
    ("op",  "ɔp"),  ("ok",   "ɔk"),   ("om",   "ɔm"),   ("ong",  "ɔŋ"),
    ("u",   "u"),   ("ut",   "ut"),   ("un",   "un"),   ("ui",   "ui"),
    ("ua",  "ua"),  ("uat",  "uat"),  ("uak",  "uak"),  ("uan",  "uan"),  ("uang", "uaŋ"), ("uai",  "uai"),
    ("ue",  "ue"),  ("uee",  "uɛ"),
    ("m",   "m̩"),   ("ng",   "ŋ̍"),
    ("er",  "❷"),   ("ere",  "❷e"),   ("eru",  "❷u"),
    ("erp", "❷p"),  ("ert",  "❷t"),   ("erk",  "❷k"),   ("erm",  "❷m"),   ("ern", "❷n"),   ("erng", "❷ŋ"),
    ("ir",  "ɨ"),   ("iri",  "ɨi"),
    ("irp", "ɨp"),  ("irt",  "ɨt"),   ("irk",  "ɨk"),   ("irm",  "ɨm"),   ("irn", "ɨn"),   ("irng", "ɨŋ"),
];

/// What others write for finals of the table, without marks: the diphthongs of ing and ian, and the
/// plain o before consonants.
#[rustfmt::skip]
pub(super) const ALSO_READ: &[(&str, &str)] = &[
    ("ien", "iɛn"), ("ian", "iɛn"), ("iet", "iɛt"), ("iat", "iɛt"),
    ("iiŋ", "iŋ"),  ("iəŋ", "iŋ"),  ("iik", "ik"),  ("iək", "ik"),
    ("eŋ",  "ɛŋ"),  ("ek",  "ɛk"),  ("en",  "ɛn"),  ("et",  "ɛt"),  ("em",  "ɛm"),  ("ep",  "ɛp"),
    ("oŋ",  "ɔŋ"),  ("ok",  "ɔk"),  ("om",  "ɔm"),  ("op",  "ɔp"),
    ("ɔu",  "ɔ"),   ("ou",  "ɔ"),   ("əi",  "oi"),  ("ɔi",  "oi"),
];

/// The pitches of tones 1 to 9 in an accent.
pub(super) type Pitches = [&'static str; 9];

/// Southern and northern Taiwan, Xiamen, Singapore. Tone 6 is 7 in all of them; 9 rises high.
#[rustfmt::skip]
pub(super) const ACCENTS: [Pitches; 4] = [
    //  1     2     3     4     5     6     7     8    9
    ["44", "53", "11", "21", "25", "22", "22", "5", "35"],
    ["55", "51", "21", "32", "24", "33", "33", "4", "35"],
    ["44", "53", "21", "32", "24", "22", "22", "4", "35"],
    ["44", "42", "21", "32", "24", "22", "22", "4", "35"],
];

/// The tone letters of pitches 1 to 5, and the raised numbers.
pub(super) const LETTERS: [char; 5] = ['˩', '˨', '˧', '˦', '˥'];
pub(super) const RAISED: [char; 5] = ['¹', '²', '³', '⁴', '⁵'];

/// The sets of letters for the affricates: of the stop and rub, before i and elsewhere.
#[rustfmt::skip]
pub(super) const AFFRICATES: [[(&str, &str); 4]; 3] = [
    [("ts", "ts"), ("tɕ", "tɕ"), ("dz", "dz"), ("dʑ", "dʑ")],
    [("ts", "t͡s"), ("tɕ", "t͡ɕ"), ("dz", "d͡z"), ("dʑ", "d͡ʑ")],
    [("ts", "ʦ"),  ("tɕ", "ʨ"),  ("dz", "ʣ"),  ("dʑ", "ʥ")],
];
