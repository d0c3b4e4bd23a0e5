//! Every fault that the checker finds, by file and line.

mod common;

use common::{counts, manifest, table, variants, words};
use expect_test::{Expect, expect};
use thakim_lexicon::build::{check, check_files};

/// The faults of some files.
fn faults(files: &[(&str, &[u8])], expected: Expect) {
    let (_, faults) = check_files("dict", files.iter().copied());
    let lines: String = faults.iter().map(|fault| format!("{fault}\n")).collect();
    expected.assert_eq(&lines);
}

/// The faults of one source with a good manifest and one table.
fn table_faults(file: &str, text: &str, expected: Expect) {
    let manifest = manifest("a", "main");
    let path = format!("a/{file}");
    faults(&[("a/SOURCE.toml", manifest.as_bytes()), (&path, text.as_bytes())], expected);
}

#[test]
fn words_with_every_fault_at_once() {
    table_faults(
        "words.tsv",
        &words(
            "一|tsi̍t|文|1|3
             一|it|文
             |it|||
             丁a|ting-a|||
             七|tshitt|||
             七八|tshit|||
             七|tshit|古||
             七|tshit||3|
             七|tshit|||-1
             七|tshit|||+1
             七|tshit|||4294967296
             三|sann|||
             七|tshit|||
             三|sann|||
             三|sam|||
             九|gȧu-|||
             豈|khí|||
             龍|li\u{302}ng|||",
        ),
        expect![[r#"
            dict/a/words.tsv:3: expected 5 columns, found 3
            dict/a/words.tsv:4: expected a word, found nothing
            dict/a/words.tsv:5: expected Han characters, found 'a' in "丁a"
            dict/a/words.tsv:6: bad reading "tshitt": character 1: 「tshitt」 is no syllable of this notation: expected its end after 「tshit」, found t
            dict/a/words.tsv:7: "七八" has 2 characters, its reading "tshit" 1 syllables
            dict/a/words.tsv:8: expected the label 文, 白, 俗, 替 or nothing, found "古"
            dict/a/words.tsv:9: expected the accent 1, 2 or nothing, found "3"
            dict/a/words.tsv:10: expected a count from 0 to 4294967295 in digits or nothing, found "-1"
            dict/a/words.tsv:11: expected a count from 0 to 4294967295 in digits or nothing, found "+1"
            dict/a/words.tsv:12: expected a count from 0 to 4294967295 in digits or nothing, found "4294967296"
            dict/a/words.tsv:14: "七" belongs before "三": lines are sorted by code points
            dict/a/words.tsv:15: 三 sann stands in line 13 already
            dict/a/words.tsv:17: bad reading "gȧu-": character 1: 「gȧu」 is no initial and final of this notation
            dict/a/words.tsv:19: expected NFC in reading, found "li\u{302}ng"; write "lîng"
        "#]],
    );
}

#[test]
fn several_faults_of_one_line() {
    table_faults(
        "words.tsv",
        &words("七x|tshitt|古|9|many"),
        expect![[r#"
            dict/a/words.tsv:2: expected Han characters, found 'x' in "七x"
            dict/a/words.tsv:2: bad reading "tshitt": character 1: 「tshitt」 is no syllable of this notation: expected its end after 「tshit」, found t
            dict/a/words.tsv:2: expected the label 文, 白, 俗, 替 or nothing, found "古"
            dict/a/words.tsv:2: expected the accent 1, 2 or nothing, found "9"
            dict/a/words.tsv:2: expected a count from 0 to 4294967295 in digits or nothing, found "many"
        "#]],
    );
}

#[test]
fn a_wrong_header() {
    table_faults(
        "words.tsv",
        "word\treading\n一\tit\t\t\t\n",
        expect![[r#"
        dict/a/words.tsv:1: expected the header "word\treading\tlabel\taccent\tcount", found "word\treading"
    "#]],
    );
    table_faults(
        "counts.tsv",
        "",
        expect![[r#"
        dict/a/counts.tsv:1: expected the header "word\treading\tcount", found ""
    "#]],
    );
}

#[test]
fn bytes_that_are_no_utf8() {
    let manifest = manifest("a", "main");
    let words = [words("一|it|||").as_bytes(), b"\xFF\t\t\t\t\n"].concat();
    faults(
        &[("a/SOURCE.toml", manifest.as_bytes()), ("a/words.tsv", &words)],
        expect![[r#"
        dict/a/words.tsv:3: expected UTF-8
    "#]],
    );
    faults(
        &[("a/SOURCE.toml", b"\xFF")],
        expect![[r#"
        dict/a/SOURCE.toml: expected UTF-8
    "#]],
    );
}

#[test]
fn lines_of_windows() {
    table_faults(
        "words.tsv",
        &words("一|it|||").replace('\n', "\r\n"),
        expect![[r#"
        dict/a/words.tsv:1: expected the header "word\treading\tlabel\taccent\tcount", found "word\treading\tlabel\taccent\tcount\r"
        dict/a/words.tsv:2: expected a count from 0 to 4294967295 in digits or nothing, found "\r"
    "#]],
    );
}

#[test]
fn orphans() {
    let manifest = manifest("a", "main");
    faults(
        &[
            ("a/SOURCE.toml", manifest.as_bytes()),
            ("a/words.tsv", words("一二|it-jī|||").as_bytes()),
            ("a/counts.tsv", counts("一|it|1\n一二|it-jī|1\n三|sam|2").as_bytes()),
            // 一 and 二 have readings: those which they have in 一二.
            ("a/variants.tsv", variants("壹|一|variant\n弎|三|variant").as_bytes()),
        ],
        expect![[r#"
            dict/a/counts.tsv:2: orphan: no words.tsv of layer "main" has "一"
            dict/a/counts.tsv:4: orphan: no words.tsv of layer "main" has "三"
            dict/a/variants.tsv:3: orphan: 弎 stands for 三, which no source reads
        "#]],
    );
}

#[test]
fn a_count_needs_its_word_in_its_own_layer() {
    let (a, b) = (manifest("a", "main"), manifest("b", "other"));
    faults(
        &[
            ("a/SOURCE.toml", a.as_bytes()),
            ("a/counts.tsv", counts("一|it|1").as_bytes()),
            ("b/SOURCE.toml", b.as_bytes()),
            ("b/words.tsv", words("一|it|||").as_bytes()),
        ],
        expect![[r#"
            dict/a/counts.tsv:2: orphan: no words.tsv of layer "main" has "一"
        "#]],
    );
}

#[test]
fn variants_with_every_fault() {
    table_faults(
        "variants.tsv",
        &variants("一二|一|variant\n一|x|variant\n一|一|variant\n一|二|other\n一||variant"),
        expect![[r#"
            dict/a/variants.tsv:2: expected one Han character in character, found "一二"
            dict/a/variants.tsv:3: expected one Han character in stands_for, found "x"
            dict/a/variants.tsv:4: 一 cannot stand for itself
            dict/a/variants.tsv:5: expected the kind simplified, variant or compatibility, found "other"
            dict/a/variants.tsv:6: expected one Han character in stands_for, found ""
        "#]],
    );
}

#[test]
fn manifests() {
    faults(
        &[("a/words.tsv", words("").as_bytes())],
        expect![[r#"
        dict/a: expected a SOURCE.toml in this folder, found none
    "#]],
    );
    faults(
        &[("a/SOURCE.toml", b"name = \"a\"\ntitle =\n")],
        expect![[r#"
        dict/a/SOURCE.toml:2: expected TOML: string values must be quoted, expected literal string
    "#]],
    );
    let wrong = manifest("b", "").replace("00", "0g").replace("version = \"1\"", "version = 1");
    faults(
        &[("a/SOURCE.toml", wrong.as_bytes())],
        expect![[r#"
        dict/a/SOURCE.toml: expected layer = "…", found an empty text
        dict/a/SOURCE.toml: expected version = "…", found integer 1
        dict/a/SOURCE.toml: expected name = "…", found "b" in the folder "a"
        dict/a/SOURCE.toml: expected sha256 = "…", found "0g0g0g0g0g0g0g0g0g0g0g0g0g0g0g0g0g0g0g0g0g0g0g0g0g0g0g0g0g0g0g0g", which is no 64 digits of hexadecimal
    "#]],
    );
    faults(
        &[("a/SOURCE.toml", b"")],
        expect![[r#"
        dict/a/SOURCE.toml: expected name = "…", found nothing
        dict/a/SOURCE.toml: expected title = "…", found nothing
        dict/a/SOURCE.toml: expected layer = "…", found nothing
        dict/a/SOURCE.toml: expected registry = "…", found nothing
        dict/a/SOURCE.toml: expected package = "…", found nothing
        dict/a/SOURCE.toml: expected version = "…", found nothing
        dict/a/SOURCE.toml: expected file = "…", found nothing
        dict/a/SOURCE.toml: expected sha256 = "…", found nothing
        dict/a/SOURCE.toml: expected licence = "…", found nothing
        dict/a/SOURCE.toml: expected attribution = "…", found nothing
        dict/a/SOURCE.toml: expected left_out = "…", found nothing
    "#]],
    );
    faults(
        &[],
        expect![[r#"
        dict: expected folders with a SOURCE.toml each, found none
    "#]],
    );
}

#[test]
fn more_sources_and_layers_than_there_is_room_for() {
    let files: Vec<(String, String)> = (b'a'..=b'r')
        .map(|name| {
            let name = char::from(name).to_string();
            (format!("{name}/SOURCE.toml"), manifest(&name, "main"))
        })
        .collect();
    let files: Vec<_> = files.iter().map(|(p, t)| (p.as_str(), t.as_bytes())).collect();
    faults(
        &files,
        expect![[r#"
        dict/q: expected at most 16 sources; this one is left out
        dict/r: expected at most 16 sources; this one is left out
    "#]],
    );
    let files: Vec<(String, String)> = (b'a'..=b'e')
        .map(|name| {
            let name = char::from(name).to_string();
            (format!("{name}/SOURCE.toml"), manifest(&name, &name))
        })
        .collect();
    let files: Vec<_> = files.iter().map(|(p, t)| (p.as_str(), t.as_bytes())).collect();
    faults(
        &files,
        expect![[r#"
        dict/e: expected at most 4 layers; this source of another one is left out
    "#]],
    );
}

#[test]
fn what_is_good_of_a_faulty_source_is_kept() {
    let manifest = manifest("a", "main");
    let text = words("一|it|||\n七|tshitt|||\n二|jī|||");
    let files = [("a/SOURCE.toml", manifest.as_bytes()), ("a/words.tsv", text.as_bytes())];
    let (sources, faults) = check_files("dict", files);
    assert_eq!(faults.len(), 1);
    let words: Vec<_> = sources.iter().flat_map(|source| &source.words).collect();
    assert_eq!(words.len(), 2);
}

#[test]
fn folders_on_disk() {
    let dir = tempfile::tempdir().unwrap();
    let (_, faults) = check(&dir.path().join("nowhere"));
    assert_eq!(faults.len(), 2, "{faults:?}");

    std::fs::write(dir.path().join("README.md"), "of the sources").unwrap();
    std::fs::create_dir(dir.path().join("a")).unwrap();
    std::fs::write(dir.path().join("a/SOURCE.toml"), manifest("a", "main")).unwrap();
    std::fs::write(dir.path().join("a/refused.tsv"), table("why|how often", "x|1")).unwrap();
    std::fs::write(dir.path().join("a/words.tsv"), words("一|ii|||\n二|jī|||")).unwrap();
    let (sources, faults) = check(dir.path());
    let place = format!("{}/a/words.tsv:2: bad reading", dir.path().display());
    assert!(faults[0].to_string().starts_with(&place), "{faults:?}");
    assert_eq!(faults.len(), 1, "{faults:?}");
    assert_eq!(sources.iter().next().unwrap().words.len(), 1);
}
