//! Words that are set apart, corrected, walked through, listed; passages.

use thakim_app::article::chunk::Chunker;
use thakim_app::article::flag::Flag;
use thakim_app::article::marks::{Correction, Marks, Seam, SeamKind};
use thakim_app::article::walk::{Direction, Walk};
use thakim_app::article::{Sheet, Toward, WINDOWED_FROM};
use thakim_document::export::{Form, Style};
use thakim_document::{Paragraph, Preference, Token};
use thakim_phonology::Notation;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

use super::support::{document, line, place, unknown, until, word};

/// A sheet with these paragraphs in it.
fn sheet_of(paragraphs: &[Paragraph], marks: Marks) -> (HtmlElement, Sheet) {
    let place = place();
    let sheet = Sheet::new(place.clone(), Style::default(), marks).unwrap();
    push(&sheet, paragraphs);
    (place, sheet)
}

fn push(sheet: &Sheet, paragraphs: &[Paragraph]) {
    let mut chunker = Chunker::default();
    for chunk in chunker.push(paragraphs.to_vec()).iter().chain(&chunker.finish()) {
        sheet.push(chunk);
    }
}

fn derived(surface: &str, reading: &str) -> Token {
    let mut token = word(surface, reading, 255);
    token.candidates[0].derived = true;
    token
}

/// 我行。 / 去𰀀銀行，甪 with 行 uncertain, 𰀀 unknown and 甪 derived.
fn paragraphs() -> Vec<Paragraph> {
    let mut walk = word("行", "kiânn", 100);
    walk.candidates.extend(word("行", "hîng", 80).candidates);
    vec![
        line(vec![word("我", "guá", 255), walk, Token::other("。")], "\n"),
        line(
            vec![
                word("去", "khì", 255),
                unknown("𰀀"),
                word("銀行", "gîn-hâng", 255),
                Token::other("，"),
                derived("甪", "lo̍k"),
            ],
            "\n",
        ),
    ]
}

fn correction(at: u32, surface: &str, reading: &str) -> Correction {
    let reading = Notation::Tl.parse(reading).unwrap();
    Correction { at, surface: surface.into(), reading }
}

fn counts(sheet: &Sheet) -> [u32; 4] {
    Flag::ALL.map(|flag| sheet.counts().get(flag))
}

fn classes(place: &HtmlElement) -> Vec<String> {
    let words = place.get_elements_by_class_name("w");
    (0..words.length()).map(|index| words.item(index).unwrap().class_name()).collect()
}

#[wasm_bindgen_test]
async fn each_kind_of_word_is_marked_and_listed() {
    let (place, sheet) = sheet_of(&paragraphs(), Marks::default());
    assert_eq!(classes(&place), ["w", "w uncertain", "w", "w", "w", "w derived"]);
    assert_eq!(counts(&sheet), [1, 1, 1, 0]);
    let entries = sheet.list(100).await;
    let listed: Vec<_> = entries
        .iter()
        .map(|entry| {
            (entry.flag, entry.at, format!("{}[{}]{}", entry.before, entry.surface, entry.behind))
        })
        .collect();
    assert_eq!(
        listed,
        [
            (Flag::Uncertain, 1, "我[行]。".to_owned()),
            (Flag::Unknown, 5, "去[𰀀]銀行，甪".to_owned()),
            (Flag::Derived, 9, "去𰀀銀行，[甪]".to_owned()),
        ]
    );
    assert!(sheet.list(0).await.is_empty());
    place.remove();
}

