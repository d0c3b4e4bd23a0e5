//! The International Phonetic Alphabet.
//!
//! No two sources write Hokkien alike in it. What is written here is the broad transcription that
//! handbooks of Taiwan and Xiamen share: plain glides, ŋ̍ and m̩ for the syllabic nasals, tɕ ɕ dʑ before i,
//! ɔ in oo, ok and ong, ɛ in ian and iat, the pitch as tone letters. Where they differ in what is heard
//! (the pitches, the vowel of o) or in habit (the unreleased stops, the tie over ts, how far the tilde
//! reaches), an option chooses. Other habits are read: ɪ ʊ for i u, iəŋ for ing, g for ɡ, ʔ before a vowel.
//!
//! The alphabet writes sounds, so that what sounds alike is written alike: tones 6 and 7, and o and er
//! where both are ə. A neutral tone is ⁰, as in descriptions of Chinese dialects. As no other is without
//! a pitch, letters without one are no syllable, unless `format=none` says so.

mod table;

use std::sync::LazyLock;

use self::table::{
    ACCENTS, AFFRICATES, ALSO_READ, FINALS, INITIALS, LETTERS, PALATAL, Pitches, RAISED,
};
use super::super::Case;
use super::super::options::{OptionRow, ToneStyle, ValueRow, WriteOptions};
use super::super::parse::ParseErrorKind;
use super::super::system::{Parts, System};
use super::signs::{Syllabary, unmarked};
use crate::{Coda, Final, Initial, Spoken, Tone};

/// The notation.
pub(crate) struct Ipa;

pub(crate) static SYSTEM: Ipa = Ipa;

const TILDE: char = '\u{303}';
const UNRELEASED: char = '\u{31A}';

#[rustfmt::skip]
const OPTIONS: &[OptionRow] = &[
    OptionRow { name: "accent", about: "whose pitches", values: &[
        ValueRow { name: "south", about: "southern Taiwan: 44 53 11 21 25 22 5" },
        ValueRow { name: "north", about: "northern Taiwan: 55 51 21 32 24 33 4" },
        ValueRow { name: "xiamen", about: "Xiamen: 44 53 21 32 24 22 4" },
        ValueRow { name: "singapore", about: "Singapore: 44 42 21 32 24 22 4" },
    ] },
    OptionRow { name: "o", about: "the vowel of 臺羅 o", values: &[
        ValueRow { name: "schwa", about: "ə, as in the south of Taiwan; that of or too" },
        ValueRow { name: "close", about: "o, as in the north and in Xiamen" },
    ] },
    OptionRow { name: "er", about: "the vowel of 臺羅 er", values: &[
        ValueRow { name: "schwa", about: "ə" },
        ValueRow { name: "ram", about: "ɤ" },
    ] },
    OptionRow { name: "affricates", about: "the letters of ts, tsh and j", values: &[
        ValueRow { name: "plain", about: "ts, tɕ, dz, dʑ" },
        ValueRow { name: "tied", about: "t͡s, t͡ɕ, d͡z, d͡ʑ" },
        ValueRow { name: "ligature", about: "ʦ, ʨ, ʣ, ʥ" },
    ] },
    OptionRow { name: "stops", about: "the stops that end a syllable", values: &[
        ValueRow { name: "unreleased", about: "p̚, t̚, k̚" },
        ValueRow { name: "plain", about: "p, t, k" },
    ] },
    OptionRow { name: "nasals", about: "where a nasal vowel has its tilde", values: &[
        ValueRow { name: "main", about: "on the loudest vowel: uãi" },
        ValueRow { name: "all", about: "on every vowel: ũãĩ" },
    ] },
];

const ACCENT: usize = 0;
const O: usize = 1;
const ER: usize = 2;
const AFFRICATE: usize = 3;
const STOP: usize = 4;
const NASAL: usize = 5;

