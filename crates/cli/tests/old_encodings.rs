//! Characters that old encodings and fonts lack, over the whole dictionary.

use std::path::PathBuf;

use thakim_engine::{Engine, Options};
use thakim_lexicon::Lexicon;
use thakim_lexicon::build::{Options as Build, check, compile};
use thakim_phonology::{Notation, WriteOptions};

fn engine() -> Engine {
    let dict = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../dict");
    let (sources, faults) = check(&dict);
    assert!(faults.is_empty(), "{} faults; `thakim dict check` lists them", faults.len());
    let lexicon = Lexicon::open(compile(&sources, &Build::default())).expect("it opens");
    Engine::new(lexicon).expect("a dictionary with its model")
}

#[test]
fn a_character_that_is_taken_apart_has_one_syllable() {
    let engine = engine();
    let readings = |text: &str| {
        let document = engine.annotate(text, &Options::default());
        assert_eq!(document.text(), text);
        let paragraph = &document.paragraphs[0];
        let readings = paragraph.tokens.iter().filter_map(|token| {
            assert_eq!(token.units().count(), token.reading()?.len(), "{text}");
            Some(Notation::Tl.write(token.reading()?, &WriteOptions::default()))
        });
        readings.collect::<Vec<String>>().join(" ")
    };
    for (apart, whole) in [("伊勿會來。", "伊𣍐來。"), ("我勿會曉。", "我𣍐曉。"), ("勿会", "𣍐")]
    {
        assert_eq!(readings(apart), readings(whole));
        assert!(readings(apart).contains('b'), "{}", readings(apart));
    }
}

#[test]
fn private_use_characters_of_hkscs_are_read_as_what_they_stand_for() {
    let engine = engine();
    // FA40 of Big5 with HKSCS is U+20547; code page 950 keeps that code at U+E000.
    let [private, usual] = ["真\u{E000}", "真\u{20547}"].map(|text| {
        let document = engine.annotate(text, &Options::default());
        assert_eq!(document.text(), text);
        let readings = document.paragraphs[0].tokens.iter().filter_map(|token| token.reading());
        readings.flat_map(|reading| reading.syllables().to_vec()).collect::<Vec<_>>()
    });
    assert_eq!(private.len(), 2);
    assert_eq!(private, usual);
    // A code that nobody gave a character is no Han character that can be read, and no fault.
    let unknown = engine.annotate("\u{F8FE}", &Options::default());
    assert!(unknown.paragraphs[0].tokens.iter().all(|token| token.reading().is_none()));
}
