//! The kana of 臺日大辭典.

/// The kana of an initial with a, i, u, e and o. The dot below is the breath of ph, th, kh and tsh; the
/// line above makes ts of the row of s (サ̅ セ̅ ソ̅), t of チ and ツ (which are ts in Taiwan as in Japan).
/// ng- has those of g: the tone letter is a nasal one.
#[rustfmt::skip]
pub(super) const INITIALS: [(&str, [&str; 5]); 17] = [
    ("p",   ["パ",  "ピ",   "プ",   "ペ",  "ポ"]),
    ("ph",  ["パ̣",  "ピ̣",   "プ̣",   "ペ̣",  "ポ̣"]),
    ("b",   ["バ",  "ビ",   "ブ",   "ベ",  "ボ"]),
    ("m",   ["マ",  "ミ",   "ム",   "メ",  "モ"]),
    ("t",   ["タ",  "チ̅",   "ツ̅",   "テ",  "ト"]),
    ("th",  ["タ̣",  "チ̣̅",   "ツ̣̅",   "テ̣",  "ト̣"]),
    ("n",   ["ナ",  "ニ",   "ヌ",   "ネ",  "ノ"]),
    ("l",   ["ラ",  "リ",   "ル",   "レ",  "ロ"]),
    ("k",   ["カ",  "キ",   "ク",   "ケ",  "コ"]),
    ("kh",  ["カ̣",  "キ̣",   "ク̣",   "ケ̣",  "コ̣"]),
    ("g",   ["ガ",  "ギ",   "グ",   "ゲ",  "ゴ"]),
    ("ng",  ["ガ",  "ギ",   "グ",   "ゲ",  "ゴ"]),
    ("ts",  ["サ̅",  "チ",   "ツ",   "セ̅",  "ソ̅"]),
    ("tsh", ["サ̣̅",  "チ̣",   "ツ̣",   "セ̣̅",  "ソ̣̅"]),
    ("s",   ["サ",  "シ",   "ス",   "セ",  "ソ"]),
    ("j",   ["ザ",  "ジ",   "ズ",   "ゼ",  "ゾ"]),
    ("h",   ["ハ",  "ヒ",   "フ",   "ヘ",  "ホ"]),
];

