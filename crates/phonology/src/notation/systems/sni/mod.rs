//! 十五音: rime, tone and initial by the names of 彙集雅俗通十五音 (謝秀嵐, 漳州, 1818), as 君一求 for kun1.
//!
//! The book files characters, not sounds, so that some syllables have more than one place in it: the e
//! of Taiwan is 伽, 稽 or 嘉 there. The rule here goes by the final alone (see the table), and m-, n- and
//! ng- take the nasal rimes, as in the book.

mod table;

use std::sync::LazyLock;

use self::table::{BEHIND_NASALS, FINALS, INITIALS, TONES, VARIANTS};
use super::super::Case;
use super::super::options::{OptionRow, ToneStyle, ValueRow, WriteOptions};
use super::super::parse::ParseErrorKind;
use super::super::system::{Parts, System};
use super::signs::{Finals, Syllabary, unmarked};
use crate::{Coda, Final, Initial, Spoken, Tone};

/// The notation.
pub(crate) struct Sni;

pub(crate) static SYSTEM: Sni = Sni;

static RIMES: LazyLock<Finals> = LazyLock::new(|| Finals::new(FINALS, &[]));
static NASAL_RIMES: LazyLock<Finals> = LazyLock::new(|| Finals::new(BEHIND_NASALS, &[]));
static FIFTEEN: LazyLock<Syllabary> = LazyLock::new(|| Syllabary::new(|i, r| key(i, r, 15), place));
static EIGHTEEN: LazyLock<Syllabary> =
    LazyLock::new(|| Syllabary::new(|i, r| key(i, r, 18), place));

#[rustfmt::skip]
const OPTIONS: &[OptionRow] = &[
    OptionRow { name: "order", about: "what stands first", values: &[
        ValueRow { name: "rime", about: "rime, tone, initial: 君一求" },
        ValueRow { name: "initial", about: "initial, rime, tone: 求君一" },
    ] },
    OptionRow { name: "tones", about: "how the tones are named", values: &[
        ValueRow { name: "numerals", about: "一 to 八" },
        ValueRow { name: "names", about: "上平, 上上, 上去, 上入, 下平, 下上, 下去, 下入" },
    ] },
    OptionRow { name: "initials", about: "how m, n and ng are named", values: &[
        ValueRow { name: "15", about: "門, 柳, 語, like b, l and g; the rime tells" },
        ValueRow { name: "18", about: "毛, 耐, 雅" },
    ] },
];

const ORDER: usize = 0;
const NAMES: usize = 1;
const COUNT: usize = 2;

impl System for Sni {
    fn options(&self) -> &'static [OptionRow] {
        OPTIONS
    }

    fn write_syllable(
        &self,
        spoken: Spoken,
        _neutral: bool,
        options: &WriteOptions,
    ) -> Option<String> {
        let syllable = spoken.syllable;
        let count = if options.own(COUNT) == 1 { 18 } else { 15 };
        let initial = initial_name(syllable.initial(), count)?;
        let rime = rime_name(syllable.initial(), syllable.rime())?;
        let (number, numeral, name) =
            TONES.into_iter().find(|(number, ..)| *number == syllable.tone().number())?;
        let tone = match options.tones {
            ToneStyle::Mark if options.own(NAMES) == 1 => name.to_owned(),
            ToneStyle::Mark => numeral.to_string(),
            ToneStyle::Number => number.to_string(),
            ToneStyle::None => String::new(),
        };
        Some(match options.own(ORDER) {
            0 => format!("{rime}{tone}{initial}"),
            _ => format!("{initial}{rime}{tone}"),
        })
    }

    fn is_letter(&self, letter: char) -> bool {
        letter.is_ascii_digit() || piece(&[usual(letter)]).is_some() || "平上下聲".contains(letter)
    }

    fn cut(&self, letters: &[char], _options: &WriteOptions) -> Vec<usize> {
        let signs: Vec<char> = letters.iter().map(|&letter| usual(letter)).collect();
        let mut lengths = vec![0];
        let mut seen = Vec::new();
        let mut at = 0;
        while let Some((length, found)) = piece(&signs[at..]) {
            // A second rime, tone or initial is that of the next syllable.
            let kind = std::mem::discriminant(&found);
            if seen.contains(&kind) {
                seen.clear();
                lengths.push(0);
            }
            seen.push(kind);
            lengths.last_mut().into_iter().for_each(|last| *last += length);
            at += length;
        }
        lengths.last_mut().into_iter().for_each(|last| *last += signs.len() - at);
        lengths
    }

    fn read_syllable(
        &self,
        written: &[char],
        options: &WriteOptions,
    ) -> Result<Parts, ParseErrorKind> {
        let signs: Vec<char> = written.iter().map(|&letter| usual(letter)).collect();
        let (mut rime, mut tone, mut initial) = (None, None, None);
        let mut at = 0;
        while at < signs.len() {
            let (length, found) = piece(&signs[at..]).ok_or(ParseErrorKind::UnknownSyllable)?;
            let twice = match found {
                Piece::Rime(name) => rime.replace(name).is_some(),
                Piece::Initial(name) => initial.replace(name).is_some(),
                Piece::Tone(found) if tone.replace(found).is_some() => {
                    return Err(ParseErrorKind::TwoTones);
                }
                Piece::Tone(_) => false,
            };
            if twice {
                return Err(ParseErrorKind::UnknownSyllable);
            }
            at += length;
        }
        let (Some(rime), Some(initial)) = (rime, initial) else {
            return Err(ParseErrorKind::UnknownSyllable);
        };
        let checked = tone.is_some_and(Tone::is_checked);
        let (initial, rime) =
            read(rime, initial, checked, options).ok_or(ParseErrorKind::UnknownSyllable)?;
        let tone = tone.unwrap_or(unmarked(rime));
        Ok(Parts { initial, rime, tone, case: Case::Lower, neutral: false })
    }
}

