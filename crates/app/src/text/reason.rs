//! Why a word is read so, and what else was likely.

use thakim_document::{Reason, ReasonKind};

use super::Words;
use super::t;

/// What stands in a context for the characters that are not looked at.
const ANYTHING: char = '…';

/// Why a word is read so, in a few words; nothing where the reason decides nothing. `is_only` where no
/// other reading competed.
pub fn reason(reason: &Reason, surface: &str, is_only: bool) -> Option<Words> {
    let Reason { kind, text, weight } = reason;
    if *kind == ReasonKind::Own {
        return Some(own(text, *weight, is_only));
    }
    if is_only {
        return (*kind == ReasonKind::Word).then(|| only(text, surface));
    }
    let strength = strength(*weight)?;
    let speaks_for = *weight > 0.0;
    let what = match kind {
        ReasonKind::Word if text.is_empty() => t!("reason.by-rule"),
        ReasonKind::Word if text != surface => t!("reason.as", word = text),
        ReasonKind::Word if text.chars().count() > 1 && speaks_for => {
            t!("reason.one-word", word = text)
        }
        ReasonKind::Word if speaks_for => t!("reason.often", word = text),
        ReasonKind::Word => t!("reason.seldom", word = text),
        ReasonKind::Usual if speaks_for => t!("reason.usual", word = text),
        ReasonKind::Usual => t!("reason.unusual", word = text),
        ReasonKind::Before => before(text),
        ReasonKind::After => behind(text),
        ReasonKind::Around => around(text),
        ReasonKind::Own => return None,
        ReasonKind::Preference => t!("reason.preference"),
    };
    Some(t!("reason.weighed", what = what, strength = strength))
}

/// What the reader's own dictionary says: it decides, so nothing is said of how strongly.
fn own(word: &str, weight: f32, is_only: bool) -> Words {
    match weight {
        _ if is_only => t!("dictionary.reason_only", word = word),
        weight if weight < 0.0 => t!("dictionary.overruled", word = word),
        _ => t!("dictionary.reason", word = word),
    }
}

/// Why a word is read so that nothing else competed for.
fn only(text: &str, surface: &str) -> Words {
    match text {
        "" => t!("reason.by-rule"),
        text if text != surface => t!("reason.only-as", word = text),
        text => t!("reason.only", word = text),
    }
}

fn before(text: &str) -> Words {
    // One character between is not looked at.
    let (text, is_beside) = match text.strip_suffix(ANYTHING) {
        Some(text) => (text, false),
        None => (text, true),
    };
    match (text.strip_prefix(Reason::LINE_EDGE), is_beside) {
        (None, true) => t!("reason.before", text = text),
        (None, false) => t!("reason.farther-before", text = text),
        (Some(""), true) => t!("reason.before-start"),
        (Some(""), false) => t!("reason.farther-before-start"),
        (Some(rest), true) => t!("reason.before-start-and", text = rest),
        (Some(rest), false) => t!("reason.farther-before-start-and", text = rest),
    }
}

fn behind(text: &str) -> Words {
    let (text, is_beside) = match text.strip_prefix(ANYTHING) {
        Some(text) => (text, false),
        None => (text, true),
    };
    match (text.strip_suffix(Reason::LINE_EDGE), is_beside) {
        (None, true) => t!("reason.behind", text = text),
        (None, false) => t!("reason.farther-behind", text = text),
        (Some(""), true) => t!("reason.behind-end"),
        (Some(""), false) => t!("reason.farther-behind-end"),
        (Some(rest), true) => t!("reason.behind-end-and", text = rest),
        (Some(rest), false) => t!("reason.farther-behind-end-and", text = rest),
    }
}

fn around(text: &str) -> Words {
    if !text.contains(Reason::LINE_EDGE) {
        return t!("reason.around", text = text);
    }
    match text.split_once(ANYTHING) {
        Some((left, right)) => t!("reason.both", before = before(left), behind = behind(right)),
        // Where what stands beside it is not known, an edge is what counts.
        None if text.starts_with(Reason::LINE_EDGE) => before(text),
        None => behind(text),
    }
}

/// How strongly a reason speaks for or against, from its weight in units of the natural logarithm;
/// nothing where it changes the odds by less than a tenth.
fn strength(weight: f32) -> Option<Words> {
    Some(match weight {
        weight if weight >= 2.0 => t!("strength.strongly-for"),
        weight if weight >= 0.7 => t!("strength.for"),
        weight if weight >= 0.1 => t!("strength.slightly-for"),
        weight if weight > -0.1 => return None,
        weight if weight > -0.7 => t!("strength.slightly-against"),
        weight if weight > -2.0 => t!("strength.against"),
        _ => t!("strength.strongly-against"),
    })
}

