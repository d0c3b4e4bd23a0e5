//! The options of the notations, as people know them.
//!
//! The tables of `thakim-phonology` name options for the command line; here is what the page calls them.

use thakim_phonology::{Notation, OptionRow, ValueRow};

use super::Words;
use super::t;

/// What an option of a notation decides, and its values in the order of its row: keys of sentences, or
/// samples of the notation.
type Row = (Notation, &'static str, &'static str, &'static [&'static str]);

/// A row for every option of every notation.
#[rustfmt::skip]
const TABLE: &[Row] = &[
    (Notation::Tl, "digits", DIGITS, DIGIT_VALUES),
    (Notation::Tl, "ninth", NINTH, &["a̋", "ă"]),
    (Notation::Poj, "digits", DIGITS, DIGIT_VALUES),
    (Notation::Poj, "ninth", NINTH, &["ă", "a̋"]),
    (Notation::Poj, "nasal-h", "option.nasal-h", &["hiaⁿh", "hiahⁿ"]),
    (Notation::Poj, "initials", "option.initial-ts", &["option.initial-ts-ch", "option.initial-ts-ts"]),
    (Notation::Poj, "nasal", "option.nasal", &["saⁿ", "sann", "saN"]),
    (Notation::Poj, "oo", "o͘", &["o͘", "ou", "oo"]),
    (Notation::Poj, "central", "option.central", &["option.hir-her", "option.hir-her-dots"]),
    (Notation::Tps, "k", "option.final-k", &["ㆻ", "ㆶ"]),
    (Notation::Tps, "eighth", "option.eighth", &["option.eighth-above", "option.eighth-behind", "option.eighth-circle", "option.eighth-stop"]),
    (Notation::Tps, "o", "option.o-letters", &["option.o-south", "option.o-north"]),
    (Notation::Tps, "er", "option.er-quanzhou", &["ㄮ", "ㄜ"]),
    (Notation::Tps, "neutral", "option.neutral", &["˙", "·", "--"]),
    (Notation::Tps, "sixth", "option.sixth", &["ˇ", "˫"]),
    (Notation::Tlpa, "digits", DIGITS, DIGIT_VALUES),
    (Notation::TlpaPlus, "digits", DIGITS, DIGIT_VALUES),
    (Notation::TlpaPlus, "onn", "option.tl-onn", &["option.onn-as-onn", "option.onn-as-oonn"]),
    (Notation::TlpaPlus, "nasal-h", "option.nasal-h", &["annh", "ahnn"]),
    (Notation::Bp, "digits", DIGITS, DIGIT_VALUES),
    (Notation::Bp, "order", ORDER, &["option.order-tl", "option.order-mainland"]),
    (Notation::Bp, "nasal", "option.nasal", &["dnia", "diaⁿ"]),
    (Notation::Bp, "zero-nasal", "option.zero-nasal", &["option.yni-wna", "option.ni-nua"]),
    (Notation::Bp, "letters", "option.letters", &["bb gg zz bbn ln ggn", "bh gh jj m n ng"]),
    (Notation::Bp, "oo-mark", "option.oo-mark", &["gǒo", "goǒ"]),
    (Notation::Tongiong, "digits", DIGITS, DIGIT_VALUES),
    (Notation::Tongiong, "order", ORDER, &["option.order-tl", "option.order-tongiong"]),
    (Notation::Tongiong, "ian", "option.tl-ian", &["option.ian-iat", "option.en-et"]),
    (Notation::Tongiong, "ing", "option.tl-ing", &["ing", "eng"]),
    (Notation::Tongiong, "third", "option.third", &["a̱", "â"]),
    (Notation::Tongiong, "neutral", "option.neutral", &["option.citation-tone", "å"]),
    (Notation::Dt, "digits", DIGITS, DIGIT_VALUES),
    (Notation::Dt, "order", ORDER, &["option.order-tongiong", "option.order-tl"]),
    (Notation::Dt, "ian", "option.tl-ian", &["option.en-et", "option.ian-iat"]),
    (Notation::Dt, "ing", "option.tl-ing", &["ing", "eng"]),
    (Notation::Dt, "third", "option.third", &["a̱", "â"]),
    (Notation::Dt, "neutral", "option.neutral", &["option.citation-tone", "å"]),
    (Notation::Mps2, "digits", DIGITS, DIGIT_VALUES),
    (Notation::Sni, "order", "option.sni-order", &["option.rime-first", "option.initial-first"]),
    (Notation::Sni, "tones", "option.sni-tones", &["option.one-to-eight", "option.old-names"]),
    (Notation::Sni, "initials", "option.sni-initials", &["option.gate", "option.hair"]),
    (Notation::Fanqie, "suffix", "option.suffix", &["option.suffix-tshiat", "option.suffix-huan", "option.suffix-none"]),
    (Notation::Ipa, "accent", "option.accent", &["option.south", "option.north", "option.amoy", "option.singapore"]),
    (Notation::Ipa, "o", "option.tl-o", &["ə", "o"]),
    (Notation::Ipa, "er", "option.tl-er", &["ə", "ɤ"]),
    (Notation::Ipa, "affricates", "option.affricates", &["ts", "t͡s", "ʦ"]),
    (Notation::Ipa, "stops", "option.stops", &["p̚ t̚ k̚", "p t k"]),
    (Notation::Ipa, "nasals", "option.nasals", &["uãi", "ũãĩ"]),
    (Notation::Kana, "breath", "option.breath", &["タ̣ア", "タ・ア"]),
];

const DIGITS: &str = "option.digits";
const DIGIT_VALUES: &[&str] = &["option.all-digits", "option.no-1-and-4"];
const NINTH: &str = "option.ninth";
const ORDER: &str = "option.order";

/// What an option decides.
pub fn option(notation: Notation, row: &OptionRow) -> Words {
    find(notation, row).map_or(Words::Borrowed(row.name), |found| said(found.2))
}

/// The name of a value of an option.
pub fn option_value(notation: Notation, row: &OptionRow, value: &ValueRow) -> Words {
    let index = row.values.iter().position(|known| known.name == value.name);
    let found = find(notation, row).zip(index).and_then(|(found, index)| found.3.get(index));
    found.map_or(Words::Borrowed(""), |word| said(word))
}

/// The sentence of a key; a sample of the notation itself is the same in all languages.
fn said(word: &'static str) -> Words {
    if word.starts_with("option.") { t!(word) } else { Words::Borrowed(word) }
}

fn find(notation: Notation, row: &OptionRow) -> Option<&'static Row> {
    TABLE.iter().find(|known| known.0 == notation && known.1 == row.name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_option_has_its_words_and_no_words_are_left_over() {
        for &notation in Notation::ALL {
            for row in notation.options() {
                let found = find(notation, row);
                let values = found.map(|found| found.3.len());
                assert_eq!(values, Some(row.values.len()), "{} {}", notation.id(), row.name);
            }
        }
        let options: usize = Notation::ALL.iter().map(|notation| notation.options().len()).sum();
        assert_eq!(TABLE.len(), options);
    }
}
