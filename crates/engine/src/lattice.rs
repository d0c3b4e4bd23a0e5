//! All words that could stand in a run of Han characters.

use thakim_document::units;
use thakim_lexicon::{Cursor, Lexicon};

/// Every word of the dictionary at every position of a run, with an edge of one character at each
/// position whether the dictionary knows it or not: there is always a way from start to end.
#[derive(Default)]
pub(crate) struct Lattice {
    /// Where each character begins (bytes in the run), and the end of the run.
    pub(crate) starts: Vec<usize>,
    /// What each character is looked up as.
    letters: Vec<char>,
    /// The edges, by where they begin.
    pub(crate) edges: Vec<Edge>,
    /// The walks that are still to be continued from one position.
    pending: Vec<Walk>,
}

/// One word or character that could stand somewhere.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Edge {
    /// The index of its first character.
    pub(crate) from: usize,
    /// The index behind its last character.
    pub(crate) to: usize,
    /// The dictionary's entry; none for a character that it does not know.
    pub(crate) word: Option<Cursor>,
    /// How often the word is seen; 0 when it never was counted.
    pub(crate) frequency: u32,
    /// How many of its characters were looked up as another one.
    pub(crate) substitutions: u8,
}

#[derive(Clone, Copy)]
struct Walk {
    cursor: Cursor,
    to: usize,
    substitutions: u8,
}

/// How many walks one position may have in flight: every simplified character can stand for
/// several, and a hostile text could multiply them along a long word.
const WALKS: usize = 64;

impl Lattice {
    /// Replaces what it holds by the lattice of this run.
    pub(crate) fn fill(&mut self, lexicon: &Lexicon, run: &str) {
        self.starts.clear();
        self.letters.clear();
        self.edges.clear();
        let mut start = 0;
        for unit in units(run) {
            let letter = unit.chars().next().unwrap_or('\u{FFFD}');
            // The iteration mark is read as the character before it.
            let letter = match (letter, self.letters.last()) {
                ('々' | '\u{303B}', Some(&before)) => before,
                _ => letter,
            };
            self.starts.push(start);
            self.letters.push(letter);
            start += unit.len();
        }
        self.starts.push(start);
        for from in 0..self.letters.len() {
            self.fill_from(lexicon, from);
        }
    }

    /// How many characters the run has.
    pub(crate) fn len(&self) -> usize {
        self.letters.len()
    }

    /// The edges that begin at a character.
    pub(crate) fn edges_from(&self, from: usize) -> impl Iterator<Item = &Edge> {
        let first = self.edges.partition_point(|edge| edge.from < from);
        self.edges[first..].iter().take_while(move |edge| edge.from == from)
    }

    /// The text of an edge.
    pub(crate) fn surface<'t>(&self, run: &'t str, edge: &Edge) -> &'t str {
        &run[self.starts[edge.from]..self.starts[edge.to]]
    }

    fn fill_from(&mut self, lexicon: &Lexicon, from: usize) {
        let mut knows_character = false;
        let mut walks = 0;
        self.pending.clear();
        self.pending.push(Walk { cursor: lexicon.start(), to: from, substitutions: 0 });
        while let Some(walk) = self.pending.pop() {
            let Some(&letter) = self.letters.get(walk.to) else { continue };
            let itself = std::iter::once((letter, 0));
            let variants = lexicon.variants(letter).map(|(variant, _)| (variant, 1));
            for (letter, substitution) in itself.chain(variants) {
                let Some(cursor) = lexicon.step(walk.cursor, letter) else { continue };
                let next = Walk {
                    cursor,
                    to: walk.to + 1,
                    substitutions: walk.substitutions.saturating_add(substitution),
                };
                if let Some(frequency) = lexicon.frequency(cursor) {
                    knows_character |= next.to == from + 1;
                    self.edges.push(Edge {
                        from,
                        to: next.to,
                        word: Some(cursor),
                        frequency,
                        substitutions: next.substitutions,
                    });
                }
                walks += 1;
                if walks < WALKS {
                    self.pending.push(next);
                }
            }
        }
        if !knows_character {
            let to = from + 1;
            self.edges.push(Edge { from, to, word: None, frequency: 0, substitutions: 0 });
        }
    }
}
