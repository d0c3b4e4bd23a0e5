//! Sentences about single words: why they are read so, and what is to be checked.

use rust_i18n::t;
use thakim_document::export::Style;
use thakim_document::{Preference, Reason, ReasonKind, Token};
use thakim_phonology::Label;

use crate::article::flag::Flag;
use crate::article::walk::Step;

pub const CHECK: &str = "待確認";
pub const CHECK_NOTHING: &str = "這篇沒有要確認的地方。";
pub const CHECK_LOOKING: &str = "正在找…";
pub const CHECK_MORE: &str = "列出更多";
pub const LEGEND: &str = "標記";
pub const CLOSE: &str = "關閉";
pub const NO_LONGER: &str = "（沒有讀音）";

pub const CANDIDATES: &str = "讀音";
pub const CHOSEN: &str = "現在用這個";
pub const TAKE_BACK: &str = "恢復原來的讀音";
pub const ASKING: &str = "正在查為什麼這樣讀…";
pub const NO_REASON: &str = "現在查不到理由：標音引擎沒有回答。讀音照樣可以選。";
pub const NO_CANDIDATE: &str = "字典裡沒有這個字的讀音。";
pub const RIVALS: &str = "也可能這樣斷詞";
pub const THIS_PARAGRAPH: &str = "這一段";

pub const LOOKS_CLASSICAL: &str = "這篇看起來是文言文。";
pub const READ_LITERARY: &str = "改用文讀音";
pub const READ_THESE_LITERARY: &str = "這些段落用文讀音";
pub const NOT_NOW: &str = "不用";

pub const KEYS: &str = "按鍵";
/// The keys of the article's page, and what each does.
pub const KEY_LIST: &[(&str, &str)] = &[
    ("n、Alt + ↓", "下一個要確認的字"),
    ("p、Alt + ↑", "上一個要確認的字"),
    ("← → ↑ ↓", "走到旁邊的字（先用 Tab 走進文章）"),
    ("Enter", "看這個字為什麼這樣讀，選別的讀音"),
    ("1–9", "選第幾個讀音"),
    ("Esc", "關上打開的東西"),
    ("?", "這張表"),
];

/// The name of a preference, as it is chosen.
pub fn preference(preference: Preference) -> &'static str {
    match preference {
        Preference::Auto => "自動",
        Preference::Colloquial => "白話音優先",
        Preference::Literary => "文讀音",
    }
}

/// The button at the edge of a passage.
pub fn passage_button(readings: Preference) -> String {
    format!("從這一段起用{}；按一下可以改", preference(readings))
}

/// What the bar for passages is about.
pub fn passage(lines: u32) -> String {
    match lines {
        0 | 1 => THIS_PARAGRAPH.to_owned(),
        lines => format!("這 {lines} 段"),
    }
}

/// Some paragraphs look classical.
pub fn lines_look_classical(lines: u32) -> String {
    format!("有 {lines} 段看起來是文言文。")
}

/// The name of a flag.
pub fn flag(flag: Flag) -> &'static str {
    match flag {
        Flag::Uncertain => "不確定",
        Flag::Derived => "推得",
        Flag::Unknown => "無讀音",
        Flag::Corrected => "改過",
    }
}

/// How a flag looks and what it means.
pub fn flag_meaning(flag: Flag) -> &'static str {
    match flag {
        Flag::Uncertain => "字下虛線：也可能是別的音",
        Flag::Derived => "讀音前小圈：照規則推的",
        Flag::Unknown => "空框：字典裡沒有",
        Flag::Corrected => "字下實線：自己選的",
    }
}

/// A flag and how many words have it.
pub fn flag_count(which: Flag, count: u32) -> String {
    format!("{} {}", flag(which), super::grouped(u64::from(count)))
}

/// What a screen reader says of a word.
pub fn word_label(token: &Token, style: &Style) -> String {
    let reading = match token.reading() {
        Some(reading) => style.reading(reading),
        None => return format!("{}，{}", token.surface, flag(Flag::Unknown)),
    };
    match Flag::of(token) {
        Some(which) => format!("{} {reading}，{}", token.surface, flag(which)),
        None => format!("{} {reading}", token.surface),
    }
}

