//! The table of weights, as it is shipped and as it is used.

use std::fmt;

use super::features::{Slot, Slots, TABLE_BITS};

/// The weights of all features.
#[derive(Clone)]
pub struct Model {
    /// One for each slot, in [`Model::UNIT`]s.
    weights: Vec<i8>,
    /// How likely a reading is right, in 255ths, by the [`level`] of what the model makes of it.
    confidence: Vec<u8>,
}

/// Why bytes are no model.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ModelError {
    /// Another version of the form.
    Version {
        /// The one found.
        found: u8,
    },
    /// The bytes end too early, or a slot lies outside of the table.
    Malformed,
}

/// The version of the form that this crate writes, and the only one that it reads. It changes with
/// every template, hash and unit.
const VERSION: u8 = 1;

/// How many levels there are.
pub const LEVELS: usize = 256;

/// The level of a probability: its log odds, as far as they are trusted, in steps of an eighth from -16
/// to 16.
pub(crate) fn level(probability: f32, trust: f32) -> u8 {
    let odds = probability.max(1e-7) / (1.0 - probability).max(1e-7);
    (libm::logf(odds) * trust * 8.0 + 128.0).clamp(0.0, 255.0) as u8
}

/// The probability of a level, in 255ths.
fn uncalibrated(level: usize) -> u8 {
    let odds = libm::expf((level as f32 - 128.0) / 8.0);
    (odds / (1.0 + odds) * 255.0) as u8
}

impl Model {
    /// What a weight of 1 in the table is worth, in units of the natural logarithm.
    pub const UNIT: f32 = 1.0 / 16.0;

    /// A model that knows nothing: every weight is 0.
    pub fn empty() -> Model {
        Model::new(Vec::new())
    }

    /// A model of weights by slot.
    pub fn new(weights: Vec<i8>) -> Model {
        let confidence = (0..LEVELS).map(uncalibrated).collect();
        let mut model = Model { weights, confidence };
        model.weights.resize(1 << TABLE_BITS, 0);
        model
    }

    /// The weight of a feature.
    #[inline]
    pub fn weight(&self, slot: Slot) -> i32 {
        self.weights.get(slot as usize).copied().unwrap_or(0).into()
    }

    /// The same with how likely a reading proved right, in 255ths, at each of the [`LEVELS`] of log
    /// odds that the model gave it.
    pub fn calibrated(mut self, confidence: [u8; LEVELS]) -> Model {
        self.confidence = confidence.to_vec();
        self
    }

    /// How likely a reading is right, in 255ths, that the model holds for this likely.
    /// `trust` is how much its log odds are worth where it was not calibrated: 1 where it was.
    pub(crate) fn confidence(&self, probability: f32, trust: f32) -> u8 {
        self.confidence.get(usize::from(level(probability, trust))).copied().unwrap_or(0)
    }

    /// The sum of the weights of some features, in units of the natural logarithm.
    #[inline]
    pub(crate) fn sum(&self, slots: &Slots) -> f32 {
        let sum: i32 = slots.as_slice().iter().map(|&slot| self.weight(slot)).sum();
        sum as f32 * Model::UNIT
    }

    /// Reads a model; no bytes at all are the empty one.
    ///
    /// # Errors
    /// [`ModelError`] says what the bytes are instead.
    pub fn read(bytes: &[u8]) -> Result<Model, ModelError> {
        let mut model = Model::empty();
        let Some((&version, rest)) = bytes.split_first() else { return Ok(model) };
        if version != VERSION {
            return Err(ModelError::Version { found: version });
        }
        let (confidence, rest) = rest.split_at_checked(LEVELS).ok_or(ModelError::Malformed)?;
        model.confidence = confidence.to_vec();
        let mut next = 0usize;
        let mut rest = rest.iter();
        while let Some(&gap) = rest.next() {
            // A gap of 255 is continued in the next byte.
            next += usize::from(gap);
            if gap == u8::MAX {
                continue;
            }
            let &weight = rest.next().ok_or(ModelError::Malformed)?;
            *model.weights.get_mut(next).ok_or(ModelError::Malformed)? = weight as i8;
            next += 1;
        }
        Ok(model)
    }

    /// The bytes that [`Model::read`] takes: a version, the confidence of each level, then for each weight that is not 0 the number
    /// of slots skipped (255: skip so many and go on) and the weight.
    pub fn write(&self) -> Vec<u8> {
        let mut out = vec![VERSION];
        out.extend(&self.confidence);
        let mut gap = 0;
        for &weight in &self.weights {
            if weight == 0 {
                gap += 1;
                if gap == u8::MAX {
                    out.push(gap);
                    gap = 0;
                }
                continue;
            }
            out.extend([gap, weight as u8]);
            gap = 0;
        }
        out
    }
}

impl fmt::Display for ModelError {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ModelError::Version { found } => {
                write!(
                    to,
                    "expected a model of version {VERSION}, found version {found}; train it anew"
                )
            }
            ModelError::Malformed => {
                write!(
                    to,
                    "expected gaps and weights within the table, found others; train it anew"
                )
            }
        }
    }
}

impl std::error::Error for ModelError {}
