//! What holds of all words.

use proptest::prelude::*;
use thakim_phonology::sandhi::{
    Accent, Change, GlottalStop, Grouping, Juncture, Mode, NeutralForm, Speech, Word, changes,
    spoken,
};
use thakim_phonology::{Join, Reading, Spoken, Syllable, Tone};

const CHANGES: [Change; 7] = [
    Change::Citation,
    Change::Regular,
    Change::BeforeSuffix,
    Change::Tripled,
    Change::Twice,
    Change::Neutral,
    Change::Following(Tone::T1),
];

fn every_syllable() -> Vec<Syllable> {
    Syllable::all_spoken().collect()
}

#[test]
fn every_change_makes_a_syllable_of_speech() {
    for syllable in Syllable::all_spoken() {
        for accent in Accent::ALL {
            for change in CHANGES {
                let tone = change.tone(syllable, accent);
                assert!(syllable.with_tone(tone).is_ok(), "{syllable:?} {change:?} {tone:?}");
            }
            for level in Tone::CITATION {
                let tone = Change::Following(level).tone(syllable, accent);
                assert!(syllable.with_tone(tone).is_ok(), "{syllable:?} after {level:?}");
            }
        }
    }
}

#[test]
fn every_h_can_be_dropped() {
    for syllable in Syllable::all().filter(|it| it.rime().tl().ends_with('h')) {
        if syllable.tone() == Tone::T9 {
            continue;
        }
        let reading = Reading::from(Spoken::plain(syllable));
        let word = Word { reading: &reading, grouping: Grouping::OPEN, is_going: false };
        let spoken = spoken(&[word, word], &Speech::of(Mode::Auto, Accent::South));
        let heard = spoken[0].syllables()[0].syllable;
        assert!(!heard.rime().tl().ends_with('h'), "{syllable:?} became {heard:?}");
        assert!(heard.is_citation(), "{syllable:?} became {heard:?}");
    }
}

fn reading() -> impl Strategy<Value = Reading> {
    let join =
        prop_oneof![8 => Just(Join::Hyphen), 1 => Just(Join::Space), 1 => Just(Join::Neutral)];
    let syllable = (prop::sample::select(every_syllable()), join, any::<bool>())
        .prop_map(|(syllable, join, capital)| Spoken { syllable, join, capital });
    prop::collection::vec(syllable, 1..6).prop_filter_map("a reading has syllables", Reading::new)
}

fn grouping() -> impl Strategy<Value = Grouping> {
    let then =
        prop::sample::select(vec![Juncture::Bound, Juncture::Open, Juncture::End, Juncture::Pause]);
    (then, prop::option::of(0..20_usize)).prop_map(|(then, end)| match end {
        Some(end) => Grouping::then(then).with_end_behind(end),
        None => Grouping::then(then),
    })
}

fn speech() -> impl Strategy<Value = Speech> {
    (
        prop::sample::select(Mode::ALL.to_vec()),
        prop::sample::select(Accent::ALL.to_vec()),
        any::<bool>(),
        prop::sample::select(vec![NeutralForm::Written, NeutralForm::Heard, NeutralForm::Zero]),
        prop::option::of(any::<bool>()),
    )
        .prop_map(|(mode, accent, kept, neutral, twice)| Speech {
            mode,
            accent,
            glottal_stop: if kept { GlottalStop::Kept } else { GlottalStop::Dropped },
            neutral,
            twice,
        })
}

proptest! {
    #[test]
    fn nothing_is_lost(
        words in prop::collection::vec((reading(), grouping()), 0..6),
        speech in speech(),
    ) {
        let words: Vec<Word<'_>> =
            words.iter().map(|(reading, grouping)| Word::new(reading, *grouping)).collect();
        let heard = spoken(&words, &speech);
        prop_assert_eq!(heard.len(), words.len());
        for (word, heard) in words.iter().zip(&heard) {
            prop_assert_eq!(word.reading.len(), heard.len());
            for (one, other) in word.reading.syllables().iter().zip(heard.syllables()) {
                prop_assert_eq!((one.join, one.capital), (other.join, other.capital));
                prop_assert_eq!(one.syllable.initial(), other.syllable.initial());
            }
        }
        if speech.mode == Mode::None {
            let citation: Vec<Reading> = words.iter().map(|word| word.reading.clone()).collect();
            prop_assert_eq!(heard, citation);
        }
    }

    #[test]
    fn the_last_before_a_pause_stays_unless_all_change(
        words in prop::collection::vec((reading(), grouping()), 1..6),
    ) {
        let words: Vec<Word<'_>> =
            words.iter().map(|(reading, grouping)| Word::new(reading, *grouping)).collect();
        for mode in [Mode::None, Mode::Auto, Mode::AllButLast] {
            let changes = changes(&words, mode);
            for (word, changes) in words.iter().zip(&changes) {
                let is_last = word.grouping.then == Juncture::Pause;
                let last = changes.last().copied();
                let is_kept = last.is_some_and(|it| it == Change::Citation || it.is_neutral());
                prop_assert!(!is_last || is_kept, "{mode}: {last:?}");
            }
        }
    }

    #[test]
    fn cutting_a_word_and_joining_it_again_changes_nothing(
        grouping in grouping(),
        length in 2..10_usize,
        cut in 1..9_usize,
    ) {
        prop_assume!(cut < length);
        let (before, after) = grouping.split(cut);
        let joined = before.join(cut, after);
        prop_assert_eq!(joined.then, grouping.then);
        for index in 0..length - 1 {
            prop_assert_eq!(joined.ends_behind(index), grouping.ends_behind(index));
        }
    }

    #[test]
    fn with_tones_sets_the_tones_it_can(reading in reading()) {
        let own: Vec<Tone> =
            reading.syllables().iter().map(|spoken| spoken.syllable.tone()).collect();
        prop_assert_eq!(&reading.with_tones(&own), &reading);
        prop_assert_eq!(&reading.with_tones(&[]), &reading);
        let neutral = reading.with_tones(&vec![Tone::Neutral; reading.len()]);
        prop_assert!(neutral.syllables().iter().all(|it| it.syllable.tone() == Tone::Neutral));
    }
}
