//! The reader's own dictionary: words that stand above the built-in one, in every tab.
//!
//! [`Own`] is its handle. What it holds changes at once in memory; the engine, the browser's database
//! and the other tabs are told then. Nothing that a person does waits for any of them.

mod book;
mod draft;
mod entry;
mod origins;
mod search;
mod tabs;

use std::cell::{Cell, RefCell};
use std::collections::HashSet;
use std::rc::Rc;

use futures_channel::oneshot;
use js_sys::{Date, Math};
use leptos::task::spawn_local;
use thakim_document::own::{OwnWord, Unfit};
use thakim_phonology::Reading;
use thakim_protocol::OwnWords;

use crate::signal::{RwSignal, StoredValue};
use crate::store::{Connection, StoreError};
use crate::worker_client::WorkerClient;
pub use book::{Book, Change};
pub use draft::Draft;
pub use entry::{Entry, From};
pub use origins::origins;
pub use search::Search;
use tabs::Tabs;

/// The reader's own dictionary; cheap to copy.
#[derive(Clone, Copy)]
pub struct Own {
    /// Counts the changes, those of other tabs too. Whoever shows words, or text that was annotated with
    /// them, looks again when it changes.
    pub version: RwSignal<u32>,
    /// Why the browser does not keep the words, where it does not.
    pub trouble: RwSignal<Option<StoreError>>,
    /// What is looked for on the page of the dictionary. Whoever leads there may set it.
    pub sought: RwSignal<String>,
    inner: StoredValue<Rc<Inner>>,
}

struct Inner {
    book: RefCell<Book>,
    kept: RefCell<Kept>,
    /// What the browser would not keep.
    unkept: RefCell<Vec<Change>>,
    /// Counts the ids that this page has given.
    given: Cell<u32>,
    connection: Connection,
    worker: WorkerClient,
    tabs: RefCell<Option<Tabs>>,
}

/// What the browser has kept of it.
enum Kept {
    /// It is being read. What changes meanwhile, and who waits for it.
    Reading(Vec<Change>, Vec<oneshot::Sender<()>>),
    /// It is in memory, or cannot be had.
    Known,
}

impl Own {
    /// The dictionary that this browser keeps; it is read from now on.
    pub(crate) fn new(connection: Connection, worker: WorkerClient) -> Own {
        let inner = Rc::new(Inner {
            book: RefCell::default(),
            kept: RefCell::new(Kept::Reading(Vec::new(), Vec::new())),
            unkept: RefCell::default(),
            given: Cell::new(0),
            connection,
            worker,
            tabs: RefCell::default(),
        });
        let own = Own {
            version: RwSignal::new(0),
            trouble: RwSignal::new(None),
            sought: RwSignal::new(String::new()),
            inner: StoredValue::new(Rc::clone(&inner)),
        };
        // Before anything is read: what another tab does meanwhile is heard, or read.
        *inner.tabs.borrow_mut() = Some(Tabs::new(move |change| own.apply(&change)));
        spawn_local(own.read());
        own
    }

    /// Comes back when the words that are kept are in memory, or cannot be had.
    pub async fn ready(self) {
        let waiting = match &mut *self.inner().kept.borrow_mut() {
            Kept::Known => None,
            Kept::Reading(_, waiting) => {
                let (tell, told) = oneshot::channel();
                waiting.push(tell);
                Some(told)
            }
        };
        if let Some(waiting) = waiting {
            let _ = waiting.await;
        }
    }

    /// All entries, in the order of the code points of their words.
    pub fn all(self) -> Rc<Vec<Entry>> {
        self.inner().book.borrow().all()
    }

    /// The entries of one word.
    pub fn find(self, surface: &str) -> Vec<Entry> {
        self.inner().book.borrow().find(surface).to_vec()
    }

