//! Why a token is read as it is.

use serde::{Deserialize, Serialize};

use crate::Candidate;

/// Why a token is read as it is: every reading that competed for it, and what spoke for each.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Explanation {
    /// The text of the token.
    pub surface: String,
    /// The readings, the chosen one first, then by falling weight.
    pub candidates: Vec<Explained>,
    /// The words of the dictionary that overlap the token and lost, by falling weight: where the
    /// text could have been cut otherwise.
    pub rivals: Vec<Reason>,
}

/// A reading that competed, with what spoke for it.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Explained {
    /// The reading.
    pub candidate: Candidate,
    /// The sum of its reasons, in units of the natural logarithm: one more makes it 2.7 times as
    /// likely beside the others. Only differences between candidates mean anything.
    pub weight: f32,
    /// What speaks for it (weight above 0) and against it, the strongest first.
    pub reasons: Vec<Reason>,
}

/// One thing that speaks for or against a reading.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Reason {
    /// What it is.
    pub kind: ReasonKind,
    /// The characters that decided: a word of the dictionary, or the context. Empty where the kind
    /// says everything.
    pub text: String,
    /// How much it weighs, in units of the natural logarithm.
    pub weight: f32,
}

/// What a reason is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub enum ReasonKind {
    /// A dictionary has this word with this reading, and it is this common.
    Word,
    /// How the character is read most of the time.
    Usual,
    /// What stands before it.
    Before,
    /// What stands behind it.
    After,
    /// What stands on both sides of it.
    Around,
    /// The reader asked for literary or colloquial readings.
    Preference,
}
