//! `thakim score` as a person runs it, over a small dictionary and gold files of our own.

mod support;

use std::fs;
use std::path::Path;

use serde_json::Value;
use tempfile::TempDir;

use support::{complaint, small_dictionary, thakim, written};

const GOLD: &str = concat!(
    r#"{"text": "我人。", "gold": [["我", "gua2"], ["人", "jin5"]], "neutral": []}"#,
    "\n\n",
    r#"{"text": "學生爛", "gold": [["學", "hak8"], ["生", "senn1"], ["爛", null]]}"#,
    "\n",
);

/// A folder with the small dictionary and these files.
fn folder(files: &[(&str, &str)]) -> (TempDir, String) {
    let folder = tempfile::tempdir().expect("a folder");
    let dictionary = small_dictionary(folder.path()).display().to_string();
    for (name, content) in files {
        fs::write(folder.path().join(name), content).expect("a file");
    }
    (folder, dictionary)
}

fn path(folder: &TempDir, name: &str) -> String {
    folder.path().join(name).display().to_string()
}

fn sets(output: &str) -> Vec<Value> {
    let output: Value = serde_json::from_str(output).expect("JSON");
    output["sets"].as_array().expect("sets").clone()
}

#[test]
fn a_set_is_measured_in_every_way() {
    let (folder, dictionary) = folder(&[("own.jsonl", GOLD)]);
    let gold = path(&folder, "own.jsonl");
    let output = written(&["score", &gold, "--dictionary", &dictionary, "--json", "--errors", "5"]);
    let set = &sets(&output)[0];
    assert_eq!(set["set"], "own");
    assert_eq!((&set["sentences"], &set["chars"]), (&2.into(), &4.into()));
    assert_eq!(set["strict"], 0.5);
    assert_eq!((&set["sent"], &set["oov"]), (&0.0.into(), &0.0.into()));
    let confusions = set["confusions"].as_array().unwrap();
    assert_eq!(confusions.len(), 2);
    assert_eq!(
        confusions[0],
        serde_json::json!({
            "character": "人", "gold": "jin5", "pred": "lang5", "count": 1,
            "before": "我", "after": "",
        })
    );
    let calibration = &set["calibration"];
    assert_eq!(calibration["errors"], 2);
    assert!(calibration["uncertain"].as_f64().unwrap() <= 1.0);
}

#[test]
fn an_accepted_variant_counts() {
    let accepted = r#"{"人": [["lang5", "jin5"]]}"#;
    let (folder, dictionary) = folder(&[("own.jsonl", GOLD), ("accepted.json", accepted)]);
    let (gold, accepted) = (path(&folder, "own.jsonl"), path(&folder, "accepted.json"));
    let arguments =
        ["score", &gold, "--dictionary", &dictionary, "--json", "--accepted", &accepted];
    let set = &sets(&written(&arguments))[0];
    assert_eq!((&set["strict"], &set["accept"]), (&0.5.into(), &0.75.into()));
}

#[test]
fn several_sets_are_one_table_with_their_sum() {
    let (folder, dictionary) = folder(&[]);
    let sets = folder.path().join("sets");
    fs::create_dir(&sets).unwrap();
    for name in ["one.jsonl", "verse.jsonl"] {
        fs::write(sets.join(name), GOLD).unwrap();
    }
    let sets = sets.display().to_string();
    let output = written(&["score", &sets, "--dictionary", &dictionary, "--literary", "verse"]);
    let rows: Vec<Vec<&str>> = output
        .lines()
        .map_while(|line| line.strip_prefix("| "))
        .map(|line| line.split('|').map(str::trim).collect())
        .collect();
    let names: Vec<[&str; 4]> =
        rows[2..].iter().map(|row| [row[0], row[1], row[2], row[3]]).collect();
    assert_eq!(
        names,
        [
            ["one", "auto", "2", "4"],
            ["verse", "auto", "2", "4"],
            ["verse", "literary", "2", "4"],
            ["all", "auto", "4", "8"],
        ]
    );
}

#[test]
fn predictions_of_others_are_measured_in_order_or_by_text() {
    let right = r#"{"text": "我人。", "pred": [["我", "gua2"], ["人", "jin5"]]}"#;
    let (folder, _) = folder(&[("own.jsonl", GOLD), ("pred.jsonl", right)]);
    let (gold, pred) = (path(&folder, "own.jsonl"), path(&folder, "pred.jsonl"));
    let set = &sets(&written(&["score", &gold, "--pred", &pred, "--json"]))[0];
    assert_eq!((&set["strict"], &set["oov"]), (&0.5.into(), &0.5.into()));
    assert_eq!(set["calibration"], Value::Null);
}

#[test]
fn a_page_names_what_was_measured_and_no_sentence() {
    let (folder, dictionary) = folder(&[("own.jsonl", GOLD), ("an.txt", "我，學生人\n")]);
    let (gold, page) = (path(&folder, "own.jsonl"), path(&folder, "scores.md"));
    let articles = folder.path().display().to_string();
    let write = |gold: &str, extra: &[&str]| {
        let arguments =
            ["score", gold, "--dictionary", &dictionary, "--write", &page, "--articles", &articles];
        written(&[&arguments, extra].concat());
        fs::read_to_string(Path::new(&page)).unwrap()
    };
    let first = write(&gold, &["--errors", "5"]);
    assert_eq!(first, write(&gold, &[]), "the same program writes the same page");
    assert!(first.contains("| own | auto     |"), "{first}");
    assert!(!first.contains('人') && !first.contains("jin5"), "{first}");
    assert!(!first.contains(&articles), "{first}");
    let hashes = first.lines().filter(|line| line.ends_with('`') && line.starts_with("- "));
    assert_eq!(hashes.count(), 2);
    fs::write(folder.path().join("an.txt"), "人\n").unwrap();
    assert_ne!(first, write(&gold, &[]), "another article has another fingerprint");
}

#[test]
fn faults_name_file_line_and_cure() {
    let broken = "{\"text\": \"人\", \"gold\": [[\"人\", \"lang5\"]]}\n{\"text\": \"人\"}\n";
    let (folder, dictionary) = folder(&[
        ("own.jsonl", GOLD),
        ("broken.jsonl", broken),
        ("empty.jsonl", "\n"),
        ("list.json", "[1]"),
    ]);
    fs::create_dir(folder.path().join("none")).unwrap();
    fs::create_dir(folder.path().join("more")).unwrap();
    fs::write(folder.path().join("more/own.jsonl"), GOLD).unwrap();
    let file = |name| path(&folder, name);
    let (own, list) = (file("own.jsonl"), file("list.json"));
    for (arguments, expected) in [
        (vec![file("no.jsonl")], "no.jsonl: "),
        (vec![file("broken.jsonl")], "broken.jsonl:2: expected an object such as"),
        (vec![file("empty.jsonl")], "holds no sentence"),
        (vec![file("none")], "holds no file that ends in .jsonl"),
        (vec![own.clone(), file("more")], "two gold files are called own"),
        (vec![own.clone(), "--accepted".into(), list.clone()], "list.json: expected a JSON object"),
        (vec![own.clone(), "--literary".into(), "verse".into()], "no gold file is called verse"),
        (vec![own.clone(), "--write".into(), list], "--articles"),
    ] {
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        let base = ["score", "--dictionary", &dictionary];
        let complaint = complaint(&[&base, &arguments[..]].concat());
        assert!(complaint.contains(expected), "{expected} is not in: {complaint}");
    }
    let two = thakim(&["score", &own, &file("more/own.jsonl"), "--pred", &own]);
    assert!(!two.succeeded);
}
