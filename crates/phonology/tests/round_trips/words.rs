//! Words of several syllables, capitals and normal forms.

use proptest::prelude::*;
use thakim_phonology::running::{Piece, pieces};
use thakim_phonology::{Join, Notation, Reading, Spoken, Syllable, ToneStyle, WordStyle};
use unicode_normalization::UnicodeNormalization;

use crate::{choices, read, write};

/// The notations in Latin letters that distinguish capitals.
const ROMAN: [Notation; 8] = [
    Notation::Tl,
    Notation::Poj,
    Notation::Tlpa,
    Notation::TlpaPlus,
    Notation::Bp,
    Notation::Tongiong,
    Notation::Dt,
    Notation::Mps2,
];

#[test]
fn what_is_written_is_nfc_and_any_normal_form_is_read() {
    for notation in ROMAN {
        for (name, options) in choices(notation) {
            for syllable in Syllable::all() {
                let Some(written) = write(notation, syllable, &options) else { continue };
                let context = format!("{notation:?} {name} {syllable:?} {written}");
                assert_eq!(written, written.nfc().collect::<String>(), "{context}");
                let expected = read(notation, &written, syllable, &options);
                let decomposed: String = written.nfd().collect();
                assert_eq!(read(notation, &decomposed, syllable, &options), expected, "{context}");
                if options.tones == ToneStyle::Number {
                    let wide: String = written.chars().map(full_width).collect();
                    assert_eq!(read(notation, &wide, syllable, &options), expected, "{context}");
                }
            }
        }
    }
}

/// A letter or digit in its full-width form.
fn full_width(letter: char) -> char {
    match letter {
        '!'..='~' => char::from_u32(u32::from(letter) + 0xFEE0).unwrap_or(letter),
        other => other,
    }
}

/// In capitals a syllable is read as it is in small letters, and stays in capitals.
#[test]
fn capitals_come_back() {
    for notation in ROMAN {
        for (name, options) in choices(notation) {
            // A capital N for ⁿ needs small letters around it.
            if name == "nasal=capital" {
                continue;
            }
            for syllable in Syllable::all() {
                let Some(written) = write(notation, syllable, &options) else { continue };
                let context = format!("{notation:?} {name} {syllable:?} {written}");
                let upper = written.to_uppercase().replace('ⁿ', "ᴺ");
                let small = notation.parse_with(&written, &options).unwrap().syllables()[0];
                let large = notation.parse_with(&upper, &options).unwrap().syllables()[0];
                assert_eq!(large, Spoken { capital: true, ..small }, "{context}");

                let titled = Spoken { capital: true, ..Spoken::plain(syllable) };
                let title = notation.try_write_syllable(titled, false, &options).unwrap();
                let read = notation.parse_with(&title, &options).unwrap().syllables()[0];
                assert_eq!(read, Spoken { capital: true, ..small }, "{context} {title}");

                let pieces = pieces(notation, &upper, &options).unwrap();
                let [Piece::Word(word)] = &pieces[..] else { panic!("{context} {pieces:?}") };
                if small.syllable == syllable
                    && upper.chars().filter(|c| c.is_alphabetic()).count() > 1
                {
                    assert_eq!(word.write(notation, &options).as_deref(), Ok(&*upper), "{context}");
                }
            }
        }
    }
}

fn any_syllable() -> impl Strategy<Value = Syllable> {
    let all: Vec<Syllable> = Syllable::all().collect();
    prop::sample::select(all)
}

fn any_notation() -> impl Strategy<Value = Notation> {
    prop::sample::select(Notation::ALL)
}

fn any_word() -> impl Strategy<Value = Vec<(Syllable, bool, Join)>> {
    let join = prop::sample::select(vec![Join::Hyphen, Join::Hyphen, Join::Space, Join::Neutral]);
    prop::collection::vec((any_syllable(), any::<bool>(), join), 1..6)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2048))]

    /// Whatever stands between them, syllables that come back alone come back in words.
    #[test]
    fn words_come_back(
        notation in any_notation(),
        choice in any::<prop::sample::Index>(),
        style in prop::sample::select(vec![WordStyle::Hyphen, WordStyle::Joined]),
        word in any_word(),
    ) {
        let choices = choices(notation);
        let (name, mut options) = choices[choice.index(choices.len())].clone();
        // Neither tones nor anything between them: only romanisations put something there then.
        let is_bare = options.tones == ToneStyle::None && !ROMAN.contains(&notation);
        options.words = if is_bare { WordStyle::Hyphen } else { style };
        let is_same = |syllable: &Syllable| {
            write(notation, *syllable, &options)
                .is_some_and(|written| read(notation, &written, *syllable, &options).as_ref() == Ok(syllable))
        };
        // A ring says that a syllable is neutral, and no longer what its tone is.
        prop_assume!(name != "neutral=ring");
        let word: Vec<_> = word.into_iter().filter(|(syllable, ..)| is_same(syllable)).collect();
        // Nothing stands before a word but the sign of a neutral part, and there is one such part.
        let neutral = word.iter().position(|(.., join)| *join == Join::Neutral);
        let first = |index: usize, join| match join {
            Join::Space if index == 0 => Join::Hyphen,
            Join::Neutral if neutral != Some(index) => Join::Hyphen,
            join => join,
        };
        let has_capitals = ROMAN.contains(&notation) && name != "nasal=capital";
        let spoken = word.iter().enumerate().map(|(index, (syllable, capital, join))| Spoken {
            syllable: *syllable,
            capital: *capital && has_capitals,
            join: first(index, *join),
        });
        let Some(reading) = Reading::new(spoken.collect()) else { return Ok(()) };
        let written = notation.try_write(&reading, &options).unwrap();
        let back = notation.parse_with(&written, &options);
        prop_assert_eq!(back.as_ref(), Ok(&reading), "{:?} {} {}", notation, name, written);
    }
}
