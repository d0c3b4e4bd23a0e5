//! Tests of what is committed under `dict/`: that it is whole, and what this code would write.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

use thakim_phonology::middle_chinese::{Position, literary};
use thakim_phonology::{Notation, Reading, Spoken};

use super::description::{Description, Packages};
use super::sources;

fn dict() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../dict")
}

/// The first columns of a table.
fn column(path: &str) -> Vec<String> {
    let text = fs::read_to_string(dict().join(path)).unwrap();
    let words = text.lines().skip(1).filter_map(|line| line.split('\t').next());
    words.map(str::to_owned).collect()
}

#[test]
fn every_source_is_imported_from_its_pinned_package_by_this_code() {
    let packages = Packages::read(&dict()).unwrap();
    for source in sources::ALL {
        let pinned = packages.of(source.name, &dict()).unwrap();
        let description = Description::read(&dict().join(source.name)).unwrap();
        let expected = Description {
            name: source.name.into(),
            title: source.title.into(),
            layer: source.layer.into(),
            registry: pinned.registry.clone(),
            package: pinned.package.clone(),
            version: pinned.version.clone(),
            file: pinned.file.clone(),
            sha256: pinned.sha256.clone(),
            licence: source.licence.into(),
            attribution: source.attribution.into(),
            left_out: source.left_out.into(),
            derived: source.derived,
        };
        assert_eq!(description, expected, "import {} again", source.name);
    }
}

#[test]
fn packages_are_pinned_in_the_order_of_import() {
    let packages = Packages::read(&dict()).unwrap();
    let expected: Vec<_> = sources::ALL.iter().map(|source| source.name).collect();
    assert_eq!(packages.names(), expected);
}

#[test]
fn the_main_layer_alone_has_ninety_thousand_words() {
    let words: BTreeSet<String> = ["taibun", "han2kip", "corpus"]
        .into_iter()
        .flat_map(|source| column(&format!("{source}/words.tsv")))
        .collect();
    assert!(words.len() >= 90_000, "{} words", words.len());
}

/// A long row of characters that was counted would be a piece of a sentence.
#[test]
fn the_corpus_gives_words_and_no_sentences() {
    let mut lengths: BTreeMap<usize, usize> = BTreeMap::new();
    for word in column("corpus/counts.tsv").iter().chain(&column("corpus/words.tsv")) {
        *lengths.entry(word.chars().count()).or_default() += 1;
    }
    assert!(lengths.keys().all(|&length| length <= 4), "{lengths:?}");
    let counts = fs::read_to_string(dict().join("corpus/counts.tsv")).unwrap();
    let rare = counts.lines().skip(1).filter(|line| line.ends_with("\t1") || line.ends_with("\t2"));
    assert_eq!(rare.count(), 0);
    let files: BTreeSet<_> = fs::read_dir(dict().join("corpus"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    assert_eq!(Vec::from_iter(files), ["REPORT.toml", "SOURCE.toml", "counts.tsv", "words.tsv"]);
}

/// 廣韻 has 25,333 entries of 19,499 characters; 479 more are the forms that the book prints for some
/// of them. None is without a literary reading, and every one is what the rules make of its position.
#[test]
fn no_character_of_the_rhyme_book_is_without_a_literary_reading() {
    let read = |path: &str| fs::read_to_string(dict().join(path)).unwrap();
    let (words, positions) = (read("guangyun/words.tsv"), read("guangyun/positions.tsv"));
    let mut readings: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for line in words.lines().skip(1) {
        let fields: Vec<&str> = line.split('\t').collect();
        assert_eq!((fields[0].chars().count(), &fields[2..]), (1, &["文", "", ""][..]), "{line}");
        readings.entry(fields[0]).or_default().insert(fields[1]);
    }
    assert_eq!(readings.len(), 19_978);
    let mut derived: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for line in positions.lines().skip(1) {
        let fields: Vec<&str> = line.split('\t').collect();
        let position: Position = fields[1].parse().unwrap();
        let reading = Reading::from(Spoken::plain(literary(position)));
        assert_eq!(Notation::Tl.parse(fields[4]).unwrap(), reading, "{line}");
        derived.entry(fields[0]).or_default().insert(fields[4]);
    }
    assert_eq!(readings, derived);
}
