//! Learning the engine's model from annotated text.
//!
//! This crate knows no file and no package: who calls it brings the sentences.
//!
//! The model is a conditional random field over the engine's lattice. How a sentence is cut into
//! words is not given: of all paths that read it as its annotator did, each counts by how likely it
//! is. The weights are found by FTRL-Proximal, which leaves most of them at exactly 0.

mod calibrate;
mod corpus;
mod example;
mod habits;
mod lattice;
mod learner;
mod measure;

pub use calibrate::{calibrate, levels};
pub use corpus::{Part, Sentence, split};
pub use habits::{Habits, rewrite};
pub use learner::{Settings, train};
pub use measure::{Score, measure};
