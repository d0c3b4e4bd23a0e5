//! Where the tone groups of a sentence end, from the classes of its words.
//!
//! The principle, as the grammars and 臺灣言語工具's rules have it: a group ends behind a noun that stands before
//! what is said of it (subject or topic), behind an object or a place before the next verb, behind words of
//! time, before 的, before `--`, and at every pause. It goes on behind pronouns, verbs before their
//! objects, adverbs, numbers, measures and all other small words. It is an approximation: no parser
//! stands behind it, and speakers differ, so every group can be set by hand.

use super::Juncture;

/// The class of a word, as far as groups mind.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[repr(u8)]
pub enum Class {
    /// 人, 臺灣, and words that are not known.
    Noun,
    /// 我 你 伊 …
    Pronoun,
    /// 這 (tse), 遮, 逐家: what stands for a noun and keeps its tone.
    This,
    /// 這 (tsit), 逐, 其他: what stands before a noun.
    Determiner,
    /// 一, 幾.
    Number,
    /// 隻, 本: a measure; a noun where no number stands before it.
    Measure,
    /// 三隻, 這个, 啥物: goes on before a noun and ends before what is said of it.
    Quantified,
    /// 今仔日, 後來.
    Time,
    /// 攏, 真, 毋: what stands before a verb or an adjective.
    Adverb,
    /// 無, 袂, 未: before a verb or a noun; behind them at the end of a clause they ask: 有錢無.
    Denial,
    /// 就, 才: an adverb that goes on from what was before it.
    Then,
    /// 會, 欲: what stands before a verb.
    Auxiliary,
    /// 是, 食, and what follows adverbs and auxiliaries.
    Verb,
    /// 媠, 大.
    Adjective,
    /// 了, 過, 起來: what follows a verb.
    Complement,
    /// 佇, 共, 予: what stands before a noun and leads to a verb.
    Preposition,
    /// 佮, 抑是: between two words.
    And,
    /// 毋過, 因為: at the head of a clause.
    Clause,
    /// 的.
    Of,
    /// 頂, 內底: what follows a noun and says where.
    Place,
    /// 啦, 呢: at the end of a clause, where it is not written as neutral.
    Particle,
}

/// A set of classes.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Set(u32);

const fn set(classes: &[Class]) -> Set {
    let (mut bits, mut index) = (0, 0);
    while index < classes.len() {
        bits |= 1 << classes[index] as u32;
        index += 1;
    }
    Set(bits)
}

impl Set {
    fn has(self, class: Class) -> bool {
        self.0 & (1 << class as u32) != 0
    }
}

use Class::*;

/// Nothing stands before what begins a clause, or behind what ends it, without a border.
const ALWAYS: Set = set(&[Clause, Particle]);
/// What is said of a noun, and what begins something new behind it.
#[rustfmt::skip]
const BEHIND_NOUN: Set = set(&[
    Of, Verb, Auxiliary, Adverb, Denial, Then, Adjective, Preposition, And, Pronoun, This, Determiner, Number,
    Quantified, Time, Clause, Particle,
]);
/// The same behind a number and its measure, which also stand before adjectives: 三蕊紅花.
#[rustfmt::skip]
const BEHIND_MEASURE: Set = set(&[
    Of, Verb, Auxiliary, Adverb, Denial, Then, Preposition, And, Pronoun, This, Time, Clause, Particle,
]);
/// Behind a verb or an adjective comes what belongs to it; before 的, and before what goes on from it,
/// it ends.
const BEHIND_VERB: Set = set(&[Of, Then, Clause, Particle]);
const EVERYTHING: Set = Set(u32::MAX);
/// Behind which a denial at the end of a clause asks.
const CAN_BE_ASKED: Set =
    set(&[Noun, This, Quantified, Verb, Adjective, Complement, Place, Time, Auxiliary]);

/// Before which classes a group ends behind each class. Of the last column of 臺灣言語工具's tests: 我上愛媠媠|的
/// 姑娘, 這條路|直直直, 豬仔|有三隻, 我的媠媠.
const ENDS: [(Class, Set); 21] = [
    (Noun, BEHIND_NOUN),
    (Pronoun, ALWAYS),
    (This, EVERYTHING),
    (Determiner, ALWAYS),
    (Number, ALWAYS),
    (Measure, BEHIND_MEASURE),
    (Quantified, BEHIND_MEASURE),
    (Time, EVERYTHING),
    (Adverb, ALWAYS),
    (Denial, BEHIND_VERB),
    (Then, ALWAYS),
    (Auxiliary, ALWAYS),
    (Verb, BEHIND_VERB),
    (Adjective, BEHIND_VERB),
    (Complement, BEHIND_VERB),
    (Preposition, ALWAYS),
    (And, ALWAYS),
    (Clause, ALWAYS),
    (Of, ALWAYS),
    (Place, BEHIND_NOUN),
    (Particle, EVERYTHING),
];

