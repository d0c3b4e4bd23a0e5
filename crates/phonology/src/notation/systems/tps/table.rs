//! The letters of 臺灣方音符號.

use super::super::signs::Row;

/// The initials; those of [`PALATAL`] change before i.
#[rustfmt::skip]
pub(super) const INITIALS: [Row; 18] = [
    ("",    ""),
    ("p",   "ㄅ"), ("ph",  "ㄆ"), ("b",  "ㆠ"), ("m",  "ㄇ"),
    ("t",   "ㄉ"), ("th",  "ㄊ"), ("n",  "ㄋ"), ("l",  "ㄌ"),
    ("k",   "ㄍ"), ("kh",  "ㄎ"), ("g",  "ㆣ"), ("ng", "ㄫ"),
    ("ts",  "ㄗ"), ("tsh", "ㄘ"), ("s",  "ㄙ"), ("j",  "ㆡ"),
    ("h",   "ㄏ"),
];

/// The dental letters, and the palatal ones that take their places before ㄧ and ㆪ; ㆨ is no i.
pub(super) const PALATAL: [(char, char); 4] =
    [('ㄗ', 'ㄐ'), ('ㄘ', 'ㄑ'), ('ㄙ', 'ㄒ'), ('ㆡ', 'ㆢ')];

/// The finals of the notice; those of dialects as its letters spell them (ㄝ for the ee of Zhangzhou,
/// ㆨ and ㄮ for the ir and er of Quanzhou).
///
/// The nasal of ee (eenn, ueenn) has no letter: ㆥ is that of e.
///
/// o is ㄜ and or is ㄛ here: the option `o` exchanges the two. The stop -k is ㆻ: the option `k` writes
/// the older ㆶ.
#[rustfmt::skip]
pub(super) const FINALS: &[Row] = &[
    ("a",     "ㄚ"),     ("ah",    "ㄚㆷ"),   ("ap",   "ㄚㆴ"),   ("at",  "ㄚㆵ"),   ("ak",   "ㄚㆻ"),
    ("am",    "ㆰ"),     ("an",    "ㄢ"),     ("ang",  "ㄤ"),     ("ann", "ㆩ"),     ("annh", "ㆩㆷ"),
    ("ai",    "ㄞ"),     ("aih",   "ㄞㆷ"),   ("ainn", "ㆮ"),     ("ainnh", "ㆮㆷ"),
    ("au",    "ㄠ"),     ("auh",   "ㄠㆷ"),   ("aunn", "ㆯ"),     ("aunnh", "ㆯㆷ"),
    ("e",     "ㆤ"),     ("eh",    "ㆤㆷ"),   ("enn",  "ㆥ"),     ("ennh",  "ㆥㆷ"),
    ("ee",    "ㄝ"),     ("eeh",   "ㄝㆷ"),   ("ek",   "ㄝㆻ"),   ("en",  "ㄝㄣ"),   ("eng",  "ㄝㄥ"),
    ("i",     "ㄧ"),     ("ih",    "ㄧㆷ"),   ("ip",   "ㄧㆴ"),   ("it",  "ㄧㆵ"),   ("ik",   "ㄧㆻ"),
    ("im",    "ㄧㆬ"),   ("in",    "ㄧㄣ"),   ("ing",  "ㄧㄥ"),   ("inn", "ㆪ"),     ("innh", "ㆪㆷ"),
    ("ia",    "ㄧㄚ"),   ("iah",   "ㄧㄚㆷ"), ("iap",  "ㄧㄚㆴ"), ("iat", "ㄧㄚㆵ"), ("iak",  "ㄧㄚㆻ"),
    ("iam",   "ㄧㆰ"),   ("ian",   "ㄧㄢ"),   ("iang", "ㄧㄤ"),   ("iann", "ㄧㆩ"),  ("iannh", "ㄧㆩㆷ"),
    ("iai",   "ㄧㄞ"),   ("iaih",  "ㄧㄞㆷ"),
    ("iau",   "ㄧㄠ"),   ("iauh",  "ㄧㄠㆷ"), ("iaunn", "ㄧㆯ"),  ("iaunnh", "ㄧㆯㆷ"),
    ("io",    "ㄧㄜ"),   ("ioh",   "ㄧㄜㆷ"), ("iok",  "ㄧㆦㆻ"), ("iong", "ㄧㆲ"),
    ("ionn",  "ㄧㆧ"),   ("ionnh", "ㄧㆧㆷ"), ("ioo",  "ㄧㆦ"),   ("iooh", "ㄧㆦㆷ"),
    ("iu",    "ㄧㄨ"),   ("iuh",   "ㄧㄨㆷ"), ("iut",  "ㄧㄨㆵ"), ("iunn", "ㄧㆫ"),  ("iunnh", "ㄧㆫㆷ"),
    ("ie",    "ㄧㄝ"),   ("ior",   "ㄧㄛ"),   ("iorh", "ㄧㄛㆷ"),
    ("o",     "ㄜ"),     ("oh",    "ㄜㆷ"),   ("or",   "ㄛ"),     ("orh", "ㄛㆷ"),
    ("oo",    "ㆦ"),     ("ooh",   "ㆦㆷ"),   ("op",   "ㆦㆴ"),   ("ok",  "ㆦㆻ"),
    ("om",    "ㆱ"),     ("ong",   "ㆲ"),     ("onn",  "ㆧ"),     ("onnh", "ㆧㆷ"),
    ("oi",    "ㆦㄧ"),   ("oih",   "ㆦㄧㆷ"), ("ei",   "ㄟ"),     ("eih", "ㄟㆷ"),
    ("u",     "ㄨ"),     ("uh",    "ㄨㆷ"),   ("ut",   "ㄨㆵ"),   ("un",  "ㄨㄣ"),
    ("ua",    "ㄨㄚ"),   ("uah",   "ㄨㄚㆷ"), ("uat",  "ㄨㄚㆵ"), ("uak", "ㄨㄚㆻ"),
    ("uan",   "ㄨㄢ"),   ("uang",  "ㄨㄤ"),   ("uann", "ㄨㆩ"),   ("uannh", "ㄨㆩㆷ"),
    ("uai",   "ㄨㄞ"),   ("uaih",  "ㄨㄞㆷ"), ("uainn", "ㄨㆮ"),  ("uainnh", "ㄨㆮㆷ"),
    ("ue",    "ㄨㆤ"),   ("ueh",   "ㄨㆤㆷ"), ("uenn", "ㄨㆥ"),   ("uennh", "ㄨㆥㆷ"), ("uee", "ㄨㄝ"),
    ("ui",    "ㄨㄧ"),   ("uih",   "ㄨㄧㆷ"), ("uinn", "ㄨㆪ"),   ("uinnh", "ㄨㆪㆷ"),
    ("m",     "ㆬ"),     ("mh",    "ㆬㆷ"),   ("ng",   "ㆭ"),     ("ngh", "ㆭㆷ"),
    ("er",    "ㄮ"),     ("erh",   "ㄮㆷ"),   ("erk",  "ㄮㆻ"),   ("erm", "ㄮㆬ"),   ("ern",  "ㄮㄣ"),
    ("ere",   "ㄮㆤ"),   ("ereh",  "ㄮㆤㆷ"),
    ("ir",    "ㆨ"),     ("irh",   "ㆨㆷ"),   ("irp",  "ㆨㆴ"),   ("irt", "ㆨㆵ"),   ("irk",  "ㆨㆻ"),
    ("irm",   "ㆨㆬ"),   ("irn",   "ㆨㄣ"),   ("irng", "ㆨㄥ"),   ("irinn", "ㆨㆪ"),
    ("ueeh",  "ㄨㄝㆷ"), ("iri",   "ㆨㄧ"),   ("irih", "ㆨㄧㆷ"), ("irinnh", "ㆨㆪㆷ"),
    ("erp",   "ㄮㆴ"),   ("ert",   "ㄮㆵ"),   ("erng", "ㄮㄥ"),   ("eru", "ㄮㄨ"),
    ("em",    "ㄝㆬ"),   ("ep",    "ㄝㆴ"),   ("et",   "ㄝㆵ"),
];

