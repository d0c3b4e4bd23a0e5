//! What a word is that is in no table, by its characters.
//!
//! Dictionaries have phrases among their words: 高雄的, 警察講, 攏佇. A group may end inside them.

use thakim_document::is_selector;
use thakim_phonology::Reading;
use thakim_phonology::sandhi::Grouping;
use thakim_phonology::sandhi::grammar::{Class, Item, ends_between};
use thakim_phonology::sandhi::words::of_characters;

/// Verbs and small words that dictionaries put to the word before them.
#[rustfmt::skip]
const TAILS: &[char] = &[
    '是', '有', '無', '佇', '講', '予', '共', '會', '欲', '著', '了', '過', '甲', '到',
];
/// Twice the same is a noun where it is a name for somebody: 媽媽.
#[rustfmt::skip]
const KIN: &[char] = &[
    '爸', '媽', '哥', '姊', '妹', '弟', '姑', '舅', '叔', '伯', '嬸', '公', '婆', '爺', '奶', '星', '寶',
];
/// Of those the ones that make a verb of any character before them: 覕佇, 看著.
#[rustfmt::skip]
const AFTER_VERB: &[char] = &[
    '佇', '著', '到', '予', '了', '共',
];
/// What begins a word of number, or points at something.
#[rustfmt::skip]
const POINTING: &[char] = &[
    '一', '二', '兩', '三', '四', '五', '六', '七', '八', '九', '十', '百', '千', '萬', '幾', '半', '這', '彼',
    '逐', '每', '頂', '下', '前', '後', '隔', '第', '〇', '零',
];
/// What ends a word of time: 二月, 三點, 彼擺, 隔工, 少年時.
#[rustfmt::skip]
const TIMES: &[char] = &[
    '年', '月', '日', '工', '點', '分', '秒', '擺', '陣', '時', '暝', '暗', '早', '晡', '冬', '禮', '拜',
];
/// Verbs that make a phrase of themselves and their object: 讀冊, 落雨.
#[rustfmt::skip]
const WITH_OBJECT: &[char] = &[
    '讀', '食', '看', '聽', '講', '行', '走', '坐', '買', '賣', '提', '穿', '洗', '寫', '唱', '唸', '揣', '等',
    '娶', '嫁', '飼', '掠', '放', '開', '落', '轉', '過', '蹛', '種', '煮', '炒', '割', '挽', '掃', '騎', '駛',
    '送', '借', '賺', '趁', '拍', '罵', '啉', '睏', '結', '沃', '磨',
];
/// What makes a noun of it after all: 看法, 唱片.
#[rustfmt::skip]
const NOUN_ENDS: &[char] = &[
    '法', '師', '眾', '片', '場', '者', '員', '手', '家', '物', '品', '料', '廊', '館', '店', '費', '票', '機',
    '車', '間', '位', '路', '頭', '價',
];
/// What makes a number of any word that it begins: 一世人, 彼日本人.
#[rustfmt::skip]
const COUNTING: &[char] = &[
    '一', '兩', '幾', '半', '這', '彼', '逐', '每',
];

/// What a word of at least one character is, and where groups end inside it.
pub(super) fn item(surface: &str, reading: &Reading) -> (Item, Grouping) {
    let mut room = ['\0'; MOST];
    let mut length = 0;
    for letter in surface.chars().filter(|letter| !is_selector(*letter)) {
        // Longer ones are sayings.
        let Some(place) = room.get_mut(length) else { return (noun(), Grouping::OPEN) };
        *place = letter;
        length += 1;
    }
    let letters = &room[..length];
    if length != reading.len() || length < 2 {
        return (Item::default(), Grouping::OPEN);
    }
    let word = Phrase { letters, surface, reading };
    if let Some(found) = word.with_of() {
        return found;
    }
    if let Some(class) = word.by_look() {
        return (Item::of(Some(class)), Grouping::OPEN);
    }
    word.parts().or_else(|| word.with_small_head()).unwrap_or_default()
}

/// The most characters of a word that is looked into.
const MOST: usize = 8;

fn noun() -> Item {
    Item::of(Some(Class::Noun))
}

struct Phrase<'w> {
    letters: &'w [char],
    surface: &'w str,
    reading: &'w Reading,
}

