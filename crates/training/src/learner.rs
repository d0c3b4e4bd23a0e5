//! FTRL-Proximal over lattices.

use thakim_engine::training::examples;
use thakim_engine::{Model, Slot, TABLE_BITS};
use thakim_lexicon::Lexicon;

use crate::corpus::{Part, Sentence};
use crate::example::Lesson;
use crate::lattice::arc_posteriors;

/// How to learn.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Settings {
    /// How often all sentences are gone through.
    pub rounds: usize,
    /// How fast weights move.
    pub rate: f32,
    /// What keeps weights at 0 that few sentences ask for.
    pub l1: f32,
    /// What keeps weights small.
    pub l2: f32,
}

impl Default for Settings {
    fn default() -> Settings {
        Settings { rounds: 3, rate: 0.1, l1: 2.0, l2: 3.0 }
    }
}

/// What is known of one weight while learning.
struct Table {
    z: Vec<f32>,
    n: Vec<f32>,
    settings: Settings,
}

impl Table {
    fn weight(&self, slot: Slot) -> f32 {
        let Settings { rate, l1, l2, .. } = self.settings;
        let z = self.z[slot as usize];
        if z.abs() <= l1 {
            return 0.0;
        }
        let n = self.n[slot as usize];
        -(z - z.signum() * l1) / ((1.0 + n.sqrt()) / rate + l2)
    }

    fn push(&mut self, slot: Slot, gradient: f32) {
        let weight = self.weight(slot);
        let n = &mut self.n[slot as usize];
        let more = *n + gradient * gradient;
        let sigma = (more.sqrt() - n.sqrt()) / self.settings.rate;
        *n = more;
        self.z[slot as usize] += gradient - sigma * weight;
    }
}

/// Learns a model from the sentences whose part is [`Part::Train`]. `progress` hears after each round
/// its number (from 1) and the mean loss of a run.
pub fn train(
    lexicon: &Lexicon,
    sentences: &[Sentence],
    settings: Settings,
    mut progress: impl FnMut(usize, f64),
) -> Model {
    let mut lessons = Vec::new();
    for sentence in sentences.iter().filter(|sentence| sentence.part == Part::Train) {
        let mut gold = sentence.gold.as_slice();
        for example in examples(lexicon, &sentence.text, sentence.readings) {
            let (own, rest) = gold.split_at(example.letters.len().min(gold.len()));
            gold = rest;
            lessons.extend(Lesson::new(example, own, sentence.is_word, sentence.weight));
        }
    }
    let slots = 1 << TABLE_BITS;
    let mut sums = vec![0.0; slots];
    let mut study = Study::default();
    for order in 0..ORDERS {
        let mut table = Table { z: vec![0.0; slots], n: vec![0.0; slots], settings };
        let mut order_of: Vec<u32> = (0..lessons.len() as u32).collect();
        let mut random = Random(0x7468_616b_696d + order as u64);
        for round in 1..=settings.rounds {
            random.shuffle(&mut order_of);
            let mut loss = 0.0;
            for &index in &order_of {
                loss += study.learn(&lessons[index as usize], &mut table);
            }
            progress(order * settings.rounds + round, loss / lessons.len().max(1) as f64);
        }
        for (slot, sum) in sums.iter_mut().enumerate() {
            *sum += table.weight(slot as u32);
        }
    }
    let unit = Model::UNIT * ORDERS as f32;
    let weights = sums.iter().map(|sum| (sum / unit).round().clamp(-127.0, 127.0) as i8);
    Model::new(weights.collect())
}

/// In how many orders the sentences are gone through. Each order learns a table of its own, and their
/// mean is what is kept: what only the order taught evens out.
const ORDERS: usize = 4;

/// The room to work through one lesson.
#[derive(Default)]
struct Study {
    subjects: Vec<f64>,
    scores: Vec<f64>,
    free: Vec<f64>,
    right: Vec<f64>,
    gradients: Vec<f64>,
}

impl Study {
    /// Moves the weights towards what this lesson teaches; gives its loss.
    fn learn(&mut self, lesson: &Lesson, table: &mut Table) -> f64 {
        let example = &lesson.example;
        self.subjects.clear();
        for subject in 0..example.subject_count() {
            let sum: f32 = lesson.slots(subject).iter().map(|&slot| table.weight(slot)).sum();
            self.subjects.push(f64::from(sum));
        }
        let of =
            |subject: Option<u32>| subject.map_or(0.0, |subject| self.subjects[subject as usize]);
        self.scores.clear();
        for arc in &example.arcs {
            let own: f64 = arc.subjects.iter().map(|&subject| of(subject)).sum();
            let sounds: f64 =
                arc.sounds.iter().map(|&sound| of(example.sounds[sound as usize].2)).sum();
            self.scores.push(f64::from(arc.prior) + own + sounds);
        }
        let (arcs, length) = (&example.arcs, lesson.length);
        let all = arc_posteriors(arcs, &self.scores, length, |_| true, &mut self.free);
        let allowed = |index: usize| lesson.allowed[index];
        let right = arc_posteriors(arcs, &self.scores, length, allowed, &mut self.right);
        if right == f64::NEG_INFINITY {
            return 0.0;
        }
        self.gradients.clear();
        self.gradients.resize(self.subjects.len(), 0.0);
        for (index, arc) in arcs.iter().enumerate() {
            let gradient = self.free[index] - self.right[index];
            let sounds = arc.sounds.iter().filter_map(|&sound| example.sounds[sound as usize].2);
            for subject in arc.subjects.iter().copied().flatten().chain(sounds) {
                self.gradients[subject as usize] += gradient;
            }
        }
        for (subject, &gradient) in self.gradients.iter().enumerate() {
            if gradient.abs() > 1e-3 {
                for &slot in lesson.slots(subject as u32) {
                    table.push(slot, gradient as f32 * lesson.weight);
                }
            }
        }
        all - right
    }
}

/// Pseudo-random numbers that are the same everywhere (SplitMix64).
pub(crate) struct Random(pub(crate) u64);

impl Random {
    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ mixed >> 30).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ mixed >> 31
    }

    fn shuffle(&mut self, list: &mut [u32]) {
        for last in (1..list.len()).rev() {
            list.swap(last, (self.next() % (last as u64 + 1)) as usize);
        }
    }
}
