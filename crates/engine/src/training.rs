//! What the trainer of the model sees of the engine: the same lattices and features.

use thakim_document::Preference;
use thakim_lexicon::Lexicon;
use thakim_phonology::Syllable;

use crate::arcs::{Arcs, Ground, Subject};
use crate::lattice::Lattice;
use crate::model::Slot;
use crate::model::features::Marks;
use crate::own::OwnWords;
use crate::runs::{RunKind, runs};
use crate::taste::{Standing, Taste};

/// A run of Han characters with all that competes for its readings.
#[derive(Default, Debug)]
pub struct Example {
    /// The characters, as they are pasted.
    pub letters: Vec<char>,
    /// The features of everything that has a score, one after another.
    slots: Vec<Slot>,
    /// Where those of each subject end.
    ends: Vec<u32>,
    /// The sounds: character, syllable, subject.
    pub sounds: Vec<(u32, Syllable, Option<u32>)>,
    /// The readings of words.
    pub arcs: Vec<ExampleArc>,
}

/// One reading of one word at one place.
#[derive(Debug)]
pub struct ExampleArc {
    /// The index of its first character.
    pub from: u32,
    /// The index behind its last character.
    pub to: u32,
    /// What speaks for it before the model has its say, in units of the natural logarithm.
    pub prior: f32,
    /// The features of the place before it, and its own: subjects.
    pub subjects: [Option<u32>; 2],
    /// Its sounds.
    pub sounds: Vec<u32>,
}

impl Example {
    /// How many subjects there are.
    pub fn subject_count(&self) -> u32 {
        self.ends.len() as u32
    }

    /// The features of a subject.
    pub fn slots(&self, subject: u32) -> &[Slot] {
        let end = self.ends.get(subject as usize).copied().unwrap_or_default();
        let before = subject.checked_sub(1).and_then(|before| self.ends.get(before as usize));
        let start = before.copied().unwrap_or_default();
        self.slots.get(start as usize..end as usize).unwrap_or_default()
    }
}

/// The runs of a line as examples.
pub fn examples(lexicon: &Lexicon, line: &str, readings: Preference) -> Vec<Example> {
    let mut lattice = Lattice::default();
    let mut arcs = Arcs::default();
    let taste = Taste::of(readings, lexicon);
    let han = runs(line).filter(|run| run.kind == RunKind::Han);
    han.map(|run| {
        lattice.fill(lexicon, OwnWords::NONE, run.surface);
        let marks = Marks { before: run.before, letters: &lattice.letters, after: run.after };
        let mut example = Example { letters: lattice.letters.clone(), ..Example::default() };
        let mut of_sound: Vec<(u32, u32)> = Vec::new();
        let mut of_arc: Vec<(u32, u32, u32)> = Vec::new();
        let mut cut = 0;
        let (own, remembered) = (OwnWords::NONE, None);
        let ground = Ground { lexicon, own, lattice: &lattice, marks, taste: &taste, remembered };
        arcs.fill(ground, |subject, slots| {
            let index = example.ends.len() as u32;
            example.slots.extend_from_slice(slots.as_slice());
            example.ends.push(example.slots.len() as u32);
            match subject {
                Subject::Cut => cut = index,
                Subject::Sound(sound) => of_sound.push((sound, index)),
                Subject::Arc(arc) => of_arc.push((arc, cut, index)),
            }
            0.0
        });
        let subject = |sound: u32| of_sound.iter().find(|(of, _)| *of == sound).map(|row| row.1);
        let sounds = arcs.sounds.iter().enumerate();
        example.sounds =
            sounds.map(|(n, sound)| (sound.at, sound.syllable, subject(n as u32))).collect();
        let mut scored = of_arc.iter().peekable();
        example.arcs = arcs
            .arcs
            .iter()
            .enumerate()
            .map(|(index, arc)| {
                let subjects = match scored.next_if(|row| row.0 == index as u32) {
                    // Only the sounds are learnt apart for literary readings.
                    Some(_) if taste.is_literary() => [None, None],
                    Some(&(_, cut, own)) => [Some(cut), Some(own)],
                    None => [None, None],
                };
                let sounds = arcs.sounds_of(arc).collect();
                ExampleArc { from: arc.from, to: arc.to, prior: arc.score, subjects, sounds }
            })
            .collect();
        example
    })
    .collect()
}

/// Whether the dictionary has a syllable as a literary reading of a character: labelled so, or
/// confirmed by 廣韻.
pub fn is_literary(lexicon: &Lexicon, letter: char, syllable: Syllable) -> bool {
    let by_rule = Taste::of(Preference::Literary, lexicon).by_rule();
    let word = lexicon.step(lexicon.start(), letter).and_then(|cursor| lexicon.word(cursor));
    word.is_some_and(|word| {
        lexicon.entries(word.id).any(|entry| {
            let all = lexicon.entries(word.id);
            Standing::new(&entry, all, by_rule) >= Standing::Confirmed
                && entry.spoken.first().is_some_and(|spoken| spoken.syllable == syllable)
        })
    })
}
