//! Every row of the tables, by words that everybody knows.

use thakim_phonology::sandhi::Accent::{self, North, Singapore, South, Xiamen};
use thakim_phonology::sandhi::{
    Change, GlottalStop, Grouping, Mode, NeutralForm, Speech, Word, changes, spoken,
};
use thakim_phonology::{Reading, Tone};

use super::{auto, numbers, tl};

/// A word before a pause.
fn heard(written: &str, speech: &Speech) -> String {
    let reading = tl(written);
    numbers(&spoken(&[Word::new(&reading, Grouping::PAUSE)], speech)[0])
}

fn check(accent: Accent, words: &[(&str, &str)]) {
    for (written, expected) in words {
        assert_eq!(heard(written, &auto(accent)), *expected, "{written} in {accent}");
    }
}

#[test]
fn inside_a_word() {
    check(
        South,
        &[
            ("sin-bûn", "sin7-bun5"),
            ("hué-tshia", "hue1-tshia1"),
            ("tshài-tshī", "tshai2-tshi7"),
            ("tsheh-tiàm", "tshe2-tiam3"),
            ("kok-ka", "kok8-ka1"),
            ("hip-siòng", "hip8-siong3"),
            ("tshit-gue̍h", "tshit8-gueh8"),
            ("tâi-gí", "tai7-gi2"),
            ("tiǔnn-lâng", "tiunn3-lang5"),
            ("tiān-uē", "tian3-ue7"),
            ("pe̍h-sik", "pe3-sik4"),
            ("ha̍k-sing", "hak4-sing1"),
            ("tsa̍p-it", "tsap4-it4"),
            ("ji̍t-thâu", "jit4-thau5"),
            ("tsa̋ng-lâng", "tsang9-lang5"),
            ("tâi-uân-lâng", "tai7-uan7-lang5"),
        ],
    );
}

#[test]
fn tone_5_tells_accents_apart() {
    check(South, &[("tâi-gí", "tai7-gi2")]);
    check(Xiamen, &[("tâi-gí", "tai7-gi2")]);
    check(North, &[("tâi-gí", "tai3-gi2")]);
    check(Singapore, &[("tâi-gí", "tai3-gi2")]);
}

#[test]
fn before_the_suffix() {
    let everywhere = [
        ("ti-á", "ti7-a2"),
        ("káu-á", "kau1-a2"),
        ("ìn-á", "in1-a2"),
        ("toh-á", "to1-a2"),
        ("tik-á", "tik8-a2"),
        ("hî-á", "hi7-a2"),
        ("ōo-á", "oo7-a2"),
        ("ia̍h-á", "ia7-a2"),
        ("lia̍p-á", "liap4-a2"),
        // The syllables before that are regular, and inside a longer word 仔 changes as well.
        ("bué-ia̍h-á", "bue1-ia7-a2"),
        ("ang-á-bóo", "ang7-a1-boo2"),
        ("kin-á-ji̍t", "kin7-a1-jit8"),
    ];
    check(South, &everywhere);
    check(North, &everywhere);
    check(Singapore, &everywhere);
    check(
        Xiamen,
        &[("ìn-á", "in2-a2"), ("ōo-á", "oo3-a2"), ("toh-á", "to2-a2"), ("ia̍h-á", "ia3-a2")],
    );
    // A suffix that is neutral changes nothing.
    check(South, &[("ing--á", "ing1--a2")]);
}

#[test]
fn two_and_three_alike() {
    check(
        South,
        &[
            ("kim-kim-kim", "kim9-kim7-kim1"),
            ("suí-suí-suí", "sui1-sui1-sui2"),
            ("phàng-phàng-phàng", "phang2-phang2-phang3"),
            ("khuah-khuah-khuah", "khua2-khua2-khuah4"),
            ("âng-âng-âng", "ang9-ang7-ang5"),
            ("tuā-tuā-tuā", "tua9-tua3-tua7"),
            ("pe̍h-pe̍h-pe̍h", "pe9-pe3-peh8"),
            ("sik-sik-sik", "sik8-sik8-sik4"),
            ("ti̍t-ti̍t-ti̍t", "tit9-tit4-tit8"),
            ("âng-âng", "ang7-ang5"),
        ],
    );
    check(North, &[("âng-âng-âng", "ang9-ang3-ang5")]);
}

#[test]
fn neutral_syllables_are_low_or_follow() {
    let heard_so = Speech { neutral: NeutralForm::Heard, ..auto(South) };
    for (written, expected) in [
        ("āu--ji̍t", "au7--jit4"),
        ("kiann--sí", "kiann1--si3"),
        ("khuànn--tio̍h", "khuann3--tio3"),
        ("tsáu--tshut-khì", "tsau2--tshut4-khi3"),
        // After each tone.
        ("tshenn--ê", "tshenn1--e1"),
        ("tán--guá", "tan2--gua3"),
        ("khuànn--lí", "khuann3--li3"),
        ("phah--i", "phah4--i3"),
        ("tánn-tâng--in", "tann1-tang5--in7"),
        ("siōng--ê", "siong7--e7"),
        ("tshiǔnn--ê", "tshiunn6--e7"),
        ("ko̍k--ê", "kok8--e3"),
        ("tsa̋ng--ê", "tsang9--e1"),
        // Low, and on from there.
        ("lo̍h-lâi--ah-ê", "lo3-lai5--a3-e3"),
    ] {
        assert_eq!(heard(written, &heard_so), expected, "{written}");
    }
    for (neutral, expected) in [
        (NeutralForm::Written, "phah4--i1"),
        (NeutralForm::Heard, "phah4--i3"),
        (NeutralForm::Zero, "phah4--i0"),
    ] {
        assert_eq!(heard("phah--i", &Speech { neutral, ..auto(South) }), expected);
    }
}

