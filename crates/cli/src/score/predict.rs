//! What is predicted for the sentences of a set: by the engine, or by another program's file.

use std::collections::HashMap;

use thakim_document::Preference;
use thakim_engine::{Engine, Options};

use super::gold::{Predicted, Sentence, Set};
use super::metric::{Prediction, Shown};
use crate::annotate::characters;

/// What the engine reads in a sentence.
pub(super) fn by_engine(
    engine: &Engine,
    sentence: &Sentence,
    readings: Preference,
) -> Vec<Prediction> {
    let document = engine.annotate(&sentence.text, &Options::reading(readings));
    let tokens = document.paragraphs.iter().flat_map(|paragraph| &paragraph.tokens);
    let predictions = tokens.flat_map(|token| {
        let uncertain = token.is_uncertain();
        characters(token).into_iter().map(move |(character, reading)| {
            let shown = match (&reading, uncertain) {
                (None, _) => Shown::Unknown,
                (Some(_), true) => Shown::Uncertain,
                (Some(_), false) => Shown::Sure,
            };
            Prediction { character, reading, shown }
        })
    });
    predictions.collect()
}

/// What another program reads in the sentences of a set, in their order. Its lines are those of the
/// set if they are as many, else they are found by their text; a line for another text is none.
pub(super) fn by_other(set: &Set, predicted: Vec<Predicted>) -> Vec<Vec<Prediction>> {
    let in_order = predicted.len() == set.sentences.len();
    let by_text: HashMap<&str, &Predicted> =
        predicted.iter().map(|line| (line.text.as_str(), line)).collect();
    let line_of = |(index, sentence): (usize, &Sentence)| {
        let line = match in_order {
            true => predicted.get(index).filter(|line| line.text == sentence.text),
            false => by_text.get(sentence.text.as_str()).copied(),
        };
        let pairs = line.map(|line| line.pred.as_slice()).unwrap_or_default();
        let prediction = |(character, reading): &(char, Option<String>)| Prediction {
            character: *character,
            shown: if reading.is_some() { Shown::Sure } else { Shown::Unknown },
            reading: reading.clone(),
        };
        pairs.iter().map(prediction).collect()
    };
    set.sentences.iter().enumerate().map(line_of).collect()
}
