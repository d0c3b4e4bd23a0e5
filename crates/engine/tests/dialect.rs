//! Readings in a dialect, over a small dictionary that is written out here.

mod small;

use thakim_document::{Candidate, Document, Origin, Preference, Token};
use thakim_engine::{Engine, Options};
use thakim_lexicon::Lexicon;
use thakim_lexicon::build::{Options as Build, check_files, compile};
use thakim_phonology::dialect::Dialect;
use thakim_phonology::{Notation, WriteOptions};

use small::MANIFEST;

const WORDS: &str = "\
word	reading	label	accent	count
人	lâng	白		900
出	tshut			90
出來	tshut--lâi			90
卵	nn̄g			90
去	khì			700
家	ke			90
日	ji̍t		1	90
日	li̍t		2	90
火	hué		1	90
火	hé		2	90
火車	hué-tshia		1	40
火車	hé-tshia		2	40
瞪	tènn		1	40
瞪	tìnn		2	40
車	tshia			90
過	kuè	白	1	90
過	kè	白	2	90
雞	ke		1	90
雞	kue		2	90
雞卵	ke-nn̄g			30
魚	hî			90
龍	Lîng			30
";

const VARIANTS: &str = "\
character	stands_for	kind
车	車	simplified
鸡	雞	simplified
";

fn engine() -> Engine {
    let files = [
        ("small/SOURCE.toml", MANIFEST.as_bytes()),
        ("small/words.tsv", WORDS.as_bytes()),
        ("small/variants.tsv", VARIANTS.as_bytes()),
    ];
    let (sources, faults) = check_files("tests", files);
    assert!(faults.is_empty(), "{faults:#?}");
    let compiled = compile(&sources, &Build::default());
    let lexicon = Lexicon::open(compiled).expect("what was compiled opens");
    Engine::new(lexicon).expect("a dictionary without a model")
}

fn annotated(dialect: Dialect, text: &str) -> Document {
    let document = engine().annotate(text, &Options { dialect, ..Options::default() });
    assert_eq!(document.text(), text);
    document
}

fn tokens(dialect: Dialect, text: &str) -> Vec<Token> {
    let paragraphs = annotated(dialect, text).paragraphs;
    paragraphs.into_iter().flat_map(|paragraph| paragraph.tokens).collect()
}

fn written(candidate: &Candidate) -> String {
    Notation::Tl.write(&candidate.reading, &WriteOptions::default())
}

fn readings(dialect: Dialect, text: &str) -> String {
    let tokens = tokens(dialect, text);
    let read = tokens.iter().filter_map(|token| token.candidates.first().map(written));
    read.collect::<Vec<_>>().join(" ")
}

#[test]
fn a_form_of_the_dictionary_is_taken_and_not_derived() {
    let tokens = tokens(Dialect::Taipei, "火車");
    let [token] = &tokens[..] else { panic!("one word, not {tokens:?}") };
    assert_eq!(token.candidates.iter().map(written).collect::<Vec<_>>(), ["hé-tshia", "hué-tshia"]);
    assert!(token.candidates.iter().all(|candidate| !candidate.derived));
    assert_ne!(token.candidates[0].sources.0, 0);
}

#[test]
fn what_the_dictionary_lacks_is_derived_and_the_general_form_stays() {
    for (dialect, text, expected) in [
        // The word has one form, its characters have two.
        (Dialect::Taipei, "雞卵", ["kue-nn̄g", "ke-nn̄g"]),
        (Dialect::Penang, "雞卵", ["ke-nuī", "ke-nn̄g"]),
        (Dialect::Sansia, "雞卵", ["kere-nn̄g", "ke-nn̄g"]),
        (Dialect::Amoy, "魚", ["hû", "hî"]),
        (Dialect::Kinmen, "去", ["khìr", "khì"]),
    ] {
        let tokens = tokens(dialect, text);
        let candidates: Vec<String> = tokens[0].candidates.iter().map(written).collect();
        assert_eq!(candidates, expected, "{dialect}");
        let derived: Vec<bool> =
            tokens[0].candidates.iter().map(|candidate| candidate.derived).collect();
        assert_eq!(derived, [true, false], "{dialect}");
        assert_eq!(tokens[0].candidates[0].sources.0, 0);
    }
}

#[test]
fn rules_add_doubt_and_the_dictionary_does_not() {
    let confidence = |dialect, text| tokens(dialect, text)[0].confidence;
    assert!(confidence(Dialect::Amoy, "魚") < confidence(Dialect::General, "魚"));
    assert_eq!(confidence(Dialect::Taipei, "火車"), confidence(Dialect::General, "火車"));
    assert_eq!(confidence(Dialect::Taipei, "家"), confidence(Dialect::General, "家"));
}

#[test]
fn joins_capitals_and_simplified_forms_are_kept() {
    assert_eq!(readings(Dialect::Penang, "鸡卵"), "ke-nuī");
    assert_eq!(readings(Dialect::Taipei, "火车"), "hé-tshia");
    assert_eq!(readings(Dialect::Taipei, "日出來"), "li̍t tshut--lâi");
    assert_eq!(readings(Dialect::Singapore, "龍"), "Lêng");
    // A neutral syllable is mapped as well.
    assert_eq!(readings(Dialect::General, "出過"), "tshut kuè");
    assert_eq!(readings(Dialect::Lukang, "出過"), "tshut kèr");
}

/// 瞪 is not in the list of the sets' characters.
#[test]
fn pairs_of_the_dictionary_are_evidence() {
    assert_eq!(readings(Dialect::Taipei, "瞪"), "tìnn");
    assert_eq!(readings(Dialect::Zhangzhou, "瞪"), "tèenn");
}

#[test]
fn the_general_accent_is_as_without_a_choice() {
    let text = "日出來，火車過雞卵去家。鸡！abc";
    let plain = engine().annotate(text, &Options::reading(Preference::Auto));
    assert_eq!(annotated(Dialect::General, text), plain);
}

/// Whatever is chosen, text and words stay, every reading has its syllables, and the general reading is
/// among the candidates.
#[test]
fn a_dialect_changes_readings_alone() {
    let text = "日出來，火車過雞卵去家。\n鸡々魚？龍人瞪 abc 龘";
    let general = tokens(Dialect::General, text);
    for dialect in Dialect::ALL {
        let spoken = tokens(dialect, text);
        assert_eq!(spoken.len(), general.len());
        for (old, new) in general.iter().zip(&spoken) {
            assert_eq!((&old.surface, old.origin), (&new.surface, new.origin));
            assert!(new.confidence <= old.confidence);
            let units = new.units().count();
            assert!(new.candidates.iter().all(|candidate| candidate.reading.len() == units));
            let Some(reading) = old.reading() else {
                assert!(matches!(new.origin, Origin::Other | Origin::Unknown));
                continue;
            };
            let has = new.candidates.iter().any(|candidate| candidate.reading == *reading);
            assert!(has, "{dialect} {new:?}");
        }
    }
}
