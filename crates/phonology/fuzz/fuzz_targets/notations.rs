//! Every parser: nothing falls over, and what was read and can be written is read again.

#![no_main]

use libfuzzer_sys::fuzz_target;
use thakim_phonology::{Notation, WriteOptions};

fuzz_target!(|input: (u8, u8, &str)| {
    let (notation, choice, text) = input;
    let notation = Notation::ALL[usize::from(notation) % Notation::ALL.len()];
    let options = options(notation, usize::from(choice));
    let _ = notation.parse_with(text, &options);
    let Ok(reading) = notation.parse_spoken(text, &options) else { return };
    let Ok(written) = notation.try_write(&reading, &options) else { return };
    let again = notation.parse_spoken(&written, &options);
    assert!(again.is_ok(), "{notation:?} {text:?} {written:?} {again:?}");
});

/// The default options, with one value of one option chosen by a number.
fn options(notation: Notation, choice: usize) -> WriteOptions {
    let values: Vec<(&str, &str)> = WriteOptions::rows(notation)
        .flat_map(|row| row.values.iter().map(|value| (row.name, value.name)))
        .collect();
    let (name, value) = values[choice % values.len()];
    let mut options = WriteOptions::default();
    options.set(notation, name, value).expect("an option of the notation");
    options
}
