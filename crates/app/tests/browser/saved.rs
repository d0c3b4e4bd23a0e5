//! Articles that travel: as JSON, in a file, in a link.

use thakim_app::article::marks::{Correction, Marks, Offer};
use thakim_app::saved::{Saved, SavedError, file, link};
use thakim_document::Preference;
use thakim_document::export::{Head, Page, Style};
use thakim_phonology::Notation;
use wasm_bindgen_test::wasm_bindgen_test;

/// An article with everything that can be wanted of one, and every kind of character.
fn saved() -> Saved {
    let mut marks = Marks::reading(Preference::Literary);
    marks.offer = Offer::Declined;
    marks.set_passage(0, 9, Preference::Colloquial);
    let reading = Notation::Tl.parse("ji̍p--lâi").unwrap();
    marks.correct(Correction { at: 7, surface: "入來".into(), reading });
    Saved {
        title: "</script>\"'\\".into(),
        text: "a\r\nb\u{2028}\u{FEFF}\0<!-- 𪛖\u{E0100}\t</SCRIPT>\r".into(),
        marks,
        settings: "POJ number dialect=zhang".into(),
    }
}

/// The file with this article.
fn html(saved: &Saved) -> String {
    let head = Head { article: saved.to_json(), ..Head::default() };
    let page = Page::new(vec![Style::default()], 0);
    let mut html = String::new();
    page.begin(&mut html, &head);
    page.finish(&mut html, &head, &[]);
    html
}

#[wasm_bindgen_test]
fn json_brings_everything_back() {
    let json = saved().to_json();
    assert!(!json.contains('<'), "{json}");
    assert_eq!(Saved::from_json(&json), Ok(saved()));
    let empty = Saved::default();
    assert_eq!(Saved::from_json(&empty.to_json()), Ok(empty));
}

#[wasm_bindgen_test]
fn json_that_is_not_ours_or_damaged_says_so() {
    let json = saved().to_json();
    let changed = |from: &str, to: &str| Saved::from_json(&json.replacen(from, to, 1));
    for (found, expected) in [
        (Saved::from_json(""), SavedError::Damaged),
        (Saved::from_json("[1,2]"), SavedError::Foreign),
        (Saved::from_json("null"), SavedError::Foreign),
        (Saved::from_json("{\"format\":{}}"), SavedError::Foreign),
        (Saved::from_json(&json[..json.len() / 2]), SavedError::Damaged),
        (changed("thakim-article", "other"), SavedError::Foreign),
        (changed("\"version\":1", "\"version\":2"), SavedError::Newer { version: 2 }),
        (changed("\"version\":1", "\"version\":-1"), SavedError::Damaged),
        (changed("\"version\":1", "\"version\":\"1\""), SavedError::Damaged),
        (changed("\"a\\r", "\"b\\r"), SavedError::Damaged),
        (changed("literary", "auto"), SavedError::Damaged),
        (changed("\"title\"", "\"name\""), SavedError::Damaged),
        (changed("\"sum\"", "\"som\""), SavedError::Damaged),
    ] {
        assert_eq!(found, Err(expected));
    }
}

#[wasm_bindgen_test]
fn a_file_brings_everything_back() {
    let file = html(&saved());
    assert_eq!(file::open(&file.as_str().into()), Some(Ok(saved())));
    // Whatever stands around the block does not matter.
    let around = format!("\u{FEFF}<!-- x -->\n{}", file.replace("<body>", "<body><p>more</p>"));
    assert_eq!(file::open(&around.as_str().into()), Some(Ok(saved())));
    let start = file.find("<script").unwrap();
    assert_eq!(file::open(&file[..start].into()), Some(Err(SavedError::Damaged)));
    for other in ["", "臺灣", "<!DOCTYPE html><p>thakim</p>", "thakim-article"] {
        assert_eq!(file::open(&other.into()), None, "{other}");
    }
}

#[wasm_bindgen_test]
async fn a_link_brings_everything_back() {
    let link = link::write("https://example.org", &saved()).await.unwrap();
    let (address, fragment) = link.split_once('#').unwrap();
    assert!(address.starts_with("https://example.org/"), "{link}");
    assert!(link::is_ours(fragment) && !fragment.contains(['+', '/', '=', '%']), "{link}");
    assert_eq!(link::read(fragment).await, Ok(saved()));
    // A part of it is told from the whole, wherever it was cut.
    for length in [10, 20, fragment.len() / 2, fragment.len() - 2] {
        assert!(link::read(&fragment[..length]).await.is_err(), "{length}");
    }
}

#[wasm_bindgen_test]
async fn what_does_not_fit_into_a_link_is_told() {
    let mut state = 1u32;
    let mut any = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        char::from_u32(0x4E00 + (state >> 8) % 20_000).unwrap()
    };
    let text: String = (0..20_000).map(|_| any()).collect();
    let too_long = link::write("https://example.org", &Saved { text, ..saved() }).await;
    assert!(too_long.unwrap_err().chars > link::LONGEST);
    // Text that repeats packs well, and is still unpacked.
    let long = Saved { text: "天地玄黃".repeat(100_000), ..saved() };
    let link = link::write("https://example.org", &long).await.unwrap();
    assert_eq!(link::read(link.split_once('#').unwrap().1).await, Ok(long));
    let bomb = Saved { text: "a".repeat(6 << 20), ..saved() };
    let link = link::write("https://example.org", &bomb).await.unwrap();
    let read = link::read(link.split_once('#').unwrap().1).await;
    assert_eq!(read, Err(SavedError::TooLarge));
}
