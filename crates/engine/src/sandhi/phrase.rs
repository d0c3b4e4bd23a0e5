//! What a word is that is in no table, by its characters.
//!
//! Dictionaries have phrases among their words: 高雄的, 警察講, 攏佇. A group may end inside them.

use thakim_document::is_selector;
use thakim_phonology::sandhi::Grouping;
use thakim_phonology::sandhi::grammar::{Class, Item, ends_between};
use thakim_phonology::sandhi::words::of_han;
use thakim_phonology::{Reading, Spoken};

/// Verbs and small words that dictionaries put to the word before them.
const TAILS: &str = "是有無佇講予共會欲著了過甲到";
/// Twice the same is a noun where it is a name for somebody: 媽媽.
const KIN: &str = "爸媽哥姊妹弟姑舅叔伯嬸公婆爺奶星寶";
/// Of those the ones that make a verb of any character before them: 覕佇, 看著.
const AFTER_VERB: &str = "佇著到予了共";
/// What begins a word of number, or points at something.
const POINTING: &str = "一二兩三四五六七八九十百千萬幾半這彼逐每頂下前後隔第〇零";
/// What ends a word of time: 二月, 三點, 彼擺, 隔工, 少年時.
const TIMES: &str = "年月日工點分秒擺陣時暝暗早晡冬禮拜";
/// Verbs that make a phrase of themselves and their object: 讀冊, 落雨.
const WITH_OBJECT: &str = "讀食看聽講行走坐買賣提穿洗寫唱唸揣等娶嫁飼掠放開落轉過蹛種煮炒割挽掃騎駛送借賺趁拍罵啉睏結沃磨";
/// What makes a noun of it after all: 看法, 唱片.
const NOUN_ENDS: &str = "法師眾片場者員手家物品料廊館店費票機車間位路頭價";
/// What makes a number of any word that it begins: 一世人, 彼日本人.
const COUNTING: &str = "一兩幾半這彼逐每";

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
            let is_kin = KIN.contains(first);
            return Some(if is_kin { Class::Noun } else { Class::Adjective });
        }
        if last == '仔' {
            // 沓沓仔.
            let is_manner = self.letters.len() == 3 && self.letters[0] == self.letters[1];
            return Some(if is_manner { Class::Adverb } else { Class::Noun });
        }
        if POINTING.contains(first) {
            if TIMES.contains(last) {
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
        if !TAILS.contains(last) {
            return None;
        }
        let tail = self.class_of(cut, length)?;
        let head = self.class_of(0, cut);
        if head.is_none() && cut < 2 {
            let is_verb = AFTER_VERB.contains(last);
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
            (Class::Number | Class::Determiner, _) if COUNTING.contains(self.letters[0]) => {
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
        WITH_OBJECT.contains(self.letters[0]) && !NOUN_ENDS.contains(self.letters[1])
    }

    /// The class of the characters from one index to another, as a word of their own.
    fn class_of(&self, from: usize, to: usize) -> Option<Class> {
        let byte = |index: usize| -> usize {
            self.letters[..index].iter().map(|letter| letter.len_utf8()).sum()
        };
        // With selectors in it a word is in no table.
        let part = self.surface.get(byte(from)..byte(to))?;
        let syllables: &[Spoken] = self.reading.syllables().get(from..to)?;
        let reading = Reading::new(syllables.to_vec())?;
        of_han(part, Some(&reading))
    }
}
