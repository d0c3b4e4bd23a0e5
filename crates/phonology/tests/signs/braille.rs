//! 臺語點字.

use super::*;

const BRAILLE: Notation = Notation::Braille;

#[test]
fn every_syllable_that_has_cells_comes_back() {
    let trips = trips(BRAILLE, &WriteOptions::default());
    trips.assert_silence_is_explained(checked_ninth);
    assert_eq!(trips.silent_tones(), [6]);
    assert_eq!(
        trips.silent_finals(),
        [
            "ee", "eeh", "eenn", "eennh", "ei", "eih", "ek", "em", "en", "eng", "ep", "er", "ere",
            "ereh", "erh", "erk", "erm", "ern", "erng", "erp", "ert", "eru", "et", "iai", "iaih",
            "ie", "ioo", "iooh", "ior", "iorh", "ir", "irh", "iri", "irih", "irinn", "irinnh",
            "irk", "irm", "irn", "irng", "irp", "irt", "iut", "oi", "oih", "om", "op", "or", "orh",
            "uak", "uang", "uee", "ueeh", "ueenn", "ueennh",
        ]
    );
    assert_eq!(trips.changed(), [""; 0]);
    println!("點字: {}‰", trips.permille());
}

#[test]
fn cells_are_those_of_the_published_table() {
    both_ways(
        BRAILLE,
        &WriteOptions::default(),
        &[
            ("tâi-uân-lâng", "⠙⠜⠆⠻⠆⠇⠭⠆"),
            ("guá sī", "⠛⠺⠂ ⠎⠊⠒"),
            ("tsia̍h-pn̄g", "⠡⠽⠔⠏⠬⠒"),
            ("sann", "⠠⠎⠁⠤"),
            ("nn̄g", "⠝⠬⠒"),
            ("m̄", "⠍⠒"),
            ("kok", "⠟⠯⠢"),
            ("tsa̍p", "⠡⠩⠔"),
            ("tshit", "⠉⠖⠢"),
            ("a̋ng-âng-âng", "⠭⠃⠭⠆⠭⠆"),
            ("khì--ah", "⠅⠊⠄--⠁⠢"),
        ],
    );
    both_ways(BRAILLE, &WriteOptions::NUMBERS, &[("tâi-gí", "⠙⠜⠼⠑⠛⠊⠼⠃")]);
}

#[test]
fn what_has_no_cell_is_refused() {
    for tl in ["som", "hér", "uāng", "tsiǔnn"] {
        let reading = Notation::Tl.parse(tl).unwrap();
        assert!(BRAILLE.try_write(&reading, &WriteOptions::default()).is_err(), "{tl}");
    }
    refuses(BRAILLE, &["", "⠤", "⠙", "⠙⠤", "⠠⠤", "abc", "⠼⠁"]);
}