/// The same, for a word that the walk has come to: which one of how many.
pub fn step_label(token: &Token, style: &Style, step: Step) -> String {
    format!("{}，第 {} 個，共 {} 個", word_label(token, style), step.number, step.of)
}

/// What is to be known of the chosen reading; nothing where it is sure.
pub fn standing(token: &Token) -> Option<String> {
    let percent = u32::from(token.confidence) * 100 / 255;
    Some(match Flag::of(token)? {
        Flag::Uncertain => format!("不太確定，大約 {percent}% 對。"),
        Flag::Derived => "字典沒有這個字的這種讀音，是照規則推得的。".to_owned(),
        Flag::Unknown => NO_CANDIDATE.to_owned(),
        Flag::Corrected => "這個讀音是自己選的。".to_owned(),
    })
}

/// How much speaks for a reading, in words and per cents. `share` in 255ths.
pub fn share(share: u8) -> String {
    let percent = (u32::from(share) * 100 + 127) / 255;
    let words = match percent {
        90.. => "幾乎都是",
        60.. => "多半",
        30.. => "常常",
        10.. => "有時",
        _ => "少見",
    };
    if percent == 0 { format!("{words}，不到 1%") } else { format!("{words}，{percent}%") }
}

/// A label spelled out.
pub fn label(label: Label) -> &'static str {
    match label {
        Label::Literary => "文讀音",
        Label::Colloquial => "白話音",
        Label::Popular => "俗讀音",
        Label::Substitute => "替代字：借這個字寫別的詞",
    }
}

/// A dictionary in a few characters, from its title: what stands before a colon, in the page's language
/// where it is one of ours.
pub fn source(title: &str) -> &str {
    let short = title.split_once(": ").map_or(title, |(short, _)| short);
    let ours = SOURCES.iter().find(|(name, _)| *name == short);
    ours.map_or(short, |(_, name)| name)
}

/// Short names of our dictionaries, where their titles are for others.
pub const SOURCES: &[(&str, &str)] = &[
    ("Taiwanese Speech and Text Corpus", "臺灣語音文字語料"),
    ("Writing habits", "書寫習慣對照"),
    ("ipa2", "維基詞典"),
    ("taibun", "台文華文線頂辭典、iTaigi"),
];

/// Why a word is read so, in a few words; nothing where the reason decides nothing. `is_only` where no
/// other reading competed.
pub fn reason(reason: &Reason, surface: &str, is_only: bool) -> Option<String> {
    let Reason { kind, text, weight } = reason;
    if *kind == ReasonKind::Own {
        return Some(own_reason(text, *weight, is_only));
    }
    if is_only {
        return (*kind == ReasonKind::Word).then(|| only(text, surface));
    }
    let strength = strength(*weight)?;
    let speaks_for = *weight > 0.0;
    let what = match kind {
        ReasonKind::Word if text.is_empty() => BY_RULE.to_owned(),
        ReasonKind::Word if text != surface => format!("當作「{text}」"),
        ReasonKind::Word if text.chars().count() > 1 && speaks_for => {
            format!("「{text}」是一個詞，這樣讀")
        }
        ReasonKind::Word if speaks_for => format!("「{text}」這樣讀的多"),
        ReasonKind::Word => format!("「{text}」這樣讀的少"),
        ReasonKind::Usual if speaks_for => format!("「{text}」平常這樣讀"),
        ReasonKind::Usual => format!("「{text}」平常不這樣讀"),
        ReasonKind::Before => before(text),
        ReasonKind::After => behind(text),
        ReasonKind::Around => around(text),
        ReasonKind::Own => return None,
        ReasonKind::Preference => "照所選的文讀音或白話音".to_owned(),
    };
    Some(format!("{what}：{strength}"))
}

/// What the reader's own dictionary says: it decides, so nothing is said of how strongly.
fn own_reason(word: &str, weight: f32, is_only: bool) -> String {
    let said = match weight {
        _ if is_only => t!("dictionary.reason_only", word = word),
        weight if weight < 0.0 => t!("dictionary.overruled", word = word),
        _ => t!("dictionary.reason", word = word),
    };
    said.into_owned()
}

