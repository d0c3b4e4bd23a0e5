//! Any text at all to every parser: nothing falls over, and what was read can be written and read again.
//! The targets of `fuzz/` do the same for as long as one lets them.

use proptest::prelude::*;
use thakim_phonology::{Notation, Reading, ToneStyle, WriteOptions};

/// Every value of every option, one at a time.
fn choices(notation: Notation) -> Vec<WriteOptions> {
    let mut choices = vec![WriteOptions::default()];
    for row in WriteOptions::rows(notation) {
        for value in row.values {
            let mut options = WriteOptions::default();
            options.set(notation, row.name, value.name).expect("its own option");
            choices.push(options);
        }
    }
    choices
}

fn check(notation: Notation, text: &str, options: &WriteOptions) -> Result<(), TestCaseError> {
    if let Err(error) = notation.parse_with(text, options) {
        let length = text.chars().count();
        prop_assert!(error.at <= length, "{:?} {:?} {:?}", notation, text, error);
        prop_assert!(error.found.chars().count() <= length - error.at);
        prop_assert!(!error.to_string().is_empty());
    }
    let Ok(reading) = notation.parse_spoken(text, options) else { return Ok(()) };
    prop_assert_eq!(reading.len(), reading.syllables().len());
    // Whatever was read is some way to write; the first writing may lose what it must, the second nothing.
    if options.tones == ToneStyle::None {
        return Ok(());
    }
    let Ok(written) = notation.try_write(&reading, options) else { return Ok(()) };
    let again = notation.parse_spoken(&written, options);
    let Ok(again) = again else {
        return Err(TestCaseError::fail(format!(
            "{notation:?} {text:?} is read and written as {written:?}, which is not read: {again:?}"
        )));
    };
    prop_assert_eq!(again.len(), reading.len(), "{:?} {:?} {:?}", notation, text, written);
    let stable = notation.try_write(&again, options).map(|written| {
        let third = notation.parse_spoken(&written, options).ok();
        third.as_ref().map(sounds) == Some(sounds(&again))
    });
    prop_assert_eq!(stable, Ok(true), "{:?} {:?} {:?}", notation, text, written);
    Ok(())
}

/// What of a reading every notation keeps.
fn sounds(reading: &Reading) -> Vec<thakim_phonology::Syllable> {
    reading.syllables().iter().map(|spoken| spoken.syllable).collect()
}

/// Letters, marks and signs of all notations, mixed.
const LIKELY: &str = "[a-zA-ZⁿᴺıṳüöÅǹńǵ0-9¹-⁹\u{300}-\u{30D}\u{324}\u{331}\u{358}·•˙ˊˋ˪˫ˇㄅ-ㄩㆠ-ㆻぁ-んァ-ヶ⠀-⣿君柳上下平去入一二三ɔəʔʰ˥-˩'’ -]{0,14}";

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn any_text_is_read_or_refused(text in "\\PC{0,24}", choice in any::<prop::sample::Index>()) {
        for &notation in Notation::ALL {
            let choices = choices(notation);
            check(notation, &text, &choices[choice.index(choices.len())])?;
        }
    }

    #[test]
    fn any_likely_text_is_read_or_refused(text in LIKELY, choice in any::<prop::sample::Index>()) {
        for &notation in Notation::ALL {
            let choices = choices(notation);
            check(notation, &text, &choices[choice.index(choices.len())])?;
        }
    }

    /// Texts with a slip in them: a right word, one char of which is another or gone.
    #[test]
    fn any_slip_is_read_or_refused(
        syllable in any::<prop::sample::Index>(),
        other in any::<prop::sample::Index>(),
        at in any::<prop::sample::Index>(),
        slip in LIKELY,
    ) {
        let all: Vec<_> = thakim_phonology::Syllable::all().collect();
        for &notation in Notation::ALL {
            let word = [all[syllable.index(all.len())], all[other.index(all.len())]];
            let reading = word.map(thakim_phonology::Spoken::plain).to_vec();
            let Some(reading) = Reading::new(reading) else { continue };
            let written = notation.write(&reading, &WriteOptions::default());
            let chars: Vec<char> = written.chars().collect();
            let at = at.index(chars.len());
            let slipped: String =
                chars[..at].iter().copied().chain(slip.chars()).chain(chars[at + 1..].iter().copied()).collect();
            check(notation, &slipped, &WriteOptions::default())?;
        }
    }
}
