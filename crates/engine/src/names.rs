//! Names of people that no dictionary has.
//!
//! A surname has its own reading, often the colloquial one (陳 Tân, 黃 N̂g, 許 Khóo); the characters of a
//! given name are read with their literary readings. Whether there is a name at all is for the model
//! to say: here it is only offered.

use std::sync::LazyLock;

use thakim_lexicon::{Lexicon, WordId};
use thakim_phonology::{Join, Notation, Spoken};

use crate::taste::Standing;

/// The common surnames of Taiwan with their readings, as most families of the name say it.
const SURNAMES: &str = "\
陳Tân 林Lîm 黃N̂g 黄N̂g 張Tiunn 李Lí 王Ông 吳Gôo 劉Lâu 蔡Tshuà 楊Iûnn 許Khóo 鄭Tēnn 謝Siā 郭Kueh 洪Âng \
邱Khu 曾Tsan 廖Liāu 賴Luā 徐Tshî 周Tsiu 葉Ia̍p 蘇Soo 莊Tsng 江Kang 呂Lū 何Hô 羅Lô 高Ko 蕭Siau 潘Phuann \
簡Kán 朱Tsu 鍾Tsiong 彭Phênn 游Iû 詹Tsiam 胡Ôo 施Si 沈Sím 余Î 趙Tiō 盧Lôo 梁Niû 顏Gân 柯Kua 翁Ang 魏Guī \
孫Sun 戴Tè 范Huān 方Png 宋Sòng 鄧Tīng 杜Tōo 傅Pòo 侯Hâu 曹Tsô 薛Sih 丁Ting 卓Toh 馬Má 阮Ńg 董Táng 唐Tn̂g \
溫Un 藍Nâ 蔣Tsiúnn 石Tsio̍h 古Kóo 紀Kí 姚Iâu 連Liân 馮Pâng 歐Au 程Thiânn 湯Thng 田Tiân 康Khng 姜Khiong \
汪Ong 白Pe̍h 鄒Tsoo 尤Iû 巫Bû 鐘Tsiong 黎Lê 涂Tôo 龔Kióng 嚴Giâm 韓Hân 袁Uân 金Kim 童Tông 陸Lio̍k 夏Hā \
柳Liú 邵Siāu 錢Tsînn 倪Gê 駱Lo̍k 譚Thâm 熊Hîm 任Jīm 秦Tsîn 毛Môo 史Sú 官Kuann 萬Bān 雷Luî 粘Liâm 辜Koo \
殷Un 樊Huân 岳Ga̍k 焦Tsiau 苗Biâu 龍Lîng 甘Kam 尹Ún 凌Lîng 霍Hok 賀Hō 畢Pit 包Pau 左Tsó 葛Kat";

/// The surnames of two characters that are met in Taiwan or in history.
const DOUBLE_SURNAMES: &str = "\
歐陽Au-iông 欧阳Au-iông 司馬Su-má 司徒Su-tôo 諸葛Tsu-kat 上官Siōng-kuan 夏侯Hā-hôo 皇甫Hông-hú 公孫Kong-sun \
慕容Bōo-iông 尉遲Ut-tî 令狐Lîng-hôo 端木Tuan-bo̍k 張簡Tiunn-kán 范姜Huān-kiong 長孫Tióng-sun 宇文Ú-bûn \
獨孤To̍k-koo 鍾離Tsiong-lî 南宮Lâm-kiong";

/// Characters that hardly ever stand in a given name: function words, and the first of what is said
/// after a surname.
const NOT_GIVEN: &str = "\
的个個是在佇有無我你伊咱阮恁𪜶這彼遮遐嘛也就咧佮和與共予對去來到講看欲會袂毋不未先老小阿兄姊嫂伯叔姨媽爸\
了著過起落出入甲才攏閣較真足上下前後內外邊頂跤一二三四五六七八九十百千兩幾啊啦呢矣乎喔囉吧嗎家姓氏董總\
為於以及或若但卻而之其所此每各等被把將向從自由因用做作當校部縣市鄉鎮村里區路街仔頭尾人物囝的之";

/// The readings of the surname and the given name that these characters behind it could be, each as many
/// syllables as characters: with a given name of one character and of two.
pub(crate) fn offers(lexicon: &Lexicon, surname: &[Spoken], given: &[char]) -> Vec<Vec<Spoken>> {
    let mut offers = Vec::new();
    let mut name = surname.to_vec();
    for &letter in given.iter().take(2) {
        let literary = (!NOT_GIVEN.contains(letter)).then(|| literary(lexicon, letter)).flatten();
        let Some(mut spoken) = literary else { break };
        if name.len() == surname.len() {
            (spoken.capital, spoken.join) = (true, Join::Space);
        }
        name.push(spoken);
        offers.push(name.clone());
    }
    offers
}

/// The surnames of two characters that begin with one: the other, and the readings of both.
pub(crate) fn double_surnames(letter: char) -> Vec<(char, [Spoken; 2])> {
    let rows = DOUBLE_SURNAMES.split_whitespace().filter_map(|pair| {
        let other = pair.strip_prefix(letter)?.chars().next()?;
        let reading = Notation::Tl.parse(pair.strip_prefix(letter)?.strip_prefix(other)?).ok()?;
        Some((other, reading.syllables().try_into().ok()?))
    });
    rows.collect()
}

/// The reading of a character as a surname, if it is a common one.
pub(crate) fn surname_reading(letter: char) -> Option<Spoken> {
    /// Ascending by character.
    static READINGS: LazyLock<Vec<(char, Spoken)>> = LazyLock::new(|| {
        let mut readings: Vec<(char, Spoken)> = SURNAMES.split(' ').filter_map(parsed).collect();
        readings.sort_unstable_by_key(|row| row.0);
        readings
    });
    let found = READINGS.binary_search_by_key(&letter, |row| row.0).ok()?;
    READINGS.get(found).map(|row| row.1)
}

/// A surname and its reading.
fn parsed(pair: &str) -> Option<(char, Spoken)> {
    let letter = pair.chars().next()?;
    let reading = Notation::Tl.parse(pair.strip_prefix(letter)?).ok()?;
    reading.syllables().first().map(|&spoken| (letter, spoken))
}

/// The literary reading of a character, the most common if there are several.
fn literary(lexicon: &Lexicon, letter: char) -> Option<Spoken> {
    let word: WordId = lexicon.word(lexicon.step(lexicon.start(), letter)?)?.id;
    let best = lexicon.entries(word).map(|entry| {
        let standing = Standing::new(&entry, lexicon.entries(word), lexicon.by_rule());
        (standing, entry)
    });
    // Of equals the first, which has the most mass.
    let best = best.reduce(|best, next| if next.0 > best.0 { next } else { best })?;
    best.1.spoken.first().map(|spoken| Spoken::plain(spoken.syllable))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_surname_has_one_syllable() {
        for pair in SURNAMES.split(' ') {
            let letter = pair.chars().next().expect("a surname");
            assert!(surname_reading(letter).is_some_and(|spoken| spoken.capital), "{pair}");
        }
        for pair in DOUBLE_SURNAMES.split_whitespace() {
            let letter = pair.chars().next().expect("a surname");
            assert!(double_surnames(letter)[0].1[0].capital, "{pair}");
        }
    }
}
