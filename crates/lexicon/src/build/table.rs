//! Tables of tab-separated values, line by line, with the faults of each line.

use std::collections::HashMap;
use std::num::NonZeroUsize;

use thakim_phonology::{Notation, Reading};
use unicode_normalization::{UnicodeNormalization, is_nfc};

use super::{Fault, FaultKind, is_han};

/// The faults of one file.
pub(super) struct Faults<'a> {
    pub(super) path: &'a str,
    pub(super) list: &'a mut Vec<Fault>,
}

impl Faults<'_> {
    pub(super) fn push(&mut self, line: Option<NonZeroUsize>, kind: FaultKind) {
        self.list.push(Fault { path: self.path.to_owned(), line, kind });
    }
}

/// One line of a table, and the faults found in it. Its methods check one value each: they give
/// `None` and note the fault if it is bad.
pub(super) struct Line<'a, 'f> {
    number: NonZeroUsize,
    faults: &'a mut Faults<'f>,
}

impl Line<'_, '_> {
    pub(super) fn fault<T>(&mut self, kind: FaultKind) -> Option<T> {
        self.faults.push(Some(self.number), kind);
        None
    }

    pub(super) fn number(&self) -> usize {
        self.number.get()
    }

    fn nfc(&mut self, column: &'static str, text: &str) -> Option<()> {
        if is_nfc(text) {
            return Some(());
        }
        let (found, normal) = (text.to_owned(), text.nfc().collect());
        self.fault(FaultKind::NotNfc { column, found, normal })
    }

    pub(super) fn word(&mut self, word: &str) -> Option<String> {
        if word.is_empty() {
            return self.fault(FaultKind::NoWord);
        }
        if let Some(found) = word.chars().find(|&letter| !is_han(letter)) {
            return self.fault(FaultKind::NotHan { found, word: word.to_owned() });
        }
        self.nfc("word", word)?;
        Some(word.to_owned())
    }

    /// A reading in 臺羅, of the word if that is good.
    pub(super) fn reading(&mut self, word: Option<&str>, text: &str) -> Option<Reading> {
        self.nfc("reading", text)?;
        let reading = match Notation::Tl.parse(text) {
            Ok(reading) => reading,
            Err(why) => return self.fault(FaultKind::Reading { reading: text.to_owned(), why }),
        };
        if let Some(word) = word {
            let (characters, syllables) = (word.chars().count(), reading.len());
            if characters != syllables {
                return self.fault(FaultKind::SyllableCount {
                    word: word.to_owned(),
                    characters,
                    reading: text.to_owned(),
                    syllables,
                });
            }
        }
        Some(reading)
    }

    pub(super) fn count(&mut self, text: &str, may_be_empty: bool) -> Option<u32> {
        // `parse` alone would take "+1".
        let is_digits = text.bytes().all(|byte| byte.is_ascii_digit());
        match text.parse() {
            Ok(count) if is_digits => Some(count),
            _ => self.fault(FaultKind::Count { found: text.to_owned(), may_be_empty }),
        }
    }

    pub(super) fn character(&mut self, column: &'static str, text: &str) -> Option<char> {
        self.one(column, text, is_han)
    }

    /// What may stand for a character: another one, or a private-use code point of the first plane, where
    /// old encodings have theirs.
    pub(super) fn form(&mut self, column: &'static str, text: &str) -> Option<char> {
        let is_private = |letter: char| ('\u{E000}'..='\u{F8FF}').contains(&letter);
        self.one(column, text, |letter| is_han(letter) || is_private(letter))
    }

    fn one(
        &mut self,
        column: &'static str,
        text: &str,
        is_good: impl Fn(char) -> bool,
    ) -> Option<char> {
        let mut letters = text.chars();
        match (letters.next(), letters.next()) {
            (Some(letter), None) if is_good(letter) => Some(letter),
            _ => self.fault(FaultKind::NotOneCharacter { column, found: text.to_owned() }),
        }
    }
}

/// Reads a table of `N` columns. `row` makes a row of a line, or notes why it cannot; `identity` is
/// what may stand only once, its first part what lines are sorted by.
///
/// Gives the rows and the number of the line of each.
pub(super) fn read_table<const N: usize, R>(
    bytes: &[u8],
    columns: [&'static str; N],
    faults: &mut Faults<'_>,
    mut row: impl FnMut([&str; N], &mut Line<'_, '_>) -> Option<R>,
    identity: impl Fn(&R) -> (String, String),
) -> Vec<(NonZeroUsize, R)> {
    let mut rows: Vec<(NonZeroUsize, R)> = Vec::new();
    let mut seen: HashMap<(String, String), usize> = HashMap::new();
    let mut last: Option<String> = None;
    let mut number = NonZeroUsize::MIN;
    let mut lines = bytes.strip_suffix(b"\n").unwrap_or(bytes).split(|&byte| byte == b'\n');

    let header = lines.next().unwrap_or_default();
    let expected = columns.join("\t");
    if header != expected.as_bytes() {
        let found = String::from_utf8_lossy(header).into_owned();
        faults.push(Some(number), FaultKind::Header { expected, found });
    }
    for bytes in lines {
        number = number.saturating_add(1);
        let mut line = Line { number, faults };
        let Ok(text) = std::str::from_utf8(bytes) else {
            line.fault::<()>(FaultKind::NotUtf8);
            continue;
        };
        let fields: Vec<&str> = text.split('\t').collect();
        let Ok(fields) = <[&str; N]>::try_from(fields.as_slice()) else {
            line.fault::<()>(FaultKind::Columns { expected: N, found: fields.len() });
            continue;
        };
        let Some(row) = row(fields, &mut line) else { continue };
        let identity = identity(&row);
        // The byte order of UTF-8 is that of code points.
        if let Some(before) = &last
            && identity.0 < *before
        {
            let (found, before) = (identity.0.clone(), before.clone());
            line.fault::<()>(FaultKind::Order { found, before });
        }
        last = Some(identity.0.clone());
        if let Some(&first) = seen.get(&identity) {
            let what = format!("{} {}", identity.0, identity.1);
            line.fault::<()>(FaultKind::Duplicate { what, first });
            continue;
        }
        seen.insert(identity, line.number());
        rows.push((number, row));
    }
    rows
}
