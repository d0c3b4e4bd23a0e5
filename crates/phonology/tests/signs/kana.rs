//! 臺語假名.

use super::*;

const KANA: Notation = Notation::Kana;

#[test]
fn every_syllable_that_has_kana_comes_back() {
    let trips = trips(KANA, &WriteOptions::default());
    trips.assert_silence_is_explained(nothing_else);
    assert_eq!(trips.silent_tones(), [9]);
    assert_eq!(
        trips.silent_finals(),
        ["ee", "eeh", "eenn", "eennh", "ei", "eih", "oi", "oih", "uee", "ueeh", "ueenn", "ueennh"]
    );
    // g before a nasal vowel is ng; or is an o; and tone 6 shares the letter of 2.
    for change in trips.changed() {
        let (from, to) = change.split_once(" > ").unwrap();
        let change = (from.trim_end_matches('6'), to.trim_end_matches('2'));
        let is_or = [("or", "o"), ("orh", "oh"), ("ior", "io"), ("iorh", "ioh")].contains(&change);
        let is_tone = change == ("", "");
        let is_g = change.0.starts_with("g-") && change.1.starts_with("ng-");
        assert!(is_tone || is_or || is_g, "{change:?}");
    }
    println!("假名: {}‰", trips.permille());
}

#[test]
fn kana_are_those_of_the_dictionary() {
    both_ways(
        KANA,
        &WriteOptions::default(),
        &[
            ("tâi-uân-gí", "タイ𚿳-ヲァヌ𚿳-ギイ𚿰"),
            ("ká-bîng", "カア𚿰-ビェン𚿳"),
            ("sian-sinn", "シェヌ-シイ𚿷"),
            ("kóng", "コン𚿰"),
            ("ha̍k-sing", "ハㇰ𚿶-シェン"),
            ("tiām", "チ̅ァム𚿵"),
            ("thiann", "チ̣̅ア𚿷"),
            ("tsiam", "チァム"),
            ("tsa", "サ̅ア"),
            ("tsháu", "サ̣̅ウ𚿰"),
            ("tsuí", "ツイ𚿰"),
            ("tī", "チ̅イ𚿵"),
            ("ko", "コヲ"),
            ("koo", "コオ"),
            ("kua", "コア"),
            ("kuai", "コァイ"),
            ("kioh", "キ𛅦𚿲"),
            ("tio̍h", "チ̅𛅦𚿶"),
            ("kiok", "キォㇰ𚿲"),
            ("kik", "キェㇰ𚿲"),
            ("ap", "アㇷ゚𚿲"),
            ("kng", "クン"),
            ("hm̂", "フム𚿳"),
            ("m̄", "ム𚿵"),
            ("hm̍h", "フム𚿶"),
            ("kir", "クウ̅"),
            ("kirn", "クゥ̅ヌ"),
            ("kere", "コォ̅エ"),
            ("ngá", "ガア𚿸"),
            ("má", "マア𚿰"),
            ("hònn", "ホオ𚿹"),
            ("tionn", "チ̅オ𚿷"),
            ("a̍h", "アァ𚿶"),
        ],
    );
    both_ways(KANA, &WriteOptions::NUMBERS, &[("tâi-uân", "タイ5-ヲァヌ5"), ("sinn", "シイⁿ1")]);
    both_ways(
        KANA,
        &set(KANA, &[("breath", "nakaguro")]),
        &[("thiann", "チ̅・ア𚿷"), ("kho̍h", "コ・𛅦𚿶")],
    );
    both_ways(
        KANA,
        &set(KANA, &[("words", "joined")]),
        &[("tâi-uân", "タイ𚿳ヲァヌ𚿳"), ("kng-a", "クンアア")],
    );
}

#[test]
fn what_else_is_printed_is_read() {
    reads(
        KANA,
        &[
            ("ツ̅ア", "tua"),
            ("チ̣\u{304}ア𚿷", "thiann"),
            ("ハㇰ", "hak"),
            ("マア𚿸", "má"),
            ("ム𚿽", "m̄"),
            ("タイ𚿳ヲァヌ𚿳ギイ𚿰", "tâi-uân-gí"),
        ],
    );
    refuses(KANA, &["", "カ", "アアア", "𚿳", "タイ𚿳𚿰", "テレビ", "アッア"]);
}
