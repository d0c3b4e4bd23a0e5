//! The register of a reading.

/// What kind of reading a source says this is (the Ministry of Education's 文白屬性).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[repr(u8)]
pub enum Label {
    /// 文: literary (文讀音).
    Literary = 1,
    /// 白: colloquial (白話音).
    Colloquial = 2,
    /// 俗: popular (俗讀音).
    Popular = 3,
    /// 替: the character stands in for another word (替代字).
    Substitute = 4,
}

impl Label {
    /// All labels, in the order of their numbers.
    pub const ALL: [Label; 4] =
        [Label::Literary, Label::Colloquial, Label::Popular, Label::Substitute];

    /// The one character by which dictionaries name it.
    pub fn han(self) -> char {
        match self {
            Label::Literary => '文',
            Label::Colloquial => '白',
            Label::Popular => '俗',
            Label::Substitute => '替',
        }
    }

    /// The label of that character.
    pub fn from_han(han: char) -> Option<Label> {
        Label::ALL.into_iter().find(|label| label.han() == han)
    }

    /// The label of its number, 1 to 4.
    pub fn from_number(number: u8) -> Option<Label> {
        Label::ALL.into_iter().find(|label| *label as u8 == number)
    }
}
