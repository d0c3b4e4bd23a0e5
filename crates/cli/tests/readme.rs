//! What README.md shows works: its example compiles and runs, and its command prints what stands there.

mod support;

use std::env;
use std::error::Error;
use std::fs;
use std::path::Path;

use support::{thakim_with, written};

const README: &str = include_str!("../../../README.md");

/// The example, exactly as README.md has it between these two comments.
fn example() -> Result<(), Box<dyn Error>> {
    // README.md
    use thakim_document::export::{Style, readings};
    use thakim_engine::{Engine, Options};
    use thakim_lexicon::Lexicon;

    let engine = Engine::new(Lexicon::open(std::fs::read("thakim.dict")?)?)?;
    for paragraph in engine.paragraphs("今仔日天氣真好。", &Options::default()) {
        println!("{}", readings(&paragraph, &Style::default()));
    }
    // README.md
    Ok(())
}

/// The lines between the two comments, without their indentation.
fn own_source() -> String {
    let mut parts = include_str!("readme.rs").split("    // README.md\n");
    let body = parts.nth(1).expect("the example stands between two comments");
    body.lines().map(|line| format!("{}\n", line.strip_prefix("    ").unwrap_or(line))).collect()
}

/// The only test here that needs a working directory; no other depends on it.
#[test]
fn the_example_runs_as_it_is_printed() {
    let shown = README.split("```rust\n").nth(1).and_then(|rest| rest.split("```").next());
    assert_eq!(shown, Some(own_source().as_str()), "the example of README.md, and the one here");
    let folder = tempfile::tempdir().unwrap();
    let dict = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../dict").display().to_string();
    let out = folder.path().display().to_string();
    let built = written(&["dict", "build", &dict, "--out", &out]);
    fs::rename(built.trim_end(), folder.path().join("thakim.dict")).unwrap();
    env::set_current_dir(folder.path()).unwrap();
    example().unwrap();
}

#[test]
fn the_command_prints_what_is_shown() {
    let shown = README.lines().skip_while(|line| !line.starts_with("$ echo '"));
    let shown: Vec<&str> = shown.take(2).collect();
    let text = shown[0].split('\'').nth(1).unwrap();
    assert_eq!(shown[0], format!("$ echo '{text}' | thakim annotate"));
    let ran = thakim_with(&["annotate"], &format!("{text}\n"));
    assert_eq!(ran.out.trim_end(), shown[1]);
}
