//! `thakim explain` as a person runs it, over a small dictionary.

mod support;

use serde_json::Value;

use support::{complaint, small_dictionary, thakim_with, written};

/// Explains a text with the small dictionary.
fn explain(arguments: &[&str]) -> String {
    let folder = tempfile::tempdir().expect("a folder");
    let dictionary = small_dictionary(folder.path()).display().to_string();
    written(&[&["explain", "--dictionary", &dictionary], arguments].concat())
}

fn explain_json(arguments: &[&str]) -> Vec<Value> {
    let output = explain(&[arguments, &["--format", "json"]].concat());
    output.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

#[test]
fn every_word_has_its_candidates_with_label_sources_weight_and_share() {
    let words = explain_json(&["我，學生人"]);
    let texts: Vec<&Value> = words.iter().map(|word| &word["text"]).collect();
    assert_eq!(texts, ["我", "學生", "人"]);
    let places: Vec<&Value> = words.iter().map(|word| &word["at"]).collect();
    assert_eq!(places, [1, 3, 5]);
    assert_eq!(words[1]["candidates"][0]["sources"], serde_json::json!(["first", "second"]));
    let candidates = words[2]["candidates"].as_array().unwrap();
    let mut labels: Vec<&str> =
        candidates.iter().map(|candidate| candidate["label"].as_str().unwrap()).collect();
    labels.sort();
    assert_eq!(labels, ["文", "白"]);
    for word in &words {
        let candidates = word["candidates"].as_array().unwrap();
        assert_eq!(candidates[0]["reading"], word["reading"]);
        let weights: Vec<f64> =
            candidates.iter().map(|candidate| candidate["weight"].as_f64().unwrap()).collect();
        assert!(weights.iter().all(|weight| weight.is_finite()), "{weights:?}");
    }
}

#[test]
fn one_word_is_found_by_any_of_its_characters() {
    for at in ["4", "5"] {
        let words = explain_json(&["我。\n學生\n人", "--at", at]);
        assert_eq!(words.len(), 1);
        assert_eq!((&words[0]["text"], &words[0]["line"]), (&"學生".into(), &2.into()));
    }
}

#[test]
fn text_for_a_terminal_is_written_in_the_notation_that_was_asked_for() {
    let text = explain(&["學生", "--to", "POJ", "--tones", "number"]);
    assert!(text.starts_with("學生  line 1, character 1: "), "{text}");
    assert!(text.contains("→ hak8-seng1 "), "{text}");
    assert!(text.contains("first, second"), "{text}");
}

#[test]
fn an_unknown_character_is_explained_as_such() {
    let words = explain_json(&["\u{2A6D6}"]);
    assert_eq!(words[0]["origin"], "unknown");
    assert_eq!(words[0]["candidates"], serde_json::json!([]));
    assert!(explain(&["\u{2A6D6}"]).contains("unknown, no source reads it"));
}

#[test]
fn text_comes_from_a_pipe_as_well() {
    let folder = tempfile::tempdir().unwrap();
    let dictionary = small_dictionary(folder.path()).display().to_string();
    let ran = thakim_with(&["explain", "-", "--dictionary", &dictionary], "學生\n人\n");
    assert!(ran.succeeded, "{}", ran.err);
    assert!(ran.out.contains("人  line 2, character 4: "), "{}", ran.out);
}

#[test]
fn what_cannot_be_explained_is_said_with_a_cure() {
    let folder = tempfile::tempdir().unwrap();
    let dictionary = small_dictionary(folder.path()).display().to_string();
    for (at, expected) in [
        ("2", "character 2 of the text is 「，」, which is not read; name a Han character"),
        ("9", "the text has 3 characters, found --at 9; count from 1"),
        ("0", "0 is not in 1.."),
    ] {
        let complaint = complaint(&["explain", "我，人", "--at", at, "--dictionary", &dictionary]);
        assert!(complaint.contains(expected), "{complaint}");
    }
}
