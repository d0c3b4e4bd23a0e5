//! Dialects: the varieties of Hokkien that a reading can be asked for in.
//!
//! The varieties differ by regular correspondences, which hold for whole lexical sets: every word of the
//! set of 雞 has e in 臺南 and ue in 臺北. A syllable alone does not say which set it belongs to: ke is 雞,
//! which is kue in 臺北, or 家, which is ke there as well. So [`Dialect::map`] takes what is known of the
//! character, and what is not known is not guessed: the syllable stays as it is.
//!
//! | table | holds |
//! | --- | --- |
//! | `sets` | each lexical set, with its final in each dialect |
//! | `members` | the characters of each set, as a list of homophones (同音字表) |
//! | `places` | the positions of 廣韻 whose characters belong to a set |
//! | `words` | words with a form of their own: 糜, 欲, 做, 我 … |
//! | `sound` | what holds for every syllable: j, o, tone 6, eng |
//!
//! ```
//! use thakim_phonology::dialect::{Dialect, Evidence};
//! use thakim_phonology::Notation;
//!
//! let ke = Notation::Tl.parse("ke").unwrap().syllables()[0].syllable;
//! let in_taipei = |character| Dialect::Taipei.map(ke, &Evidence::of(character)).syllable;
//! assert_eq!(format!("{:?}", in_taipei('雞')), "Syllable(kue1)");
//! assert_eq!(format!("{:?}", in_taipei('家')), "Syllable(ke1)");
//! ```

mod map;
mod members;
mod places;
mod sets;
mod sound;
#[cfg(test)]
mod tests;
mod words;

use std::fmt;
use std::str::FromStr;

use crate::sandhi::Accent;

pub use map::{Evidence, Ground, Mapped, Sibling, Side};

/// A variety of Hokkien.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Dialect {
    /// The general accent of Taiwan, as the dictionaries give it first. Nothing is mapped.
    #[default]
    General,
    /// What leans to Zhangzhou in Taiwan, without the marks of one town.
    Zhang,
    /// 宜蘭
    Yilan,
    /// 臺中
    Taichung,
    /// 臺南
    Tainan,
    /// 高雄
    Kaohsiung,
    /// 臺北, and what leans to Quanzhou in Taiwan as Tong'an does.
    Taipei,
    /// 馬公
    Magong,
    /// 鹿港: the accent of the coast.
    Lukang,
    /// 三峽: the accent of Anxi.
    Sansia,
    /// 金門
    Kinmen,
    /// 廈門
    Amoy,
    /// 漳州
    Zhangzhou,
    /// 泉州
    Quanzhou,
    /// 檳城 and the north of Malaya.
    Penang,
    /// 新加坡 and the south of Malaya.
    Singapore,
}

/// How many dialects have a column in the tables: all but [`Dialect::General`].
const COLUMNS: usize = 15;

struct Row {
    dialect: Dialect,
    id: &'static str,
    name: &'static str,
    about: &'static str,
    /// Other names that people type.
    also: &'static [&'static str],
}

const fn row(
    dialect: Dialect,
    id: &'static str,
    name: &'static str,
    about: &'static str,
    also: &'static [&'static str],
) -> Row {
    Row { dialect, id, name, about, also }
}

