//! Running `thakim` with a small dictionary of its own.

// Not every test file needs all of it.
#![allow(dead_code, unreachable_pub)]

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::thread;

/// What a run of `thakim` did.
pub struct Ran {
    pub succeeded: bool,
    pub out: String,
    pub err: String,
}

/// Runs `thakim` with this on standard input.
pub fn thakim_with(arguments: &[&str], input: &str) -> Ran {
    let mut child = Command::new(env!("CARGO_BIN_EXE_thakim"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("thakim starts");
    let mut stdin = child.stdin.take().expect("a pipe was asked for");
    let input = input.as_bytes().to_vec();
    // A program that stops at a fault need not read the rest.
    thread::spawn(move || drop(stdin.write_all(&input)));
    let Output { status, stdout, stderr } = child.wait_with_output().expect("thakim ends");
    Ran {
        succeeded: status.success(),
        out: String::from_utf8(stdout).expect("what it writes is UTF-8"),
        err: String::from_utf8(stderr).expect("what it says is UTF-8"),
    }
}

/// Runs `thakim` without input.
pub fn thakim(arguments: &[&str]) -> Ran {
    thakim_with(arguments, "")
}

/// What it writes when it does well.
pub fn written(arguments: &[&str]) -> String {
    let ran = thakim(arguments);
    assert!(ran.succeeded, "{}", ran.err);
    assert!(!ran.err.contains("panicked"), "{}", ran.err);
    ran.out
}

/// What it says when it fails.
pub fn complaint(arguments: &[&str]) -> String {
    let ran = thakim(arguments);
    assert!(!ran.succeeded, "{}", ran.out);
    assert!(!ran.err.contains("panicked"), "{}", ran.err);
    ran.err
}

/// Writes a folder of one source, with these lines of `words.tsv`.
pub fn source(dict: &Path, name: &str, words: &[&str]) {
    let folder = dict.join(name);
    fs::create_dir_all(&folder).expect("the folder can be written to");
    let mut description = format!("name = \"{name}\"\nlayer = \"main\"\n");
    for key in
        ["title", "registry", "package", "version", "file", "licence", "attribution", "left_out"]
    {
        description.push_str(&format!("{key} = \"made\"\n"));
    }
    description.push_str(&format!("sha256 = \"{}\"\n", "0".repeat(64)));
    fs::write(folder.join("SOURCE.toml"), description).expect("the folder can be written to");
    let mut rows = words.to_vec();
    rows.sort();
    let table = format!("word\treading\tlabel\taccent\tcount\n{}\n", rows.join("\n"));
    fs::write(folder.join("words.tsv"), table).expect("the folder can be written to");
}

/// A compiled dictionary of a few words, in a folder of its own: `first` has words with counts,
/// `second` readings of characters with labels.
pub fn small_dictionary(folder: &Path) -> PathBuf {
    let dict = folder.join("dict");
    source(&dict, "first", &["學生\tha̍k-sing\t\t\t40", "我\tguá\t\t\t90", "人\tlâng\t白\t\t80"]);
    source(
        &dict,
        "second",
        &[
            "人\tjîn\t文\t\t",
            "學\to̍h\t白\t\t",
            "學\tha̍k\t文\t\t",
            "生\tsenn\t白\t\t",
            "學生\tha̍k-sing\t\t\t",
        ],
    );
    let (dict, out) = (dict.display().to_string(), folder.display().to_string());
    PathBuf::from(written(&["dict", "build", &dict, "--out", &out]).trim_end())
}