/// For each of the vowels that o and er can be, all syllables as [`bare`] leaves them.
static SYLLABARIES: LazyLock<Vec<(Vowels, Syllabary)>> = LazyLock::new(|| {
    let all = [false, true].into_iter().flat_map(|close| [false, true].map(|ram| (close, ram)));
    let of = |(close, ram)| {
        let vowels = Vowels { close, ram };
        let spell = |initial, rime| {
            let written = sounds(initial, rime, vowels)?;
            let (mut key, _) = bare(&written.chars().collect::<Vec<_>>());
            key.extend((rime.is_nasalised()).then_some(TILDE));
            Some(key)
        };
        // What sounds alike is read as the commonest.
        let place = |_: Initial, rime: Final| match rime.tl() {
            "or" | "orh" | "ior" | "iorh" => 2,
            tl if tl.starts_with("er") => 1,
            _ => 0,
        };
        (vowels, Syllabary::new(spell, place))
    };
    all.map(of).collect()
});

/// What o and er sound like.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Vowels {
    /// o is o and not ə.
    close: bool,
    /// er is ɤ and not ə.
    ram: bool,
}

impl Vowels {
    fn of(options: &WriteOptions) -> Vowels {
        Vowels { close: options.own(O) == 1, ram: options.own(ER) == 1 }
    }
}

impl System for Ipa {
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
        let mut out = sounds(initial, rime, Vowels::of(options))?;
        for (plain, written) in AFFRICATES[options.own(AFFRICATE).min(2)] {
            if let Some(rest) = out.strip_prefix(plain) {
                out = format!("{written}{rest}");
                break;
            }
        }
        if has_nasal_vowel(initial, rime) {
            out = nasalised(&out, options.own(NASAL) == 1);
        }
        if options.own(STOP) == 0 && out.ends_with(['p', 't', 'k']) {
            out.push(UNRELEASED);
        }
        let signs = match options.tones {
            ToneStyle::Mark => &LETTERS,
            ToneStyle::Number => &RAISED,
            ToneStyle::None => return Some(out),
        };
        match syllable.tone().number().checked_sub(1) {
            Some(index) => {
                let pitch = pitches(options)[usize::from(index)];
                out.extend(pitch.bytes().map(|level| signs[usize::from(level - b'1')]));
            }
            None => out.push('⁰'),
        }
        Some(out)
    }

    fn is_letter(&self, letter: char) -> bool {
        matches!(letter,
            'a' | 'b' | 'd' | 'e' | 'g'..='p' | 's' | 't' | 'u' | 'w' | 'z'
            | 'ã' | 'ẽ' | 'ĩ' | 'õ' | 'ũ' | 'ŋ' | 'ɐ'..='ʯ' | 'ʰ' | '\u{300}'..='\u{36F}' | '0'..='9')
            || pitch(letter).is_some()
    }

    /// A syllable ends with its pitch.
    fn cut(&self, letters: &[char], _options: &WriteOptions) -> Vec<usize> {
        let ends = |index: &usize| {
            pitch(letters[*index]).is_some()
                && letters.get(index + 1).is_none_or(|next| pitch(*next).is_none())
        };
        let mut lengths = Vec::new();
        let mut start = 0;
        for index in (0..letters.len()).filter(ends) {
            lengths.push(index + 1 - start);
            start = index + 1;
        }
        if start < letters.len() || lengths.is_empty() {
            lengths.push(letters.len() - start);
        }
        lengths
    }

    fn read_syllable(
        &self,
        written: &[char],
        options: &WriteOptions,
    ) -> Result<Parts, ParseErrorKind> {
        let sounds = written.iter().rposition(|letter| pitch(*letter).is_none());
        let (sounds, pitches) = written.split_at(sounds.map_or(0, |last| last + 1));
        if sounds.iter().any(|letter| pitch(*letter).is_some()) {
            return Err(ParseErrorKind::TwoTones);
        }
        let (initial, rime) = read(sounds, options).ok_or_else(|| fault(sounds, options))?;
        let pitches: String = pitches.iter().filter_map(|letter| pitch(*letter)).collect();
        let tone = tone(&pitches, rime, options).ok_or(ParseErrorKind::UnknownTone)?;
        let neutral = tone == Tone::Neutral;
        Ok(Parts { initial, rime, tone, case: Case::Lower, neutral })
    }
}

