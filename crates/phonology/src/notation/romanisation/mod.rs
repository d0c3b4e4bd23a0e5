//! What romanisations share: tables of spellings, tone marks or numbers, capitals, joined words.
//!
//! A romanisation is a [`Scheme`]: how it spells an initial and a final, what else it reads, and
//! its tones. All that can be spelt is spelt once and kept, so that a syllable is written by copying
//! its letters and read by one binary search.

mod letters;
mod table;
mod tones;
mod typed;
mod words;

pub(super) use tones::{NUMBERS, Sign, TRADITIONAL, Tones, church};
pub(super) use typed::Habits;

use std::sync::OnceLock;

use super::System;
use super::marks::{DOT_OF_O, decompose, is_combining, push_marked};
use super::options::{OptionRow, ToneStyle, ValueRow, WordStyle, WriteOptions};
use super::parse::ParseErrorKind;
use super::system::Parts;
use crate::{Final, Initial, Join, Spoken, Tone};
use table::Table;
use typed::{Typed, is_apostrophe};

/// One romanisation, as what distinguishes it from the others.
pub(super) trait Scheme: Sync {
    /// Its options.
    fn options(&self) -> &'static [OptionRow];

    /// Which spelling the options choose: below the number of tables that its [`Romanisation`] keeps.
    fn variant(&self, options: &WriteOptions) -> usize {
        let _ = options;
        0
    }

    /// Spells a syllable without its tone, in lower case; `None` where the scheme has no letters for
    /// it.
    fn spell(&self, initial: Initial, rime: Final, variant: usize) -> Option<Spelling>;

    /// Other spellings of a syllable that are read, in lower case.
    fn also(&self, initial: Initial, rime: Final) -> Vec<String> {
        let _ = (initial, rime);
        Vec::new()
    }

    /// The tones.
    fn tones(&self, options: &WriteOptions) -> &'static Tones;

    /// Whether the numbers 1 and 4 are left out.
    fn is_short(&self, options: &WriteOptions) -> bool;

    /// The tone that is written for a neutral syllable of a word: its own, which reading aloud drops.
    fn tone_of_neutral(&self, tone: Tone, options: &WriteOptions) -> Tone {
        let _ = options;
        tone
    }

    /// What is typed besides.
    fn habits(&self) -> Habits {
        Habits::default()
    }
}

/// The letters of a syllable, and which of them bears the tone mark (byte index; it is always ASCII).
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Spelling {
    pub(super) letters: Box<str>,
    pub(super) mark: usize,
}

impl Spelling {
    /// An initial and a final one after the other, with the mark at a byte of the final.
    pub(super) fn new(initial: &str, rime: &str, mark: usize) -> Spelling {
        Spelling { letters: [initial, rime].concat().into(), mark: initial.len() + mark }
    }
}

/// The finals of a scheme as a table: 臺羅 and the scheme's. Finals that it lacks stand not in it.
pub(super) struct Column {
    rows: &'static [(&'static str, &'static str)],
    by_final: OnceLock<Vec<Option<&'static str>>>,
}

impl Column {
    pub(super) const fn new(rows: &'static [(&'static str, &'static str)]) -> Column {
        Column { rows, by_final: OnceLock::new() }
    }

    /// How the scheme writes a final.
    pub(super) fn get(&self, rime: Final) -> Option<&'static str> {
        let by_final = self.by_final.get_or_init(|| {
            let of = |rime: Final| self.rows.iter().find(|row| row.0 == rime.tl());
            Final::all().map(|rime| of(rime).map(|row| row.1)).collect()
        });
        by_final.get(usize::from(rime.index())).copied().flatten()
    }
}

/// The option that says whether the numbers 1 and 4 are written.
pub(super) const DIGITS: OptionRow = OptionRow {
    name: "digits",
    about: "whether every tone has its number",
    values: &[
        ValueRow { name: "all", about: "every tone: tai5, san1, ah4" },
        ValueRow { name: "short", about: "1 and 4 are left out: tai5, san, ah" },
    ],
};

/// Where 臺羅 puts the tone mark (使用手冊): a, oo, e and o before i and u, and the last of those
/// two; else m, and the n of ng. In ere, iri and eru the last vowel. A byte index.
pub(super) fn loudest(rime: &str) -> usize {
    let behind_r = rime.find('r').map(|at| at + 1).filter(|&at| {
        rime.get(at..).is_some_and(|rest| rest.starts_with(['a', 'e', 'i', 'o', 'u']))
    });
    rime.find('a')
        .or(behind_r)
        .or_else(|| rime.find(['e', 'o']))
        .or_else(|| rime.rfind(['i', 'u']))
        .unwrap_or(0)
}

