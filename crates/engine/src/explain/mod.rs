//! Why a token is read as it is: what the model added up, told apart for people.
//!
//! Nothing is scored anew here. The arcs of the run are filled as they are for reading, and what each
//! feature contributes is noted on the way; what is not a feature of a sound is the rest.

mod parts;
#[cfg(test)]
mod tests;

use thakim_document::{
    Candidate, Explained, Explanation, Preference, Reason, ReasonKind, Token, units,
};
use thakim_lexicon::{Lexicon, WordId};

use crate::arcs::{Arc, Arcs, Ground, Subject};
use crate::books::Books;
use crate::lattice::{Lattice, Meaning};
use crate::model::Model;
use crate::model::features::{LOOKS_AT, Marks};
use crate::posterior::Posterior;
use crate::runs::{Run, RunKind, runs};
use crate::taste::Taste;
use crate::tokens::entry;
use parts::Parts;

/// How many other ways to cut the text are told.
const RIVALS: usize = 3;

/// What is less likely than the word that was read by more than this is no rival: a thousand times,
/// in units of the natural logarithm.
const NO_RIVAL: f32 = -6.9;

/// Explains a token of a line; `at` is where it begins, in bytes. The weights of its candidates are
/// the scores of their best arcs, measured from the middle between the two likeliest candidates.
pub(crate) fn explanation(
    books: Books<'_>,
    model: &Model,
    line: &str,
    at: usize,
    token: Token,
    readings: Preference,
) -> Option<Explanation> {
    if token.candidates.is_empty() {
        return None;
    }
    let (start, run) = run_at(line, at)?;
    let scene = Scene::new(books, model, line, start, &run, readings);
    let from = scene.lattice.starts.binary_search(&(at - start)).ok()?;
    let to = from + units(&token.surface).count();
    let parts: Vec<Parts> =
        token.candidates.iter().map(|candidate| scene.parts(candidate, from, to)).collect();
    let middle = Parts::middle(&parts);
    let explained = token.candidates.into_iter().zip(parts).map(|(candidate, mut parts)| {
        parts.subtract(&middle);
        Explained { candidate, weight: parts.sum(), reasons: parts.reasons() }
    });
    let candidates = explained.collect();
    Some(Explanation { surface: token.surface, candidates, rivals: scene.rivals(from, to) })
}

/// The run of Han characters that holds a byte of a line, and where it begins, in bytes.
fn run_at(line: &str, at: usize) -> Option<(usize, Run<'_>)> {
    let mut end = 0;
    let run = runs(line).find(|run| {
        end += run.surface.len();
        at < end
    })?;
    (run.kind == RunKind::Han).then_some((end - run.surface.len(), run))
}

/// A run with all its arcs, and what each feature of a sound contributes.
struct Scene<'s> {
    books: Books<'s>,
    lattice: Lattice,
    arcs: Arcs,
    posterior: Posterior,
    /// For each sound the weights of its features, in the order of [`LOOKS_AT`]; none where nothing
    /// needed to speak for it.
    weights: Vec<Vec<f32>>,
    /// The nearest character outside of the run on each side; none at the edges of the line.
    outside: [Option<char>; 2],
    /// The characters of the run as they are pasted.
    surfaces: Vec<&'s str>,
}

