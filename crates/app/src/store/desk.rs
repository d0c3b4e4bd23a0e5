//! The article that this tab works on: in memory first, in the database where there is one.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::JsString;
use thakim_document::Preference;

use super::{ArticleId, Connection, Database, Kept, Kind, StoreError, Summary, Writing, edit};
use crate::article::marks::Marks;

/// What lies before the person; cheap to clone.
#[derive(Clone)]
pub struct Desk(Rc<Inner>);

struct Inner {
    connection: Connection,
    open: RefCell<Rc<OnDesk>>,
}

/// One article as this page knows it.
struct OnDesk {
    summary: RefCell<Summary>,
    /// Whether the summary is what is kept; one that was just begun is known.
    known: Cell<bool>,
    article: RefCell<Memory>,
    draft: RefCell<Memory>,
}

/// A text as far as it is known without asking the database.
#[derive(Clone)]
enum Memory {
    Unasked,
    Known(Option<Kept>),
}

impl Desk {
    /// The desk of a tab, with the article that it worked on before, or an empty sheet.
    pub fn new(connection: &Connection, before: Option<ArticleId>) -> Desk {
        let open = match before {
            Some(id) => OnDesk::kept(id),
            None => OnDesk::empty(),
        };
        let open = RefCell::new(Rc::new(open));
        Desk(Rc::new(Inner { connection: connection.clone(), open }))
    }

    /// Puts a text on the desk. It can be had from there as soon as this has been called; what is
    /// awaited is that the browser keeps it.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be kept beyond this page's life.
    pub fn put(
        &self,
        kind: Kind,
        kept: Kept,
    ) -> impl Future<Output = Result<(), StoreError>> + use<> {
        let open = self.open();
        *open.memory(kind).borrow_mut() = Memory::Known(Some(kept.clone()));
        if kind == Kind::Article {
            *open.draft.borrow_mut() = Memory::Known(None);
        }
        // At once where that can be: who is leaving has no time to wait.
        let database = self.0.connection.open_now().filter(|_| open.known.get());
        let begun = database.map(|database| open.save(&database, kind, &kept));
        let desk = self.clone();
        async move {
            match begun {
                Some(saving) => saving?.await,
                None => {
                    let database = desk.0.connection.database().await?;
                    open.know(&database).await?;
                    open.save(&database, kind, &kept)?.await
                }
            }
        }
    }

    /// Submits a text, to be read so: it is the article now, and what the text area begins with next
    /// time. What the reader wanted of single places of the article before stays where the text is
    /// the same.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be kept beyond this page's life.
    pub fn submit(
        &self,
        text: JsString,
        readings: Preference,
    ) -> impl Future<Output = Result<(), StoreError>> + use<> {
        let marks = match &*self.open().article.borrow() {
            Memory::Known(Some(before)) => followed(before, &text, readings),
            Memory::Known(None) | Memory::Unasked => Marks::reading(readings),
        };
        self.put(Kind::Article, Kept { text, marks })
    }

    /// Begins a new article with a text that is submitted. `name` is empty for one that is called after its
    /// first line.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be kept beyond this page's life.
    pub fn create(
        &self,
        name: &str,
        kept: Kept,
    ) -> impl Future<Output = Result<(), StoreError>> + use<> {
        *self.0.open.borrow_mut() = Rc::new(OnDesk::empty());
        self.open().summary.borrow_mut().name = name.to_owned();
        self.put(Kind::Article, kept)
    }

    /// What is said of the article, as far as it is known by now.
    pub fn summary(&self) -> Summary {
        self.open().summary.borrow().clone()
    }

    /// A text from the desk.
    ///
    /// # Errors
    /// [`StoreError`] when it is not in memory and the database cannot be asked.
    pub async fn get(&self, kind: Kind) -> Result<Option<Kept>, StoreError> {
        let open = self.open();
        if let Memory::Known(kept) = open.memory(kind).borrow().clone() {
            return Ok(kept);
        }
        let database = self.0.connection.database().await?;
        open.know(&database).await?;
        let id = open.summary.borrow().id.clone();
        let found = database.load(&id, kind).await?;
        let mut memory = open.memory(kind).borrow_mut();
        // Something may have been put there meanwhile; that is newer.
        if let Memory::Known(kept) = &*memory {
            return Ok(kept.clone());
        }
        *memory = Memory::Known(found.clone());
        Ok(found)
    }

    /// What the text area begins with: the draft, or else the article.
    ///
    /// # Errors
    /// As [`Desk::get`].
    pub async fn text_to_edit(&self) -> Result<Option<Kept>, StoreError> {
        let draft = self.get(Kind::Draft).await?;
        // Asked in any case: a submitted text takes over what was wanted of the article before.
        let article = self.get(Kind::Article).await?;
        Ok(draft.or(article))
    }

    /// Returns when all that was put on the desk before is kept.
    ///
    /// # Errors
    /// As [`Desk::get`].
    pub async fn settled(&self) -> Result<(), StoreError> {
        self.0.connection.database().await?.settled().await
    }

    fn open(&self) -> Rc<OnDesk> {
        Rc::clone(&self.0.open.borrow())
    }
}

impl OnDesk {
    /// An article of which nothing is there yet.
    fn empty() -> OnDesk {
        let id = ArticleId::fresh();
        id.keep_for_this_tab();
        OnDesk {
            summary: RefCell::new(Summary::new(id, 0.0)),
            known: Cell::new(true),
            article: RefCell::new(Memory::Known(None)),
            draft: RefCell::new(Memory::Known(None)),
        }
    }

    /// One that is in the database.
    fn kept(id: ArticleId) -> OnDesk {
        OnDesk {
            summary: RefCell::new(Summary::new(id, 0.0)),
            known: Cell::new(false),
            article: RefCell::new(Memory::Unasked),
            draft: RefCell::new(Memory::Unasked),
        }
    }

    fn memory(&self, kind: Kind) -> &RefCell<Memory> {
        match kind {
            Kind::Draft => &self.draft,
            Kind::Article => &self.article,
        }
    }

    /// Asks what is said of it.
    async fn know(&self, database: &Database) -> Result<(), StoreError> {
        if !self.known.get() {
            let id = self.summary.borrow().id.clone();
            let found = database.summary(&id).await?;
            if let Some(summary) = found.filter(|_| !self.known.get()) {
                *self.summary.borrow_mut() = summary;
            }
            self.known.set(true);
        }
        Ok(())
    }

    fn save(&self, database: &Database, kind: Kind, kept: &Kept) -> Result<Writing, StoreError> {
        database.save(&mut self.summary.borrow_mut(), kind, kept)
    }
}

/// What stays of the marks of the article before, when this text takes its place.
fn followed(before: &Kept, text: &JsString, readings: Preference) -> Marks {
    let mut marks = before.marks.clone();
    if before.text != *text {
        marks.offer = Default::default();
        if marks.has_places() {
            marks.follow(edit(&before.text, text));
        }
    }
    marks.readings = readings;
    marks
}
