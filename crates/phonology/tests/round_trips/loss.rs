//! What is lost on the way there and back, in as few lines as tell it.

use std::collections::{BTreeMap, BTreeSet};

use thakim_phonology::{Coda, Final, Initial, Notation, Syllable, Tone, ToneStyle, WriteOptions};

use crate::{read, write};

/// What becomes of a syllable.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fate {
    Same,
    Other(Syllable),
    Unwritten,
    Unread,
}

/// What becomes of all syllables.
pub(crate) struct Tally {
    fates: Vec<(Syllable, Fate)>,
}

impl Tally {
    pub(crate) fn of(notation: Notation, options: &WriteOptions) -> Tally {
        let fate = |syllable| match write(notation, syllable, options) {
            None => Fate::Unwritten,
            Some(written) => match read(notation, &written, syllable, options) {
                Ok(back) if back == syllable || is_same_without_tones(back, syllable, options) => {
                    Fate::Same
                }
                Ok(back) => Fate::Other(back),
                Err(_) => Fate::Unread,
            },
        };
        Tally { fates: Syllable::all_spoken().map(|syllable| (syllable, fate(syllable))).collect() }
    }

    /// The name of the options, and how much of what is written comes back.
    pub(crate) fn line(&self, name: &str) -> String {
        let (citation, spoken): (Vec<_>, Vec<_>) =
            self.fates.iter().partition(|(syllable, _)| syllable.is_citation());
        let share = |fates: &[&(Syllable, Fate)]| {
            let count = |fate| fates.iter().filter(|(_, found)| *found == fate).count();
            let (same, written) = (count(Fate::Same), fates.len() - count(Fate::Unwritten));
            // In tenths of a percent, downwards: what is not all is not 100.
            let share = (same * 1000).checked_div(written).unwrap_or(0);
            format!("{same} of {written} ({}.{} %)", share / 10, share % 10)
        };
        let (citation, spoken) = (share(&citation), share(&spoken));
        format!("{name:<28} {citation}; in speech {spoken}\n")
    }

    /// A line for each kind of loss.
    pub(crate) fn losses(&self) -> Vec<String> {
        let mut lines = Vec::new();
        let unwritten = self.parts(Fate::Unwritten);
        if !unwritten.is_empty() {
            lines.push(format!("no way to write: {}", unwritten.join(", ")));
        }
        let unread = self.parts(Fate::Unread);
        if !unread.is_empty() {
            lines.push(format!("read as nothing: {}", unread.join(", ")));
        }
        lines.extend(self.changes());
        lines
    }

    /// What the syllables of a fate have in common: a tone, an initial, a final, as far as all
    /// syllables with it share the fate; else an initial or final with the tones.
    fn parts(&self, fate: Fate) -> Vec<String> {
        let mut left: Vec<Syllable> =
            self.fates.iter().filter(|(_, found)| *found == fate).map(|row| row.0).collect();
        let mut parts = Vec::new();
        let mut take = |name: String, is_part: &dyn Fn(&Syllable) -> bool| {
            let count = left.iter().filter(|syllable| is_part(syllable)).count();
            let all = self.fates.iter().filter(|(syllable, _)| is_part(syllable));
            if count > 0 && all.clone().all(|(_, found)| *found == fate) {
                left.retain(|syllable| !is_part(syllable));
                parts.push(name);
            }
        };
        for tone in tones() {
            take(format!("tone {}", tone.number()), &|syllable| syllable.tone() == tone);
        }
        for rime in Final::all() {
            take(format!("-{}", rime.tl()), &|syllable| syllable.rime() == rime);
        }
        for initial in Initial::all().filter(|initial| *initial != Initial::NONE) {
            take(format!("{}-", initial.tl()), &|syllable| syllable.initial() == initial);
        }
        for rime in Final::all() {
            for tone in tones() {
                take(format!("-{}{}", rime.tl(), tone.number()), &|syllable| {
                    syllable.rime() == rime && syllable.tone() == tone
                });
            }
        }
        for initial in Initial::all() {
            for rime in Final::all() {
                let name = format!("{}{}", initial.tl(), rime.tl());
                take(name, &|syllable| syllable.initial() == initial && syllable.rime() == rime);
            }
        }
        parts.extend(left.iter().map(|syllable| format!("{syllable:?}")));
        parts
    }

    /// What is read as something else: which tones, finals, initials and whole syllables.
    fn changes(&self) -> Vec<String> {
        // What changes, by what it changes into, by kind.
        let mut changes: [BTreeMap<String, BTreeSet<String>>; 4] = Default::default();
        for (from, fate) in &self.fates {
            let Fate::Other(to) = fate else { continue };
            if from.tone() != to.tone() {
                let stop = if is_checked(*from) { " with a stop" } else { "" };
                let into = format!("tone {}{stop}", to.tone().number());
                changes[0].entry(into).or_default().insert(from.tone().number().to_string());
            }
            if let Some((kind, one, other)) = change(*from, *to) {
                changes[kind].entry(other).or_default().insert(one);
            }
        }
        let line = |kind: &BTreeMap<String, BTreeSet<String>>| {
            let into = |(to, from): (&String, &BTreeSet<String>)| {
                let from: Vec<&str> = from.iter().map(String::as_str).collect();
                format!("{} → {to}", from.join(" "))
            };
            kind.iter().map(into).collect::<Vec<String>>().join("; ")
        };
        changes.iter().filter(|kind| !kind.is_empty()).map(line).collect()
    }
}

/// What of a syllable changed besides its tone: 1 its final, 2 its initial, 3 both; and from what into
/// what.
fn change(from: Syllable, to: Syllable) -> Option<(usize, String, String)> {
    let initials = (from.initial().tl(), to.initial().tl());
    let finals = (from.rime().tl(), to.rime().tl());
    match (initials.0 == initials.1, finals.0 == finals.1) {
        (true, true) => None,
        (true, false) => Some((1, format!("-{}", finals.0), format!("-{}", finals.1))),
        (false, same) => {
            // bann and ma differ in where the nasality stands.
            let is_nasal = finals.0.replace("nn", "") == finals.1;
            if !same && is_nasal {
                return Some((2, format!("{}-nn", initials.0), format!("{}-", initials.1)));
            }
            let whole = |initial: &str, rime: &str| format!("{initial}{rime}");
            let kind = if same { 2 } else { 3 };
            Some((kind, whole(initials.0, finals.0), whole(initials.1, finals.1)))
        }
    }
}

fn is_checked(syllable: Syllable) -> bool {
    syllable.rime().coda() == Coda::Stop
}

/// Without tones, a syllable comes back if its letters do.
fn is_same_without_tones(one: Syllable, other: Syllable, options: &WriteOptions) -> bool {
    options.tones == ToneStyle::None
        && (one.initial(), one.rime()) == (other.initial(), other.rime())
}

fn tones() -> impl Iterator<Item = Tone> {
    [Tone::Neutral].into_iter().chain(Tone::CITATION)
}
