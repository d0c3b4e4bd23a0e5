//! From a syllable, and what is known of its character, to the form of a dialect.

use super::sets::{SETS, Set, fold, is_like};
use super::{Dialect, places, sound, words};
use crate::middle_chinese::Position;
use crate::{Final, Reading, Spoken, Syllable};

/// Which side of a pair a/b of a dictionary.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Side {
    /// The one before the stroke: in Taiwan what leans to Zhangzhou.
    First,
    /// The one behind it.
    Second,
}

/// Another reading of the same character, or of the same place in the same word.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Sibling {
    /// How it is read.
    pub syllable: Syllable,
    /// Which side of a pair it is, where a dictionary gives it as one.
    pub side: Option<Side>,
}

/// What is known of a syllable besides its sound.
#[derive(Clone, Copy, Debug, Default)]
pub struct Evidence<'a> {
    /// The character that is read so.
    pub character: Option<char>,
    /// Whether the character is a word of its own.
    pub alone: bool,
    /// The readings that dictionaries have for it, the syllable itself among them or not.
    pub siblings: &'a [Sibling],
    /// Its position in 廣韻, if it is known which of its positions the reading comes from.
    pub position: Option<Position>,
}

impl Evidence<'_> {
    /// The character alone.
    pub fn of(character: char) -> Evidence<'static> {
        Evidence { character: Some(character), ..Evidence::default() }
    }
}

/// A syllable in a dialect.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Mapped {
    /// How it is read there.
    pub syllable: Syllable,
    /// How that is known.
    pub ground: Ground,
}

/// How the form of a dialect is known, from the surest on.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Ground {
    /// It is the same, as far as is known.
    Unchanged,
    /// A dictionary has it among the readings of the character or of the word.
    Attested,
    /// It holds for every syllable that sounds so.
    Sound,
    /// The character is known to belong to a lexical set, or is a word with a form of its own.
    Set,
    /// Its position in 廣韻 is that of a lexical set.
    Position,
}

impl Dialect {
    /// A syllable as this dialect says it.
    ///
    /// The syllable may be in any accent. What decides is, in this order: a form of the word's own; the
    /// list of the sets' characters; a pair a/b of a dictionary; the position in 廣韻; the sound
    /// alone, where all that can sound so go the same way. After that comes what holds for every syllable.
    /// Mapping what was mapped changes nothing.
    pub fn map(self, syllable: Syllable, evidence: &Evidence<'_>) -> Mapped {
        let Some(column) = self.column() else {
            return Mapped { syllable, ground: Ground::Unchanged };
        };
        let (mut in_set, mut ground) = self.by_set(column, syllable, evidence);
        // The sound alone may lead to a syllable that the evidence knows more of.
        if ground == Ground::Sound {
            let (further, why) = self.by_set(column, in_set, evidence);
            in_set = further;
            ground = ground.max(why);
        }
        let was_rising = places::was_rising(syllable, evidence.position);
        let heard = sound::heard(in_set, self, was_rising);
        if heard != in_set {
            ground = ground.max(Ground::Sound);
        }
        let is_known = |sibling: &Sibling| sibling.syllable == heard;
        if heard == syllable {
            ground = Ground::Unchanged;
        } else if evidence.siblings.iter().any(is_known) {
            ground = Ground::Attested;
        }
        Mapped { syllable: heard, ground }
    }

    /// A reading without characters as this dialect says it, and whether that is other than it was.
    ///
    /// Only what follows from each syllable alone is mapped: j, o and or, tone 6, eng; and the finals that all
    /// that sound so share, such as ir, ere, irn, enn and iunn. Syllables that could belong to several
    /// sets (ke, hue, tshinn, siong, pn̄g) stay as they are. Joins and capitals stay.
    pub fn map_reading(self, reading: &Reading) -> (Reading, bool) {
        let mut changed = false;
        let syllables = reading.syllables().iter().map(|spoken| {
            let mapped = self.map(spoken.syllable, &Evidence::default()).syllable;
            changed |= mapped != spoken.syllable;
            Spoken { syllable: mapped, ..*spoken }
        });
        let mapped = Reading::new(syllables.collect()).unwrap_or_else(|| reading.clone());
        (mapped, changed)
    }

    /// What the sets and the words say.
    fn by_set(
        self,
        column: usize,
        syllable: Syllable,
        evidence: &Evidence<'_>,
    ) -> (Syllable, Ground) {
        let unchanged = (syllable, Ground::Unchanged);
        let with = |rime: Final, ground: Ground| {
            let made = Syllable::spoken(syllable.initial(), rime, syllable.tone());
            made.map_or(unchanged, |made| (made, ground))
        };
        if let Some(character) = evidence.character {
            if let Some(form) = words::form(character, evidence.alone, syllable, column) {
                return form.map_or(unchanged, |form| (form, Ground::Set));
            }
            if let Some(set) = SETS.of_member(character, syllable) {
                let form = set.and_then(|set| set.form(column));
                return form.map_or(unchanged, |form| with(form, Ground::Set));
            }
        }
        if let Some(set) = of_pair(syllable, evidence.siblings) {
            return set.form(column).map_or(unchanged, |form| with(form, Ground::Set));
        }
        let may_hold = || SETS.sets.iter().filter(|set| set.may_hold(syllable));
        // What the dictionaries have in one form only, they have as the accent next to theirs says it.
        if let Some(position) = evidence.position.filter(|_| !self.is_near_general()) {
            let mut of_place = may_hold().filter(|set| places::is_of(set.name, position));
            if let Some(set) = of_place.next() {
                return set.form(column).map_or(unchanged, |form| with(form, Ground::Position));
            }
        }
        if SETS.is_plain(syllable.rime()) {
            return unchanged;
        }
        let mut forms = may_hold().map(|set| set.form(column));
        match forms.next() {
            Some(Some(form)) if forms.all(|other| other == Some(form)) => with(form, Ground::Sound),
            _ => unchanged,
        }
    }
}

/// The set that a pair a/b among the siblings of a syllable is of.
fn of_pair(syllable: Syllable, siblings: &[Sibling]) -> Option<&'static Set> {
    let of_side = |side: Side| {
        siblings.iter().filter(move |sibling| {
            sibling.side == Some(side)
                && is_like(sibling.syllable.initial(), syllable.initial())
                && fold(sibling.syllable.tone()) == fold(syllable.tone())
        })
    };
    of_side(Side::First).find_map(|first| {
        of_side(Side::Second).find_map(|second| {
            let is_of =
                |set: &&Set| set.is_pair(first.syllable, second.syllable) && set.may_hold(syllable);
            SETS.sets.iter().find(is_of)
        })
    })
}
