//! `thakim annotate --sandhi` as a person runs it, over a small dictionary.

mod support;

use support::{complaint, small_dictionary, thakim_with};

/// What is written for 我，學生我。 with these arguments.
fn annotated(arguments: &[&str]) -> String {
    let folder = tempfile::tempdir().expect("a folder");
    let dictionary = small_dictionary(folder.path()).display().to_string();
    let fixed = ["annotate", "--dictionary", &dictionary];
    let ran = thakim_with(&[&fixed, arguments].concat(), "我，學生我。\n");
    assert!(ran.succeeded, "{}", ran.err);
    ran.out
}

#[test]
fn every_mode_in_text() {
    for (arguments, expected) in [
        (&[][..], "guá，ha̍k-sing--guá。\n"),
        (&["--sandhi", "none"], "guá，ha̍k-sing--guá。\n"),
        (&["--sandhi", "auto"], "guá，hak-sing--guá。\n"),
        (&["--sandhi", "all-but-last"], "guá，hak-sing--guá。\n"),
        (&["--sandhi", "exc_last"], "guá，hak-sing--guá。\n"),
        (&["--sandhi", "all"], "gua，hak-sing--guá。\n"),
        (&["--sandhi", "auto", "--accent", "north"], "guá，hak-sing--guá。\n"),
        (&["--sandhi", "auto", "--sandhi-option", "neutral=zero"], "guá，hak-sing--gua。\n"),
    ] {
        assert_eq!(annotated(arguments), expected, "{arguments:?}");
    }
}

#[test]
fn every_format_shows_them() {
    for (format, expected) in [
        ("inline", "學(hak4)"),
        ("html", ">hak4</rt>"),
        ("tsv", "學生\thak4-sing1"),
        ("readings", "[\"學\",\"hak4\"]"),
        ("json", "\"reading\":\"hak4-sing1\""),
    ] {
        let arguments = ["--sandhi", "auto", "--tones", "number", "--format", format];
        let written = annotated(&arguments);
        assert!(written.contains(expected), "{format}: {written}");
    }
    // And JSON the tones of the dictionary as well.
    let json = annotated(&["--sandhi", "auto", "--tones", "number", "--format", "json"]);
    assert!(json.contains("\"reading\":\"hak8-sing1\""), "{json}");
}

#[test]
fn what_there_is_not_is_answered_with_what_there_is() {
    let error = complaint(&["annotate", "--sandhi", "some"]);
    assert!(error.contains("one of none, auto, all-but-last, all"), "{error}");
    let error = complaint(&["annotate", "--accent", "east"]);
    assert!(error.contains("one of south, north, xiamen, singapore"), "{error}");
}
