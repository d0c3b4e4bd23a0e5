//! All words that could stand in a run of Han characters.

use thakim_lexicon::{Cursor, Lexicon, WordId};
use thakim_phonology::Spoken;

use crate::letters::Letters;
use crate::own::{OwnWords, letters};
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
    /// Whether an own word stands among the edges.
    pub(crate) has_own: bool,
    /// Where own words of several characters stand, by rising place: no other word overlaps one.
    spans: Vec<Span>,
    /// The own words of several characters that could stand somewhere; room for [`Lattice::find_own`].
    found: Vec<Span>,
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
    /// The own word of this index in [`OwnWords`].
    Own(u32),
}

/// An own word of several characters in its place.
#[derive(Clone, Copy, Debug)]
struct Span {
    from: usize,
    to: usize,
    word: u32,
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
    pub(crate) fn fill(&mut self, lexicon: &Lexicon, own: &OwnWords, run: &str) {
        self.starts.clear();
        self.letters.clear();
        self.edges.clear();
        self.stands_for_other.clear();
        self.composed.clear();
        self.has_own = false;
        let mut start = 0;
        for (unit, letter) in letters(run) {
            self.starts.push(start);
            self.letters.push(letter);
            start += unit.len();
        }
        self.starts.push(start);
        if own.is_empty() {
            for from in 0..self.letters.len() {
                self.fill_from(lexicon, from);
            }
        } else {
            self.fill_around_own(lexicon, own);
        }
    }

    /// The same where there are own words: what overlaps one of several characters is left out, except
    /// what stands in the very same place.
    fn fill_around_own(&mut self, lexicon: &Lexicon, own: &OwnWords) {
        self.find_own(own);
        let mut spans = 0;
        for from in 0..self.letters.len() {
            let next = self.spans.get(spans).copied();
            match next {
                Some(span) if from > span.from => {
                    // Nothing begins inside of an own word.
                    self.stands_for_other.push(false);
                    spans += usize::from(from + 1 == span.to);
                    continue;
                }
                _ => {}
            }
            let first = self.edges.len();
            self.fill_from(lexicon, from);
            let (is_own, wall) = match next {
                Some(span) if from == span.from => (true, span.to),
                next => (false, next.map_or(usize::MAX, |span| span.from)),
            };
            let single = match is_own {
                true => None,
                false => own.beginning(&self.letters[from..=from]).next().map(|(word, _)| Span {
                    from,
                    to: from + 1,
                    word,
                }),
            };
            let mut index = first;
            while let Some(edge) = self.edges.get(index) {
                let fits = if is_own { edge.to == wall } else { edge.to <= wall };
                // What the reader reads is not unknown.
                if fits && (single.is_none() || edge.meaning != Meaning::Unknown) {
                    index += 1;
                } else {
                    self.edges.remove(index);
                }
            }
            if let Some(Span { from, to, word }) = single.or(next.filter(|_| is_own)) {
                self.edges.push(Edge::without_word(from, to, Meaning::Own(word)));
                self.has_own = true;
            }
        }
    }

    /// Finds where own words of several characters stand: the longest first, and of one length the one
    /// that begins first.
    fn find_own(&mut self, own: &OwnWords) {
        self.found.clear();
        self.spans.clear();
        for from in 0..self.letters.len() {
            let words = own.beginning(&self.letters[from..]).filter(|&(_, length)| length > 1);
            self.found.extend(words.map(|(word, length)| Span { from, to: from + length, word }));
        }
        self.found.sort_by_key(|span| (std::cmp::Reverse(span.to - span.from), span.from));
        for &span in &self.found {
            let index = self.spans.partition_point(|other| other.from < span.from);
            let ends_before = |other: Option<&Span>| other.is_none_or(|it| it.to <= span.from);
            let is_free = ends_before(index.checked_sub(1).and_then(|at| self.spans.get(at)))
                && self.spans.get(index).is_none_or(|after| span.to <= after.from);
            if is_free {
                self.spans.insert(index, span);
            }
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
