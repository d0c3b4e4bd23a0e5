//! The reader's own dictionary: words that stand above the built-in one, in every tab.
//!
//! [`Own`] is its handle. What it holds changes at once in memory; the engine, the browser's database
//! and the other tabs are told then. Nothing here waits for any of them.

mod book;
mod entry;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::{Date, Math};
use leptos::prelude::*;
use thakim_document::own::{OwnWord, Unfit};
use thakim_phonology::Reading;

pub use book::{Book, Change};
pub use entry::{Entry, From};

/// The reader's own dictionary; cheap to copy.
#[derive(Clone, Copy)]
pub struct Own {
    /// Counts the changes, those of other tabs too. Whoever shows words, or text that was annotated with
    /// them, looks again when it changes.
    pub version: RwSignal<u32>,
    inner: StoredValue<Rc<Inner>, LocalStorage>,
}

struct Inner {
    book: RefCell<Book>,
    /// Counts the ids that this page has given.
    given: Cell<u32>,
}

impl Own {
    /// A dictionary without words.
    pub(crate) fn new() -> Own {
        let inner = Rc::new(Inner { book: RefCell::default(), given: Cell::new(0) });
        Own { version: RwSignal::new(0), inner: StoredValue::new_local(inner) }
    }

    /// All entries, in the order of the code points of their words.
    pub fn all(self) -> Rc<Vec<Entry>> {
        self.inner().book.borrow().all()
    }

    /// The entries of one word.
    pub fn find(self, surface: &str) -> Vec<Entry> {
        self.inner().book.borrow().find(surface).to_vec()
    }

    /// From now on a word is always read so: it takes the place of all own readings of the word. What was
    /// done can be handed to [`Own::undo`] and [`Own::redo`].
    ///
    /// # Errors
    /// [`Unfit`] says why it can be no own word.
    pub fn add(self, surface: &str, reading: Reading) -> Result<Change, Unfit> {
        let word = OwnWord::new(surface, reading)?;
        let before = self.find(&word.surface);
        if let [only] = before.as_slice()
            && only.word.is_same(&word)
        {
            return Ok(Change::default());
        }
        let change = Change { removed: before, added: vec![self.entry(word, From::Correction)] };
        self.change(&change);
        Ok(change)
    }

    /// Adds words beside those that are there; one that is there with this reading stays one. Gives
    /// what was done, and how many were there already.
    pub fn merge(self, words: impl IntoIterator<Item = OwnWord>, from: &From) -> (Change, usize) {
        let merged = {
            let inner = self.inner();
            let book = inner.book.borrow();
            book.merging(words, |word| self.entry(word, from.clone()))
        };
        self.change(&merged.0);
        merged
    }

    /// An entry says something else from now on. Nothing is done where there is none of this id.
    pub fn edit(self, id: &str, word: OwnWord) -> Change {
        let old = self.inner().book.borrow().get(id).cloned();
        let Some(old) = old else { return Change::default() };
        let new = Entry { word, ..old.clone() };
        let change = match new == old {
            true => Change::default(),
            false => Change { removed: vec![old], added: vec![new] },
        };
        self.change(&change);
        change
    }

    /// Removes entries.
    pub fn remove(self, ids: &[&str]) -> Change {
        let inner = self.inner();
        let gone = |entry: &&Entry| ids.contains(&entry.id.as_str());
        let removed = inner.book.borrow().entries().iter().filter(gone).cloned().collect();
        let change = Change { removed, added: Vec::new() };
        self.change(&change);
        change
    }

    /// Takes a change back.
    pub fn undo(self, change: &Change) {
        self.change(&change.clone().reversed());
    }

    /// Does a change again that was taken back.
    pub fn redo(self, change: &Change) {
        self.change(change);
    }

    fn change(self, change: &Change) {
        if change.is_empty() {
            return;
        }
        self.inner().book.borrow_mut().apply(change);
        self.version.update(|version| *version += 1);
    }

    fn entry(self, word: OwnWord, from: From) -> Entry {
        let inner = self.inner();
        let given = inner.given.get();
        inner.given.set(given + 1);
        let when = Date::now();
        let chance = (Math::random() * 4_294_967_296.0) as u32;
        // Digits enough that ids sort as they were given.
        let id = format!("{:013}-{given:08}-{chance:08x}", when as u64);
        Entry { id, word, from, when }
    }

    fn inner(self) -> Rc<Inner> {
        self.inner.get_value()
    }
}
