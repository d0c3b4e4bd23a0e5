//! What speaks for the readings of words as they stand, remembered from the first time it was asked.

use std::sync::atomic::{AtomicU32, Ordering};

/// For each reading of the dictionary, what the model and its share say of it in a word whose
/// characters are looked up as they stand: it is the same wherever the word occurs.
pub(crate) struct Remembered(Vec<AtomicU32>);

/// No number: nothing is remembered yet.
const NOTHING: u32 = f32::NAN.to_bits();

impl Remembered {
    /// Room for so many readings.
    pub(crate) fn new(readings: usize) -> Remembered {
        Remembered((0..readings).map(|_| AtomicU32::new(NOTHING)).collect())
    }

    /// What is remembered of a reading, or what `find` finds.
    ///
    /// Two threads may find it at once: they find the same.
    pub(crate) fn or_find(&self, reading: u32, find: impl FnOnce() -> f32) -> f32 {
        let Some(slot) = self.0.get(reading as usize) else { return find() };
        let known = f32::from_bits(slot.load(Ordering::Relaxed));
        if !known.is_nan() {
            return known;
        }
        let found = find();
        slot.store(found.to_bits(), Ordering::Relaxed);
        found
    }
}
