//! From a position to the syllable: what onset and final do to each other, and the tone.

use super::onsets::Voice;
use super::position::{Kind, MiddleTone, Position};
use super::{Onset, finals};
use crate::{Final, Initial, Syllable, Tone};

/// The rhymes of the third division before which 幫, 滂 and 並 became h (輕脣): 風 hong, 飛 hui,
/// 夫 hu, 廢 huì, 分 hun, 番 huan, 方 hong, 富 hù, 法 huat.
const LIGHT: &str = "東鍾微虞廢文元陽尤凡";

/// The literary reading of a position.
pub fn literary(position: Position) -> Syllable {
    let written = finals::tl(&position);
    let initial = initial(&position, written);
    // After m, n and ng an o is as open as oo: 腦 and 魔 have the vowel of 努.
    let written = match (written, initial.chars().next()) {
        ("o", Some('m' | 'n')) => "oo",
        _ => written,
    };
    let initial = Initial::from_tl(initial).unwrap_or(Initial::NONE);
    let rime = Final::from_tl(written);
    rime.and_then(|rime| Syllable::new(initial, rime, tone(&position)).ok())
        // Every position that can be made is tried by a test.
        .unwrap_or_else(|| unreachable!("{position} has a final of the table"))
}

/// The initial before a final, both in 臺羅.
fn initial(position: &Position, rime: &str) -> &'static str {
    let Position { onset, rhyme, .. } = *position;
    let in_third = position.division == super::Division::Three;
    let is_light = in_third && position.kind != Some(Kind::A) && LIGHT.contains(rhyme.han());
    match onset.han() {
        '幫' | '滂' | '並' if is_light => "h",
        // 雄 hiông, 熊 hiông.
        '云' if rhyme.han() == '東' => "h",
        // 士 sū, 事 sū.
        '崇' if rime == "u" => "s",
        _ if is_nasal(onset, rhyme.han(), rime) => match onset.tl() {
            "b" => "m",
            "l" => "n",
            _ => "ng",
        },
        _ => onset.tl(),
    }
}

/// b, l and g are m, n and ng before the finals in which the nasal of Middle Chinese spread over the
/// vowel instead of being lost: 麻 mâ, 毛 môo, 枚 muî, 奈 nāi, 尼 nî, 雅 ngá, 五 ngóo, 艾 ngāi.
fn is_nasal(onset: Onset, rhyme: char, rime: &str) -> bool {
    match onset.han() {
        '明' => matches!(rime, "o" | "a" | "ai" | "au" | "ui"),
        '泥' => matches!(rime, "o" | "a" | "ai" | "au"),
        '孃' => matches!(rime, "o" | "a" | "ai" | "au" | "i"),
        '疑' => {
            matches!(rime, "o" | "a")
                || (rime == "oo" && matches!(rhyme, '模' | '侯'))
                || (rime == "ai" && matches!(rhyme, '泰' | '廢'))
        }
        _ => false,
    }
}

/// 平 1 and 5, 上 2 and 7, 去 3 and 7, 入 4 and 8.
fn tone(position: &Position) -> Tone {
    match (position.tone, position.onset.voice()) {
        (MiddleTone::Level, Voice::Voiceless) => Tone::T1,
        (MiddleTone::Level, _) => Tone::T5,
        (MiddleTone::Rising, Voice::Voiced) => Tone::T7,
        (MiddleTone::Rising, _) => Tone::T2,
        (MiddleTone::Departing, Voice::Voiceless) => Tone::T3,
        (MiddleTone::Departing, _) => Tone::T7,
        (MiddleTone::Entering, Voice::Voiceless) => Tone::T4,
        (MiddleTone::Entering, _) => Tone::T8,
    }
}
