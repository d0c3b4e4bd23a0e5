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
    /// The words that overlap the token and lost, the likeliest first: where the text could have been
    /// cut otherwise. Each is a [`ReasonKind::Word`] whose weight is the logarithm of how likely it is
    /// beside the token, all readings of both counted; at most three, none that is a thousand times
    /// less likely. The weight can exceed 0: the text is cut where the most characters can be
    /// expected to be right, which need not be the likeliest word.
    pub rivals: Vec<Reason>,
}

/// A reading that competed, with what spoke for it.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Explained {
    /// The reading.
    pub candidate: Candidate,
    /// The sum of its reasons, in units of the natural logarithm: one more makes it 2.7 times as
    /// likely beside the others. Only differences between candidates mean anything; it is measured
    /// from the middle between the two likeliest, so that what they have in common is left out. A
    /// candidate without a rival has 0.
    pub weight: f32,
    /// What speaks for it (weight above 0) and against it, the strongest first. What weighs less than
    /// 0.1 is left out, except the word.
    pub reasons: Vec<Reason>,
}

/// One thing that speaks for or against a reading.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Reason {
    /// What it is.
    pub kind: ReasonKind,
    /// The characters that decided: a word as the dictionary writes it (後面 for 后面), empty where it
    /// is read by rule, as a number or a name; the character whose usual reading it is; or the context,
    /// the strongest if there are several. In a context `…` stands for what is not looked at, the
    /// character in question included, and [`Reason::LINE_EDGE`] for the start or the end of the line.
    pub text: String,
    /// How much it weighs, in units of the natural logarithm.
    pub weight: f32,
}

impl Reason {
    /// The start or the end of a line, in [`Reason::text`].
    pub const LINE_EDGE: char = '¶';
}

/// What a reason is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub enum ReasonKind {
    /// The dictionary has this word with this reading, and it is this common; or it is read by rule.
    Word,
    /// How the character is read most of the time.
    Usual,
    /// What stands before it.
    Before,
    /// What stands behind it.
    After,
    /// What stands on both sides of it.
    Around,
    /// The reader's own dictionary has the word, or overrules the reading: see [`crate::own`].
    Own,
    /// The reader asked for literary or colloquial readings: what that adds for the character as such.
    Preference,
}
