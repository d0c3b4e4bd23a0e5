//! What one change made of the marks, so that it can be undone without a copy of them all.

use std::sync::Arc;

use thakim_document::Preference;
use thakim_protocol::Passage;

use super::{ArticleWord, Correction, Edit, Marks, Offer, Seam, follow_passage};

/// The difference between the marks before and behind a change. Its size is that of the change.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Difference {
    readings: Option<(Preference, Preference)>,
    offer: Option<(Offer, Offer)>,
    passages: Swap<Passage>,
    corrections: Swap<Correction>,
    seams: Swap<Seam>,
    words: Swap<ArticleWord>,
}

/// What went out of a list, and what came into it.
#[derive(Clone, PartialEq, Debug)]
struct Swap<T> {
    out: Vec<T>,
    into: Vec<T>,
}

impl<T> Default for Swap<T> {
    fn default() -> Swap<T> {
        Swap { out: Vec::new(), into: Vec::new() }
    }
}

impl Difference {
    /// What must be done to get from the one to the other.
    pub fn between(before: &Marks, after: &Marks) -> Difference {
        let changed = |same: bool| (!same).then_some(());
        Difference {
            readings: changed(before.readings == after.readings)
                .map(|()| (before.readings, after.readings)),
            offer: changed(before.offer == after.offer).map(|()| (before.offer, after.offer)),
            passages: Swap::between(&before.passages, &after.passages, |one| one.from),
            corrections: Swap::between(&before.corrections, &after.corrections, |one| one.at),
            seams: Swap::between(&before.seams, &after.seams, |one| one.at),
            words: Swap::between(&before.words, &after.words, |one| one.surface.as_str()),
        }
    }

    /// Whether nothing changed.
    pub fn is_empty(&self) -> bool {
        *self == Difference::default()
    }

    /// The way back.
    #[must_use]
    pub fn reversed(self) -> Difference {
        let back = |(before, after)| (after, before);
        Difference {
            readings: self.readings.map(back),
            offer: self.offer.map(|(before, after)| (after, before)),
            passages: self.passages.reversed(),
            corrections: self.corrections.reversed(),
            seams: self.seams.reversed(),
            words: self.words.reversed(),
        }
    }

    /// Does it to marks.
    pub fn apply(&self, marks: &mut Marks) {
        if let Some((_, after)) = self.readings {
            marks.readings = after;
        }
        if let Some((_, after)) = self.offer {
            marks.offer = after;
        }
        self.passages.apply(&mut marks.passages, |one| one.from);
        self.seams.apply(&mut marks.seams, |one| one.at);
        // The page itself may have taken void ones away meanwhile; two never lie on each other.
        marks.corrections.retain(|one| !self.corrections.out.contains(one));
        for correction in &self.corrections.into {
            marks.correct(correction.clone());
        }
        if self.words != Swap::default() {
            let words = Arc::make_mut(&mut marks.words);
            words.retain(|one| !self.words.out.contains(one));
            for word in &self.words.into {
                words.retain(|one| one.surface != word.surface);
                let index = words.partition_point(|one| one.surface < word.surface);
                words.insert(index, word.clone());
            }
        }
    }

    /// Carries it over a change of the text.
    pub fn follow(&mut self, edit: Edit) {
        let Difference { passages, corrections, seams, .. } = self;
        passages.retain(|one| follow_passage(one, edit));
        corrections.retain(|one| one.follow(edit));
        seams.retain(|one| one.follow(edit));
    }
}

impl<T: Clone + PartialEq> Swap<T> {
    /// The difference of two lists that rise by a key.
    fn between<'t, K: Ord>(before: &'t [T], after: &'t [T], key: impl Fn(&'t T) -> K) -> Swap<T> {
        let mut swap = Swap::default();
        let (mut old, mut new) = (before.iter().peekable(), after.iter().peekable());
        loop {
            let order = match (old.peek(), new.peek()) {
                (Some(old), Some(new)) => key(old).cmp(&key(new)),
                (Some(_), None) => std::cmp::Ordering::Less,
                (None, Some(_)) => std::cmp::Ordering::Greater,
                (None, None) => return swap,
            };
            let gone = order.is_le().then(|| old.next()).flatten();
            let come = order.is_ge().then(|| new.next()).flatten();
            if gone != come {
                swap.out.extend(gone.cloned());
                swap.into.extend(come.cloned());
            }
        }
    }

    fn apply<K: Ord>(&self, list: &mut Vec<T>, key: impl Fn(&T) -> K) {
        list.retain(|one| !self.out.contains(one));
        for one in &self.into {
            list.retain(|other| key(other) != key(one));
            let index = list.partition_point(|other| key(other) < key(one));
            list.insert(index, one.clone());
        }
    }

    fn reversed(self) -> Swap<T> {
        Swap { out: self.into, into: self.out }
    }

    fn retain(&mut self, mut keep: impl FnMut(&mut T) -> bool) {
        self.out.retain_mut(&mut keep);
        self.into.retain_mut(keep);
    }
}

