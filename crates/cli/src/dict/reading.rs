//! From what a source writes to a word and its reading in our spelling.

use thakim_phonology::{Join, Notation, Reading, Syllable, WriteOptions};
use unicode_normalization::UnicodeNormalization;
use unicode_script::{Script, UnicodeScript};

use super::report::Reason;

/// A word in NFC, if it is of Han characters only. NFC also turns compatibility ideographs into the
/// characters that they are compatible with.
pub(crate) fn han_word(written: &str) -> Result<String, Reason> {
    let word: String = written.trim().nfc().collect();
    let is_han = !word.is_empty() && word.chars().all(|letter| letter.script() == Script::Han);
    is_han.then_some(word).ok_or(Reason::NotHan)
}

/// A reading in 臺羅, with one syllable for each of the word's characters.
pub(crate) fn aligned(word: &str, written: &str) -> Result<Reading, Reason> {
    let written: String = written.trim().nfc().collect();
    if written.is_empty() {
        return Err(Reason::NoReading);
    }
    let reading = Notation::Tl.parse(&written).map_err(|_| Reason::BadSyllable)?;
    match reading.len() == word.chars().count() {
        true => Ok(reading),
        false => Err(Reason::Misaligned),
    }
}

/// A reading as the tables write it: 臺羅 with marks.
pub(crate) fn spelt(reading: &Reading) -> String {
    Notation::Tl.write(reading, &WriteOptions::default())
}

/// The syllables of a reading without what joins them and without capitals.
pub(crate) fn syllables(reading: &Reading) -> Vec<Syllable> {
    reading.syllables().iter().map(|spoken| spoken.syllable).collect()
}

/// The syllables of a reading with what joins them, without capitals.
pub(crate) fn uncapitalised(reading: &Reading) -> Vec<(Syllable, Join)> {
    reading.syllables().iter().map(|spoken| (spoken.syllable, spoken.join)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_of_han_characters_only() {
        let cases = [
            ("臺灣", Ok("臺灣")),
            ("\u{F9FD}", Ok("什")),
            ("𪜶", Ok("𪜶")),
            ("〇", Ok("〇")),
            ("A仔菜", Err(Reason::NotHan)),
            ("\u{E701}", Err(Reason::NotHan)),
            ("有，無", Err(Reason::NotHan)),
            ("", Err(Reason::NotHan)),
        ];
        for (written, expected) in cases {
            assert_eq!(han_word(written), expected.map(str::to_owned), "{written}");
        }
    }

    #[test]
    fn a_reading_has_a_legal_syllable_for_each_character() {
        let cases = [
            ("臺灣", "Ta\u{302}i-ua\u{302}n", Ok("Tâi-uân")),
            ("轉來", "tng2--lai5", Ok("tńg--lâi")),
            ("啊", "--ah", Ok("--ah")),
            ("一月日", "tsi̍t gue̍h-ji̍t", Ok("tsi̍t gue̍h-ji̍t")),
            ("綴入", "tuè", Err(Reason::Misaligned)),
            ("臺", "", Err(Reason::NoReading)),
            ("臺", "xyz", Err(Reason::BadSyllable)),
        ];
        for (word, written, expected) in cases {
            let found = aligned(word, written).map(|reading| spelt(&reading));
            assert_eq!(found, expected.map(str::to_owned), "{word} {written}");
        }
    }
}
