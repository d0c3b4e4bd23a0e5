//! The article that this tab works on: in memory first, in the database where there is one.
//!
//! Nothing here takes a text's place without leaving it somewhere. What this tab may not write to, because
//! another tab has it in hand, it goes on with as a copy; and a text that has nothing to do with the article
//! whose place it would take becomes an article of its own.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::JsString;
use thakim_document::Preference;

use super::another::is_another;
use super::on_desk::{Memory, OnDesk};
use super::{ArticleId, Connection, Kept, Kind, StoreError, Summary, Writing, edit};
use crate::article::marks::Marks;

/// What lies before the person; cheap to clone.
#[derive(Clone)]
pub struct Desk(Rc<Inner>);

struct Inner {
    connection: Connection,
    open: RefCell<Rc<OnDesk>>,
    tell: RefCell<Option<Tell>>,
    leave: RefCell<Option<Rc<dyn Fn()>>>,
}

type Tell = Rc<dyn Fn(Told)>;

/// What the desk did by itself, and a person should know.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Told {
    /// Another article lies there now.
    Turned,
    /// It is a copy of the one before, which another tab has in hand.
    Copied,
}

impl Desk {
    /// The desk of a tab, with the article that it worked on before, or an empty sheet.
    pub fn new(connection: &Connection, before: Option<ArticleId>) -> Desk {
        let open = match before {
            Some(id) => OnDesk::kept(id, connection),
            None => OnDesk::empty(),
        };
        let open = RefCell::new(open);
        Desk(Rc::new(Inner {
            connection: connection.clone(),
            open,
            tell: RefCell::default(),
            leave: RefCell::default(),
        }))
    }

    /// Has somebody told what the desk does by itself.
    pub fn on_told(&self, tell: impl Fn(Told) + 'static) {
        *self.0.tell.borrow_mut() = Some(Rc::new(tell));
    }

    /// Has somebody put away what they write before another article lies here; none for nobody.
    pub fn on_leave(&self, leave: Option<Rc<dyn Fn()>>) {
        *self.0.leave.borrow_mut() = leave;
    }

    /// What is said of the article, as far as it is known by now.
    pub fn summary(&self) -> Summary {
        self.open().summary.borrow().clone()
    }

    /// Whether what is changed here is written to this article; another tab may have it in hand.
    pub fn may_write(&self) -> bool {
        self.open().is_mine()
    }

    /// Works on another article from now on.
    pub fn open_article(&self, id: &ArticleId) {
        self.leave();
        if self.open().summary.borrow().id != *id {
            id.keep_for_this_tab();
            self.turn_to(OnDesk::kept(id.clone(), &self.0.connection), Told::Turned);
        }
    }

    /// Begins a new article. The one before stays where it is kept.
    pub fn start_new(&self) {
        self.leave();
        self.turn_to(OnDesk::empty(), Told::Turned);
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
        self.start_new();
        self.open().summary.borrow_mut().name = name.to_owned();
        self.put(Kind::Article, kept)
    }

    /// Names the article; an empty name has it called after its first line again.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be kept beyond this page's life.
    pub fn rename(&self, name: &str) -> impl Future<Output = Result<(), StoreError>> + use<> {
        let open = self.open();
        open.summary.borrow_mut().name = name.trim().to_owned();
        let connection = self.0.connection.clone();
        async move {
            let summary = open.summary.borrow().clone();
            // One of which nothing is kept yet takes its name along when it is.
            if summary.created == 0.0 {
                return Ok(());
            }
            connection.database().await?.rename(&summary.id, &summary.name).await?;
            connection.ring(&summary.id);
            Ok(())
        }
    }

