//! Words of one's own, above a small dictionary.

use std::sync::Arc;

use proptest::prelude::*;
use thakim_document::own::OwnWord;
use thakim_document::{Document, Preference, ReasonKind, SURE, Sources, Token};
use thakim_engine::{Engine, Model, Options, OwnWords};
use thakim_phonology::dialect::Dialect;
use thakim_phonology::{Label, Notation, Reading};

mod small;

fn engine() -> Engine {
    Engine::with_model(small::lexicon(), Model::empty())
}

fn reading(written: &str) -> Reading {
    Notation::Tl.parse(written).expect("a reading in 臺羅")
}

fn word(surface: &str, written: &str) -> OwnWord {
    OwnWord::new(surface, reading(written)).expect("a word with its reading")
}

fn own(words: &[(&str, &str)]) -> Options {
    let words = words.iter().map(|(surface, written)| word(surface, written));
    Options { own: Arc::new(OwnWords::new(words)), ..Options::default() }
}

fn written(token: &Token) -> String {
    let style = thakim_document::export::Style::default();
    token.reading().map(|reading| style.reading(reading)).unwrap_or_default()
}

/// The words of a text with their readings: `食飯 tsia̍h-pn̄g|…`.
fn read(text: &str, options: &Options) -> String {
    let document = engine().annotate(text, options);
    let tokens = document.paragraphs.iter().flat_map(|paragraph| &paragraph.tokens);
    let told = tokens.map(|token| format!("{} {}", token.surface, written(token)));
    told.collect::<Vec<_>>().join("|")
}

fn first(document: &Document) -> &Token {
    &document.paragraphs[0].tokens[0]
}

#[test]
fn a_word_is_a_word_wherever_it_stands() {
    let options = own(&[("生食", "tshenn-tsia̍h"), ("灣人", "Uân-lâng")]);
    assert_eq!(read("學生食飯", &options), "學 ha̍k|生食 tshenn-tsia̍h|飯 pn̄g");
    assert_eq!(read("臺灣人", &options), "臺 tâi|灣人 Uân-lâng");
    assert_eq!(read("學生，食飯", &options), "學生 ha̍k-sing|， |食飯 tsia̍h-pn̄g");
    let nothing = Options::default();
    assert_eq!(read("學生食飯", &nothing), "學生 ha̍k-sing|食飯 tsia̍h-pn̄g");
}

#[test]
fn a_longer_word_is_not_cut() {
    let options = own(&[
        ("學生", "o̍h-senn"),
        ("生食飯", "senn-tsia̍h-pn̄g"),
        ("飯人", "pn̄g-lâng"),
        ("學", "o̍h"),
    ]);
    assert_eq!(read("學生食飯人", &options), "學 o̍h|生食飯 senn-tsia̍h-pn̄g|人 lâng");
    assert_eq!(read("學生食飯", &options), "學 o̍h|生食飯 senn-tsia̍h-pn̄g");
    assert_eq!(read("學生去", &options), "學生 o̍h-senn|去 khì");
    // Of two of one length, the one that begins first.
    let options = own(&[("學生", "o̍h-senn"), ("生食", "senn-tsia̍h")]);
    assert_eq!(read("學生食", &options), "學生 o̍h-senn|食 tsia̍h");
}

#[test]
fn a_character_is_read_so_only_where_it_is_a_word_by_itself() {
    let options = own(&[("食", "si̍t"), ("生", "senn")]);
    assert_eq!(read("學生去食", &options), "學生 ha̍k-sing|去 khì|食 si̍t");
    assert_eq!(read("食飯", &options), "食飯 tsia̍h-pn̄g");
    let token = engine().annotate("食", &options);
    let token = first(&token);
    assert_eq!(token.candidates[0].sources, Sources::OWN);
    assert_eq!(token.confidence, u8::MAX);
    // What the dictionary says can still be chosen.
    assert_eq!(token.candidates[1].sources, Sources(1));
    assert_eq!((token.candidates[0].share, token.candidates[1].share), (255, 0));
}

#[test]
fn the_dictionary_is_cut_as_it_was_around_a_character() {
    let text = "今仔日學生去臺灣食飯，人在今去后面";
    let cut = |options: &Options| {
        let document = engine().annotate(text, options);
        let tokens = document.paragraphs[0].tokens.iter();
        tokens.map(|token| token.surface.clone()).collect::<Vec<_>>()
    };
    let all: Vec<String> = text.chars().map(String::from).filter(|it| it != "，").collect();
    let words: Vec<_> = all.iter().map(|letter| (letter.as_str(), "ka")).collect();
    assert_eq!(cut(&own(&words)), cut(&Options::default()));
}

#[test]
fn characters_that_no_dictionary_has() {
    let options = own(&[("\u{2A6D6}", "lông"), ("辻\u{E0100}", "tsi̍p"), ("勿會", "buē")]);
    let text = "\u{2A6D6}辻去勿會辻\u{E0100}\u{2A6D7}";
    assert_eq!(
        read(text, &options),
        "\u{2A6D6} lông|辻 tsi̍p|去 khì|勿會 buē|辻\u{E0100} tsi̍p|\u{2A6D7} "
    );
    assert_eq!(engine().annotate(text, &options).text(), text);
}

