//! What was learnt from text: weights, and how to use them.

pub(crate) mod features;
mod weights;

pub use features::{Slot, TABLE_BITS};
pub use weights::{LEVELS, Model, ModelError};
