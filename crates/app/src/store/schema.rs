//! The schema of the database, and the way to it from every older one.
//!
//! Object stores, each with its key in `id`:
//!
//! - `articles`: what the list of articles needs, one small record for each: [`Summary`]. Indexed by
//!   `saved`.
//! - `texts`: `{ id, text, marks }`, `id` being `<article>/article` for what was submitted and
//!   `<article>/draft` for what is being written; `marks` in a form with a version of its own
//!   ([`Marks::to_text`](crate::article::marks::Marks::to_text)), and missing in older records.
//! - `words`: the words of one's own dictionary.
//!
//! History: 1 had `texts` alone, indexed by `saved`, and named an article after its tab; the twenty newest
//! texts were kept. 2 has all three; what had been kept has become articles.

use idb::{Database, DatabaseEvent, IndexParams, KeyPath, ObjectStoreParams, Request, Transaction};
use js_sys::{JsString, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;

use super::{ArticleId, Kind, Summary};

/// The version of the schema above. To change it, add one, and a step in [`migrate`].
pub const VERSION: u32 = 2;

/// What the list of articles needs.
pub const ARTICLES: &str = "articles";
/// Texts, by article and kind.
pub const TEXTS: &str = "texts";
/// One's own dictionary.
pub const WORDS: &str = "words";
/// The index of articles by when they were saved.
pub(super) const SAVED: &str = "saved";

/// Brings a database up to date in the transaction of the `upgradeneeded` event. When a step fails all
/// of it is undone: the older database stays as it was, and opening it fails.
pub(super) fn upgrade(event: &idb::event::VersionChangeEvent) {
    use idb::Event;
    let Ok(request) = event.target() else { return };
    let Some(transaction) = request.transaction() else { return };
    let begun = event
        .database()
        .and_then(|database| Ok((event.old_version()?, database)))
        .and_then(|(from, database)| migrate(&database, &transaction, from));
    if begun.is_err() {
        let _ = transaction.abort();
    }
}

/// Brings the schema from version `from` to [`VERSION`], one step after the other. 0 is no database.
fn migrate(database: &Database, transaction: &Transaction, from: u32) -> Result<(), idb::Error> {
    if from < 1 {
        create(database, TEXTS)?;
    }
    if from < 2 {
        let articles = create(database, ARTICLES)?;
        articles.create_index(SAVED, KeyPath::new_single(SAVED), Some(IndexParams::new()))?;
        create(database, WORDS)?;
    }
    if from == 1 {
        let texts = transaction.object_store(TEXTS)?;
        texts.delete_index(SAVED)?;
        // Reading takes its time, in which the transaction stays open: it has a request to wait for.
        let inner = web_sys::IdbTransaction::from(texts.transaction());
        spawn_local(async move {
            let transaction = Transaction::from(inner);
            if list_texts(&transaction).await.is_err() {
                let _ = transaction.abort();
            }
        });
    }
    Ok(())
}

fn create(database: &Database, name: &str) -> Result<idb::ObjectStore, idb::Error> {
    let mut params = ObjectStoreParams::new();
    params.key_path(Some(KeyPath::new_single("id")));
    database.create_object_store(name, params)
}

/// Makes an article of what each tab had. Texts stay where they are, one is looked at after the other.
async fn list_texts(transaction: &Transaction) -> Result<(), idb::Error> {
    let articles = transaction.object_store(ARTICLES)?;
    let mut found: Vec<Summary> = Vec::new();
    let mut cursor = transaction.object_store(TEXTS)?.open_cursor(None, None)?.await?;
    while let Some(at) = cursor {
        add_text(&mut found, &at.value()?);
        cursor = at.next(None)?.await?;
    }
    for summary in found {
        articles.put(&summary.to_record(), None)?.await?;
    }
    Ok(())
}

/// Adds a text of the first version to the article of its tab. They come by rising key: of one tab the
/// article before the draft, which is what the person sees when they go on.
fn add_text(found: &mut Vec<Summary>, record: &JsValue) {
    let field = |name: &str| Reflect::get(record, &name.into()).unwrap_or(JsValue::UNDEFINED);
    let id = field("id").as_string().unwrap_or_default();
    let Some((tab, kind)) = id
        .rsplit_once('/')
        .and_then(|(tab, kind)| Some((ArticleId(tab.to_owned()), Kind::of_name(kind)?)))
    else {
        return;
    };
    let Ok(text) = field("text").dyn_into::<JsString>() else { return };
    let saved = field(SAVED).as_f64().unwrap_or(0.0);
    let index = found.iter().position(|summary| summary.id == tab).unwrap_or_else(|| {
        found.push(Summary::new(tab, saved));
        found.len() - 1
    });
    let summary = &mut found[index];
    summary.created = summary.created.min(saved);
    summary.saved = summary.saved.max(saved);
    summary.describe(kind, &text);
}
