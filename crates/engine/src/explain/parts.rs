//! What adds up to a score, and how it is told.

use thakim_document::{Reason, ReasonKind};

/// Reasons weaker than this are not told, in units of the natural logarithm: they change the odds by
/// less than a tenth.
const TOO_WEAK: f32 = 0.1;

/// The kinds of reasons.
const KINDS: [ReasonKind; 7] = [
    ReasonKind::Own,
    ReasonKind::Word,
    ReasonKind::Usual,
    ReasonKind::Before,
    ReasonKind::After,
    ReasonKind::Around,
    ReasonKind::Preference,
];

/// What adds up to a score: each thing that was looked at, with what it contributes.
#[derive(Clone, Default, Debug)]
pub(super) struct Parts {
    /// The word as the dictionary writes it; empty where it is read by rule.
    pub(super) word: String,
    /// At most one of each kind and text.
    parts: Vec<Reason>,
}

impl Parts {
    pub(super) fn add(&mut self, kind: ReasonKind, text: &str, weight: f32) {
        let same = |part: &&mut Reason| part.kind == kind && part.text == text;
        match self.parts.iter_mut().find(same) {
            Some(part) => part.weight += weight,
            None => self.parts.push(Reason { kind, text: text.to_owned(), weight }),
        }
    }

    /// What adds up to the difference of two scores.
    pub(super) fn subtract(&mut self, other: &Parts) {
        for part in &other.parts {
            self.add(part.kind, &part.text, -part.weight);
        }
    }

    /// The middle between the first two: what both have in common decides nothing.
    pub(super) fn middle(all: &[Parts]) -> Parts {
        let two = all.get(..2).unwrap_or(all);
        let mut middle = Parts::default();
        for part in two.iter().flat_map(|parts| &parts.parts) {
            middle.add(part.kind, &part.text, part.weight / two.len() as f32);
        }
        middle
    }

    /// The score.
    pub(super) fn sum(&self) -> f32 {
        self.parts.iter().map(|part| part.weight).sum()
    }

    /// The reasons that are told, the strongest first. The word is told even if it decides nothing.
    pub(super) fn reasons(&self) -> Vec<Reason> {
        let mut reasons = self.all_reasons();
        let is_word = |kind| matches!(kind, ReasonKind::Word | ReasonKind::Own);
        reasons.retain(|it| it.weight.abs() >= TOO_WEAK || is_word(it.kind));
        reasons
    }

    /// One reason of each kind, the strongest first, named after the strongest of its parts that
    /// pulls the same way. Their weights add up to the score.
    pub(super) fn all_reasons(&self) -> Vec<Reason> {
        let mut reasons: Vec<Reason> = Vec::new();
        for kind in KINDS {
            let parts = || self.parts.iter().filter(move |part| part.kind == kind);
            let weight: f32 = parts().map(|part| part.weight).sum();
            let pull = |part: &Reason| part.weight * weight.signum();
            let strongest = parts().max_by(|one, other| pull(one).total_cmp(&pull(other)));
            let Some(strongest) = strongest else { continue };
            let text = if kind == ReasonKind::Word { &self.word } else { &strongest.text };
            reasons.push(Reason { kind, text: text.clone(), weight });
        }
        reasons.sort_by(|one, other| other.weight.abs().total_cmp(&one.weight.abs()));
        reasons
    }
}