impl Phrase<'_> {
    /// A word with 的 in it: 高雄的, 你的.
    fn with_of(&self) -> Option<(Item, Grouping)> {
        let is_of = |at: usize| {
            let syllable = self.reading.syllables()[at].syllable;
            self.letters[at] == '的' && syllable.rime().tl() == "e"
        };
        let at = (1..self.letters.len()).find(|&at| is_of(at))?;
        let head = self.class_of(0, at);
        let ends = ends_between(head.unwrap_or(Class::Noun), Class::Of);
        let ends = ends && !self.reading.is_neutral(at);
        let grouping = if ends { Grouping::OPEN.with_end_behind(at - 1) } else { Grouping::OPEN };
        let is_last = at + 1 == self.letters.len();
        let tail = if is_last { Class::Of } else { Class::Noun };
        Some((Item { head, tail: Some(tail), ..Item::default() }, grouping))
    }

    /// The class that the look of a word gives it.
    fn by_look(&self) -> Option<Class> {
        let (first, last) = (*self.letters.first()?, *self.letters.last()?);
        let rest = &self.letters[1..];
        if rest.iter().all(|letter| *letter == first) {
            let is_kin = KIN.contains(&first);
            return Some(if is_kin { Class::Noun } else { Class::Adjective });
        }
        if last == '仔' {
            // 沓沓仔.
            let is_manner = self.letters.len() == 3 && self.letters[0] == self.letters[1];
            return Some(if is_manner { Class::Adverb } else { Class::Noun });
        }
        if POINTING.contains(&first) {
            if TIMES.contains(&last) {
                return Some(Class::Time);
            }
            let start = self.letters.len() - 1;
            if matches!(self.class_of(start, start + 1), Some(Class::Measure)) {
                return Some(Class::Quantified);
            }
        }
        None
    }

    /// A word of two that both are known, or of one that is known behind a longer one.
    fn parts(&self) -> Option<(Item, Grouping)> {
        let length = self.letters.len();
        let last = *self.letters.last()?;
        let cut = length - 1;
        if !TAILS.contains(&last) {
            return None;
        }
        let tail = self.class_of(cut, length)?;
        let head = self.class_of(0, cut);
        if head.is_none() && cut < 2 {
            let is_verb = AFTER_VERB.contains(&last);
            let item = Item { head: Some(Class::Verb), tail: Some(tail), ..Item::default() };
            return is_verb.then_some((item, Grouping::OPEN));
        }
        let ends = ends_between(head.unwrap_or(Class::Noun), tail);
        let grouping = if ends && tail != Class::Complement {
            Grouping::OPEN.with_end_behind(cut - 1)
        } else {
            Grouping::OPEN
        };
        let head = head.or(if tail == Class::Complement { Some(Class::Verb) } else { None });
        Some((Item { head, tail: Some(tail), ..Item::default() }, grouping))
    }

    /// A word that begins with a small one and goes on with what that leads to: 上愛, 𤆬我去, 一世人.
    fn with_small_head(&self) -> Option<(Item, Grouping)> {
        let length = self.letters.len();
        let head = self.class_of(0, 1)?;
        let rest = self.class_of(1, length);
        let tail = match (head, rest) {
            (
                Class::Adverb | Class::Auxiliary | Class::Then,
                Some(tail @ (Class::Verb | Class::Adjective | Class::Auxiliary)),
            ) => tail,
            (Class::Verb | Class::Preposition, None)
                if length > 2 && self.class_of(1, 2) == Some(Class::Pronoun) =>
            {
                self.class_of(2, length)?
            }
            (Class::Verb | Class::Complement, None) if length == 2 && self.has_object() => {
                Class::Noun
            }
            (Class::Number | Class::Determiner, _) if COUNTING.contains(&self.letters[0]) => {
                Class::Noun
            }
            _ => return None,
        };
        let head = if head == Class::Complement { Class::Verb } else { head };
        let item = Item { head: Some(head), tail: Some(tail), ..Item::default() };
        Some((item, Grouping::OPEN))
    }

    /// Whether two characters are a verb and its object.
    fn has_object(&self) -> bool {
        WITH_OBJECT.contains(&self.letters[0]) && !NOUN_ENDS.contains(&self.letters[1])
    }

    /// The class of the characters from one index to another, as a word of their own.
    fn class_of(&self, from: usize, to: usize) -> Option<Class> {
        let byte = |index: usize| -> usize {
            self.letters[..index].iter().map(|letter| letter.len_utf8()).sum()
        };
        // With selectors in it a word is in no table.
        let part = self.surface.get(byte(from)..byte(to))?;
        of_characters(part, self.reading.syllables().get(from..to))
    }
}
