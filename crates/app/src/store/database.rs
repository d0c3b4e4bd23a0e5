//! The database itself.
//!
//! One object store, `texts`, with records `{ id, saved, text, marks }`: `id` is `<tab>/<kind>`,
//! `saved` is when, in milliseconds since 1970 or later than all others, and is indexed; `marks` is what the reader wants of the
//! text, in a form with a version of its own ([`Marks::to_text`]), and missing in older records. Texts pass from the browser's strings into the
//! database without a copy in the page's memory: one may have millions of characters.

use std::cell::Cell;

use futures_util::future::{Either, select};
use idb::{
    CursorDirection, DatabaseEvent, Factory, IndexParams, KeyPath, ObjectStoreParams,
    TransactionMode,
};
use js_sys::{Date, JsString, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use super::{StoreError, TabId};
use crate::article::marks::Marks;

/// The version of the schema above. To change it, add one and a step in [`migrate`].
const VERSION: u32 = 1;

/// How many texts are kept; older ones go.
pub const KEPT: usize = 20;

const TEXTS: &str = "texts";
const SAVED: &str = "saved";
const MARKS: &str = "marks";

/// What a text is to its tab.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// What stands in the text area.
    Draft,
    /// What was submitted.
    Article,
}

/// A text and what the reader wants of it.
#[derive(Clone, PartialEq, Debug)]
pub struct Kept {
    /// The text, as the browser's own string.
    pub text: JsString,
    /// What the reader wants of it.
    pub marks: Marks,
}

/// An open database.
pub struct Database {
    inner: idb::Database,
    /// The latest time of any text, as far as this page knows: 0 until it has loaded one.
    newest: Cell<f64>,
}

impl Database {
    /// Opens it, and brings an older one up to date.
    ///
    /// # Errors
    /// [`StoreError::Unavailable`] where the browser keeps nothing, [`StoreError::Blocked`] when
    /// another tab stands in the way.
    pub async fn open(name: &str) -> Result<Database, StoreError> {
        let unavailable = |error: idb::Error| StoreError::Unavailable(error.to_string());
        let factory = Factory::new().map_err(unavailable)?;
        let mut request = factory.open(name, Some(VERSION)).map_err(unavailable)?;
        request.on_upgrade_needed(|event| {
            let from = event.old_version().unwrap_or(0);
            // A failed step aborts the upgrade, which the request then reports.
            if let Ok(database) = event.database() {
                let _ = migrate(&database, from);
            }
        });
        let (blocked, is_blocked) = futures_channel::oneshot::channel();
        let mut blocked = Some(blocked);
        request.on_blocked(move |_| {
            if let Some(blocked) = blocked.take() {
                let _ = blocked.send(());
            }
        });
        let opened = match select(request.into_future(), is_blocked).await {
            Either::Left((opened, _)) => opened,
            Either::Right((Ok(()), _)) => return Err(StoreError::Blocked),
            // Nobody will say that it is blocked any more.
            Either::Right((Err(_), opening)) => opening.await,
        };
        let mut database = opened.map_err(unavailable)?;
        // A newer page in another tab may change the schema; this one goes on from memory.
        database.on_version_change(|event| {
            if let Some(database) =
                event.target().and_then(|target| target.dyn_into::<web_sys::IdbDatabase>().ok())
            {
                database.close();
            }
        });
        // Nothing more is waited for: who leaves at once must still be able to save.
        Ok(Database { inner: database, newest: Cell::new(0.0) })
    }

    /// Keeps a text and drops the oldest beyond [`KEPT`].
    ///
    /// # Errors
    /// [`StoreError::Full`] when there is no room.
    pub async fn save(&self, tab: &TabId, kind: Kind, kept: &Kept) -> Result<(), StoreError> {
        let transaction = self.inner.transaction(&[TEXTS], TransactionMode::ReadWrite)?;
        let store = transaction.object_store(TEXTS)?;
        // Not behind what is there already: where the clock was set back, the text that was just
        // written would be the oldest, which goes first.
        let saved = Date::now().max(self.newest.get() + 1.0);
        self.newest.set(saved);
        let record = Object::new();
        let set = |name: &str, value: &JsValue| Reflect::set(&record, &name.into(), value);
        let _ = set("id", &key(tab, kind));
        let _ = set(SAVED, &saved.into());
        let _ = set("text", &kept.text);
        let _ = set(MARKS, &kept.marks.to_text().into());
        let putting = store.put(&record, None)?;
        // All at once, without waiting: a page that is being left does not live to hear the answers,
        // and what has not been committed by then is undone.
        let committing = transaction.commit()?;
        putting.await?;
        committing.await?;
        self.forget_oldest(tab).await
    }

