//! What the page says is true of what it is made of.

use std::fs;
use std::path::Path;

use thakim_app::text::{ABOUT_PAGE, Line, SOURCES, source};

/// Every source of the dictionary is named on the page about the program, by the name of its folder
/// (the key of its sentence), and no other.
#[test]
fn every_source_is_named() {
    let dict = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../dict");
    let mut folders: Vec<String> = fs::read_dir(dict)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.join("SOURCE.toml").is_file())
        .map(|path| path.file_name().unwrap().to_string_lossy().into_owned())
        .collect();
    folders.sort();
    let mut named: Vec<String> = ABOUT_PAGE
        .iter()
        .filter_map(|line| match line {
            Line::Item(term, _) => Some(term.trim_start_matches("about.").to_owned()),
            Line::Heading(_) | Line::Text(_) => None,
        })
        .collect();
    named.sort();
    assert_eq!(named, folders);
}

/// The short names are of dictionaries that there are.
#[test]
fn short_names_are_of_our_sources() {
    let dict = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../dict");
    let about = fs::read_dir(dict)
        .unwrap()
        .filter_map(|entry| fs::read_to_string(entry.unwrap().path().join("SOURCE.toml")).ok());
    let titles: Vec<String> = about
        .filter_map(|about| {
            let title = about.lines().find_map(|line| line.strip_prefix("title = "))?;
            Some(title.trim_matches('"').to_owned())
        })
        .collect();
    for (name, short) in SOURCES {
        let is_short = |title: &String| title.split(": ").next() == Some(name);
        assert!(titles.iter().any(is_short), "nothing is called {name}");
        assert_ne!(source(name), *short, "{short} has no sentence");
    }
    assert_eq!(source("臺灣閩南語常用詞辭典: 詞目總檔"), "臺灣閩南語常用詞辭典");
    assert_eq!(source("My own words"), "My own words");
}