/// A part of a syllable.
enum Piece {
    Rime(char),
    Tone(Tone),
    Initial(char),
}

/// The part with which these signs begin, and its length.
fn piece(signs: &[char]) -> Option<(usize, Piece)> {
    let first = *signs.first()?;
    let tone = |number: u8, length| Some((length, Piece::Tone(Tone::from_number(number)?)));
    if let Some((number, ..)) = TONES.iter().find(|(_, numeral, _)| *numeral == first) {
        return tone(*number, 1);
    }
    if let Some(number @ 1..) = first.to_digit(10) {
        return tone(number as u8, 1);
    }
    if matches!(first, '上' | '下') {
        let name: String = signs.iter().take(2).collect();
        let (number, ..) = TONES.iter().find(|(.., known)| *known == name)?;
        let suffix = usize::from(matches!(signs.get(2), Some('聲' | '声')));
        return tone(*number, 2 + suffix);
    }
    if INITIALS.iter().any(|(_, fifteen, eighteen)| [fifteen, eighteen].contains(&&first)) {
        return Some((1, Piece::Initial(first)));
    }
    let mut rimes = FINALS.iter().chain(BEHIND_NASALS);
    rimes.any(|(_, rime)| rime.starts_with(first)).then_some((1, Piece::Rime(first)))
}

fn usual(sign: char) -> char {
    VARIANTS.iter().find(|(variant, _)| *variant == sign).map_or(sign, |(_, usual)| *usual)
}

fn initial_name(initial: Initial, count: u8) -> Option<char> {
    let (_, fifteen, eighteen) = INITIALS.iter().find(|(tl, ..)| *tl == initial.tl())?;
    Some(if count == 15 { *fifteen } else { *eighteen })
}

fn rime_name(initial: Initial, rime: Final) -> Option<&'static str> {
    let nasal = initial.is_nasal().then(|| NASAL_RIMES.spelling(rime)).flatten();
    nasal.or_else(|| RIMES.spelling(rime))
}

/// What tells one pair from another when the tone is known only as checked or not.
fn key(initial: Initial, rime: Final, count: u8) -> Option<String> {
    let checked = rime.coda() == Coda::Stop;
    let (initial, rime) = (initial_name(initial, count)?, rime_name(initial, rime)?);
    Some(format!("{rime}{initial}{}", if checked { "促" } else { "舒" }))
}

/// Which of two pairs is read: with fifteen initials 監門 is ma and not bann, 君門 bun and not mun.
fn place(initial: Initial, rime: Final) -> u8 {
    let nasal =
        NASAL_RIMES.spelling(rime).is_some() || matches!(rime.tl(), "m" | "mh" | "ng" | "ngh");
    match (rime.tl(), initial.is_nasal()) {
        ("eng" | "ek" | "uee" | "ueeh", _) => 2,
        ("ee" | "eeh", true) => 2,
        ("eenn" | "eennh" | "ueenn" | "ueennh", _) => 3,
        (_, true) if !nasal => 1,
        (_, false) if rime.is_nasalised() || matches!(rime.tl(), "m" | "mh" | "ng" | "ngh") => 1,
        _ => 0,
    }
}

fn read(
    rime: char,
    initial: char,
    checked: bool,
    options: &WriteOptions,
) -> Option<(Initial, Final)> {
    let key = format!("{rime}{initial}{}", if checked { "促" } else { "舒" });
    let is_nasal =
        INITIALS.iter().find(|(_, fifteen, eighteen)| *eighteen == initial && fifteen != eighteen);
    let syllabary = match (options.own(COUNT), is_nasal) {
        (0, None) => &FIFTEEN,
        _ => &EIGHTEEN,
    };
    if let Some(found) = syllabary.read(&key) {
        return Some(found);
    }
    // 皆 for 閒 behind 耐, and 姑 for 扛 elsewhere: as some editions have it.
    let rime = if rime == '姑' { '扛' } else { rime };
    let tl = match is_nasal {
        Some((tl, ..)) => tl,
        None => INITIALS.iter().find(|(_, fifteen, _)| *fifteen == initial).map(|(tl, ..)| tl)?,
    };
    let rime = FINALS.iter().find(|(tl, name)| {
        name.starts_with(rime)
            && Final::from_tl(tl).is_some_and(|rime| (rime.coda() == Coda::Stop) == checked)
    });
    Some((Initial::from_tl(tl)?, Final::from_tl(rime?.0)?))
}

#[cfg(test)]
mod tests {
    use super::super::signs::assert_known;
    use super::*;

    #[test]
    fn the_tables_name_finals_that_exist_and_fifty_rimes() {
        assert_known(FINALS);
        assert_known(BEHIND_NASALS);
        let mut rimes: Vec<&str> =
            FINALS.iter().chain(BEHIND_NASALS).map(|(_, rime)| *rime).collect();
        rimes.sort_unstable();
        rimes.dedup();
        assert_eq!(rimes.len(), 50);
    }
}
