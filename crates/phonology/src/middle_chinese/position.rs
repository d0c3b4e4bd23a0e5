//! A position (音韻地位): what 廣韻 says of a syllable, and how it is written.

use std::fmt;
use std::str::FromStr;

use super::{Onset, Rhyme};

/// The place of a syllable in the system of the Qieyun.
///
/// It is written in the short form of the nk2028 project (最簡描述): onset, rounding, division, kind,
/// rhyme, tone, such as `見開三庚平` (京) or `幫A眞平` (賓). What follows from the rhyme or the onset is
/// left out, or may be written all the same.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Position {
    pub(super) onset: Onset,
    pub(super) rounding: Option<Rounding>,
    pub(super) division: Division,
    pub(super) kind: Option<Kind>,
    pub(super) rhyme: Rhyme,
    pub(super) tone: MiddleTone,
}

impl Position {
    /// The position of these parts.
    ///
    /// `rounding` (呼) is none where the rhyme or a labial onset leaves no choice; `division` (等)
    /// is none where the rhyme stands in one only; `kind` (類) tells the two halves of a third
    /// division apart (重紐).
    ///
    /// # Errors
    /// [`PositionError::Division`] and [`PositionError::NoEntering`].
    pub fn new(
        onset: Onset,
        rounding: Option<Rounding>,
        division: Option<Division>,
        kind: Option<Kind>,
        rhyme: Rhyme,
        tone: MiddleTone,
    ) -> Result<Position, PositionError> {
        if tone == MiddleTone::Entering && !rhyme.has_entering() {
            return Err(PositionError::NoEntering { rhyme: rhyme.han() });
        }
        let division = match (division, rhyme.divisions()) {
            (None, [only]) => *only,
            (Some(written), all) if all.contains(&written) || is_edge(onset, rhyme) => written,
            (written, _) => {
                let found = written.map(Division::han);
                return Err(PositionError::Division { rhyme: rhyme.han(), found });
            }
        };
        Ok(Position { onset, rounding, division, kind, rhyme, tone })
    }

    /// 母
    pub fn onset(self) -> Onset {
        self.onset
    }

    /// 呼
    pub fn rounding(self) -> Option<Rounding> {
        self.rounding
    }

    /// 等
    pub fn division(self) -> Division {
        self.division
    }

    /// 類; of it only A matters to literary Hokkien: before A a labial stays one.
    pub fn kind(self) -> Option<Kind> {
        self.kind
    }

    /// 韻
    pub fn rhyme(self) -> Rhyme {
        self.rhyme
    }

    /// 聲
    pub fn tone(self) -> MiddleTone {
        self.tone
    }
}

macro_rules! named {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $han:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub enum $name { $($(#[$variant_doc])* $variant),+ }

        impl $name {
            /// All of them, in order.
            pub const ALL: &[$name] = &[$($name::$variant),+];

            /// Its name: one character.
            pub fn han(self) -> char {
                match self { $($name::$variant => $han),+ }
            }

            /// The one of this name.
            pub fn from_han(han: char) -> Option<$name> {
                $name::ALL.iter().copied().find(|one| one.han() == han)
            }
        }
    };
}

named! {
    /// Whether the lips are rounded (呼).
    Rounding {
        /// 開口
        Open = '開',
        /// 合口
        Closed = '合',
    }
}

named! {
    /// The division (等) of the rhyme tables.
    Division {
        /// 一等
        One = '一',
        /// 二等
        Two = '二',
        /// 三等
        Three = '三',
        /// 四等
        Four = '四',
    }
}

named! {
    /// The kind (類) of a syllable in the third division.
    Kind {
        /// 重紐四等
        A = 'A',
        /// 重紐三等
        B = 'B',
        /// Neither: the rhyme has one kind only.
        C = 'C',
    }
}

named! {
    /// The four tones (聲) of Middle Chinese.
    MiddleTone {
        /// 平
        Level = '平',
        /// 上
        Rising = '上',
        /// 去
        Departing = '去',
        /// 入
        Entering = '入',
    }
}

/// Why something is no position.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum PositionError {
    /// A character that does not stand there: which part was expected.
    Expected {
        /// Such as `an onset (幫 to 以)`.
        part: &'static str,
        /// What stood there; none at the end.
        found: Option<char>,
    },
    /// The rhyme stands in two divisions, and none is written; or it does not stand in that one.
    Division {
        /// The rhyme.
        rhyme: char,
        /// The division that is written.
        found: Option<char>,
    },
    /// The rhyme has no entering tone.
    NoEntering {
        /// The rhyme.
        rhyme: char,
    },
}

impl fmt::Display for PositionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            PositionError::Expected { part, found: Some(found) } => {
                write!(f, "expected {part}, found {found}")
            }
            PositionError::Expected { part, found: None } => {
                write!(f, "expected {part}, found the end")
            }
            PositionError::Division { rhyme, found: Some(found) } => {
                write!(f, "the rhyme {rhyme} does not stand in the division {found}")
            }
            PositionError::Division { rhyme, found: None } => {
                write!(f, "the rhyme {rhyme} stands in two divisions: write one of them before it")
            }
            PositionError::NoEntering { rhyme } => {
                write!(f, "the rhyme {rhyme} has no entering tone (入)")
            }
        }
    }
}

impl std::error::Error for PositionError {}

impl FromStr for Position {
    type Err = PositionError;

    fn from_str(written: &str) -> Result<Position, PositionError> {
        let mut rest = written.chars().peekable();
        let onset = rest.peek().copied();
        let onset = onset
            .and_then(Onset::from_han)
            .ok_or(PositionError::Expected { part: "an onset (幫 to 以)", found: onset })?;
        rest.next();
        // Takes the next character if it is a name of this kind.
        macro_rules! optional {
            ($kind:ident) => {{
                let found = rest.peek().copied().and_then($kind::from_han);
                if found.is_some() {
                    rest.next();
                }
                found
            }};
        }
        let rounding = optional!(Rounding);
        let division = optional!(Division);
        let kind = optional!(Kind);
        let rhyme = rest.next();
        let rhyme = rhyme
            .and_then(Rhyme::from_han)
            .ok_or(PositionError::Expected { part: "a rhyme (東 to 凡)", found: rhyme })?;
        let tone = rest.next();
        let tone = tone
            .and_then(MiddleTone::from_han)
            .ok_or(PositionError::Expected { part: "a tone (平上去入)", found: tone })?;
        if let Some(found) = rest.next() {
            return Err(PositionError::Expected { part: "the end", found: Some(found) });
        }
        Position::new(onset, rounding, division, kind, rhyme, tone)
    }
}

/// 端 and its group before a rhyme of the third division (地, 爹, 丟) count as the fourth.
fn is_edge(onset: Onset, rhyme: Rhyme) -> bool {
    onset.is_of("端透定泥") && rhyme.divisions().contains(&Division::Three)
}

/// In the short form.
impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.onset.han())?;
        if let Some(rounding) = self.rounding {
            write!(f, "{}", rounding.han())?;
        }
        if self.rhyme.divisions() != [self.division] {
            write!(f, "{}", self.division.han())?;
        }
        if let Some(kind) = self.kind {
            write!(f, "{}", kind.han())?;
        }
        write!(f, "{}{}", self.rhyme.han(), self.tone.han())
    }
}