#[rustfmt::skip]
const ROWS: [Row; COLUMNS + 1] = [
    row(Dialect::General, "general", "優勢腔", "辭典所列的第一種讀音", &["通行腔", "default"]),
    row(Dialect::Zhang, "zhang", "偏漳腔", "雞 ke、火 hué、魚 hî、青 tshenn", &["偏漳", "漳腔", "south"]),
    row(Dialect::Yilan, "yilan", "宜蘭腔", "飯 puīnn、恩 in、相 siang", &["宜蘭", "內埔腔"]),
    row(Dialect::Taichung, "taichung", "臺中腔", "日 gi̍t、雞 ke、火 hué", &["臺中", "台中"]),
    row(Dialect::Tainan, "tainan", "臺南腔", "張 tionn、無 bôr、糜 muâi", &["臺南", "台南"]),
    row(Dialect::Kaohsiung, "kaohsiung", "高雄腔", "無 bôr、張 tiunn、雞 ke", &["高雄"]),
    row(Dialect::Taipei, "quan", "偏泉腔", "臺北、同安：雞 kue、火 hé、魚 hû、日 li̍t",
        &["偏泉", "泉腔", "taipei", "臺北", "台北", "臺北腔", "同安", "同安腔", "tongan", "north"]),
    row(Dialect::Magong, "magong", "馬公腔", "澎湖：雞 kue、火 hé、日 ji̍t、欲 boh", &["馬公", "澎湖", "penghu"]),
    row(Dialect::Lukang, "haikou", "海口腔", "鹿港：火 hér、魚 hîr、病 pǐnn", &["鹿港", "鹿港腔", "海口", "lukang"]),
    row(Dialect::Sansia, "anxi", "安溪腔", "三峽：雞 kere、火 hér、斤 kirn", &["安溪", "三峽", "三峽腔", "sansia"]),
    row(Dialect::Kinmen, "kinmen", "金門腔", "火 hér、魚 hîr、千 tshainn", &["金門"]),
    row(Dialect::Amoy, "amoy", "廈門腔", "雞 kue、火 hé、魚 hû、相 siong", &["廈門", "xiamen"]),
    row(Dialect::Zhangzhou, "zhangzhou", "漳州腔", "家 kee、張 tionn、飯 puīnn、花 hua", &["漳州", "chiangchiu"]),
    row(Dialect::Quanzhou, "quanzhou", "泉州腔", "火 hér、魚 hîr、前 tsuînn", &["泉州", "chinchew"]),
    row(Dialect::Penang, "penang", "檳城腔", "我 uá、汝 lú、張 tiaunn、飯 puīnn", &["檳城", "檳榔嶼", "北馬"]),
    row(Dialect::Singapore, "singapore", "新加坡腔", "馬來西亞南部：我 uá、汝 lú、經 keng", &["新加坡", "南馬"]),
];

impl Dialect {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Dialect; COLUMNS + 1] = {
        let mut all = [Dialect::General; COLUMNS + 1];
        let mut index = 0;
        while index < all.len() {
            all[index] = ROWS[index].dialect;
            index += 1;
        }
        all
    };

    /// Its name in commands and settings: `general`, `zhang`, `quan` …
    pub fn id(self) -> &'static str {
        self.row().id
    }

    /// Its name in Chinese: 偏漳腔.
    pub fn name(self) -> &'static str {
        self.row().name
    }

    /// Where it is spoken and what it sounds like, in Chinese.
    pub fn about(self) -> &'static str {
        self.row().about
    }

    /// Whether it is the accent that the dictionaries of Taiwan lean to. What these give without a
    /// second form is then its form too.
    fn is_near_general(self) -> bool {
        use Dialect::{General, Kaohsiung, Taichung, Tainan, Zhang};
        matches!(self, General | Zhang | Taichung | Tainan | Kaohsiung)
    }

    fn row(self) -> &'static Row {
        &ROWS[self as usize]
    }

    /// How its tones change in speech, as near as the tables of [`crate::sandhi`] come: those of the towns of
    /// Quanzhou and of Penang are not among them.
    pub fn accent(self) -> Accent {
        match self {
            Dialect::Taipei | Dialect::Lukang | Dialect::Sansia | Dialect::Kinmen => Accent::North,
            Dialect::Magong | Dialect::Quanzhou => Accent::North,
            Dialect::Amoy => Accent::Xiamen,
            Dialect::Singapore => Accent::Singapore,
            Dialect::General
            | Dialect::Zhang
            | Dialect::Yilan
            | Dialect::Taichung
            | Dialect::Tainan
            | Dialect::Kaohsiung
            | Dialect::Zhangzhou
            | Dialect::Penang => Accent::South,
        }
    }

    /// Its place in the tables; none for the general accent.
    fn column(self) -> Option<usize> {
        (self as usize).checked_sub(1)
    }
}

impl fmt::Display for Dialect {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(self.id())
    }
}

/// A name that is no dialect.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct UnknownDialect(pub String);

impl fmt::Display for UnknownDialect {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("expected ")?;
        for (index, dialect) in Dialect::ALL.into_iter().enumerate() {
            let before = match index {
                0 => "",
                index if index == COLUMNS => " or ",
                _ => ", ",
            };
            write!(to, "{before}{dialect}")?;
        }
        write!(to, ", found {:?}", self.0)
    }
}

impl std::error::Error for UnknownDialect {}

/// By its id in any case, its name, or another name that people use: `quan`, `偏泉腔`, `Taipei`.
impl FromStr for Dialect {
    type Err = UnknownDialect;

    fn from_str(name: &str) -> Result<Dialect, UnknownDialect> {
        let is_of = |row: &&Row| {
            let mut names = [row.id, row.name].into_iter().chain(row.also.iter().copied());
            names.any(|one| one.eq_ignore_ascii_case(name))
        };
        let found = ROWS.iter().find(is_of).map(|row| row.dialect);
        found.ok_or_else(|| UnknownDialect(name.to_owned()))
    }
}
