//! `thakim convert` and `thakim notations` as people call them.

mod support;

use support::{thakim, thakim_with, written};

#[test]
fn a_line_comes_out_for_each_line_that_goes_in() {
    let ran = thakim_with(
        &["convert", "--from", "TL", "--to", "poj", "--option", "format=number"],
        "Guá ài tsia̍h pn̄g.\n\nTsit款 ka-tī行止，Windows。",
    );
    assert!(ran.succeeded, "{}", ran.err);
    assert_eq!(ran.out, "Goa2 ai3 chiah8 png7.\n\nChit4款 ka1-ti7行止，Windows。");
    assert_eq!(ran.err, "");
}

#[test]
fn a_fault_is_named_and_makes_the_status_one() {
    let ran = thakim_with(&["convert", "--from", "TL", "--to", "POJ"], "guá\nta̍i\nguá\n");
    assert!(!ran.succeeded);
    assert_eq!(ran.out, "góa\nta̍i\ngóa\n");
    assert!(ran.err.starts_with("thakim: line 2: character 1: 「ta̍i」"), "{}", ran.err);
}

#[test]
fn tones_can_be_those_of_speech_and_groups_be_set_by_hand() {
    let spoken = |text: &str, arguments: &[&str]| {
        let mut all = vec!["convert", "--from", "TL", "--to", "TL"];
        all.extend(arguments);
        let ran = thakim_with(&all, text);
        assert!(ran.succeeded, "{}", ran.err);
        ran.out
    };
    assert_eq!(spoken("Guá ài Tâi-uân.\n", &["--sandhi", "auto"]), "Gua ái Tāi-uân.\n");
    assert_eq!(spoken("Tâi-uân", &["--sandhi", "auto", "--accent", "north"]), "Tài-uân");
    // The accent follows the dialect.
    assert_eq!(spoken("Tâi-uân", &["--sandhi", "auto", "--dialect", "quan"]), "Tài-uân");
    assert_eq!(spoken("tâi # uân ‿ tâi", &["--sandhi", "auto"]), "tâi uān tâi");
    assert_eq!(spoken("tâi # uân", &[]), "tâi # uân");
    assert_eq!(spoken("Tâi-uân", &["--sandhi", "all"]), "Tāi-uān");
    assert_eq!(
        spoken("tsheh lí", &["--sandhi", "all-but-last", "--sandhi-option", "h=kept"]),
        "tshéh lí"
    );
}

#[test]
fn a_dialect_changes_what_a_syllable_alone_decides() {
    let ran = thakim_with(
        &["convert", "--from", "TL", "--to", "TL", "--dialect", "quan"],
        "ji̍t-thâu kiò-tsò hue",
    );
    assert_eq!(ran.out, "li̍t-thâu kiò-tsò hue");
}

#[test]
fn an_unknown_option_is_answered_with_the_known_ones() {
    let ran = thakim(&["convert", "--from", "TL", "--to", "POJ", "--option", "colour=red"]);
    assert!(!ran.succeeded);
    assert!(ran.err.contains("POJ has no option \"colour\"; it has format, words"), "{}", ran.err);
    let ran = thakim(&["convert", "--from", "TL", "--to", "KLINGON"]);
    assert!(ran.err.contains("no notation is called"), "{}", ran.err);
}

#[test]
fn all_notations_are_listed_with_their_options() {
    let listed = written(&["notations"]);
    let ids: Vec<&str> = listed
        .lines()
        .filter(|line| !line.starts_with(' '))
        .filter_map(|line| line.split('\t').next())
        .collect();
    assert_eq!(
        ids,
        [
            "TL", "POJ", "TPS", "TLPA", "TLPA+", "BP", "TONGIONG", "DT", "MPS2", "SNI", "FANQIE",
            "IPA", "KANA", "BRAILLE"
        ]
    );
    assert!(listed.lines().any(|line| line.starts_with("  format=mark|number|none\t")));
}
