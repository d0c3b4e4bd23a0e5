//! How right an engine is on annotated text.

use thakim_document::SURE;
use thakim_engine::{Engine, LEVELS, Options};

use thakim_phonology::is_same_word;

use crate::{Part, Sentence};

/// Counts of Han characters with a gold reading.
#[derive(Clone, Debug)]
pub struct Score {
    /// All.
    pub all: u32,
    /// Read as the gold says, to the letter.
    pub strict: u32,
    /// Read as the gold says, in whatever accent.
    pub right: u32,
    /// For each confidence in 255ths: how many had it, and how many of those were right.
    pub(crate) by_confidence: [(u32, u32); LEVELS],
}

impl Default for Score {
    fn default() -> Score {
        Score { all: 0, strict: 0, right: 0, by_confidence: [(0, 0); LEVELS] }
    }
}

impl Score {
    /// How many were shown as sure, and how many of those were right.
    pub fn sure(&self) -> (u32, u32) {
        let shown = self.by_confidence.iter().skip(usize::from(SURE));
        shown.fold((0, 0), |sum, bin| (sum.0 + bin.0, sum.1 + bin.1))
    }
}

/// Reads the sentences of a part.
pub fn measure<'s>(
    engine: &Engine,
    sentences: impl IntoIterator<Item = &'s Sentence>,
    part: Part,
) -> Score {
    let mut score = Score::default();
    for sentence in sentences.into_iter().filter(|sentence| sentence.part == part) {
        let options = Options::reading(sentence.readings);
        let document = engine.annotate(&sentence.text, &options);
        let tokens = document.paragraphs.iter().flat_map(|paragraph| &paragraph.tokens);
        let mut gold = sentence.gold.iter();
        for token in tokens {
            let syllables = token.reading().map(|reading| reading.syllables()).unwrap_or_default();
            for (index, _) in token.units().enumerate() {
                let Some(Some(gold)) = gold.next() else { continue };
                let read = syllables.get(index).map(|spoken| spoken.syllable);
                let right = read.is_some_and(|read| is_same_word(read, *gold));
                score.strict += u32::from(read == Some(*gold));
                score.all += 1;
                score.right += u32::from(right);
                let confidence = usize::from(token.confidence);
                let bin = &mut score.by_confidence[confidence];
                bin.0 += 1;
                bin.1 += u32::from(right);
            }
        }
    }
    score
}
