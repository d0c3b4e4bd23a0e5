//! Walking through the characters that need a look.

use thakim_document::Tally;

/// What makes a character need a look.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Doubt {
    /// Its reading is uncertain.
    Uncertain,
    /// It has no reading.
    Unknown,
}

impl Doubt {
    /// The elements of such characters.
    pub(super) fn selector(self) -> &'static str {
        match self {
            Doubt::Uncertain => ".uncertain > ruby",
            Doubt::Unknown => "ruby.unknown",
        }
    }

    /// How many there are.
    pub(super) fn count(self, tally: &Tally) -> u32 {
        match self {
            Doubt::Uncertain => tally.uncertain,
            Doubt::Unknown => tally.unknown,
        }
    }
}

/// A place in the article: the n-th doubtful character of a chunk.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Place {
    pub(super) doubt: Doubt,
    pub(super) chunk: usize,
    pub(super) index: u32,
}

/// The next place after `last`, from the start again after the end; none when there is none.
/// `counts` is how many there are in each chunk.
pub(super) fn next(doubt: Doubt, last: Option<Place>, counts: &[u32]) -> Option<Place> {
    let last = last.filter(|place| place.doubt == doubt);
    let (chunk, index) = last.map_or((0, 0), |place| (place.chunk, place.index + 1));
    if counts.get(chunk).is_some_and(|&count| index < count) {
        return Some(Place { doubt, chunk, index });
    }
    let after = if last.is_some() { chunk + 1 } else { chunk };
    let chunk = (after..counts.len()).chain(0..counts.len()).find(|&chunk| counts[chunk] > 0)?;
    Some(Place { doubt, chunk, index: 0 })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_walk_visits_each_one_and_begins_again() {
        let counts = [0, 2, 0, 1];
        let mut place = None;
        let mut visited = Vec::new();
        for _ in 0..4 {
            place = next(Doubt::Unknown, place, &counts);
            visited.push(place.map(|place| (place.chunk, place.index)));
        }
        assert_eq!(visited, [Some((1, 0)), Some((1, 1)), Some((3, 0)), Some((1, 0))]);
        assert_eq!(next(Doubt::Uncertain, place, &[0, 0]), None);
        assert_eq!(next(Doubt::Unknown, None, &[]), None);
    }
}
