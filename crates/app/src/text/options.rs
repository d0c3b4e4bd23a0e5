//! The options of the notations, as people know them.
//!
//! The tables of `thakim-phonology` name options for the command line; here is what the page calls them.

use thakim_phonology::{Notation, OptionRow, ValueRow};

/// What an option of a notation decides, and the names of its values in the order of its row.
type Row = (Notation, &'static str, &'static str, &'static [&'static str]);

/// A row for every option of every notation.
#[rustfmt::skip]
const TABLE: &[Row] = &[
    (Notation::Tl, "digits", DIGITS, DIGIT_VALUES),
    (Notation::Tl, "ninth", NINTH, &["a̋", "ă"]),
    (Notation::Poj, "digits", DIGITS, DIGIT_VALUES),
    (Notation::Poj, "ninth", NINTH, &["ă", "a̋"]),
    (Notation::Poj, "nasal-h", "鼻音加 h", &["hiaⁿh", "hiahⁿ"]),
    (Notation::Poj, "initials", "聲母 ts", &["現代：一律 ch", "舊式：a o u 前寫 ts"]),
    (Notation::Poj, "nasal", "鼻音", &["saⁿ", "sann", "saN"]),
    (Notation::Poj, "oo", "o͘", &["o͘", "ou", "oo"]),
    (Notation::Poj, "central", "泉州腔 ir、er", &["hîr、hér", "hṳ̂、hó̤"]),
    (Notation::Tps, "k", "入聲 -k", &["ㆻ", "ㆶ"]),
    (Notation::Tps, "eighth", "第八聲的點", &["在上 ㆷ̇", "在後 ㆷ˙", "㆐ 在前", ". 在前"]),
    (Notation::Tps, "o", "ㄜ、ㄛ", &["ㄜ（南部）", "ㄛ（北部）"]),
    (Notation::Tps, "er", "泉州腔 er", &["ㄮ", "ㄜ"]),
    (Notation::Tps, "neutral", "輕聲", &["˙", "·", "--"]),
    (Notation::Tps, "sixth", "第六聲", &["ˇ", "˫"]),
    (Notation::Tlpa, "digits", DIGITS, DIGIT_VALUES),
    (Notation::TlpaPlus, "digits", DIGITS, DIGIT_VALUES),
    (Notation::TlpaPlus, "onn", "臺羅 onn", &["onn（扛）", "oonn（姑）"]),
    (Notation::TlpaPlus, "nasal-h", "鼻音加 h", &["annh", "ahnn"]),
    (Notation::Bp, "digits", DIGITS, DIGIT_VALUES),
    (Notation::Bp, "order", ORDER, &["臺羅", "大陸：平 1 2、上 3 4"]),
    (Notation::Bp, "nasal", "鼻音", &["dnia", "diaⁿ"]),
    (Notation::Bp, "zero-nasal", "零聲母鼻音", &["yni、wna", "ni、nua"]),
    (Notation::Bp, "letters", "濁音和鼻音聲母", &["bb gg zz bbn ln ggn", "bh gh jj m n ng"]),
    (Notation::Bp, "oo-mark", "oo 的調號", &["gǒo", "goǒ"]),
    (Notation::Tongiong, "digits", DIGITS, DIGIT_VALUES),
    (Notation::Tongiong, "order", ORDER, &["臺羅", "通用"]),
    (Notation::Tongiong, "ian", "臺羅 ian", &["ian、iat", "en、et"]),
    (Notation::Tongiong, "ing", "臺羅 ing", &["ing", "eng"]),
    (Notation::Tongiong, "third", "第三聲", &["a̱", "â"]),
    (Notation::Tongiong, "neutral", "輕聲", &["標本調", "å"]),
    (Notation::Dt, "digits", DIGITS, DIGIT_VALUES),
    (Notation::Dt, "order", ORDER, &["通用", "臺羅"]),
    (Notation::Dt, "ian", "臺羅 ian", &["en、et", "ian、iat"]),
    (Notation::Dt, "ing", "臺羅 ing", &["ing", "eng"]),
    (Notation::Dt, "third", "第三聲", &["a̱", "â"]),
    (Notation::Dt, "neutral", "輕聲", &["標本調", "å"]),
    (Notation::Mps2, "digits", DIGITS, DIGIT_VALUES),
    (Notation::Sni, "order", "順序", &["韻調聲：君一求", "聲韻調：求君一"]),
    (Notation::Sni, "tones", "聲調名", &["一 到 八", "上平、上上…"]),
    (Notation::Sni, "initials", "m、n、ng", &["門柳語", "毛耐雅"]),
    (Notation::Fanqie, "suffix", "字尾", &["切", "反", "不寫"]),
    (Notation::Ipa, "accent", "調值", &["南部", "北部", "廈門", "新加坡"]),
    (Notation::Ipa, "o", "臺羅 o", &["ə", "o"]),
    (Notation::Ipa, "er", "臺羅 er", &["ə", "ɤ"]),
    (Notation::Ipa, "affricates", "塞擦音", &["ts", "t͡s", "ʦ"]),
    (Notation::Ipa, "stops", "入聲韻尾", &["p̚ t̚ k̚", "p t k"]),
    (Notation::Ipa, "nasals", "鼻化", &["uãi", "ũãĩ"]),
    (Notation::Kana, "breath", "送氣", &["タ̣ア", "タ・ア"]),
];

const DIGITS: &str = "調號";
const DIGIT_VALUES: &[&str] = &["全部都寫", "省略 1 和 4"];
const NINTH: &str = "第九聲";
const ORDER: &str = "調號順序";

/// What an option decides.
pub fn option(notation: Notation, row: &OptionRow) -> &'static str {
    find(notation, row).map_or(row.name, |found| found.2)
}

/// The name of a value of an option.
pub fn option_value(notation: Notation, row: &OptionRow, value: &ValueRow) -> &'static str {
    let index = row.values.iter().position(|known| known.name == value.name);
    let found = find(notation, row).zip(index).and_then(|(found, index)| found.3.get(index));
    found.copied().unwrap_or("")
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
