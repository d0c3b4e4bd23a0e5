//! Which tone a syllable takes, as tables.

use super::Accent;
use crate::{Syllable, Tone};

/// What happens to a syllable in speech.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Change {
    /// Nothing: it ends its group (本調).
    Citation,
    /// It stands before another syllable of its group (變調).
    Regular,
    /// It stands before the suffix 仔 of its word (仔前變調).
    BeforeSuffix,
    /// It is the first of three alike, as in 紅紅紅 (三連音).
    Tripled,
    /// 去 and 欲 before another syllable of their group: changed twice (再變調).
    Twice,
    /// It is neutral and low (固定低調輕聲).
    Neutral,
    /// It is neutral and as high as this tone before it ended (隨前變調輕聲).
    Following(Tone),
}

/// A row of the table of changes: a citation tone, and for each [`Change`] the tone it becomes.
struct Row {
    citation: u8,
    /// Which endings the row is for.
    ending: Ending,
    /// In southern Taiwan and Amoy.
    south: u8,
    /// In northern Taiwan and Singapore.
    north: u8,
    before_suffix: u8,
    tripled: u8,
}

/// How a syllable ends, as far as its tone minds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Ending {
    /// In a vowel or a nasal.
    Long,
    /// In -h.
    Glottal,
    /// In -p, -t or -k.
    Stop,
}

const fn row(citation: u8, ending: Ending, [south, north, before_suffix, tripled]: [u8; 4]) -> Row {
    Row { citation, ending, south, north, before_suffix, tripled }
}

/// The columns `south` and `north` are what every account agrees on, but for tone 5: 7 where the accent
/// leans to Zhangzhou (and in Amoy, where it is heard as 22), 3 where it leans to Quanzhou. Tone 6,
/// where it is heard at all, changes as 7 does. -h is lost or kept as [`super::GlottalStop`] says; the
/// tone is the same.
///
/// 仔前變調: 3 becomes 1 and not 2, 7 stays, -h goes with 1 and 7. Sources: taibun and 臺灣言語工具 agree with
/// the account of the accent of Kaohsiung by limhiantong. Of the stops, 臺灣言語工具 hears 8 before 仔 a
/// little higher than elsewhere; both are written as tone 4.
///
/// 三連音: the first of three rises if its changed tone does not begin high: tone 9. Source: 臺灣言語工具.
#[rustfmt::skip]
const CHANGES: [Row; 13] = {
    use Ending::{Glottal, Long, Stop};
    [
        //                south north 仔 三連
        row(1, Long,    [7,    7,    7, 9]),
        row(2, Long,    [1,    1,    1, 1]),
        row(3, Long,    [2,    2,    1, 2]),
        row(5, Long,    [7,    3,    7, 9]),
        row(6, Long,    [3,    3,    7, 9]),
        row(7, Long,    [3,    3,    7, 9]),
        row(9, Long,    [9,    9,    9, 9]),
        row(4, Glottal, [2,    2,    1, 2]),
        row(8, Glottal, [3,    3,    7, 9]),
        row(9, Glottal, [9,    9,    9, 9]),
        row(4, Stop,    [8,    8,    8, 8]),
        row(8, Stop,    [4,    4,    4, 9]),
        row(9, Stop,    [9,    9,    9, 9]),
    ]
};

/// 隨前變調: the level at which a tone ends, for the neutral syllable behind it. Source: 臺灣言語工具; tone 6
/// is taken as 7, and a neutral syllable behind another neutral one goes on at its level.
#[rustfmt::skip]
const LEVELS: [(u8, u8); 10] =
    [(1, 1), (2, 3), (3, 3), (4, 3), (5, 7), (6, 7), (7, 7), (8, 3), (9, 1), (0, 3)];

/// A level on a syllable in -p, -t or -k: 臺灣言語工具 has the checked tone of the same height.
#[rustfmt::skip]
const CHECKED: [(u8, u8); 3] = [(1, 8), (3, 4), (7, 4)];

/// The level of a low neutral syllable.
const LOW: u8 = 3;

impl Change {
    /// The tone that a syllable takes. One that is no citation form (it has been read from text that
    /// writes the tones as spoken) changes as an open syllable of its tone would; a neutral tone stays.
    pub fn tone(self, syllable: Syllable, accent: Accent) -> Tone {
        let tone = syllable.tone();
        let ending = ending(syllable);
        if tone == Tone::Neutral {
            return tone;
        }
        match self {
            Change::Citation => tone,
            Change::Regular => changed(tone, ending, accent.column()),
            Change::BeforeSuffix if accent.has_suffix_rule() => {
                changed(tone, ending, |row| row.before_suffix)
            }
            Change::BeforeSuffix => changed(tone, ending, accent.column()),
            Change::Tripled => changed(tone, ending, |row| row.tripled),
            Change::Twice => {
                let once = changed(tone, ending, accent.column());
                // A stop only goes back and forth between 4 and 8.
                if ending == Ending::Stop {
                    once
                } else {
                    changed(once, Ending::Long, accent.column())
                }
            }
            Change::Neutral => level(LOW, ending),
            Change::Following(before) => level(lookup(&LEVELS, before.number()), ending),
        }
    }

    /// Whether the syllable is neutral.
    pub fn is_neutral(self) -> bool {
        matches!(self, Change::Neutral | Change::Following(_))
    }
}

impl Accent {
    fn column(self) -> fn(&Row) -> u8 {
        match self {
            Accent::South | Accent::Xiamen => |row| row.south,
            Accent::North | Accent::Singapore => |row| row.north,
        }
    }

    /// Whether syllables before 仔 change in their own way. In Amoy they do not: of the 35,259 Amoy words
    /// of Wiktionary nearly all those with 仔 are regular.
    fn has_suffix_rule(self) -> bool {
        self != Accent::Xiamen
    }
}

fn ending(syllable: Syllable) -> Ending {
    let tl = syllable.rime().tl();
    if tl.ends_with('h') {
        Ending::Glottal
    } else if tl.ends_with(['p', 't', 'k']) {
        Ending::Stop
    } else {
        Ending::Long
    }
}

fn changed(tone: Tone, ending: Ending, column: fn(&Row) -> u8) -> Tone {
    let rows = |ending| {
        CHANGES.iter().find(move |row| row.citation == tone.number() && row.ending == ending)
    };
    let row = rows(ending).or_else(|| match ending {
        Ending::Glottal => rows(Ending::Long),
        Ending::Long | Ending::Stop => None,
    });
    row.map(column).and_then(Tone::from_number).unwrap_or(tone)
}

fn level(level: u8, ending: Ending) -> Tone {
    let number = if ending == Ending::Stop { lookup(&CHECKED, level) } else { level };
    Tone::from_number(number).unwrap_or(Tone::Neutral)
}

fn lookup(table: &[(u8, u8)], of: u8) -> u8 {
    table.iter().find(|(from, _)| *from == of).map_or(of, |(_, to)| *to)
}
