//! `thakim annotate` as a person runs it, with the dictionary that it carries.

use std::io::Write;
use std::process::{Child, Command, Output, Stdio};
use std::{fs, thread};

use expect_test::expect_file;

/// Starts `thakim annotate` and feeds it, from beside, so that neither waits for the other.
fn start(arguments: &[&str], input: Vec<u8>) -> Child {
    let mut child = Command::new(env!("CARGO_BIN_EXE_thakim"))
        .arg("annotate")
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("thakim starts");
    let mut stdin = child.stdin.take().expect("a pipe was asked for");
    // A program that stops at a fault need not read the rest.
    thread::spawn(move || drop(stdin.write_all(&input)));
    child
}

fn thakim(arguments: &[&str], input: &[u8]) -> Output {
    start(arguments, input.to_vec()).wait_with_output().expect("thakim ends")
}

fn annotated(arguments: &[&str], input: &str) -> String {
    let output = thakim(arguments, input.as_bytes());
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("what it writes is UTF-8")
}

/// What it says when it fails.
fn complaint(arguments: &[&str], input: &[u8]) -> String {
    let output = thakim(arguments, input);
    assert!(!output.status.success());
    String::from_utf8(output.stderr).expect("what it says is UTF-8")
}

fn article(name: &str) -> String {
    let file = format!("{}/../../tests/articles/{name}", env!("CARGO_MANIFEST_DIR"));
    fs::read_to_string(file).expect("an article of tests/articles")
}

#[test]
fn the_acceptance_case_of_the_original() {
    assert_eq!(annotated(&["--format", "inline"], "測試\n"), "測(tshik)試(tshì)\n");
    let readings = annotated(&["--format", "readings"], "測試\n");
    let readings: serde_json::Value = serde_json::from_str(&readings).unwrap();
    assert_eq!(readings["text"], "測試");
    assert_eq!(readings["pred"], serde_json::json!([["測", "tshik4"], ["試", "tshi3"]]));
}

/// Whoever changes the dictionary or the engine sees here what it does to real text.
#[test]
fn articles_are_read_as_they_were() {
    for name in ["modern", "classical"] {
        let golden = expect_file![format!("../../../tests/articles/{name}.readings.txt")];
        golden.assert_eq(&annotated(&[], &article(&format!("{name}.txt"))));
    }
}

#[test]
fn every_notation_and_tone_style() {
    for (arguments, expected) in [
        (&["--to", "TL"][..], "guá ài Tâi-uân"),
        (&["--to", "POJ"], "góa ài Tâi-oân"),
        (&["--to", "poj", "--tones", "number"], "goa2 ai3 Tai5-oan5"),
        (&["--tones", "none"], "gua ai Tai-uan"),
    ] {
        assert_eq!(annotated(arguments, "我愛臺灣"), format!("{expected}\n"), "{arguments:?}");
    }
}

#[test]
fn lines_and_whatever_is_not_han_stay() {
    let text = "我 (OK?)\r\n\r\n\t好，123。\n";
    let annotated = annotated(&[], text);
    assert_eq!(annotated, "guá (OK?)\r\n\r\n\thó，123。\n");
}

#[test]
fn each_line_has_its_readings_in_order() {
    let text = article("classical.txt") + "\u{2A6D6}\u{2028}好\n\n" + &"水。".repeat(5000);
    let output = annotated(&["--format", "readings"], &text);
    let lines: Vec<&str> = text.split('\n').collect();
    let answers: Vec<serde_json::Value> =
        output.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(answers.len(), lines.len());
    for (line, answer) in lines.iter().zip(&answers) {
        assert_eq!(answer["text"], *line);
        let characters: String = answer["pred"]
            .as_array()
            .unwrap()
            .iter()
            .map(|pair| pair[0].as_str().unwrap())
            .collect();
        let expected: String =
            line.chars().filter(|letter| thakim_document::is_han(*letter)).collect();
        assert_eq!(characters, expected);
    }
}

#[test]
fn json_gives_every_candidate_and_the_whole_text() {
    let text = article("modern.txt");
    let output = annotated(&["--format", "json"], &text);
    let mut joined = String::new();
    for line in output.lines() {
        let paragraph: serde_json::Value = serde_json::from_str(line).unwrap();
        joined.push_str(paragraph["text"].as_str().unwrap());
        joined.push_str(paragraph["ending"].as_str().unwrap());
        for token in paragraph["tokens"].as_array().unwrap() {
            let first = &token["candidates"][0]["reading"];
            assert_eq!(&token["reading"], first);
        }
    }
    assert_eq!(joined, text);
}

