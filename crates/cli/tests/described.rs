//! What stands beside the tables of `dict/` about them is true: the figures of `dict/README.md`, and
//! the hashes of what no package pins.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;
use std::sync::LazyLock;

use expect_test::expect_file;
use sha2::{Digest, Sha256};
use thakim_lexicon::Lexicon;
use thakim_lexicon::build::{Options, Sources, check, compile};

fn dict() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../dict")
}

fn read(path: &str) -> String {
    fs::read_to_string(dict().join(path)).unwrap_or_else(|error| panic!("dict/{path}: {error}"))
}

fn table(path: &str) -> toml::Table {
    toml::from_str(&read(path)).unwrap_or_else(|error| panic!("dict/{path}: {error}"))
}

/// All tables, read once.
static SOURCES: LazyLock<Sources> = LazyLock::new(|| {
    let (sources, faults) = check(&dict());
    assert!(faults.is_empty(), "{} faults; `thakim dict check` lists them", faults.len());
    sources
});

fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// 1234567 as 1,234,567.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// All of them compiled, without the model.
static TABLES: LazyLock<Vec<u8>> =
    LazyLock::new(|| compile(&SOURCES, &Options { without: vec!["model".to_owned()] }));

/// The words of some layers, and the characters of those words.
fn words_of(sources: &Sources, wanted: impl Fn(&str) -> bool) -> (BTreeSet<&str>, BTreeSet<char>) {
    let wanted = sources
        .iter()
        .filter(|source| wanted(&source.manifest.layer))
        .flat_map(|source| &source.words);
    let words: BTreeSet<&str> = wanted.map(|row| row.word.as_str()).collect();
    let characters = words.iter().flat_map(|word| word.chars()).collect();
    (words, characters)
}

/// The row of a source with the figures of its tables, given the row that stands there.
fn row(written: &str, sources: &Sources) -> String {
    let mut cells: Vec<String> = written.split('|').map(|cell| cell.trim().to_owned()).collect();
    let name = cells[1].trim_matches('`').to_owned();
    let source = sources.iter().find(|source| source.manifest.name == name);
    let source = source.unwrap_or_else(|| panic!("dict/README.md has the source {name}"));
    let words: BTreeSet<&str> = source.words.iter().map(|row| row.word.as_str()).collect();
    let figures = [words.len(), source.words.len(), source.counts.len(), source.variants.len()];
    cells[2] = source.manifest.layer.clone();
    for (cell, figure) in cells[3..].iter_mut().zip(figures) {
        *cell = if figure > 0 { grouped(figure) } else { String::new() };
    }
    let about = table(&format!("{name}/SOURCE.toml"));
    let text = |key: &str| about[key].as_str().unwrap_or_default();
    if !text("registry").starts_with("none") {
        cells[7] = format!("{} {}", text("package"), text("version"));
    }
    let cells = cells[1..cells.len() - 1].iter();
    let cells = cells.map(|cell| if cell.is_empty() { " |".into() } else { format!(" {cell} |") });
    format!("|{}", cells.collect::<String>())
}

/// The paragraph behind the table.
fn together(sources: &Sources) -> String {
    let (words, characters) = words_of(sources, |_| true);
    let (main_words, main_characters) = words_of(sources, |layer| layer == "main");
    let lexicon = Lexicon::open(TABLES.clone()).expect("it was compiled just now");
    let is_derived = |letter: &&char| {
        let cursor = lexicon.step(lexicon.start(), **letter);
        let word = cursor.and_then(|cursor| lexicon.word(cursor));
        word.is_some_and(|word| lexicon.entries(word.id).all(|entry| entry.derived))
    };
    let derived = characters.iter().filter(is_derived).count();
    format!(
        "Together {} words of {} characters; without the layer `moe` {} words of {}. Of\n\
         the characters, {} have no reading but the one that is [derived](#derived-readings) from\n\
         廣韻.",
        grouped(words.len()),
        grouped(characters.len()),
        grouped(main_words.len()),
        grouped(main_characters.len()),
        grouped(derived),
    )
}

/// `UPDATE_EXPECT=1` writes the figures anew.
#[test]
fn the_figures_of_the_readme_are_those_of_the_tables() {
    let page = read("README.md");
    let mut named = BTreeSet::new();
    let mut paragraphs: Vec<String> = page.split("\n\n").map(str::to_owned).collect();
    for paragraph in &mut paragraphs {
        if paragraph.starts_with("| folder |") {
            let rows = paragraph.lines().enumerate().map(|(index, line)| match index {
                0 | 1 => line.to_owned(),
                _ => {
                    named.extend(line.split('`').nth(1).map(str::to_owned));
                    row(line, &SOURCES)
                }
            });
            *paragraph = rows.collect::<Vec<_>>().join("\n");
        } else if paragraph.starts_with("Together ") {
            *paragraph = together(&SOURCES);
        }
    }
    let folders = SOURCES.iter().map(|source| source.manifest.name.clone());
    assert_eq!(named, folders.collect(), "the sources that dict/README.md has a row of");
    expect_file!["../../../dict/README.md"].assert_eq(&paragraphs.join("\n\n"));
}

#[test]
fn the_reports_of_the_imports_are_those_of_the_tables() {
    for source in SOURCES.iter() {
        let name = &source.manifest.name;
        if table(&format!("{name}/SOURCE.toml"))["registry"].as_str() == Some(BY_HAND) {
            continue;
        }
        let report = table(&format!("{name}/REPORT.toml"));
        let words: BTreeSet<&str> = source.words.iter().map(|row| row.word.as_str()).collect();
        let figures = [
            ("words", words.len()),
            ("readings", source.words.len()),
            ("counts", source.counts.len()),
            ("variants", source.variants.len()),
        ];
        for (key, found) in figures {
            let said = report["sizes"][key].as_integer();
            assert_eq!(said, Some(found as i64), "{key} of {name}; import it again");
        }
    }
}

/// What `SOURCE.toml` calls the registry of a table that is written by hand.
const BY_HAND: &str = "none: written by hand";

#[test]
fn a_table_written_by_hand_is_the_one_whose_hash_is_given() {
    let mut hashes: BTreeMap<String, (String, String)> = BTreeMap::new();
    for source in SOURCES.iter() {
        let name = &source.manifest.name;
        let about = table(&format!("{name}/SOURCE.toml"));
        let text = |key: &str| about[key].as_str().unwrap_or_default().to_owned();
        if text("registry") == BY_HAND {
            let path = format!("{name}/{}", text("file"));
            let found = sha256(&fs::read(dict().join(&path)).unwrap());
            hashes.insert(path, (text("sha256"), found));
        }
    }
    assert!(hashes.contains_key("habits/variants.tsv"), "{hashes:?}");
    for (path, (said, found)) in hashes {
        assert_eq!(said, found, "the sha256 in SOURCE.toml, and that of dict/{path}");
    }
}

/// The model that is committed was learnt with the tables that are: see `crates/cli/src/model`.
#[test]
fn the_model_belongs_to_the_tables() {
    let about = table("model.toml");
    let said = |key: &str| about.get(key).and_then(toml::Value::as_str).unwrap_or_default();
    let model = fs::read(dict().join("model.bin")).unwrap();
    assert_eq!(said("sha256"), sha256(&model), "model.toml does not describe model.bin");
    assert_eq!(
        said("dictionary"),
        sha256(&TABLES),
        "a table has changed since the model was learnt; `cargo xtask dict train`"
    );
}
