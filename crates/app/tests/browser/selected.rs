//! What of the text a selection of the page holds.

use thakim_app::article::Sheet;
use thakim_app::article::chunk::Chunker;
use thakim_app::article::marks::Marks;
use thakim_document::export::{Form, Style};
use thakim_document::{Paragraph, Token};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{HtmlElement, Node, Range};

use super::support::{document, line, place, word};

/// 臺灣人。 / (nothing) / a𪛖入來
fn sheet() -> (HtmlElement, Sheet) {
    let place = place();
    let sheet = Sheet::new(place.clone(), Style::default(), Marks::default()).unwrap();
    let paragraphs: [Paragraph; 3] = [
        line(
            vec![word("臺灣", "tâi-uân", 255), word("人", "lâng", 255), Token::other("。")],
            "\r\n",
        ),
        line(vec![], "\n"),
        line(vec![Token::other("a𪛖"), word("入來", "ji̍p--lâi", 255)], "\n"),
    ];
    let mut chunker = Chunker::default();
    for chunk in chunker.push(paragraphs.to_vec()).iter().chain(&chunker.finish()) {
        sheet.push(chunk);
    }
    (place, sheet)
}

fn range(start: (&Node, u32), end: (&Node, u32)) -> Range {
    let range = document().create_range().unwrap();
    range.set_start(start.0, start.1).unwrap();
    range.set_end(end.0, end.1).unwrap();
    range
}

fn text(sheet: &Sheet, range: &Range, form: Form) -> Option<String> {
    let part = sheet.selected(range)?;
    sheet.part(part, &[form], &Style::default()).pop()
}

const WHOLE: &str = "臺灣人。\r\n\na𪛖入來\n";

#[wasm_bindgen_test]
fn everything_is_the_whole_text() {
    let (place, sheet) = sheet();
    let body: Node = document().body().unwrap().into();
    let all = range((&body, 0), (&body, body.child_nodes().length()));
    assert_eq!(text(&sheet, &all, Form::Characters).as_deref(), Some(WHOLE));
    let article = range((&place, 0), (&place, place.child_nodes().length()));
    assert_eq!(text(&sheet, &article, Form::Characters).as_deref(), Some(WHOLE));
    let section: Node = place.first_child().unwrap();
    let lines = range((&section, 0), (&section, 2));
    assert_eq!(text(&sheet, &lines, Form::Characters).as_deref(), Some("臺灣人。\r\n\n"));
    // What lies beside the article is none of it.
    let before = document().create_element("p").unwrap();
    before.set_text_content(Some("elsewhere"));
    place.parent_node().unwrap().insert_before(&before, Some(&place)).unwrap();
    let elsewhere = range((&before, 0), (&before, 1));
    assert_eq!(sheet.selected(&elsewhere), None);
    let reaching = range((&before, 0), (&section, 1));
    assert_eq!(text(&sheet, &reaching, Form::Characters).as_deref(), Some("臺灣人。\r\n"));
}

#[wasm_bindgen_test]
fn words_are_cut_where_the_selection_is() {
    let (place, sheet) = sheet();
    let base = |ruby: u32| {
        let rubies = place.get_elements_by_tag_name("ruby");
        Node::from(rubies.item(ruby).unwrap()).first_child().unwrap()
    };
    let within = range((&base(1), 0), (&base(2), 1));
    assert_eq!(text(&sheet, &within, Form::Inline).as_deref(), Some("灣(uân)人(lâng)"));
    let over_lines = range((&base(2), 0), (&base(3), 1));
    assert_eq!(text(&sheet, &over_lines, Form::Characters).as_deref(), Some("人。\r\n\na𪛖入"));
    let neutral = range((&base(4), 0), (&base(4), 1));
    assert_eq!(text(&sheet, &neutral, Form::Readings).as_deref(), Some("--lâi"));
    // Within a pair of surrogates: the character is whole.
    let other = place.last_child().unwrap().last_child().unwrap().first_child().unwrap();
    let half = range((&other, 1), (&other, 2));
    assert_eq!(text(&sheet, &half, Form::Characters).as_deref(), Some("𪛖"));
    assert_eq!(sheet.selected(&range((&other, 1), (&other, 1))), None);
}

#[wasm_bindgen_test]
fn in_a_reading_it_is_with_its_character() {
    let (place, sheet) = sheet();
    let readings = place.get_elements_by_tag_name("rt");
    let reading = |index: u32| Node::from(readings.item(index).unwrap()).first_child().unwrap();
    let between = range((&reading(0), 1), (&reading(1), 2));
    assert_eq!(text(&sheet, &between, Form::Characters).as_deref(), Some("臺灣"));
}
