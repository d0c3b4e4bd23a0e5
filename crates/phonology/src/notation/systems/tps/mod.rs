//! 臺灣方音符號 (TPS): 臺灣方音符號系統, Ministry of Education, 1998-01-12 (台(87)語字第87000577號).
//!
//! Where practice differs from font to font, the default is what Unicode's names list prefers (ㆻ) or
//! encodes (a dot over the stop for tone 8), and everything in use is read.

mod table;

use std::collections::HashSet;
use std::sync::LazyLock;

use self::table::{ALSO_READ, FINALS, INITIALS, PALATAL};
use super::super::Case;
use super::super::options::{OptionRow, ToneStyle, ValueRow, WordStyle, WriteOptions};
use super::super::parse::ParseErrorKind;
use super::super::system::{Parts, System};
use super::signs::{Finals, Syllabary, digit, take_number, unmarked};
use crate::{Final, Initial, Join, Spoken, Tone};

/// The notation.
pub(crate) struct Tps;

pub(crate) static SYSTEM: Tps = Tps;

static RIMES: LazyLock<Finals> = LazyLock::new(|| Finals::new(FINALS, ALSO_READ));

/// All syllables in the letters of the table: for what is expected of one that is none.
static SYLLABARY: LazyLock<Syllabary> = LazyLock::new(|| {
    let spell = |initial, rime| {
        let rime = RIMES.spelling(rime)?;
        let mut out = String::from_iter(initial_sign(initial, rime)?);
        out.push_str(rime);
        Some(out)
    };
    Syllabary::new(spell, |_, _| 0)
});

/// The letters of the tables.
static LETTERS: LazyLock<HashSet<char>> = LazyLock::new(|| {
    let rimes = FINALS.iter().chain(ALSO_READ).chain(&INITIALS).flat_map(|(_, sign)| sign.chars());
    rimes.chain(PALATAL.map(|(_, palatal)| palatal)).collect()
});

/// What stands for tone 8 on its stop.
const DOT_OVER: char = '\u{307}';
/// ˙: tone 8 behind a stop, neutral tone before a syllable.
const DOT: char = '\u{2D9}';
/// Tone 1 where it must be told from 4: in speech, -h can have it before 仔.
const FIRST: char = 'ˉ';
const TURNED: char = '\u{3190}';
const STOPS: [char; 4] = ['ㆴ', 'ㆵ', 'ㆻ', 'ㆷ'];
const OLD_K: char = 'ㆶ';

/// The marks behind a syllable.
const MARKS: [(Tone, char); 6] = [
    (Tone::T2, 'ˋ'),
    (Tone::T3, '˪'),
    (Tone::T5, 'ˊ'),
    (Tone::T7, '˫'),
    (Tone::T6, 'ˇ'),
    (Tone::T9, 'ˆ'),
];

#[rustfmt::skip]
const OPTIONS: &[OptionRow] = &[
    OptionRow { name: "k", about: "the letter of the stop -k", values: &[
        ValueRow { name: "31bb", about: "ㆻ, a small ㄍ, which Unicode prefers" },
        ValueRow { name: "31b6", about: "ㆶ, as in old fonts" },
    ] },
    OptionRow { name: "eighth", about: "the dot of tone 8", values: &[
        ValueRow { name: "over", about: "over the stop: ㄚㆷ̇ (U+0307)" },
        ValueRow { name: "behind", about: "behind it: ㄚㆷ˙ (U+02D9)" },
        ValueRow { name: "3190", about: "㆐ before it, as the fonts of 吳守禮 want" },
        ValueRow { name: "period", about: "a full stop before it: ㄚ.ㆷ" },
    ] },
    OptionRow { name: "o", about: "the letter of 臺羅 o; that of or is the other one", values: &[
        ValueRow { name: "311c", about: "ㄜ, the vowel of the south" },
        ValueRow { name: "311b", about: "ㄛ, that of the north" },
    ] },
    OptionRow { name: "er", about: "the letter of 臺羅 er", values: &[
        ValueRow { name: "312e", about: "ㄮ" },
        ValueRow { name: "311c", about: "ㄜ, like o where that is ㄜ" },
    ] },
    OptionRow { name: "neutral", about: "the sign of the neutral tone", values: &[
        ValueRow { name: "dot", about: "˙ before the syllable" },
        ValueRow { name: "middle", about: "· before the syllable" },
        ValueRow { name: "hyphen", about: "-- as in 臺羅" },
    ] },
    OptionRow { name: "sixth", about: "the mark of tone 6", values: &[
        ValueRow { name: "02c7", about: "ˇ" },
        ValueRow { name: "02eb", about: "˫ like tone 7, into which it fell" },
    ] },
];

