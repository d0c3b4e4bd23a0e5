//! The characters of each lexical set, as a list of homophones (同音字表).
//!
//! Syllables stand as what leans to Zhangzhou in Taiwan has them, in numeric 臺羅. Only readings that
//! belong to the set are here: 平 pênn, not 平 pîng. Sources: the rime books 雅俗通十五音 and 彙音妙悟, in
//! which the sets are rimes (稽 and 雞, 檜 and 科, 居 and 居, 巾 and 恩, 更 and 青, 褌 and 毛, 薑 and 箱), and 廣韻 for
//! the rest; a test compares the list with 廣韻. [`NONE`] holds readings that sound like a set's and are of none.

use crate::{Final, Initial, Syllable, Tone};

/// What stands for no set in the list.
pub(super) const NONE: &str = "";

/// Each set with its homophones; the same set may come several times.
#[rustfmt::skip]
const LIST: &[(&str, &str)] = &[
    ("雞", "phe7 稗 | be2 買 | be7 賣袂 | te2 底貯 | te5 題蹄 | te7 地苧 | the1 釵 | the3 替 |
            le2 詈 | le5 犁 | le7 鑢 | tse5 齊 | tse7 濟 | tshe1 初 | tshe3 粞摖 | se1 梳疏蔬 | se2 洗黍 | se3 細 |
            ke1 雞街 | ke2 改解 | ke3 界疥 | ke5 膎 | khe1 溪 | khe3 契齧 | he7 蟹 | e1 挨 | e2 矮 | e5 鞋 | e7 會"),
    ("八", "peh4 八 | peh8 拔 | leh8 笠 | tseh4 節 | tseh8 截 | tsheh4 切慼 | seh4 楔 | keh4 鍥莢 | kheh4 𤲍瞌篋 |
            kheh8 挈 | eh8 狹"),
    ("火", "pue1 飛桮菠 | pue5 賠 | phue1 坯胚批 | phue3 配 | phue5 皮 | phue7 被 | bue2 尾 | bue7 未 | tue3 綴 |
            tshue1 吹炊 | tshue2 髓 | tshue5 箠 | tshue7 揣尋 | sue3 稅涗帨 | sue5 垂 | kue2 果粿 | kue3 過鱖髻 |
            khue1 詼 | khue3 課 | khue5 瘸 | hue1 灰 | hue2 火伙夥 | hue3 歲貨 | hue5 回和 | ue1 鍋萵 | ue3 穢"),
    ("月", "phueh8 沫 | bueh8 襪 | sueh4 說 | kueh4 郭 | khueh4 缺 | gueh8 月"),
    ("血", "hueh4 血"),
    ("坐", "te2 短 | te3 戴塊 | te7 代袋 | the1 胎推 | the3 退 | le5 螺 | tse1 災 | tse7 坐"),
    ("雪", "seh4 雪 | seh8 踅 | tseh8 絕"),
    ("魚", "ti1 豬 | ti5 除鋤 | ti7 箸 | li2 旅 | li5 驢 | li7 呂慮侶 | tsi2 煮 | tsi5 薯蜍 | tshi1 蛆 |
            tshi2 鼠 | tshi5 徐 | ki1 居裾車 | ki2 舉 | ki3 據鋸 | ki7 巨拒距 | gi2 語 | gi7 禦御 |
            hi1 虛墟 | hi2 許 | hi5 魚漁 | i2 與 | i5 於余餘 | i7 預譽"),
    ("書", "tsu1 書諸 | tshu2 處 | tshu3 處 | su1 書舒 | su2 暑署 | su3 庶恕 | su7 緒敘嶼 | ju5 如"),
    ("思", "tsu1 資姿咨 | tsu2 子紫 | tsu5 慈 | tsu7 自 | tshu2 此 | tshu3 次 | su1 思司私師絲 | su2 史使 |
            su3 四賜 | su5 詞辭祠 | su7 事士祀"),
    ("恩", "kin1 斤筋根跟巾 | kin7 近僅 | khin2 懇墾 | khin5 芹勤 | gin5 銀 | hin5 痕 | in1 恩殷 | in2 隱"),
    ("青", "penn1 繃 | penn3 柄 | penn5 平棚坪 | penn7 病 | phenn5 彭澎 | tenn7 鄭 | thenn3 牚 | tsenn1 爭 |
            tsenn2 井阱 | tsenn3 諍 | tsenn5 晴 | tsenn7 靜 | tshenn1 青星生菁腥 | tshenn2 醒 | tshenn3 腥 | senn1 生牲 |
            senn3 姓性 | kenn1 經更羹庚 | kenn2 哽 | kenn3 桱 | khenn1 坑 | enn1 嬰 | enn5 楹"),
    ("暝", "me5 暝盲鋩明 | nge7 硬"),
    ("飯", "png7 飯 | tng2 轉返 | tng3 頓 | tng7 斷 | tsng1 磚 | tsng3 鑽 | tshng1 川穿村 | tshng3 串 |
            sng1 酸痠 | sng2 損 | sng3 算 | kng1 光 | kng2 捲管卷廣 | kng3 貫券 | khng3 勸 | hng1 荒昏 | hng5 園 |
            hng7 遠 | ng5 黃"),
    ("門", "mng2 晚 | mng5 門 | mng7 問 | nng2 軟 | nng7 卵"),
    ("張", "tiunn1 張 | tiunn2 長 | tiunn3 帳脹漲 | tiunn5 場 | tiunn7 丈 | tsiunn1 漿樟章螿 | tsiunn2 蔣掌槳 |
            tsiunn3 醬 | tsiunn7 癢上 | tshiunn1 槍鯧 | tshiunn2 搶廠 | tshiunn3 唱 | tshiunn5 牆薔 | tshiunn7 象像匠橡上 |
            siunn1 傷箱相廂 | siunn2 賞鯗 | siunn3 相 | siunn5 常 | siunn7 想尚象 | kiunn1 薑羌 | khiunn1 腔姜 |
            hiunn1 香鄉 | iunn1 鴦 | iunn2 養 | iunn5 羊洋楊陽 | iunn7 樣"),
    ("娘", "niu2 兩 | niu5 娘量糧梁 | niu7 讓"),
    ("相", "tiang1 張 | tiang2 長 | tiang3 漲脹帳 | tiang5 長腸場 | tiang7 丈仗 | thiang3 暢 | liang2 兩 | liang5 良量涼粱梁糧 |
            liang7 亮諒量 | tsiang1 將漳章彰樟 | tsiang2 獎掌蔣 | tsiang3 將障醬 | tshiang1 昌菖猖倡 | tshiang2 廠搶 |
            tshiang3 唱倡 | siang1 相傷商襄箱 | siang2 想賞 | siang3 相 | siang5 常詳祥翔償 | siang7 上尚像象 |
            kiang1 疆姜 | kiang5 強 | khiang1 腔 | giang2 仰 | hiang1 香鄉 | hiang2 享響 | hiang3 向 | iang1 央殃秧鴦 |
            iang2 養 | iang5 陽揚羊洋楊 | jiang7 讓"),
    ("約", "tiak8 著 | liak8 略掠 | tsiak4 酌爵 | tshiak4 雀鵲 | siak4 削 | kiak4 腳 | khiak4 卻 | jiak8 弱若 | iak4 約 |
            iak8 躍藥"),
    ("家", "pe2 把靶 | pe5 爬琶杷耙 | be2 馬碼 | me7 罵 | te5 茶 | tse1 渣 | tse3 債 | tshe1 叉差 | se1 紗砂裟沙 |
            ke1 家加嘉 | ke2 假 | ke3 價嫁架 | ke5 枷 | ge5 牙芽衙 | he5 蝦 | he7 下夏廈 | e2 啞 | e7 下廈"),
    ("客", "peh4 百伯柏擘 | peh8 白帛 | beh8 麥 | meh8 脈 | theh8 宅 | tsheh4 冊 | keh4 格隔膈 | kheh4 客 |
            heh4 嚇 | eh4 厄"),
    ("花", "kue1 瓜 | hue1 花 | ue7 話畫"),
    ("前", "ping2 反 | ling7 楝 | tsing5 前 | tshing1 千 | tshing2 筅 | sing1 先 | king1 間肩 | king2 揀繭筧襇 |
            ging2 眼研 | hing5 還 | hing7 莧 | ing5 閒"),
    ("關", "kuainn1 關 | kuainn3 慣 | huainn5 橫"),
    ("懸", "kuan5 懸 | kuan7 縣"),
    ("耳", "phinn7 鼻 | hinn7 耳"),
    ("森", "sim1 森參蔘"),
    // 文: se and ue of 齊, 祭, 灰 and 泰 are the same everywhere, and so are i and u of 支脂之.
    (NONE, "pue1 杯 | pue5 陪培 | pue7 倍背佩 | mue2 每 | mue5 梅媒 | tue7 兌 | tsue3 最 | tsue7 罪 | khue5 葵 | sue1 衰 |
            ue7 衛 | te7 第弟 | the2 體 | me2 猛 | le2 禮 | le5 黎 | le7 例麗 | tse3 制製祭際濟 | tse1 劑 | tshe1 妻淒 | se1 西 | se3 世勢 |
            ke3 計 | khe3 憩 | ge7 藝 | he7 係系 | si1 司思私 | si2 死始 | si3 四 | in1 因姻 | in3 印 | kin2 緊 |
            it8 溢"),
];

/// The list, its syllables parsed.
pub(super) fn homophones()
-> impl Iterator<Item = (&'static str, impl Iterator<Item = (Syllable, &'static str)>)> {
    LIST.iter().map(|(set, list)| (*set, list.split('|').filter_map(group)))
}

/// `ke1 雞街`
fn group(written: &'static str) -> Option<(Syllable, &'static str)> {
    let (syllable, characters) = written.trim().split_once(' ')?;
    Some((numeric(syllable)?, characters.trim()))
}

/// A syllable in numeric 臺羅, such as `tsit8`.
pub(super) fn numeric(written: &str) -> Option<Syllable> {
    let digit = written.find(|letter: char| letter.is_ascii_digit())?;
    let (letters, tone) = written.split_at(digit);
    let tone = Tone::from_number(tone.parse().ok()?)?;
    // The longest initial that leaves a final: ng is a final where nothing follows it.
    let splits = (0..=letters.len().min(3)).rev().filter_map(|end| letters.split_at_checked(end));
    let mut parts = splits
        .filter_map(|(initial, rime)| Some((Initial::from_tl(initial)?, Final::from_tl(rime)?)));
    let (initial, rime) = parts.next()?;
    Syllable::new(initial, rime, tone).ok()
}

#[cfg(test)]
pub(super) mod raw {
    /// Each group as it is written, with the name of its set.
    pub(crate) fn groups() -> impl Iterator<Item = (&'static str, &'static str)> {
        let list = super::LIST.iter();
        list.flat_map(|(set, list)| list.split('|').map(|group| (*set, group.trim())))
    }
}
