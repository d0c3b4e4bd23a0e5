//! What the romanisations share: letters, a tone mark or number, case and hyphens.

use super::ToneStyle;
use super::marks::{ToneMarks, push_marked};
use crate::finals::FinalRow;
use crate::initials::InitialRow;
use crate::{Coda, Final, Initial, Join, Reading, Spoken, Tone};

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
    pub(super) fn initial(&self, initial: Initial) -> &'static str {
        (self.initial)(initial.row())
    }

    pub(super) fn rime(&self, rime: Final) -> &'static str {
        (self.rime)(rime.row())
    }

    /// The final written so. Where two finals are written alike (白話字 eng is 臺羅 ing, and could
    /// be the rare 臺羅 eng), the common one.
    pub(super) fn rime_of(&self, written: &str) -> Option<Final> {
        let is_rare = |rime: &Final| matches!(rime.tl(), "ek" | "eng");
        Final::all().filter(|&rime| self.rime(rime) == written).min_by_key(is_rare)
    }

    pub(super) fn mark(&self, tone: Tone) -> Option<char> {
        self.marks.iter().find(|(of, _)| *of == tone).and_then(|(_, mark)| *mark)
    }

    /// The tone of a syllable that ends so and bears this mark, or none.
    pub(super) fn tone_of_mark(&self, mark: Option<char>, coda: Coda) -> Option<Tone> {
        match (mark, coda) {
            (None, Coda::Stop) => Some(Tone::T4),
            (None, _) => Some(Tone::T1),
            (mark, _) => self.marks.iter().find(|(_, of)| *of == mark).map(|(tone, _)| *tone),
        }
    }

    pub(super) fn write_syllable(&self, spoken: Spoken, tones: ToneStyle) -> String {
        let syllable = spoken.syllable;
        let rime = self.rime(syllable.rime());
        let mark = match tones {
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
        if tones == ToneStyle::Number {
            out.push(char::from(b'0' + syllable.tone().number()));
        }
        out
    }

    pub(super) fn write(&self, reading: &Reading, tones: ToneStyle) -> String {
        let mut out = String::new();
        for (index, spoken) in reading.syllables().iter().enumerate() {
            out.push_str(match (spoken.join, index) {
                (Join::Neutral, _) => "--",
                (_, 0) => "",
                (Join::Hyphen, _) => "-",
                (Join::Space, _) => " ",
            });
            out.push_str(&self.write_syllable(*spoken, tones));
        }
        out
    }
}