const K: usize = 0;
const EIGHTH: usize = 1;
const O: usize = 2;
const ER: usize = 3;
const NEUTRAL: usize = 4;
const SIXTH: usize = 5;

impl System for Tps {
    fn options(&self) -> &'static [OptionRow] {
        OPTIONS
    }

    fn write_syllable(
        &self,
        spoken: Spoken,
        neutral: bool,
        options: &WriteOptions,
    ) -> Option<String> {
        let syllable = spoken.syllable;
        let tone = syllable.tone();
        let rime = RIMES.spelling(syllable.rime())?;
        let initial = initial_sign(syllable.initial(), rime)?;

        let mut out = String::new();
        if neutral || tone == Tone::Neutral {
            out.extend(neutral_sign(options));
        }
        out.extend(initial);
        for letter in rime.chars() {
            let is_stop = STOPS.contains(&letter);
            if is_stop && tone == Tone::T8 && options.tones == ToneStyle::Mark {
                push_eighth(&mut out, shown(letter, options), options);
            } else {
                out.push(shown(letter, options));
            }
        }
        match options.tones {
            // Nothing behind a stop is tone 4.
            ToneStyle::Mark if tone == Tone::T1 && out.ends_with(STOPS) => out.push(FIRST),
            ToneStyle::Mark => out.extend(mark(tone, options)),
            ToneStyle::Number => out.push(digit(tone)),
            ToneStyle::None => {}
        }
        Some(out)
    }

    fn join(
        &self,
        out: &mut String,
        is_first: bool,
        join: Join,
        written: &str,
        options: &WriteOptions,
    ) {
        out.push_str(match (join, options.words) {
            (Join::Neutral, _) if neutral_sign(options).is_none() => "--",
            _ if is_first => "",
            (Join::Space, _) | (_, WordStyle::Space) => " ",
            (_, WordStyle::Hyphen) => "-",
            (_, WordStyle::Joined) if runs_together(out, written) => "-",
            (_, WordStyle::Joined) => "",
        });
    }

    fn is_letter(&self, letter: char) -> bool {
        // 一 and the full stop are letters only among others: else they are what they look like.
        match usual(letter) {
            '.' => false,
            _ if letter == '一' => false,
            DOT_OVER | DOT | TURNED | '·' | OLD_K => true,
            '0'..='9' => true,
            letter => is_sign(letter) || mark_tone(letter).is_some(),
        }
    }

    fn is_inner(&self, letter: char) -> bool {
        matches!(letter, '一' | '.')
    }

    fn cut(&self, letters: &[char], options: &WriteOptions) -> Vec<usize> {
        let signs: Vec<char> = letters.iter().map(|&letter| usual(letter)).collect();
        let mut lengths = Vec::new();
        let mut start = 0;
        while start < signs.len() {
            let length = first_syllable(&signs[start..], options);
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
        let mut signs: Vec<char> = written.iter().map(|&letter| usual(letter)).collect();
        let neutral = matches!(signs.first(), Some(&DOT) | Some('·'));
        if neutral {
            signs.remove(0);
        }
        let number = take_number(&mut signs)?;
        let mut tones = Vec::from_iter(number);
        let mut letters = String::new();
        for (index, &sign) in signs.iter().enumerate() {
            let is_dot = match sign {
                DOT_OVER | DOT => index > 0 && STOPS.contains(&signs[index - 1]),
                TURNED | '.' => signs.get(index + 1).is_some_and(|next| STOPS.contains(next)),
                _ => false,
            };
            if is_dot {
                tones.push(Tone::T8);
            } else if let Some(tone) = mark_tone(sign) {
                tones.push(tone);
            } else if matches!(sign, DOT_OVER | DOT | TURNED | '.' | '·') {
                return Err(ParseErrorKind::UnknownTone);
            } else if tones.is_empty() || number.is_some() || STOPS.contains(&sign) {
                letters.push(sign);
            } else {
                // A letter behind a mark.
                return Err(ParseErrorKind::UnknownSyllable);
            }
        }
        if tones.len() > 1 {
            return Err(ParseErrorKind::TwoTones);
        }
        let (initial, rime) = read(&letters, options).ok_or_else(|| SYLLABARY.fault(&letters))?;
        let tone = tones.first().copied().unwrap_or(unmarked(rime));
        let neutral = neutral || tone == Tone::Neutral;
        Ok(Parts { initial, rime, tone, case: Case::Lower, neutral })
    }
}

