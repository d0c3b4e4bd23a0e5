//! Which literary final a rhyme has, as one table.
//!
//! The rules are those of every description of literary Hokkien (文讀), on the side of 漳州 where the
//! general accent of Taiwan is: 魚 is i after most onsets, not u (女 lí, not lú). They are no
//! dictionary's: the agreement with those is counted by `thakim dict agreement`.

use super::position::{Division, MiddleTone, Position, Rounding};

/// One line: of a rhyme, in a division or all of them, in a rounding or both, after some onsets or
/// all of them.
struct Row {
    rhyme: char,
    division: Option<Division>,
    rounding: Option<Rounding>,
    /// Sets of onsets, each their names; empty for all of them.
    after: &'static [&'static str],
    /// The final in 臺羅.
    open: &'static str,
    /// The same in the entering tone; empty where the rhyme has none.
    stop: &'static str,
}

const LABIAL: &str = "幫滂並明";
const DENTAL: &str = "端透定泥來";
const RETROFLEX: &str = "知徹澄孃";
const SIBILANT: &str = "精清從心邪";
const RETROFLEX_SIBILANT: &str = "莊初崇生俟";
const PALATAL: &str = "章昌常書船日";
const GUTTURAL: &str = "影曉匣云以";

type After = &'static [&'static str];
const ANY: After = &[];

const fn row(rhyme: char, after: After, open: &'static str, stop: &'static str) -> Row {
    Row { rhyme, division: None, rounding: None, after, open, stop }
}

/// Of one division.
const fn of(division: Division, row: Row) -> Row {
    Row { division: Some(division), ..row }
}

/// With rounded lips.
const fn closed(row: Row) -> Row {
    Row { rounding: Some(Rounding::Closed), ..row }
}

use Division::{One, Three, Two};

