//! The database itself: opening it, and transactions.
//!
//! Texts pass from the browser's strings into it without a copy in the page's memory: one may have
//! millions of characters.

use std::cell::Cell;
use std::pin::Pin;
use std::rc::Rc;

use futures_channel::oneshot;
use futures_util::future::{Either, select};
use idb::{Factory, Transaction, TransactionMode};
use wasm_bindgen::JsValue;

use super::{StoreError, schema};

/// What is on its way into the database; it arrives whether it is awaited or not.
pub type Writing = Pin<Box<dyn Future<Output = Result<(), StoreError>>>>;

/// An open database.
pub struct Database {
    inner: idb::Database,
    /// A newer page or the browser has closed it.
    closed: Rc<Cell<bool>>,
    /// The latest time of any article, as far as this page knows: 0 until it has looked.
    pub(super) newest: Cell<f64>,
}

/// A database that is being opened.
pub(super) enum Opening<F> {
    /// Opened, or not.
    Done(Result<Database, StoreError>),
    /// Another tab holds an older version open. It goes on when that tab lets it.
    Blocked(F),
}

impl Database {
    /// Opens it, and brings an older one up to date.
    ///
    /// # Errors
    /// [`StoreError::Unavailable`] where the browser keeps nothing, [`StoreError::Blocked`] when
    /// another tab stands in the way, [`StoreError::Newer`] when a newer page has been here.
    pub async fn open(name: &str) -> Result<Database, StoreError> {
        match Database::opening(name).await {
            Opening::Done(opened) => opened,
            Opening::Blocked(_) => Err(StoreError::Blocked),
        }
    }

    /// The same, for one who waits for the other tab.
    pub(super) async fn opening(
        name: &str,
    ) -> Opening<impl Future<Output = Result<Database, StoreError>> + use<>> {
        let request = match Factory::new()
            .and_then(|factory| factory.open(name, Some(schema::VERSION)))
        {
            Ok(request) => request,
            Err(error) => return Opening::Done(Err(StoreError::Unavailable(error.to_string()))),
        };
        let (blocked, is_blocked) = oneshot::channel();
        let opened = Box::pin(Database::opened(request, blocked));
        match select(opened, is_blocked).await {
            Either::Left((opened, _)) => Opening::Done(opened),
            Either::Right((Ok(()), opened)) => Opening::Blocked(opened),
            // Nobody will say that it is blocked any more.
            Either::Right((Err(_), opened)) => Opening::Done(opened.await),
        }
    }

    fn opened(
        mut request: idb::request::OpenDatabaseRequest,
        blocked: oneshot::Sender<()>,
    ) -> impl Future<Output = Result<Database, StoreError>> {
        request.on_upgrade_needed(|event| schema::upgrade(&event));
        request.on_blocked(move |_| {
            let _ = blocked.send(());
        });
        async move {
            let mut inner = request.await.map_err(|error| {
                let said = error.to_string();
                if said.contains("VersionError") {
                    StoreError::Newer
                } else {
                    StoreError::Unavailable(said)
                }
            })?;
            let closed = Rc::new(Cell::new(false));
            // A newer page in another tab may change the schema; this one goes on from memory.
            let closing = Rc::clone(&closed);
            inner.on_version_change(move |event| {
                use wasm_bindgen::JsCast;
                closing.set(true);
                if let Some(database) =
                    event.target().and_then(|target| target.dyn_into::<web_sys::IdbDatabase>().ok())
                {
                    database.close();
                }
            });
            // The browser may close it too: its files are gone, or the person has cleared them.
            let closing = Rc::clone(&closed);
            inner.on_close(move |_| closing.set(true));
            // Nothing more is waited for: who leaves at once must still be able to save.
            Ok(Database { inner, closed, newest: Cell::new(0.0) })
        }
    }

    /// Whether it has been closed under us, and must be opened anew.
    pub(super) fn is_closed(&self) -> bool {
        self.closed.get()
    }

    /// A transaction that reads some object stores.
    ///
    /// # Errors
    /// [`StoreError::Failed`] when the database has been closed.
    pub fn reading(&self, stores: &[&str]) -> Result<Transaction, StoreError> {
        Ok(self.inner.transaction(stores, TransactionMode::ReadOnly)?)
    }