    /// The entry of this id.
    pub fn get(self, id: &str) -> Option<Entry> {
        self.inner().book.borrow().get(id).cloned()
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

    /// Puts entries back as they were somewhere else, such as in a file of everything: those of the same
    /// id give way. Gives what was done.
    pub fn restore(self, entries: Vec<Entry>) -> Change {
        let inner = self.inner();
        let removed = {
            let book = inner.book.borrow();
            let ids: HashSet<&str> = entries.iter().map(|entry| entry.id.as_str()).collect();
            let there = book.entries().iter().filter(|entry| ids.contains(entry.id.as_str()));
            there.cloned().collect()
        };
        let change = Change { removed, added: entries };
        self.change(&change);
        change
    }

    /// An entry says something else from now on. Nothing is done where there is none of this id.
    pub fn edit(self, id: &str, word: OwnWord) -> Change {
        let Some(old) = self.get(id) else { return Change::default() };
        let new = Entry { word, ..old.clone() };
        if new == old {
            return Change::default();
        }
        // Another entry that says the same now gives way.
        let same = self.inner().book.borrow().same(&new.word).cloned();
        let same = same.filter(|same| same.id != old.id);
        let removed = [old].into_iter().chain(same).collect();
        let change = Change { removed, added: vec![new] };
        self.change(&change);
        change
    }

    /// Removes entries.
    pub fn remove(self, ids: &[&str]) -> Change {
        let inner = self.inner();
        let ids: HashSet<&str> = ids.iter().copied().collect();
        let gone = |entry: &&Entry| ids.contains(entry.id.as_str());
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

    /// Tries once more to have the browser keep what it would not.
    pub fn keep_again(self) {
        self.keep(&Change::default());
    }

    fn change(self, change: &Change) {
        if !change.is_empty() {
            self.apply(change);
            self.keep(change);
        }
    }

    /// Carries out a change in memory, and has the engine read with it.
    fn apply(self, change: &Change) {
        // A tab that is being left may still hear others.
        let Some(inner) = self.inner.try_get_value() else { return };
        inner.book.borrow_mut().apply(change);
        if let Kept::Reading(changes, _) = &mut *inner.kept.borrow_mut() {
            changes.push(change.clone());
        }
        self.tell_engine();
    }

    fn tell_engine(self) {
        let words = self.all();
        let words = words.iter().map(|entry| entry.word.clone());
        // What is noted beside a word is nothing to the engine.
        let words = words.map(|word| OwnWord { note: String::new(), ..word }).collect();
        self.inner().worker.own(&OwnWords { words });
        self.version.update(|version| *version += 1);
    }

    /// Has the browser keep a change, with what it would not keep before; and tells the other tabs.
    fn keep(self, change: &Change) {
        let inner = self.inner();
        let mut changes = std::mem::take(&mut *inner.unkept.borrow_mut());
        changes.push(change.clone());
        // At once where that can be: who is leaving has no time to wait.
        let begun = inner.connection.open_now().map(|database| database.keep_words(&changes));
        let change = change.clone();
        spawn_local(async move {
            let kept = match begun {
                Some(Ok(writing)) => writing.await,
                Some(Err(error)) => Err(error),
                None => match inner.connection.database().await {
                    Ok(database) => match database.keep_words(&changes) {
                        Ok(writing) => writing.await,
                        Err(error) => Err(error),
                    },
                    Err(error) => Err(error),
                },
            };
            let trouble = kept.err();
            if trouble.is_some() {
                // Before what could not be kept meanwhile.
                let mut unkept = inner.unkept.borrow_mut();
                changes.append(&mut unkept);
                *unkept = changes;
            }
            // Only now: a tab that has just begun finds it in the database, or hears of it.
            if let Some(tabs) = &*inner.tabs.borrow()
                && !change.is_empty()
            {
                tabs.tell(&change);
            }
            if self.trouble.try_get_untracked().is_some_and(|before| before != trouble) {
                self.trouble.set(trouble);
            }
        });
    }

    async fn read(self) {
        let inner = self.inner();
        let read = match inner.connection.database().await {
            Ok(database) => database.words().await,
            Err(error) => Err(error),
        };
        let Kept::Reading(changes, waiting) = inner.kept.replace(Kept::Known) else { return };
        match read {
            Ok(entries) => {
                let mut book = Book::default();
                book.apply(&Change { removed: Vec::new(), added: entries });
                let has_words = !book.is_empty();
                changes.iter().for_each(|change| book.apply(change));
                *inner.book.borrow_mut() = book;
                if has_words {
                    self.tell_engine();
                }
            }
            Err(error) => self.trouble.set(Some(error)),
        }
        for one in waiting {
            let _ = one.send(());
        }
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