#[wasm_bindgen_test]
async fn a_correction_is_shown_counted_copied_and_taken_back() {
    let mut marks = Marks::default();
    marks.correct(correction(1, "行", "hîng"));
    marks.correct(correction(6, "行", "hâng"));
    let (place, sheet) = sheet_of(&paragraphs(), marks.clone());
    assert_eq!(sheet.finish(), [6], "another character stands there");
    assert_eq!(classes(&place)[1], "w corrected");
    assert_eq!(counts(&sheet), [0, 1, 1, 1]);
    assert_eq!((sheet.tally().corrected, sheet.tally().uncertain), (1, 0));
    let text = sheet.text(Form::Inline, Style::default()).await;
    assert!(text.starts_with("我(guá)行(hîng)。\n"), "{text}");

    marks.take_back(1);
    marks.correct(correction(7, "行", "hâng"));
    sheet.set_marks(marks);
    assert_eq!(classes(&place)[1], "w uncertain");
    assert_eq!(classes(&place)[4..6], ["w", "w corrected"], "銀 and 行 are words of their own now");
    assert_eq!(counts(&sheet), [1, 1, 1, 1]);
    let text = sheet.text(Form::Readings, Style::default()).await;
    assert!(text.contains("gîn hâng"), "{text}");
    place.remove();
}

#[wasm_bindgen_test]
async fn a_word_is_read_otherwise_wherever_it_stands() {
    let mut text = paragraphs();
    // Many sections: 我行。 once more in each of them.
    for _ in 0..10 {
        text.push(line(vec![Token::other("x".repeat(2_000))], "\n"));
        text.push(paragraphs().remove(0));
    }
    let (place, sheet) = sheet_of(&text, Marks::default());
    assert!(place.child_element_count() > 5);
    let places = sheet.places("行").await;
    assert_eq!((places.count(), places.readings.len()), (11, 1));
    let mut marks = Marks::default();
    marks.set_word("行", Some(correction(0, "行", "hîng").reading));
    marks.correct(correction(1, "行", "hâng"));
    assert_eq!(sheet.set_marks(marks.clone()), 0);
    assert_eq!(sheet.spread().await, 10, "one has a reading of its own");
    assert_eq!(counts(&sheet), [0, 1, 1, 11]);
    assert_eq!(sheet.spread().await, 0);
    until(|| place.query_selector_all(".corrected").unwrap().length() == 11).await;
    let readings: Vec<u32> =
        sheet.places("行").await.readings.iter().map(|(_, count)| *count).collect();
    assert_eq!(readings, [10, 1]);

    marks.set_word("行", None);
    sheet.set_marks(marks);
    assert_eq!(sheet.spread().await, 10);
    assert_eq!(counts(&sheet), [10, 1, 1, 1]);
    place.remove();
}

#[wasm_bindgen_test]
fn a_word_knows_its_neighbours_and_its_characters() {
    let mut marks = Marks::default();
    let seam = |kind| Seam { at: 7, before: "銀".into(), behind: "行".into(), kind };
    let (place, sheet) = sheet_of(&paragraphs(), marks.clone());
    let word = sheet.word_at(6).unwrap();
    assert_eq!(word.units(), ["銀", "行"]);
    assert_eq!((word.unit_at(1), word.part(1).token.surface.as_str()), (7, "行"));
    let surface = |token: Option<&Token>| token.map(|token| token.surface.clone());
    assert_eq!(surface(word.before.as_ref()).as_deref(), Some("𰀀"));
    assert_eq!(surface(word.behind.as_ref()), None, "a comma is no word");
    marks.set_seam(seam(SeamKind::Split));
    sheet.set_marks(marks.clone());
    assert_eq!(sheet.word_at(6).unwrap().token.surface, "銀");
    marks.set_seam(seam(SeamKind::Join));
    sheet.set_marks(marks);
    assert_eq!(sheet.word_at(6).unwrap().token.surface, "銀行");
    assert_eq!(sheet.word_from(10).unwrap().at.letter, 4);
    place.remove();
}

