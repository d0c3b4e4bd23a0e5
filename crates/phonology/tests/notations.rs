//! Every syllable in every notation, and the spellings that other tools get wrong.

use proptest::prelude::*;
use thakim_phonology::{Join, Notation, Reading, Spoken, Syllable, ToneStyle, WriteOptions};
use unicode_normalization::UnicodeNormalization;

/// The notations whose every syllable is tried here; the others have tests of their own.
const CHURCH: [Notation; 2] = [Notation::Tl, Notation::Poj];

const MARKS: WriteOptions = WriteOptions::new(ToneStyle::Mark);

/// The finals that 白話字 writes like a commoner one.
fn is_lost_in_poj(syllable: Syllable) -> bool {
    matches!(syllable.rime().tl(), "ek" | "eng")
}

#[test]
fn every_syllable_comes_back_from_its_bits() {
    let mut count = 0;
    for syllable in Syllable::all() {
        assert_eq!(Syllable::from_bits(syllable.to_bits()), Some(syllable));
        count += 1;
    }
    // 18 initials and 145 finals, with 3 tones each where a stop ends them and 7 elsewhere, without m-,
    // n-, ng- before nasal finals: an exact count, so that a row lost from a table is seen.
    assert_eq!(count, 12_576);
}

#[test]
fn every_syllable_comes_back_from_every_notation() {
    for notation in CHURCH {
        for syllable in Syllable::all() {
            if notation == Notation::Poj && is_lost_in_poj(syllable) {
                continue;
            }
            for options in [MARKS, WriteOptions::NUMBERS] {
                let written = notation.write_syllable(Spoken::plain(syllable), false, &options);
                let read = notation.parse(&written);
                let expected = Ok(Reading::from(Spoken::plain(syllable)));
                assert_eq!(read, expected, "{notation:?} {syllable:?} {written}");
            }
        }
    }
}

#[test]
fn what_is_written_is_nfc_and_any_normal_form_is_read() {
    for notation in CHURCH {
        for syllable in Syllable::all() {
            let written = notation.write_syllable(Spoken::plain(syllable), false, &MARKS);
            assert_eq!(written, written.nfc().collect::<String>(), "{syllable:?}");
            let decomposed: String = written.nfd().collect();
            assert_eq!(notation.parse(&decomposed), notation.parse(&written), "{written}");
        }
    }
}

/// 臺羅 as the Ministry writes it, 白話字 as the church prints it.
#[test]
fn marks_stand_where_the_standards_put_them() {
    for (tl, poj) in [
        ("tsi̍t", "chi̍t"),
        ("guá", "góa"),
        ("khuànn", "khòaⁿ"),
        ("guân", "goân"),
        ("gue̍h", "goe̍h"),
        ("huāinn", "hoāiⁿ"),
        ("khiàu", "khiàu"),
        ("la̍uh", "la̍uh"),
        ("tsuí", "chúi"),
        ("tshiú", "chhiú"),
        ("mn̂g", "mn̂g"),
        ("nn̄g", "nn̄g"),
        ("hm̍h", "hm̍h"),
        ("m̄", "m̄"),
        ("tsǹg", "chǹg"),
        ("kòo", "kò͘"),
        ("tiāu", "tiāu"),
        ("sió", "sió"),
        ("ē--sái", "ē--sái"),
        ("tserè", "cherè"),
        ("hér", "hér"),
        ("pǐnn", "pǐⁿ"),
        ("tsiânn", "chiâⁿ"),
        ("a̋", "ă"),
        ("Tâi-uân", "Tâi-oân"),
        ("ing-kiok", "eng-kiok"),
        ("ūn-tōng", "ūn-tōng"),
        ("uē", "ōe"),
        ("hua̍h", "hoa̍h"),
        ("hua̍nnh", "hoa̍ⁿh"),
        ("ióng", "ióng"),
    ] {
        let reading = Notation::Tl.parse(tl).unwrap();
        assert_eq!(Notation::Tl.write(&reading, &MARKS), tl.nfc().collect::<String>());
        assert_eq!(Notation::Poj.write(&reading, &MARKS), poj.nfc().collect::<String>());
        assert_eq!(Notation::Poj.parse(poj).as_ref(), Ok(&reading));
    }
}

