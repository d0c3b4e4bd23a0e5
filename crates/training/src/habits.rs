//! Writing the same sentence in another habit.

use std::collections::BTreeMap;

use thakim_document::is_han;

use crate::Sentence;
use crate::learner::Random;

/// For each character, what people also write for it.
pub type Habits = BTreeMap<char, Vec<char>>;

/// The sentence with some of its characters as people of other habits write them, if any can be: the
/// readings stay. The same number gives the same sentence.
pub fn rewrite(sentence: &Sentence, habits: &Habits, number: u64) -> Option<Sentence> {
    let mut random = Random(number);
    let mut changed = false;
    let written = |letter: char| {
        let others = habits.get(&letter).filter(|_| is_han(letter));
        let Some(others) = others.filter(|_| random.next().is_multiple_of(2)) else {
            return letter;
        };
        changed = true;
        others[(random.next() % others.len() as u64) as usize]
    };
    let text = sentence.text.chars().map(written).collect();
    changed.then(|| Sentence { text, weight: sentence.weight * 0.5, ..sentence.clone() })
}