impl<'s> Scene<'s> {
    fn new(
        books: Books<'s>,
        model: &Model,
        line: &str,
        start: usize,
        run: &Run<'s>,
        readings: Preference,
    ) -> Scene<'s> {
        let Books { lexicon, own } = books;
        let taste = Taste::of(readings, lexicon);
        let mut lattice = Lattice::default();
        lattice.fill(lexicon, own, run.surface);
        let marks = Marks { before: run.before, letters: &lattice.letters, after: run.after };
        let (taste, remembered) = (&taste, None);
        let ground = Ground { lexicon, own, lattice: &lattice, marks, taste, remembered };
        let mut arcs = Arcs::default();
        let mut weights: Vec<Vec<f32>> = Vec::new();
        arcs.fill(ground, |subject, slots| {
            if let Subject::Sound(sound) = subject {
                let sound = sound as usize;
                weights.resize_with(weights.len().max(sound + 1), Vec::new);
                let slots = slots.as_slice().iter();
                weights[sound] =
                    slots.map(|&slot| model.weight(slot) as f32 * Model::UNIT).collect();
            }
            model.sum(slots)
        });
        let mut posterior = Posterior::default();
        posterior.fill(&arcs, lattice.len());
        let visible = |letter: &char| !letter.is_whitespace();
        let before = line.get(..start).unwrap_or_default().chars().rev().find(visible);
        let behind = line.get(start + run.surface.len()..).unwrap_or_default();
        let outside = [before, behind.chars().find(visible)];
        let surfaces = units(run.surface).collect();
        Scene { books, lattice, arcs, posterior, weights, outside, surfaces }
    }

    /// What adds up to the score of a candidate that stands between two places.
    fn parts(&self, candidate: &Candidate, from: usize, to: usize) -> Parts {
        let mut parts = Parts::default();
        let Some(arc) = self.best_arc(candidate, from, to) else { return parts };
        let mut own = arc.score - arc.taste;
        parts.add(ReasonKind::Preference, "", arc.taste);
        for (at, sound) in (from..to).zip(self.arcs.sounds_of(arc)) {
            let Some(spoken) = self.arcs.sounds.get(sound as usize) else { continue };
            own -= spoken.score;
            let weights = self.weights.get(sound as usize).map(Vec::as_slice).unwrap_or_default();
            for (weight, offsets) in weights.iter().zip(LOOKS_AT) {
                if *weight != 0.0 {
                    let (kind, text) = self.context(at, offsets);
                    parts.add(kind, &text, *weight);
                }
            }
        }
        parts.word = self.looked_up(arc).unwrap_or_default();
        match self.own_word(from, to) {
            Some(word) => parts.add(ReasonKind::Own, word, own),
            None => parts.add(ReasonKind::Word, "", own),
        }
        parts
    }

    /// The best arc between two places that reads as a candidate does.
    fn best_arc(&self, candidate: &Candidate, from: usize, to: usize) -> Option<&Arc> {
        let syllables = || candidate.reading.syllables().iter().map(|spoken| spoken.syllable);
        let sounds_alike = |arc: &Arc| {
            let sounds = self.arcs.sounds_of(arc);
            sounds.map(|sound| self.arcs.sounds[sound as usize].syllable).eq(syllables())
        };
        // Of two readings that differ in the neutral tone alone, the one that is the candidate.
        let is_same = |arc: &Arc| {
            let edge = self.lattice.edges.get(arc.edge as usize);
            let entry =
                edge.and_then(|edge| entry(self.books, &self.lattice, edge, arc.rank.into()));
            entry.is_some_and(|entry| entry.reading.sounds_like(&candidate.reading))
        };
        let alike = self.arcs.between(from, to).map(|(_, arc)| arc).filter(|arc| sounds_alike(arc));
        alike.max_by(|one, other| {
            let key = |arc: &Arc| (is_same(arc), arc.score);
            let ((same, score), (other_same, other_score)) = (key(one), key(other));
            same.cmp(&other_same).then(score.total_cmp(&other_score))
        })
    }

    /// What a feature of the character at `at` looks at, and the characters there.
    fn context(&self, at: usize, offsets: &[isize]) -> (ReasonKind, String) {
        let (left, right): (Vec<isize>, Vec<isize>) = offsets.iter().partition(|&&it| it < 0);
        let kind = match (left.is_empty(), right.is_empty()) {
            (true, true) => return (ReasonKind::Usual, self.surfaces[at].to_owned()),
            (false, true) => ReasonKind::Before,
            (true, false) => ReasonKind::After,
            (false, false) => ReasonKind::Around,
        };
        let mut text = String::new();
        // Where the next character would be that follows without a gap: next to the one in question.
        let mut next = offsets.first().map_or(0, |&first| if first > 0 { 1 } else { first });
        for &offset in offsets {
            let found = self.found(at, offset);
            if offset != next && found.is_some() {
                text.push('…');
            }
            text.extend(found);
            next = offset + 1;
        }
        if text.is_empty() {
            // All of it lies beyond what stands next to the run: what counts is where that is.
            let [before, behind] = self.outside.map(|it| it.unwrap_or(Reason::LINE_EDGE));
            text.push(if kind == ReasonKind::Before { before } else { behind });
        } else if kind == ReasonKind::Before && next != 0 {
            text.push('…');
        }
        (kind, text)
    }

    /// What stands so many characters behind one of the run; nothing further out than next to it.
    fn found(&self, at: usize, offset: isize) -> Option<char> {
        let place = at as isize + offset;
        match usize::try_from(place) {
            Ok(place) => match self.surfaces.get(place) {
                Some(surface) => surface.chars().next(),
                None if place == self.surfaces.len() => {
                    Some(self.outside[1].unwrap_or(Reason::LINE_EDGE))
                }
                None => None,
            },
            Err(_) if place == -1 => Some(self.outside[0].unwrap_or(Reason::LINE_EDGE)),
            Err(_) => None,
        }
    }

    /// The word of the dictionary that an arc is, as the dictionary writes it: 後面 for 后面. None for
    /// what is read by rule.
    fn looked_up(&self, arc: &Arc) -> Option<String> {
        let edge = self.lattice.edges.get(arc.edge as usize)?;
        let letters = self.lattice.letters.get(edge.from..edge.to)?;
        match edge.meaning {
            Meaning::Word(word) => spelling(self.books.lexicon, letters, word),
            Meaning::Own(word) => Some(self.books.own.surface(word).to_owned()),
            Meaning::Composed(_) | Meaning::Unknown => None,
        }
    }

    /// The own word between two places. Where there is one, it decides between all readings there.
    fn own_word(&self, from: usize, to: usize) -> Option<&'s str> {
        self.lattice.edges.iter().find_map(|edge| match edge.meaning {
            Meaning::Own(word) if (edge.from, edge.to) == (from, to) => {
                Some(self.books.own.surface(word))
            }
            _ => None,
        })
    }

    /// The words that overlap the span between two places and end or begin elsewhere, the likeliest
    /// first, with how much less likely they are than what stands in the span.
    fn rivals(&self, from: usize, to: usize) -> Vec<Reason> {
        let (mut chosen, mut spans) = (0.0, Vec::<((usize, usize), f32)>::new());
        for (arc, likely) in self.arcs.arcs.iter().zip(&self.posterior.arcs) {
            let span = (arc.from as usize, arc.to as usize);
            if span == (from, to) {
                chosen += likely;
            } else if span.0 < to && span.1 > from {
                match spans.iter_mut().find(|(old, _)| *old == span) {
                    Some((_, sum)) => *sum += likely,
                    None => spans.push((span, *likely)),
                }
            }
        }
        spans.sort_by(|(_, one), (_, other)| other.total_cmp(one));
        let rivals = spans.into_iter().take(RIVALS).map(|((from, to), likely)| Reason {
            kind: ReasonKind::Word,
            text: self.surfaces[from..to].concat(),
            weight: libm::logf(likely / chosen),
        });
        rivals.filter(|rival| rival.weight > NO_RIVAL).collect()
    }
}

/// How many characters are tried at most to find how the dictionary writes a word.
const STEPS: u32 = 1_000;

/// How the dictionary writes a word that stands for these characters.
fn spelling(lexicon: &Lexicon, letters: &[char], wanted: WordId) -> Option<String> {
    let mut steps = STEPS;
    let mut pending = vec![(lexicon.start(), Vec::new())];
    while let Some((cursor, written)) = pending.pop() {
        let Some(&letter) = letters.get(written.len()) else {
            match lexicon.word(cursor) {
                Some(word) if word.id == wanted => return Some(written.iter().collect()),
                _ => continue,
            }
        };
        steps = u32::checked_sub(steps, 1)?;
        let variants = lexicon.variants(letter).map(|(variant, _)| variant);
        // What is pushed last is tried first: the character itself.
        for letter in variants.chain([letter]) {
            if let Some(cursor) = lexicon.step(cursor, letter) {
                let mut written = written.clone();
                written.push(letter);
                pending.push((cursor, written));
            }
        }
    }
    None
}
