//! What somebody looks for in a text: syllables whose tones may be left open.

use super::marks::{DIAERESIS, DIAERESIS_BELOW, DOT_OF_O, decompose, is_combining};
use super::options::{ToneStyle, WordStyle, WriteOptions};
use super::parse::plain;
use super::{Notation, System};
use crate::{Final, Initial, Spoken, Syllable, Tone};

/// A syllable that is looked for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Sought {
    /// Its initial.
    pub initial: Initial,
    /// Its final.
    pub rime: Final,
    /// Its tone; none where none was written: then any will do. [`Tone::Neutral`] is any neutral
    /// syllable.
    pub tone: Option<Tone>,
}

impl Sought {
    /// Whether a syllable is one of those looked for. `neutral`: it is a neutral one of its word.
    pub fn is(self, syllable: Syllable, neutral: bool) -> bool {
        let has_tone = match self.tone {
            None => true,
            Some(Tone::Neutral) => neutral || syllable.tone() == Tone::Neutral,
            Some(tone) => syllable.tone() == tone,
        };
        has_tone && self.initial == syllable.initial() && self.rime == syllable.rime()
    }
}

impl Notation {
    /// Reads syllables to look for: parted by any hyphens and spaces, or by none where they can be told
    /// apart, each with its tone as a mark, as a number, or without. `None` where it is no such text.
    pub fn seek(self, text: &str, options: &WriteOptions) -> Option<Vec<Sought>> {
        let mut options = *options;
        options.words = WordStyle::Joined;
        let chars: Vec<char> = text.chars().map(plain).collect();
        let mut sought = Vec::new();
        for stretch in chars.split(|letter| *letter == '-' || letter.is_whitespace()) {
            if stretch.is_empty() {
                continue;
            }
            let mut start = 0;
            for length in self.system().cut(stretch, &options) {
                let written = stretch.get(start..start + length)?;
                sought.push(self.seek_one(written, &options)?);
                start += length;
            }
        }
        (!sought.is_empty()).then_some(sought)
    }

    fn seek_one(self, written: &[char], options: &WriteOptions) -> Option<Sought> {
        let system: &dyn System = self.system();
        if written.is_empty() {
            return None;
        }
        let parts = system.read_syllable(written, options).ok()?;
        let (initial, rime) = (parts.initial, parts.rime);
        let syllable = Syllable::spoken(initial, rime, parts.tone).ok()?;
        let mut bare = *options;
        bare.tones = ToneStyle::None;
        let is_bare =
            system.write_syllable(Spoken::plain(syllable), false, &bare).is_some_and(|bare| {
                bare.chars().eq(written.iter().flat_map(|letter| letter.to_lowercase()))
            });
        let tone = match self.language_tag().starts_with("nan-Latn") {
            true => has_tone(written).then_some(parts.tone),
            false => (!is_bare).then_some(parts.tone),
        };
        Some(Sought { initial, rime, tone })
    }
}

/// Whether a romanised syllable has a mark or a number for its tone.
fn has_tone(written: &[char]) -> bool {
    written.iter().copied().flat_map(fold).any(|letter| {
        letter.is_ascii_digit()
            || (is_combining(letter) && !matches!(letter, DOT_OF_O | DIAERESIS | DIAERESIS_BELOW))
    })
}

/// A char as it is compared in a search: in lower case, full-width forms as ASCII, a letter that is
/// composed with marks as the letter and its marks.
pub fn fold(letter: char) -> impl Iterator<Item = char> {
    let mut letter = plain(letter);
    let mut marks = [None; 2];
    for mark in marks.iter_mut().rev() {
        if let Some((bare, over)) = decompose(letter) {
            letter = bare;
            *mark = Some(over);
        }
    }
    letter.to_lowercase().chain(marks.into_iter().flatten())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is found, in numeric 臺羅 where the tone counts.
    fn sought(notation: Notation, text: &str) -> String {
        let found = notation.seek(text, &WriteOptions::default());
        let written = |one: &Sought| {
            let tone = one.tone.map(|tone| tone.number().to_string()).unwrap_or_default();
            format!("{}{}{tone}", one.initial.tl(), one.rime.tl())
        };
        let found = found.unwrap_or_default();
        found.iter().map(written).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn tones_are_marks_numbers_or_open() {
        for (text, expected) in [
            ("tâi-uân", "tai5 uan5"),
            ("ta\u{302}i-ua\u{302}n", "tai5 uan5"),
            ("TÂI UÂN", "tai5 uan5"),
            ("tai5uan5", "tai5 uan5"),
            ("ｔａｉ５　uan", "tai5 uan"),
            ("tai-uan", "tai uan"),
            ("taiuan", "tai uan"),
            ("tâiuan", "tai5 uan"),
            ("tai1", "tai1"),
            ("tsiah", "tsiah"),
            ("tsia̍h", "tsiah8"),
            ("ē--sái", "e7 sai2"),
            ("e0", "e0"),
            ("ir", "ir"),
            ("?", ""),
            ("", ""),
            (" - ", ""),
            ("臺灣", ""),
        ] {
            assert_eq!(sought(Notation::Tl, text), expected, "{text}");
        }
    }

    #[test]
    fn letters_with_marks_of_their_own_have_no_tone() {
        for (text, expected) in [
            ("chia̍h", "tsiah8"),
            ("cho͘", "tsoo"),
            ("chó͘", "tsoo2"),
            ("hoaⁿ", "huann"),
            ("hoaN", "huann"),
        ] {
            assert_eq!(sought(Notation::Poj, text), expected, "{text}");
        }
    }

    #[test]
    fn other_letters_are_read_too() {
        for (notation, text, expected) in [
            (Notation::Tps, "ㄉㄞˊㄨㄢˊ", "tai5 uan5"),
            (Notation::Tps, "ㄉㄞ", "tai"),
            (Notation::Kana, "タイ", "tai"),
        ] {
            assert_eq!(sought(notation, text), expected, "{text}");
        }
    }

    #[test]
    fn every_notation_finds_what_it_writes() {
        for &notation in Notation::ALL {
            let options = WriteOptions::default();
            let mut syllables = Syllable::all().step_by(97).peekable();
            assert!(syllables.peek().is_some());
            for syllable in syllables {
                let spoken = Spoken::plain(syllable);
                let Some(written) = notation.try_write_syllable(spoken, false, &options) else {
                    continue;
                };
                let found = notation.seek(&written, &options);
                let is_found = found.as_deref().is_some_and(|found| match found {
                    // Some notations write two sounds alike.
                    [one] => {
                        notation.try_write_syllable(spoken, false, &options)
                            == Syllable::spoken(
                                one.initial,
                                one.rime,
                                one.tone.unwrap_or(syllable.tone()),
                            )
                            .ok()
                            .and_then(|one| {
                                notation.try_write_syllable(Spoken::plain(one), false, &options)
                            })
                    }
                    _ => false,
                });
                assert!(is_found, "{} {written}: {found:?}", notation.id());
            }
        }
    }

    #[test]
    fn composed_letters_are_taken_apart() {
        let folded = |text: &str| text.chars().flat_map(fold).collect::<String>();
        assert_eq!(folded("TÂI"), "ta\u{302}i");
        assert_eq!(folded("ǘ"), "u\u{308}\u{301}");
        assert_eq!(folded("，Ａ"), ",a");
        assert_eq!(folded("臺"), "臺");
    }
}
