//! Everything as one file, out of one browser and into another.

use js_sys::{Array, JSON, JsString, Reflect};
use thakim_app::article::marks::{Correction, Marks};
use thakim_app::backup::{self, Bad, Problem, Report};
use thakim_app::store::{Connection, Desk, Kept, Kind, Summary};
use thakim_document::Preference;
use thakim_phonology::Notation;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Blob, File};

use super::support::fresh;

fn file(text: &JsValue) -> File {
    File::new_with_str_sequence(&Array::of1(text), "backup.json").unwrap()
}

async fn text(blob: &Blob) -> JsString {
    JsFuture::from(blob.text()).await.unwrap().dyn_into().unwrap()
}

async fn take_in(connection: &Connection, text: &JsValue) -> Result<Report, Bad> {
    let incoming = backup::open(&file(text)).await?;
    incoming.articles(connection, |title| format!("{title} 2"), |_, _| {}).await
}

fn corrected() -> Marks {
    let mut marks = Marks::reading(Preference::Literary);
    let reading = Notation::Tl.parse("hîng").unwrap();
    marks.correct(Correction { at: 1, surface: "行".to_owned(), reading });
    marks
}

/// A browser with two articles, one of them with a name, corrections and a draft.
async fn filled(name: &str) -> (Connection, Desk) {
    let connection = Connection::new(name);
    let desk = Desk::new(&connection, None);
    let first = Kept { text: "我行路。\u{2A6D6}\n".into(), marks: corrected() };
    desk.create("行路的文章", first).await.unwrap();
    desk.put(Kind::Draft, Kept { text: "我行路矣。".into(), marks: Marks::default() })
        .await
        .unwrap();
    let second = Kept { text: "透早的市場".into(), marks: Marks::default() };
    desk.create("", second).await.unwrap();
    (connection, desk)
}

async fn written(connection: &Connection, desk: &Desk) -> JsString {
    text(&backup::write(connection, desk, |_, _| {}).await.unwrap()).await
}

#[wasm_bindgen_test]
async fn what_goes_out_comes_in_the_same() {
    let (connection, desk) = filled(&fresh("out")).await;
    let file = written(&connection, &desk).await;
    let said = JSON::parse(&String::from(&file)).unwrap();
    assert_eq!(Reflect::get(&said, &"format".into()).unwrap(), "thakim-backup");

    let other = Connection::new(&fresh("in"));
    let report = take_in(&other, &file).await.unwrap();
    assert_eq!(report, Report { new: 2, ..Report::default() });
    let (from, to) = (connection.database().await.unwrap(), other.database().await.unwrap());
    let summaries = from.summaries().await.unwrap();
    assert_eq!(to.summaries().await.unwrap(), summaries);
    let titles: Vec<&str> = summaries.iter().map(Summary::title).collect();
    assert_eq!(titles, ["透早的市場", "行路的文章"]);
    for summary in &summaries {
        assert_eq!(to.whole(&summary.id).await.unwrap(), from.whole(&summary.id).await.unwrap());
    }
    let kept = to.load(&summaries[1].id, Kind::Article).await.unwrap().unwrap();
    assert_eq!(kept.marks, corrected());

    // Once more: nothing new.
    let report = take_in(&other, &file).await.unwrap();
    assert_eq!(report, Report { same: 2, ..Report::default() });
}

#[wasm_bindgen_test]
async fn what_is_otherwise_here_stays_and_the_other_is_kept_beside_it() {
    let (connection, desk) = filled(&fresh("both")).await;
    let file = written(&connection, &desk).await;
    let changed = Kept { text: "透早的市場真鬧熱".into(), marks: Marks::default() };
    desk.put(Kind::Article, changed.clone()).await.unwrap();
    let here = desk.summary().id;
    for (same, copies) in [(1, 1), (2, 0)] {
        let report = take_in(&connection, &file).await.unwrap();
        assert_eq!(report, Report { same, copies, ..Report::default() });
    }
    let database = connection.database().await.unwrap();
    assert_eq!(database.load(&here, Kind::Article).await.unwrap(), Some(changed));
    let titles: Vec<String> =
        database.summaries().await.unwrap().iter().map(|one| one.title().to_owned()).collect();
    assert_eq!(titles.len(), 3);
    assert!(titles.contains(&"透早的市場 2".to_owned()), "{titles:?}");
}

#[wasm_bindgen_test]
async fn what_is_no_backup_is_told_apart() {
    let connection = Connection::new(&fresh("bad"));
    for (text, bad) in [
        ("", Bad::NoJson),
        ("{\"format\":\"thakim-backup\",\"version\":1,\"art", Bad::NoJson),
        ("透早的市場", Bad::NoJson),
        ("null", Bad::Foreign),
        ("[1, 2]", Bad::Foreign),
        ("{\"format\":\"other\"}", Bad::Foreign),
        ("{\"format\":\"thakim-backup\"}", Bad::Foreign),
        ("{\"format\":\"thakim-backup\",\"version\":2,\"articles\":[]}", Bad::Newer(2)),
    ] {
        assert_eq!(take_in(&connection, &text.into()).await, Err(bad), "{text}");
    }
}

#[wasm_bindgen_test]
async fn of_a_damaged_file_the_rest_comes_in() {
    let connection = Connection::new(&fresh("damaged"));
    let text = "{\"format\":\"thakim-backup\",\"version\":1,\"later\":{},\"articles\":[
        7,
        {\"id\":\"a\",\"name\":\"無文\"},
        {\"id\":\"b\",\"text\":8},
        {\"id\":\"\",\"text\":\"無名\"},
        {\"id\":\"c/article\",\"text\":\"有線\"},
        {\"id\":\"d\",\"text\":\"好的\",\"saved\":\"昨昏\",\"colour\":\"red\"}]}";
    let report = take_in(&connection, &text.into()).await.unwrap();
    assert_eq!(report.new, 1);
    let lost: Vec<(usize, &str, Problem)> =
        report.lost.iter().map(|lost| (lost.place, lost.name.as_str(), lost.why.clone())).collect();
    let field = |name: &str| Problem::Field(name.to_owned());
    assert_eq!(
        lost,
        [
            (1, "", Problem::NoArticle),
            (2, "無文", field("text")),
            (3, "", field("text")),
            (4, "", field("id")),
            (5, "", field("id")),
        ]
    );
    let database = connection.database().await.unwrap();
    assert_eq!(database.summaries().await.unwrap()[0].title(), "好的");
}

#[wasm_bindgen_test]
async fn where_nothing_is_kept_the_article_of_this_tab_goes_out() {
    // A newer page has been here: this one keeps nothing.
    let name = fresh("memory");
    let newer = idb::Factory::new().unwrap().open(&name, Some(99)).unwrap().await.unwrap();
    let connection = Connection::new(&name);
    let desk = Desk::new(&connection, None);
    let text = Kept { text: "透早的市場".into(), marks: corrected() };
    assert!(desk.create("", text.clone()).await.is_err());
    let file = written(&connection, &desk).await;
    newer.close();

    let other = Connection::new(&fresh("saved"));
    assert_eq!(take_in(&other, &file).await.unwrap().new, 1);
    let database = other.database().await.unwrap();
    let id = database.summaries().await.unwrap()[0].id.clone();
    assert_eq!(database.load(&id, Kind::Article).await.unwrap(), Some(text));
}
