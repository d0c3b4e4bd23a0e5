//! What a dictionary says of words.

mod common;

use common::{build, counts, describe, manifest, open, small, sources, walk, words};
use expect_test::{Expect, expect};
use proptest::prelude::*;
use thakim_lexicon::build::{compile, file_name};
use thakim_lexicon::{Lexicon, VariantKind};

fn check(words: &[&str], expected: Expect) {
    let lexicon = open(&small());
    let lines: String = words.iter().map(|word| describe(&lexicon, word)).collect();
    expected.assert_eq(&lines);
}

#[test]
fn readings_that_differ_in_capitals_are_one_over_sources_and_layers() {
    check(
        &["臺灣"],
        expect![[r#"
        臺灣: 41
          Tâi-uân   accent 1 sources 1011 mass 8.17
          Tâi-uan   accent 2 sources 0001 mass 0.32
    "#]],
    );
}

#[test]
fn a_double_hyphen_is_heard() {
    check(
        &["會使"],
        expect![[r#"
        會使: 0
          ē-sái   accent 0 sources 0001 mass 2.00
          ē--sái   accent 0 sources 0001 mass 0.65
    "#]],
    );
}

#[test]
fn text_outweighs_lists_and_seldom_adds_readings() {
    // hiânn was met once: too seldom. tho̍k-im was met often enough.
    check(
        &["行", "讀音"],
        expect![[r#"
            行: 99
              kiânn   accent 0 sources 0011 mass 6.17
              hâng   accent 0 sources 0001 mass 5.66
              hîng 文 accent 0 sources 0001 mass 2.59
            讀音: 5
              tho̍k-im   accent 0 sources 0100 mass 5.19
              tha̍k-im   accent 0 sources 0001 mass 2.00
        "#]],
    );
}

#[test]
fn characters_that_none_reads_alone_are_read_as_in_words() {
    // 灣 has no derived reading although the main layer has it only inside 臺灣: moe reads it.
    check(
        &["銀", "灣", "會"],
        expect![[r#"
            銀: 0
              gîn   accent 0 sources 0001 mass 5.19 derived
            灣: 0
              uân   accent 0 sources 1000 mass 2.00
            會: 0
              ē   accent 0 sources 0001 mass 0.10 derived
        "#]],
    );
}

#[test]
fn labels() {
    check(
        &["肉"],
        expect![[r#"
        肉: 0
          hi̍k 文 accent 0 sources 1000 mass 2.00
          bah 替 accent 0 sources 1000 mass 0.46
    "#]],
    );
}

#[test]
fn prefixes_and_strangers() {
    check(
        &["銀", "銀行員", "員", "a", "\u{10FFFF}", "灣銀"],
        expect![[r#"
            銀: 0
              gîn   accent 0 sources 0001 mass 5.19 derived
            銀行員: no prefix
            員: no prefix
            a: no prefix
            􏿿: no prefix
            灣銀: no prefix
        "#]],
    );
}

#[test]
fn the_start_is_no_word() {
    let lexicon = open(&small());
    assert_eq!(lexicon.frequency(lexicon.start()), None);
    assert!(lexicon.readings(lexicon.start()).is_empty());
}

#[test]
fn variants_in_order_of_preference() {
    let lexicon = open(&small());
    let variants = |letter| lexicon.variants(letter).collect::<Vec<_>>();
    assert_eq!(variants('台'), [('臺', VariantKind::Simplified)]);
    assert_eq!(variants('读'), [('讀', VariantKind::Simplified), ('音', VariantKind::Variant)]);
    assert_eq!(variants('臺'), []);
    // A radical, and a compatibility ideograph.
    assert_eq!(variants('\u{2F8F}'), [('行', VariantKind::Compatibility)]);
    assert_eq!(variants('\u{FA08}'), [('行', VariantKind::Compatibility)]);
    // 龜 is not in the dictionary.
    assert_eq!(variants('\u{F907}'), []);
}

#[test]
fn the_summary_names_sources_in_the_order_of_their_bits() {
    let lexicon = open(&small());
    let summary = lexicon.summary();
    let names: Vec<&str> = summary.sources.iter().map(|source| source.name.as_str()).collect();
    assert_eq!(names, ["base", "noisy", "text", "moe"]);
    assert_eq!((summary.words, summary.characters), (13, 9));
}

#[test]
fn what_is_left_out_leaves_nothing_behind() {
    let bytes = build(&small(), &["moe"]);
    let has = |needle: &str| bytes.windows(needle.len()).any(|window| window == needle.as_bytes());
    assert!(has("The noisy") && !has("The moe"));
    let lexicon = Lexicon::open(bytes.clone()).unwrap();
    let lines: String = ["肉", "灣"].map(|word| describe(&lexicon, word)).concat();
    expect![[r#"
        肉: no prefix
        灣: 0
          uân   accent 0 sources 0011 mass 0.10 derived
          uan   accent 0 sources 0001 mass 0.05 derived
    "#]]
    .assert_eq(&lines);

    // As if the source had never been there.
    let moe_free: Vec<(&str, String)> = vec![
        ("a/SOURCE.toml", manifest("a", "main")),
        ("a/words.tsv", words("一二|it-jī|||")),
        ("a/counts.tsv", counts("一二|it-jī|7")),
    ];
    let mut with = moe_free.clone();
    with.push(("moe/SOURCE.toml", manifest("moe", "moe")));
    with.push(("moe/words.tsv", words("一|it|||\n三|sam|||")));
    assert_eq!(build(&sources(&with), &["moe"]), build(&sources(&moe_free), &[]));
}

#[test]
fn the_same_sources_give_the_same_bytes() {
    let once = build(&small(), &[]);
    assert_eq!(once, build(&small(), &[]));
    // Pinned: a change of these bytes needs a new FORMAT_VERSION, unless only the weights changed.
    expect!["thakim-731e12453cc10d81.dict"].assert_eq(&file_name(&once));
}

#[test]
fn nothing_is_a_dictionary_too() {
    let lexicon = Lexicon::open(compile(&Default::default(), &Default::default())).unwrap();
    assert_eq!(lexicon.summary().words, 0);
    assert_eq!(lexicon.step(lexicon.start(), '一'), None);
}

/// Words of a few characters and their readings, in any number.
fn any_words() -> impl Strategy<Value = Vec<(String, String)>> {
    let part = || {
        (
            prop::sample::select(vec!['一', '丁', '七', '丈', '三', '𠀀']),
            prop::sample::select(vec!["it", "ting", "Tshit", "tiōng", "sann", "khàu"]),
            prop::sample::select(vec!["-", " ", "--"]),
        )
    };
    let word = prop::collection::vec(part(), 1..5).prop_map(|parts| {
        let word: String = parts.iter().map(|part| part.0).collect();
        let mut reading = String::new();
        for (_, syllable, join) in parts {
            if !reading.is_empty() || join == "--" {
                reading += join;
            }
            reading += syllable;
        }
        (word, reading)
    });
    prop::collection::vec(word, 0..40)
}

proptest! {
    /// Every word and reading that goes in comes out, and nothing else that is not derived.
    #[test]
    fn nothing_is_lost(mut rows in any_words()) {
        rows.sort();
        rows.dedup();
        let lines: String = rows.iter().map(|(word, reading)| format!("{word}|{reading}|||\n")).collect();
        let lexicon = open(&sources(&[
            ("a/SOURCE.toml", manifest("a", "main")),
            ("a/words.tsv", words(&lines)),
        ]));
        let plain = |reading: &str| reading.to_lowercase().replace("--", "=").replace(' ', "-");
        for (word, reading) in &rows {
            let cursor = walk(&lexicon, word).unwrap();
            prop_assert_eq!(lexicon.frequency(cursor), Some(0));
            let found: Vec<String> = lexicon.readings(cursor).iter().map(|entry| {
                thakim_phonology::Notation::Tl.write(&entry.reading, &Default::default())
            }).collect();
            prop_assert!(
                found.iter().any(|found| plain(found) == plain(reading)),
                "{} {} not among {:?}", word, reading, found
            );
            let listed = rows.iter().filter(|row| row.0 == *word).count();
            prop_assert!(found.len() <= listed);
        }
    }
}

#[test]
fn what_is_derived_by_rule_confirms_or_is_the_last_resort() {
    let rules = || manifest("rules", "main") + "derived = true\n";
    let sources = sources(&[
        ("base/SOURCE.toml", manifest("base", "main")),
        ("base/words.tsv", words("山|suann|||\n山|san|||")),
        ("rules/SOURCE.toml", rules()),
        ("rules/words.tsv", words("㐁|thàm|文||\n山|san|文||\n山|sian|文||")),
    ]);
    let lexicon = open(&sources);
    let told: Vec<bool> = lexicon.summary().sources.iter().map(|source| source.derived).collect();
    assert_eq!(told, [false, true]);
    expect![[r#"
        山: 0
          suann   accent 0 sources 0001 mass 2.00
          san   accent 0 sources 0011 mass 0.65
          sian 文 accent 0 sources 0010 mass 0.02 derived
    "#]]
    .assert_eq(&describe(&lexicon, "山"));
    expect![[r#"
        㐁: 0
          thàm 文 accent 0 sources 0010 mass 0.05 derived
    "#]]
    .assert_eq(&describe(&lexicon, "㐁"));
}

#[test]
fn the_model_is_carried_and_can_be_left_out() {
    let mut sources = small();
    sources.model = vec![1, 2, 3];
    let open = |without| Lexicon::open(build(&sources, without)).expect("what is built opens");
    assert_eq!(open(&[]).model(), [1, 2, 3]);
    assert!(open(&["model"]).model().is_empty());
}
