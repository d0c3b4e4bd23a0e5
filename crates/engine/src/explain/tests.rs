//! Explanations over a small dictionary and models made by hand.

use thakim_document::Candidate;
use thakim_phonology::{Notation, Syllable};

use super::*;
use crate::model::TABLE_BITS;
use crate::model::features::{Contexts, EDGE, Slots, Stratum, of_cut};
use crate::{Engine, Options, OwnWords};

#[path = "../../tests/small/mod.rs"]
mod small;

fn syllable(written: &str) -> Syllable {
    Notation::Tl.parse(written).unwrap().syllables()[0].syllable
}

fn written(candidate: &Candidate) -> String {
    thakim_document::export::Style::default().reading(&candidate.reading)
}

/// A model that knows one thing: what the feature of this number makes of a reading of 人 in a line.
fn model(line: &str, feature: usize, reading: &str, weight: i8) -> Model {
    let letters: Vec<char> = line.chars().collect();
    let at = letters.iter().position(|&letter| letter == '人').unwrap();
    let marks = Marks { before: EDGE, letters: &letters, after: EDGE };
    let mut slots = Slots::default();
    let stratum = Stratum::INSIDE_WORDS;
    Contexts::new(&marks, at, false).of_sound(syllable(reading), stratum, &mut slots);
    let mut weights = vec![0; 1 << TABLE_BITS];
    weights[slots.as_slice()[feature] as usize] = weight;
    Model::new(weights)
}

/// A model that says something of everything.
fn noise() -> Model {
    let weights =
        (0..1u32 << TABLE_BITS).map(|slot| (slot.wrapping_mul(0x9E37_79B1) >> 28) as i8 - 8);
    Model::new(weights.collect())
}

fn explain(model: Model, line: &str, at: usize) -> Option<Explanation> {
    Engine::with_model(small::lexicon(), model).explain(line, at, &Options::default())
}

/// What one thing that was learnt of jîn makes of 人 in a line: the reading, and the reason that tells
/// it.
fn learnt(line: &str, feature: usize) -> (String, Reason) {
    let at = line.chars().position(|letter| letter == '人').unwrap();
    let explanation = explain(model(line, feature, "jîn", 112), line, at).unwrap();
    let first = explanation.candidates.into_iter().next().unwrap();
    let told = first.reasons.iter().find(|reason| reason.kind != ReasonKind::Word);
    (written(&first.candidate), told.cloned().expect("a reason"))
}

#[test]
fn what_was_learnt_is_told_by_what_it_looks_at() {
    for (line, feature, kind, text) in [
        ("今人去好", 0, ReasonKind::Usual, "人"),
        ("今人去好", 1, ReasonKind::Before, "今"),
        ("今人去好", 2, ReasonKind::After, "去"),
        ("好今人去", 3, ReasonKind::Before, "好…"),
        ("今人去好", 4, ReasonKind::After, "…好"),
        ("今人去好", 5, ReasonKind::Around, "今…去"),
        ("好今人去", 6, ReasonKind::Before, "好今"),
        ("今人去好", 7, ReasonKind::After, "去好"),
        ("好今人去", 8, ReasonKind::Around, "今…去"),
        ("人去好", 1, ReasonKind::Before, "¶"),
        ("人去好", 3, ReasonKind::Before, "¶"),
        ("今人去", 4, ReasonKind::After, "…¶"),
        ("今人", 2, ReasonKind::After, "¶"),
        ("今人", 5, ReasonKind::Around, "今…¶"),
    ] {
        let (reading, reason) = learnt(line, feature);
        assert_eq!(reading, "jîn", "{line} {feature}");
        assert_eq!((reason.kind, reason.text.as_str()), (kind, text), "{line} {feature}");
        // Half of 112/16: the middle lies between the two readings.
        assert!((reason.weight - 3.5).abs() < 0.01, "{reason:?}");
    }
}

#[test]
fn a_neighbour_that_is_not_han_is_shown_as_it_stands() {
    let line = "好，人";
    let mut weights = vec![0; 1 << TABLE_BITS];
    let marks = Marks { before: crate::model::features::STOP, letters: &['人'], after: EDGE };
    let mut slots = Slots::default();
    let stratum = Stratum::INSIDE_WORDS;
    Contexts::new(&marks, 0, false).of_sound(syllable("jîn"), stratum, &mut slots);
    weights[slots.as_slice()[1] as usize] = 112;
    let explanation = explain(Model::new(weights), line, 2).unwrap();
    let told = |reason: &Reason| reason.kind == ReasonKind::Before && reason.text == "，";
    assert!(explanation.candidates[0].reasons.iter().any(told), "{explanation:#?}");
}

