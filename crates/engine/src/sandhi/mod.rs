//! Where tone groups end in Han text.
//!
//! One walk over the tokens of a paragraph when their readings are chosen. It gives every token its class,
//! from the table of [`words`](thakim_phonology::sandhi::words) and from the look of the word, and asks the
//! [grammar](thakim_phonology::sandhi::grammar) where groups end. It changes no reading: the tones as
//! spoken are made from [`Token::grouping`] when somebody wants to see them.

mod phrase;

use thakim_document::{Origin, Token};
use thakim_phonology::Join;
use thakim_phonology::sandhi::Grouping;
use thakim_phonology::sandhi::grammar::{Class, Gap, Item, settle};
use thakim_phonology::sandhi::text::{Between, enclitic};
use thakim_phonology::sandhi::words::of_han;

/// Where groups are found; kept from paragraph to paragraph for its room.
#[derive(Default)]
pub(crate) struct Groups {
    items: Vec<Item>,
    /// The token of each item.
    places: Vec<usize>,
}

impl Groups {
    /// Marks where groups end in a paragraph.
    pub(crate) fn place(&mut self, tokens: &mut [Token]) {
        self.items.clear();
        self.places.clear();
        for (at, token) in tokens.iter_mut().enumerate() {
            if token.origin == Origin::Other {
                Between::of(&token.surface).push_to(&mut self.items);
            } else {
                let (item, grouping) = item(token);
                token.grouping = grouping;
                self.items.push(item);
            }
            // A foreign word is an item as well; what is decided of it is written nowhere.
            self.places.resize(self.items.len(), at);
        }
        self.bind(tokens);
        settle(&mut self.items, |item, juncture| {
            tokens[self.places[item]].grouping.then = juncture;
        });
    }

    /// Binds 仔 by itself to the word before it, and three characters alike to a word: 紅紅紅 is rarely in
    /// a dictionary. Three verbs alike are three clauses: 來來來.
    fn bind(&mut self, tokens: &[Token]) {
        for at in 1..self.items.len() {
            if self.items[at - 1].gap != Gap::None {
                continue;
            }
            let token = &tokens[self.places[at]];
            if token.surface == "仔" && is_suffix(token) {
                self.items[at] = Item { is_bound: true, gap: self.items[at].gap, ..NOUN };
                // What it is put to is a noun.
                let before = &mut self.items[at - 1];
                before.tail = Some(Class::Noun);
            }
        }
        let mut at = 0;
        while at < self.items.len() {
            let length = self.alike(tokens, at);
            if length > 1 {
                for (index, item) in self.items[at..at + length].iter_mut().enumerate() {
                    *item = Item { is_bound: index > 0, gap: item.gap, ..ADJECTIVE };
                }
            }
            at += length;
        }
    }

    /// How many tokens from here are one character three times; 1 where they are not.
    fn alike(&self, tokens: &[Token], at: usize) -> usize {
        let first = &tokens[self.places[at]];
        // One token of three alike is known by its look.
        let next = self.places.get(at + 1).map(|place| &tokens[*place]);
        if next.is_none_or(|next| next.surface.chars().next() != first.surface.chars().next()) {
            return 1;
        }
        if first.origin == Origin::Other || self.items[at].tail == Some(Class::Verb) {
            return 1;
        }
        let Some(unit) = first.units().next() else { return 1 };
        let mut count = 0;
        let mut length = 0;
        while let Some(place) = self.places.get(at + length) {
            let token = &tokens[*place];
            let is_alike = token.origin != Origin::Other
                && !token.candidates.is_empty()
                && token.units().all(|other| other == unit);
            if !is_alike {
                break;
            }
            count += token.units().count();
            length += 1;
            if self.items[at + length - 1].gap != Gap::None {
                break;
            }
        }
        if count == 3 { length } else { 1 }
    }
}

const NOUN: Item =
    Item { head: Some(Class::Noun), tail: Some(Class::Noun), is_bound: false, gap: Gap::None };
const ADJECTIVE: Item = Item { head: Some(Class::Adjective), tail: Some(Class::Adjective), ..NOUN };

fn is_suffix(token: &Token) -> bool {
    token.reading().is_some_and(|reading| {
        reading
            .syllables()
            .iter()
            .all(|spoken| spoken.syllable.rime().tl() == "a" && spoken.join != Join::Neutral)
    })
}

/// What a token is, and where groups end inside it.
fn item(token: &Token) -> (Item, Grouping) {
    let Some(reading) = token.reading() else { return (NOUN, Grouping::OPEN) };
    let is_enclitic =
        reading.syllables().first().is_some_and(|spoken| spoken.join == Join::Neutral);
    let class = of_han(&token.surface, Some(reading));
    if is_enclitic {
        return (Item::of(Some(enclitic(class))), Grouping::OPEN);
    }
    match class {
        Some(class) => (Item::of(Some(class)), Grouping::OPEN),
        None => phrase::item(&token.surface, reading),
    }
}
