//! Texts in the browser's database.

use js_sys::JsString;
use thakim_app::article::marks::{Correction, Edit, Marks, Position};
use thakim_app::store::{Database, Desk, KEPT, Kept, Kind, TabId, edit};
use thakim_document::Preference;
use thakim_phonology::Notation;
use wasm_bindgen_test::wasm_bindgen_test;

fn tab(name: &str) -> TabId {
    TabId(name.to_owned())
}

/// A name that no earlier run has used.
fn fresh(name: &str) -> String {
    format!("{name}-{}", js_sys::Math::random())
}

/// A text of which nothing is wanted.
fn kept(text: &str) -> Kept {
    Kept { text: text.into(), marks: Marks::default() }
}

#[wasm_bindgen_test]
async fn a_reload_finds_the_article_and_the_draft() {
    let name = fresh("desk");
    let long: JsString = "臺灣".repeat(50_000).as_str().into();
    let desk = Desk::new(&name, tab("one"));
    desk.submit(long.clone(), Preference::Literary).await.unwrap();
    let article = Kept { text: long, marks: Marks::reading(Preference::Literary) };
    assert_eq!(desk.text_to_edit().await.unwrap(), Some(article.clone()));
    desk.put(Kind::Draft, kept("草稿")).await.unwrap();

    // Another page in the same tab, then in another.
    let again = Desk::new(&name, tab("one"));
    assert_eq!(again.get(Kind::Article).await.unwrap(), Some(article));
    assert_eq!(again.text_to_edit().await.unwrap(), Some(kept("草稿")));
    let other = Desk::new(&name, tab("two"));
    assert_eq!(other.get(Kind::Article).await.unwrap(), None);
    assert_eq!(other.text_to_edit().await.unwrap(), None);
}

#[wasm_bindgen_test]
async fn submitting_replaces_the_draft() {
    let name = fresh("submit");
    let desk = Desk::new(&name, tab("one"));
    desk.put(Kind::Draft, kept("草稿")).await.unwrap();
    desk.submit("文章".into(), Preference::Auto).await.unwrap();
    let again = Desk::new(&name, tab("one"));
    assert_eq!(again.get(Kind::Draft).await.unwrap(), None);
    assert_eq!(again.text_to_edit().await.unwrap(), Some(kept("文章")));
}

#[wasm_bindgen_test]
async fn only_the_newest_texts_are_kept() {
    let name = fresh("prune");
    let database = Database::open(&name).await.unwrap();
    for index in 0..KEPT + 3 {
        let text = kept(&index.to_string());
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

#[wasm_bindgen_test]
async fn corrections_stay_with_their_characters_when_the_text_is_edited() {
    let name = fresh("follow");
    let desk = Desk::new(&name, tab("one"));
    desk.submit("我行路。伊去銀行。".into(), Preference::Auto).await.unwrap();
    let correction = |at, surface: &str, reading| {
        let reading = Notation::Tl.parse(reading).unwrap();
        Correction { at, surface: surface.to_owned(), reading }
    };
    let mut article = desk.get(Kind::Article).await.unwrap().unwrap();
    article.marks.correct(correction(1, "行", "hîng"));
    article.marks.correct(correction(6, "銀行", "gîn-hâng"));
    article.marks.set_passage(0, 27, Preference::Literary);
    desk.put(Kind::Article, article).await.unwrap();

    // A page that has been loaded anew knows the article as soon as the text can be edited.
    let again = Desk::new(&name, tab("one"));
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
