//! 臺語點字: the six-dot braille of Taiwanese by 臺羅, as 林阿猴 and 金蕉 published it (2025).
//!
//! No standard of the state exists. The table is that of their 台羅轉台語點字 tools, the only complete one
//! that is published: one cell for the initial, one for the final, and always one for the tone, with dot
//! 6 before a syllable whose vowel is nasal. A checked syllable has the cell of the final with the
//! nasal of its stop (-p that of -m, -t that of -n, -k that of -ng; -h that of the open final) and one of
//! the two checked tones. The braille of Mandarin in Taiwan, which follows 注音, is another one.
//!
//! om, uang and the vowels of dialects have no cell, nor has tone 6, nor tone 9 before a stop. The neutral tone is written as in
//! 臺羅, with two hyphens.

mod table;

use std::sync::LazyLock;

use self::table::{CHECKED, DIGITS, FINALS, INITIALS, NASAL, NUMBER_SIGN, TONES};
use super::super::Case;
use super::super::options::{ToneStyle, WordStyle, WriteOptions};
use super::super::parse::ParseErrorKind;
use super::super::system::{Parts, System};
use super::signs::{Syllabary, unmarked};
use crate::{Coda, Final, Initial, Join, Spoken, Tone};

/// The notation.
pub(crate) struct Braille;

pub(crate) static SYSTEM: Braille = Braille;

/// Cells without tones, with a mark for checked ones at the end: the tone tells.
static SYLLABARY: LazyLock<Syllabary> = LazyLock::new(|| {
    let spell = |initial, rime: Final| Some(key(&cells(initial, rime)?, rime.coda() == Coda::Stop));
    Syllabary::new(spell, |_, _| 0)
});

impl System for Braille {
    fn write_syllable(
        &self,
        spoken: Spoken,
        _neutral: bool,
        options: &WriteOptions,
    ) -> Option<String> {
        let syllable = spoken.syllable;
        let mut out = cells(syllable.initial(), syllable.rime())?;
        match options.tones {
            ToneStyle::Mark => out.push(tone_cell(syllable.rime(), syllable.tone())?),
            ToneStyle::Number => {
                out.push(NUMBER_SIGN);
                out.push(DIGITS[usize::from(syllable.tone().number())]);
            }
            ToneStyle::None => {}
        }
        Some(out)
    }

    /// Syllables of a word stand side by side: each ends in its tone.
    fn join(
        &self,
        out: &mut String,
        is_first: bool,
        join: Join,
        _written: &str,
        options: &WriteOptions,
    ) {
        let needs_sign = options.tones == ToneStyle::None;
        out.push_str(match (join, options.words) {
            (Join::Neutral, _) => "--",
            _ if is_first => "",
            (Join::Hyphen, WordStyle::Space) | (Join::Space, _) => " ",
            (Join::Hyphen, _) if needs_sign => "-",
            (Join::Hyphen, _) => "",
        });
    }

    fn is_letter(&self, letter: char) -> bool {
        // The empty cell is a space.
        ('\u{2801}'..='\u{283F}').contains(&letter)
    }

    fn cut(&self, letters: &[char], _options: &WriteOptions) -> Vec<usize> {
        let mut lengths = Vec::new();
        let mut start = 0;
        while start < letters.len() {
            let length = first_syllable(&letters[start..]).unwrap_or(letters.len() - start);
            lengths.push(length);
            start += length;
        }
        if lengths.is_empty() { vec![0] } else { lengths }
    }

    fn read_syllable(
        &self,
        written: &[char],
        _options: &WriteOptions,
    ) -> Result<Parts, ParseErrorKind> {
        let numbered = written.len().checked_sub(2).filter(|&at| written[at] == NUMBER_SIGN);
        let (rest, tone) = if let Some(at) = numbered {
            let number = DIGITS.iter().position(|digit| *digit == written[at + 1]);
            let tone = number.and_then(|number| Tone::from_number(number as u8));
            (&written[..at], Some(tone.ok_or(ParseErrorKind::UnknownTone)?))
        } else if let Some((&last, rest)) = written.split_last()
            && let Some(tone) = tone_of_cell(last)
            && find(rest, Some(tone)).is_some()
        {
            (rest, Some(tone))
        } else {
            (written, None)
        };
        let unknown = || SYLLABARY.fault(&rest.iter().collect::<String>());
        let (initial, rime) = find(rest, tone).ok_or_else(unknown)?;
        let tone = tone.unwrap_or(unmarked(rime));
        Ok(Parts { initial, rime, tone, case: Case::Lower, neutral: tone == Tone::Neutral })
    }
}

/// The cells of a syllable before that of its tone.
fn cells(initial: Initial, rime: Final) -> Option<String> {
    let (_, initial) = INITIALS.iter().find(|(tl, _)| *tl == initial.tl())?;
    let plain = rime.tl().replacen("nn", "", 1);
    let (_, cell) = match rime.is_nasalised() {
        true => FINALS.iter().find(|(tl, _)| *tl == open(&plain))?,
        false => FINALS.iter().find(|(tl, _)| *tl == open(rime.tl()))?,
    };
    let nasal = if rime.is_nasalised() { NASAL } else { "" };
    Some(format!("{nasal}{initial}{cell}"))
}

/// The final whose cell a checked one has: its own where it is open.
fn open(tl: &str) -> String {
    let stem = |length: usize| &tl[..tl.len() - length];
    match tl.chars().last() {
        Some('p') => format!("{}m", stem(1)),
        Some('t') => format!("{}n", stem(1)),
        Some('k') => format!("{}ng", stem(1)),
        Some('h') => stem(1).to_owned(),
        _ => tl.to_owned(),
    }
}

fn tone_cell(rime: Final, tone: Tone) -> Option<char> {
    let table = if rime.coda() == Coda::Stop { CHECKED } else { TONES };
    table.iter().find(|(number, _)| *number == tone.number()).map(|(_, cell)| *cell)
}

fn tone_of_cell(cell: char) -> Option<Tone> {
    let (number, _) = TONES.iter().chain(CHECKED).find(|(_, of)| *of == cell)?;
    Tone::from_number(*number)
}

fn key(cells: &str, checked: bool) -> String {
    format!("{cells}{}", if checked { "h" } else { "" })
}

/// The initial and final of cells without a tone; of an unknown tone, an open one before a checked one.
fn find(cells: &[char], tone: Option<Tone>) -> Option<(Initial, Final)> {
    let cells: String = cells.iter().collect();
    let read = |checked| SYLLABARY.read(&key(&cells, checked));
    match tone {
        Some(Tone::T4 | Tone::T8) => read(true),
        _ => read(false).or_else(|| read(true)),
    }
}

/// How many cells the first syllable takes, with its tone.
fn first_syllable(cells: &[char]) -> Option<usize> {
    const LONGEST: usize = 4;
    (1..=cells.len().min(LONGEST)).find_map(|length| {
        let (rest, tone) = (&cells[..length], cells.get(length).copied());
        match tone {
            Some(NUMBER_SIGN) => find(rest, None).map(|_| cells.len().min(length + 2)),
            Some(cell) => find(rest, Some(tone_of_cell(cell)?)).map(|_| length + 1),
            None => None,
        }
    })
}