#[wasm_bindgen_test]
fn the_keys_lead_from_word_to_word_by_one_tab_stop() {
    let (place, sheet) = sheet_of(&paragraphs(), Marks::default());
    let stops = || place.query_selector_all("[tabindex]").unwrap();
    let step = sheet.step(Walk::ToCheck, Direction::Next).unwrap();
    assert_eq!((step.number, step.of), (1, 3));
    sheet.focus(None);
    let focused = || document().active_element().unwrap();
    assert_eq!(focused().get_attribute("aria-label").unwrap(), "行 kiânn，不確定");
    assert_eq!(focused().get_attribute("role").as_deref(), Some("button"));
    assert!(sheet.go(Toward::Behind));
    sheet.focus(None);
    assert_eq!(focused().get_attribute("aria-label").unwrap(), "去 khì");
    assert!(sheet.go(Toward::Above));
    assert_eq!(sheet.word(sheet.current().unwrap()).unwrap().token.surface, "我");
    assert!(sheet.go(Toward::Below));
    assert_eq!(sheet.word(sheet.current().unwrap()).unwrap().token.surface, "去");
    assert!(sheet.go(Toward::Before));
    assert!(sheet.go(Toward::Before));
    assert!(!sheet.go(Toward::Before), "it is the first");
    assert_eq!(stops().length(), 1);
    assert_eq!(place.query_selector_all("[role], [aria-label]").unwrap().length(), 1);
    place.remove();
}

#[wasm_bindgen_test]
fn a_word_knows_its_place_in_the_text_and_keeps_the_focus_when_it_is_made_anew() {
    let (place, sheet) = sheet_of(&paragraphs(), Marks::default());
    let word = sheet.word_at(7).unwrap();
    assert_eq!((word.token.surface.as_str(), word.at.letter, word.at.byte), ("銀行", 6, 17));
    assert_eq!((word.line.as_str(), word.line_start.letter), ("去𰀀銀行，甪", 4));
    assert_eq!(sheet.word_at(2), None, "a full stop is no word");
    assert_eq!(sheet.word_at(99), None);
    sheet.show(word.place);
    sheet.focus(None);
    let mut marks = Marks::default();
    marks.correct(correction(6, "銀行", "gûn-hâng"));
    sheet.set_marks(marks);
    let focused = document().active_element().unwrap();
    assert_eq!(focused.class_name(), "w corrected here");
    assert_eq!(focused.get_attribute("aria-label").unwrap(), "銀行 gûn-hâng，改過");
    place.remove();
}

#[wasm_bindgen_test]
async fn the_same_text_read_otherwise_takes_its_place() {
    let (place, sheet) = sheet_of(&paragraphs(), Marks::default());
    let first = place.first_element_child().unwrap();
    let mut other = paragraphs();
    other[0].tokens[1] = word("行", "hîng", 255);
    other[1].tokens[4] = word("甪", "lo̍k", 255);
    sheet.renew();
    push(&sheet, &other);
    assert!(sheet.finish().is_empty());
    until(|| classes(&place) == ["w"; 6]).await;
    assert_eq!(counts(&sheet), [0, 0, 1, 0]);
    assert_eq!((sheet.tally().han, sheet.tally().uncertain), (7, 0));
    assert!(place.first_element_child().unwrap().is_same_node(Some(&first)));

    // Another text, which is shorter.
    sheet.renew();
    push(&sheet, &[line(vec![word("我", "guá", 255)], "")]);
    assert!(sheet.finish().is_empty());
    assert_eq!((classes(&place).len(), sheet.tally().han), (1, 1));
    place.remove();
}