/// A romanisation as a notation. One type for all of them: what is done with a scheme is compiled once.
pub(super) struct Romanisation {
    scheme: &'static dyn Scheme,
    variants: usize,
    /// The table of each variant.
    tables: OnceLock<Vec<OnceLock<Table>>>,
}

impl Romanisation {
    /// The scheme with its first so many variants.
    pub(super) const fn new(scheme: &'static dyn Scheme, variants: usize) -> Romanisation {
        Romanisation { scheme, variants, tables: OnceLock::new() }
    }

    fn table(&self, options: &WriteOptions) -> &Table {
        let empty = || (0..self.variants).map(|_| OnceLock::new()).collect();
        let tables = self.tables.get_or_init(empty);
        // One that there is by the contract of the scheme; the first one if it should break it.
        let variant = self.scheme.variant(options);
        let variant = if variant < tables.len() { variant } else { 0 };
        tables[variant].get_or_init(|| Table::of(self.scheme, variant))
    }

    /// Whether words are read that stand without hyphens: where the notation's own rules tell their
    /// syllables apart, or the options say that they stand so.
    fn reads_joined(&self, options: &WriteOptions) -> bool {
        self.scheme.habits().apostrophes || options.words == WordStyle::Joined
    }

    /// Whether a syllable begins with a vowel or syllabic nasal: neither with an initial nor with y or w.
    fn begins_with_vowel(&self, written: &[char], options: &WriteOptions) -> bool {
        let typed = Typed::of(self.scheme, written).ok();
        typed.is_some_and(|typed| {
            let initial = self.table(options).find(typed.letters).map(|(initial, _)| initial);
            initial == Some(Initial::NONE) && !matches!(typed.letters.get(0), Some('y' | 'w'))
        })
    }

    /// Whether letters are a syllable, whatever its tone.
    fn is_syllable(&self, written: &[char], table: &Table) -> bool {
        let found = |typed: Typed| table.find(typed.letters);
        Typed::of(self.scheme, written).ok().and_then(found).is_some_and(|(initial, rime)| {
            // What is no syllable is no reason to cut.
            !table::is_nasal_twice(initial, rime)
        })
    }
}

