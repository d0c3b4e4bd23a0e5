//! 十五音.

use super::*;

const SNI: Notation = Notation::Sni;

/// The finals that the book does not tell from others.
const SHARED: [&str; 10] = [
    "ee > e",
    "eeh > eh",
    "eenn > enn",
    "eennh > ennh",
    "ek > ik",
    "eng > ing",
    "uee > ue",
    "ueeh > ueh",
    "ueenn > uenn",
    "ueennh > uennh",
];

#[test]
fn every_syllable_that_the_book_has_comes_back() {
    let eighteen = trips(SNI, &set(SNI, &[("initials", "18")]));
    eighteen.assert_silence_is_explained(nothing_else);
    assert_eq!(eighteen.changed(), SHARED);
    assert_eq!(eighteen.silent_tones(), [9]);
    assert_eq!(
        eighteen.silent_finals(),
        [
            "em", "en", "ep", "er", "ere", "ereh", "erh", "erk", "erm", "ern", "erng", "erp",
            "ert", "eru", "et", "iai", "iaih", "ie", "ioo", "iooh", "ior", "iorh", "ir", "irh",
            "iri", "irih", "irinn", "irinnh", "irk", "irm", "irn", "irng", "irp", "irt", "iut",
            "oi", "oih", "or", "orh",
        ]
    );

    // With fifteen, b and m, l and n, g and ng are told apart by the rime: where it is nasal the second
    // is read, elsewhere the first.
    let fifteen = trips(SNI, &WriteOptions::default());
    assert_eq!(fifteen.silent, eighteen.silent);
    for change in fifteen.changed() {
        let (from, to) = change.split_once(" > ").unwrap();
        let Some((initial, rime)) = from.split_once('-') else {
            assert!(SHARED.contains(&change), "{change}");
            continue;
        };
        let (other, _) = to.split_once('-').unwrap();
        let is_nasal = rime.contains("nn") || rime.is_empty();
        let expected = [("b", "m"), ("l", "n"), ("g", "ng")]
            .into_iter()
            .any(|pair| (pair == (initial, other) && is_nasal) || pair == (other, initial));
        assert!(expected, "{change}");
    }
    println!("十五音: {}‰ with 15 initials, {}‰ with 18", fifteen.permille(), eighteen.permille());
}

#[test]
fn every_option_reads_as_much() {
    let default = trips(SNI, &set(SNI, &[])).identical();
    for (row, options) in options_of(SNI) {
        let identical = trips(SNI, &options).identical();
        assert!(identical >= default, "{} {identical}", row.name);
    }
}

#[test]
fn names_are_those_of_the_book() {
    both_ways(
        SNI,
        &WriteOptions::default(),
        &[
            ("kun", "君一求"),
            ("lun", "君一柳"),
            ("kián", "堅二求"),
            ("kim", "金一求"),
            ("tsia̍h", "迦八曾"),
            ("lâng", "江五柳"),
            ("tit", "巾四地"),
            ("má", "監二門"),
            ("nāi", "閒七柳"),
            ("ngôo", "姑五語"),
            ("mô", "扛五門"),
            ("mn̂g", "鋼五門"),
            ("m̄", "姆七英"),
            ("hònn", "扛三喜"),
            ("tsiǔnn", "牛六曾"),
            ("tâi-uân", "皆五地-觀五英"),
        ],
    );
    both_ways(
        SNI,
        &set(SNI, &[("initials", "18")]),
        &[("má", "監二毛"), ("nāi", "閒七耐"), ("bún", "君二門")],
    );
    both_ways(SNI, &set(SNI, &[("order", "initial")]), &[("lun", "柳君一"), ("kut", "求君四")]);
    both_ways(
        SNI,
        &set(SNI, &[("tones", "names")]),
        &[("lun", "君上平柳"), ("khut", "君上入去"), ("khùn", "君上去去")],
    );
    both_ways(SNI, &set(SNI, &[("format", "number")]), &[("kut", "君4求")]);
}

#[test]
fn all_forms_are_read_without_being_asked_for() {
    reads(
        SNI,
        &[
            ("君上平聲柳", "lun"),
            ("君上平柳", "lun"),
            ("柳君一", "lun"),
            ("柳君上平", "lun"),
            ("入君下平", "jûn"),
            ("去君上去", "khùn"),
            ("皆七耐", "nāi"),
            ("姑三喜", "hònn"),
            ("皆五地觀五英", "tâi-uân"),
            ("地皆五英觀五", "tâi-uân"),
            ("皆下平地觀下平英", "tâi-uân"),
            ("君一毛", "mun"),
            ("君1求", "kun"),
        ],
    );
    refuses(SNI, &["君一", "一求", "君", "君一一求", "君君一求", "君九求", "字一求"]);
}
