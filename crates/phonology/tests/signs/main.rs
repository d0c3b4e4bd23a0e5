//! The notations without Latin letters, both ways: every syllable, the spellings of the sources, and
//! what people type.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod braille;
mod fanqie;
mod ipa;
mod kana;
mod running;
mod sni;
mod tps;

use std::collections::{BTreeMap, HashSet};

use proptest::prelude::*;
use thakim_phonology::notation::OptionRow;
use thakim_phonology::{
    Coda, Final, Join, Notation, Reading, Spoken, Syllable, Tone, ToneStyle, WordStyle,
    WriteOptions,
};
use unicode_normalization::UnicodeNormalization;

const SIGNS: [Notation; 6] = [
    Notation::Tps,
    Notation::Sni,
    Notation::Fanqie,
    Notation::Ipa,
    Notation::Kana,
    Notation::Braille,
];

/// How the notations write every citation form, and what they read of it.
#[derive(Default, Debug)]
struct Trips {
    all: usize,
    /// What is not written.
    silent: HashSet<Syllable>,
    /// The finals of what is read as something else, with those of what it is read as.
    changed: Tally,
}

type Tally = BTreeMap<String, usize>;

fn set(notation: Notation, settings: &[(&str, &str)]) -> WriteOptions {
    let mut options = WriteOptions::default();
    for (name, value) in settings {
        options.set(notation, name, value).unwrap();
    }
    options
}

fn options_of(notation: Notation) -> impl Iterator<Item = (&'static OptionRow, WriteOptions)> {
    notation.options().iter().flat_map(move |row| {
        row.values.iter().map(move |value| (row, set(notation, &[(row.name, value.name)])))
    })
}

fn trips(notation: Notation, options: &WriteOptions) -> Trips {
    let mut trips = Trips::default();
    for syllable in Syllable::all() {
        trips.all += 1;
        let (initial, rime, tone) =
            (syllable.initial().tl(), syllable.rime().tl(), syllable.tone().number());
        let Some(written) = notation.try_write_syllable(Spoken::plain(syllable), false, options)
        else {
            trips.silent.insert(syllable);
            continue;
        };
        assert_eq!(written, written.nfc().collect::<String>(), "{syllable:?}");
        let read = notation.parse_with(&written, options);
        let read = read.unwrap_or_else(|error| panic!("{syllable:?} {written}: {error}"));
        assert_eq!(read.len(), 1, "{syllable:?} {written}");
        let read = read.syllables()[0].syllable;
        if read != syllable {
            let mut from = String::new();
            let mut to = String::new();
            if read.initial() != syllable.initial() {
                (from, to) = (format!("{initial}-"), format!("{}-", read.initial().tl()));
            }
            if read.rime() != syllable.rime() {
                (from, to) = (format!("{from}{rime}"), format!("{to}{}", read.rime().tl()));
            }
            if read.tone() != syllable.tone() {
                (from, to) = (format!("{from}{tone}"), format!("{to}{}", read.tone().number()));
            }
            *trips.changed.entry(format!("{from} > {to}")).or_default() += 1;
        }
        let decomposed: String = written.nfd().collect();
        assert_eq!(
            notation.parse_with(&decomposed, options),
            notation.parse_with(&written, options),
            "{written}"
        );
    }
    trips
}

impl Trips {
    /// How many come back as they were.
    fn identical(&self) -> usize {
        self.all - self.silent.len() - self.changed.values().sum::<usize>()
    }

    fn changed(&self) -> Vec<&str> {
        self.changed.keys().map(String::as_str).collect()
    }

    fn is_silent(&self, which: impl Fn(&Syllable) -> bool) -> bool {
        Syllable::all().filter(|syllable| which(syllable)).all(|one| self.silent.contains(&one))
    }

