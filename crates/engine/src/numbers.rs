//! Reading numbers written in Han characters.
//!
//! Counts are read with the colloquial numerals: 三十五 sann-tsa̍p-gōo. Digits in a row, as in years
//! and telephone numbers, are read with the literary ones: 一九八七 it-kiú-pat-tshit. Which of its two
//! readings 一 and 二 have in a count depends on their place:
//!
//! | place | 一 | 二 |
//! | --- | --- | --- |
//! | before 百, 千, 萬, 億 | tsi̍t | nn̄g |
//! | before 十 | it | jī |
//! | at the end, behind 十, 百 … or 零 | it | jī |
//!
//! (教育部, 臺灣閩南語羅馬字拼音方案使用手冊, on numerals.) Numbers that are words of their own, such as
//! 三八 or 千萬, are left to the dictionary.

use thakim_phonology::{Notation, Spoken};

/// The characters of numbers.
pub(crate) fn is_numeral(letter: char) -> bool {
    digit(letter).is_some() || unit(letter).is_some() || letter == '兩'
}

/// The value of a digit.
fn digit(letter: char) -> Option<usize> {
    Some(match letter {
        '〇' | '零' | '○' | '◯' => 0,
        '一' => 1,
        '二' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    })
}

/// The power of ten of a unit.
fn unit(letter: char) -> Option<u32> {
    match letter {
        '十' => Some(1),
        '百' => Some(2),
        '千' => Some(3),
        '萬' | '万' => Some(4),
        '億' | '亿' => Some(8),
        _ => None,
    }
}

/// How a whole run of numerals is read that stands before `after`; `None` where it is no number that
/// is read by rule.
pub(crate) fn read(run: &[char], after: Option<char>) -> Option<Vec<Spoken>> {
    let written = match run.iter().any(|&letter| unit(letter).is_some()) {
        true => count(run)?,
        false => row(run, after)?,
    };
    written.into_iter().map(spoken).collect()
}

/// The literary numerals, for digits in a row.
const LITERARY: [&str; 10] =
    ["khong3", "it4", "ji7", "sam1", "su3", "ngoo2", "liok8", "tshit4", "pat4", "kiu2"];

/// The colloquial numerals, for counts.
const COLLOQUIAL: [&str; 10] =
    ["ling5", "it4", "ji7", "sann1", "si3", "goo7", "lak8", "tshit4", "peh4", "kau2"];

/// Digits in a row. Two may be an estimate (七八个) or two words: they are a number only in a year.
fn row(run: &[char], after: Option<char>) -> Option<Vec<&'static str>> {
    let digits: Option<Vec<usize>> = run.iter().map(|&letter| digit(letter)).collect();
    let digits = digits?;
    let is_number = match digits.as_slice() {
        [one, other] => after == Some('年') && *other != one + 1,
        [_, _, _, ..] => true,
        _ => false,
    };
    let read = |(letter, &digit): (&char, &usize)| match letter {
        '零' => "ling5",
        _ => LITERARY[digit],
    };
    is_number.then(|| run.iter().zip(&digits).map(read).collect())
}

