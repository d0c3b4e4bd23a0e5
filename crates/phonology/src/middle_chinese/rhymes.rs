//! The rhymes (韻) of 廣韻, as one table.

use super::position::Division;

/// A rhyme, named after its level tone: an index into [`TABLE`].
///
/// The rhymes that differ from another in rounding only are one with it, as in the data: 諄 is 眞,
/// 桓 is 寒, 戈 is 歌.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rhyme(u8);

struct Row {
    han: char,
    /// The other way to write the name, or the same.
    also: char,
    /// The divisions that it stands in.
    divisions: &'static [Division],
    /// Whether it has syllables in the entering tone.
    entering: bool,
}

const fn row(han: char, divisions: &'static [Division], entering: bool) -> Row {
    Row { han, also: han, divisions, entering }
}

const ONE: &[Division] = &[Division::One];
const TWO: &[Division] = &[Division::Two];
const THREE: &[Division] = &[Division::Three];
const FOUR: &[Division] = &[Division::Four];
const ONE_THREE: &[Division] = &[Division::One, Division::Three];
const TWO_THREE: &[Division] = &[Division::Two, Division::Three];

/// In the order of the book; those without a level tone (祭泰夬廢) where their kin is.
#[rustfmt::skip]
const TABLE: &[Row] = &[
    row('東', ONE_THREE, true),
    row('冬', ONE,       true),
    row('鍾', THREE,     true),
    row('江', TWO,       true),
    row('支', THREE,     false),
    row('脂', THREE,     false),
    row('之', THREE,     false),
    row('微', THREE,     false),
    row('魚', THREE,     false),
    row('虞', THREE,     false),
    row('模', ONE,       false),
    row('齊', FOUR,      false),
    row('祭', THREE,     false),
    row('泰', ONE,       false),
    row('佳', TWO,       false),
    row('皆', TWO,       false),
    row('夬', TWO,       false),
    row('灰', ONE,       false),
    row('咍', ONE,       false),
    row('廢', THREE,     false),
    Row { han: '眞', also: '真', divisions: THREE, entering: true },
    row('臻', THREE,     true),
    row('文', THREE,     true),
    Row { han: '欣', also: '殷', divisions: THREE, entering: true },
    row('元', THREE,     true),
    row('魂', ONE,       true),
    row('痕', ONE,       true),
    row('寒', ONE,       true),
    row('刪', TWO,       true),
    row('山', TWO,       true),
    row('先', FOUR,      true),
    row('仙', THREE,     true),
    row('蕭', FOUR,      false),
    row('宵', THREE,     false),
    row('肴', TWO,       false),
    row('豪', ONE,       false),
    row('歌', ONE_THREE, false),
    row('麻', TWO_THREE, false),
    row('陽', THREE,     true),
    row('唐', ONE,       true),
    row('庚', TWO_THREE, true),
    row('耕', TWO,       true),
    row('清', THREE,     true),
    row('青', FOUR,      true),
    row('蒸', THREE,     true),
    row('登', ONE,       true),
    row('尤', THREE,     false),
    row('侯', ONE,       false),
    row('幽', THREE,     false),
    row('侵', THREE,     true),
    row('覃', ONE,       true),
    row('談', ONE,       true),
    row('鹽', THREE,     true),
    row('添', FOUR,      true),
    row('咸', TWO,       true),
    row('銜', TWO,       true),
    row('嚴', THREE,     true),
    row('凡', THREE,     true),
];

impl Rhyme {
    /// All rhymes, in the order of the book.
    pub fn all() -> impl Iterator<Item = Rhyme> {
        (0..TABLE.len() as u8).map(Rhyme)
    }

    /// The rhyme of this name; 真 and 殷 are 眞 and 欣.
    pub fn from_han(han: char) -> Option<Rhyme> {
        Rhyme::all().find(|rhyme| rhyme.row().han == han || rhyme.row().also == han)
    }

    /// Its name: one character.
    pub fn han(self) -> char {
        self.row().han
    }

    /// The divisions (等) that it stands in: one, or two.
    pub fn divisions(self) -> &'static [Division] {
        self.row().divisions
    }

    /// Whether it has syllables in the entering tone (入聲).
    pub fn has_entering(self) -> bool {
        self.row().entering
    }

    fn row(self) -> &'static Row {
        &TABLE[usize::from(self.0)]
    }
}

impl std::fmt::Debug for Rhyme {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Rhyme({})", self.han())
    }
}