/// Whether a group ends between two words of these classes that follow each other.
pub fn ends_between(left: Class, right: Class) -> bool {
    ENDS[left as usize].1.has(right)
}

/// What is between a word and the next one.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Gap {
    /// Nothing, or a space.
    #[default]
    None,
    /// Punctuation, or the end of the text.
    Pause,
    /// A sign that a person has set: a group ends here.
    Ended,
    /// A sign that a person has set: the group goes on here.
    Joined,
}

/// A word as the grammar sees it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Item {
    /// Its class towards the word before it; none if it is not known.
    pub head: Option<Class>,
    /// Its class towards the word behind it. A phrase has two: 警察講 is a noun and then a verb.
    pub tail: Option<Class>,
    /// Whether it is part of the word before it: the suffix 仔 by itself, the rest of 紅紅紅.
    pub is_bound: bool,
    /// What is behind it.
    pub gap: Gap,
}

impl Item {
    /// A word of one class.
    pub fn of(class: Option<Class>) -> Item {
        Item { head: class, tail: class, ..Item::default() }
    }
}

/// Says for each word what is behind it, and writes into the items the classes that their neighbours
/// give them. The last word stands before a pause.
pub fn settle(items: &mut [Item], mut put: impl FnMut(usize, Juncture)) {
    // What is before the present word, and the class of the word of which parts are bound together.
    let mut before = None;
    let last = items.len().saturating_sub(1);
    for at in 0..items.len() {
        let next = match items[at].gap {
            Gap::None | Gap::Joined | Gap::Ended => items.get(at + 1).copied(),
            Gap::Pause => None,
        };
        let item = &mut items[at];
        let next_head = next.and_then(|next| next.head);
        let is_whole = item.head == item.tail;
        let is_last = item.gap == Gap::Pause || at == last;
        let head = match class_here(item.head, before, next_head) {
            Denial if is_last && before.is_some_and(|before| CAN_BE_ASKED.has(before)) => Particle,
            class => class,
        };
        item.head = Some(head);
        item.tail = Some(match item.tail {
            _ if is_whole => head,
            tail => tail.unwrap_or(Noun),
        });
        before = match item.gap {
            Gap::Pause => None,
            _ => item.tail,
        };
    }
    for at in 0..items.len() {
        let item = items[at];
        let left = item.tail.unwrap_or(Noun);
        let juncture = match (item.gap, items.get(at + 1)) {
            (_, None) | (Gap::Pause, _) => Juncture::Pause,
            (Gap::Ended, _) => Juncture::End,
            (Gap::Joined, _) => Juncture::Open,
            (Gap::None, Some(next)) if next.is_bound => Juncture::Bound,
            (Gap::None, Some(next)) => {
                let right = next.head.unwrap_or(Noun);
                if ends_between(left, right) { Juncture::End } else { Juncture::Open }
            }
        };
        put(at, juncture);
    }
}

/// What a word is between these two.
fn class_here(known: Option<Class>, before: Option<Class>, after: Option<Class>) -> Class {
    let is_counted = matches!(before, Some(Number | Determiner | Quantified));
    match known {
        // 三隻, but 隻 by itself is any word, and 頂 where nothing stands before it a noun.
        Some(Measure) if is_counted => Quantified,
        // 這隻, however 這 is read.
        Some(This) if after == Some(Measure) => Determiner,
        Some(Measure) => class_here(None, before, after),
        // 三个人: 个 and 的 sound alike.
        Some(Of) if matches!(before, Some(Number | Determiner)) => Quantified,
        Some(Place) if !matches!(before, Some(Noun | This | Quantified | Place | Of | Time)) => {
            Noun
        }
        // 過年, 起來: without a verb before it, a verb itself.
        Some(Complement) if !matches!(before, Some(Verb | Adjective | Complement)) => Verb,
        // 一 and 幾 are said of nothing: 拜一.
        Some(class) => class,
        None => match (before, after) {
            (_, Some(Complement)) => Verb,
            (Some(Adverb | Then | Auxiliary | Denial), _) => Verb,
            _ => Noun,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_in_the_order_of_the_classes() {
        for (index, (class, _)) in ENDS.iter().enumerate() {
            assert_eq!(*class as usize, index);
        }
    }
}
