//! 反切: a syllable as two characters. The upper has its initial and whether its tone is of the clear (清)
//! or the muddy register (濁), the lower its final and the tone class (平上去入): 德紅切 is tong1.
//!
//! | upper | 平 | 上 | 去 | 入 |
//! | --- | --- | --- | --- | --- |
//! | 清 | 1 | 2 | 3 | 4 |
//! | 濁 | 5 | 7, but 2 where the initial is m, n, l, b, g, ng, j or none (次濁) | 7 | 8 |
//!
//! Which characters stand for what is our own choice, from 廣韻 (1008) and the readings that are
//! current in Taiwan: see the tables. Tones 6 and 9, and finals without a good character, cannot be
//! written. A pair is read only with its 切 or 反, unless the option says that there is none: any two
//! characters of running text could be a pair. How tones are to be shown changes nothing, for the characters
//! say them.

mod table;

use self::table::{LOWER, UPPER};
use super::super::Case;
use super::super::options::{OptionRow, ValueRow, WriteOptions};
use super::super::parse::ParseErrorKind;
use super::super::system::{Parts, System};
use crate::{Coda, Final, Initial, Spoken, Tone};

/// The notation.
pub(crate) struct Fanqie;

pub(crate) static SYSTEM: Fanqie = Fanqie;

const OPTIONS: &[OptionRow] = &[OptionRow {
    name: "suffix",
    about: "what stands behind the pair",
    values: &[
        ValueRow { name: "qie", about: "切, as in 廣韻: 德紅切" },
        ValueRow { name: "fan", about: "反, as before it: 德紅反" },
        ValueRow { name: "none", about: "nothing: 德紅" },
    ],
}];

const SUFFIXES: [char; 2] = ['切', '反'];
const NO_SUFFIX: usize = 2;

/// The register of a tone, by the upper character.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Register {
    /// 清
    Clear,
    /// 濁
    Muddy,
}

/// The class of a tone, by the lower character.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    /// 平
    Level,
    /// 上
    Rising,
    /// 去
    Departing,
    /// 入
    Entering,
}

const REGISTERS: [Register; 2] = [Register::Clear, Register::Muddy];
const OPEN_CLASSES: [Class; 3] = [Class::Level, Class::Rising, Class::Departing];

impl System for Fanqie {
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
        let (initial, rime) = (syllable.initial(), syllable.rime());
        let pairs = REGISTERS.into_iter().flat_map(|register| {
            let classes =
                if rime.coda() == Coda::Stop { &[Class::Entering] } else { &OPEN_CLASSES[..] };
            classes.iter().map(move |class| (register, *class))
        });
        // Two pairs may say one tone: 去 is the class of tone 7, and behind m, n, l, b, g, ng, j and
        // nothing 濁 the register of most syllables in tone 2.
        let (upper, lower) = pairs
            .filter(|(register, class)| tone(initial, *register, *class) == syllable.tone())
            .filter_map(|(register, class)| Some((upper(initial, register)?, lower(rime, class)?)))
            .next_back()?;
        let mut out = String::from_iter([upper, lower]);
        out.extend(SUFFIXES.get(options.own(0)));
        Some(out)
    }

    fn is_letter(&self, letter: char) -> bool {
        SUFFIXES.contains(&letter) || read_upper(letter).is_some() || read_lower(letter).is_some()
    }

    fn cut(&self, letters: &[char], _options: &WriteOptions) -> Vec<usize> {
        let mut lengths = Vec::new();
        let mut start = 0;
        while start < letters.len() {
            let suffix = letters.get(start + 2).is_some_and(|letter| SUFFIXES.contains(letter));
            let length = (2 + usize::from(suffix)).min(letters.len() - start);
            lengths.push(length);
            start += length;
        }
        if lengths.is_empty() { vec![0] } else { lengths }
    }

    fn read_syllable(
        &self,
        written: &[char],
        options: &WriteOptions,
    ) -> Result<Parts, ParseErrorKind> {
        let unknown = ParseErrorKind::UnknownSyllable;
        let (upper, lower) = match written {
            [upper, lower, suffix] if SUFFIXES.contains(suffix) => (*upper, *lower),
            [upper, lower] if options.own(0) == NO_SUFFIX => (*upper, *lower),
            _ => return Err(unknown),
        };
        let (Some((initial, register)), Some((rime, class))) =
            (read_upper(upper), read_lower(lower))
        else {
            return Err(unknown);
        };
        // The vowel behind m, n and ng is nasal anyhow.
        let oral = match initial.is_nasal() {
            true => Final::from_tl(&rime.tl().replacen("nn", "", 1)),
            false => None,
        };
        let tone = tone(initial, register, class);
        let rime = oral.unwrap_or(rime);
        Ok(Parts { initial, rime, tone, case: Case::Lower, neutral: false })
    }
}

