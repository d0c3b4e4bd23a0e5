//! Ruby, switching, long articles.

use thakim_app::article::chunk::{Begins, Chunker};
use thakim_app::article::flag::Flag;
use thakim_app::article::marks::{Marks, Position};
use thakim_app::article::ruby::RubyWriter;
use thakim_app::article::ruby::Stretch;
use thakim_app::article::walk::{Direction, Walk};
use thakim_app::article::{Sheet, WINDOWED_FROM};
use thakim_app::language::Language;
use thakim_document::export::Form;
use thakim_document::export::Style;
use thakim_document::{Paragraph, Token};
use thakim_phonology::{Notation, ToneStyle, WriteOptions};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Element;

use super::support::{document, line, place, unknown, until, word};

fn style(notation: Notation, tones: ToneStyle) -> Style {
    Style { notation, options: WriteOptions::new(tones), ..Style::default() }
}

fn write(writer: &RubyWriter, place: &Element, paragraphs: &[Paragraph], begins: Begins) {
    let stretch = Stretch { paragraphs, begins, start: Position::default(), new: &[] };
    writer.write(place, stretch, &Marks::default());
}

/// The markup of one line.
fn written(tokens: Vec<Token>, style: Style) -> String {
    let writer = RubyWriter::new(document(), style).unwrap();
    let place = place();
    write(&writer, &place, &[line(tokens, "")], Begins::Line);
    place.inner_html()
}

#[wasm_bindgen_test]
fn a_word_is_ruby_with_parentheses_and_a_language() {
    let html = written(
        vec![word("臺灣", "tâi-uân", 255), Token::other("，<b>&")],
        style(Notation::Tl, ToneStyle::Mark),
    );
    let ruby = |base: &str, reading: &str| {
        format!("<ruby>{base}<rp>(</rp><rt lang=\"nan-Latn-tailo\">{reading}</rt><rp>)</rp></ruby>")
    };
    let word = format!("<span class=\"w\">{}{}</span>", ruby("臺", "tâi"), ruby("灣", "uân"));
    assert_eq!(html, format!("<p class=\"para\" data-at=\"0\">{word}，&lt;b&gt;&amp;</p>"));
}

#[wasm_bindgen_test]
fn unknown_and_uncertain_characters_are_marked() {
    Language::Mandarin.speak();
    let html = written(
        vec![unknown("𰀀"), word("試", "tshì", 100)],
        style(Notation::Tl, ToneStyle::Number),
    );
    assert!(
        html.contains("<ruby class=\"unknown\" title=\"沒有讀音\">𰀀<rt></rt></ruby>"),
        "{html}"
    );
    assert!(html.contains("<span class=\"w uncertain\"><ruby>試"), "{html}");
    assert!(html.contains(">tshi3</rt>"), "{html}");
}

#[wasm_bindgen_test]
fn lines_are_as_they_were_and_a_cut_line_is_one() {
    let writer = RubyWriter::new(document(), Style::default()).unwrap();
    let place = place();
    let text = |text: &str, ending| line(vec![Token::other(text)], ending);
    let paragraphs = [text("一", "\n"), line(vec![], "\r\n"), text("二", ""), text("三", "\n")];
    write(&writer, &place, &paragraphs, Begins::MidLine);
    assert_eq!(
        place.inner_html(),
        "<p class=\"para rest\" data-at=\"0\">一</p><p class=\"para blank\" data-at=\"4\"></p>\
         <p class=\"para\" data-at=\"6\">二三</p>"
    );
}

#[wasm_bindgen_test]
async fn switching_the_notation_needs_no_new_data() {
    let place = place();
    let sheet =
        Sheet::new(place.clone(), style(Notation::Tl, ToneStyle::Mark), Marks::default()).unwrap();
    let mut chunker = Chunker::default();
    let paragraphs = (0..40).map(|_| line(vec![word("青菜", "tshenn-tshài", 255)], "\n")).collect();
    for chunk in chunker.push(paragraphs) {
        sheet.push(&chunk);
    }
    let readings = || {
        let all = place.query_selector_all("rt").unwrap();
        (0..all.length()).map(|index| all.get(index).unwrap().text_content().unwrap()).collect()
    };
    let first: Vec<String> = readings();
    assert_eq!((first.len(), first[0].as_str(), first[79].as_str()), (80, "tshenn", "tshài"));
    sheet.set_look(style(Notation::Poj, ToneStyle::Mark));
    until(|| readings().first().is_some_and(|reading: &String| reading == "chheⁿ")).await;
    assert_eq!(readings().len(), 80);
    sheet.set_look(style(Notation::Tl, ToneStyle::None));
    until(|| readings().last().is_some_and(|reading: &String| reading == "tshai")).await;
}