/// A final: 臺羅, the column of its first kana in the table above, what stands behind that kana, and
/// the whole without an initial.
pub(super) type KanaRow = (&'static str, char, &'static str, &'static str);

/// The finals of the dictionary's index, and by its rules those that the index does not reach.
///
/// * A vowel alone has its kana twice; before a stop or a nasal, once.
/// * A vowel between two others, or between another and a consonant, is small.
/// * -h makes the last kana small; 𛅦 is the small ヲ.
/// * オ is oo and ヲ is o, which is also the u of ua and ue.
/// * The line above makes ウ the ir and オ the er of Quanzhou.
///
/// Finals in a nasal vowel have the kana of the oral ones, onn those of oo.
#[rustfmt::skip]
pub(super) const FINALS: &[KanaRow] = &[
    ("a",    'a', "ア",   "アア"),   ("ah",   'a', "ァ",   "アァ"),
    ("ap",   'a', "ㇷ゚",   "アㇷ゚"),   ("at",   'a', "ッ",   "アッ"),   ("ak",   'a', "ㇰ",   "アㇰ"),
    ("am",   'a', "ム",   "アム"),   ("an",   'a', "ヌ",   "アヌ"),   ("ang",  'a', "ン",   "アン"),
    ("ai",   'a', "イ",   "アイ"),   ("aih",  'a', "ィ",   "アィ"),
    ("au",   'a', "ウ",   "アウ"),   ("auh",  'a', "ゥ",   "アゥ"),
    ("e",    'e', "エ",   "エエ"),   ("eh",   'e', "ェ",   "エェ"),
    ("ep",   'e', "ㇷ゚",   "エㇷ゚"),   ("et",   'e', "ッ",   "エッ"),   ("ek",   'e', "ㇰ",   "エㇰ"),
    ("em",   'e', "ム",   "エム"),   ("en",   'e', "ヌ",   "エヌ"),   ("eng",  'e', "ン",   "エン"),
    ("i",    'i', "イ",   "イイ"),   ("ih",   'i', "ィ",   "イィ"),
    ("ip",   'i', "ㇷ゚",   "イㇷ゚"),   ("it",   'i', "ッ",   "イッ"),   ("ik",   'i', "ェㇰ", "イェㇰ"),
    ("im",   'i', "ム",   "イム"),   ("in",   'i', "ヌ",   "イヌ"),   ("ing",  'i', "ェン", "イェン"),
    ("ia",   'i', "ア",   "イア"),   ("iah",  'i', "ァ",   "イァ"),
    ("iap",  'i', "ァㇷ゚", "イァㇷ゚"), ("iat",  'i', "ェッ", "イェッ"), ("iak",  'i', "ァㇰ", "イァㇰ"),
    ("iam",  'i', "ァム", "イァム"), ("ian",  'i', "ェヌ", "イェヌ"), ("iang", 'i', "ァン", "イァン"),
    ("iai",  'i', "ァイ", "イァイ"), ("iaih", 'i', "ァィ", "イァィ"),
    ("iau",  'i', "ァウ", "イァウ"), ("iauh", 'i', "ァゥ", "イァゥ"),
    ("ie",   'i', "エ",   "イエ"),
    ("io",   'i', "ヲ",   "イヲ"),   ("ioh",  'i', "𛅦",   "イ𛅦"),
    ("ior",  'i', "ヲ",   "イヲ"),   ("iorh", 'i', "𛅦",   "イ𛅦"),
    ("ioo",  'i', "オ",   "イオ"),   ("iooh", 'i', "ォ",   "イォ"),
    ("iok",  'i', "ォㇰ", "イォㇰ"), ("iong", 'i', "ォン", "イォン"),
    ("iu",   'i', "ウ",   "イウ"),   ("iuh",  'i', "ゥ",   "イゥ"),   ("iut",  'i', "ゥッ", "イゥッ"),
    ("u",    'u', "ウ",   "ウウ"),   ("uh",   'u', "ゥ",   "ウゥ"),
    ("ut",   'u', "ッ",   "ウッ"),   ("un",   'u', "ヌ",   "ウヌ"),
    ("ui",   'u', "イ",   "ウイ"),   ("uih",  'u', "ィ",   "ウィ"),
    ("o",    'o', "ヲ",   "ヲヲ"),   ("oh",   'o', "𛅦",   "ヲ𛅦"),
    ("or",   'o', "ヲ",   "ヲヲ"),   ("orh",  'o', "𛅦",   "ヲ𛅦"),
    ("oo",   'o', "オ",   "オオ"),   ("ooh",  'o', "ォ",   "オォ"),
    ("op",   'o', "ㇷ゚",   "オㇷ゚"),   ("ok",   'o', "ㇰ",   "オㇰ"),
    ("om",   'o', "ム",   "オム"),   ("ong",  'o', "ン",   "オン"),
    ("ua",   'o', "ア",   "ヲア"),   ("uah",  'o', "ァ",   "ヲァ"),
    ("uat",  'o', "ァッ", "ヲァッ"), ("uak",  'o', "ァㇰ", "ヲァㇰ"),
    ("uan",  'o', "ァヌ", "ヲァヌ"), ("uang", 'o', "ァン", "ヲァン"),
    ("uai",  'o', "ァイ", "ヲァイ"), ("uaih", 'o', "ァィ", "ヲァィ"),
    ("ue",   'o', "エ",   "ヲエ"),   ("ueh",  'o', "ェ",   "ヲェ"),
    ("m",    'u', "ム",   "ム"),     ("mh",   'u', "ム",   "ム"),
    ("ng",   'u', "ン",   "ン"),     ("ngh",  'u', "ン",   "ン"),
    ("ir",   'u', "ウ̅",   "ウ̅ウ̅"),   ("irh",  'u', "ゥ̅",   "ウ̅ゥ̅"),
    ("irp",  'u', "ゥ̅ㇷ゚", "ウ̅ㇷ゚"),   ("irt",  'u', "ゥ̅ッ", "ウ̅ッ"),   ("irk",  'u', "ゥ̅ㇰ", "ウ̅ㇰ"),
    ("irm",  'u', "ゥ̅ム", "ウ̅ム"),   ("irn",  'u', "ゥ̅ヌ", "ウ̅ヌ"),   ("irng", 'u', "ゥ̅ン", "ウ̅ン"),
    ("iri",  'u', "ゥ̅イ", "ウ̅イ"),   ("irih", 'u', "ゥ̅ィ", "ウ̅ィ"),
    ("er",   'o', "オ̅",   "オ̅オ̅"),   ("erh",  'o', "ォ̅",   "オ̅ォ̅"),
    ("erp",  'o', "ォ̅ㇷ゚", "オ̅ㇷ゚"),   ("ert",  'o', "ォ̅ッ", "オ̅ッ"),   ("erk",  'o', "ォ̅ㇰ", "オ̅ㇰ"),
    ("erm",  'o', "ォ̅ム", "オ̅ム"),   ("ern",  'o', "ォ̅ヌ", "オ̅ヌ"),   ("erng", 'o', "ォ̅ン", "オ̅ン"),
    ("ere",  'o', "ォ̅エ", "オ̅エ"),   ("ereh", 'o', "ォ̅ェ", "オ̅ェ"),   ("eru",  'o', "ォ̅ウ", "オ̅ウ"),
];

/// The tone letters of plain and of nasal syllables (Unicode 14). That of tone 2 also stands for 6.
#[rustfmt::skip]
pub(super) const TONES: [(u8, Option<char>, Option<char>); 8] = [
    (1, None,               Some('\u{1AFF7}')),
    (2, Some('\u{1AFF0}'),  Some('\u{1AFF8}')),
    (3, Some('\u{1AFF1}'),  Some('\u{1AFF9}')),
    (4, Some('\u{1AFF2}'),  Some('\u{1AFFA}')),
    (5, Some('\u{1AFF3}'),  Some('\u{1AFFB}')),
    (6, Some('\u{1AFF0}'),  Some('\u{1AFF8}')),
    (7, Some('\u{1AFF5}'),  Some('\u{1AFFD}')),
    (8, Some('\u{1AFF6}'),  Some('\u{1AFFE}')),
];