    /// Another tab, or the list, has changed an article.
    pub async fn heard_of(&self, id: &ArticleId) {
        let open = self.open();
        let is_here = open.summary.borrow().id == *id;
        if is_here
            && let Ok(database) = self.0.connection.database().await
            && let Ok(Some(kept)) = database.summary(id).await
        {
            open.summary.borrow_mut().name = kept.name;
        }
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
        let mut before = Vec::new();
        if kind == Kind::Draft && self.is_another(&kept.text) {
            before.extend(self.turn_the_page(&kept.text));
        } else if !self.open().is_mine() {
            before.extend(self.turn_to_copy());
        }
        let open = self.open();
        let draft = match kind {
            Kind::Draft => Some(kept.clone()),
            Kind::Article => None,
        };
        *open.draft.borrow_mut() = Memory::Known(draft);
        if kind == Kind::Article {
            *open.article.borrow_mut() = Memory::Known(Some(kept.clone()));
        }
        // At once where that can be: who is leaving has no time to wait.
        let begun = self.0.connection.open_now().map(|database| open.save(&database, kind, &kept));
        let connection = self.0.connection.clone();
        async move {
            for writing in before {
                writing.await?;
            }
            match begun {
                Some(saving) => saving?.await?,
                None => {
                    let database = connection.database().await?;
                    // What has been put there meanwhile is newer, and on its way by itself.
                    if open.holds(kind, &kept) {
                        open.save(&database, kind, &kept)?.await?;
                    }
                }
            }
            let id = open.summary.borrow().id.clone();
            connection.ring(&id);
            Ok(())
        }
    }

    /// Keeps once more what is in memory, after it was refused.
    ///
    /// # Errors
    /// [`StoreError`] when it is refused again.
    pub async fn keep_again(&self) -> Result<(), StoreError> {
        let open = self.open();
        for kind in [Kind::Article, Kind::Draft] {
            if let Some(kept) = open.remembered(kind) {
                let database = self.0.connection.database().await?;
                open.save(&database, kind, &kept)?.await?;
            }
        }
        let id = open.summary.borrow().id.clone();
        self.0.connection.ring(&id);
        Ok(())
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
        let turned = self.is_another(&text).then(|| self.turn_the_page(&text)).flatten();
        let marks = match &*self.open().article.borrow() {
            Memory::Known(Some(before)) => followed(before, &text, readings),
            Memory::Known(None) | Memory::Unasked => Marks::reading(readings),
        };
        let put = self.put(Kind::Article, Kept { text, marks });
        async move {
            if let Some(turned) = turned {
                turned.await?;
            }
            put.await
        }
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

    /// What is in memory alone or not: the article of this tab with its texts, to be taken along where the
    /// database cannot be asked.
    pub fn in_memory(&self) -> (Summary, Option<Kept>, Option<Kept>) {
        let open = self.open();
        (self.summary(), open.remembered(Kind::Article), open.remembered(Kind::Draft))
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

    fn leave(&self) {
        let leave = self.0.leave.borrow().clone();
        if let Some(leave) = leave {
            leave();
        }
    }

    fn turn_to(&self, open: Rc<OnDesk>, told: Told) {
        *self.0.open.borrow_mut() = open;
        let tell = self.0.tell.borrow().clone();
        if let Some(tell) = tell {
            tell(told);
        }
    }

    /// Whether a text would take the place of an article that it has nothing to do with.
    fn is_another(&self, text: &JsString) -> bool {
        let open = self.open();
        match &*open.article.borrow() {
            Memory::Known(Some(article)) => is_another(&article.text, text),
            Memory::Known(None) | Memory::Unasked => false,
        }
    }

    /// Leaves the article and begins another, in the middle of writing it. What was written of it already
    /// is no draft of the one before.
    fn turn_the_page(&self, text: &JsString) -> Option<Writing> {
        let left = self.open();
        self.turn_to(OnDesk::empty(), Told::Turned);
        let begun = left.remembered(Kind::Draft)?;
        if text.slice(0, begun.text.length()) != begun.text || !left.is_mine() {
            return None;
        }
        *left.draft.borrow_mut() = Memory::Known(None);
        let database = self.0.connection.open_now()?;
        database.remove_draft(&mut left.summary.borrow_mut()).ok()
    }

    /// Goes on with a copy of the article, which is another tab's.
    fn turn_to_copy(&self) -> Option<Writing> {
        let left = self.open();
        let copy = left.copy();
        // Of what has not been looked at yet, nothing can be meant: who types before then writes anew.
        let told = if left.is_known() { Told::Copied } else { Told::Turned };
        self.turn_to(Rc::clone(&copy), told);
        let article = copy.remembered(Kind::Article)?;
        let database = self.0.connection.open_now()?;
        copy.save(&database, Kind::Article, &article).ok()
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
