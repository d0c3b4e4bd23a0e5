//! What a person can ask of the tones as spoken.

use std::fmt;
use std::str::FromStr;

use crate::notation::{OptionRow, ValueRow};

/// Which syllables change.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Mode {
    /// None: the citation tones of the dictionary.
    #[default]
    None,
    /// As in speech: all but the last of each tone group, with the rules for 仔, triplication and
    /// neutral syllables.
    Auto,
    /// By the plain table, all but the last before each pause and before a neutral syllable. For
    /// exercises, and for texts whose every line is one group.
    AllButLast,
    /// By the plain table, all but those before a neutral syllable.
    All,
}

/// Where the speaker is from, as far as the change of tones minds.
///
/// The towns of Quanzhou itself change their tones in quite another way; they are not among these.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Accent {
    /// Southern Taiwan, and general Taiwanese as it is taught: 5 becomes 7.
    #[default]
    South,
    /// Northern Taiwan, and what leans to Quanzhou: 5 becomes 3.
    North,
    /// Amoy: 5 becomes 7 (heard as 22); before 仔 nothing special.
    Xiamen,
    /// Singapore and the south of Malaya: 5 becomes 3.
    Singapore,
}

/// What becomes of -h where its tone changes.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum GlottalStop {
    /// It is lost: tsheh becomes tshé. So it is heard, so taibun, 臺灣言語工具 and Wiktionary's Amoy write it,
    /// and it can be written in every notation.
    #[default]
    Dropped,
    /// It stays in writing: tsheh becomes tshéh, which shows which word it was. So rime-phah-taibun.
    Kept,
}

/// How a neutral syllable is written where tones are written as spoken.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum NeutralForm {
    /// As the Ministry of Education writes it everywhere: a double hyphen and the citation tone.
    #[default]
    Written,
    /// A double hyphen and the tone as it is heard: low, or following the one before. So 臺灣言語工具.
    Heard,
    /// A double hyphen and no tone: the number 0. So taibun.
    Zero,
}

/// How tones are spoken.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Speech {
    /// Which syllables change.
    pub mode: Mode,
    /// Where the speaker is from.
    pub accent: Accent,
    /// What becomes of -h.
    pub glottal_stop: GlottalStop,
    /// How neutral syllables are written.
    pub neutral: NeutralForm,
    /// Whether 去 and 欲 change twice before another word (khì is heard as khi, beh as be); none for
    /// what is usual in the accent: in the south they do, elsewhere not. 臺灣言語工具 has it, taibun and
    /// rime-phah-taibun have not.
    pub twice: Option<bool>,
}

impl Speech {
    /// No tone changes: the default.
    pub const CITATION: Speech = Speech {
        mode: Mode::None,
        accent: Accent::South,
        glottal_stop: GlottalStop::Dropped,
        neutral: NeutralForm::Written,
        twice: None,
    };

    /// Tones as spoken by this speaker, everything else as by default.
    pub fn of(mode: Mode, accent: Accent) -> Speech {
        Speech { mode, accent, ..Speech::default() }
    }

    /// Whether 去 and 欲 change twice.
    pub fn changes_twice(&self) -> bool {
        self.twice.unwrap_or(self.accent == Accent::South)
    }

    /// All choices with their names, the default first.
    pub fn rows() -> &'static [OptionRow] {
        &ROWS
    }

    /// Makes a choice by the names of its row.
    ///
    /// # Errors
    /// [`UnknownChoice`] lists what there is instead.
    pub fn set(&mut self, name: &str, value: &str) -> Result<(), UnknownChoice> {
        let unknown = || UnknownChoice { name: name.to_owned(), found: value.to_owned() };
        match name {
            "sandhi" => self.mode = value.parse()?,
            "accent" => self.accent = value.parse()?,
            "h" => {
                self.glottal_stop = match value {
                    "dropped" => GlottalStop::Dropped,
                    "kept" => GlottalStop::Kept,
                    _ => return Err(unknown()),
                }
            }
            "neutral" => {
                self.neutral = match value {
                    "written" => NeutralForm::Written,
                    "heard" => NeutralForm::Heard,
                    "zero" => NeutralForm::Zero,
                    _ => return Err(unknown()),
                }
            }
            "twice" => {
                self.twice = match value {
                    "accent" => None,
                    "yes" => Some(true),
                    "no" => Some(false),
                    _ => return Err(unknown()),
                }
            }
            _ => return Err(unknown()),
        }
        Ok(())
    }
}

