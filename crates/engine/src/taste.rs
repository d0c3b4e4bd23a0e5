//! Which readings are asked for, as scores.

use thakim_document::Preference;
use thakim_lexicon::{EntryRef, Lexicon};
use thakim_phonology::{Join, Label};

/// What the dictionary says of a syllable of a character.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Standing {
    /// The character is read so inside words only.
    InsideWords,
    /// A dictionary labels it 白, 俗 or 替, or has it as neutral only.
    Colloquial,
    /// A dictionary has it without a label, and it is far from what the position in 廣韻 gives.
    Plain,
    /// It is derived by rule; no dictionary has it.
    Derived,
    /// It differs from what the position gives in the tone or the initial alone.
    Near,
    /// A dictionary has it without a label, and 廣韻 does not have the character.
    Unplaced,
    /// It is what the position gives, and no dictionary labels it otherwise than 白.
    Confirmed,
    /// A dictionary labels it 文.
    Literary,
}

impl Standing {
    /// Of each reading of a character. `by_rule` are the sources that derive readings.
    pub(crate) fn new<'l>(
        entry: &EntryRef<'_>,
        all: impl Iterator<Item = EntryRef<'l>>,
        by_rule: u16,
    ) -> Standing {
        let is_placed = entry.sources & by_rule != 0;
        match (entry.label, entry.spoken.first()) {
            _ if entry.derived => Standing::Derived,
            (Some(Label::Literary), _) => Standing::Literary,
            // 好 hó: the common reading of colloquial speech is the literary one as well.
            (Some(Label::Colloquial), _) if is_placed => Standing::Confirmed,
            (Some(Label::Colloquial | Label::Popular | Label::Substitute), _) => {
                Standing::Colloquial
            }
            (None, Some(spoken)) if spoken.join == Join::Neutral => Standing::Colloquial,
            _ if is_placed => Standing::Confirmed,
            _ => {
                let mut placed = all.filter(|other| other.sources & by_rule != 0);
                match placed.next() {
                    None => Standing::Unplaced,
                    Some(first) => {
                        let near = is_near(entry, &first) || placed.any(|it| is_near(entry, &it));
                        if near { Standing::Near } else { Standing::Plain }
                    }
                }
            }
        }
    }
}

/// Whether two readings of a character share the final and either the initial or the tone.
fn is_near(one: &EntryRef<'_>, other: &EntryRef<'_>) -> bool {
    let (Some(one), Some(other)) = (one.spoken.first(), other.spoken.first()) else { return false };
    let (one, other) = (one.syllable, other.syllable);
    one.rime() == other.rime() && (one.initial() == other.initial() || one.tone() == other.tone())
}

/// What log odds are worth in classical text and among literary readings: set by the classical
/// development set, where a fifth of the characters are uncertain then.
const TRUST: f32 = 0.45;

/// What a preference does to scores.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Taste {
    /// Whether literary readings are asked for.
    literary: bool,
    /// The sources that derive readings by rule, as [`EntryRef::sources`] has them.
    by_rule: u16,
    /// How much of what speaks for the reading of a word counts: in literary reading not the most
    /// frequent one wins.
    arcs: f32,
    /// What is added to a sound for its [`Standing`], in units of the natural logarithm. The steps
    /// were set by the classical development set: wide enough that what was learnt decides only
    /// between readings of like standing.
    standing: [f32; 8],
}

impl Taste {
    pub(crate) fn of(preference: Preference, lexicon: &Lexicon) -> Taste {
        let by_rule = lexicon.by_rule();
        let plain = Taste { literary: false, by_rule, arcs: 1.0, standing: [0.0; 8] };
        match preference {
            Preference::Auto => plain,
            Preference::Colloquial => {
                Taste { standing: [0.0, 1.5, 0.0, 0.0, 0.0, 0.0, 0.0, -3.0], ..plain }
            }
            Preference::Literary => Taste {
                literary: true,
                arcs: 0.2,
                standing: [-2.0, -8.0, -4.0, 3.0, 4.0, 5.0, 5.5, 6.0],
                ..plain
            },
        }
    }

    /// Whether literary readings are asked for: what was learnt of them stands apart.
    pub(crate) fn is_literary(&self) -> bool {
        self.literary
    }

    /// Whether it matters which standing a reading has.
    pub(crate) fn tells_standings(&self) -> bool {
        self.standing != [0.0; 8]
    }

    /// The sources that derive readings by rule.
    pub(crate) fn by_rule(&self) -> u16 {
        self.by_rule
    }

    /// What counts of what speaks for the reading of a word.
    pub(crate) fn arc(&self, score: f32) -> f32 {
        self.arcs * score
    }

    /// Whether it is added to readings of so many characters. Who asks for colloquial readings does
    /// not want words such as 大學 taken apart.
    pub(crate) fn reaches(&self, characters: u32) -> bool {
        self.literary || characters == 1
    }

    /// How much of the log odds of a reading is to be believed: confidence is calibrated on modern text
    /// alone, and the [standings](Standing) are steps, not odds.
    pub(crate) fn trust(&self, classical: bool) -> f32 {
        if self.literary || classical { TRUST } else { 1.0 }
    }

    /// What is added to what was learnt of a sound.
    pub(crate) fn sound(&self, standing: Standing) -> f32 {
        self.standing[standing as usize]
    }
}
