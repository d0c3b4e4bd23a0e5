//! `thakim model`: learning from a made corpus.

mod support;

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::{Digest, Sha256};
use support::{complaint, source, written};
use tempfile::TempDir;

const WRITABLE: &str = "the folder can be written to";

fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(bytes).expect("memory takes it");
    encoder.finish().expect("memory takes it")
}

/// A package of the corpus in which 人 is jîn behind 聖 and lâng behind 好. No two lines are the same.
fn package(folder: &Path) -> PathBuf {
    let mut text = String::new();
    for line in 0..450 {
        let sentence = match line % 2 {
            0 => "聖｜sing3 人｜jin5 講-話｜kong2-ue7",
            _ => "好｜ho2 人｜lang5 食-飯｜tsiah8-png7",
        };
        text.push_str(&format!("{sentence} {line}｜{line} 。｜.\n"));
    }
    let text = gzip(text.as_bytes());
    let mut archive = tar::Builder::new(Vec::new());
    let mut header = tar::Header::new_gnu();
    header.set_size(text.len() as u64);
    header.set_mode(0o644);
    archive
        .append_data(&mut header, "made/語料/語句文本.txt.gz", text.as_slice())
        .expect("memory takes it");
    let path = folder.join("made-1.tar.gz");
    fs::write(&path, gzip(&archive.into_inner().expect("it is whole"))).expect(WRITABLE);
    path
}

/// A folder of sources with a pinned corpus, and the package.
fn made() -> (TempDir, String, String) {
    let folder = tempfile::tempdir().expect(WRITABLE);
    let dict = folder.path().join("dict");
    source(
        &dict,
        "taibun",
        &[
            // Sorted, so that this is the first.
            "人\tjîn\t文\t\t",
            "人\tlâng\t白\t\t",
            "好\thó\t\t\t",
            "聖\tsìng\t\t\t",
            "講\tkóng\t\t\t",
            "話\tuē\t\t\t",
            "食\ttsia̍h\t\t\t",
            "飯\tpn̄g\t\t\t",
            "食飯\ttsia̍h-pn̄g\t\t\t",
        ],
    );
    let package = package(folder.path());
    let list = format!(
        "[[package]]\nsource = \"corpus\"\nregistry = \"none\"\npackage = \"made\"\nversion = \"1\"\n\
         file = \"made-1.tar.gz\"\nsha256 = \"{}\"\n",
        sha256(&fs::read(&package).expect("it was written"))
    );
    fs::write(dict.join("packages.toml"), list).expect(WRITABLE);
    let (dict, package) = (dict.display().to_string(), package.display().to_string());
    (folder, dict, package)
}

fn train(dict: &str, package: &str) -> String {
    written(&["model", "train", package, "--dict", dict])
}

fn model(dict: &str) -> [Vec<u8>; 2] {
    ["model.bin", "model.toml"]
        .map(|file| fs::read(Path::new(dict).join(file)).expect("it was trained"))
}

#[test]
fn what_is_learnt_reads_in_context() {
    let (folder, dict, package) = made();
    let said = train(&dict, &package);
    for part in
        ["learning from", "round 3: mean loss", "held out: of 160 characters 100.00 % right"]
    {
        assert!(said.contains(part), "{part} is not in: {said}");
    }
    let out = folder.path().display().to_string();
    let read = |without: &[&str]| {
        let build = [&["dict", "build", &dict, "--out", &out], without].concat();
        let dictionary = written(&build);
        let article = folder.path().join("article.txt");
        fs::write(&article, "聖人講話。好人食飯。").unwrap();
        let article = article.display().to_string();
        written(&["annotate", "--dictionary", dictionary.trim_end(), &article])
    };
    assert!(read(&[]).contains("jîn") && read(&[]).contains("lâng"), "{}", read(&[]));
    // The tables alone have one best reading of 人, wherever it stands.
    assert!(!read(&["--without", "model"]).contains("lâng"));
}

#[test]
fn the_same_tables_and_package_give_the_same_model() {
    let (first, second) = (made(), made());
    train(&first.1, &first.2);
    train(&second.1, &second.2);
    assert_eq!(model(&first.1), model(&second.1));
    let [bytes, about] = model(&first.1);
    let about: toml::Table = toml::from_str(&String::from_utf8(about).unwrap()).unwrap();
    assert_eq!(about["sha256"].as_str(), Some(sha256(&bytes).as_str()));
    assert_eq!(about["bytes"].as_integer(), Some(bytes.len() as i64));
}

#[test]
fn a_check_says_when_the_model_is_stale_and_writes_nothing() {
    let (_folder, dict, package) = made();
    train(&dict, &package);
    let check = ["model", "train", &package, "--dict", &dict, "--check"];
    written(&check);
    let before = model(&dict);
    source(Path::new(&dict), "han2kip", &["飯食\tpn̄g-si̍t\t\t\t"]);
    let said = complaint(&check);
    assert!(said.contains(" is stale; run `thakim model train`"), "{said}");
    assert_eq!(model(&dict), before);
}

#[test]
fn faults_name_the_cure() {
    let (folder, dict, package) = made();
    let other = folder.path().join("other.tar.gz");
    fs::write(&other, gzip(b"other")).unwrap();
    let said = complaint(&["model", "train", &other.display().to_string(), "--dict", &dict]);
    assert!(said.contains("expected made-1.tar.gz"), "{said}");
    source(Path::new(&dict), "han2kip", &["飯食\tpn̄g\t\t\t"]);
    let said = complaint(&["model", "train", &package, "--dict", &dict]);
    assert!(said.contains("words.tsv:2: "), "{said}");
    assert!(!Path::new(&dict).join("model.bin").exists());
}