    /// Drops the oldest texts beyond [`KEPT`], none of this tab's: what was just written only looks old
    /// where the clock was set back.
    async fn forget_oldest(&self, tab: &TabId) -> Result<(), StoreError> {
        let transaction = self.inner.transaction(&[TEXTS], TransactionMode::ReadWrite)?;
        let store = transaction.object_store(TEXTS)?;
        let oldest_first = store.index(SAVED)?.get_all_keys(None, None)?.await?;
        let own = [key(tab, Kind::Draft), key(tab, Kind::Article)];
        let others = oldest_first.iter().filter(|key| !own.contains(key));
        for key in others.take(oldest_first.len().saturating_sub(KEPT)) {
            store.delete(key.clone())?.await?;
        }
        transaction.commit()?.await?;
        Ok(())
    }

    /// The text that was kept.
    ///
    /// # Errors
    /// [`StoreError::Failed`] when the database cannot be read.
    pub async fn load(&self, tab: &TabId, kind: Kind) -> Result<Option<Kept>, StoreError> {
        let transaction = self.inner.transaction(&[TEXTS], TransactionMode::ReadOnly)?;
        let record = transaction.object_store(TEXTS)?.get(key(tab, kind))?.await?;
        self.newest.set(newest(&self.inner).await?.max(self.newest.get()));
        let field = |name: &str| {
            let value = Reflect::get(record.as_ref()?, &name.into()).ok()?;
            value.dyn_into::<JsString>().ok()
        };
        let marks = field(MARKS).map(|text| Marks::from_text(&String::from(text)));
        Ok(field("text").map(|text| Kept { text, marks: marks.unwrap_or_default() }))
    }

    /// Returns when all that was saved before is written: one who writes waits for those before.
    ///
    /// # Errors
    /// [`StoreError::Failed`] when the database cannot be written.
    pub async fn settled(&self) -> Result<(), StoreError> {
        let transaction = self.inner.transaction(&[TEXTS], TransactionMode::ReadWrite)?;
        transaction.object_store(TEXTS)?.count(None)?.await?;
        transaction.await?;
        Ok(())
    }

    /// Drops a text.
    ///
    /// # Errors
    /// [`StoreError::Failed`] when the database cannot be written.
    pub async fn remove(&self, tab: &TabId, kind: Kind) -> Result<(), StoreError> {
        let transaction = self.inner.transaction(&[TEXTS], TransactionMode::ReadWrite)?;
        transaction.object_store(TEXTS)?.delete(key(tab, kind))?.await?;
        transaction.commit()?.await?;
        Ok(())
    }
}

/// The latest time of any text.
async fn newest(database: &idb::Database) -> Result<f64, StoreError> {
    let transaction = database.transaction(&[TEXTS], TransactionMode::ReadOnly)?;
    let by_time = transaction.object_store(TEXTS)?.index(SAVED)?;
    let last = by_time.open_key_cursor(None, Some(CursorDirection::Prev))?.await?;
    Ok(last.and_then(|cursor| cursor.key().ok()?.as_f64()).unwrap_or(0.0))
}

/// Brings the schema from version `from` to [`VERSION`], one step after the other. 0 is no database.
fn migrate(database: &idb::Database, from: u32) -> Result<(), idb::Error> {
    if from < 1 {
        let mut params = ObjectStoreParams::new();
        params.key_path(Some(KeyPath::new_single("id")));
        let texts = database.create_object_store(TEXTS, params)?;
        texts.create_index(SAVED, KeyPath::new_single(SAVED), Some(IndexParams::new()))?;
    }
    Ok(())
}

fn key(tab: &TabId, kind: Kind) -> JsValue {
    let kind = match kind {
        Kind::Draft => "draft",
        Kind::Article => "article",
    };
    format!("{}/{kind}", tab.0).into()
}

impl From<idb::Error> for StoreError {
    fn from(error: idb::Error) -> StoreError {
        let said = error.to_string();
        if said.contains("QuotaExceeded") { StoreError::Full } else { StoreError::Failed(said) }
    }
}
