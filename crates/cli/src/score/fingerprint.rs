//! What was scored, in two hashes: the dictionary, and what the engine makes of the committed
//! articles with it.

use std::fs;
use std::io;
use std::path::Path;

use sha2::{Digest, Sha256};
use thakim_document::{Document, Preference};
use thakim_engine::{Engine, Options};

use crate::annotate::characters;

/// Two programs with the same fingerprint read alike, as far as the articles tell.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Fingerprint {
    /// SHA-256 of the compiled dictionary.
    pub(super) dictionary: String,
    /// SHA-256 over the readings of the articles, in every way of reading, with the confidence.
    pub(super) readings: String,
}

impl Fingerprint {
    /// Of an engine, its dictionary as bytes, and a folder of articles: its `.txt` files, without
    /// the golden readings among them.
    pub(super) fn of(
        engine: &Engine,
        dictionary: &[u8],
        articles: &Path,
    ) -> io::Result<Fingerprint> {
        let mut files = Vec::new();
        for entry in fs::read_dir(articles)? {
            let path = entry?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            if name.ends_with(".txt") && !name.ends_with(".readings.txt") {
                files.push((name, path));
            }
        }
        files.sort();
        let mut hash = Sha256::new();
        for (name, path) in files {
            let text = fs::read_to_string(path)?;
            for readings in Preference::ALL {
                hash.update(format!("{name} {readings}\n"));
                let document = engine.annotate(&text, &Options::reading(readings));
                hash.update(written(&document));
            }
        }
        let dictionary = hexadecimal(&Sha256::digest(dictionary));
        Ok(Fingerprint { dictionary, readings: hexadecimal(&hash.finalize()) })
    }
}

/// Every character with its reading, the confidence in it and what is marked of it; a line a
/// paragraph.
fn written(document: &Document) -> String {
    let mut out = String::new();
    for paragraph in &document.paragraphs {
        out.push_str(if paragraph.classical { "classical" } else { "" });
        for token in &paragraph.tokens {
            let mark = if token.is_derived() { "*" } else { "" };
            for (character, reading) in characters(token) {
                let reading = reading.unwrap_or_default();
                out.push_str(&format!(" {character}{reading}{mark}"));
            }
            out.push_str(&format!(" {}", token.confidence));
        }
        out.push('\n');
    }
    out
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
