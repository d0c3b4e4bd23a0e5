//! The engine over a small dictionary that is written out here.

mod small;

use expect_test::{Expect, expect};
use proptest::prelude::*;
use thakim_document::export::{Style, readings};
use thakim_document::{Document, Origin, units};
use thakim_engine::{Engine, Options};

fn engine() -> Engine {
    Engine::new(small::lexicon()).expect("a dictionary without a model")
}

/// The tokens of a text, parted by `|`, unknown characters with `?`, each line on its own.
fn check(text: &str, expected: Expect) {
    let document = engine().annotate(text, &Options::default());
    assert_holds(&document, text);
    let lines: Vec<String> = document
        .paragraphs
        .iter()
        .map(|paragraph| {
            let tokens = paragraph.tokens.iter().map(|token| {
                let unknown = if token.origin == Origin::Unknown { "?" } else { "" };
                format!("{}{unknown}", token.surface)
            });
            let tokens: Vec<String> = tokens.collect();
            format!("{} => {}", tokens.join("|"), readings(paragraph, &Style::default()))
        })
        .collect();
    expected.assert_eq(&lines.join("\n"));
}

/// What is true of every document.
fn assert_holds(document: &Document, text: &str) {
    assert_eq!(document.text(), text);
    for token in document.paragraphs.iter().flat_map(|paragraph| &paragraph.tokens) {
        assert!(!token.surface.is_empty());
        let read = matches!(token.origin, Origin::Word | Origin::Character);
        assert_eq!(read, !token.candidates.is_empty(), "{token:?}");
        for candidate in &token.candidates {
            assert_eq!(candidate.reading.len(), units(&token.surface).count(), "{token:?}");
        }
    }
}

#[test]
fn words_win_over_characters() {
    check("今仔日學生", expect!["今仔日|學生 => kin-á-ji̍t ha̍k-sing"]);
}

#[test]
fn what_is_not_han_stays() {
    check("「食飯」，OK? 好", expect!["「|食飯|」，OK? |好 => 「tsia̍h-pn̄g」，OK? hó"]);
}

#[test]
fn lines_stay_lines() {
    check(
        "食飯\r\n\n好\n",
        expect![[r#"
        食飯 => tsia̍h-pn̄g
         => 
        好 => hó
         => "#]],
    );
}

#[test]
fn an_unknown_character_is_a_token_without_a_reading() {
    check("好\u{2A6D6}\u{2A6D6}好", expect!["好|𪛖?|𪛖?|好 => hó 𪛖 𪛖 hó"]);
}

#[test]
fn simplified_forms_and_variants_are_read_as_what_they_stand_for() {
    check("学生去台湾", expect!["学生|去|台湾 => ha̍k-sing khì Tâi-uân"]);
    check("皇后在后面", expect!["皇后|在|后面 => hông-hiō tsāi āu-bīn"]);
}

#[test]
fn a_character_keeps_the_readings_of_what_else_it_may_stand_for() {
    let document = engine().annotate("后", &Options::default());
    let candidates = &document.paragraphs[0].tokens[0].candidates;
    let written: Vec<String> =
        candidates.iter().map(|candidate| Style::default().reading(&candidate.reading)).collect();
    assert_eq!(written, ["hiō", "āu"]);
    check("台灣／臺灣", expect!["台灣|／|臺灣 => Tâi-uân／Tâi-uân"]);
}

#[test]
fn compatibility_ideographs_are_read() {
    // U+F9C4 is 龍, U+2F26 is 子 as a radical.
    check("\u{F9C4}\u{2F26}", expect!["龍|⼦ => liông tsú"]);
}

#[test]
fn a_variation_selector_belongs_to_its_character() {
    check("学\u{E0100}生", expect!["学󠄀生 => ha̍k-sing"]);
}

#[test]
fn an_iteration_mark_repeats() {
    check("人々", expect!["人|々 => lâng lâng"]);
    check("々", expect!["々? => 々"]);
}

#[test]
fn alternatives_are_ranked_and_share_the_evidence() {
    let document = engine().annotate("人", &Options::default());
    let token = &document.paragraphs[0].tokens[0];
    assert_eq!(token.candidates.len(), 2);
    assert!(token.candidates[0].share > token.candidates[1].share);
    let sum: u32 = token.candidates.iter().map(|candidate| u32::from(candidate.share)).sum();
    assert!((253..=257).contains(&sum), "{sum}");
}

#[test]
fn paragraphs_do_not_depend_on_each_other() {
    let engine = engine();
    let text = "今仔日食飯。\n學生去臺灣。\n".repeat(50);
    let whole = engine.annotate(&text, &Options::default());
    let parts: Vec<_> = text
        .split_inclusive('\n')
        .map(|line| engine.annotate(line, &Options::default()).paragraphs.remove(0))
        .collect();
    assert_eq!(whole.paragraphs[..parts.len()], parts);
}

#[test]
fn a_very_long_line_is_annotated() {
    let text = "今仔日學生食飯".repeat(20_000);
    let document = engine().annotate(&text, &Options::default());
    assert_holds(&document, &text);
    assert!(document.paragraphs.len() > 1);
}

#[test]
fn a_line_of_many_variants_ends() {
    let text = "台湾学后".repeat(5_000);
    assert_holds(&engine().annotate(&text, &Options::default()), &text);
}

proptest! {
    #[test]
    fn any_text_comes_back(text in any::<String>()) {
        assert_holds(&engine().annotate(&text, &Options::default()), &text);
    }

    #[test]
    fn any_han_text_comes_back(text in "[今仔日學生食飯人后台湾学々\u{FE00}\u{E0100}\u{F9C4}a，\r\n]{0,80}") {
        assert_holds(&engine().annotate(&text, &Options::default()), &text);
    }
}