/// A sheet with `lines` lines of ten characters each, the last of which is unknown.
fn long_sheet(lines: usize) -> (web_sys::HtmlElement, Sheet) {
    let place = place();
    let sheet = Sheet::new(place.clone(), Style::default(), Marks::default()).unwrap();
    let mut chunker = Chunker::default();
    for _ in 0..lines.div_ceil(1_000) {
        let one = || line(vec![Token::other("123456789"), unknown("𰀀")], "\n");
        for chunk in chunker.push((0..lines.min(1_000)).map(|_| one()).collect()) {
            sheet.push(&chunk);
        }
    }
    (place, sheet)
}

#[wasm_bindgen_test]
async fn a_short_article_is_filled_to_its_end() {
    let (place, sheet) = long_sheet(3_000);
    assert!(sheet.tally().chars < WINDOWED_FROM);
    assert_eq!((sheet.tally().han, sheet.tally().unknown), (3_000, 3_000));
    let count = || place.query_selector_all("ruby").unwrap().length();
    until(|| count() == 3_000).await;
    place.remove();
}

#[wasm_bindgen_test]
async fn of_a_long_article_only_what_is_near_is_filled() {
    let (place, sheet) = long_sheet(60_000);
    assert!(sheet.tally().chars >= WINDOWED_FROM);
    let sections = place.child_element_count();
    assert!(sections >= 200, "{sections} sections");
    let filled = || place.query_selector_all("section:not(:empty)").unwrap().length();
    let first = place.first_element_child().unwrap();
    let last = place.last_element_child().unwrap();
    first.scroll_into_view();
    until(|| first.child_element_count() > 0 && filled() < sections / 4).await;
    assert_eq!(last.child_element_count(), 0);
    // Emptied and filled sections take their true height, which moves what is below.
    until(|| {
        last.scroll_into_view();
        last.child_element_count() > 0 && first.child_element_count() == 0
    })
    .await;
    assert!(filled() < sections / 4, "{} of {sections}", filled());
    assert!(
        first.get_bounding_client_rect().height() > 100.0,
        "an emptied section keeps its place"
    );
    place.remove();
}

#[wasm_bindgen_test]
fn the_next_unknown_character_is_marked_even_where_nothing_was_filled() {
    let (place, sheet) = long_sheet(20_000);
    for number in 1..=3 {
        let step = sheet.step(Walk::Only(Flag::Unknown), Direction::Next).unwrap();
        assert_eq!((step.number, step.of), (number, 20_000));
    }
    let here = place.query_selector_all(".here").unwrap();
    assert_eq!(here.length(), 1);
    let third = place.query_selector_all(".w").unwrap().get(2);
    assert!(third.unwrap().is_same_node(here.get(0).as_ref()));
    // The last one is one step back from the first, in a section that was empty.
    let last = place.last_element_child().unwrap();
    assert_eq!(last.child_element_count(), 0);
    for _ in 0..3 {
        sheet.step(Walk::ToCheck, Direction::Previous).unwrap();
    }
    let here = place.query_selector(".here").unwrap().unwrap();
    assert!(last.contains(Some(&here)));
    place.remove();
}

#[wasm_bindgen_test]
async fn an_article_is_copied_in_three_forms() {
    let place = place();
    let sheet = Sheet::new(place, Style::default(), Marks::default()).unwrap();
    let mut chunker = Chunker::default();
    let tokens = vec![word("臺灣", "tâi-uân", 255), unknown("𰀀"), Token::other("。")];
    for chunk in chunker.push(vec![line(tokens, "\r\n")]) {
        sheet.push(&chunk);
    }
    let style = Style::default();
    assert_eq!(sheet.text(Form::Inline, style).await, "臺(tâi)灣(uân)𰀀。\r\n");
    assert_eq!(sheet.text(Form::Readings, style).await, "tâi-uân 𰀀。\r\n");
    assert_eq!(sheet.text(Form::Characters, style).await, "臺灣𰀀。\r\n");
}
