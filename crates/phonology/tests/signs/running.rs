//! Running text: what is read of it, and what is left alone.

use thakim_phonology::running::{Piece, pieces};

use super::*;

/// The text in 臺羅, or the places and words of its faults.
fn tl(notation: Notation, text: &str, options: &WriteOptions) -> Result<String, Vec<String>> {
    let pieces = pieces(notation, text, options).map_err(|faults| {
        faults.iter().map(|fault| format!("{} {}", fault.at, fault.error.found)).collect::<Vec<_>>()
    })?;
    let piece = |piece: &Piece<'_>| match piece {
        Piece::Word(word) => word.write(Notation::Tl, &WriteOptions::default()).unwrap(),
        Piece::Other(other) => (*other).to_owned(),
    };
    Ok(pieces.iter().map(piece).collect())
}

#[track_caller]
fn check(notation: Notation, text: &str, expected: &str) {
    assert_eq!(tl(notation, text, &WriteOptions::default()).as_deref(), Ok(expected));
}

#[test]
fn words_are_read_among_characters_and_signs() {
    check(Notation::Tps, "我ㄒㄧ˫ㄉㄞˊㄨㄢˊㄌㄤˊ。一工", "我sī-tâi-uân-lâng。一工");
    check(Notation::Tps, "ㄐㄧㄚ.ㆷ ㄅㆭ˫. OK", "tsia̍h pn̄g. OK");
    check(Notation::Tps, "ㄉ一ˊ,ㄎㄧ˪ ˙ㄚㆷ!", "tî,khì --ah!");
    check(Notation::Ipa, "[tai˨˥uan˨˥] is an island", "[tâi-uân] is an island");
    check(Notation::Kana, "臺灣（タイ𚿳ヲァヌ𚿳）", "臺灣（tâi-uân）");
    check(Notation::Kana, "チ̅・ア𚿷。", "thiann。");
    check(Notation::Braille, "⠙⠜⠆⠻⠆ ⠇⠭⠆, 123", "tâi-uân lâng, 123");
    check(Notation::Sni, "lun：君一柳。", "lun：lun。");
    check(Notation::Fanqie, "東，德紅切。", "東，tong。");
}

#[test]
fn what_bears_a_tone_and_cannot_be_read_is_a_fault() {
    let fault = |notation, text| tl(notation, text, &WriteOptions::default()).unwrap_err();
    assert_eq!(fault(Notation::Tps, "ㄉㄞˊ ㄐㄚˊ"), ["4 ㄐㄚˊ"]);
    assert_eq!(fault(Notation::Tps, "ㄉㄞˊ-ㄅ"), ["4 ㄅ"]);
    assert_eq!(fault(Notation::Ipa, "tai˨˥ pai˥˩˥"), ["6 pai˥˩˥"]);
    assert_eq!(fault(Notation::Kana, "タイ𚿳 タタ𚿳"), ["4 タタ𚿳"]);
    assert_eq!(fault(Notation::Braille, "⠙⠜⠆ ⠙⠙"), ["4 ⠙⠙"]);
}