/// The first line that fits holds; every rhyme ends with a line that always fits.
#[rustfmt::skip]
const TABLE: &[Row] = &[
    // 通攝 江攝: 東 tong, 風 hong, 崇 tsông, 中 tiong; 冬 tong; 封 hong, 龍 liông; 窗 tshong, 江 kang.
    of(Three, row('東', &[LABIAL, RETROFLEX_SIBILANT], "ong", "ok")),
    of(Three, row('東', ANY, "iong", "iok")),
    row('東', ANY, "ong", "ok"),
    row('冬', ANY, "ong", "ok"),
    row('鍾', &[LABIAL], "ong", "ok"),
    row('鍾', ANY, "iong", "iok"),
    row('江', &[DENTAL, RETROFLEX, RETROFLEX_SIBILANT], "ong", "ok"),
    row('江', &[LABIAL], "ang", "ok"),
    row('江', ANY, "ang", "ak"),
    // 止攝: 資思師 u after what was s or retroflex, i elsewhere, ui where the lips are rounded.
    closed(row('支', ANY, "ui", "")),
    row('支', &[SIBILANT, RETROFLEX_SIBILANT], "u", ""),
    row('支', ANY, "i", ""),
    closed(row('脂', ANY, "ui", "")),
    row('脂', &[SIBILANT, RETROFLEX_SIBILANT], "u", ""),
    row('脂', ANY, "i", ""),
    row('之', &[SIBILANT, RETROFLEX_SIBILANT], "u", ""),
    row('之', ANY, "i", ""),
    closed(row('微', ANY, "ui", "")),
    row('微', &["明"], "i", ""),
    row('微', &[LABIAL], "ui", ""),
    row('微', ANY, "i", ""),
    // 遇攝: 初 tshoo, 書 su, 除 tû, 居 ki; 數 sòo, 主 tsú; 古 kóo.
    row('魚', &[RETROFLEX_SIBILANT], "oo", ""),
    row('魚', &[RETROFLEX, SIBILANT, PALATAL], "u", ""),
    row('魚', ANY, "i", ""),
    row('虞', &[RETROFLEX_SIBILANT], "oo", ""),
    row('虞', ANY, "u", ""),
    row('模', ANY, "oo", ""),
    // 蟹攝: 禮 lé, 桂 kuì; 世 sè, 衛 uē; 泰 thài, 會 huē; 街 kai, 卦 kuà; 皆 kai, 怪 kuài; 對 tuì, 枚 muî,
    // 回 huê; 來 lâi; 廢 huì.
    closed(row('齊', ANY, "ui", "")),
    row('齊', ANY, "e", ""),
    closed(row('祭', ANY, "ue", "")),
    row('祭', ANY, "e", ""),
    closed(row('泰', ANY, "ue", "")),
    row('泰', &[LABIAL], "ue", ""),
    row('泰', ANY, "ai", ""),
    closed(row('佳', ANY, "ua", "")),
    row('佳', ANY, "ai", ""),
    closed(row('皆', ANY, "uai", "")),
    row('皆', ANY, "ai", ""),
    closed(row('夬', ANY, "uai", "")),
    row('夬', ANY, "ai", ""),
    row('灰', &["明", DENTAL, SIBILANT], "ui", ""),
    row('灰', ANY, "ue", ""),
    row('咍', ANY, "ai", ""),
    closed(row('廢', ANY, "ue", "")),
    row('廢', &[LABIAL], "ui", ""),
    row('廢', ANY, "ai", ""),
    // 臻攝: 眞 tsin, 春 tshun; 文 bûn; 勤 kîn; 門 bûn; 恩 un.
    closed(row('眞', ANY, "un", "ut")),
    row('眞', ANY, "in", "it"),
    row('臻', ANY, "in", "it"),
    row('文', ANY, "un", "ut"),
    row('欣', ANY, "in", "it"),
    row('魂', ANY, "un", "ut"),
    row('痕', ANY, "un", "ut"),
    // 山攝: 反 huán, 言 giân, 元 guân; 寒 hân, 官 kuan, 半 puàn; 版 pán, 關 kuan; 間 kan; 先 sian, 玄 hiân,
    // 決 kuat; 仙 sian, 緣 iân, 權 kuân.
    closed(row('元', ANY, "uan", "uat")),
    row('元', &[LABIAL], "uan", "uat"),
    row('元', ANY, "ian", "iat"),
    closed(row('寒', ANY, "uan", "uat")),
    row('寒', &[LABIAL], "uan", "uat"),
    row('寒', ANY, "an", "at"),
    closed(row('刪', ANY, "uan", "uat")),
    row('刪', ANY, "an", "at"),
    closed(row('山', ANY, "uan", "uat")),
    row('山', ANY, "an", "at"),
    closed(row('先', &[GUTTURAL], "ian", "iat")),
    closed(row('先', ANY, "uan", "uat")),
    row('先', ANY, "ian", "iat"),
    closed(row('仙', &["以"], "ian", "iat")),
    closed(row('仙', ANY, "uan", "uat")),
    row('仙', ANY, "ian", "iat"),
    // 效攝 果攝 假攝: 聊 liâu, 朝 tiâu, 交 kau, 高 ko; 歌 ko, 果 kó, 靴 hia; 家 ka, 瓜 kua, 車 tshia.
    row('蕭', ANY, "iau", ""),
    row('宵', ANY, "iau", ""),
    row('肴', ANY, "au", ""),
    row('豪', ANY, "o", ""),
    of(Three, row('歌', ANY, "ia", "")),
    row('歌', ANY, "o", ""),
    of(Two, closed(row('麻', ANY, "ua", ""))),
    of(Two, row('麻', ANY, "a", "")),
    row('麻', ANY, "ia", ""),
    // 宕攝: 王 ông, 方 hong, 莊 tsong, 香 hiong; 光 kong.
    closed(row('陽', ANY, "ong", "ok")),
    row('陽', &[LABIAL, RETROFLEX_SIBILANT], "ong", "ok"),
    row('陽', ANY, "iong", "iok"),
    row('唐', ANY, "ong", "ok"),
    // 梗攝 曾攝: 京 king, 宏 hông, 清 tshing, 經 king; 蒸 tsing, 登 ting, 弘 hông, 國 kok, 或 hi̍k.
    row('庚', ANY, "ing", "ik"),
    closed(row('耕', ANY, "ong", "ik")),
    row('耕', ANY, "ing", "ik"),
    row('清', ANY, "ing", "ik"),
    row('青', ANY, "ing", "ik"),
    row('蒸', ANY, "ing", "ik"),
    closed(of(One, row('登', &[GUTTURAL], "ong", "ik"))),
    closed(row('登', ANY, "ong", "ok")),
    row('登', ANY, "ing", "ik"),
    // 流攝: 謀 bôo, 婦 hū, 搜 soo, 九 kiú; 口 khóo; 幽 iu.
    row('尤', &["明", RETROFLEX_SIBILANT], "oo", ""),
    row('尤', &[LABIAL], "u", ""),
    row('尤', ANY, "iu", ""),
    row('侯', ANY, "oo", ""),
    row('幽', ANY, "iu", ""),
    // 深攝 咸攝: -m and -p, but -n and -t after lips: 品 phín, 貶 pián, 法 huat.
    row('侵', &[LABIAL], "in", "it"),
    row('侵', ANY, "im", "ip"),
    row('覃', ANY, "am", "ap"),
    row('談', ANY, "am", "ap"),
    row('鹽', &[LABIAL], "ian", "iat"),
    row('鹽', ANY, "iam", "iap"),
    row('添', ANY, "iam", "iap"),
    row('咸', ANY, "am", "ap"),
    row('銜', ANY, "am", "ap"),
    row('嚴', ANY, "iam", "iap"),
    row('凡', &[LABIAL], "uan", "uat"),
    row('凡', ANY, "iam", "iap"),
];

impl Row {
    fn fits(&self, position: &Position) -> bool {
        self.rhyme == position.rhyme.han()
            && self.division.is_none_or(|division| division == position.division)
            && self.rounding.is_none_or(|rounding| Some(rounding) == position.rounding)
            && (self.after.is_empty() || self.after.iter().any(|set| position.onset.is_of(set)))
    }
}

/// The literary final in 臺羅; empty for no position that can be read from text.
pub(super) fn tl(position: &Position) -> &'static str {
    let row = TABLE.iter().find(|row| row.fits(position));
    row.map_or("", |row| match position.tone {
        MiddleTone::Entering => row.stop,
        _ => row.open,
    })
}