#[test]
fn a_word_that_the_dictionary_has_too_names_both_sources() {
    let options = own(&[("臺灣", "tâi-uân")]);
    let document = engine().annotate("臺灣", &options);
    let token = first(&document);
    assert_eq!(written(token), "tâi-uân", "as it was typed, without the capital of the dictionary");
    assert_eq!(token.candidates.len(), 1);
    assert_eq!(token.candidates[0].sources, Sources(Sources::OWN.0 | 1));
    assert!(token.is_own());
}

#[test]
fn of_several_readings_the_context_decides() {
    let mut words = vec![word("人", "jîn"), word("人", "lâng")];
    words[1].count = Some(99);
    let options = |words: &[OwnWord], readings| Options {
        own: Arc::new(OwnWords::new(words.to_vec())),
        ..Options::reading(readings)
    };
    let document = engine().annotate("人", &options(&words, Preference::Auto));
    let token = first(&document);
    assert_eq!(written(token), "lâng");
    assert!(token.confidence >= SURE && token.confidence < u8::MAX, "{}", token.confidence);
    assert!(token.candidates.iter().all(|candidate| candidate.sources.has_own()));
    // Seen alike, it is open.
    words[1].count = None;
    let document = engine().annotate("人", &options(&words, Preference::Auto));
    assert!(first(&document).is_uncertain());
    // Who asks for literary readings gets the one that is.
    words[0].label = Some(Label::Literary);
    words[1].label = Some(Label::Colloquial);
    for (readings, expected) in [(Preference::Literary, "jîn"), (Preference::Colloquial, "lâng")]
    {
        let document = engine().annotate("人", &options(&words, readings));
        assert_eq!(written(first(&document)), expected);
    }
}

#[test]
fn no_rule_changes_what_was_written() {
    // Neutral tones at the end of a clause, and the dialect.
    let options = own(&[("去", "khì"), ("食飯去", "tsia̍h-pn̄g-khì"), ("日", "ji̍t")]);
    for dialect in Dialect::ALL {
        let options = Options { dialect, ..options.clone() };
        assert_eq!(read("食飯去。日", &options), "食飯去 tsia̍h-pn̄g-khì|。 |日 ji̍t", "{dialect:?}");
    }
    let neutral = own(&[("食去", "tsia̍h--khì")]);
    let literary = Options { readings: Preference::Literary, ..neutral };
    assert_eq!(read("食去", &literary), "食去 tsia̍h--khì");
}

#[test]
fn an_explanation_says_that_it_is_ones_own() {
    let options = own(&[("食飯", "si̍t-huān"), ("人", "jîn"), ("\u{2A6D6}", "lông")]);
    let explain = |line, at| engine().explain(line, at, &options).unwrap();
    let explanation = explain("去食飯", 1);
    assert_eq!(explanation.surface, "食飯");
    let own = &explanation.candidates[0];
    assert_eq!(own.candidate.sources, Sources::OWN);
    let reason = &own.reasons[0];
    assert_eq!((reason.kind, reason.text.as_str()), (ReasonKind::Own, "食飯"));
    assert!(reason.weight > 10.0);
    let other = &explanation.candidates[1].reasons[0];
    assert!(other.kind == ReasonKind::Own && other.weight < -10.0);
    assert_eq!(explanation.rivals, []);
    let alone = explain("\u{2A6D6}", 0);
    assert_eq!(alone.candidates[0].reasons[0].kind, ReasonKind::Own);
    let of_character = explain("人", 0);
    assert!(of_character.candidates[0].candidate.sources.has_own());
    assert!(of_character.candidates.len() > 1);
    // Where the character is part of a word, nothing is one's own.
    let explanation = engine().explain("學生", 0, &own_of("學")).unwrap();
    assert_eq!(explanation.candidates[0].reasons[0].kind, ReasonKind::Word);
}

fn own_of(letter: &str) -> Options {
    own(&[(letter, "ka")])
}

/// Text of characters that are in the dictionary, in the own words, in none, and no Han at all.
fn texts() -> impl Strategy<Value = String> {
    prop::collection::vec(
        prop::sample::select(vec![
            "今",
            "仔",
            "日",
            "學",
            "生",
            "食",
            "飯",
            "臺",
            "灣",
            "一",
            "二",
            "十",
            "人",
            "陳",
            "々",
            "\u{2A6D6}",
            "\u{E0100}",
            "勿會",
            "○",
            "，",
            "a",
            "\n",
        ]),
        0..24,
    )
    .prop_map(|parts| parts.concat())
}

proptest! {
    #[test]
    fn nothing_is_lost_and_every_syllable_has_its_character(
        text in texts(),
        surfaces in prop::collection::vec("[今仔日學生食飯臺灣一二十人陳々\u{2A6D6}]{1,4}", 0..6),
    ) {
        let words = surfaces.iter().map(|surface| {
            let written = vec!["ka"; surface.chars().count()].join("-");
            word(surface, &written)
        });
        let options = Options { own: Arc::new(OwnWords::new(words)), ..Options::default() };
        let document = engine().annotate(&text, &options);
        prop_assert_eq!(document.text(), text.as_str());
        for token in document.paragraphs.iter().flat_map(|paragraph| &paragraph.tokens) {
            for candidate in &token.candidates {
                prop_assert_eq!(candidate.reading.len(), token.units().count());
            }
            if token.is_own() {
                prop_assert_eq!(token.confidence, u8::MAX);
            }
        }
    }
}