#[test]
fn html_escapes_what_was_pasted() {
    let html = annotated(&["--format", "html"], "<script>好</script>&\n");
    assert_eq!(
        html,
        "<article lang=\"nan-Hant-TW\">\n<p>&lt;script&gt;<span class=\"w\"><ruby>好<rp>(</rp>\
         <rt lang=\"nan-Latn-tailo\">hó</rt><rp>)</rp></ruby></span>&lt;/script&gt;&amp;</p>\n</article>\n"
    );
}

/// The forms that the page copies.
#[test]
fn forms_for_other_programs() {
    let text = "我愛臺灣。\n# *好*\n";
    assert_eq!(annotated(&["--format", "characters"], text), text);
    assert_eq!(
        annotated(&["--format", "two-lines"], text),
        "guá ài Tâi-uân。\n我  愛 臺灣   。\n\n# *hó*\n# *好*\n"
    );
    let ruby = |character, reading| {
        format!("<ruby>{character}<rp>(</rp><rt>{reading}</rt><rp>)</rp></ruby>")
    };
    let read = [("我", "guá"), ("愛", "ài"), ("臺", "Tâi"), ("灣", "uân"), ("好", "hó")];
    let [first @ .., last] = read.map(|(character, reading)| ruby(character, reading));
    assert_eq!(
        annotated(&["--format", "markdown"], text),
        format!("{}。\\\n\\# \\*{last}\\*\n", first.join(""))
    );
}

#[test]
fn a_row_a_token() {
    let rows = annotated(&["--format", "tsv"], "學校\n好\n");
    let rows: Vec<Vec<&str>> = rows.lines().map(|row| row.split('\t').collect()).collect();
    assert_eq!(rows[0][..4], ["line", "text", "reading", "origin"]);
    assert_eq!(rows[1][..4], ["1", "學校", "ha̍k-hāu", "word"]);
    assert_eq!(rows[2][..4], ["2", "好", "hó", "character"]);
}

#[test]
fn faults_are_said_in_one_line_with_a_cure() {
    for (arguments, input, expected) in [
        (&["no/such.txt"][..], &b""[..], "cannot open no/such.txt"),
        (&[], b"\xA7\xDA\xB7R", "standard input is not UTF-8: byte 1 (line 1)"),
        (&["--to", "IPA9"], b"", "no notation is called \"IPA9\"; there are TL"),
        (&["--dictionary", "no/such.dict"], b"", "make one with `thakim dict build`"),
        (&["--dictionary", "Cargo.toml"], b"", "Cargo.toml: "),
    ] {
        let complaint = complaint(arguments, input);
        assert!(complaint.contains(expected), "{complaint}");
        assert!(!complaint.contains("panicked"), "{complaint}");
    }
}

#[test]
fn lines_before_a_fault_are_annotated() {
    let output = thakim(&[], b"\xE5\xA5\xBD\n\xFF\n");
    assert!(!output.status.success());
    assert_eq!(String::from_utf8_lossy(&output.stdout), "hó\n");
    assert!(String::from_utf8_lossy(&output.stderr).contains("byte 5 (line 2)"));
}

#[test]
fn a_reader_that_goes_away_ends_it() {
    let text = article("classical.txt").repeat(50);
    let mut child = start(&["--format", "json"], text.into_bytes());
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert!(!output.status.success());
    assert!(complaint.contains("has stopped reading"), "{complaint}");
    assert!(!complaint.contains("panicked"), "{complaint}");
}

#[test]
fn words_of_ones_own_stand_above_the_dictionary() {
    let folder = tempfile::tempdir().unwrap();
    let table = folder.path().join("words.tsv");
    let file = table.display().to_string();
    let words = ["--words", &file];
    fs::write(&table, "word\treading\n去銀行\tkhù-gûn-hông\n行\tka\n").unwrap();
    assert_eq!(annotated(&words, "我愛去銀行行路。\n"), "guá ài khù-gûn-hông kiânn-lōo。\n");
    // In 白話字 as well.
    fs::write(&table, "我\tchhia\n").unwrap();
    assert_eq!(annotated(&words, "我\n"), "tshia\n");
    // Every fault is named, and nothing is read as if all were well.
    fs::write(&table, "word\treading\n銀行\tgîn\nT\tti\n").unwrap();
    let said = complaint(&words, "我".as_bytes());
    for line in ["words.tsv:2: expected 2 syllables", "words.tsv:3: expected Han characters only"] {
        assert!(said.contains(line), "{said}");
    }
    assert!(complaint(&["--words", "nowhere.tsv"], b"").contains("nowhere.tsv"));
}