const fn value(name: &'static str, about: &'static str) -> ValueRow {
    ValueRow { name, about }
}

static ROWS: [OptionRow; 5] = [
    OptionRow {
        name: "sandhi",
        about: "which syllables change",
        values: &[
            value("none", "none: citation tones"),
            value("auto", "as in speech, all but the last of each tone group"),
            value("all-but-last", "by the plain table, all but the last before each pause"),
            value("all", "by the plain table, all"),
        ],
    },
    OptionRow {
        name: "accent",
        about: "where the speaker is from",
        values: &[
            value("south", "southern Taiwan: 5 becomes 7"),
            value("north", "northern Taiwan: 5 becomes 3"),
            value("xiamen", "Amoy: 5 becomes 7, nothing special before 仔"),
            value("singapore", "Singapore: 5 becomes 3"),
        ],
    },
    OptionRow {
        name: "h",
        about: "what becomes of -h where its tone changes",
        values: &[value("dropped", "tsheh: tshé"), value("kept", "tsheh: tshéh")],
    },
    OptionRow {
        name: "neutral",
        about: "how neutral syllables are written",
        values: &[
            value("written", "with their citation tone"),
            value("heard", "with the tone as heard"),
            value("zero", "without a tone: the number 0"),
        ],
    },
    OptionRow {
        name: "twice",
        about: "whether 去 and 欲 change twice before another word",
        values: &[
            value("accent", "as is usual in the accent"),
            value("yes", "they do"),
            value("no", "they do not"),
        ],
    },
];

impl Mode {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Mode; 4] = [Mode::None, Mode::Auto, Mode::AllButLast, Mode::All];

    /// Its name in commands and settings.
    pub fn id(self) -> &'static str {
        ROWS[0].values[self as usize].name
    }
}

impl Accent {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Accent; 4] = [Accent::South, Accent::North, Accent::Xiamen, Accent::Singapore];

    /// Its name in commands and settings.
    pub fn id(self) -> &'static str {
        ROWS[1].values[self as usize].name
    }
}

impl fmt::Display for Mode {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(self.id())
    }
}

impl fmt::Display for Accent {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(self.id())
    }
}

impl FromStr for Mode {
    type Err = UnknownChoice;

    /// From its name, or from the one that taibun has for it.
    fn from_str(name: &str) -> Result<Mode, UnknownChoice> {
        let found = Mode::ALL.into_iter().find(|mode| mode.id() == name);
        let found = found.or(match name {
            "exc_last" | "exc-last" => Some(Mode::AllButLast),
            "incl_last" | "incl-last" => Some(Mode::All),
            _ => None,
        });
        found.ok_or_else(|| UnknownChoice { name: "sandhi".to_owned(), found: name.to_owned() })
    }
}

impl FromStr for Accent {
    type Err = UnknownChoice;

    fn from_str(name: &str) -> Result<Accent, UnknownChoice> {
        let found = Accent::ALL.into_iter().find(|accent| accent.id() == name);
        found.ok_or_else(|| UnknownChoice { name: "accent".to_owned(), found: name.to_owned() })
    }
}

/// No choice about spoken tones has this name, or it has no such value.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct UnknownChoice {
    /// The choice.
    pub name: String,
    /// The value that was asked for.
    pub found: String,
}

impl fmt::Display for UnknownChoice {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let UnknownChoice { name, found } = self;
        let list =
            |names: &mut dyn Iterator<Item = &'static str>| names.collect::<Vec<_>>().join(", ");
        match ROWS.iter().find(|row| row.name == name) {
            Some(row) => {
                let values = list(&mut row.values.iter().map(|value| value.name));
                write!(to, "{name} is never {found:?}; it is one of {values}")
            }
            None => {
                let names = list(&mut ROWS.iter().map(|row| row.name));
                write!(to, "spoken tones have no option {name:?}; they have {names}")
            }
        }
    }
}

impl std::error::Error for UnknownChoice {}
