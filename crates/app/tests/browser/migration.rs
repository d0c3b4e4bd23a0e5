//! The database comes from every older version to the present one, and loses nothing.

use idb::event::VersionChangeEvent;
use idb::{
    DatabaseEvent, Factory, IndexParams, KeyPath, ObjectStoreParams, TransactionMode,
    TransactionResult,
};
use js_sys::{JsString, Object, Reflect};
use thakim_app::article::marks::{Correction, Marks};
use thakim_app::store::{
    ArticleId, Connection, Database, Desk, Kept, Kind, StoreError, Summary, schema,
};
use thakim_document::Preference;
use thakim_phonology::Notation;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

use super::support::fresh;

/// The text of a record as the page of the first version wrote it; `marks` is missing in older ones.
struct Old(&'static str, f64, &'static str, Option<String>);

/// What stood in the browser of somebody who used the first version.
fn records() -> Vec<Old> {
    let marks = "marks 1\nreadings literary\noffer declined\npassage 0 9 colloquial\n\
                 correction 3 銀行 gîn-hâng"
        .to_owned();
    vec![
        Old("18f-a/article", 1_000.0, "我去銀行。\n第二行", Some(marks)),
        Old("18f-a/draft", 3_000.0, "\n 我去銀行矣。", Some("marks 1\nreadings auto".to_owned())),
        Old("18f-b/draft", 2_000.0, "草稿", None),
        Old("18f-c/article", 4_000.0, "𰀀上新的", None),
    ]
}

fn create(database: &idb::Database, name: &str, index: Option<&str>) {
    let mut params = ObjectStoreParams::new();
    params.key_path(Some(KeyPath::new_single("id")));
    let store = database.create_object_store(name, params).unwrap();
    if let Some(index) = index {
        store.create_index(index, KeyPath::new_single(index), Some(IndexParams::new())).unwrap();
    }
}

/// Opens a database of the first version, made if there is none; with an object store more.
async fn first_version(name: &str, more: Option<&'static str>) -> idb::Database {
    let mut request = Factory::new().unwrap().open(name, Some(1)).unwrap();
    request.on_upgrade_needed(move |event: VersionChangeEvent| {
        let database = event.database().unwrap();
        create(&database, "texts", Some("saved"));
        if let Some(more) = more {
            create(&database, more, None);
        }
    });
    request.await.unwrap()
}

async fn fill(database: &idb::Database) {
    let writing = database.transaction(&["texts"], TransactionMode::ReadWrite).unwrap();
    let texts = writing.object_store("texts").unwrap();
    for Old(id, saved, text, marks) in records() {
        let record = Object::new();
        let set = |name: &str, value: JsValue| Reflect::set(&record, &name.into(), &value).unwrap();
        set("id", id.into());
        set("saved", saved.into());
        set("text", text.into());
        if let Some(marks) = marks {
            set("marks", marks.into());
        }
        texts.put(&record, None).unwrap();
    }
    assert_eq!(writing.await.unwrap(), TransactionResult::Committed);
}

fn id(name: &str) -> ArticleId {
    ArticleId(name.to_owned())
}

#[wasm_bindgen_test]
async fn what_the_first_version_kept_has_become_articles() {
    let name = fresh("first");
    let old = first_version(&name, None).await;
    fill(&old).await;
    old.close();

    let database = Database::open(&name).await.unwrap();
    let said: Vec<_> = database
        .summaries()
        .await
        .unwrap()
        .into_iter()
        .map(|one| {
            (one.title().to_owned(), one.id.0, one.created, one.saved, one.submitted, one.draft)
        })
        .collect();
    let expected = [
        ("𰀀上新的".to_owned(), "18f-c".to_owned(), 4_000.0, 4_000.0, true, false),
        ("我去銀行矣。".to_owned(), "18f-a".to_owned(), 1_000.0, 3_000.0, true, true),
        ("草稿".to_owned(), "18f-b".to_owned(), 2_000.0, 2_000.0, false, true),
    ];
    assert_eq!(said, expected);
    for Old(key, _, text, marks) in records() {
        let (article, kind) = key.rsplit_once('/').unwrap();
        let kind = if kind == "draft" { Kind::Draft } else { Kind::Article };
        let kept = database.load(&id(article), kind).await.unwrap().unwrap();
        assert_eq!(kept.text, JsString::from(text));
        assert_eq!(kept.marks, marks.map(|marks| Marks::from_text(&marks)).unwrap_or_default());
    }
    assert_eq!(database.all(schema::WORDS).await.unwrap().len(), 0);

    // The tab that wrote them goes on with them: its name is its article's.
    let desk = Desk::new(&Connection::new(&name), Some(id("18f-a")));
    let mut article = Marks::reading(Preference::Literary);
    article.set_passage(0, 9, Preference::Colloquial);
    let reading = Notation::Tl.parse("gîn-hâng").unwrap();
    article.correct(Correction { at: 3, surface: "銀行".to_owned(), reading });
    let found = desk.get(Kind::Article).await.unwrap().unwrap();
    assert_eq!(found.marks.corrections(), article.corrections());
    assert_eq!(desk.text_to_edit().await.unwrap().unwrap().text, JsString::from("\n 我去銀行矣。"));
}

