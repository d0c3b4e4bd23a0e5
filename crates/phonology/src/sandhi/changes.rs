//! What happens to each syllable, from readings and groupings alone.

use super::{Change, GlottalStop, Grouping, Juncture, Mode, NeutralForm, Speech};
use crate::{Final, Initial, Reading, Spoken, Syllable, Tone};

/// A word in its place in speech.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Word<'r> {
    /// Its reading, in citation tones.
    pub reading: &'r Reading,
    /// Where groups end in it and behind it.
    pub grouping: Grouping,
    /// Whether its last syllable is 去 or 欲, which change twice.
    pub is_going: bool,
}

impl<'r> Word<'r> {
    /// A word of which only the sound is known: a word that is khì or ends in beh is taken for 去 and 欲.
    pub fn new(reading: &'r Reading, grouping: Grouping) -> Word<'r> {
        Word { reading, grouping, is_going: sounds_like_going(reading) }
    }
}

/// 去 and 欲 in their varieties, in numeric 臺羅.
const GOING: [(&str, &str, Tone); 8] = [
    ("kh", "i", Tone::T3),
    ("kh", "u", Tone::T3),
    ("kh", "ir", Tone::T3),
    ("b", "eh", Tone::T4),
    ("b", "ueh", Tone::T4),
    ("b", "oh", Tone::T4),
    ("b", "erh", Tone::T4),
    ("b", "eeh", Tone::T4),
];

fn sounds_like_going(reading: &Reading) -> bool {
    let Some(last) = reading.syllables().last() else { return false };
    // Inside longer words khì is 氣, 器 or 去 as a complement.
    is_one_of(last.syllable, &GOING) && (reading.len() == 1 || last.syllable.tone() == Tone::T4)
}

/// The neutral syllables that follow the tone before them: pronouns, 的, 仔 and 裡. The list is that of
/// 臺灣言語工具 with the sounds of other places; all other neutral syllables are low.
const FOLLOWING: [(&str, &str, Tone); 16] = [
    ("", "e", Tone::T5),
    ("", "a", Tone::T2),
    ("g", "ua", Tone::T2),
    ("", "ua", Tone::T2),
    ("l", "i", Tone::T2),
    ("l", "u", Tone::T2),
    ("l", "ir", Tone::T2),
    ("", "i", Tone::T1),
    ("l", "an", Tone::T2),
    ("g", "uan", Tone::T2),
    ("g", "un", Tone::T2),
    ("", "uan", Tone::T2),
    ("l", "in", Tone::T2),
    ("", "in", Tone::T1),
    ("n", "i", Tone::T2),
    // As in text that writes the tone of 的 after it has changed.
    ("", "e", Tone::T7),
];

fn is_one_of(syllable: Syllable, list: &[(&str, &str, Tone)]) -> bool {
    let key = (syllable.initial().tl(), syllable.rime().tl(), syllable.tone());
    list.contains(&key)
}

/// The suffix 仔, by its sound.
fn is_suffix(syllable: Syllable) -> bool {
    syllable.initial() == Initial::NONE
        && syllable.rime().tl() == "a"
        && syllable.tone() == Tone::T2
}

/// A syllable in its place.
#[derive(Clone, Copy)]
struct Site {
    syllable: Syllable,
    neutral: bool,
    /// What is behind it.
    then: Juncture,
    /// Whether it is the last of a word that is 去 or 欲.
    is_going: bool,
}

/// What happens to each syllable of some words that follow each other. What is behind the last one is
/// said by its grouping as well: a word that is not read may follow, so it need not be a pause.
pub fn changes(words: &[Word<'_>], mode: Mode) -> Vec<Vec<Change>> {
    let sites = sites(words);
    let mut all = Vec::with_capacity(sites.len());
    for at in 0..sites.len() {
        let change = match mode {
            Mode::None => Change::Citation,
            Mode::Auto => in_speech(&sites, at, all.last().copied()),
            Mode::AllButLast | Mode::All => by_table(&sites, at, mode),
        };
        all.push(change);
    }
    let mut all = all.into_iter();
    words.iter().map(|word| all.by_ref().take(word.reading.len()).collect()).collect()
}

fn sites(words: &[Word<'_>]) -> Vec<Site> {
    let mut sites = Vec::new();
    for word in words {
        let last = word.reading.len() - 1;
        let mut neutral = false;
        for (at, spoken) in word.reading.syllables().iter().enumerate() {
            neutral |= spoken.join == crate::Join::Neutral;
            let then = match at == last {
                true => word.grouping.then,
                false if word.grouping.ends_behind(at) => Juncture::End,
                false => Juncture::Bound,
            };
            let is_going = at == last && word.is_going;
            sites.push(Site { syllable: spoken.syllable, neutral, then, is_going });
        }
    }
    sites
}

fn in_speech(sites: &[Site], at: usize, before: Option<Change>) -> Change {
    let site = sites[at];
    if site.neutral {
        let leans_on = at.checked_sub(1).map(|before| sites[before]);
        let leans_on = leans_on.filter(|before| before.then != Juncture::Pause);
        return match leans_on {
            Some(previous) if is_one_of(site.syllable, &FOLLOWING) => {
                // Behind a neutral syllable it goes on at the level of that one.
                Change::Following(match before {
                    Some(change) if change.is_neutral() => {
                        change.tone(previous.syllable, Default::default())
                    }
                    _ => previous.syllable.tone(),
                })
            }
            _ => Change::Neutral,
        };
    }
    let next = sites.get(at + 1);
    // Before a neutral syllable a group ends.
    if site.then >= Juncture::End || next.is_some_and(|next| next.neutral) {
        return Change::Citation;
    }
    if site.then == Juncture::Bound {
        if next.is_some_and(|next| is_suffix(next.syllable)) {
            return Change::BeforeSuffix;
        }
        return if is_tripled(sites, at) { Change::Tripled } else { Change::Regular };
    }
    if site.is_going { Change::Twice } else { Change::Regular }
}

/// Whether three alike that are a word begin here.
fn is_tripled(sites: &[Site], at: usize) -> bool {
    let Some(three) = sites.get(at..at + 3) else { return false };
    let is_same = |site: &Site| site.syllable == sites[at].syllable && !site.neutral;
    let begins = at == 0 || sites[at - 1].then != Juncture::Bound;
    begins
        && three.iter().all(is_same)
        && three[..2].iter().all(|site| site.then == Juncture::Bound)
        && three[2].then != Juncture::Bound
}

fn by_table(sites: &[Site], at: usize, mode: Mode) -> Change {
    let site = sites[at];
    let next = sites.get(at + 1).filter(|_| site.then != Juncture::Pause);
    match next {
        _ if site.neutral => Change::Neutral,
        Some(next) if next.neutral => Change::Citation,
        None if mode == Mode::AllButLast && site.then == Juncture::Pause => Change::Citation,
        _ => Change::Regular,
    }
}

/// The readings of some words that follow each other, with the tones as spoken. They have as many
/// syllables as before; what joins them and their capitals stay.
pub fn spoken(words: &[Word<'_>], speech: &Speech) -> Vec<Reading> {
    let mut words = words.to_vec();
    if !speech.changes_twice() {
        words.iter_mut().for_each(|word| word.is_going = false);
    }
    let changes = changes(&words, speech.mode);
    let words = words.iter().zip(changes);
    words.map(|(word, changes)| apply(word.reading, &changes, speech)).collect()
}

fn apply(reading: &Reading, changes: &[Change], speech: &Speech) -> Reading {
    let heard = reading.syllables().iter().zip(changes).map(|(&spoken, &change)| Spoken {
        syllable: heard(spoken.syllable, change, speech),
        ..spoken
    });
    Reading::new(heard.collect()).unwrap_or_else(|| reading.clone())
}

fn heard(syllable: Syllable, change: Change, speech: &Speech) -> Syllable {
    let tone = match (change.is_neutral(), speech.neutral) {
        (true, NeutralForm::Written) => return syllable,
        (true, NeutralForm::Zero) => Tone::Neutral,
        _ => change.tone(syllable, speech.accent),
    };
    if tone == syllable.tone() {
        return syllable;
    }
    let open = match speech.glottal_stop {
        GlottalStop::Dropped if tone != Tone::Neutral => open(syllable.rime()),
        _ => None,
    };
    let rime = open.unwrap_or(syllable.rime());
    // Every tone of the tables is one that the syllable can have; a test tries all of them.
    Syllable::spoken(syllable.initial(), rime, tone).unwrap_or(syllable)
}

/// The final without its -h; none if it has no -h.
fn open(rime: Final) -> Option<Final> {
    rime.tl().strip_suffix('h').and_then(Final::from_tl)
}

impl Reading {
    /// The same syllables with other tones, one for each; what is not given, and a tone that a syllable
    /// cannot have even in speech, leaves the one it has.
    #[must_use]
    pub fn with_tones(&self, tones: &[Tone]) -> Reading {
        let with = |(index, &spoken): (usize, &Spoken)| {
            let tone = tones.get(index).copied().unwrap_or(spoken.syllable.tone());
            let syllable = spoken.syllable.with_tone(tone).unwrap_or(spoken.syllable);
            Spoken { syllable, ..spoken }
        };
        let syllables = self.syllables().iter().enumerate().map(with).collect();
        Reading::new(syllables).unwrap_or_else(|| self.clone())
    }
}
