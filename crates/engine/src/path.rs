//! The best way through a lattice.

use crate::lattice::{Edge, Lattice};

/// The edges of the cheapest path from the first character to the last, in order.
pub(crate) fn best_path(lattice: &Lattice) -> Vec<Edge> {
    let length = lattice.len();
    // The cheapest way to each place between two characters, and the edge that it ends with.
    let mut costs = vec![f32::INFINITY; length + 1];
    let mut last: Vec<Option<Edge>> = vec![None; length + 1];
    costs[0] = 0.0;
    // Edges are in the order of where they begin, so every way to `from` is known by then.
    for edge in &lattice.edges {
        let cost = costs[edge.from] + cost(edge);
        if cost < costs[edge.to] {
            costs[edge.to] = cost;
            last[edge.to] = Some(*edge);
        }
    }
    let mut path = Vec::new();
    let mut at = length;
    while let Some(edge) = last[at] {
        path.push(edge);
        at = edge.from;
    }
    path.reverse();
    path
}

/// What a character costs that no source reads: more than any word, so that it is never part of a
/// path that has another way.
const UNKNOWN: f32 = 40.0;

/// What it costs to look a character up as another one: a word of the characters as they stand wins
/// over one that needs 后 to mean 後, unless that makes a word of two characters out of one.
const SUBSTITUTION: f32 = 6.0;

/// The running text that the frequencies of the dictionary were counted in, in words: the sum of the
/// counts under `dict/`, rounded. It weighs the number of words against their frequencies.
const WORDS_COUNTED: f32 = 1_900_000.0;

/// The cost of one word: the negative logarithm of its frequency.
fn cost(edge: &Edge) -> f32 {
    if edge.word.is_none() {
        return UNKNOWN;
    }
    let characters = edge.to - edge.from;
    // A word that the dictionary has but nobody counted is likelier than its characters side by
    // side by chance, the more so the longer it is.
    let never_counted = match characters {
        1 => 0.05,
        2 => 1.0,
        _ => 4.0,
    };
    let probability = (edge.frequency as f32 + never_counted) / WORDS_COUNTED;
    f32::from(edge.substitutions) * SUBSTITUTION - probability.ln()
}
