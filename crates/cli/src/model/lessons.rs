//! What the model learns from: sentences, the same in other writing habits, and words.

use std::collections::BTreeMap;

use thakim_document::Preference;
use thakim_engine::training::is_literary;
use thakim_lexicon::build::{Source, Sources};
use thakim_lexicon::{Lexicon, VariantKind};
use thakim_training::{Habits, Part, Sentence, rewrite};

/// The sources whose words are lessons. That of the Ministry of Education is not among them: nothing
/// may depend on its being there.
const WORDS: [&str; 3] = ["taibun", "han2kip", "habits"];

/// What a word counts beside a line of news.
const WORD: f32 = 0.2;

/// What a word counts among the literary readings, which no other lessons teach.
const LITERARY_WORD: f32 = 2.0;

/// The sentences with all that is made of them and of the dictionary.
pub(crate) fn all(sentences: &[Sentence], sources: &Sources, lexicon: &Lexicon) -> Vec<Sentence> {
    let mut lessons = sentences.to_vec();
    word_sources(sources).for_each(|source| lessons.extend(words_of(source, lexicon)));
    let habits = habits(sources);
    let rewritten: Vec<Sentence> = lessons
        .iter()
        .enumerate()
        .filter(|(_, lesson)| lesson.part == Part::Train && lesson.readings == Preference::Auto)
        .filter_map(|(number, lesson)| rewrite(lesson, &habits, number as u64))
        .collect();
    lessons.extend(rewritten);
    lessons
}

/// The sources of [`WORDS`].
pub(crate) fn word_sources(sources: &Sources) -> impl Iterator<Item = &Source> {
    sources.iter().filter(|source| WORDS.contains(&source.manifest.name.as_str()))
}

/// For each character what people write for it.
fn habits(sources: &Sources) -> Habits {
    let mut habits: Habits = BTreeMap::new();
    let rows = sources.iter().flat_map(|source| &source.variants);
    for row in rows.filter(|row| row.kind == VariantKind::Habit) {
        habits.entry(row.stands_for).or_default().push(row.character);
    }
    habits
}

/// Each word with its first reading; those that are literary throughout once more as such.
fn words_of(source: &Source, lexicon: &Lexicon) -> Vec<Sentence> {
    let mut lessons = Vec::new();
    let words = source.words.chunk_by(|one, other| one.word == other.word);
    for row in words.filter_map(|rows| rows.first()).filter(|row| row.reading.len() > 1) {
        let lesson = Sentence {
            text: row.word.clone(),
            gold: row.reading.syllables().iter().map(|spoken| Some(spoken.syllable)).collect(),
            part: Part::Train,
            is_word: true,
            readings: Preference::Auto,
            weight: WORD,
        };
        let mut sounds = row.word.chars().zip(row.reading.syllables());
        if sounds.all(|(letter, spoken)| is_literary(lexicon, letter, spoken.syllable)) {
            let readings = Preference::Literary;
            lessons.push(Sentence { readings, weight: LITERARY_WORD, ..lesson.clone() });
        }
        lessons.push(lesson);
    }
    lessons
}
