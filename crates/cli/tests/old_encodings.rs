//! Characters of old encodings over the whole dictionary.

use std::path::PathBuf;

use thakim_engine::{Engine, Options};
use thakim_lexicon::Lexicon;
use thakim_lexicon::build::{Options as Build, check, compile};

#[test]
fn private_use_characters_of_hkscs_are_read_as_what_they_stand_for() {
    let dict = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../dict");
    let (sources, faults) = check(&dict);
    assert!(faults.is_empty(), "{} faults; `thakim dict check` lists them", faults.len());
    let lexicon = Lexicon::open(compile(&sources, &Build::default())).expect("it opens");
    let engine = Engine::new(lexicon).expect("a dictionary with its model");
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