#[test]
fn numbers_are_read_and_written() {
    for (marks, numbers) in [
        ("tsi̍t", "tsit8"),
        ("sann", "sann1"),
        ("kap", "kap4"),
        ("Tâi-uân lâng", "Tai5-uan5 lang5"),
        ("--ah", "--ah4"),
        ("kiânn--leh", "kiann5--leh4"),
    ] {
        let reading = Notation::Tl.parse(marks).unwrap();
        assert_eq!(Notation::Tl.write(&reading, &WriteOptions::NUMBERS), numbers);
        assert_eq!(Notation::Tl.parse(numbers).as_ref(), Ok(&reading));
    }
    let plain = WriteOptions::new(ToneStyle::None);
    assert_eq!(Notation::Tl.write(&Notation::Tl.parse("tsi̍t-ē").unwrap(), &plain), "tsit-e");
}

#[test]
fn dotless_i_and_other_hyphens_are_read() {
    let expected = Notation::Tl.parse("tsi̍t-ji̍t");
    assert_eq!(Notation::Tl.parse("tsı\u{30D}t\u{2011}ji\u{30D}t"), expected);
}

#[test]
fn neutral_syllables_are_known_by_the_double_hyphen() {
    let reading = Notation::Tl.parse("tshó--ê-sian").unwrap();
    assert_eq!([0, 1, 2].map(|index| reading.is_neutral(index)), [false, true, true]);
    assert_eq!(reading.syllables()[1].join, Join::Neutral);
}

#[test]
fn faults_are_named_with_their_place() {
    for (text, message) in [
        ("", "character 1: expected a syllable"),
        ("tâi-", "character 5: expected a syllable"),
        ("tâi--", "character 6: expected a syllable"),
        ("tâi---gí", "character 6: expected a syllable"),
        (
            "tâi-xyz",
            "character 5: 「xyz」 is no syllable of this notation: expected a, b, e, g, h, i, j, k, l, m, n, o, p, s, t or u, found x",
        ),
        (
            "ta̍i",
            "character 1: 「ta̍i」: tones 4 and 8 need a syllable that ends in -p, -t, -k or -h",
        ),
        (
            "tát",
            "character 1: 「tát」: a syllable that ends in -p, -t, -k or -h has tone 4, 8 or 9",
        ),
        (
            "mann",
            "character 1: 「mann」: after m-, n- and ng- the vowel is nasal without being written so",
        ),
        ("tái2", "character 1: 「tái2」 has two tones; expected one mark or one number"),
        ("táí", "character 1: 「táí」 has two tones; expected one mark or one number"),
        ("tai0", "character 1: 「tai0」: expected the citation tone, 1 to 9"),
        (
            "t5ai",
            "character 1: 「t5」 is no syllable of this notation: expected a, e, h, i, m, n, o, s or u after 「t」, found its end",
        ),
        (
            "tâi-gíx",
            "character 5: 「gíx」 is no syllable of this notation: expected a, e, h, k, m, n, o, p, r, t, u or its end after 「gi」, found x",
        ),
    ] {
        assert_eq!(Notation::Tl.parse(text).unwrap_err().to_string(), message, "{text}");
    }
}

#[test]
fn notations_are_found_by_their_identifier() {
    assert_eq!("poj".parse(), Ok(Notation::Poj));
    assert_eq!("tlpa+".parse(), Ok(Notation::TlpaPlus));
    let error = "IPX".parse::<Notation>().unwrap_err().to_string();
    assert!(error.starts_with("no notation is called \"IPX\"; there are TL (臺羅), POJ (白話字)"));
}

proptest! {
    #[test]
    fn any_text_is_read_or_refused(text in "\\PC{0,20}", poj: bool) {
        let notation = if poj { Notation::Poj } else { Notation::Tl };
        if let Ok(reading) = notation.parse(&text) {
            let again = notation.parse(&notation.write(&reading, &MARKS));
            prop_assert_eq!(again, Ok(reading));
        }
    }

    #[test]
    fn likely_text_is_read_or_refused(text in "[a-zA-Z0-9\u{300}-\u{30D}\u{358}ⁿ -]{0,16}") {
        if let Ok(reading) = Notation::Tl.parse(&text) {
            let again = Notation::Tl.parse(&Notation::Tl.write(&reading, &MARKS));
            prop_assert_eq!(again, Ok(reading));
        }
    }
}
