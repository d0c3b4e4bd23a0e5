//! Comparing predictions with gold readings, and the counts that come of it.

use std::collections::{BTreeSet, HashMap};
use std::ops::AddAssign;

use super::fold::{are_regional, are_variants, is_neutral, normalised, same_letters};
use super::gold::{Accepted, Sentence};

/// How the annotation shows a reading.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Shown {
    /// As sure.
    Sure,
    /// As uncertain.
    Uncertain,
    /// Not at all: nothing reads the character.
    Unknown,
}

/// The reading that was predicted for a Han character.
#[derive(Clone, Debug)]
pub(super) struct Prediction {
    pub(super) character: char,
    pub(super) reading: Option<String>,
    pub(super) shown: Shown,
}

/// What comparing sentences counts. Characters without a gold reading are left out everywhere.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(super) struct Counts {
    /// Sentences with a gold reading.
    pub(super) sentences: u64,
    pub(super) sentences_strict: u64,
    pub(super) sentences_variant: u64,
    pub(super) sentences_accept: u64,
    /// Characters.
    pub(super) chars: u64,
    /// The same syllable and tone.
    pub(super) strict: u64,
    /// Strict, or a regional pair.
    pub(super) variant: u64,
    /// Variant, or an accepted variant of the same word.
    pub(super) accept: u64,
    /// The same syllable in any tone.
    pub(super) base: u64,
    /// Without a predicted reading.
    pub(super) unknown: u64,
    /// Ambiguous characters.
    pub(super) ambiguous: u64,
    pub(super) ambiguous_strict: u64,
    pub(super) ambiguous_variant: u64,
    /// Syllables that are spoken in the neutral tone.
    pub(super) neutral: u64,
    pub(super) neutral_strict: u64,
    /// Characters shown as sure.
    pub(super) sure: u64,
    pub(super) sure_strict: u64,
    pub(super) sure_accept: u64,
    /// Characters shown as uncertain.
    pub(super) uncertain: u64,
    pub(super) uncertain_strict: u64,
    pub(super) uncertain_accept: u64,
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Counts) {
        let Counts { sentences, sentences_strict, sentences_variant, sentences_accept, .. } = other;
        self.sentences += sentences;
        self.sentences_strict += sentences_strict;
        self.sentences_variant += sentences_variant;
        self.sentences_accept += sentences_accept;
        self.chars += other.chars;
        self.strict += other.strict;
        self.variant += other.variant;
        self.accept += other.accept;
        self.base += other.base;
        self.unknown += other.unknown;
        self.ambiguous += other.ambiguous;
        self.ambiguous_strict += other.ambiguous_strict;
        self.ambiguous_variant += other.ambiguous_variant;
        self.neutral += other.neutral;
        self.neutral_strict += other.neutral_strict;
        self.sure += other.sure;
        self.sure_strict += other.sure_strict;
        self.sure_accept += other.sure_accept;
        self.uncertain += other.uncertain;
        self.uncertain_strict += other.uncertain_strict;
        self.uncertain_accept += other.uncertain_accept;
    }
}

/// A character that was read in an unacceptable way.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Confusion {
    pub(super) character: char,
    /// As it should be read.
    pub(super) gold: String,
    /// As it was read, if at all.
    pub(super) predicted: Option<String>,
    /// How often.
    pub(super) count: u64,
    /// The Han characters around the first place: at most six before and six behind.
    pub(super) before: String,
    pub(super) after: String,
}

/// Compares sentence by sentence.
pub(super) struct Comparison<'a> {
    /// Pairs of readings that are both right.
    pub(super) accepted: &'a Accepted,
    /// Characters that are counted apart.
    pub(super) ambiguous: &'a BTreeSet<char>,
    /// What was counted so far.
    pub(super) counts: Counts,
    /// In order of their first places.
    confusions: Vec<Confusion>,
    places: HashMap<(char, String, Option<String>), usize>,
}

/// How right a prediction is; each is right where the one before it is.
#[derive(Clone, Copy)]
struct Right {
    strict: bool,
    variant: bool,
    accept: bool,
}

