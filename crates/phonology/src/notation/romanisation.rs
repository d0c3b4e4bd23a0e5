//! What romanisations with one column of letters share: a tone mark or number, and case.

use super::marks::{ToneMarks, decompose, push_marked};
use super::options::{ToneStyle, WriteOptions};
use super::parse::ParseErrorKind;
use super::system::Parts;
use super::{Case, System};
use crate::finals::FinalRow;
use crate::initials::InitialRow;
use crate::{Coda, Final, Initial, Spoken, Tone};

/// One romanisation, as what distinguishes it from the others.
pub(super) struct Scheme {
    /// Its column of the table of initials.
    pub(super) initial: fn(&InitialRow) -> &'static str,
    /// Its column of the table of finals.
    pub(super) rime: fn(&FinalRow) -> &'static str,
    /// Where in a final, as it writes it, the tone mark goes (char index).
    pub(super) mark_at: fn(&str) -> usize,
    /// Its tone marks.
    pub(super) marks: ToneMarks,
}

impl Scheme {
    fn initial(&self, initial: Initial) -> &'static str {
        (self.initial)(initial.row())
    }

    fn rime(&self, rime: Final) -> &'static str {
        (self.rime)(rime.row())
    }

    /// The final written so. Where two finals are written alike (白話字 eng is 臺羅 ing, and could
    /// be the rare 臺羅 eng), the common one.
    fn rime_of(&self, written: &str) -> Option<Final> {
        let is_rare = |rime: &Final| matches!(rime.tl(), "ek" | "eng");
        Final::all().filter(|&rime| self.rime(rime) == written).min_by_key(is_rare)
    }

    fn mark(&self, tone: Tone) -> Option<char> {
        self.marks.iter().find(|(of, _)| *of == tone).and_then(|(_, mark)| *mark)
    }

    /// The tone of a syllable that ends so and bears this mark, or none.
    fn tone_of_mark(&self, mark: Option<char>, coda: Coda) -> Option<Tone> {
        match (mark, coda) {
            (None, Coda::Stop) => Some(Tone::T4),
            (None, _) => Some(Tone::T1),
            (mark, _) => self.marks.iter().find(|(_, of)| *of == mark).map(|(tone, _)| *tone),
        }
    }

    /// The longest initial whose remainder is a final: `ng` is a final, `nng` is n- and ng.
    fn split(&self, letters: &str) -> Option<(Initial, Final)> {
        Initial::all()
            .filter_map(|initial| {
                let rest = letters.strip_prefix(self.initial(initial))?;
                let rime = self.rime_of(rest)?;
                Some((initial, rime))
            })
            .max_by_key(|(initial, _)| self.initial(*initial).len())
    }
}

impl System for Scheme {
    fn write_syllable(
        &self,
        spoken: Spoken,
        _neutral: bool,
        options: &WriteOptions,
    ) -> Option<String> {
        let syllable = spoken.syllable;
        let rime = self.rime(syllable.rime());
        let mark = match options.tones {
            ToneStyle::Mark => self.mark(syllable.tone()),
            ToneStyle::Number | ToneStyle::None => None,
        };
        let mark_at = self.initial(syllable.initial()).chars().count() + (self.mark_at)(rime);

        let mut out = String::new();
        let letters = self.initial(syllable.initial()).chars().chain(rime.chars());
        for (index, letter) in letters.enumerate() {
            // Every letter that can begin a syllable is ASCII.
            let letter = match spoken.capital && index == 0 {
                true => letter.to_ascii_uppercase(),
                false => letter,
            };
            match mark {
                Some(mark) if index == mark_at => push_marked(&mut out, letter, mark),
                _ => out.push(letter),
            }
        }
        if options.tones == ToneStyle::Number {
            out.push(char::from(b'0' + syllable.tone().number()));
        }
        Some(out)
    }

    fn upper(&self, written: &str) -> String {
        written.to_uppercase()
    }

    fn is_letter(&self, letter: char) -> bool {
        letter.is_ascii_alphanumeric()
            || decompose(letter).is_some()
            || ('\u{300}'..='\u{36F}').contains(&letter)
            || matches!(letter, 'ⁿ' | 'ı')
    }

    fn read_syllable(
        &self,
        written: &[char],
        _options: &WriteOptions,
    ) -> Result<Parts, ParseErrorKind> {
        let mut letters = String::new();
        let mut mark = None;
        let mut number = None;
        for &letter in written {
            let (letter, found) = match decompose(letter) {
                Some((plain, mark)) => (Some(plain), Some(mark)),
                // The dot of o͘ is part of the letter.
                None if letter == '\u{358}' => (Some(letter), None),
                None if ('\u{300}'..='\u{36F}').contains(&letter) => (None, Some(letter)),
                None => (Some(letter), None),
            };
            if let Some(found) = found
                && mark.replace(found).is_some()
            {
                return Err(ParseErrorKind::TwoTones);
            }
            match letter {
                Some(digit) if digit.is_ascii_digit() && number.is_some() => {
                    return Err(ParseErrorKind::UnknownTone);
                }
                Some(digit) if digit.is_ascii_digit() => number = Some(digit),
                Some('ı') => letters.push('i'),
                Some(letter) => letters.push(letter),
                None => {}
            }
        }
        // A digit stands at the end or nowhere.
        if number.is_some() && !written.last().is_some_and(char::is_ascii_digit) {
            return Err(ParseErrorKind::UnknownSyllable);
        }
        if mark.is_some() && number.is_some() {
            return Err(ParseErrorKind::TwoTones);
        }
        let case = Case::of(letters.chars());
        let (initial, rime) =
            self.split(&letters.to_ascii_lowercase()).ok_or(ParseErrorKind::UnknownSyllable)?;
        let tone = match number {
            Some(digit) => digit.to_digit(10).and_then(|number| Tone::from_number(number as u8)),
            None => self.tone_of_mark(mark, rime.coda()),
        };
        let tone = tone.ok_or(ParseErrorKind::UnknownTone)?;
        Ok(Parts { initial, rime, tone, case, neutral: tone == Tone::Neutral })
    }
}
