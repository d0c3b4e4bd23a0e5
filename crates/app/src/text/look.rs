//! Sentences about single words: why they are read so, and what is to be checked.

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

/// Why, in a few words.
pub fn reason(reason: &Reason) -> String {
    let text = &reason.text;
    let what = match (reason.kind, text.is_empty()) {
        (ReasonKind::Word, true) => "字典有這個讀音".to_owned(),
        (ReasonKind::Word, false) => format!("「{text}」是一個詞，這樣讀"),
        (ReasonKind::Usual, true) => "這個字平常的讀法".to_owned(),
        (ReasonKind::Usual, false) => format!("「{text}」平常的讀法"),
        (ReasonKind::Before, true) => "前面的字".to_owned(),
        (ReasonKind::Before, false) => format!("前面是「{text}」"),
        (ReasonKind::After, true) => "後面的字".to_owned(),
        (ReasonKind::After, false) => format!("後面是「{text}」"),
        (ReasonKind::Around, true) => "前後的字".to_owned(),
        (ReasonKind::Around, false) => format!("前後是「{text}」"),
        (ReasonKind::Preference, _) => "選了文讀音或白話音".to_owned(),
    };
    format!("{what}：{}", strength(reason.weight))
}

/// How strongly a reason speaks for or against, from its weight in units of the natural logarithm.
fn strength(weight: f32) -> &'static str {
    match weight {
        weight if weight >= 2.0 => "很支持",
        weight if weight >= 0.7 => "支持",
        weight if weight >= 0.0 => "略支持",
        weight if weight > -0.7 => "略不合",
        weight if weight > -2.0 => "不合",
        _ => "很不合",
    }
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

    #[test]
    fn reasons_name_what_decided() {
        let of = |kind, text: &str, weight| reason(&Reason { kind, text: text.into(), weight });
        assert_eq!(of(ReasonKind::Word, "銀行", 3.0), "「銀行」是一個詞，這樣讀：很支持");
        assert_eq!(of(ReasonKind::Before, "去", -1.0), "前面是「去」：不合");
        assert_eq!(of(ReasonKind::Preference, "", 0.1), "選了文讀音或白話音：略支持");
    }
}
