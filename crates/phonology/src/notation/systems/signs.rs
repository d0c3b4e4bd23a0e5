//! What the notations without Latin letters share: tables that are read from both sides.

use std::collections::{BTreeSet, HashMap};

use super::super::parse::ParseErrorKind;
use crate::{Coda, Final, Initial, Tone};

/// A row of a table: an initial or final as 臺羅 writes it, and as the notation does.
pub(super) type Row = (&'static str, &'static str);

/// A table of finals.
pub(super) struct Finals {
    /// By the index of the final.
    spellings: Vec<Option<&'static str>>,
    finals: HashMap<&'static str, Final>,
}

impl Finals {
    /// `rows` are written and read, `also_read` only read. Of rows with one spelling the first is
    /// read. A final without a row is not expressible; a row of an unknown final says nothing.
    pub(super) fn new(rows: &'static [Row], also_read: &'static [Row]) -> Finals {
        let spelling = |rime: Final| {
            rows.iter().find(|(tl, _)| *tl == rime.tl()).map(|(_, spelling)| *spelling)
        };
        let mut finals = HashMap::new();
        for (tl, spelling) in rows.iter().chain(also_read) {
            if let Some(rime) = Final::from_tl(tl) {
                finals.entry(*spelling).or_insert(rime);
            }
        }
        Finals { spellings: Final::all().map(spelling).collect(), finals }
    }

    /// How a final is written.
    pub(super) fn spelling(&self, rime: Final) -> Option<&'static str> {
        self.spellings.get(usize::from(rime.index())).copied().flatten()
    }

    /// The final that is written so.
    pub(super) fn read(&self, spelling: &str) -> Option<Final> {
        self.finals.get(spelling).copied()
    }
}

/// Every initial with every final that a notation can write, by what it writes.
pub(super) struct Syllabary {
    all: HashMap<String, (Initial, Final)>,
    /// What is written, without the marks of [`KEY_MARKS`], in order.
    sorted: Vec<String>,
}

/// What a spelling may end in to tell it from another that is written alike but for its tone.
pub(super) const KEY_MARKS: [char; 3] = ['h', 'ⁿ', '\u{303}'];

impl Syllabary {
    /// `spell` writes an initial and a final. Where it writes two pairs alike, the one whose `place` is
    /// lower is read, of one place the earlier of the tables.
    pub(super) fn new(
        spell: impl Fn(Initial, Final) -> Option<String>,
        place: impl Fn(Initial, Final) -> u8,
    ) -> Syllabary {
        Syllabary::of(&spell, &place)
    }

    /// The same, compiled once for all notations.
    fn of(
        spell: &dyn Fn(Initial, Final) -> Option<String>,
        place: &dyn Fn(Initial, Final) -> u8,
    ) -> Syllabary {
        let mut pairs: Vec<(Initial, Final)> = Initial::all()
            .flat_map(|initial| Final::all().map(move |rime| (initial, rime)))
            .filter(|(initial, rime)| !(initial.is_nasal() && rime.is_nasalised()))
            .collect();
        pairs.sort_by_key(|(initial, rime)| place(*initial, *rime));
        let mut all = HashMap::new();
        for (initial, rime) in pairs {
            if let Some(spelling) = spell(initial, rime) {
                all.entry(spelling).or_insert((initial, rime));
            }
        }
        let sorted = all.keys().map(|key: &String| key.trim_end_matches(KEY_MARKS).to_owned());
        let mut sorted: Vec<String> = sorted.collect();
        sorted.sort_unstable();
        sorted.dedup();
        Syllabary { all, sorted }
    }

    /// The initial and the final that are written so.
    pub(super) fn read(&self, spelling: &str) -> Option<(Initial, Final)> {
        self.all.get(spelling).copied()
    }

    /// What is wrong with letters that are no syllable: where they leave all that can be written.
    pub(super) fn fault(&self, letters: &str) -> ParseErrorKind {
        let begins_with = |prefix: &str| {
            let from = self.sorted.partition_point(|spelling| spelling.as_str() < prefix);
            let behind = self.sorted.get(from..).unwrap_or_default();
            &behind[..behind.partition_point(|spelling| spelling.starts_with(prefix))]
        };
        let ends = letters.char_indices().map(|(at, _)| at).chain([letters.len()]);
        let known = ends.rev().find(|end| !begins_with(&letters[..*end]).is_empty());
        let (read, rest) = letters.split_at(known.unwrap_or(0));
        let mut expected: BTreeSet<char> = BTreeSet::new();
        for spelling in begins_with(read) {
            // A full stop is the end.
            expected.insert(spelling[read.len()..].chars().next().unwrap_or('.'));
        }
        let found = rest.chars().next();
        if found.is_none() && expected.contains(&'.') {
            // The letters are a syllable; it is their tone or the like that is none.
            return ParseErrorKind::UnknownSyllable;
        }
        let (read, expected) = (read.to_owned(), expected.into_iter().collect());
        ParseErrorKind::UnknownLetters { read, found, expected }
    }
}

/// The tone of a syllable of which nothing is written: 4 before a stop, else 1.
pub(super) fn unmarked(rime: Final) -> Tone {
    if rime.coda() == Coda::Stop { Tone::T4 } else { Tone::T1 }
}

/// Takes the tone number off the end of a syllable, if one is there.
pub(super) fn take_number(letters: &mut Vec<char>) -> Result<Option<Tone>, ParseErrorKind> {
    let Some(number) = letters.last().and_then(|last| last.to_digit(10)) else { return Ok(None) };
    letters.pop();
    if letters.last().is_some_and(char::is_ascii_digit) {
        return Err(ParseErrorKind::UnknownTone);
    }
    Ok(Tone::from_number(number as u8))
}

/// The digit of a tone.
pub(super) fn digit(tone: Tone) -> char {
    char::from(b'0' + tone.number())
}

#[cfg(test)]
pub(super) fn assert_known(rows: &[Row]) {
    for (tl, _) in rows {
        assert!(Final::from_tl(tl).is_some(), "no final is called {tl}");
    }
}