/// The letter of an initial before a final as it is spelt: nothing for none.
fn initial_sign(initial: Initial, rime: &str) -> Option<Option<char>> {
    let (_, sign) = INITIALS.iter().find(|(tl, _)| *tl == initial.tl())?;
    let sign = sign.chars().next();
    if !rime.starts_with(['ㄧ', 'ㆪ']) {
        return Some(sign);
    }
    let palatal = PALATAL.iter().find(|(dental, _)| Some(*dental) == sign);
    Some(palatal.map(|(_, palatal)| *palatal).or(sign))
}

/// The letter that the options write for one of the table.
fn shown(letter: char, options: &WriteOptions) -> char {
    let exchanged = options.own(O) == 1;
    match letter {
        'ㆻ' if options.own(K) == 1 => OLD_K,
        'ㄜ' if exchanged => 'ㄛ',
        'ㄛ' if exchanged => 'ㄜ',
        'ㄮ' if options.own(ER) == 1 => 'ㄜ',
        letter => letter,
    }
}

fn push_eighth(out: &mut String, stop: char, options: &WriteOptions) {
    match options.own(EIGHTH) {
        0 => out.extend([stop, DOT_OVER]),
        1 => out.extend([stop, DOT]),
        2 => out.extend([TURNED, stop]),
        _ => out.extend(['.', stop]),
    }
}

fn neutral_sign(options: &WriteOptions) -> Option<char> {
    match options.own(NEUTRAL) {
        0 => Some(DOT),
        1 => Some('·'),
        _ => None,
    }
}

fn mark(tone: Tone, options: &WriteOptions) -> Option<char> {
    let tone = if tone == Tone::T6 && options.own(SIXTH) == 1 { Tone::T7 } else { tone };
    MARKS.iter().find(|(of, _)| *of == tone).map(|(_, mark)| *mark)
}

fn mark_tone(mark: char) -> Option<Tone> {
    if mark == FIRST {
        return Some(Tone::T1);
    }
    MARKS.iter().find(|(_, of)| *of == mark).map(|(tone, _)| *tone)
}

/// A sign as the table has it, for one that is typed in its place.
fn usual(sign: char) -> char {
    match sign {
        '一' | '丨' | '〡' => 'ㄧ',
        '`' => 'ˋ',
        '´' | '′' => 'ˊ',
        '⊥' | 'ㄴ' | '∟' | '└' => '˪',
        '├' | 'ㅏ' => '˫',
        '^' => 'ˆ',
        OLD_K => 'ㆻ',
        // Both are called INN.
        'ㆳ' => 'ㆪ',
        // The dot of o͘ stood in for that of tone 8 before fonts had one.
        '\u{358}' => DOT_OVER,
        '・' | '‧' | '•' => '·',
        sign => sign,
    }
}