/// Words that overlap the one that is read and lost, the likeliest first, each with its share of what
/// is likely of the two; nothing where none reaches one per cent.
pub fn rivals(rivals: &[Reason]) -> Option<Words> {
    let percent = |rival: &Reason| (100.0 / (1.0 + (-rival.weight).exp())).round() as u32;
    let words = rivals.iter().map(|rival| (rival, percent(rival))).filter(|(_, share)| *share > 0);
    let words: Vec<Words> =
        words.map(|(rival, share)| t!("word.rival", word = rival.text, percent = share)).collect();
    (!words.is_empty()).then(|| t!("word.rivals", rivals = words.join(&t!("shell.and"))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::{Language, speaking};

    /// The reason of a kind that weighs so much for a word.
    fn of(kind: ReasonKind, text: &str, weight: f32, surface: &str, is_only: bool) -> Words {
        let why = Reason { kind, text: text.into(), weight };
        let told = speaking(Language::Mandarin, || reason(&why, surface, is_only));
        told.unwrap_or_default()
    }

    #[test]
    fn reasons_name_what_decided() {
        for (kind, text, weight, words) in [
            (ReasonKind::Word, "銀行", 3.0, "「銀行」是一個詞，這樣讀：很支持"),
            (ReasonKind::Word, "銀行", -1.0, "「銀行」這樣讀的少：不合"),
            (ReasonKind::Word, "", 1.0, "數字或人名，依規則讀：支持"),
            (ReasonKind::Usual, "銀", 0.2, "「銀」平常這樣讀：略支持"),
            (ReasonKind::Usual, "銀", -0.2, "「銀」平常不這樣讀：略不合"),
            (ReasonKind::Before, "去", -1.0, "前面是「去」：不合"),
            (ReasonKind::Preference, "", 3.0, "照所選的文讀音或白話音：很支持"),
        ] {
            assert_eq!(of(kind, text, weight, "銀行", false), words);
        }
        assert_eq!(of(ReasonKind::Word, "佇", -1.6, "在", false), "當作「佇」：不合");
        assert_eq!(of(ReasonKind::Word, "年", 0.8, "年", false), "「年」這樣讀的多：支持");
    }

    #[test]
    fn edges_of_lines_are_words() {
        for (kind, text, words) in [
            (ReasonKind::Before, "¶", "在行首"),
            (ReasonKind::Before, "¶…", "前面隔一字是行首"),
            (ReasonKind::Before, "好…", "前面隔一字是「好」"),
            (ReasonKind::Before, "¶好", "前面是行首的「好」"),
            (ReasonKind::Before, "，", "前面是「，」"),
            (ReasonKind::After, "¶", "在行尾"),
            (ReasonKind::After, "…¶", "後面隔一字是行尾"),
            (ReasonKind::After, "…好", "後面隔一字是「好」"),
            (ReasonKind::After, "好¶", "後面是「好」和行尾"),
            (ReasonKind::Around, "今…去", "前後是「今…去」"),
            (ReasonKind::Around, "今…¶", "前面是「今」，在行尾"),
            (ReasonKind::Around, "¶…是", "在行首，後面是「是」"),
            (ReasonKind::Around, "¶好…去", "前面是行首的「好」，後面是「去」"),
            (ReasonKind::Around, "¶…¶", "在行首，在行尾"),
            (ReasonKind::Around, "¶", "在行首"),
        ] {
            assert_eq!(of(kind, text, 1.0, "人", false), format!("{words}：支持"));
        }
    }

    #[test]
    fn what_decides_nothing_is_not_told() {
        assert_eq!(of(ReasonKind::Word, "人", 0.0, "人", false), "");
        assert_eq!(of(ReasonKind::After, "人", -0.05, "人", false), "");
        for (text, words) in [
            ("重要", "字典裡「重要」只有這個讀音"),
            ("後面", "字典寫作「後面」，只有這個讀音"),
            ("", "數字或人名，依規則讀"),
        ] {
            let surface = if text == "後面" { "后面" } else { text };
            assert_eq!(of(ReasonKind::Word, text, 0.0, surface, true), words);
        }
    }

    #[test]
    fn rivals_have_their_share_of_the_two() {
        let rival =
            |text: &str, weight| Reason { kind: ReasonKind::Word, text: text.into(), weight };
        let all = [rival("這是", 0.0), rival("一個", -2.1), rival("一", -6.2)];
        let words = speaking(Language::Mandarin, || rivals(&all));
        assert_eq!(words.as_deref(), Some("也可能這樣斷詞：「這是」50%、「一個」11%"));
        assert_eq!(rivals(&[rival("一", -6.2)]), None);
    }
}