#[test]
fn a_stop_that_follows_has_the_height_of_what_it_follows() {
    let stop = tl("to̍k").syllables()[0].syllable;
    for (before, tone) in [(Tone::T1, Tone::T8), (Tone::T7, Tone::T4), (Tone::T2, Tone::T4)] {
        assert_eq!(Change::Following(before).tone(stop, South), tone);
    }
}

#[test]
fn h_can_be_kept() {
    let kept = Speech { glottal_stop: GlottalStop::Kept, ..auto(South) };
    assert_eq!(heard("tsheh-tiàm", &kept), "tsheh2-tiam3");
    assert_eq!(heard("toh-á", &kept), "toh1-a2");
    assert_eq!(heard("pe̍h-pe̍h-pe̍h", &kept), "peh9-peh3-peh8");
}

#[test]
fn to_go_and_to_want_change_twice_in_the_south() {
    let two = |speech: &Speech| {
        let (beh, khi, where_to) = (tl("beh"), tl("khì"), tl("Tâi-lâm"));
        let words = [
            Word::new(&beh, Grouping::OPEN),
            Word::new(&khi, Grouping::OPEN),
            Word::new(&where_to, Grouping::PAUSE),
        ];
        spoken(&words, speech).iter().map(numbers).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(two(&auto(South)), "be1 khi1 Tai7-lam5");
    assert_eq!(two(&auto(North)), "be2 khi2 Tai3-lam5");
    assert_eq!(two(&Speech { twice: Some(false), ..auto(South) }), "be2 khi2 Tai7-lam5");
    assert_eq!(two(&Speech { twice: Some(true), ..auto(Xiamen) }), "be1 khi1 Tai7-lam5");
    assert_eq!(heard("beh", &auto(South)), "beh4");
}

#[test]
fn the_modes() {
    let readings: Vec<Reading> = ["lán", "khì", "tshài-hn̂g-á", "khuànn--leh"].map(tl).to_vec();
    let groupings = [Grouping::OPEN, Grouping::OPEN, Grouping::END, Grouping::PAUSE];
    let words: Vec<Word<'_>> =
        readings.iter().zip(groupings).map(|(it, grouping)| Word::new(it, grouping)).collect();
    for (mode, expected) in [
        (Mode::None, "lan2 khi3 tshai3-hng5-a2 khuann3--leh4"),
        (Mode::Auto, "lan1 khi1 tshai2-hng7-a2 khuann3--leh4"),
        (Mode::AllButLast, "lan1 khi2 tshai2-hng7-a1 khuann3--leh4"),
        (Mode::All, "lan1 khi2 tshai2-hng7-a1 khuann3--leh4"),
    ] {
        let speech = Speech::of(mode, South);
        let written: Vec<String> = spoken(&words, &speech).iter().map(numbers).collect();
        assert_eq!(written.join(" "), expected, "{mode}");
    }
    assert_eq!(heard("Tâi-pak", &Speech::of(Mode::AllButLast, South)), "Tai7-pak4");
    assert_eq!(heard("Tâi-pak", &Speech::of(Mode::All, South)), "Tai7-pak8");
    assert_eq!(heard("Tâi-pak", &Speech::of(Mode::All, North)), "Tai3-pak8");
}

#[test]
fn a_group_can_end_inside_a_word() {
    let reading = tl("Ko-hiông-ê");
    let word = Word::new(&reading, Grouping::PAUSE.with_end_behind(1));
    assert_eq!(
        changes(&[word], Mode::Auto),
        [vec![Change::Regular, Change::Citation, Change::Citation]]
    );
}

#[test]
fn names_of_choices() {
    let mut speech = Speech::default();
    for row in Speech::rows() {
        for value in row.values {
            assert_eq!(speech.set(row.name, value.name), Ok(()), "{} {}", row.name, value.name);
        }
        // The first is the default.
        assert_eq!(speech.set(row.name, row.values[0].name), Ok(()));
    }
    assert_eq!(speech, Speech::CITATION);
    assert_eq!("exc_last".parse(), Ok(Mode::AllButLast));
    assert_eq!("incl_last".parse(), Ok(Mode::All));
    for mode in Mode::ALL {
        assert_eq!(mode.id().parse(), Ok(mode));
    }
    for accent in Accent::ALL {
        assert_eq!(accent.id().parse(), Ok(accent));
    }
    let error = speech.set("accent", "east").unwrap_err().to_string();
    assert_eq!(error, "accent is never \"east\"; it is one of south, north, xiamen, singapore");
    let error = speech.set("speed", "fast").unwrap_err().to_string();
    assert!(error.ends_with("they have sandhi, accent, h, neutral, twice"), "{error}");
}
