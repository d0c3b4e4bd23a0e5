//! Faults of a typed reading in words, each with its place.

use thakim_phonology::notation::ParseErrorKind;
use thakim_phonology::{ParseError, SyllableError};

use super::Words;
use super::t;
use crate::article::typing::Fault;

/// From how many letters on it is not said which ones could follow.
const TOO_MANY: usize = 9;

/// What is wrong with what was typed for a word.
pub fn reading_fault(fault: &Fault, typed: &str, word: &str) -> Words {
    match fault {
        Fault::Nothing => t!("correcting.fault.nothing"),
        Fault::Syllables { found, needed } => {
            t!("correcting.fault.syllables", word = word, found = found, needed = needed)
        }
        Fault::Unreadable { notation, error } => {
            let name = super::notation(*notation);
            let why = unreadable(error, typed);
            t!("correcting.fault.in-notation", notation = name, why = why)
        }
    }
}

/// What is wrong with a reading, and where in what was typed.
pub fn unreadable(ParseError { at, found, kind }: &ParseError, typed: &str) -> Words {
    let place = at + 1;
    match kind {
        ParseErrorKind::Empty => t!("correcting.fault.empty", place = place),
        ParseErrorKind::UnknownSyllable => {
            t!("correcting.fault.syllable", place = place, found = found)
        }
        ParseErrorKind::UnknownLetters { read, found: stray, expected } => {
            let place = at + letters_end(found, read.chars().count()) + 1;
            let expected = expected_words(expected);
            match (stray, expected) {
                (Some(stray), Some(expected)) if read.is_empty() => {
                    t!("correcting.fault.begins", place = place, stray = stray, expected = expected)
                }
                (Some(stray), Some(expected)) => t!(
                    "correcting.fault.stray",
                    place = place,
                    stray = stray,
                    read = read,
                    expected = expected
                ),
                (Some(stray), None) => {
                    t!("correcting.fault.stray-only", place = place, stray = stray, read = read)
                }
                (None, Some(expected)) => {
                    t!("correcting.fault.goes-on", read = read, expected = expected)
                }
                (None, None) => t!("correcting.fault.unfinished", read = read),
            }
        }
        ParseErrorKind::TwoTones => {
            t!("correcting.fault.two-tones", place = place, found = found)
        }
        ParseErrorKind::UnknownTone => t!("correcting.fault.tone", place = place, found = found),
        ParseErrorKind::Illegal(why) => {
            let why = match why {
                SyllableError::CheckedToneWithoutStop => t!("correcting.fault.needs-stop"),
                SyllableError::StopWithoutCheckedTone => t!("correcting.fault.needs-checked-tone"),
                SyllableError::NoCitationTone => t!("correcting.fault.needs-tone"),
                SyllableError::NasalWrittenTwice => t!("correcting.fault.nasal-twice"),
            };
            let found = if found.is_empty() { typed } else { found.as_str() };
            t!("correcting.fault.illegal", place = place, found = found, why = why)
        }
    }
}

/// The letters that can follow, in words; nothing where there are too many to help.
fn expected_words(expected: &str) -> Option<String> {
    let mut letters: Vec<String> =
        expected.chars().filter(|letter| *letter != '.').map(String::from).collect();
    if expected.contains('.') {
        letters.push(t!("correcting.fault.end").into_owned());
    }
    (1..TOO_MANY).contains(&letters.len()).then(|| letters.join(&t!("correcting.comma")))
}

/// How many `char`s the first letters of a syllable take, with their marks and with digits between.
fn letters_end(syllable: &str, letters: usize) -> usize {
    let mut seen = 0;
    let is_letter = |letter: &char| letter.is_alphabetic();
    let mut end = 0;
    for (index, letter) in syllable.chars().enumerate() {
        if is_letter(&letter) {
            if seen == letters {
                return index;
            }
            seen += 1;
        }
        end = index + 1;
    }
    end
}

#[cfg(test)]
mod tests {
    use thakim_document::export::Style;

    use super::*;
    use crate::article::typing;
    use crate::language::{Language, speaking};

    /// The fault of a reading typed for a word, in Mandarin.
    fn check(typed: &str, word: &str, expected: &str) {
        let needed = word.chars().count();
        let fault = typing::check(typed, &Style::default(), needed).expect_err("a fault");
        let said = speaking(Language::Mandarin, || reading_fault(&fault, typed, word));
        assert_eq!(said, expected, "{typed}");
    }

    #[test]
    fn a_fault_says_where_and_what_was_expected() {
        check("hing5-hw", "行行", "臺羅：第 8 個字「w」：「h」後面可以接 a、e、i、m、n、o、u。");
        check("hing5", "銀行", "「銀行」有 2 個字，打了 1 個音節。");
        check(
            "hit5",
            "行",
            "臺羅：第 1 個字起的「hit5」：-p、-t、-k、-h 結尾的只有第 4、8、9 聲。",
        );
        check("hin55", "行", "臺羅：第 1 個字起的「hin55」：沒有這個聲調，聲調是 1 到 9。");
        check("hîn5", "行", "臺羅：第 1 個字起的「hîn5」有兩個聲調，只能寫一個。");
        check("", "行", "還沒有打讀音。");
        check("gin5-", "銀行", "臺羅：第 6 個字的地方還少一個音節。");
    }

    #[test]
    fn places_count_marks_and_digits() {
        for (syllable, letters, end) in
            [("hing5x", 4, 5), ("te\u{301}x", 2, 3), ("x", 0, 0), ("hi", 2, 2)]
        {
            assert_eq!(letters_end(syllable, letters), end, "{syllable}");
        }
    }
}
