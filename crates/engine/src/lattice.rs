//! All words that could stand in a run of Han characters.

use thakim_document::{character_of, units};
use thakim_lexicon::{Cursor, Lexicon, WordId};
use thakim_phonology::Spoken;

use crate::letters::Letters;
use crate::runs::is_round_zero;
use crate::{names, numbers};

/// Every word of the dictionary at every position of a run, with an edge of one character at each
/// position whether the dictionary knows it or not: there is always a way from start to end.
#[derive(Default)]
pub(crate) struct Lattice {
    /// Where each character begins (bytes in the run), and the end of the run.
    pub(crate) starts: Vec<usize>,
    /// What each character is looked up as.
    pub(crate) letters: Vec<char>,
    /// For each character, whether it is a form of another one that the dictionary reads.
    pub(crate) stands_for_other: Vec<bool>,
    /// The edges, by where they begin.
    pub(crate) edges: Vec<Edge>,
    /// The readings of numbers and names that no dictionary has.
    pub(crate) composed: Vec<(Composed, Vec<Spoken>)>,
    /// The walks that are still to be continued from one position.
    pending: Vec<Walk>,
    /// What the dictionary says of single characters.
    known: Letters,
}

/// One word or character that could stand somewhere.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Edge {
    /// The index of its first character.
    pub(crate) from: usize,
    /// The index behind its last character.
    pub(crate) to: usize,
    /// What stands there.
    pub(crate) meaning: Meaning,
    /// How often the word is seen; 0 when it never was counted.
    pub(crate) frequency: u32,
    /// How many of its characters were looked up as another one that they are a form of.
    pub(crate) substitutions: u8,
    /// How many were looked up as one that many people write them for.
    pub(crate) habits: u8,
}

/// What an edge stands for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Meaning {
    /// A word of the dictionary.
    Word(WordId),
    /// The number or name of this index in [`Lattice::composed`].
    Composed(u32),
    /// A character that the dictionary does not know.
    Unknown,
}

/// What is read by rule as a whole.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Composed {
    Number,
    Name,
    /// A name with a surname of two characters.
    LongName,
}

#[derive(Clone, Copy)]
struct Walk {
    cursor: Cursor,
    to: usize,
    substitutions: u8,
    habits: u8,
}

/// How many walks one position may have in flight: every simplified character can stand for
/// several, and a hostile text could multiply them along a long word.
const WALKS: usize = 64;

impl Edge {
    fn without_word(from: usize, to: usize, meaning: Meaning) -> Edge {
        Edge { from, to, meaning, frequency: 0, substitutions: 0, habits: 0 }
    }
}

impl Lattice {
    /// Replaces what it holds by the lattice of this run.
    pub(crate) fn fill(&mut self, lexicon: &Lexicon, run: &str) {
        self.starts.clear();
        self.letters.clear();
        self.edges.clear();
        self.stands_for_other.clear();
        self.composed.clear();
        let mut start = 0;
        for unit in units(run) {
            let letter = character_of(unit);
            // The iteration mark is read as the character before it.
            let letter = match (letter, self.letters.last()) {
                ('々' | '\u{303B}', Some(&before)) => before,
                (letter, _) if is_round_zero(letter) => '〇',
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

    /// Adds the number or the names that begin at a character.
    fn compose_from(&mut self, lexicon: &Lexicon, from: usize) {
        let known = &mut self.known;
        let first = known.of(lexicon, self.letters[from]);
        let (surname, second) = (first.surname, self.letters.get(from + 1));
        let double =
            first.double_surnames.iter().find(|row| Some(&row.0) == second).map(|row| row.1);
        if first.is_numeral {
            let mut is_numeral = |letter: &char| known.of(lexicon, *letter).is_numeral;
            let begins = from == 0 || !is_numeral(&self.letters[from - 1]);
            let rest = &self.letters[from..];
            let digits =
                if begins { rest.iter().take_while(|it| is_numeral(it)).count() } else { 0 };
            if digits > 1 {
                let after = rest.get(digits).copied();
                if let Some(spoken) = numbers::read(&rest[..digits], after) {
                    self.push_composed(from, Composed::Number, spoken);
                }
            }
        }
        if let Some(surname) = surname {
            for spoken in names::offers(lexicon, &[surname], &self.letters[from + 1..]) {
                self.push_composed(from, Composed::Name, spoken);
            }
        }
        if let Some(surname) = double {
            for spoken in names::offers(lexicon, &surname, &self.letters[from + 2..]) {
                self.push_composed(from, Composed::LongName, spoken);
            }
        }
    }

    fn push_composed(&mut self, from: usize, kind: Composed, spoken: Vec<Spoken>) {
        let meaning = Meaning::Composed(self.composed.len() as u32);
        self.edges.push(Edge::without_word(from, from + spoken.len(), meaning));
        self.composed.push((kind, spoken));
    }

    fn fill_from(&mut self, lexicon: &Lexicon, from: usize) {
        let mut knows_character = false;
        let mut stands_for_other = false;
        let mut walks = 0;
        self.pending.clear();
        let mut walk = Walk { cursor: lexicon.start(), to: from, substitutions: 0, habits: 0 };
        loop {
            let letter = self.letters.get(walk.to).copied();
            let known = letter.map(|letter| &self.known.of(lexicon, letter).ways);
            for way in known.into_iter().flatten() {
                let next = match walk.to == from {
                    true => way.first,
                    false => {
                        let cursor = lexicon.step(walk.cursor, way.letter);
                        cursor.map(|cursor| (cursor, lexicon.word(cursor)))
                    }
                };
                let Some((cursor, word)) = next else { continue };
                let next = Walk {
                    cursor,
                    to: walk.to + 1,
                    substitutions: walk.substitutions.saturating_add(way.substitutions),
                    habits: walk.habits.saturating_add(way.habits),
                };
                if let Some(word) = word {
                    knows_character |= next.to == from + 1;
                    stands_for_other |= next.to == from + 1 && next.substitutions > 0;
                    self.edges.push(Edge {
                        from,
                        to: next.to,
                        meaning: Meaning::Word(word.id),
                        frequency: word.frequency,
                        substitutions: next.substitutions,
                        habits: next.habits,
                    });
                }
                walks += 1;
                if walks < WALKS {
                    self.pending.push(next);
                }
            }
            match self.pending.pop() {
                Some(next) => walk = next,
                None => break,
            }
        }
        if !knows_character {
            self.edges.push(Edge::without_word(from, from + 1, Meaning::Unknown));
        }
        self.compose_from(lexicon, from);
        self.stands_for_other.push(stands_for_other);
    }
}
