//! From the best path to tokens with ranked readings.

use thakim_document::{Candidate, Origin, Sources, Token};
use thakim_lexicon::Lexicon;

use crate::lattice::Lattice;
use crate::path::best_path;

/// Appends the tokens of a run of Han characters.
pub(crate) fn push_tokens(
    lexicon: &Lexicon,
    lattice: &Lattice,
    run: &str,
    tokens: &mut Vec<Token>,
) {
    for edge in best_path(lattice) {
        let candidates = edge.word.map(|word| candidates(lexicon.readings(word)));
        let candidates = candidates.unwrap_or_default();
        let origin = match (candidates.is_empty(), edge.to - edge.from) {
            (true, _) => Origin::Unknown,
            (false, 1) => Origin::Character,
            (false, _) => Origin::Word,
        };
        let surface = lattice.surface(run, &edge).to_owned();
        tokens.push(Token { surface, origin, candidates });
    }
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
        })
        .collect()
}