#[cfg(test)]
mod tests {
    use thakim_phonology::Notation;

    use super::super::{Position, SeamKind};
    use super::*;

    fn correction(at: u32, surface: &str, reading: &str) -> Correction {
        let reading = Notation::Tl.parse(reading).expect("a reading in 臺羅");
        Correction { at, surface: surface.into(), reading }
    }

    fn seam(at: u32, kind: SeamKind) -> Seam {
        Seam { at, before: "銀".into(), behind: "行".into(), kind }
    }

    /// Marks with one of everything.
    fn marks() -> Marks {
        let mut marks = Marks::reading(Preference::Literary);
        marks.set_passage(0, 9, Preference::Colloquial);
        marks.correct(correction(3, "行", "hîng"));
        marks.correct(correction(5, "銀行", "gîn-hâng"));
        marks.set_seam(seam(9, SeamKind::Split));
        marks.set_word("去", Some(correction(0, "去", "khù").reading));
        marks
    }

    /// Changes, the marks after each, undone one by one and done again.
    fn check(changes: &[fn(&mut Marks)]) {
        let mut states = vec![marks()];
        let mut steps = Vec::new();
        for change in changes {
            let before = states.last().expect("there is one").clone();
            let mut after = before.clone();
            change(&mut after);
            steps.push(Difference::between(&before, &after));
            states.push(after);
        }
        let mut now = states.last().expect("there is one").clone();
        for (step, expected) in steps.iter().zip(&states).rev() {
            step.clone().reversed().apply(&mut now);
            assert_eq!(now, *expected);
        }
        for (step, expected) in steps.iter().zip(&states[1..]) {
            step.apply(&mut now);
            assert_eq!(now, *expected);
        }
    }

    #[test]
    fn every_change_can_be_undone_and_done_again() {
        check(&[
            |marks| marks.correct(correction(4, "重行", "tiông-hîng")),
            |marks| marks.readings = Preference::Auto,
            |marks| marks.offer = Offer::Declined,
            |marks| marks.set_passage(3, 30, Preference::Literary),
            |marks| marks.set_seam(seam(9, SeamKind::Join)),
            |marks| drop(marks.take_seam(9)),
            |marks| marks.set_word("行", Some(correction(0, "行", "kiânn").reading)),
            |marks| marks.set_word("去", Some(correction(0, "去", "khì").reading)),
            |marks| {
                marks.set_word("去", None);
                marks.take_back(3);
                marks.correct(correction(5, "銀", "gûn"));
            },
        ]);
    }

    #[test]
    fn a_difference_is_as_large_as_its_change() {
        let mut before = Marks::default();
        for at in 0..1000 {
            before.correct(correction(at, "行", "hîng"));
        }
        let mut after = before.clone();
        after.correct(correction(500, "行", "hâng"));
        let difference = Difference::between(&before, &after);
        assert_eq!((difference.corrections.out.len(), difference.corrections.into.len()), (1, 1));
        assert!(Difference::between(&before, &before).is_empty());
        assert!(!difference.is_empty());
    }

    #[test]
    fn differences_follow_the_text() {
        let place = |letter| Position { byte: letter * 3, letter };
        // Two characters are written before everything.
        let edit = Edit { from: place(0), old: place(0), new: place(2) };
        let before = marks();
        let mut after = before.clone();
        after.correct(correction(3, "行", "hâng"));
        after.set_seam(seam(12, SeamKind::Join));
        let mut step = Difference::between(&before, &after);
        step.follow(edit);
        let (mut moved, mut expected) = (after, before);
        moved.follow(edit);
        expected.follow(edit);
        step.reversed().apply(&mut moved);
        assert_eq!(moved, expected);
    }
}
