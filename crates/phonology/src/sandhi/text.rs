//! The tones of running romanised text.
//!
//! Of a romanised word only its sound is known, so its class is that of the commonest word that sounds so.
//! Where that is wrong a person sets the group by hand, with signs in the text: `#` ends a group, `‿`
//! (U+203F) lets it go on.

use super::grammar::{Class, Gap, Item, ends_between, settle};
use super::{Grouping, Speech, Word, spoken, words};
use crate::{Join, Notation, Reading};

/// The sign that ends a tone group by hand, as 臺灣言語工具 has it.
pub const END_SIGN: char = '#';
/// The sign that lets a tone group go on, as teachers of Taiwanese use it: U+203F.
pub const JOIN_SIGN: char = '‿';

/// A piece of running text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Piece<'t> {
    /// A word and how it is read, in citation tones.
    Word(&'t Reading),
    /// What is not read: spaces, punctuation, foreign words.
    Other(&'t str),
}

/// The readings of the words among the pieces with the tones as spoken; none for other pieces.
pub fn spoken_pieces(pieces: &[Piece<'_>], speech: &Speech) -> Vec<Option<Reading>> {
    let groupings = groupings(pieces);
    let words: Vec<Word<'_>> = pieces
        .iter()
        .zip(&groupings)
        .filter_map(|(piece, grouping)| match piece {
            Piece::Word(reading) => Some(Word::new(reading, *grouping)),
            Piece::Other(_) => None,
        })
        .collect();
    let mut readings = spoken(&words, speech).into_iter();
    pieces
        .iter()
        .map(|piece| match piece {
            Piece::Word(_) => readings.next(),
            Piece::Other(_) => None,
        })
        .collect()
}

/// Where the tone groups end, for each piece; what is said for other pieces means nothing.
pub fn groupings(pieces: &[Piece<'_>]) -> Vec<Grouping> {
    let mut groupings = vec![Grouping::OPEN; pieces.len()];
    let mut items: Vec<Item> = Vec::with_capacity(pieces.len());
    // The piece of each item; none for a foreign word.
    let mut places: Vec<Option<usize>> = Vec::with_capacity(pieces.len());
    for (at, piece) in pieces.iter().enumerate() {
        match piece {
            Piece::Word(reading) => {
                let before = items.last().filter(|before| before.gap == Gap::None);
                let (item, end) = word(reading, before.and_then(|before| before.tail));
                if let Some(end) = end {
                    groupings[at] = groupings[at].with_end_behind(end);
                }
                items.push(item);
                places.push(Some(at));
            }
            Piece::Other(text) => {
                let between = Between::of(text);
                between.push_to(&mut items);
                places.resize(items.len(), None);
            }
        }
    }
    settle(&mut items, |item, juncture| {
        if let Some(&Some(at)) = places.get(item) {
            groupings[at].then = juncture;
        }
    });
    groupings
}

/// What stands between two words.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Between {
    /// What it is to the word before it.
    pub before: Gap,
    /// The class of the foreign word that it is or has, if any.
    pub word: Option<Class>,
    /// What it is behind that word.
    pub after: Gap,
}

impl Between {
    /// Reads a stretch of text that is not annotated. Spaces and quotation marks are nothing, other signs a
    /// pause; digits are a number, letters a noun, unless they are a romanised word that has another
    /// class (`ê` and `tī` among Han characters).
    pub fn of(text: &str) -> Between {
        let mut between = Between::signs(text);
        if between.word == Some(Class::Noun) {
            let is_letter = |letter: char| {
                letter.is_alphanumeric()
                    || letter == '-'
                    || letter == 'ⁿ'
                    || ('\u{300}'..='\u{36F}').contains(&letter)
            };
            let word = text.trim_matches(|letter| !is_letter(letter));
            let readings = [Notation::Tl, Notation::Poj].into_iter();
            let mut classes = readings.filter_map(|it| words::of_sound(&it.parse(word).ok()?));
            between.word = classes.next().or(between.word);
        }
        between
    }

    fn signs(text: &str) -> Between {
        let mut between = Between::default();
        for letter in text.chars() {
            let gap = match letter {
                END_SIGN => Gap::Ended,
                JOIN_SIGN => Gap::Joined,
                letter if is_nothing(letter) => Gap::None,
                // The usual signs, without a look into the tables of Unicode.
                '!'..='/'
                | '\u{3000}'..='\u{3004}'
                | '\u{3008}'..='\u{3020}'
                | '\u{FF01}'..='\u{FF0F}'
                | '\u{FF1A}'..='\u{FF20}'
                | '\u{2012}'..='\u{2027}' => Gap::Pause,
                letter if letter.is_alphanumeric() => {
                    // 4G and H2O are nouns.
                    between.word = Some(match between.word {
                        None | Some(Class::Number) if letter.is_numeric() => Class::Number,
                        _ => Class::Noun,
                    });
                    continue;
                }
                _ => Gap::Pause,
            };
            let place =
                if between.word.is_some() { &mut between.after } else { &mut between.before };
            *place = stronger(*place, gap);
        }
        between
    }

    /// Adds it to the items of a sentence.
    pub fn push_to(self, items: &mut Vec<Item>) {
        if let Some(last) = items.last_mut() {
            last.gap = stronger(last.gap, self.before);
        }
        if self.word.is_some() {
            items.push(Item { gap: self.after, ..Item::of(self.word) });
        }
    }
}

/// What parts nothing: spaces (but no wide one and no line end), quotation marks, combining marks.
fn is_nothing(letter: char) -> bool {
    matches!(letter,
        ' ' | '\u{A0}' | '-' | '\'' | '"' | '’' | '‘' | '“' | '”' | '「' | '」' | '『' | '』' | '《' | '》'
        | '〈' | '〉' | '·' | '・' | '\u{200B}'..='\u{2011}' | '\u{300}'..='\u{36F}' | '\u{FE00}'..='\u{FE0F}')
}

/// What a person has set by hand wins, then a pause.
fn stronger(one: Gap, other: Gap) -> Gap {
    let rank = |gap: Gap| match gap {
        Gap::None => 0,
        Gap::Pause => 1,
        Gap::Joined => 2,
        Gap::Ended => 3,
    };
    if rank(other) > rank(one) { other } else { one }
}

/// What a romanised word is behind a word of this class, and behind which of its syllables a group ends
/// inside it.
fn word(reading: &Reading, before: Option<Class>) -> (Item, Option<usize>) {
    let syllables = reading.syllables();
    let is_enclitic = syllables.first().is_some_and(|spoken| spoken.join == Join::Neutral);
    if is_enclitic {
        return (Item::of(Some(enclitic(words::of_sound(reading)))), None);
    }
    let is_counted = matches!(before, Some(Class::Number | Class::Determiner));
    if is_counted && words::sounds_like_measure(reading) {
        return (Item::of(Some(Class::Quantified)), None);
    }
    if let Some(class) = words::of_sound(reading) {
        return (Item::of(Some(class)), None);
    }
    let last = syllables.len() - 1;
    let part = |range: std::ops::Range<usize>| {
        let part = syllables.get(range).map(<[_]>::to_vec).and_then(Reading::new);
        part.as_ref().and_then(words::of_sound)
    };
    let is = |at: usize, initial: &str, rime: &str, tone: u8| {
        let syllable = syllables[at].syllable;
        syllable.initial().tl() == initial
            && syllable.rime().tl() == rime
            && syllable.tone().number() == tone
    };
    let alike = |one: usize, other: usize| {
        syllables.get(one).map(|spoken| spoken.syllable)
            == syllables.get(other).map(|spoken| spoken.syllable)
    };
    if last > 0 && is(last, "", "e", 5) && !reading.is_neutral(last) {
        // guá-ê, tsi̍t-ê, suí-ê.
        let head = part(0..last).unwrap_or(Class::Noun);
        return match head {
            Class::Number | Class::Determiner => (Item::of(Some(Class::Quantified)), None),
            _ => {
                let item = Item { head: Some(head), tail: Some(Class::Of), ..Item::default() };
                (item, ends_between(head, Class::Of).then_some(last - 1))
            }
        };
    }
    let class = if last > 0 && is(last, "", "a", 2) {
        // bān-bān-á kiânn; gín-á.
        Some(if last == 2 && alike(0, 1) { Class::Adverb } else { Class::Noun })
    } else if last > 0 && (1..=last).all(|at| alike(0, at)) {
        Some(Class::Adjective)
    } else if last > 0 && part(0..1) == Some(Class::Number) && is_measure(part(last..last + 1)) {
        Some(Class::Quantified)
    } else {
        None
    };
    (Item::of(class), None)
}

/// The class of a neutral word, from the class that it has by itself.
pub fn enclitic(class: Option<Class>) -> Class {
    match class {
        Some(Class::Complement | Class::Verb) => Class::Complement,
        Some(Class::Of) => Class::Of,
        _ => Class::Particle,
    }
}

fn is_measure(class: Option<Class>) -> bool {
    matches!(class, Some(Class::Measure | Class::Of))
}