#[test]
fn reasons_add_up_to_the_score() {
    let lexicon = small::lexicon();
    let model = noise();
    let line = "好，學生去后面，人人食飯今仔日";
    for readings in Preference::ALL {
        let engine = Engine::with_model(small::lexicon(), noise());
        let options = crate::Options::reading(readings);
        let paragraph = engine.annotate(line, &options).paragraphs.remove(0);
        let mut at = 0;
        for token in paragraph.tokens {
            let begin = at;
            at += token.surface.len();
            let Some((start, run)) = run_at(line, begin) else { continue };
            let books = Books { lexicon: &lexicon, own: OwnWords::NONE };
            let scene = Scene::new(books, &model, line, start, &run, readings);
            let from = scene.lattice.starts.binary_search(&(begin - start)).unwrap();
            let to = from + units(&token.surface).count();
            for candidate in &token.candidates {
                let arc = scene.best_arc(candidate, from, to).expect("an arc");
                let parts = scene.parts(candidate, from, to);
                let sum: f32 = parts.all_reasons().iter().map(|reason| reason.weight).sum();
                assert!((sum - arc.score).abs() < 0.01, "{sum} {arc:?} {parts:?}");
                assert!((parts.sum() - arc.score).abs() < 0.01);
            }
        }
    }
}

#[test]
fn differences_of_weights_are_differences_of_scores() {
    let explanation = explain(noise(), "今人去", 1).unwrap();
    let [first, second] = explanation.candidates.as_slice() else { panic!("{explanation:?}") };
    assert!((first.weight + second.weight).abs() < 0.01);
    assert!(first.weight > second.weight);
    let odds = f32::from(first.candidate.share) / f32::from(second.candidate.share.max(1));
    assert!((first.weight - second.weight - odds.ln()).abs() < 0.2, "{explanation:#?}");
    for candidate in &explanation.candidates {
        let told: f32 = candidate.reasons.iter().map(|reason| reason.weight).sum();
        assert!((told - candidate.weight).abs() < 0.1 * KINDS_LEFT_OUT, "{candidate:?}");
        let weights: Vec<f32> = candidate.reasons.iter().map(|it| it.weight.abs()).collect();
        assert!(weights.is_sorted_by(|one, other| one >= other), "{weights:?}");
    }
}

/// How many kinds can be too weak to be told.
const KINDS_LEFT_OUT: f32 = 5.0;

#[test]
fn a_word_is_named_as_the_dictionary_writes_it() {
    for (line, at, expected) in [("在后面", 1, "後面"), ("学生", 1, "學生"), ("食飯", 0, "食飯")]
    {
        let explanation = explain(Model::empty(), line, at).unwrap();
        let reasons = &explanation.candidates[0].reasons;
        assert_eq!((reasons[0].kind, reasons[0].text.as_str()), (ReasonKind::Word, expected));
        assert_eq!((reasons.len(), explanation.candidates[0].weight), (1, 0.0));
    }
}

#[test]
fn what_was_asked_for_is_a_reason() {
    let engine = Engine::with_model(small::lexicon(), Model::empty());
    for (readings, expected) in [(Preference::Literary, "jîn"), (Preference::Colloquial, "lâng")]
    {
        let explanation = engine.explain("人", 0, &Options::reading(readings)).unwrap();
        let first = &explanation.candidates[0];
        assert_eq!(written(&first.candidate), expected);
        let asked = first.reasons.iter().find(|reason| reason.kind == ReasonKind::Preference);
        assert!(asked.is_some_and(|reason| reason.weight > 1.0), "{explanation:#?}");
    }
}

#[test]
fn what_is_not_read_has_no_explanation() {
    for (line, at) in [("", 0), ("人", 1), ("人，人", 1), ("\u{2A6D6}", 0), ("A人", 0)] {
        assert_eq!(explain(Model::empty(), line, at), None, "{line} {at}");
    }
}

#[test]
fn other_ways_to_cut_are_told_by_how_likely_they_are() {
    // Whatever may end before 飯 and begin with it.
    let mut slots = Slots::default();
    let marks = Marks { before: EDGE, letters: &['食', '飯'], after: EDGE };
    of_cut(&marks, 1, &mut slots);
    let mut weights = vec![0; 1 << TABLE_BITS];
    weights[slots.as_slice()[0] as usize] = 112;
    let explanation = explain(Model::new(weights), "食飯", 0).unwrap();
    assert_eq!(explanation.surface, "食飯");
    let rivals: Vec<&str> = explanation.rivals.iter().map(|rival| rival.text.as_str()).collect();
    assert_eq!(rivals, ["食", "飯"]);
    assert!(explanation.rivals.iter().all(|rival| (-2.0..0.0).contains(&rival.weight)));
    assert_eq!(explain(Model::empty(), "食飯", 0).unwrap().rivals, []);
}
