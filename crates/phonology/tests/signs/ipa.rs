//! IPA.

use super::*;

const IPA: Notation = Notation::Ipa;

#[test]
fn every_syllable_comes_back_that_sounds_like_no_other() {
    let default = trips(IPA, &WriteOptions::default());
    assert!(default.silent.is_empty());
    let losses = [
        "6 > 7",
        "er > o",
        "er6 > o7",
        "erh > oh",
        "ior > io",
        "ior6 > io7",
        "iorh > ioh",
        "or > o",
        "or6 > o7",
        "orh > oh",
    ];
    assert_eq!(default.changed(), losses);
    println!("IPA: {}‰", default.permille());

    // The vowels apart: what is left is the tone that is no longer one.
    let apart = set(IPA, &[("o", "close"), ("er", "ram")]);
    assert_eq!(trips(IPA, &apart).changed(), ["6 > 7"]);
    let north = set(IPA, &[("o", "close")]);
    let expected = ["6 > 7", "or > er", "or6 > er7", "orh > erh"];
    assert_eq!(trips(IPA, &north).changed(), expected);
}

#[test]
fn no_option_loses_more() {
    for (row, options) in options_of(IPA) {
        let changed = trips(IPA, &options).changed.len();
        assert!(changed <= 10, "{} {changed}", row.name);
    }
}

#[test]
fn sounds_are_those_of_the_handbooks() {
    both_ways(
        IPA,
        &WriteOptions::default(),
        &[
            ("tâi-uân", "tai˨˥-uan˨˥"),
            ("tsia̍h", "tɕiaʔ˥"),
            ("tsuí", "tsui˥˧"),
            ("tshiú", "tɕʰiu˥˧"),
            ("si", "ɕi˦˦"),
            ("ji̍t", "dʑit̚˥"),
            ("juah", "dzuaʔ˨˩"),
            ("tsir", "tsɨ˦˦"),
            ("guá", "ɡua˥˧"),
            ("khuànn", "kʰuã˩˩"),
            ("kuāinn", "kuãi˨˨"),
            ("iûnn", "iũ˨˥"),
            ("hònn", "hɔ̃˩˩"),
            ("má", "mã˥˧"),
            ("bô", "bə˨˥"),
            ("kok", "kɔk̚˨˩"),
            ("thian-kiong", "tʰiɛn˦˦-kiɔŋ˦˦"),
            ("m̄", "m̩˨˨"),
            ("mn̂g", "mŋ̍˨˥"),
            ("hm̍h", "hm̩ʔ˥"),
            ("kee", "kɛ˦˦"),
            ("a̋ng", "aŋ˧˥"),
        ],
    );
}

#[test]
fn options_change_the_letters() {
    for (settings, tl, written) in [
        (&[("format", "number")][..], "tâi-uân", "tai²⁵-uan²⁵"),
        (&[("format", "none")], "tâi-uân", "tai-uan"),
        (&[("accent", "north")], "tâi-gí", "tai˨˦-ɡi˥˩"),
        (&[("accent", "xiamen")], "pe̍h", "peʔ˦"),
        (&[("accent", "singapore")], "gí", "ɡi˦˨"),
        (&[("o", "close")], "bô", "bo˨˥"),
        (&[("er", "ram")], "hér", "hɤ˥˧"),
        (&[("affricates", "tied")], "tsuí", "t͡sui˥˧"),
        (&[("affricates", "ligature")], "tshiú", "ʨʰiu˥˧"),
        (&[("stops", "plain")], "kok", "kɔk˨˩"),
        (&[("nasals", "all")], "kuāinn", "kũãĩ˨˨"),
        (&[("words", "joined")], "tâi-gí", "tai˨˥ɡi˥˧"),
    ] {
        let reading = Notation::Tl.parse(tl).unwrap();
        let options = set(IPA, settings);
        assert_eq!(IPA.write(&reading, &options), written);
        if options.tones != ToneStyle::None {
            assert_eq!(IPA.parse_with(written, &options), Ok(reading), "{written}");
        }
    }
}

#[test]
fn other_habits_are_read() {
    reads(
        IPA,
        &[
            ("t͡ɕi̯aʔ˥", "tsia̍h"),
            ("ʨiaʔ⁵", "tsia̍h"),
            ("tsiaʔ5", "tsia̍h"),
            ("tɕʰiʊ˥˧", "tshiú"),
            ("kiɪŋ⁴⁴", "king"),
            ("kiə̯ŋ⁴⁴", "king"),
            ("kɪŋ⁴⁴", "king"),
            ("tʰien⁴⁴", "thian"),
            ("tʰian⁴⁴", "thian"),
            ("kok²¹", "kok"),
            ("kioŋ⁴⁴", "kiong"),
            ("gua⁵³", "guá"),
            ("ʔua⁵³", "uá"),
            ("ma⁵³", "má"),
            ("ŋ̩²²", "n̄g"),
            ("hõ¹¹", "hònn"),
            ("bo²⁵", "bô"),
            ("tai²⁵uan²⁵", "tâi-uân"),
            ("thai⁴⁴", "thai"),
        ],
    );
    refuses(IPA, &["", "tai", "˥˧", "tai˥˥˥˩", "xai˥˧", "ta˥i˥", "tai⁵³⁻⁴⁴"]);
}