impl<'a> Comparison<'a> {
    pub(super) fn new(accepted: &'a Accepted, ambiguous: &'a BTreeSet<char>) -> Comparison<'a> {
        Comparison {
            accepted,
            ambiguous,
            counts: Counts::default(),
            confusions: Vec::new(),
            places: HashMap::new(),
        }
    }

    /// Compares one sentence. From where the predicted characters depart from the gold ones, they
    /// count as unknown.
    pub(super) fn add(&mut self, sentence: &Sentence, predictions: &[Prediction]) {
        let mut all = Right { strict: true, variant: true, accept: true };
        let mut any = false;
        for (index, (character, gold)) in sentence.gold.iter().enumerate() {
            let Some(gold) = gold else { continue };
            any = true;
            let here =
                predictions.get(index).filter(|prediction| prediction.character == *character);
            let reading = here.and_then(|here| normalised(here.reading.as_deref()?));
            let is_neutral = sentence.neutral.contains(&index);
            let right = self.judge(*character, gold, reading.as_deref(), is_neutral);
            self.count(*character, gold, reading.as_deref(), right, is_neutral);
            self.calibrate(here.map_or(Shown::Unknown, |here| here.shown), right);
            all.strict &= right.strict;
            all.variant &= right.variant;
            all.accept &= right.accept;
            if !right.accept {
                self.confuse(sentence, index, *character, gold, reading);
            }
        }
        if any {
            self.counts.sentences += 1;
            self.counts.sentences_strict += u64::from(all.strict);
            self.counts.sentences_variant += u64::from(all.variant);
            self.counts.sentences_accept += u64::from(all.accept);
        }
    }

    fn judge(&self, character: char, gold: &str, reading: Option<&str>, neutral: bool) -> Right {
        let Some(reading) = reading else {
            return Right { strict: false, variant: false, accept: false };
        };
        let strict =
            reading == gold || (neutral && is_neutral(reading) && same_letters(reading, gold));
        let variant = strict || are_variants(reading, gold);
        let accept =
            variant || self.accepted.has(character, reading, gold) || are_regional(reading, gold);
        Right { strict, variant, accept }
    }

    fn count(
        &mut self,
        character: char,
        gold: &str,
        reading: Option<&str>,
        right: Right,
        neutral: bool,
    ) {
        let counts = &mut self.counts;
        counts.chars += 1;
        counts.strict += u64::from(right.strict);
        counts.variant += u64::from(right.variant);
        counts.accept += u64::from(right.accept);
        counts.base += u64::from(reading.is_some_and(|reading| same_letters(reading, gold)));
        counts.unknown += u64::from(reading.is_none());
        if self.ambiguous.contains(&character) {
            counts.ambiguous += 1;
            counts.ambiguous_strict += u64::from(right.strict);
            counts.ambiguous_variant += u64::from(right.variant);
        }
        if neutral {
            counts.neutral += 1;
            counts.neutral_strict += u64::from(right.strict);
        }
    }

    fn calibrate(&mut self, shown: Shown, right: Right) {
        let counts = &mut self.counts;
        let (all, strict, accept) = match shown {
            Shown::Sure => (&mut counts.sure, &mut counts.sure_strict, &mut counts.sure_accept),
            Shown::Uncertain => {
                let right = (&mut counts.uncertain_strict, &mut counts.uncertain_accept);
                (&mut counts.uncertain, right.0, right.1)
            }
            Shown::Unknown => return,
        };
        *all += 1;
        *strict += u64::from(right.strict);
        *accept += u64::from(right.accept);
    }

    fn confuse(
        &mut self,
        sentence: &Sentence,
        index: usize,
        character: char,
        gold: &str,
        predicted: Option<String>,
    ) {
        let key = (character, gold.to_owned(), predicted.clone());
        let place = *self.places.entry(key).or_insert_with(|| {
            let letters = |range: std::ops::Range<usize>| {
                sentence.gold[range].iter().map(|(letter, _)| letter).collect()
            };
            let end = sentence.gold.len();
            self.confusions.push(Confusion {
                character,
                gold: gold.to_owned(),
                predicted,
                count: 0,
                before: letters(index.saturating_sub(6)..index),
                after: letters(index + 1..end.min(index + 7)),
            });
            self.confusions.len() - 1
        });
        self.confusions[place].count += 1;
    }

    /// The most frequent confusions; of equally frequent ones the earlier.
    pub(super) fn most_frequent(mut self, limit: usize) -> (Counts, Vec<Confusion>) {
        self.confusions.sort_by_key(|confusion| std::cmp::Reverse(confusion.count));
        self.confusions.truncate(limit);
        (self.counts, self.confusions)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sentence(gold: &[(char, Option<&str>)], neutral: &[usize]) -> Sentence {
        Sentence {
            text: gold.iter().map(|(letter, _)| letter).collect(),
            gold: gold
                .iter()
                .map(|(letter, reading)| (*letter, reading.map(str::to_owned)))
                .collect(),
            neutral: neutral.iter().copied().collect(),
        }
    }

    fn read(readings: &[(char, Option<&str>, Shown)]) -> Vec<Prediction> {
        let prediction = |&(character, reading, shown): &(char, Option<&str>, Shown)| Prediction {
            character,
            reading: reading.map(str::to_owned),
            shown,
        };
        readings.iter().map(prediction).collect()
    }

    fn compare(pairs: &[(Sentence, Vec<Prediction>)]) -> (Counts, Vec<Confusion>) {
        let (accepted, ambiguous) = (Accepted::default(), BTreeSet::from(['人', '上']));
        let mut comparison = Comparison::new(&accepted, &ambiguous);
        for (sentence, predictions) in pairs {
            comparison.add(sentence, predictions);
        }
        comparison.most_frequent(10)
    }

    #[test]
    fn every_degree_of_right_is_counted() {
        let gold = sentence(
            &[
                ('人', Some("lang5")),
                ('日', Some("jit8")),
                ('生', Some("senn1")),
                ('上', Some("siong7")),
                ('爛', None),
                ('好', Some("ho2")),
                ('來', Some("lai5")),
            ],
            &[6],
        );
        let predictions = read(&[
            ('人', Some("Lang5"), Shown::Sure),
            ('日', Some("lit8"), Shown::Sure),
            ('生', Some("sinn1"), Shown::Uncertain),
            ('上', Some("siong2"), Shown::Uncertain),
            ('爛', Some("nua7"), Shown::Sure),
            ('好', None, Shown::Unknown),
            ('來', Some("--lai0"), Shown::Sure),
        ]);
        let (counts, confusions) = compare(&[(gold, predictions)]);
        let expected = Counts {
            sentences: 1,
            chars: 6,
            strict: 2,
            variant: 3,
            accept: 4,
            base: 3,
            unknown: 1,
            ambiguous: 2,
            ambiguous_strict: 1,
            ambiguous_variant: 1,
            neutral: 1,
            neutral_strict: 1,
            sure: 3,
            sure_strict: 2,
            sure_accept: 3,
            uncertain: 2,
            uncertain_strict: 0,
            uncertain_accept: 1,
            ..Counts::default()
        };
        assert_eq!(counts, expected);
        let found: Vec<_> = confusions.iter().map(|found| found.character).collect();
        assert_eq!(found, ['上', '好']);
        assert_eq!(confusions[0].before, "人日生");
        assert_eq!(confusions[0].after, "爛好來");
    }

    #[test]
    fn a_neutral_tone_is_right_only_where_it_is_spoken() {
        let predictions = || read(&[('來', Some("lai0"), Shown::Sure)]);
        let gold = |neutral: &[usize]| sentence(&[('來', Some("lai5"))], neutral);
        assert_eq!(compare(&[(gold(&[]), predictions())]).0.strict, 0);
        assert_eq!(compare(&[(gold(&[0]), predictions())]).0.strict, 1);
    }

    #[test]
    fn what_departs_from_the_text_is_unknown_from_there() {
        let gold = || sentence(&[('人', Some("lang5")), ('好', Some("ho2"))], &[]);
        let shifted = read(&[('好', Some("ho2"), Shown::Sure)]);
        let (counts, _) = compare(&[(gold(), shifted)]);
        assert_eq!((counts.chars, counts.unknown, counts.sure), (2, 2, 0));
    }

    #[test]
    fn the_most_frequent_confusion_is_first_and_then_the_earliest() {
        let gold = || {
            let gold = [('好', Some("ho2")), ('人', Some("lang5")), ('上', Some("siong7"))];
            sentence(&gold, &[])
        };
        let first = read(&[
            ('好', Some("ho3"), Shown::Sure),
            ('人', Some("jin5"), Shown::Sure),
            ('上', None, Shown::Unknown),
        ]);
        let second = read(&[('好', Some("ho2"), Shown::Sure), ('人', Some("jin5"), Shown::Sure)]);
        let (counts, confusions) = compare(&[(gold(), first), (gold(), second)]);
        let found: Vec<_> = confusions.iter().map(|found| (found.character, found.count)).collect();
        assert_eq!(found, [('人', 2), ('上', 2), ('好', 1)]);
        assert_eq!((counts.sentences, counts.sentences_accept), (2, 0));
    }
}
