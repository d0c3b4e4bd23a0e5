//! The entries in memory.

use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use serde::{Deserialize, Serialize};
use thakim_document::own::OwnWord;

use super::Entry;

/// All entries, in the order of the code points of their words; of one word, as they came.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Book {
    entries: Rc<Vec<Entry>>,
}

/// What changed: some entries are gone, some are new. An entry that was edited is both.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Change {
    /// What is not there any more.
    pub removed: Vec<Entry>,
    /// What is there now.
    pub added: Vec<Entry>,
}

impl Change {
    /// Whether nothing changes.
    pub fn is_empty(&self) -> bool {
        self.removed.is_empty() && self.added.is_empty()
    }

    /// The change that takes this one back.
    #[must_use]
    pub fn reversed(self) -> Change {
        Change { removed: self.added, added: self.removed }
    }
}

impl Book {
    /// The entries, in order.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The same to be kept: it stays as it is when the book changes.
    pub fn all(&self) -> Rc<Vec<Entry>> {
        Rc::clone(&self.entries)
    }

    /// The entries of one word, in the order in which they came.
    pub fn find(&self, surface: &str) -> &[Entry] {
        let from = self.entries.partition_point(|entry| entry.word.surface.as_str() < surface);
        let rest = &self.entries[from..];
        &rest[..rest.partition_point(|entry| entry.word.surface == surface)]
    }

    /// The entry of this id.
    pub fn get(&self, id: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.id == id)
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The entry that has this very word and reading.
    pub fn same(&self, word: &OwnWord) -> Option<&Entry> {
        self.find(&word.surface).iter().find(|entry| entry.word.is_same(word))
    }

    /// Carries out a change. Entries are told by their ids: what is gone already does no harm, what is
    /// there already is replaced.
    pub fn apply(&mut self, change: &Change) {
        if change.is_empty() {
            return;
        }
        let entries = Rc::make_mut(&mut self.entries);
        let changed = change.removed.iter().chain(&change.added);
        let changed: HashSet<&str> = changed.map(|entry| entry.id.as_str()).collect();
        entries.retain(|entry| !changed.contains(entry.id.as_str()));
        entries.extend(change.added.iter().cloned());
        entries.sort_by(|one, other| key(one).cmp(&key(other)));
    }

    /// The change that adds words, each as `entry` makes it. A word that is there with this reading stays
    /// one: it takes over what the new one says of it. The second number is how many were there so already.
    pub fn merging(
        &self,
        words: impl IntoIterator<Item = OwnWord>,
        mut entry: impl FnMut(OwnWord) -> Entry,
    ) -> (Change, usize) {
        let mut change = Change::default();
        let mut places: HashMap<(String, String), usize> = HashMap::new();
        let mut same = 0;
        for word in words {
            let name = (word.surface.clone(), super::entry::written(&word.reading));
            if let Some(&place) = places.get(&name) {
                let before = &mut change.added[place];
                before.word = taken_over(&before.word, word);
                same += 1;
                continue;
            }
            let new = match self.same(&word) {
                None => entry(word),
                Some(old) => {
                    same += 1;
                    let word = taken_over(&old.word, word);
                    if word == old.word {
                        continue;
                    }
                    change.removed.push(old.clone());
                    Entry { word, ..old.clone() }
                }
            };
            places.insert(name, change.added.len());
            change.added.push(new);
        }
        (change, same)
    }
}

/// What is said of a word when it comes once more: what the new one says, and else what the old one says.
fn taken_over(old: &OwnWord, new: OwnWord) -> OwnWord {
    OwnWord {
        label: new.label.or(old.label),
        accent: new.accent.or(old.accent),
        count: new.count.or(old.count),
        note: if new.note.is_empty() { old.note.clone() } else { new.note },
        surface: new.surface,
        reading: new.reading,
    }
}

fn key(entry: &Entry) -> (&str, &str) {
    (&entry.word.surface, &entry.id)
}

#[cfg(test)]
mod tests {
    use thakim_phonology::{Label, Notation};

    use super::super::From;
    use super::*;

    fn word(surface: &str, reading: &str) -> OwnWord {
        OwnWord::new(surface, Notation::Tl.parse(reading).unwrap()).unwrap()
    }

    fn entry(id: &str, surface: &str, reading: &str) -> Entry {
        Entry { id: id.into(), word: word(surface, reading), from: From::Typed, when: 0.0 }
    }

    fn ids(entries: &[Entry]) -> Vec<&str> {
        entries.iter().map(|entry| entry.id.as_str()).collect()
    }

    fn book() -> Book {
        let mut book = Book::default();
        let added = vec![
            entry("3", "行", "kiânn"),
            entry("1", "銀行", "gîn-hâng"),
            entry("2", "行", "hîng"),
            entry("0", "\u{200CC}", "lán"),
        ];
        book.apply(&Change { added, removed: Vec::new() });
        book
    }

    #[test]
    fn entries_stand_in_order_and_are_found() {
        let book = book();
        assert_eq!(ids(book.entries()), ["2", "3", "1", "0"]);
        assert_eq!(ids(book.find("行")), ["2", "3"]);
        assert_eq!(ids(book.find("行員")), Vec::<&str>::new());
        assert_eq!(book.same(&word("行", "hîng")).map(|entry| entry.id.as_str()), Some("2"));
        assert_eq!(book.get("1").map(|entry| entry.word.surface.as_str()), Some("銀行"));
    }

    #[test]
    fn a_change_is_taken_back_and_done_again() {
        let mut book = book();
        let before = book.clone();
        let removed = book.find("行").to_vec();
        let change = Change { removed, added: vec![entry("4", "行", "hâng")] };
        book.apply(&change);
        assert_eq!(ids(book.entries()), ["4", "1", "0"]);
        let after = book.clone();
        // Once more, as another tab would say.
        book.apply(&change);
        assert_eq!(book, after);
        book.apply(&change.clone().reversed());
        assert_eq!(book, before);
        book.apply(&change);
        assert_eq!(book, after);
    }

    #[test]
    fn words_that_are_there_stay_one() {
        let mut book = book();
        let labelled = OwnWord { label: Some(Label::Literary), ..word("行", "hîng") };
        let words = [
            word("行", "kiânn"),
            labelled,
            word("新詞", "sin-sû"),
            OwnWord { note: "記".into(), ..word("新詞", "sin-sû") },
        ];
        let mut next = 4;
        let (change, same) = book.merging(words, |word| {
            next += 1;
            Entry { id: next.to_string(), word, from: From::Typed, when: 1.0 }
        });
        assert_eq!(same, 3);
        book.apply(&change);
        assert_eq!(ids(book.entries()), ["5", "2", "3", "1", "0"]);
        assert_eq!(book.get("2").and_then(|entry| entry.word.label), Some(Label::Literary));
        assert_eq!(book.get("5").map(|entry| entry.word.note.as_str()), Some("記"));
    }
}