/// Finals as they are also spelt: letter by letter, or with the letter of a neighbour.
#[rustfmt::skip]
pub(super) const ALSO_READ: &[Row] = &[
    ("am",   "ㄚㆬ"),   ("an",   "ㄚㄣ"),   ("ang",  "ㄚㄥ"),   ("ang",  "ㄚㆭ"),
    ("ai",   "ㄚㄧ"),   ("au",   "ㄚㄨ"),   ("ainn", "ㆩㆪ"),
    ("om",   "ㆦㆬ"),   ("ong",  "ㆦㄥ"),   ("ong",  "ㆦㆭ"),   ("op",   "ㄜㆴ"),
    ("iam",  "ㄧㄚㆬ"), ("ian",  "ㄧㄚㄣ"), ("iang", "ㄧㄚㄥ"), ("ian",  "ㄧㄝㄣ"), ("iat",  "ㄧㄝㆵ"),
    ("iau",  "ㄧㄚㄨ"), ("iong", "ㄧㆦㄥ"), ("ing",  "ㄧㆭ"),   ("iok",  "ㄧㄜㆻ"), ("ok",   "ㄜㆻ"),
    ("iann", "ㆪㆩ"),   ("iunn", "ㆪㆫ"),   ("ionn", "ㆪㆧ"),   ("uinn", "ㆫㆪ"),   ("uann", "ㆫㆩ"),
    ("uan",  "ㄨㄚㄣ"), ("uai",  "ㄨㄚㄧ"),
    ("eng",  "ㄝㆭ"),   ("eng",  "ㆤㄥ"),   ("ek",   "ㆤㆻ"),   ("en",   "ㆤㄣ"),
    ("ee",   "ㆤㆤ"),   ("eeh",  "ㆤㆤㆷ"), ("ie",   "ㄧㆤ"),   ("em",   "ㆤㆬ"),   ("ep",   "ㆤㆴ"),   ("et",   "ㆤㆵ"),
];
