//! Texts in the browser's database.

use js_sys::JsString;
use thakim_app::store::{Database, Desk, KEPT, Kind, TabId};
use wasm_bindgen_test::wasm_bindgen_test;

fn tab(name: &str) -> TabId {
    TabId(name.to_owned())
}

/// A name that no earlier run has used.
fn fresh(name: &str) -> String {
    format!("{name}-{}", js_sys::Math::random())
}

#[wasm_bindgen_test]
async fn a_reload_finds_the_article_and_the_draft() {
    let name = fresh("desk");
    let long: JsString = "臺灣".repeat(50_000).as_str().into();
    let desk = Desk::new(&name, tab("one"));
    desk.submit(long.clone()).await.unwrap();
    assert_eq!(desk.text_to_edit().await.unwrap(), Some(long.clone()));
    desk.put(Kind::Draft, "草稿".into()).await.unwrap();

    // Another page in the same tab, then in another.
    let again = Desk::new(&name, tab("one"));
    assert_eq!(again.get(Kind::Article).await.unwrap(), Some(long));
    assert_eq!(again.text_to_edit().await.unwrap(), Some("草稿".into()));
    let other = Desk::new(&name, tab("two"));
    assert_eq!(other.get(Kind::Article).await.unwrap(), None);
    assert_eq!(other.text_to_edit().await.unwrap(), None);
}

#[wasm_bindgen_test]
async fn submitting_replaces_the_draft() {
    let name = fresh("submit");
    let desk = Desk::new(&name, tab("one"));
    desk.put(Kind::Draft, "草稿".into()).await.unwrap();
    desk.submit("文章".into()).await.unwrap();
    let again = Desk::new(&name, tab("one"));
    assert_eq!(again.get(Kind::Draft).await.unwrap(), None);
    assert_eq!(again.text_to_edit().await.unwrap(), Some("文章".into()));
}

#[wasm_bindgen_test]
async fn only_the_newest_texts_are_kept() {
    let name = fresh("prune");
    let database = Database::open(&name).await.unwrap();
    for index in 0..KEPT + 3 {
        let text = format!("{index}").as_str().into();
        database.save(&tab(&index.to_string()), Kind::Article, &text).await.unwrap();
    }
    let mut kept = 0;
    for index in 0..KEPT + 3 {
        let found = database.load(&tab(&index.to_string()), Kind::Article).await.unwrap();
        kept += usize::from(found.is_some());
    }
    assert_eq!(kept, KEPT);
    let newest = database.load(&tab(&(KEPT + 2).to_string()), Kind::Article).await.unwrap();
    assert!(newest.is_some());
}
