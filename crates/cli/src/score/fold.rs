//! When two numeric readings of a character count as the same.
//!
//! Tâi-lô with the tone as a number, in lower case: `tsit8`. The rules are those by which the
//! development sets are measured; they fold regional pairs and nothing else.

/// The initials, so that one is found before another that it begins with.
const INITIALS: [&str; 17] =
    ["tsh", "ph", "th", "kh", "ng", "ts", "p", "m", "b", "t", "n", "l", "k", "g", "s", "j", "h"];

/// A syllable in parts; the tone is empty where none is written.
#[derive(Clone, Copy)]
struct Parts<'a> {
    initial: &'a str,
    rime: &'a str,
    tone: &'a str,
}

fn split(syllable: &str) -> Parts<'_> {
    let letters = toneless(syllable);
    let tone = &syllable[letters.len()..];
    let is_initial =
        |initial: &&str| letters.len() > initial.len() && letters.starts_with(*initial);
    let initial = INITIALS.into_iter().find(is_initial).unwrap_or("");
    Parts { initial, rime: &letters[initial.len()..], tone }
}

/// A syllable without its tone number.
fn toneless(syllable: &str) -> &str {
    syllable.strip_suffix(|letter: char| letter.is_ascii_digit()).unwrap_or(syllable)
}

/// A reading as it is compared: without the marks of the neutral tone before it (`-`, or `0` before
/// a letter), in lower case. None for an empty one.
pub(super) fn normalised(reading: &str) -> Option<String> {
    let reading = reading.trim().to_lowercase();
    let reading = reading.trim_start_matches('-');
    let reading = match reading.strip_prefix('0') {
        Some(rest) if rest.starts_with(|letter: char| letter.is_ascii_lowercase()) => rest,
        _ => reading,
    };
    (!reading.is_empty()).then(|| reading.to_owned())
}

/// Folds the regional pairs j/l, e/ue, u/i/ir and un/in, and tone 6 into 7.
fn variant(syllable: &str) -> String {
    let Parts { initial, rime, tone } = split(syllable);
    let initial = if initial == "j" { "l" } else { initial };
    let tone = if tone == "6" { "7" } else { tone };
    let (vowel, ending) = ["nnh", "nn", "h"]
        .into_iter()
        .find_map(|ending| Some((rime.strip_suffix(ending)?, ending)))
        .unwrap_or((rime, ""));
    let rime = match (vowel, ending) {
        ("ue" | "e" | "ere" | "er", ending) => format!("E{ending}"),
        ("u" | "i" | "ir", "") => "I".to_owned(),
        _ if matches!(rime, "un" | "in" | "irn") => "IN".to_owned(),
        _ => rime.to_owned(),
    };
    format!("{initial}{rime}{tone}")
}

/// Folds what [`variant`] does, and iong/iang, iok/iak, enn/inn, uinn/ng.
fn regional(syllable: &str) -> String {
    let folded = variant(syllable);
    let Parts { initial, rime, tone } = split(&folded);
    let rime = match rime {
        "iong" => "iang",
        "iok" => "iak",
        "enn" | "Enn" => "inn",
        "uinn" => "ng",
        rime => rime,
    };
    format!("{initial}{rime}{tone}")
}

/// Whether two readings are the same but for the folded regional pairs.
pub(super) fn are_variants(one: &str, other: &str) -> bool {
    one == other || variant(one) == variant(other)
}

/// Whether two readings are the same but for regular regional finals.
pub(super) fn are_regional(one: &str, other: &str) -> bool {
    one == other || regional(one) == regional(other)
}

/// Whether two readings differ at most in the last character, which is the tone. (So a reading
/// without a number is compared without its last letter, as the measure has it.)
pub(super) fn same_letters(one: &str, other: &str) -> bool {
    but_last(one) == but_last(other)
}

/// Whether a reading has the tone number 0, which stands for a neutral one.
pub(super) fn is_neutral(reading: &str) -> bool {
    reading.ends_with('0')
}

fn but_last(reading: &str) -> &str {
    let mut letters = reading.chars();
    letters.next_back();
    letters.as_str()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_the_neutral_tone_and_capitals_are_no_difference() {
        for (written, expected) in [
            ("tsit8", Some("tsit8")),
            (" --Lai5 ", Some("lai5")),
            ("0e5", Some("e5")),
            ("0", Some("0")),
            ("-", None),
            ("", None),
        ] {
            assert_eq!(normalised(written).as_deref(), expected, "{written}");
        }
    }

    #[test]
    fn regional_pairs_are_variants_and_nothing_else() {
        for (one, other, variants, regional) in [
            ("jip8", "lip8", true, true),
            ("hue2", "he2", true, true),
            ("bueh4", "beh4", true, true),
            ("tu1", "ti1", true, true),
            ("hu5", "hir5", true, true),
            ("gun5", "gin5", true, true),
            ("tsiunn6", "tsiunn7", true, true),
            ("tshenn1", "tshinn1", false, true),
            ("tiong1", "tiang1", false, true),
            ("tiok4", "tiak4", false, true),
            ("mng5", "muinn5", false, true),
            ("uenn5", "enn5", true, true),
            ("kun1", "kin7", false, false),
            ("kui1", "ki1", false, false),
            ("ng5", "n5", false, false),
            ("it4", "tsit8", false, false),
            ("kau5", "kau9", false, false),
        ] {
            assert_eq!(are_variants(one, other), variants, "{one} {other}");
            assert_eq!(are_regional(one, other), regional, "{one} {other}");
            assert_eq!(are_variants(other, one), variants, "{other} {one}");
        }
    }

    #[test]
    fn the_last_character_is_the_tone() {
        assert!(same_letters("kau2", "kau5"));
        assert!(!same_letters("kau2", "khau2"));
        assert!(same_letters("kau", "kau5") == ("ka" == "kau"));
        assert!(is_neutral("lai0") && !is_neutral("lai5"));
    }
}
