//! 臺灣方音符號.

use super::*;

const TPS: Notation = Notation::Tps;

#[test]
fn every_syllable_comes_back() {
    let trips = trips(TPS, &WriteOptions::default());
    assert_eq!(trips.silent_finals(), ["eenn", "eennh", "ueenn", "ueennh"]);
    assert_eq!(trips.silent_tones(), [0; 0]);
    trips.assert_silence_is_explained(nothing_else);
    assert_eq!(trips.changed(), [""; 0]);
    println!("方音符號: {}‰", trips.permille());
}

#[test]
fn every_syllable_comes_back_under_every_option_but_two() {
    for (row, options) in options_of(TPS) {
        let changed = trips(TPS, &options).changed.into_keys().collect::<Vec<_>>();
        let expected: &[&str] = match (row.name, options == set(TPS, &[("sixth", "02eb")])) {
            ("sixth", true) => &["6 > 7"],
            ("er", _) if options == set(TPS, &[("er", "311c")]) => {
                &["er > o", "erh > oh", "erk > ok", "erp > op"]
            }
            _ => &[],
        };
        assert_eq!(changed, expected, "{}", row.name);
    }
    // What the taigi-converter writes: ㄜ is er, and or falls together with it.
    let options = set(TPS, &[("o", "311b"), ("er", "311c")]);
    assert_eq!(trips(TPS, &options).changed(), ["or > er", "orh > erh"]);
    let numbers = set(TPS, &[("format", "number")]);
    assert_eq!(trips(TPS, &numbers).changed(), [""; 0]);
}

#[test]
fn signs_are_those_of_the_notice() {
    both_ways(
        TPS,
        &WriteOptions::default(),
        &[
            ("tâi-uân", "ㄉㄞˊ-ㄨㄢˊ"),
            ("hong-im hû-hō", "ㄏㆲ-ㄧㆬ ㄏㄨˊ-ㄏㄜ˫"),
            ("tsia̍h", "ㄐㄧㄚㆷ\u{307}"),
            ("tsia", "ㄐㄧㄚ"),
            ("tsînn", "ㄐㆪˊ"),
            ("tshiú", "ㄑㄧㄨˋ"),
            ("sìnn", "ㄒㆪ˪"),
            ("ji̍t", "ㆢㄧㆵ\u{307}"),
            ("juah", "ㆡㄨㄚㆷ"),
            ("tsir", "ㄗㆨ"),
            ("hér", "ㄏㄮˋ"),
            ("kok", "ㄍㆦㆻ"),
            ("gio̍k", "ㆣㄧㆦㆻ\u{307}"),
            ("bóo", "ㆠㆦˋ"),
            ("m̄", "ㆬ˫"),
            ("tn̂g", "ㄉㆭˊ"),
            ("ngá", "ㄫㄚˋ"),
            ("hònn", "ㄏㆧ˪"),
            ("som", "ㄙㆱ"),
            ("tsiǔnn", "ㄐㄧㆫˇ"),
            ("a̋ng", "ㄤˆ"),
            ("khuh", "ㄎㄨㆷ"),
            ("tinnh", "ㄉㆪㆷ"),
            ("ē--sái", "ㆤ˫-˙ㄙㄞˋ"),
        ],
    );
}

#[test]
fn what_people_type_is_read() {
    reads(
        TPS,
        &[
            ("ㄐㄧㄚㆷ˙", "tsia̍h"),
            ("ㄐㄧㄚ㆐ㆷ", "tsia̍h"),
            ("ㄐㄧㄚ.ㆷ", "tsia̍h"),
            ("ㄐㄧㄚㆷ\u{358}", "tsia̍h"),
            ("ㄍㆦㆶ", "kok"),
            ("ㄗㄧㄚ", "tsia"),
            ("ㄉ丨ˋ", "tí"),
            ("ㄉ一ˊ", "tî"),
            ("ㄉㄞ´", "tâi"),
            ("ㄉㄞ`", "tái"),
            ("ㄉㄞ⊥", "tài"),
            ("ㄉㄞㄴ", "tài"),
            ("ㄉㄞ├", "tāi"),
            ("ㄉㄞㅏ", "tāi"),
            ("ㄉㄞ^", "ta̋i"),
            ("ㄉㄞ5", "tâi"),
            ("ㄉㄞ５", "tâi"),
            ("ㄉㄞ⁵", "tâi"),
            ("ㄊㄚㆬˊ", "thâm"),
            ("ㄉㄞˊㄍㄧˋ", "tâi-kí"),
            ("ㄉㄞˊㆣㄧˋ", "tâi-gí"),
            ("ㄐㄧㄚㆷ˙ㄅㆭ˫", "tsia̍h-pn̄g"),
            ("ㄏㆲㄧㆬㄏㄨˊㄏㄜ˫", "hong-im-hû-hō"),
            ("ㄎㄧ˪·ㄚㆷ", "khì--ah"),
            ("ㄎㄧ˪--ㄚㆷ", "khì--ah"),
        ],
    );
    refuses(
        TPS,
        &["", "ㄉ", "ㄐㄨ", "ㄉㄞˊˋ", "ㄚ\u{307}", "ㄚㄅ", "ㄉㄞ55", "ㄉㄞˊ5", "ㆴ", "abc"],
    );
}

#[test]
fn options_change_the_letters() {
    for (settings, tl, written) in [
        (&[("k", "31b6")][..], "kok", "ㄍㆦㆶ"),
        (&[("eighth", "behind")], "ji̍t", "ㆢㄧㆵ˙"),
        (&[("eighth", "3190")], "ji̍t", "ㆢㄧ㆐ㆵ"),
        (&[("eighth", "period")], "ji̍t", "ㆢㄧ.ㆵ"),
        (&[("o", "311b")], "kó", "ㄍㄛˋ"),
        (&[("o", "311b")], "bôr", "ㆠㄜˊ"),
        (&[("neutral", "middle")], "khì--ah", "ㄎㄧ˪-·ㄚㆷ"),
        (&[("neutral", "hyphen")], "khì--ah", "ㄎㄧ˪--ㄚㆷ"),
        (&[("words", "joined")], "tâi-gí", "ㄉㄞˊㆣㄧˋ"),
        (&[("words", "joined")], "ka-iû", "ㄍㄚ-ㄧㄨˊ"),
        (&[("format", "number")], "tâi-gí", "ㄉㄞ5-ㆣㄧ2"),
        (&[("format", "none")], "tâi-gí", "ㄉㄞ-ㆣㄧ"),
    ] {
        let reading = Notation::Tl.parse(tl).unwrap();
        assert_eq!(TPS.write(&reading, &set(TPS, settings)), written);
    }
}
