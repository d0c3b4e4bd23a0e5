//! From the best path to tokens with ranked readings.

use thakim_document::{Candidate, Origin, Sources, Token};
use thakim_lexicon::Entry;
use thakim_phonology::Reading;

use crate::arcs::{Arc, Arcs};
use crate::books::Books;
use crate::lattice::{Edge, Lattice, Meaning};
use crate::model::Model;
use crate::posterior::Posterior;

/// Appends the tokens of a run of Han characters.
pub(crate) fn push_tokens(
    books: Books<'_>,
    (model, trust): (&Model, f32),
    lattice: &Lattice,
    arcs: &Arcs,
    posterior: &mut Posterior,
    run: &str,
    tokens: &mut Vec<Token>,
) {
    for chosen in posterior.best_path(arcs, lattice.len()) {
        let Some(arc) = arcs.arcs.get(chosen as usize) else { continue };
        let surface =
            run[lattice.starts[arc.from as usize]..lattice.starts[arc.to as usize]].to_owned();
        let candidates = candidates(books, lattice, arcs, posterior, chosen as usize, arc);
        let origin = match (candidates.is_empty(), arc.to - arc.from) {
            (true, _) => Origin::Unknown,
            (false, 1) => Origin::Character,
            (false, _) => Origin::Word,
        };
        let confidence = match origin {
            Origin::Unknown => 0,
            _ if is_settled(books, lattice, arc) => u8::MAX,
            _ => model.confidence(least_likely(arcs, posterior, arc), trust),
        };
        let grouping = Default::default();
        tokens.push(Token { surface, origin, confidence, candidates, grouping });
    }
}

/// Whether the reader's own dictionary says how a word is read, and has no choice for it.
fn is_settled(books: Books<'_>, lattice: &Lattice, arc: &Arc) -> bool {
    match lattice.edges.get(arc.edge as usize).map(|edge| edge.meaning) {
        Some(Meaning::Own(word)) => books.own.readings(word).len() == 1,
        _ => false,
    }
}

/// Less than this changes no confidence.
const NEGLIGIBLE: f32 = 0.001;

/// How likely the least likely character of an arc is read so, in whatever accent.
fn least_likely(arcs: &Arcs, posterior: &Posterior, arc: &Arc) -> f32 {
    let likely = arcs.sounds_of(arc).map(|sound| {
        let own = posterior.sounds[sound as usize];
        let rivals = arcs.rivals_of(sound).filter(|&rival| {
            posterior.sounds[rival as usize] > NEGLIGIBLE && arcs.is_same_word(sound, rival)
        });
        own + rivals.map(|rival| posterior.sounds[rival as usize]).sum::<f32>()
    });
    likely.fold(1.0, f32::min)
}

/// Whether what stands at an edge, with this share of the readings there, knows about capitals: 台灣
/// for 臺灣; and a name where it may well be one.
fn tells_capitals(edge: &Edge, share: u8) -> bool {
    match edge.meaning {
        Meaning::Word(_) => edge.habits == 0,
        Meaning::Composed(_) => share > 64,
        Meaning::Own(_) | Meaning::Unknown => false,
    }
}

/// One of the readings of what an edge stands for.
pub(crate) fn entry(
    books: Books<'_>,
    lattice: &Lattice,
    edge: &Edge,
    rank: usize,
) -> Option<Entry> {
    match edge.meaning {
        Meaning::Word(word) => books.lexicon.entries(word).nth(rank)?.to_entry(),
        Meaning::Composed(index) => {
            let (_, spoken) = lattice.composed.get(index as usize)?;
            Some(Entry {
                reading: Reading::new(spoken.clone())?,
                label: None,
                sources: 0,
                mass: 0.0,
                accent: None,
                derived: false,
            })
        }
        Meaning::Own(word) => Some(books.own.readings(word).get(rank)?.to_entry()),
        Meaning::Unknown => None,
    }
}

/// Where a reading of an edge comes from.
fn sources(edge: &Edge, entry: &Entry) -> Sources {
    match edge.meaning {
        Meaning::Own(_) => Sources::OWN,
        _ => Sources(entry.sources.into()),
    }
}

/// The readings of the words that can stand where an arc does, the one of the arc first, then by how
/// likely they are there. Readings that differ only in capitals and spaces are one.
fn candidates(
    books: Books<'_>,
    lattice: &Lattice,
    arcs: &Arcs,
    posterior: &Posterior,
    chosen: usize,
    arc: &Arc,
) -> Vec<Candidate> {
    let (from, to) = (arc.from as usize, arc.to as usize);
    let mut rivals: Vec<(usize, &Arc)> = arcs.between(from, to).collect();
    rivals.sort_by(|(one, _), (other, _)| {
        let key = |index: usize| (index == chosen, posterior.arcs[index]);
        let ((first, likely), (other_first, other_likely)) = (key(*one), key(*other));
        other_first.cmp(&first).then(other_likely.total_cmp(&likely))
    });
    let total: f32 = rivals.iter().map(|(index, _)| posterior.arcs[*index]).sum();
    let mut candidates: Vec<Candidate> = Vec::new();
    for (index, arc) in rivals {
        let edge = lattice.edges.get(arc.edge as usize);
        let Some(edge) = edge else { continue };
        let entry = entry(books, lattice, edge, usize::from(arc.rank));
        let Some(entry) = entry else { continue };
        let share = match total > 0.0 {
            true => posterior.arcs[index] / total,
            false => 0.0,
        };
        let share = (share * 255.0) as u8;
        let sources = sources(edge, &entry);
        let alike = |old: &&mut Candidate| old.reading.sounds_like(&entry.reading);
        match candidates.iter_mut().find(alike) {
            Some(old) => {
                old.share = old.share.saturating_add(share);
                old.sources.0 |= sources.0;
                old.label = old.label.or(entry.label);
                old.derived &= entry.derived;
                // What the reader wrote stays as it is.
                if tells_capitals(edge, share) && !old.sources.has_own() {
                    old.reading = old.reading.clone().richer(entry.reading);
                }
            }
            None => candidates.push(Candidate {
                share,
                reading: entry.reading,
                label: entry.label,
                sources,
                derived: entry.derived,
            }),
        }
    }
    candidates
}
