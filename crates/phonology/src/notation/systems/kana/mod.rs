//! 臺語假名: the kana of 臺日大辭典 (臺灣總督府, 小川尚義, 1931–1932), the last and fullest form of them.
//!
//! The syllables follow the index of the dictionary; the tone letters are those of Unicode 14, which were
//! encoded after it (L2/20-209). Earlier books write ua with ツ and ク (ツ̅ア), which is read. The ee, ei and
//! oi of Zhangzhou have no kana, tone 9 has no letter, and tone 6 has that of 2.
//!
//! Nasal vowels are told by the tone letter alone. With numbers instead, ⁿ stands before the number; that
//! is ours, for the books have no such form.

mod table;

use std::sync::LazyLock;

use self::table::{FINALS, INITIALS, KanaRow, TONES};
use super::super::Case;
use super::super::options::{OptionRow, ToneStyle, ValueRow, WriteOptions};
use super::super::parse::ParseErrorKind;
use super::super::system::{Parts, System};
use super::signs::{Syllabary, digit, take_number, unmarked};
use crate::{Coda, Final, Initial, Spoken, Tone};

/// The notation.
pub(crate) struct Kana;

pub(crate) static SYSTEM: Kana = Kana;

const DOT: char = '\u{323}';
const LINE: char = '\u{305}';
const NAKAGURO: char = '・';
/// Behind kana that are nasal, in keys and before numbers.
const NASAL: char = 'ⁿ';

static SYLLABARY: LazyLock<Syllabary> = LazyLock::new(|| {
    Syllabary::new(key, |initial, rime| match rime.tl() {
        // Of the same kana.
        "or" | "orh" | "ior" | "iorh" => 1,
        _ if initial.tl() == "g" && rime.is_nasalised() => 1,
        _ => 0,
    })
});

const OPTIONS: &[OptionRow] = &[OptionRow {
    name: "breath",
    about: "the sign of ph, th, kh and tsh",
    values: &[
        ValueRow { name: "dot", about: "a dot below: タ̣ア" },
        ValueRow {
            name: "nakaguro",
            about: "a middle dot behind the kana: タ・ア, as some books print it",
        },
    ],
}];

impl System for Kana {
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
        let tone = syllable.tone();
        let mut out = kana(syllable.initial(), syllable.rime())?;
        if options.own(0) == 1 && out.contains(DOT) {
            out = out.replace(DOT, "");
            let first = out.char_indices().skip(1).find(|(_, sign)| *sign != LINE);
            out.insert(first.map_or(out.len(), |(at, _)| at), NAKAGURO);
        }
        let nasal = is_nasal(syllable.initial(), syllable.rime());
        match options.tones {
            ToneStyle::Mark if tone == Tone::Neutral => out.extend(nasal.then_some(NASAL)),
            ToneStyle::Mark => {
                let (_, plain, nasalised) =
                    TONES.iter().find(|(number, ..)| *number == tone.number())?;
                out.extend(if nasal { *nasalised } else { *plain });
            }
            ToneStyle::Number => {
                out.extend(nasal.then_some(NASAL));
                out.push(digit(tone));
            }
            ToneStyle::None => {}
        }
        Some(out)
    }

    fn is_letter(&self, letter: char) -> bool {
        matches!(letter,
            'ァ'..='ヺ' | 'ㇰ'..='ㇿ' | '\u{1B164}'..='\u{1B167}' | '\u{3099}' | '\u{309A}'
            | DOT | LINE | NASAL | '0'..='9')
            || tone_of(letter).is_some()
    }

    fn is_inner(&self, letter: char) -> bool {
        letter == NAKAGURO
    }

    fn cut(&self, letters: &[char], _options: &WriteOptions) -> Vec<usize> {
        let mut lengths = Vec::new();
        let mut start = 0;
        while start < letters.len() {
            let length = first_syllable(&letters[start..]);
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
        let mut letters = written.to_vec();
        let mut tone = take_number(&mut letters)?;
        let mut nasal = letters.last() == Some(&NASAL);
        if nasal {
            letters.pop();
        }
        while let Some((found, is_nasal)) = letters.last().copied().and_then(tone_of) {
            if tone.replace(found).is_some() {
                return Err(ParseErrorKind::TwoTones);
            }
            nasal |= is_nasal;
            letters.pop();
        }
        let kana = usual(&letters);
        let (initial, rime) = read(&kana, nasal, tone).ok_or_else(|| SYLLABARY.fault(&kana))?;
        let tone = tone.unwrap_or(unmarked(rime));
        Ok(Parts { initial, rime, tone, case: Case::Lower, neutral: tone == Tone::Neutral })
    }
}

/// The kana of a syllable.
fn kana(initial: Initial, rime: Final) -> Option<String> {
    let (_, column, behind, bare) = row(rime)?;
    if initial == Initial::NONE {
        return Some((*bare).to_owned());
    }
    let (_, kana) = INITIALS.iter().find(|(tl, _)| *tl == initial.tl())?;
    Some(format!("{}{behind}", kana["aiueo".find(*column)?]))
}

