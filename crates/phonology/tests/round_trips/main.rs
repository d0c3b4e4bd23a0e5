//! Every syllable of speech in every notation, there and back, with every value of every option.
//!
//! What a notation writes alike or has no way to write is found by trying, and compared with
//! `losses.txt`, which is meant to be read. Refresh it with `UPDATE_EXPECT=1`.

mod loss;
mod words;

use expect_test::expect_file;
use thakim_phonology::{Notation, Spoken, Syllable, ToneStyle, WriteOptions};

/// The default options of a notation, then all that differ from them in the value of one option.
fn choices(notation: Notation) -> Vec<(String, WriteOptions)> {
    let mut choices = vec![("format=mark".to_owned(), WriteOptions::default())];
    for row in WriteOptions::rows(notation) {
        // What stands between syllables is the matter of words.
        if row.name == "words" {
            continue;
        }
        for value in &row.values[1..] {
            let mut options = WriteOptions::default();
            options.set(notation, row.name, value.name).expect("its own option");
            choices.push((format!("{}={}", row.name, value.name), options));
            // How numbers are written shows with numbers only.
            if matches!(row.name, "digits" | "order") {
                options.set(notation, "format", "number").expect("every notation has it");
                choices.push((format!("format=number {}={}", row.name, value.name), options));
            }
        }
    }
    choices
}

fn write(notation: Notation, syllable: Syllable, options: &WriteOptions) -> Option<String> {
    notation.try_write_syllable(Spoken::plain(syllable), false, options)
}

/// Reads one syllable, in the mode in which it could be one.
fn read(
    notation: Notation,
    text: &str,
    syllable: Syllable,
    options: &WriteOptions,
) -> Result<Syllable, String> {
    // What stands without its tone could be anything, a neutral syllable as well.
    let reading = match syllable.is_citation() && options.tones != ToneStyle::None {
        true => notation.parse_with(text, options),
        false => notation.parse_spoken(text, options),
    };
    match reading {
        Ok(reading) if reading.len() == 1 => Ok(reading.syllables()[0].syllable),
        Ok(_) => Err("several syllables".to_owned()),
        Err(error) => Err(error.to_string()),
    }
}

#[test]
fn what_is_lost_is_known() {
    let mut report = String::from(
        "What each notation writes alike or has no way to write. Derived by tests/round_trips; do not edit.\n\
         \n\
         A line is a choice of options and how many of the citation forms that are written so come back as they\n\
         went, then of the other syllables of speech (neutral ones, and -h in the tones 1, 2, 3 and 7).\n\
         Below it stands what does not, in the letters of 臺羅: `a b → c` is written like c and read as c.\n\
         Without tones (format=none) only letters count. Options but the first say what they add (+) and what\n\
         they mend (-).\n",
    );
    for &notation in Notation::ALL {
        report.push_str(&format!("\n## {} {}\n", notation.id(), notation.name()));
        let mut first: Option<Vec<String>> = None;
        for (name, options) in choices(notation) {
            let tally = loss::Tally::of(notation, &options);
            report.push_str(&tally.line(&name));
            let losses = tally.losses();
            let base = first.get_or_insert_with(|| {
                losses.iter().for_each(|loss| report.push_str(&format!("    {loss}\n")));
                losses.clone()
            });
            for loss in losses.iter().filter(|loss| !base.contains(loss)) {
                report.push_str(&format!("    + {loss}\n"));
            }
            for loss in base.iter().filter(|loss| !losses.contains(loss)) {
                report.push_str(&format!("    - {loss}\n"));
            }
        }
    }
    expect_file!["losses.txt"].assert_eq(&report);
}

#[test]
fn whatever_comes_back_stays() {
    for &notation in Notation::ALL {
        // What options change was tried above.
        for (name, options) in choices(notation).into_iter().take(1) {
            for syllable in Syllable::all() {
                let Some(written) = write(notation, syllable, &options) else { continue };
                let Ok(back) = read(notation, &written, syllable, &options) else { continue };
                let Some(again) = write(notation, back, &options) else {
                    panic!("{notation:?} {name} {back:?} is read and never written")
                };
                let context = format!("{notation:?} {name} {syllable:?} {written} {again}");
                assert_eq!(read(notation, &again, back, &options), Ok(back), "{context}");
            }
        }
    }
}