/// A syllable without tone, tilde and what options add; the syllabic mark is there.
fn sounds(initial: Initial, rime: Final, vowels: Vowels) -> Option<String> {
    let tl = rime.tl();
    let oral = match tl {
        "onn" | "onnh" | "ionn" | "ionnh" => tl.replace("nn", "o"),
        _ if rime.is_nasalised() => tl.replacen("nn", "", 1),
        _ => tl.to_owned(),
    };
    let (stem, glottal) = match oral.strip_suffix('h') {
        Some(stem) => (stem, "ʔ"),
        None => (oral.as_str(), ""),
    };
    let (_, rime) = FINALS.iter().find(|(tl, _)| *tl == stem)?;
    let rime = rime
        .replace('❶', if vowels.close { "o" } else { "ə" })
        .replace('❷', if vowels.ram { "ɤ" } else { "ə" });
    let tl = initial.tl();
    let palatal = PALATAL.iter().filter(|_| rime.starts_with('i'));
    let (_, initial) = palatal.chain(&INITIALS).find(|(of, _)| *of == tl)?;
    Some(format!("{initial}{rime}{glottal}"))
}

/// Whether a vowel is heard as nasal: also behind m, n and ng, if the syllable is open.
fn has_nasal_vowel(initial: Initial, rime: Final) -> bool {
    let tl = rime.tl().trim_end_matches('h');
    rime.is_nasalised() || (initial.is_nasal() && tl.ends_with(['a', 'e', 'i', 'o', 'u', 'r']))
}

/// Puts the tilde on every vowel or on the loudest: a, or the most open, or the latter of i and u.
fn nasalised(written: &str, all: bool) -> String {
    let is_vowel = |letter: char| "aeiouəɤɔɛɨ".contains(letter);
    let loudness = |letter: char| match letter {
        'a' => 3,
        'i' | 'u' => 1,
        _ => 2,
    };
    let vowels = written.char_indices().filter(|(_, letter)| is_vowel(*letter));
    let main = vowels.max_by_key(|(at, letter)| (loudness(*letter), *at)).map(|(at, _)| at);
    let mut out = String::new();
    for (at, letter) in written.char_indices() {
        match letter {
            letter if !(is_vowel(letter) && (all || Some(at) == main)) => out.push(letter),
            'a' => out.push('ã'),
            'e' => out.push('ẽ'),
            'i' => out.push('ĩ'),
            'o' => out.push('õ'),
            'u' => out.push('ũ'),
            letter => out.extend([letter, TILDE]),
        }
    }
    out
}

fn pitches(options: &WriteOptions) -> &'static Pitches {
    &ACCENTS[options.own(ACCENT).min(ACCENTS.len() - 1)]
}

/// The level of a tone letter or number, as a digit, 0 for none. Raised numbers come as plain ones.
fn pitch(letter: char) -> Option<char> {
    if matches!(letter, '0'..='5') {
        return Some(letter);
    }
    let at = LETTERS.iter().position(|of| *of == letter)?;
    char::from_digit(at as u32 + 1, 10)
}

/// The tone of a pitch.
fn tone(pitch: &str, rime: Final, options: &WriteOptions) -> Option<Tone> {
    const OPEN: [Tone; 7] = [Tone::T1, Tone::T2, Tone::T3, Tone::T5, Tone::T7, Tone::T6, Tone::T9];
    const STOPPED: [Tone; 7] =
        [Tone::T4, Tone::T8, Tone::T9, Tone::T1, Tone::T2, Tone::T3, Tone::T7];
    match pitch {
        "" if options.tones == ToneStyle::None => return Some(unmarked(rime)),
        "" => return None,
        "0" => return Some(Tone::Neutral),
        _ => {}
    }
    // One level once or twice: 5 and 55, where the accent does not tell them apart.
    let level = |pitch: &str| {
        let mut levels: Vec<char> = pitch.chars().collect();
        levels.dedup();
        levels
    };
    let tones = if rime.coda() == Coda::Stop { STOPPED } else { OPEN };
    let of = |tone: &Tone| pitches(options)[usize::from(tone.number()) - 1];
    let exactly = tones.into_iter().find(|tone| of(tone) == pitch);
    exactly.or_else(|| tones.into_iter().find(|tone| level(of(tone)) == level(pitch)))
}

