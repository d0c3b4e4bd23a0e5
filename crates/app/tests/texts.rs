//! What the page says is true of what it is made of.

use std::fs;
use std::path::Path;

use thakim_app::text::{ABOUT_PAGE, Line};

/// Every source of the dictionary is named on the page about the program, by the name of its folder,
/// and no other.
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
            Line::Item(term, _) => Some(term.trim_end_matches('）')),
            Line::Heading(_) | Line::Text(_) => None,
        })
        .map(|term| term.rsplit('（').next().unwrap_or(term).to_owned())
        .collect();
    named.sort();
    assert_eq!(named, folders);
}
