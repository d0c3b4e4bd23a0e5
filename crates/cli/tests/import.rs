//! `thakim dict import` of somebody's dictionary, as a person runs it.

mod support;

use std::fs;

use support::{complaint, source, thakim, written};

#[test]
fn a_word_of_ones_own_is_read_after_import_check_and_build() {
    let place = tempfile::tempdir().unwrap();
    let dict = place.path().join("dict");
    source(&dict, "first", &["仔\ta\t\t\t", "圖\ttôo\t\t\t", "館\tkuán\t\t\t", "哥\tko\t\t\t"]);
    let file = place.path().join("names.dict.yaml");
    let rime =
        "---\nname: names\nversion: \"2\"\n...\n圖圖哥\ttoo5 too5 ko1\n圖館A\ttoo5 kuan2 a1\n";
    fs::write(&file, rime).unwrap();
    let (file, dict) = (file.display().to_string(), dict.display().to_string());
    let ran = thakim(&[
        "dict",
        "import",
        "--format",
        "rime",
        &file,
        "--name",
        "names",
        "--out",
        &dict,
        "--licence",
        "CC0-1.0",
        "--attribution",
        "made for this test",
    ]);
    assert!(ran.succeeded, "{}", ran.err);
    assert!(ran.out.starts_with("2 read, 1 kept (readings of words)\n"), "{}", ran.out);
    assert!(ran.out.contains("1 rejected, not only Han characters: 圖館A"), "{}", ran.out);
    assert_eq!(ran.err, "");
    let checked = written(&["dict", "check", &dict]);
    assert!(checked.contains("names (main): 1 readings"), "{checked}");

    let out = place.path().display().to_string();
    let compiled = written(&["dict", "build", &dict, "--out", &out]);
    let explained = written(&["explain", "圖圖哥", "--dictionary", compiled.trim_end()]);
    assert!(explained.contains("→ tôo-tôo-ko "), "{explained}");
    assert!(explained.contains("names"), "{explained}");
}

#[test]
fn who_forgets_something_is_told_what() {
    for (arguments, expected) in [
        (&["taibun"][..], "PACKAGE"),
        (&["--format", "rime", "a.dict.yaml"], "--name"),
        (&["--format", "cedict", "a.txt", "--name", "a"], "chhoetaigi, moe, rime, taibun, tsv"),
        (&["taibun", "a.whl", "--name", "a"], "cannot be used with '--name"),
        (&["--format", "tsv", "no/such.tsv", "--name", "a"], "no/such.tsv: "),
        (&["nothing", "Cargo.toml"], "no source is called \"nothing\""),
    ] {
        let complaint = complaint(&[&["dict", "import"], arguments].concat());
        assert!(complaint.contains(expected), "{expected} is not in: {complaint}");
    }
}