fn read(sounds: &[char], options: &WriteOptions) -> Option<(Initial, Final)> {
    let (bare, nasal) = bare(sounds);
    let own = Vowels::of(options);
    let others = SYLLABARIES.iter().filter(|(vowels, _)| *vowels != own);
    let mut syllabaries = SYLLABARIES.iter().filter(|(vowels, _)| *vowels == own).chain(others);
    let with = |syllabary: &Syllabary, key: &str| {
        if nasal && let Some(found) = syllabary.read(&format!("{key}{TILDE}")) {
            return Some(found);
        }
        // Behind m, n and ŋ a tilde says nothing new.
        syllabary.read(key).filter(|(initial, _)| !nasal || initial.is_nasal())
    };
    let mut keys = vec![bare.clone()];
    for (also, usual) in ALSO_READ {
        if bare.contains(also) {
            keys.push(bare.replace(also, usual));
        }
    }
    if nasal {
        keys.push(bare.replace('o', "ɔ"));
    }
    syllabaries.find_map(|(_, syllabary)| keys.iter().find_map(|key| with(syllabary, key)))
}

fn fault(sounds: &[char], options: &WriteOptions) -> ParseErrorKind {
    let own = Vowels::of(options);
    let found = SYLLABARIES.iter().find(|(vowels, _)| *vowels == own);
    found.map_or(ParseErrorKind::UnknownSyllable, |(_, all)| all.fault(&bare(sounds).0))
}

/// Sounds without what habit adds, and whether a vowel among them is nasal.
fn bare(sounds: &[char]) -> (String, bool) {
    let mut out = String::new();
    let mut nasal = false;
    for &sound in sounds {
        let plain = match sound {
            'ã' => 'a',
            'ẽ' => 'e',
            'ĩ' => 'i',
            'õ' => 'o',
            'ũ' => 'u',
            sound => sound,
        };
        nasal |= plain != sound || sound == TILDE;
        match plain {
            // Tilde, ties, unreleased, not syllabic, syllabic below and above, raised and lowered.
            TILDE | '\u{361}' | '\u{35C}' | UNRELEASED | '\u{32F}' | '\u{329}' | '\u{30D}'
            | '\u{31D}' | '\u{31E}' => {}
            'ʦ' | 'ʨ' => out.push_str("ts"),
            'ʣ' | 'ʥ' => out.push_str("dz"),
            'ɕ' => out.push('s'),
            'ʑ' => out.push('z'),
            'g' => out.push('ɡ'),
            'ɪ' | 'j' => out.push('i'),
            'ʊ' | 'w' => out.push('u'),
            'ɑ' => out.push('a'),
            'ɯ' => out.push('ɨ'),
            'ʔ' if out.is_empty() => {}
            'h' | 'ʻ' | '\u{2019}' if out.ends_with(['p', 't', 'k', 's']) => out.push('ʰ'),
            sound => out.push(sound),
        }
    }
    (out, nasal)
}

#[cfg(test)]
mod tests {
    use super::super::signs::assert_known;
    use super::*;

    #[test]
    fn the_table_names_finals_that_exist_and_covers_all() {
        assert_known(FINALS);
        for rime in Final::all() {
            let vowels = Vowels { close: false, ram: false };
            assert!(sounds(Initial::NONE, rime, vowels).is_some(), "{rime:?}");
        }
    }
}
