//! Texts in the browser's database.

use js_sys::JsString;
use thakim_app::article::marks::{Correction, Edit, Marks, Position};
use thakim_app::store::{ArticleId, Connection, Database, Desk, Kept, Kind, Summary, edit};
use thakim_document::Preference;
use thakim_phonology::Notation;
use wasm_bindgen_test::wasm_bindgen_test;

use super::support::fresh;

fn id(name: &str) -> ArticleId {
    ArticleId(name.to_owned())
}

/// The desk of a tab that works on the article `one`.
fn desk(name: &str) -> Desk {
    Desk::new(&Connection::new(name), Some(id("one")))
}

/// A text of which nothing is wanted.
fn kept(text: &str) -> Kept {
    Kept { text: text.into(), marks: Marks::default() }
}

#[wasm_bindgen_test]
async fn a_reload_finds_the_article_and_the_draft() {
    let name = fresh("desk");
    let long: JsString = "臺灣".repeat(50_000).as_str().into();
    let first = desk(&name);
    first.submit(long.clone(), Preference::Literary).await.unwrap();
    let article = Kept { text: long, marks: Marks::reading(Preference::Literary) };
    assert_eq!(first.text_to_edit().await.unwrap(), Some(article.clone()));
    first.put(Kind::Draft, kept("草稿")).await.unwrap();

    // Another page in the same tab, then in another.
    let again = desk(&name);
    assert_eq!(again.get(Kind::Article).await.unwrap(), Some(article));
    assert_eq!(again.text_to_edit().await.unwrap(), Some(kept("草稿")));
    let other = Desk::new(&Connection::new(&name), None);
    assert_eq!(other.get(Kind::Article).await.unwrap(), None);
    assert_eq!(other.text_to_edit().await.unwrap(), None);
}

#[wasm_bindgen_test]
async fn submitting_replaces_the_draft() {
    let name = fresh("submit");
    let first = desk(&name);
    first.put(Kind::Draft, kept("草稿")).await.unwrap();
    first.submit("文章".into(), Preference::Auto).await.unwrap();
    let again = desk(&name);
    assert_eq!(again.get(Kind::Draft).await.unwrap(), None);
    assert_eq!(again.text_to_edit().await.unwrap(), Some(kept("文章")));
}

#[wasm_bindgen_test]
async fn nothing_goes_because_there_is_much() {
    let name = fresh("many");
    let database = Database::open(&name).await.unwrap();
    for index in 0..60 {
        let mut summary = Summary::new(id(&index.to_string()), 0.0);
        let text = kept(&format!("第{index}篇\n內文"));
        database.save(&mut summary, Kind::Article, &text).unwrap().await.unwrap();
    }
    let found = database.summaries().await.unwrap();
    let titles: Vec<&str> = found.iter().map(Summary::title).collect();
    let expected: Vec<String> = (0..60).rev().map(|index| format!("第{index}篇")).collect();
    assert_eq!(titles, expected);
    assert!(database.load(&id("0"), Kind::Article).await.unwrap().is_some());
    assert_eq!(found[0].letters, 6);

    database.remove(&id("0")).unwrap().await.unwrap();
    assert_eq!(database.summaries().await.unwrap().len(), 59);
    assert_eq!(database.load(&id("0"), Kind::Article).await.unwrap(), None);
}

#[wasm_bindgen_test]
async fn corrections_stay_with_their_characters_when_the_text_is_edited() {
    let name = fresh("follow");
    let first = desk(&name);
    first.submit("我行路。伊去銀行。".into(), Preference::Auto).await.unwrap();
    let correction = |at, surface: &str, reading| {
        let reading = Notation::Tl.parse(reading).unwrap();
        Correction { at, surface: surface.to_owned(), reading }
    };
    let mut article = first.get(Kind::Article).await.unwrap().unwrap();
    article.marks.correct(correction(1, "行", "hîng"));
    article.marks.correct(correction(6, "銀行", "gîn-hâng"));
    article.marks.set_passage(0, 27, Preference::Literary);
    first.put(Kind::Article, article).await.unwrap();

    // A page that has been loaded anew knows the article as soon as the text can be edited.
    let again = desk(&name);
    again.text_to_edit().await.unwrap();
    again.submit("我行路。𰀀！伊去銀行。".into(), Preference::Colloquial).await.unwrap();
    let article = again.get(Kind::Article).await.unwrap().unwrap();
    assert_eq!(
        article.marks.corrections(),
        [correction(1, "行", "hîng"), correction(8, "銀行", "gîn-hâng")]
    );
    assert_eq!(article.marks.readings, Preference::Colloquial);
    let passages: Vec<_> = article.marks.passages().iter().map(|one| (one.from, one.to)).collect();
    assert_eq!(passages, [(0, 34)]);
}

#[wasm_bindgen_test]
fn the_difference_of_two_texts_is_one_stretch() {
    let place = |byte, letter| Position { byte, letter };
    let cases = [
        ("", "", (place(0, 0), place(0, 0), place(0, 0))),
        ("臺灣", "臺灣", (place(6, 2), place(6, 2), place(6, 2))),
        ("臺灣", "臺a灣", (place(3, 1), place(3, 1), place(4, 2))),
        ("aaa", "aa", (place(2, 2), place(3, 3), place(2, 2))),
        // Two characters whose surrogate pairs begin, or end, alike are not the same.
        ("𠀀x", "𠀁x", (place(0, 0), place(4, 1), place(4, 1))),
        ("x𠀀", "x𡀀", (place(1, 1), place(5, 2), place(5, 2))),
    ];
    for (old, new, (from, old_end, new_end)) in cases {
        let found = edit(&old.into(), &new.into());
        assert_eq!(found, Edit { from, old: old_end, new: new_end }, "{old:?} to {new:?}");
    }
}