    /// Writes to some object stores, all of it or nothing; after what was given to it before. `work` says
    /// what, and waits for nothing: it is on its way when this returns. A page that is being left does not
    /// live to hear the answers. What is awaited is that all has arrived.
    ///
    /// # Errors
    /// [`StoreError::Full`] when there is no room, [`StoreError::Failed`] when the database has been closed
    /// or refuses a record; then nothing of it is kept.
    pub fn write(
        &self,
        stores: &[&str],
        work: impl FnOnce(&Transaction) -> Result<(), idb::Error>,
    ) -> Result<Writing, StoreError> {
        let writing = self.inner.transaction(stores, TransactionMode::ReadWrite)?;
        if let Err(error) = work(&writing) {
            let _ = writing.abort();
            return Err(error.into());
        }
        commit(writing)
    }

    /// All records of an object store, by rising key.
    ///
    /// # Errors
    /// [`StoreError::Failed`] when it cannot be read.
    pub async fn all(&self, store: &str) -> Result<Vec<JsValue>, StoreError> {
        let reading = self.reading(&[store])?;
        Ok(reading.object_store(store)?.get_all(None, None)?.await?)
    }

    /// One record.
    ///
    /// # Errors
    /// [`StoreError::Failed`] when it cannot be read.
    pub async fn one(&self, store: &str, id: &str) -> Result<Option<JsValue>, StoreError> {
        let reading = self.reading(&[store])?;
        Ok(reading.object_store(store)?.get(JsValue::from_str(id))?.await?)
    }

    /// Keeps records in place of those with the same `id`.
    ///
    /// # Errors
    /// As [`Database::write`].
    pub fn put(&self, store: &str, records: &[JsValue]) -> Result<Writing, StoreError> {
        self.write(&[store], |writing| {
            let into = writing.object_store(store)?;
            records.iter().try_for_each(|record| into.put(record, None).map(drop))
        })
    }

    /// Drops records by their `id`, as far as they are there.
    ///
    /// # Errors
    /// As [`Database::write`].
    pub fn drop_records(&self, store: &str, ids: &[&str]) -> Result<Writing, StoreError> {
        self.write(&[store], |writing| {
            let from = writing.object_store(store)?;
            ids.iter().try_for_each(|id| from.delete(JsValue::from_str(id)).map(drop))
        })
    }

    /// Returns when all that was given to it before is written: one who writes waits for those before.
    ///
    /// # Errors
    /// [`StoreError::Failed`] when the database cannot be written.
    pub async fn settled(&self) -> Result<(), StoreError> {
        let stores = [schema::ARTICLES, schema::TEXTS, schema::WORDS];
        self.write(&stores, |writing| writing.object_store(schema::TEXTS)?.count(None).map(drop))?
            .await
    }
}

/// Ends a transaction: nothing more is asked of it.
fn commit(transaction: Transaction) -> Result<Writing, StoreError> {
    let mut transaction = transaction.commit()?;
    let (ended, ending) = oneshot::channel();
    let ended = Rc::new(Cell::new(Some(ended)));
    let tell = |kept: bool, ended: &Rc<Cell<Option<oneshot::Sender<bool>>>>| {
        let ended = Rc::clone(ended);
        move |_| {
            if let Some(ended) = ended.take() {
                let _ = ended.send(kept);
            }
        }
    };
    transaction.on_complete(tell(true, &ended));
    transaction.on_abort(tell(false, &ended));
    Ok(Box::pin(async move {
        match ending.await {
            Ok(true) => Ok(()),
            // Why is known only now: an error of the commit itself is told of nowhere else.
            Ok(false) | Err(_) => Err(transaction.error().map_or_else(
                || StoreError::Failed("AbortError".to_owned()),
                |error| StoreError::of(format!("{}: {}", error.name(), error.message())),
            )),
        }
    }))
}

impl StoreError {
    fn of(said: String) -> StoreError {
        if said.contains("QuotaExceeded") { StoreError::Full } else { StoreError::Failed(said) }
    }
}

impl From<idb::Error> for StoreError {
    fn from(error: idb::Error) -> StoreError {
        StoreError::of(error.to_string())
    }
}
