//! The IPA of Xiamen as the package ipa2 writes it, and the syllables that it stands for.
//!
//! Broad IPA: `t͡sʰɔ⁵³⁻⁴⁴` is an onset, a rime, the citation tone and, after ⁻, the tone that it has
//! before another syllable.

use thakim_phonology::{Final, Initial, Syllable, Tone};

/// Onsets, each before those that it begins with.
#[rustfmt::skip]
const ONSETS: &[(&str, &str)] = &[
    ("t͡sʰ", "tsh"), ("t͡ɕʰ", "tsh"), ("t͡s", "ts"), ("t͡ɕ", "ts"), ("d͡z", "j"), ("d͡ʑ", "j"),
    ("pʰ", "ph"), ("p", "p"), ("b", "b"), ("m", "m"),
    ("tʰ", "th"), ("t", "t"), ("n", "n"), ("l", "l"),
    ("kʰ", "kh"), ("k", "k"), ("ɡ", "g"), ("ŋ", "ng"),
    ("s", "s"), ("ɕ", "s"), ("h", "h"), ("", ""),
];

/// Rimes.
#[rustfmt::skip]
const RIMES: &[(&str, &str)] = &[
    ("a", "a"), ("e", "e"), ("i", "i"), ("o", "o"), ("u", "u"), ("ɔ", "oo"),
    ("aɪ", "ai"), ("aʊ", "au"), ("ia", "ia"), ("iaʊ", "iau"), ("io", "io"), ("iu", "iu"),
    ("ua", "ua"), ("uai", "uai"), ("ue", "ue"), ("ui", "ui"),
    ("ã", "ann"), ("ẽ", "enn"), ("ĩ", "inn"), ("ɔ̃", "onn"), ("ãɪ", "ainn"), ("ãʊ", "aunn"),
    ("iã", "iann"), ("iãʊ", "iaunn"), ("iũ", "iunn"), ("uã", "uann"), ("uãi", "uainn"),
    ("uẽ", "uenn"), ("uĩ", "uinn"), ("m̩", "m"), ("ŋ̍", "ng"),
    ("am", "am"), ("iam", "iam"), ("im", "im"), ("ɔm", "om"),
    ("an", "an"), ("iɛn", "ian"), ("in", "in"), ("uan", "uan"), ("un", "un"),
    ("aŋ", "ang"), ("iaŋ", "iang"), ("iɪŋ", "ing"), ("iɔŋ", "iong"), ("uaŋ", "uang"), ("ɔŋ", "ong"),
    ("ap̚", "ap"), ("iap̚", "iap"), ("ip̚", "ip"), ("ɔp̚", "op"),
    ("at̚", "at"), ("iɛt̚", "iat"), ("it̚", "it"), ("uat̚", "uat"), ("ut̚", "ut"),
    ("ak̚", "ak"), ("iak̚", "iak"), ("iɪk̚", "ik"), ("iɔk̚", "iok"), ("ɔk̚", "ok"),
    ("aʔ", "ah"), ("eʔ", "eh"), ("iʔ", "ih"), ("oʔ", "oh"), ("uʔ", "uh"), ("ɔʔ", "ooh"),
    ("aiʔ", "aih"), ("aʊʔ", "auh"), ("iaʔ", "iah"), ("iaʊʔ", "iauh"), ("ioʔ", "ioh"),
    ("iuʔ", "iuh"), ("uaʔ", "uah"), ("ueʔ", "ueh"), ("uiʔ", "uih"),
    ("ãʔ", "annh"), ("ẽʔ", "ennh"), ("ĩʔ", "innh"), ("ɔ̃ʔ", "onnh"), ("ãʊʔ", "aunnh"),
    ("iãʔ", "iannh"), ("iãʊʔ", "iaunnh"), ("uãiʔ", "uainnh"), ("uẽʔ", "uennh"),
    ("m̩ʔ", "mh"), ("ŋ̍ʔ", "ngh"),
];

/// Citation tones.
const TONES: &[(&str, Tone)] = &[
    ("⁴⁴", Tone::T1),
    ("⁵³", Tone::T2),
    ("²¹", Tone::T3),
    ("³²", Tone::T4),
    ("²⁴", Tone::T5),
    ("²²", Tone::T7),
    ("⁴", Tone::T8),
];

/// The syllables of a word in their citation tones; none if any of it is not in the tables.
pub(super) fn syllables(written: &str) -> Option<Vec<Syllable>> {
    let mut rest = written;
    let mut found = Vec::new();
    while !rest.is_empty() {
        let (segments, after) = rest.split_at(rest.find(is_tone)?);
        let end = after.find(|letter| !is_tone(letter)).unwrap_or(after.len());
        let (tones, after) = after.split_at(end);
        let citation = tones.split('⁻').next().unwrap_or(tones);
        found.push(syllable(segments, citation)?);
        rest = after;
    }
    Some(found)
}

fn is_tone(letter: char) -> bool {
    matches!(letter, '¹' | '²' | '³' | '⁴' | '⁵' | '⁻')
}

fn syllable(segments: &str, tone: &str) -> Option<Syllable> {
    let tone = TONES.iter().find(|(written, _)| *written == tone)?.1;
    let (initial, rime) = ONSETS.iter().find_map(|(onset, initial)| {
        let rime = segments.strip_prefix(onset)?;
        RIMES.iter().find(|(written, _)| *written == rime).map(|(_, rime)| (*initial, *rime))
    })?;
    let initial = Initial::from_tl(initial)?;
    // After m, n and ng the vowel is nasal without being written so, and o is oo.
    let oral = rime.replace("nn", "");
    let rime = match (initial.is_nasal(), rime) {
        (true, "onn" | "o") => "oo",
        (true, "onnh") => "ooh",
        (true, _) => &oral,
        (false, rime) => rime,
    };
    Syllable::new(initial, Final::from_tl(rime)?, tone).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(written: &str, expected: &str) {
        let found = syllables(written).map_or_else(
            || "nothing".to_owned(),
            |syllables| {
                let parts: Vec<_> = syllables
                    .iter()
                    .map(|of| {
                        format!("{}{}{}", of.initial().tl(), of.rime().tl(), of.tone().number())
                    })
                    .collect();
                parts.join(" ")
            },
        );
        assert_eq!(found, expected, "{written}");
    }

    #[test]
    fn citation_tones_are_those_before_the_minus() {
        check("ɡe²⁴⁻²²ɕiaʊ²⁴", "ge5 siau5");
        check("kʰiap̚³²⁻⁴ɕi²¹", "khiap4 si3");
        check("t͡ɕʰiʔ³²⁻⁵³t͡sʰuaʔ³²", "tshih4 tshuah4");
        check("lat̚⁴⁻³²t͡sui⁵³", "lat8 tsui2");
        check("tŋ̍²⁴", "tng5");
        check("ŋ̍⁵³⁻⁴⁴kʰaʊ⁵³", "ng2 khau2");
    }

    #[test]
    fn nasal_initials_say_that_the_vowel_is_nasal() {
        check("mãʊ⁴⁴", "mau1");
        check("ŋɔ̃²²⁻²¹tiam⁵³", "ngoo7 tiam2");
        check("nã⁵³", "na2");
        check("mĩʔ⁴", "mih8");
    }

    #[test]
    fn what_is_in_no_table_is_refused() {
        for unknown in ["t͡sɯ²⁴", "kʰət³²", "piŋ⁴⁴⁻²²t͡sui⁵³", "ka", "ka⁵⁵", "aʔ⁴⁴"]
        {
            check(unknown, "nothing");
        }
        check("", "");
    }
}
