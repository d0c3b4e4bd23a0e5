//! One article as this page knows it.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;

use super::hold::Hold;
use super::{ArticleId, Connection, Database, Kept, Kind, StoreError, Summary, Writing};

pub(super) struct OnDesk {
    pub(super) summary: RefCell<Summary>,
    pub(super) article: RefCell<Memory>,
    pub(super) draft: RefCell<Memory>,
    state: Cell<State>,
    hold: Hold,
}

/// A text as far as it is known without asking the database.
#[derive(Clone)]
pub(super) enum Memory {
    Unasked,
    Known(Option<Kept>),
}

/// How an article stands to what is kept of it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum State {
    /// It has not been looked at yet.
    Unknown,
    /// It is as it is kept, and only this tab writes to it.
    Mine,
    /// It was as it is kept when it was looked at, but another tab had it then.
    Others,
}

impl OnDesk {
    /// An article of which nothing is there yet.
    pub(super) fn empty() -> Rc<OnDesk> {
        OnDesk::begin(Memory::Known(None), Memory::Known(None), Summary::default())
    }

    /// One that is in the database.
    pub(super) fn kept(id: ArticleId, connection: &Connection) -> Rc<OnDesk> {
        let open = Rc::new(OnDesk {
            hold: Hold::ask(&id),
            summary: RefCell::new(Summary::new(id, 0.0)),
            article: RefCell::new(Memory::Unasked),
            draft: RefCell::new(Memory::Unasked),
            state: Cell::new(State::Unknown),
        });
        open.look_again_when_had(connection);
        open
    }

    /// A copy with an id of its own, which is not kept yet.
    pub(super) fn copy(&self) -> Rc<OnDesk> {
        let name = self.summary.borrow().name.clone();
        let [article, draft] = [&self.article, &self.draft].map(|memory| match &*memory.borrow() {
            Memory::Unasked => Memory::Known(None),
            known @ Memory::Known(_) => known.clone(),
        });
        OnDesk::begin(article, draft, Summary { name, ..Summary::default() })
    }

    fn begin(article: Memory, draft: Memory, summary: Summary) -> Rc<OnDesk> {
        let id = ArticleId::fresh();
        id.keep_for_this_tab();
        Rc::new(OnDesk {
            // So that a duplicate of this tab knows.
            hold: Hold::ask(&id),
            summary: RefCell::new(Summary { id, ..summary }),
            article: RefCell::new(article),
            draft: RefCell::new(draft),
            state: Cell::new(State::Mine),
        })
    }

    pub(super) fn memory(&self, kind: Kind) -> &RefCell<Memory> {
        match kind {
            Kind::Draft => &self.draft,
            Kind::Article => &self.article,
        }
    }

    /// A text, if it is in memory.
    pub(super) fn remembered(&self, kind: Kind) -> Option<Kept> {
        match &*self.memory(kind).borrow() {
            Memory::Known(kept) => kept.clone(),
            Memory::Unasked => None,
        }
    }

    /// Whether this very text is the one in memory.
    pub(super) fn holds(&self, kind: Kind, kept: &Kept) -> bool {
        self.remembered(kind).as_ref() == Some(kept)
    }

    /// Whether this tab may write to it.
    pub(super) fn is_mine(&self) -> bool {
        self.state.get() == State::Mine
    }

    pub(super) fn is_known(&self) -> bool {
        self.state.get() != State::Unknown
    }

    /// Asks what is said of it, and whether another tab has it.
    pub(super) async fn know(&self, database: &Database) -> Result<(), StoreError> {
        if self.is_known() {
            return Ok(());
        }
        // First whether it is had: what is read then is not changed by others any more.
        let had = self.hold.soon().await;
        let found = self.look(database).await?;
        if !self.is_known() {
            if let Some(summary) = found {
                *self.summary.borrow_mut() = summary;
            }
            self.state.set(if had { State::Mine } else { State::Others });
        }
        Ok(())
    }

    async fn look(&self, database: &Database) -> Result<Option<Summary>, StoreError> {
        let id = self.summary.borrow().id.clone();
        database.summary(&id).await
    }

    /// The other tab may let go of it: then it is this one's, if it is still as it was when it was looked at.
    fn look_again_when_had(self: &Rc<OnDesk>, connection: &Connection) {
        let had = self.hold.had();
        let (open, connection) = (Rc::downgrade(self), connection.clone());
        spawn_local(async move {
            if !had.await {
                return;
            }
            let Some(open) = open.upgrade().filter(|open| open.state.get() == State::Others) else {
                return;
            };
            if let Ok(database) = connection.database().await
                && let Ok(found) = open.look(&database).await
                && found.is_none_or(|found| found.saved == open.summary.borrow().saved)
            {
                open.state.set(State::Mine);
            }
        });
    }

    /// Keeps a text. A draft without a text of an article that was never submitted is nothing to be kept.
    pub(super) fn save(
        &self,
        database: &Database,
        kind: Kind,
        kept: &Kept,
    ) -> Result<Writing, StoreError> {
        let mut summary = self.summary.borrow_mut();
        if kind == Kind::Draft && !summary.submitted && kept.text.trim().length() == 0 {
            *summary = Summary { id: summary.id.clone(), ..Summary::default() };
            return database.remove(&summary.id);
        }
        database.save(&mut summary, kind, kept)
    }
}
