//! Walking through the words that need a look.

use super::flag::{Counts, Flag};

/// Which words are visited.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Walk {
    /// Every word that a reader may want to check: uncertain, derived or without a reading.
    ToCheck,
    /// Those of one flag.
    Only(Flag),
}

/// Which way.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Direction {
    /// Towards the end, and from there to the beginning.
    Next,
    /// Towards the beginning, and from there to the end.
    Previous,
}

/// A word of the article.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Place {
    /// The index of its chunk.
    pub chunk: usize,
    /// Its index among the words of the chunk.
    pub word: usize,
}

/// A word that the walk visits, and the how manieth of them it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Step {
    /// Where it is.
    pub place: Place,
    /// From 1.
    pub number: u32,
    /// How many there are.
    pub of: u32,
}

impl Walk {
    /// Whether a word of this flag is visited.
    pub fn visits(self, flag: Flag) -> bool {
        match self {
            Walk::ToCheck => flag != Flag::Corrected,
            Walk::Only(only) => only == flag,
        }
    }

    /// How many words are visited.
    pub fn count(self, counts: Counts) -> u32 {
        Flag::ALL.into_iter().filter(|flag| self.visits(*flag)).map(|flag| counts.get(flag)).sum()
    }
}

/// The word that the walk visits after (or before) `from`, or where it begins. `counts` is how many
/// it visits in each chunk, `words` their indexes in one chunk, rising. `None` when there are none.
pub(super) fn step(
    direction: Direction,
    from: Option<Place>,
    counts: &[u32],
    words: impl Fn(usize) -> Vec<usize>,
) -> Option<Step> {
    let of: u32 = counts.iter().sum();
    if of == 0 {
        return None;
    }
    let chunks = counts.len();
    let start = match (from, direction) {
        (Some(place), _) => place.chunk.min(chunks - 1),
        (None, Direction::Next) => 0,
        (None, Direction::Previous) => chunks - 1,
    };
    let found = |chunk: usize, index: usize, words: &[usize]| {
        let before: u32 = counts[..chunk].iter().sum();
        let place = Place { chunk, word: *words.get(index)? };
        Some(Step { place, number: before + index as u32 + 1, of })
    };
    // The rest of the chunk where the walk is.
    if counts[start] > 0 {
        let words = words(start);
        let index = match (from, direction) {
            (None, Direction::Next) => Some(0),
            (None, Direction::Previous) => words.len().checked_sub(1),
            (Some(place), Direction::Next) => words.iter().position(|word| *word > place.word),
            (Some(place), Direction::Previous) => words.iter().rposition(|word| *word < place.word),
        };
        if let Some(step) = index.and_then(|index| found(start, index, &words)) {
            return Some(step);
        }
    }
    // The other chunks, and at last the same one from its other end.
    let others = 1..=chunks;
    let chunk = match direction {
        Direction::Next => others.map(|away| (start + away) % chunks).find(|&at| counts[at] > 0),
        Direction::Previous => {
            others.map(|away| (start + chunks - away) % chunks).find(|&at| counts[at] > 0)
        }
    }?;
    let words = words(chunk);
    let index = match direction {
        Direction::Next => 0,
        Direction::Previous => words.len().checked_sub(1)?,
    };
    found(chunk, index, &words)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The chunks' words to visit.
    const WORDS: [&[usize]; 4] = [&[], &[2, 5], &[], &[0]];

    fn walk(direction: Direction, from: Option<(usize, usize)>) -> (usize, usize, u32) {
        let counts = WORDS.map(|words| words.len() as u32);
        let from = from.map(|(chunk, word)| Place { chunk, word });
        let step = step(direction, from, &counts, |chunk| WORDS[chunk].to_vec());
        let Step { place, number, of } = step.expect("there are three");
        assert_eq!(of, 3);
        (place.chunk, place.word, number)
    }

    #[test]
    fn the_walk_visits_each_one_and_begins_again() {
        assert_eq!(walk(Direction::Next, None), (1, 2, 1));
        assert_eq!(walk(Direction::Next, Some((1, 2))), (1, 5, 2));
        assert_eq!(walk(Direction::Next, Some((1, 5))), (3, 0, 3));
        assert_eq!(walk(Direction::Next, Some((3, 0))), (1, 2, 1));
    }

    #[test]
    fn the_walk_goes_back_in_the_same_steps() {
        assert_eq!(walk(Direction::Previous, None), (3, 0, 3));
        assert_eq!(walk(Direction::Previous, Some((3, 0))), (1, 5, 2));
        assert_eq!(walk(Direction::Previous, Some((1, 5))), (1, 2, 1));
        assert_eq!(walk(Direction::Previous, Some((1, 2))), (3, 0, 3));
    }

    #[test]
    fn it_goes_on_from_any_word() {
        assert_eq!(walk(Direction::Next, Some((1, 3))), (1, 5, 2));
        assert_eq!(walk(Direction::Previous, Some((1, 3))), (1, 2, 1));
        assert_eq!(walk(Direction::Previous, Some((2, 7))), (1, 5, 2));
        assert_eq!(walk(Direction::Next, Some((9, 9))), (1, 2, 1), "the article became shorter");
    }

    #[test]
    fn one_word_is_visited_again_and_again_and_none_never() {
        let one = |from| step(Direction::Next, from, &[1], |_| vec![4]).map(|step| step.place.word);
        assert_eq!(one(None), Some(4));
        assert_eq!(one(Some(Place { chunk: 0, word: 4 })), Some(4));
        assert_eq!(step(Direction::Next, None, &[0, 0], |_| vec![]), None);
        assert_eq!(step(Direction::Previous, None, &[], |_| vec![]), None);
    }

    #[test]
    fn what_was_corrected_needs_no_other_look() {
        assert!(Walk::ToCheck.visits(Flag::Derived));
        assert!(!Walk::ToCheck.visits(Flag::Corrected));
        assert!(Walk::Only(Flag::Corrected).visits(Flag::Corrected));
    }
}
