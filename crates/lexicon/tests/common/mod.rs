//! Small sources in memory, and dictionaries made of them.
#![allow(dead_code, reason = "not every test file needs all of it")]

use thakim_lexicon::build::{Options, Sources, check_files, compile};
use thakim_lexicon::{Cursor, Lexicon};
use thakim_phonology::{Notation, WriteOptions};

/// Good contents of `SOURCE.toml`.
pub(crate) fn manifest(name: &str, layer: &str) -> String {
    let hash = "0".repeat(64);
    format!(
        "name = {name:?}\ntitle = \"The {name}\"\nlayer = {layer:?}\nregistry = \"PyPI\"\n\
         package = \"p\"\nversion = \"1\"\nfile = \"p.whl\"\nsha256 = {hash:?}\n\
         licence = \"CC0\"\nattribution = \"its authors\"\nleft_out = \"nothing\"\n"
    )
}

/// A table from lines whose columns are separated by `|`.
pub(crate) fn table(header: &str, lines: &str) -> String {
    let lines = lines.lines().map(str::trim).filter(|line| !line.is_empty());
    std::iter::once(header).chain(lines).map(|line| line.replace('|', "\t") + "\n").collect()
}

pub(crate) fn words(lines: &str) -> String {
    table("word|reading|label|accent|count", lines)
}

pub(crate) fn counts(lines: &str) -> String {
    table("word|reading|count", lines)
}

pub(crate) fn variants(lines: &str) -> String {
    table("character|stands_for|kind", lines)
}

/// Sources that must be without fault.
pub(crate) fn sources(files: &[(&str, String)]) -> Sources {
    let files = files.iter().map(|(path, text)| (*path, text.as_bytes()));
    let (sources, faults) = check_files("dict", files);
    let faults: Vec<String> = faults.iter().map(ToString::to_string).collect();
    assert!(faults.is_empty(), "{faults:#?}");
    sources
}

/// Two main sources, a counted text and a layer of its own.
pub(crate) fn small() -> Sources {
    sources(&[
        ("base/SOURCE.toml", manifest("base", "main")),
        (
            "base/words.tsv",
            words(
                "會使|ē-sái|||
                 會使|ē--sái|||
                 臺灣|Tâi-uân||1|
                 臺灣|Tâi-uan||2|
                 行|kiânn|||
                 行|hîng|文||
                 行|hâng|||
                 讀音|tha̍k-im|||
                 銀行|gîn-hâng|||",
            ),
        ),
        ("base/variants.tsv", variants("台|臺|simplified\n读|讀|simplified\n读|音|variant")),
        ("noisy/SOURCE.toml", manifest("noisy", "main")),
        ("noisy/words.tsv", words("臺灣|tâi-uân|||40\n行|kiânn|||100")),
        ("text/SOURCE.toml", manifest("text", "main")),
        ("text/counts.tsv", counts("行|hîng|2\n行|hiânn|1\n讀音|tho̍k-im|5\n銀行|gîn-hâng|50")),
        ("moe/SOURCE.toml", manifest("moe", "moe")),
        ("moe/words.tsv", words("灣|uân|||\n肉|hi̍k|文||\n肉|bah|替||\n臺灣|Tâi-uân|||")),
    ])
}

pub(crate) fn build(sources: &Sources, without: &[&str]) -> Vec<u8> {
    let without = without.iter().map(|&name| name.to_owned()).collect();
    compile(sources, &Options { without })
}

pub(crate) fn open(sources: &Sources) -> Lexicon {
    Lexicon::open(build(sources, &[])).expect("what is built opens")
}

/// Where a walk along the whole text ends.
pub(crate) fn walk(lexicon: &Lexicon, text: &str) -> Option<Cursor> {
    text.chars().try_fold(lexicon.start(), |cursor, letter| lexicon.step(cursor, letter))
}

/// What the dictionary says of a word, a line a reading.
pub(crate) fn describe(lexicon: &Lexicon, word: &str) -> String {
    let Some(cursor) = walk(lexicon, word) else { return format!("{word}: no prefix\n") };
    let Some(frequency) = lexicon.frequency(cursor) else { return format!("{word}: no word\n") };
    let mut out = format!("{word}: {frequency}\n");
    for entry in lexicon.readings(cursor) {
        let reading = Notation::Tl.write(&entry.reading, &WriteOptions::default());
        let label = entry.label.map_or(' ', |label| label.han());
        let accent = entry.accent.map_or(0, |accent| accent as u8);
        let derived = if entry.derived { " derived" } else { "" };
        out += &format!(
            "  {reading} {label} accent {accent} sources {:04b} mass {:.2}{derived}\n",
            entry.sources, entry.mass
        );
    }
    out
}
