//! Texts in the browser's database.

use js_sys::JsString;
use thakim_app::article::marks::{Correction, Edit, Marks, Position};
use thakim_app::store::{ArticleId, Connection, Database, Desk, Kept, Kind, Summary, Told, edit};
use thakim_document::Preference;
use thakim_phonology::Notation;
use wasm_bindgen_test::wasm_bindgen_test;

use super::support::fresh;

fn id(name: &str) -> ArticleId {
    ArticleId(name.to_owned())
}

/// The desk of a tab that works on the article `one`. It holds the article until it is dropped, in every
/// database of the name; so each test names it after itself.
fn desk(name: &str) -> Desk {
    Desk::new(&Connection::new(name), Some(id(name)))
}

/// The desk of a page that has looked at its article.
async fn opened(name: &str) -> Desk {
    let desk = desk(name);
    desk.text_to_edit().await.unwrap();
    desk
}

/// A text of which nothing is wanted.
fn kept(text: &str) -> Kept {
    Kept { text: text.into(), marks: Marks::default() }
}

#[wasm_bindgen_test]
async fn a_reload_finds_the_article_and_the_draft() {
    let name = fresh("desk");
    let long: JsString = "臺灣".repeat(50_000).as_str().into();
    let first = opened(&name).await;
    first.submit(long.clone(), Preference::Literary).await.unwrap();
    let article = Kept { text: long, marks: Marks::reading(Preference::Literary) };
    assert_eq!(first.text_to_edit().await.unwrap(), Some(article.clone()));
    first.put(Kind::Draft, kept("臺灣的草稿")).await.unwrap();

    // Another page in the same tab, then in another.
    drop(first);
    let again = desk(&name);
    assert_eq!(again.get(Kind::Article).await.unwrap(), Some(article));
    assert_eq!(again.text_to_edit().await.unwrap(), Some(kept("臺灣的草稿")));
    let other = Desk::new(&Connection::new(&name), None);
    assert_eq!(other.get(Kind::Article).await.unwrap(), None);
    assert_eq!(other.text_to_edit().await.unwrap(), None);
}

#[wasm_bindgen_test]
async fn submitting_replaces_the_draft() {
    let name = fresh("submit");
    let first = opened(&name).await;
    first.put(Kind::Draft, kept("草稿")).await.unwrap();
    first.submit("文章".into(), Preference::Auto).await.unwrap();
    drop(first);
    let again = desk(&name);
    assert_eq!(again.get(Kind::Draft).await.unwrap(), None);
    assert_eq!(again.text_to_edit().await.unwrap(), Some(kept("文章")));
}

#[wasm_bindgen_test]
async fn a_duplicated_tab_goes_on_with_a_copy() {
    let name = fresh("twice");
    let first = opened(&name).await;
    first.submit("我行路".into(), Preference::Auto).await.unwrap();
    let second = opened(&name).await;
    let told = std::rc::Rc::new(std::cell::Cell::new(None));
    let heard = std::rc::Rc::clone(&told);
    second.on_told(move |what| heard.set(Some(what)));
    assert_eq!(second.get(Kind::Article).await.unwrap(), Some(kept("我行路")));

    // Both write, each to its own.
    second.put(Kind::Draft, kept("我行路去")).await.unwrap();
    first.put(Kind::Draft, kept("我行路來")).await.unwrap();
    assert_eq!(told.get(), Some(Told::Copied));
    assert_ne!(second.summary().id, first.summary().id);
    let database = Database::open(&name).await.unwrap();
    assert_eq!(database.summaries().await.unwrap().len(), 2);
    for (desk, draft) in [(&first, "我行路來"), (&second, "我行路去")] {
        let id = desk.summary().id;
        assert_eq!(database.load(&id, Kind::Draft).await.unwrap(), Some(kept(draft)));
        assert_eq!(database.load(&id, Kind::Article).await.unwrap(), Some(kept("我行路")));
    }
}

#[wasm_bindgen_test]
async fn who_comes_second_has_it_when_the_first_goes_and_nothing_was_changed() {
    let name = fresh("turns");
    let first = opened(&name).await;
    first.submit("我行路".into(), Preference::Auto).await.unwrap();
    let second = opened(&name).await;
    let third = opened(&name).await;
    let article = first.summary().id;
    drop(first);
    // The second writes as soon as it may; the third has looked before that, and must not write over it.
    let mut tries = 0;
    while second.summary().id == article && !second.may_write() {
        thakim_app::time::idle().await;
        tries += 1;
        assert!(tries < 1_000, "the lock was never handed on");
    }
    second.put(Kind::Draft, kept("我行路去")).await.unwrap();
    assert_eq!(second.summary().id, article);
    drop(second);
    third.put(Kind::Draft, kept("我行路來")).await.unwrap();
    assert_ne!(third.summary().id, article);
    let database = Database::open(&name).await.unwrap();
    assert_eq!(database.load(&article, Kind::Draft).await.unwrap(), Some(kept("我行路去")));
}

#[wasm_bindgen_test]
async fn another_text_is_another_article() {
    let name = fresh("another");
    let desk = opened(&name).await;
    desk.submit("透早的市場，天猶未光。".into(), Preference::Auto).await.unwrap();
    let first = desk.summary().id;
    desk.put(Kind::Draft, kept("我細漢的時，上愛去海邊。")).await.unwrap();
    let second = desk.summary().id;
    assert_ne!(second, first);
    desk.submit("我細漢的時，上愛去海邊！".into(), Preference::Auto).await.unwrap();
    assert_eq!(desk.summary().id, second);

    let database = Database::open(&name).await.unwrap();
    let titles: Vec<(String, bool)> = database
        .summaries()
        .await
        .unwrap()
        .into_iter()
        .map(|one| (one.title().to_owned(), one.draft))
        .collect();
    let expected = [("我細漢的時，上愛去海邊！", false), ("透早的市場，天猶未光。", false)];
    assert_eq!(titles, expected.map(|(title, draft)| (title.to_owned(), draft)));
    let kept_first = database.load(&first, Kind::Article).await.unwrap();
    assert_eq!(kept_first, Some(kept("透早的市場，天猶未光。")));
}

#[wasm_bindgen_test]
async fn a_draft_that_was_emptied_leaves_nothing_behind() {
    let name = fresh("empty");
    let desk = opened(&name).await;
    desk.put(Kind::Draft, kept("草")).await.unwrap();
    let database = Database::open(&name).await.unwrap();
    assert_eq!(database.summaries().await.unwrap().len(), 1);
    desk.put(Kind::Draft, kept(" ")).await.unwrap();
    assert_eq!(database.summaries().await.unwrap().len(), 0);
    desk.put(Kind::Draft, kept("稿")).await.unwrap();
    assert_eq!(database.summaries().await.unwrap().len(), 1);
}

#[wasm_bindgen_test]
async fn who_writes_before_the_article_has_been_looked_at_writes_another() {
    let name = fresh("early");
    let first = opened(&name).await;
    first.submit("我行路".into(), Preference::Auto).await.unwrap();
    drop(first);
    let second = desk(&name);
    second.put(Kind::Draft, kept("早")).await.unwrap();
    let database = Database::open(&name).await.unwrap();
    assert_eq!(database.load(&id(&name), Kind::Article).await.unwrap(), Some(kept("我行路")));
    assert_eq!(database.load(&id(&name), Kind::Draft).await.unwrap(), None);
    assert_eq!(database.summaries().await.unwrap().len(), 2);
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
    let first = opened(&name).await;
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

    drop(first);
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