#[wasm_bindgen_test]
fn passages_show_at_their_edge() {
    let mut marks = Marks::default();
    marks.set_passage(10, 29, Preference::Literary);
    let (place, sheet) = sheet_of(&paragraphs(), marks);
    let lines = place.query_selector_all("[data-readings=literary]").unwrap();
    assert_eq!(lines.length(), 1);
    assert_eq!(lines.get(0).unwrap().text_content().unwrap(), "去(khì)𰀀銀(gîn)行(hâng)，甪(lo̍k)");
    let button = place.query_selector(".edge").unwrap().unwrap();
    assert_eq!(button.get_attribute("data-to").as_deref(), Some("29"));
    assert_eq!(button.get_attribute("aria-label").unwrap(), "從這一段起用文讀音；按一下可以改");

    assert_eq!(sheet.lines(0, 0), Some((0, 10, 1)));
    assert_eq!(sheet.lines(3, 12), Some((0, 30, 2)));
    place.remove();

    // A line of four pieces over two chunks, and one behind it.
    let piece = |ending| line(vec![Token::other("x".repeat(2_000))], ending);
    let paragraphs = [piece("\n"), piece(""), piece(""), piece(""), piece("\n"), piece("")];
    let (place, sheet) = sheet_of(&paragraphs, Marks::default());
    assert!(place.child_element_count() > 2);
    let long = (2_001, 10_002, 1);
    for byte in [2_001, 5_000, 8_500, 10_001] {
        assert_eq!(sheet.lines(byte, byte), Some(long), "{byte}");
    }
    assert_eq!(sheet.lines(0, 10_002), Some((0, 12_002, 3)));
    assert_eq!(sheet.lines(5_000, 99_999), Some((2_001, 12_002, 2)));
    place.remove();
}

#[wasm_bindgen_test]
async fn classical_lines_are_found_but_for_those_with_readings_of_their_own() {
    let mut paragraphs = paragraphs();
    let classical = |text: &str, ending: &str| Paragraph {
        classical: true,
        ..line(vec![word(text, "guá", 255)], ending)
    };
    paragraphs.insert(0, classical("學", "\n"));
    paragraphs.extend([classical("時", ""), classical("習", "\n"), classical("說", "\n")]);
    paragraphs.push(line(vec![word("我", "guá", 255)], "\n"));
    paragraphs.push(classical("乎", ""));
    let (place, sheet) = sheet_of(&paragraphs, Marks::default());
    assert_eq!((sheet.classical_lines(), sheet.tally().classical), (4, 5));
    // The short lines between them come along.
    assert_eq!(sheet.classical().await, [(0, 52)]);
    let mut marks = Marks::default();
    marks.set_passage(34, 41, Preference::Colloquial);
    sheet.set_marks(marks);
    sheet.renew();
    push(&sheet, &paragraphs);
    assert_eq!(sheet.classical_lines(), 3);
    assert_eq!(sheet.classical().await, [(0, 4), (41, 52)]);
    place.remove();
}

#[wasm_bindgen_test]
async fn a_word_far_away_in_a_long_article_is_shown_and_tab_finds_its_way() {
    let place = place();
    let sheet = Sheet::new(place.clone(), Style::default(), Marks::default()).unwrap();
    let mut chunker = Chunker::default();
    let lines = WINDOWED_FROM as usize / 5;
    let plain = || line(vec![word("我", "guá", 255), Token::other("123456789")], "\n");
    for index in 0..lines {
        let next = if index == lines - 100 { paragraphs().remove(0) } else { plain() };
        for chunk in chunker.push(vec![next]) {
            sheet.push(&chunk);
        }
    }
    let step = sheet.step(Walk::ToCheck, Direction::Next).unwrap();
    assert_eq!((step.number, step.of), (1, 1));
    let here = place.query_selector(".here").unwrap().unwrap();
    assert!(here.get_bounding_client_rect().top() > 0.0);
    let height = web_sys::window().unwrap().inner_height().unwrap().as_f64().unwrap();
    assert!(here.get_bounding_client_rect().bottom() < height);
    // Far from there, Tab still leads to a word.
    sheet.look_away();
    let first = place.first_element_child().unwrap();
    until(|| {
        first.scroll_into_view();
        first.child_element_count() > 0 && !here.is_connected()
    })
    .await;
    until(|| place.query_selector_all("[tabindex='0']").unwrap().length() == 1).await;
    place.remove();
}
