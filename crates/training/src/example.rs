//! A sentence with its lattice, ready for learning.

use thakim_engine::Slot;
use thakim_engine::training::{Example, ExampleArc};
use thakim_phonology::Syllable;

/// A run of Han characters with its lattice and which of its paths read it as its annotator did.
pub(crate) struct Lesson {
    pub(crate) example: Example,
    /// For each arc, whether it lies on such a path as far as its own characters go.
    pub(crate) allowed: Vec<bool>,
    pub(crate) length: usize,
    pub(crate) weight: f32,
}

impl Lesson {
    /// `gold` is that of the run's characters. `None` if there is nothing to learn.
    pub(crate) fn new(
        mut example: Example,
        gold: &[Option<Syllable>],
        is_word: bool,
        weight: f32,
    ) -> Option<Lesson> {
        let length = gold.len();
        if is_word {
            example.arcs.retain(|arc| (arc.to - arc.from) < length.max(2) as u32);
        }
        let offered = |at: usize, syllable: Syllable| {
            example.sounds.iter().any(|sound| sound.0 as usize == at && sound.1 == syllable)
        };
        // What the lattice cannot read so teaches nothing there.
        let wanted: Vec<Option<Syllable>> = gold
            .iter()
            .enumerate()
            .map(|(at, syllable)| syllable.filter(|&syllable| offered(at, syllable)))
            .collect();
        let fits = |arc: &ExampleArc| {
            let places = arc.from as usize..arc.to as usize;
            places.zip(&arc.sounds).all(|(at, &sound)| {
                wanted[at].is_none_or(|wanted| example.sounds[sound as usize].1 == wanted)
            })
        };
        let allowed: Vec<bool> = example.arcs.iter().map(fits).collect();
        let teaches = allowed.iter().any(|allowed| !allowed);
        teaches.then_some(Lesson { allowed, length, weight, example })
    }

    pub(crate) fn slots(&self, subject: u32) -> &[Slot] {
        self.example.slots(subject)
    }
}