fn is_initial(sign: char) -> bool {
    INITIALS.iter().any(|(_, initial)| initial.starts_with(sign))
        || PALATAL.iter().any(|(_, palatal)| *palatal == sign)
}

fn is_sign(sign: char) -> bool {
    LETTERS.contains(&sign)
}

/// The initial and final of letters as [`usual`] leaves them.
fn read(letters: &str, options: &WriteOptions) -> Option<(Initial, Final)> {
    let first = letters.chars().next()?;
    if !is_initial(first) {
        return Some((Initial::NONE, read_rime(letters, options)?));
    }
    let rime = &letters[first.len_utf8()..];
    let first = match PALATAL.iter().find(|(_, palatal)| *palatal == first) {
        Some(_) if !rime.starts_with(['ㄧ', 'ㆪ']) => return None,
        Some((dental, _)) => *dental,
        None => first,
    };
    let (tl, _) = INITIALS.iter().find(|(_, sign)| sign.starts_with(first))?;
    Some((Initial::from_tl(tl)?, read_rime(rime, options)?))
}

fn read_rime(letters: &str, options: &WriteOptions) -> Option<Final> {
    // What ㄜ can be in the letters of the table, the likeliest first: ㄮ where no other makes a final.
    let exchanged = options.own(O) == 1;
    let (first, second) = match (exchanged, options.own(ER)) {
        (false, _) => ('ㄜ', 'ㄮ'),
        (true, 0) => ('ㄛ', 'ㄮ'),
        (true, _) => ('ㄮ', 'ㄛ'),
    };
    let read = |schwa| {
        let letter = |letter| match letter {
            'ㄜ' => schwa,
            'ㄛ' if exchanged => 'ㄜ',
            letter => letter,
        };
        RIMES.read(&letters.chars().map(letter).collect::<String>())
    };
    read(first).or_else(|| read(second))
}

/// How many signs the first syllable takes: as many letters as can be one, and its tone.
fn first_syllable(signs: &[char], options: &WriteOptions) -> usize {
    let is_dot = |sign: char| matches!(sign, TURNED | '.');
    let start = usize::from(matches!(signs[0], DOT | '·'));
    let is_letter = |sign: &char| is_sign(*sign) || is_dot(*sign);
    let run = signs[start..].iter().take_while(|sign| is_letter(sign)).count();
    let longest = (1..=run).rev().find(|&length| {
        let letters = signs[start..start + length].iter().filter(|sign| !is_dot(**sign));
        !is_dot(signs[start + length - 1]) && read(&letters.collect::<String>(), options).is_some()
    });
    // What is no syllable is named whole.
    let Some(length) = longest else { return signs.len() };
    let mut end = start + length;
    let after_stop = STOPS.contains(&signs[end - 1]);
    // Over another letter than a stop the dot is a fault of this syllable.
    if signs.get(end) == Some(&DOT_OVER) || (after_stop && signs.get(end) == Some(&DOT)) {
        end += 1;
    }
    end + signs[end..]
        .iter()
        .take_while(|&&sign| mark_tone(sign).is_some() || sign.is_ascii_digit())
        .count()
}

/// Whether two syllables would be read as others when nothing stands between them.
fn runs_together(before: &str, after: &str) -> bool {
    let (Some(last), Some(next)) = (before.chars().last(), after.chars().next()) else {
        return false;
    };
    match usual(last) {
        stop if STOPS.contains(&stop) => next == DOT,
        letter if is_sign(letter) => !is_initial(next) && !matches!(next, DOT | '·'),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::super::signs::assert_known;
    use super::*;
    use crate::Coda;

    #[test]
    fn the_tables_name_finals_that_exist_and_stops_where_they_are() {
        assert_known(FINALS);
        assert_known(ALSO_READ);
        for rime in Final::all() {
            let Some(spelling) = RIMES.spelling(rime) else { continue };
            assert_eq!(spelling.ends_with(STOPS), rime.coda() == Coda::Stop, "{rime:?}");
        }
    }
}