    /// The finals of which nothing is written, in order of the alphabet.
    fn silent_finals(&self) -> Vec<&'static str> {
        let is_silent = |rime: &Final| self.is_silent(|syllable| syllable.rime() == *rime);
        let mut finals: Vec<&str> = Final::all().filter(is_silent).map(Final::tl).collect();
        finals.sort_unstable();
        finals
    }

    /// The tones that are written with no final.
    fn silent_tones(&self) -> Vec<u8> {
        let is_silent = |tone: &Tone| self.is_silent(|syllable| syllable.tone() == *tone);
        Tone::CITATION.into_iter().filter(is_silent).map(Tone::number).collect()
    }

    /// Everything that is not written is of a silent final or tone, or is told by `also`.
    fn assert_silence_is_explained(&self, also: fn(&Syllable) -> bool) {
        let (finals, tones) = (self.silent_finals(), self.silent_tones());
        for syllable in &self.silent {
            let is_explained =
                finals.contains(&syllable.rime().tl()) || tones.contains(&syllable.tone().number());
            assert!(is_explained || also(syllable), "{syllable:?}");
        }
    }

    /// The share that comes back as it was, in thousandths: for the report.
    fn permille(&self) -> usize {
        self.identical() * 1000 / self.all
    }
}

/// One syllable or word in 臺羅 and as the notation writes it, both ways.
#[track_caller]
fn both_ways(notation: Notation, options: &WriteOptions, vectors: &[(&str, &str)]) {
    for (tl, written) in vectors {
        let reading = Notation::Tl.parse(tl).unwrap();
        assert_eq!(notation.try_write(&reading, options).as_deref(), Ok(*written), "{tl}");
        assert_eq!(notation.parse_with(written, options), Ok(reading), "{written}");
    }
}

/// What is read though nobody here writes it so.
#[track_caller]
fn reads(notation: Notation, vectors: &[(&str, &str)]) {
    for (written, tl) in vectors {
        let reading = Notation::Tl.parse(tl).unwrap();
        assert_eq!(notation.parse(written), Ok(reading), "{written}");
    }
}

fn nothing_else(_: &Syllable) -> bool {
    false
}

fn checked_ninth(syllable: &Syllable) -> bool {
    syllable.rime().coda() == Coda::Stop && syllable.tone() == Tone::T9
}

#[track_caller]
fn refuses(notation: Notation, written: &[&str]) {
    for written in written {
        assert!(notation.parse(written).is_err(), "{written}");
    }
}

#[test]
fn every_option_reads_what_it_writes() {
    for notation in SIGNS {
        for (row, options) in options_of(notation) {
            for tl in ["tâi-uân", "tsia̍h-pn̄g", "khòo-guán", "ē-sái", "bí-kok"] {
                let reading = Notation::Tl.parse(tl).unwrap();
                let written = notation.try_write(&reading, &options).unwrap();
                assert_eq!(
                    notation.parse_with(&written, &options),
                    Ok(reading),
                    "{} {written}",
                    row.name
                );
            }
        }
    }
}

#[test]
fn words_are_joined_so_that_they_can_be_cut() {
    let words = [
        "tâi-gí",
        "a-bú",
        "i-ī",
        "tsiah-pn̄g",
        "kî-a̍h",
        "ap-á",
        "tsit-ê",
        "sann-m̄",
        "ka-iû",
        "tâi-uân lâng",
        "tsia-ê-àm",
        "ang-î",
        "tham-tsia̍h",
        "kun-tsú",
        "kan-ng",
        "ē--sái",
        "tshó--ê-sian",
        "--ah",
        "khì--ah",
    ];
    for notation in SIGNS {
        for words_style in [WordStyle::Hyphen, WordStyle::Space, WordStyle::Joined] {
            for tones in [ToneStyle::Mark, ToneStyle::Number] {
                let mut options = WriteOptions::new(tones);
                options.words = words_style;
                for tl in words {
                    let reading = Notation::Tl.parse(tl).unwrap();
                    let written = notation.try_write(&reading, &options).unwrap();
                    let read = notation
                        .parse_with(&written, &options)
                        .unwrap_or_else(|error| panic!("{notation:?} {tl} {written}: {error}"));
                    let same = |a: &Reading, b: &Reading| {
                        a.len() == b.len()
                            && (0..a.len()).all(|at| {
                                a.syllables()[at].syllable == b.syllables()[at].syllable
                                    && a.is_neutral(at) == b.is_neutral(at)
                            })
                    };
                    assert!(same(&read, &reading), "{notation:?} {tl} {written} {read:?}");
                }
            }
        }
    }
}