/// The tone of a register and a class behind an initial.
fn tone(initial: Initial, register: Register, class: Class) -> Tone {
    let sonorant = matches!(initial.tl(), "" | "m" | "n" | "l" | "b" | "g" | "ng" | "j");
    match (register, class) {
        (Register::Clear, Class::Level) => Tone::T1,
        (Register::Clear, Class::Rising) => Tone::T2,
        (Register::Clear, Class::Departing) => Tone::T3,
        (Register::Clear, Class::Entering) => Tone::T4,
        (Register::Muddy, Class::Level) => Tone::T5,
        (Register::Muddy, Class::Rising) if sonorant => Tone::T2,
        (Register::Muddy, Class::Rising | Class::Departing) => Tone::T7,
        (Register::Muddy, Class::Entering) => Tone::T8,
    }
}

fn upper(initial: Initial, register: Register) -> Option<char> {
    let (_, clear, muddy) = UPPER.iter().find(|(tl, ..)| *tl == initial.tl())?;
    match register {
        Register::Clear => clear.chars().next(),
        Register::Muddy => muddy.chars().next(),
    }
}

fn lower(rime: Final, class: Class) -> Option<char> {
    let (_, characters) = LOWER.iter().find(|(tl, _)| *tl == rime.tl())?;
    let column = if class == Class::Entering { 0 } else { class as usize };
    characters.get(column)?.chars().next()
}

fn read_upper(character: char) -> Option<(Initial, Register)> {
    UPPER.iter().find_map(|(tl, clear, muddy)| {
        let register = match character {
            _ if clear.contains(character) => Register::Clear,
            _ if muddy.contains(character) => Register::Muddy,
            _ => return None,
        };
        Some((Initial::from_tl(tl)?, register))
    })
}

fn read_lower(character: char) -> Option<(Final, Class)> {
    LOWER.iter().find_map(|(tl, characters)| {
        let column = characters.iter().position(|class| class.contains(character))?;
        let rime = Final::from_tl(tl)?;
        let class = if rime.coda() == Coda::Stop { Class::Entering } else { OPEN_CLASSES[column] };
        Some((rime, class))
    })
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn no_character_stands_twice_and_every_final_has_its_columns() {
        let mut seen = HashSet::new();
        for (tl, clear, muddy) in UPPER {
            assert!(Initial::from_tl(tl).is_some(), "{tl}");
            assert!(clear.chars().chain(muddy.chars()).all(|letter| seen.insert(letter)), "{tl}");
        }
        seen.clear();
        for (tl, characters) in LOWER {
            let stop = Final::from_tl(tl).is_some_and(|rime| rime.coda() == Coda::Stop);
            assert_eq!(characters.len(), if stop { 1 } else { 3 }, "{tl}");
            let all = characters.iter().flat_map(|class| class.chars());
            for letter in all {
                assert!(seen.insert(letter), "{tl} {letter}");
            }
        }
    }
}
