//! The article and the draft of this tab: in memory first, in the database where there is one.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::JsString;
use thakim_document::Preference;

use super::{Database, Kept, Kind, StoreError, TabId, edit};
use crate::article::marks::Marks;

/// What lies before the person; cheap to clone.
#[derive(Clone)]
pub struct Desk(Rc<Inner>);

struct Inner {
    tab: TabId,
    name: String,
    database: RefCell<Opening>,
    article: RefCell<Memory>,
    draft: RefCell<Memory>,
}

/// A text as far as it is known without asking the database.
#[derive(Clone)]
enum Memory {
    Unasked,
    Known(Option<Kept>),
}

enum Opening {
    NotYet,
    Open(Rc<Database>),
}

impl Desk {
    /// The desk of this tab. `name` names the database.
    pub fn new(name: &str, tab: TabId) -> Desk {
        Desk(Rc::new(Inner {
            tab,
            name: name.to_owned(),
            database: RefCell::new(Opening::NotYet),
            article: RefCell::new(Memory::Unasked),
            draft: RefCell::new(Memory::Unasked),
        }))
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
        *self.memory(kind).borrow_mut() = Memory::Known(Some(kept.clone()));
        let desk = self.clone();
        async move { desk.database().await?.save(&desk.0.tab, kind, &kept).await }
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
        *self.memory(Kind::Draft).borrow_mut() = Memory::Known(None);
        let marks = match &*self.memory(Kind::Article).borrow() {
            Memory::Known(Some(before)) => followed(before, &text, readings),
            Memory::Known(None) | Memory::Unasked => Marks::reading(readings),
        };
        let kept = self.put(Kind::Article, Kept { text, marks });
        let desk = self.clone();
        async move {
            kept.await?;
            desk.database().await?.remove(&desk.0.tab, Kind::Draft).await
        }
    }

    /// A text from the desk.
    ///
    /// # Errors
    /// [`StoreError`] when it is not in memory and the database cannot be asked.
    pub async fn get(&self, kind: Kind) -> Result<Option<Kept>, StoreError> {
        if let Memory::Known(kept) = self.memory(kind).borrow().clone() {
            return Ok(kept);
        }
        let found = self.database().await?.load(&self.0.tab, kind).await?;
        let mut memory = self.memory(kind).borrow_mut();
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
        self.database().await?.settled().await
    }

    fn memory(&self, kind: Kind) -> &RefCell<Memory> {
        match kind {
            Kind::Draft => &self.0.draft,
            Kind::Article => &self.0.article,
        }
    }

    async fn database(&self) -> Result<Rc<Database>, StoreError> {
        if let Opening::Open(database) = &*self.0.database.borrow() {
            return Ok(Rc::clone(database));
        }
        let database = Rc::new(Database::open(&self.0.name).await?);
        *self.0.database.borrow_mut() = Opening::Open(Rc::clone(&database));
        Ok(database)
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
