//! Annotated sentences, and which of them are learnt from.

use thakim_document::Preference;
use thakim_phonology::Syllable;

/// A line of text with how its Han characters are read.
#[derive(Clone, PartialEq, Debug)]
pub struct Sentence {
    /// The text.
    pub text: String,
    /// For each Han character, its syllable, where the annotator gave one.
    pub gold: Vec<Option<Syllable>>,
    /// What the sentence is for.
    pub part: Part,
    /// Whether it is one word of a dictionary: what is learnt is how it would be read if it were not
    /// known.
    pub is_word: bool,
    /// Which readings it has.
    pub readings: Preference,
    /// How much it counts in learning.
    pub weight: f32,
}

/// What a sentence is for.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Part {
    /// Learning.
    Train,
    /// Setting what is not learnt: how confidence is calibrated.
    Tune,
    /// Measuring. Never looked at before.
    Test,
}

/// The part of the line of this index, given how many neighbouring lines belong together: whole
/// blocks go to one part, of ten blocks eight to learning and one to each of the others.
pub fn split(line: usize, block: usize) -> Part {
    match line / block % 10 {
        4 => Part::Tune,
        9 => Part::Test,
        _ => Part::Train,
    }
}