impl System for Romanisation {
    fn options(&self) -> &'static [OptionRow] {
        self.scheme.options()
    }

    fn write_syllable(
        &self,
        spoken: Spoken,
        neutral: bool,
        options: &WriteOptions,
    ) -> Option<String> {
        let syllable = spoken.syllable;
        let spelling = self.table(options).spelling(syllable.initial(), syllable.rime())?;
        let tones = self.scheme.tones(options);
        let tone = match neutral {
            true => self.scheme.tone_of_neutral(syllable.tone(), options),
            false => syllable.tone(),
        };
        let (mark, digit) = match (options.tones, tones.sign(tone)) {
            (ToneStyle::Mark, Sign::Bare) | (ToneStyle::None, _) => (None, false),
            (ToneStyle::Mark, Sign::Mark(mark)) => (Some(mark), false),
            (ToneStyle::Mark, Sign::Digit) | (ToneStyle::Number, _) => (None, true),
        };
        // Room for a mark and a digit.
        let mut out = String::with_capacity(spelling.letters.len() + 4);
        match mark {
            None => out.push_str(&spelling.letters),
            Some(mark) => {
                let (before, rest) = spelling.letters.split_at(spelling.mark);
                let mut rest = rest.chars();
                out.push_str(before);
                if let Some(letter) = rest.next() {
                    push_over(&mut out, letter, mark, &mut rest);
                }
                out.push_str(rest.as_str());
            }
        }
        if spoken.capital {
            capitalise(&mut out);
        }
        let is_needed =
            || !self.scheme.is_short(options) || tone != tones::unwritten(syllable.rime());
        if digit && is_needed() {
            out.push(tones.digit(tone));
        }
        Some(out)
    }

    /// A word that stands without hyphens keeps its syllables apart where they would be read
    /// otherwise: by an apostrophe where the notation has one, by the hyphen elsewhere. The apostrophe
    /// stands before every vowel, as readers of such notations are used to: hōng'àn.
    fn join(
        &self,
        out: &mut String,
        is_first: bool,
        join: Join,
        written: &str,
        options: &WriteOptions,
    ) {
        let sign = match (join, options.words) {
            (Join::Neutral, _) => "--",
            _ if is_first => "",
            (Join::Hyphen, WordStyle::Hyphen) => "-",
            (Join::Hyphen, WordStyle::Space) | (Join::Space, _) => " ",
            (Join::Hyphen, WordStyle::Joined) => {
                let mut letters = words::last_stretch(out);
                let mut expected = self.cut(&letters, options);
                let next: Vec<char> = written.chars().collect();
                expected.push(next.len());
                letters.extend(&next);
                let has_apostrophes = self.scheme.habits().apostrophes;
                match self.cut(&letters, options) == expected {
                    true if !has_apostrophes || !self.begins_with_vowel(&next, options) => "",
                    _ if has_apostrophes => "'",
                    _ => "-",
                }
            }
        };
        out.push_str(sign);
    }

    fn upper(&self, written: &str) -> String {
        written.to_uppercase().replace('ⁿ', "ᴺ")
    }

    fn is_letter(&self, letter: char) -> bool {
        let habits = self.scheme.habits();
        let has = |mark| {
            let default = WriteOptions::default();
            self.scheme.tones(&default).has(mark) || mark == DOT_OF_O
        };
        letter.is_ascii_alphanumeric()
            || is_combining(letter)
            || matches!(letter, 'ⁿ' | 'ᴺ' | 'ı')
            || (habits.dots && matches!(letter, '·' | '•' | '˙' | 'ȯ' | 'Ȯ'))
            || (habits.diaereses && "ṳṲüÜöÖǘǗǜǛǚǙǖǕȫȪ".contains(letter))
            || decompose(letter).is_some_and(|(_, mark)| has(mark))
    }

    fn is_inner(&self, letter: char) -> bool {
        self.scheme.habits().apostrophes && is_apostrophe(letter)
    }

    fn cut(&self, letters: &[char], options: &WriteOptions) -> Vec<usize> {
        let pieces = words::at_signs(letters, self.scheme.habits().apostrophes);
        if !self.reads_joined(options) {
            return pieces;
        }
        let table = self.table(options);
        // Nothing is one faulty syllable, not none.
        if letters.is_empty() || self.is_syllable(letters, table) {
            return vec![letters.len()];
        }
        let mut lengths = Vec::new();
        let mut start = 0;
        for length in pieces {
            let piece = letters.get(start..start + length).unwrap_or_default();
            start += length;
            let cut = words::longest_first(piece, |at, written| {
                // Where there are apostrophes, no vowel begins a syllable without one.
                let is_hidden = at > 0
                    && self.scheme.habits().apostrophes
                    && self.begins_with_vowel(written, options);
                self.is_syllable(written, table) && !is_hidden
            });
            lengths.extend(cut.unwrap_or_else(|| vec![length]));
        }
        lengths
    }

    fn read_syllable(
        &self,
        written: &[char],
        options: &WriteOptions,
    ) -> Result<Parts, ParseErrorKind> {
        let typed = Typed::of(self.scheme, written)?;
        let table = self.table(options);
        let (initial, rime) = table.find(typed.letters).ok_or_else(|| {
            let (known, expected) = table.expected(typed.letters);
            ParseErrorKind::UnknownLetters {
                read: typed.letters.prefix(known).to_string(),
                found: typed.letters.get(known),
                expected,
            }
        })?;
        let tones = self.scheme.tones(options);
        let tone = match (typed.digit, options.tones) {
            (Some(digit), _) => tones.of_digit(digit, rime),
            (None, ToneStyle::Number | ToneStyle::None) if typed.mark.is_none() => {
                Some(tones::unwritten(rime))
            }
            (None, _) => tones.of_mark(typed.mark, rime),
        };
        let tone = tone.ok_or(ParseErrorKind::UnknownTone)?;
        Ok(Parts { initial, rime, tone, case: typed.case, neutral: tone == Tone::Neutral })
    }
}

/// Makes the first letter a capital.
fn capitalise(written: &mut String) {
    let Some(first) = written.chars().next() else { return };
    // All of them have one capital in Unicode.
    let capital = first.to_uppercase().next().unwrap_or(first);
    written.replace_range(..first.len_utf8(), capital.encode_utf8(&mut [0; 4]));
}

/// Appends a letter with its mark, and with the marks of a lower class that belong to the letter and
/// come before the tone's in the canonical order (the dots of o̤).
fn push_over(out: &mut String, letter: char, mark: char, rest: &mut std::str::Chars<'_>) {
    use super::marks::{DIAERESIS_BELOW, compose};
    let is_below = rest.as_str().starts_with(DIAERESIS_BELOW);
    if is_below && compose(letter, mark).is_none() {
        out.push(letter);
        out.extend(rest.next());
        out.push(mark);
    } else {
        push_marked(out, letter, mark);
    }
}
