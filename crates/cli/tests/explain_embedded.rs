//! `thakim explain` over the dictionary and the model inside the program.

#![cfg(feature = "embedded")]

mod support;

use serde_json::Value;

use support::written;

fn explain(text: &str) -> Vec<Value> {
    let output = written(&["explain", text, "--format", "json"]);
    output.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

/// The readings of a text, word by word.
fn readings(words: &[Value]) -> Vec<&str> {
    words.iter().map(|word| word["reading"].as_str().expect("a reading")).collect()
}

/// All reasons that are told of all candidates of a word.
fn reasons(word: &Value) -> Vec<&Value> {
    let candidates = word["candidates"].as_array().expect("a list");
    candidates
        .iter()
        .flat_map(|candidate| candidate["reasons"].as_array().expect("a list"))
        .collect()
}

#[test]
fn what_people_write_is_named_as_the_dictionary_writes_it() {
    let words = explain("一個人");
    assert_eq!(readings(&words), ["tsi̍t-ê-lâng"]);
    assert_eq!(reasons(&words[0])[0]["kind"], "word");
    assert_eq!(reasons(&words[0])[0]["text"], "一个人");
}

#[test]
fn a_word_and_a_character_are_read_apart_and_told_apart() {
    let words = explain("重要");
    assert_eq!(readings(&words), ["tiōng-iàu"]);
    assert_eq!(reasons(&words[0])[0]["text"], "重要");

    let words = explain("真重");
    assert_eq!(readings(&words), ["tsin", "tāng"]);
    let candidates = words[1]["candidates"].as_array().unwrap();
    assert!(candidates.iter().any(|candidate| candidate["reading"] == "tiōng"), "{candidates:?}");
    let weights: Vec<f64> =
        candidates.iter().map(|candidate| candidate["weight"].as_f64().unwrap()).collect();
    assert!(weights[0] > 0.0 && weights[1] < 0.0, "{weights:?}");
    let context = |reason: &&Value| reason["text"].as_str().unwrap().contains('真');
    assert!(reasons(&words[1]).iter().any(context), "{words:#?}");
}

#[test]
fn a_word_with_one_reading_has_one_reason() {
    let words = explain("大學");
    assert_eq!(readings(&words), ["tāi-ha̍k"]);
    assert_eq!(words[0]["candidates"].as_array().unwrap().len(), 1);
    assert_eq!(reasons(&words[0]).len(), 1);
    assert_eq!(words[0]["candidates"][0]["weight"], 0.0);
}

#[test]
fn literary_readings_are_preferred_because_they_were_asked_for() {
    let output = written(&["explain", "人", "--readings", "literary", "--format", "json"]);
    let word: Value = serde_json::from_str(&output).unwrap();
    assert_eq!(word["reading"], "jîn");
    let candidates = word["candidates"].as_array().unwrap();
    let colloquial = candidates.iter().find(|candidate| candidate["reading"] == "lâng").unwrap();
    let strongest = &colloquial["reasons"][0];
    assert_eq!(strongest["kind"], "preference");
    assert!(strongest["weight"].as_f64() < Some(-2.0), "{colloquial}");
}