#[wasm_bindgen_test]
async fn a_migration_that_fails_leaves_everything_as_it_was() {
    let name = fresh("failing");
    // One of the new object stores is there already: the last step cannot be done.
    let old = first_version(&name, Some("words")).await;
    fill(&old).await;
    old.close();
    assert!(matches!(Database::open(&name).await, Err(StoreError::Unavailable(_))));

    let old = first_version(&name, None).await;
    assert_eq!(old.version().unwrap(), 1);
    assert!(!old.store_names().contains(&"articles".to_owned()));
    let reading = old.transaction(&["texts"], TransactionMode::ReadOnly).unwrap();
    let texts = reading.object_store("texts").unwrap();
    assert_eq!(texts.index_names(), ["saved"]);
    let found = texts.get_all(None, None).unwrap().await.unwrap();
    let ids: Vec<_> = found
        .iter()
        .map(|record| Reflect::get(record, &"id".into()).unwrap().as_string().unwrap())
        .collect();
    let expected: Vec<_> = records().iter().map(|Old(id, ..)| (*id).to_owned()).collect();
    assert_eq!(ids, expected);
}

#[wasm_bindgen_test]
async fn who_is_blocked_goes_on_when_the_other_tab_lets_them() {
    let name = fresh("blocked");
    // It does not heed that a newer version is wanted.
    let old = first_version(&name, None).await;
    fill(&old).await;
    let connection = Connection::new(&name);
    assert_eq!(connection.database().await.err(), Some(StoreError::Blocked));
    assert_eq!(connection.database().await.err(), Some(StoreError::Blocked));
    old.close();
    super::support::until(|| connection.open_now().is_some()).await;
    let database = connection.database().await.unwrap();
    assert_eq!(database.summaries().await.unwrap().len(), 3);
}

#[wasm_bindgen_test]
async fn a_newer_page_takes_over_and_is_told_apart() {
    let name = fresh("newer");
    let connection = Connection::new(&name);
    let database = connection.database().await.unwrap();
    let text = Kept { text: "一".into(), marks: Marks::default() };
    let mut summary = Summary::new(id("one"), 0.0);
    database.save(&mut summary, Kind::Article, &text).unwrap().await.unwrap();
    let newer = Factory::new().unwrap().open(&name, Some(schema::VERSION + 1)).unwrap();
    let newer = newer.await.unwrap();
    assert_eq!(connection.database().await.err(), Some(StoreError::Newer));
    newer.close();
}

#[wasm_bindgen_test]
async fn records_of_any_kind_are_kept_all_or_none() {
    let name = fresh("words");
    let database = Database::open(&name).await.unwrap();
    let record = |id: &str| {
        let record = Object::new();
        Reflect::set(&record, &"id".into(), &id.into()).unwrap();
        JsValue::from(record)
    };
    database.put(schema::WORDS, &[record("甲"), record("乙")]).unwrap().await.unwrap();
    assert_eq!(database.all(schema::WORDS).await.unwrap().len(), 2);
    // One without a key is refused, and the other with it.
    let put = database.put(schema::WORDS, &[record("丙"), Object::new().into()]);
    assert!(matches!(put.err(), Some(StoreError::Failed(_))));
    assert!(database.one(schema::WORDS, "丙").await.unwrap().is_none());
    database.drop_records(schema::WORDS, &["甲", "丁"]).unwrap().await.unwrap();
    assert_eq!(database.all(schema::WORDS).await.unwrap().len(), 1);
}