/// The row of a final; that of a nasal one is that of the oral one.
fn row(rime: Final) -> Option<&'static KanaRow> {
    let tl = rime.tl();
    let oral = match tl {
        "onn" | "onnh" | "ionn" | "ionnh" => tl.replace("nn", "o"),
        _ if rime.is_nasalised() => tl.replacen("nn", "", 1),
        _ => tl.to_owned(),
    };
    FINALS.iter().find(|(tl, ..)| *tl == oral)
}

/// Whether the tone letter is a nasal one. m- and n- say enough by themselves.
fn is_nasal(initial: Initial, rime: Final) -> bool {
    rime.is_nasalised() || initial.tl() == "ng"
}

/// What tells a syllable from all others but for its tone.
fn key(initial: Initial, rime: Final) -> Option<String> {
    let mut key = kana(initial, rime)?;
    key.extend(is_nasal(initial, rime).then_some(NASAL));
    // ム and ン with one of the checked tones.
    if matches!(rime.tl(), "mh" | "ngh") {
        key.push('h');
    }
    Some(key)
}

fn read(kana: &str, nasal: bool, tone: Option<Tone>) -> Option<(Initial, Final)> {
    let with = |suffix: &str| SYLLABARY.read(&format!("{kana}{suffix}"));
    let plain = || with(if nasal { "ⁿ" } else { "" });
    let checked = || with(if nasal { "ⁿh" } else { "h" });
    let found = match tone {
        Some(Tone::T4 | Tone::T8) => {
            plain().filter(|(_, rime)| rime.coda() == Coda::Stop).or_else(checked).or_else(plain)
        }
        _ => plain().or_else(checked),
    };
    if found.is_some() || !nasal {
        return found;
    }
    // Nasal tone letters behind what is nasal anyhow.
    read(kana, false, tone).filter(|(initial, rime)| {
        initial.is_nasal() || matches!(rime.tl(), "m" | "mh" | "ng" | "ngh")
    })
}

fn tone_of(letter: char) -> Option<(Tone, bool)> {
    TONES.iter().find_map(|(number, plain, nasal)| {
        let tone = Tone::from_number(*number)?;
        match letter {
            _ if *plain == Some(letter) => Some((tone, false)),
            _ if *nasal == Some(letter) => Some((tone, true)),
            _ => None,
        }
    })
}

/// Kana as the table has them: composed, the dot below before the line above, and for what is printed in
/// place of those two.
fn usual(letters: &[char]) -> String {
    let mut out: Vec<char> = Vec::new();
    for &letter in letters {
        match letter {
            '\u{3099}'
                if out.last().is_some_and(|last| {
                    "カキクケコサシスセソタチツテトハヒフヘホ".contains(*last)
                }) =>
            {
                replace_last(&mut out, 1);
            }
            '\u{309A}' if out.last().is_some_and(|last| "ハヒフヘホ".contains(*last)) => {
                replace_last(&mut out, 2);
            }
            NAKAGURO | DOT if out.last() == Some(&LINE) => {
                out.pop();
                out.extend([DOT, LINE]);
            }
            NAKAGURO => out.push(DOT),
            '\u{304}' | '\u{35E}' => out.push(LINE),
            letter => out.push(letter),
        }
    }
    let out: String = out.into_iter().collect();
    // Before the last reform.
    match out.strip_prefix("ツ̅ア").or(out.strip_prefix("ツ̅ァ")).or(out.strip_prefix("ツ̅エ"))
    {
        Some(_) => out.replacen("ツ̅", "ト", 1),
        None => out,
    }
}

/// Unicode has the voiced kana one behind the plain one, and the half-voiced two.
fn replace_last(out: &mut Vec<char>, by: u32) {
    if let Some(letter) = out.pop() {
        out.push(char::from_u32(u32::from(letter) + by).unwrap_or(letter));
    }
}

/// How many chars the first syllable takes: as many kana as can be one, and its tone.
fn first_syllable(letters: &[char]) -> usize {
    const LONGEST: usize = 10;
    let known = |length: usize| {
        let kana = usual(&letters[..length]);
        let marks = |sign: Option<&char>| {
            matches!(sign, Some(&(DOT | LINE | NAKAGURO | '\u{3099}' | '\u{309A}' | '\u{304}')))
        };
        !marks(letters.get(length))
            && [(false, None), (true, None), (false, Some(Tone::T4))]
                .into_iter()
                .any(|(nasal, tone)| read(&kana, nasal, tone).is_some())
    };
    let Some(length) = (1..=letters.len().min(LONGEST)).rev().find(|&length| known(length)) else {
        return letters.len();
    };
    let is_tone =
        |letter: char| tone_of(letter).is_some() || letter == NASAL || letter.is_ascii_digit();
    length + letters[length..].iter().take_while(|&&letter| is_tone(letter)).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_names_finals_that_exist_and_columns() {
        for (tl, column, ..) in FINALS {
            assert!(Final::from_tl(tl).is_some(), "{tl}");
            assert!("aiueo".contains(*column), "{tl}");
        }
    }
}
