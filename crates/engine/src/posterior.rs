//! How likely each way to read a run is, and the way that gets the most characters right.

use crate::arcs::Arcs;

/// Probabilities of what a lattice holds, and the room to work them out.
#[derive(Default)]
pub(crate) struct Posterior {
    /// For each sound, how likely its character is read so.
    pub(crate) sounds: Vec<f32>,
    /// For each arc, how likely the word stands there with this reading.
    pub(crate) arcs: Vec<f32>,
    /// For each place, the logarithm of the sum over all ways that lead there.
    forward: Vec<Sum>,
    /// … and that lead on from there.
    backward: Vec<Sum>,
    /// For each place, the best way there: its worth, and the last arc.
    best: Vec<(f32, u32)>,
}

/// The logarithm of a sum of exponentials, kept so that nothing overflows.
#[derive(Clone, Copy)]
pub(crate) struct Sum {
    largest: f32,
    rest: f32,
}

impl Sum {
    /// Of nothing.
    pub(crate) const ZERO: Sum = Sum { largest: f32::NEG_INFINITY, rest: 0.0 };
    const ONE: Sum = Sum { largest: 0.0, rest: 1.0 };

    /// Below this, one more does not change a number of 24 bits.
    const NOTHING: f32 = -17.0;

    pub(crate) fn add(&mut self, logarithm: f32) {
        let above = logarithm - self.largest;
        if above > 0.0 {
            self.rest =
                if above > -Sum::NOTHING { 1.0 } else { self.rest * libm::expf(-above) + 1.0 };
            self.largest = logarithm;
        } else if above > Sum::NOTHING {
            self.rest += libm::expf(above);
        }
    }

    pub(crate) fn logarithm(self) -> f32 {
        self.largest + libm::logf(self.rest)
    }
}

impl Posterior {
    /// Works out the probabilities for a run of so many characters.
    pub(crate) fn fill(&mut self, arcs: &Arcs, length: usize) {
        self.forward.clear();
        self.forward.resize(length + 1, Sum::ZERO);
        self.backward.clear();
        self.backward.resize(length + 1, Sum::ZERO);
        self.forward[0] = Sum::ONE;
        self.backward[length] = Sum::ONE;
        // Arcs are in the order of where they begin, so a place is complete when its arcs come.
        let mut place = (u32::MAX, 0.0);
        for arc in &arcs.arcs {
            if place.0 != arc.from {
                place = (arc.from, self.forward[arc.from as usize].logarithm());
                // Kept as a plain logarithm from now on.
                self.forward[arc.from as usize] = Sum { largest: place.1, rest: 1.0 };
            }
            self.forward[arc.to as usize].add(place.1 + arc.score);
        }
        let total = self.forward[length].logarithm();
        self.arcs.clear();
        self.arcs.resize(arcs.arcs.len(), 0.0);
        self.sounds.clear();
        self.sounds.resize(arcs.sounds.len(), 0.0);
        let mut done = length + 1;
        for (index, arc) in arcs.arcs.iter().enumerate().rev() {
            let to = arc.to as usize;
            // Where this arc ends, all that begins there has been added.
            while done > to {
                done -= 1;
                let sum = self.backward[done];
                self.backward[done] = Sum { largest: sum.logarithm(), rest: 1.0 };
            }
            let onward = arc.score + self.backward[to].largest;
            self.backward[arc.from as usize].add(onward);
            let logarithm = self.forward[arc.from as usize].largest + onward - total;
            if logarithm > Sum::NOTHING {
                let likely = libm::expf(logarithm.min(0.0));
                self.arcs[index] = likely;
                for sound in arcs.sounds_of(arc) {
                    self.sounds[sound as usize] += likely;
                }
            }
        }
    }

    /// The arcs of the path on which the most characters can be expected to be right, in order.
    pub(crate) fn best_path(&mut self, arcs: &Arcs, length: usize) -> Vec<u32> {
        self.best.clear();
        self.best.resize(length + 1, (f32::NEG_INFINITY, u32::MAX));
        self.best[0].0 = 0.0;
        for (index, arc) in arcs.arcs.iter().enumerate() {
            let right: f32 = arcs.sounds_of(arc).map(|sound| self.sounds[sound as usize]).sum();
            // Among ways that sound the same, the likelier words.
            let length = (arc.to - arc.from) as f32;
            let worth = self.best[arc.from as usize].0 + right + TIE * length * self.arcs[index];
            if worth > self.best[arc.to as usize].0 {
                self.best[arc.to as usize] = (worth, index as u32);
            }
        }
        let mut path = Vec::new();
        let mut at = length;
        while let Some(arc) = self.best.get(at).and_then(|best| arcs.arcs.get(best.1 as usize)) {
            path.push(self.best[at].1);
            at = arc.from as usize;
        }
        path.reverse();
        path
    }
}

/// What the likelihood of a word counts beside that of its sounds.
const TIE: f32 = 0.1;