/// A count with units.
fn count(run: &[char]) -> Option<Vec<&'static str>> {
    let mut out = Vec::new();
    // The units come in falling order: those below 萬 anew before each 萬 and 億.
    let (mut least, mut least_large) = (4, 12);
    let mut counted = false;
    let mut at = 0;
    while let Some(&letter) = run.get(at) {
        at += 1;
        if let Some(power) = unit(letter) {
            let is_bare_ten = power == 1 && out.is_empty();
            let falls = if power < 4 { power < least } else { power < least_large };
            if !falls || !(counted || is_bare_ten) {
                return None;
            }
            (least, least_large) = if power < 4 { (power, least_large) } else { (4, power) };
            // Only 萬 and 億 count what stands before another unit: 三百萬.
            counted = power < 4 && run.get(at).and_then(|&next| unit(next)).is_some_and(|p| p >= 4);
            out.push(UNITS[power as usize]);
            continue;
        }
        let value = if letter == '兩' { 2 } else { digit(letter)? };
        let ahead = run.get(at).copied();
        if value == 0 {
            // 一百零五
            ahead.and_then(digit).filter(|&next| next > 0 && !out.is_empty())?;
            out.push(COLLOQUIAL[0]);
        } else if let Some(power) = ahead.and_then(unit) {
            out.push(before(value, letter, power));
            counted = true;
        } else if let Some(other) = ahead.and_then(digit) {
            // 四五十: two neighbours before a unit are an estimate.
            let power = run.get(at + 1).copied().and_then(unit)?;
            if other != value + 1 {
                return None;
            }
            out.extend([before(value, letter, power), COLLOQUIAL[other]]);
            counted = true;
            at += 1;
        } else {
            // The last digit: there must be a unit before it, and it is no 兩.
            if out.is_empty() || letter == '兩' {
                return None;
            }
            out.push(COLLOQUIAL[value]);
        }
    }
    (out.len() > 1).then_some(out)
}

/// The units by their power of ten.
const UNITS: [&str; 9] = ["", "tsap8", "pah4", "tshing1", "ban7", "", "", "", "ik4"];

/// A digit before a unit.
fn before(value: usize, letter: char, power: u32) -> &'static str {
    match (value, letter) {
        (1, _) if power > 1 => "tsit8",
        (2, '兩') => "nng7",
        (2, _) if power > 1 => "nng7",
        _ => COLLOQUIAL[value],
    }
}

fn spoken(tl: &str) -> Option<Spoken> {
    Notation::Tl.parse(tl).ok()?.syllables().first().copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tl(written: &str, after: Option<char>) -> Option<String> {
        let run: Vec<char> = written.chars().collect();
        let spoken = read(&run, after)?;
        let written = spoken.iter().map(|spoken| format!("{:?}", spoken.syllable));
        Some(written.map(|name| name["Syllable(".len()..name.len() - 1].to_owned() + " ").collect())
    }

    #[test]
    fn counts() {
        for (written, expected) in [
            ("十一", "tsap8 it4 "),
            ("二十二", "ji7 tsap8 ji7 "),
            ("一百一十", "tsit8 pah4 it4 tsap8 "),
            ("一百二", "tsit8 pah4 ji7 "),
            ("二百五十", "nng7 pah4 goo7 tsap8 "),
            ("兩千三百萬", "nng7 tshing1 sann1 pah4 ban7 "),
            ("一千零一", "tsit8 tshing1 ling5 it4 "),
            ("三億二千萬", "sann1 ik4 nng7 tshing1 ban7 "),
            ("四五十", "si3 goo7 tsap8 "),
            ("兩三百", "nng7 sann1 pah4 "),
            ("二三十", "ji7 sann1 tsap8 "),
            (
                "九十九萬九千九百九十九",
                "kau2 tsap8 kau2 ban7 kau2 tshing1 kau2 pah4 kau2 tsap8 kau2 ",
            ),
        ] {
            assert_eq!(tl(written, None).as_deref(), Some(expected), "{written}");
        }
    }

    #[test]
    fn digits_in_a_row() {
        assert_eq!(tl("一九八七", Some('年')).as_deref(), Some("it4 kiu2 pat4 tshit4 "));
        assert_eq!(tl("二〇〇八", Some('年')).as_deref(), Some("ji7 khong3 khong3 pat4 "));
        assert_eq!(tl("零九一二", None).as_deref(), Some("ling5 kiu2 it4 ji7 "));
        assert_eq!(tl("九七", Some('年')).as_deref(), Some("kiu2 tshit4 "));
    }

    #[test]
    fn what_is_no_number_is_left_to_the_dictionary() {
        for written in
            ["千萬", "三八", "七八", "百百", "萬一", "十全", "一兩", "五四", "十十", "百萬"]
        {
            assert_eq!(tl(written, None), None, "{written}");
        }
        assert_eq!(tl("四五", Some('年')), None);
    }
}
