//! From the best path to tokens with ranked readings.

use thakim_document::{Candidate, Origin, Sources, Token};
use thakim_lexicon::{Cursor, Lexicon};

use crate::lattice::{Edge, Lattice};
use crate::path::best_path;

/// Appends the tokens of a run of Han characters.
pub(crate) fn push_tokens(
    lexicon: &Lexicon,
    lattice: &Lattice,
    run: &str,
    tokens: &mut Vec<Token>,
) {
    for edge in best_path(lattice) {
        let candidates = candidates(lexicon.readings_of(words(lattice, &edge)));
        let origin = match (candidates.is_empty(), edge.to - edge.from) {
            (true, _) => Origin::Unknown,
            (false, 1) => Origin::Character,
            (false, _) => Origin::Word,
        };
        let surface = lattice.surface(run, &edge).to_owned();
        let confidence = candidates.first().map_or(0, |chosen| chosen.share);
        tokens.push(Token { surface, origin, confidence, candidates });
    }
}

/// How much the readings of a word count that needs characters to stand for others, beside those of
/// the word as it stands.
const OTHER_WORD: f32 = 0.2;

/// The words of the dictionary that the characters of an edge can be: the one on the path, then the
/// others.
fn words(lattice: &Lattice, edge: &Edge) -> impl Iterator<Item = (Cursor, f32)> {
    let others = lattice.edges_from(edge.from).filter(|other| other.to == edge.to);
    let others = others.filter_map(|other| other.word).filter(|&word| Some(word) != edge.word);
    edge.word.map(|word| (word, 1.0)).into_iter().chain(others.map(|word| (word, OTHER_WORD)))
}

/// The dictionary's entries, ranked as they come, each with its share of the evidence.
fn candidates(entries: Vec<thakim_lexicon::Entry>) -> Vec<Candidate> {
    let total: f32 = entries.iter().map(|entry| entry.mass).sum();
    let share = |mass: f32| if total > 0.0 { (mass / total * 255.0).round() as u8 } else { 0 };
    entries
        .into_iter()
        .map(|entry| Candidate {
            share: share(entry.mass),
            reading: entry.reading,
            label: entry.label,
            sources: Sources(entry.sources),
            derived: entry.derived,
        })
        .collect()
}