const BY_RULE: &str = "數字或人名，依規則讀";
const LINE_START: &str = "行首";
const LINE_END: &str = "行尾";
/// What stands in a context for the characters that are not looked at.
const ANYTHING: char = '…';

/// Why a word is read so that nothing else competed for.
fn only(text: &str, surface: &str) -> String {
    match text {
        "" => BY_RULE.to_owned(),
        text if text != surface => format!("字典寫作「{text}」，只有這個讀音"),
        text => format!("字典裡「{text}」只有這個讀音"),
    }
}

fn before(text: &str) -> String {
    // One character between is not looked at.
    let (text, place) = match text.strip_suffix(ANYTHING) {
        Some(text) => (text, "前面隔一字"),
        None => (text, "前面"),
    };
    match text.strip_prefix(Reason::LINE_EDGE) {
        None => format!("{place}是「{text}」"),
        Some("") if place == "前面" => format!("在{LINE_START}"),
        Some("") => format!("{place}是{LINE_START}"),
        Some(rest) => format!("{place}是{LINE_START}的「{rest}」"),
    }
}

fn behind(text: &str) -> String {
    let (text, place) = match text.strip_prefix(ANYTHING) {
        Some(text) => (text, "後面隔一字"),
        None => (text, "後面"),
    };
    match text.strip_suffix(Reason::LINE_EDGE) {
        None => format!("{place}是「{text}」"),
        Some("") if place == "後面" => format!("在{LINE_END}"),
        Some("") => format!("{place}是{LINE_END}"),
        Some(rest) => format!("{place}是「{rest}」和{LINE_END}"),
    }
}

fn around(text: &str) -> String {
    if !text.contains(Reason::LINE_EDGE) {
        return format!("前後是「{text}」");
    }
    match text.split_once(ANYTHING) {
        Some((left, right)) => format!("{}，{}", before(left), behind(right)),
        // Where what stands beside it is not known, an edge is what counts.
        None if text.starts_with(Reason::LINE_EDGE) => before(text),
        None => behind(text),
    }
}

/// How strongly a reason speaks for or against, from its weight in units of the natural logarithm;
/// nothing where it changes the odds by less than a tenth.
fn strength(weight: f32) -> Option<&'static str> {
    Some(match weight {
        weight if weight >= 2.0 => "很支持",
        weight if weight >= 0.7 => "支持",
        weight if weight >= 0.1 => "略支持",
        weight if weight > -0.1 => return None,
        weight if weight > -0.7 => "略不合",
        weight if weight > -2.0 => "不合",
        _ => "很不合",
    })
}

/// Words that overlap the one that is read and lost, the likeliest first, each with its share of what
/// is likely of the two; nothing where none reaches one per cent.
pub fn rivals(rivals: &[Reason]) -> Option<String> {
    let percent = |rival: &Reason| (100.0 / (1.0 + (-rival.weight).exp())).round() as u32;
    let words = rivals.iter().map(|rival| (rival, percent(rival))).filter(|(_, share)| *share > 0);
    let words: Vec<String> =
        words.map(|(rival, share)| format!("「{}」{share}%", rival.text)).collect();
    (!words.is_empty()).then(|| format!("{RIVALS}：{}", words.join("、")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_words_and_per_cents() {
        let said = [(255, "幾乎都是，100%"), (170, "多半，67%"), (80, "常常，31%")];
        let rare = [(40, "有時，16%"), (10, "少見，4%"), (0, "少見，不到 1%")];
        for (share_, words) in said.into_iter().chain(rare) {
            assert_eq!(share(share_), words);
        }
    }

    /// The reason of a kind that weighs so much for a word.
    fn of(kind: ReasonKind, text: &str, weight: f32, surface: &str, is_only: bool) -> String {
        let told = reason(&Reason { kind, text: text.into(), weight }, surface, is_only);
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
        let words = rivals(&[rival("這是", 0.0), rival("一個", -2.1), rival("一", -6.2)]);
        assert_eq!(words.as_deref(), Some("也可能這樣斷詞：「這是」50%、「一個」11%"));
        assert_eq!(rivals(&[rival("一", -6.2)]), None);
    }
}
