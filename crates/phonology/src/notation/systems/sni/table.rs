//! The names of 彙集雅俗通十五音: its initials, rimes and tones.

use super::super::signs::Row;

/// The initials. The book has fifteen: m, n and ng are 門, 柳 and 語 before a nasal rime, which is what
/// the first column writes; editions with eighteen print the second.
#[rustfmt::skip]
pub(super) const INITIALS: [(&str, char, char); 18] = [
    //  TL     15    18
    ("l",   '柳', '柳'),
    ("p",   '邊', '邊'),
    ("k",   '求', '求'),
    ("kh",  '去', '去'),
    ("t",   '地', '地'),
    ("ph",  '頗', '頗'),
    ("th",  '他', '他'),
    ("ts",  '曾', '曾'),
    ("j",   '入', '入'),
    ("s",   '時', '時'),
    ("",    '英', '英'),
    ("b",   '門', '門'),
    ("g",   '語', '語'),
    ("tsh", '出', '出'),
    ("h",   '喜', '喜'),
    ("m",   '門', '毛'),
    ("n",   '柳', '耐'),
    ("ng",  '語', '雅'),
];

/// The rimes in the book's order with the finals of each. 扛 is the nasal of 高 and 姑 that of 沽, so
/// 臺羅 onn, which is not written oonn, is 扛.
///
/// The last rows are finals that the book does not tell from others: 檜, 更 and 糜 are uee, eenn and
/// ueenn in the Zhangzhou of the book, ue, enn and uenn elsewhere, and are read as the latter.
#[rustfmt::skip]
pub(super) const FINALS: &[Row] = &[
    ("un", "君"),     ("ut", "君"),     ("ian", "堅"),    ("iat", "堅"),    ("im", "金"),     ("ip", "金"),
    ("ui", "規"),     ("uih", "規"),    ("ee", "嘉"),     ("eeh", "嘉"),    ("an", "干"),     ("at", "干"),
    ("ong", "公"),    ("ok", "公"),     ("uai", "乖"),    ("uaih", "乖"),   ("ing", "經"),    ("ik", "經"),
    ("uan", "觀"),    ("uat", "觀"),    ("oo", "沽"),     ("ooh", "沽"),    ("iau", "嬌"),    ("iauh", "嬌"),
    ("ei", "稽"),     ("eih", "稽"),    ("iong", "恭"),   ("iok", "恭"),    ("o", "高"),      ("oh", "高"),
    ("ai", "皆"),     ("aih", "皆"),    ("in", "巾"),     ("it", "巾"),     ("iang", "姜"),   ("iak", "姜"),
    ("am", "甘"),     ("ap", "甘"),     ("ua", "瓜"),     ("uah", "瓜"),    ("ang", "江"),    ("ak", "江"),
    ("iam", "兼"),    ("iap", "兼"),    ("au", "交"),     ("auh", "交"),    ("ia", "迦"),     ("iah", "迦"),
    ("ue", "檜"),     ("ueh", "檜"),    ("ann", "監"),    ("annh", "監"),   ("u", "艍"),      ("uh", "艍"),
    ("a", "膠"),      ("ah", "膠"),     ("i", "居"),      ("ih", "居"),     ("iu", "丩"),     ("iuh", "丩"),
    ("enn", "更"),    ("ennh", "更"),   ("uinn", "褌"),   ("uinnh", "褌"),  ("io", "茄"),     ("ioh", "茄"),
    ("inn", "梔"),    ("innh", "梔"),   ("ionn", "薑"),   ("ionnh", "薑"),  ("iann", "驚"),   ("iannh", "驚"),
    ("uann", "官"),   ("uannh", "官"),  ("ng", "鋼"),     ("ngh", "鋼"),    ("e", "伽"),      ("eh", "伽"),
    ("ainn", "閒"),   ("ainnh", "閒"),  ("m", "姆"),      ("mh", "姆"),     ("uang", "光"),   ("uak", "光"),
    ("uainn", "閂"),  ("uainnh", "閂"), ("uenn", "糜"),   ("uennh", "糜"),  ("iaunn", "嘄"),  ("iaunnh", "嘄"),
    ("om", "箴"),     ("op", "箴"),     ("aunn", "爻"),   ("aunnh", "爻"),  ("onn", "扛"),    ("onnh", "扛"),
    ("iunn", "牛"),   ("iunnh", "牛"),
    ("eng", "經"),    ("ek", "經"),     ("uee", "檜"),    ("ueeh", "檜"),
    ("eenn", "更"),   ("eennh", "更"),  ("ueenn", "糜"),  ("ueennh", "糜"),
];

/// The rime of a final behind m, n and ng, where the vowel is nasal without being written so in 臺羅:
/// that of its nasal fellow. A final that has none in the book (u, uh) keeps its own.
#[rustfmt::skip]
pub(super) const BEHIND_NASALS: &[Row] = &[
    ("a", "監"),      ("ah", "監"),     ("ai", "閒"),     ("aih", "閒"),    ("au", "爻"),     ("auh", "爻"),
    ("e", "更"),      ("eh", "更"),     ("i", "梔"),      ("ih", "梔"),     ("ia", "驚"),     ("iah", "驚"),
    ("iau", "嘄"),    ("iauh", "嘄"),   ("io", "薑"),     ("ioh", "薑"),    ("iu", "牛"),     ("iuh", "牛"),
    ("oo", "姑"),     ("ooh", "姑"),    ("o", "扛"),      ("oh", "扛"),     ("ua", "官"),     ("uah", "官"),
    ("uai", "閂"),    ("uaih", "閂"),   ("ue", "糜"),     ("ueh", "糜"),    ("ui", "褌"),     ("uih", "褌"),
    ("ee", "更"),     ("eeh", "更"),    ("uee", "糜"),    ("ueeh", "糜"),
];

/// The tones: as numerals and by name. 下上 is 上上 in the book, which has seven; tone 9 it has not.
#[rustfmt::skip]
pub(super) const TONES: [(u8, char, &str); 8] = [
    (1, '一', "上平"), (2, '二', "上上"), (3, '三', "上去"), (4, '四', "上入"),
    (5, '五', "下平"), (6, '六', "下上"), (7, '七', "下去"), (8, '八', "下入"),
];

/// Characters that are printed for those above.
pub(super) const VARIANTS: [(char, char); 4] =
    [('閑', '閒'), ('栀', '梔'), ('裩', '褌'), ('縻', '糜')];