#[test]
fn faults_are_named_with_their_place() {
    for (notation, written) in
        [(Notation::Tps, "ㄉㄞˊ-x"), (Notation::Sni, "皆五地-x"), (Notation::Braille, "⠙⠜⠆-x")]
    {
        let error = notation.parse(written).unwrap_err();
        assert_eq!((error.at, error.found.as_str()), (4, "x"), "{notation:?}");
    }
}

#[test]
fn faults_say_what_was_expected() {
    for (notation, written, message) in [
        (
            Notation::Tps,
            "ㄉㄞˊ-ㄐㄨ",
            "character 5: 「ㄐㄨ」 is no syllable of this notation: expected ㄧ or ㆪ after 「ㄐ」, found ㄨ",
        ),
        (
            Notation::Tps,
            "ㄅㄨㄐ",
            "character 3: 「ㄐ」 is no syllable of this notation: expected ㄧ or ㆪ after 「ㄐ」, found its end",
        ),
        (
            Notation::Kana,
            "レリ𚿰",
            "character 1: 「レリ𚿰」 is no syllable of this notation: expected ェ, エ, ッ, ヌ, ム, ン, ㇰ or ㇷ after 「レ」, found リ",
        ),
        (
            Notation::Ipa,
            "sŋ̍a˥˧",
            "character 1: 「sŋ̍a˥˧」 is no syllable of this notation: expected ʔ or its end after 「sŋ」, found a",
        ),
        (
            Notation::Braille,
            "⠠⠙⠩⠆",
            "character 1: 「⠠⠙⠩⠆」 is no syllable of this notation: expected ⠁, ⠊, ⠑, ⠕, ⠗, ⠜, ⠫, ⠱, ⠳, ⠷, ⠹, ⠺, ⠽ or ⠾ after 「⠠⠙」, found ⠩",
        ),
        (Notation::Sni, "君一", "character 1: 「君一」 is no initial and final of this notation"),
        (
            Notation::Tps,
            "ㄚ\u{307}",
            "character 1: the tone of 「ㄚ\u{307}」 is unknown; expected 1 to 9",
        ),
    ] {
        assert_eq!(notation.parse(written).unwrap_err().to_string(), message);
    }
}

#[test]
fn nothing_is_refused_for_being_neutral_or_as_spoken() {
    for notation in SIGNS {
        for syllable in Syllable::all_spoken().filter(|syllable| !syllable.is_citation()) {
            for tones in [ToneStyle::Mark, ToneStyle::Number, ToneStyle::None] {
                let options = WriteOptions::new(tones);
                let spoken = Spoken { syllable, join: Join::Neutral, capital: true };
                if let Some(written) = notation.try_write_syllable(spoken, true, &options) {
                    let read = notation.parse_spoken(&written, &options);
                    assert!(read.is_ok(), "{notation:?} {syllable:?} {written} {read:?}");
                }
            }
        }
    }
    assert_eq!(Tone::from_number(0), Some(Tone::Neutral));
}

proptest! {
    #[test]
    fn any_text_is_read_or_refused(text in "\\PC{0,20}", which in 0..SIGNS.len()) {
        let notation = SIGNS[which];
        if let Ok(reading) = notation.parse(&text) {
            let _ = notation.write(&reading, &WriteOptions::default());
        }
    }

    #[test]
    fn likely_text_is_read_or_refused(
        text in "[ㄅ-ㄩㄮㆠ-ㆿˇˊˋ˙˪˫\u{307}\u{358}㆐.0-9 君堅求柳上下平去入一八ァ-ヿ\u{305}\u{323}𚿰-𚿾⠁-⠿a-zɕəɔ\u{303}ʔʰ˥˧˩-]{0,10}",
        which in 0..SIGNS.len(),
    ) {
        let notation = SIGNS[which];
        if let Ok(reading) = notation.parse(&text) {
            let _ = notation.write(&reading, &WriteOptions::default());
        }
    }
}
