//! How many syllables a second each notation writes and reads: `cargo run --release -p thakim-phonology
//! --example notations`.

use std::hint::black_box;
use std::time::{Duration, Instant};

use thakim_phonology::{Notation, Spoken, Syllable, WriteOptions};

/// How long each measurement runs at least.
const WHILE: Duration = Duration::from_millis(400);

fn main() {
    println!(
        "| notation | citation forms written | read back the same | written a second | read a second |"
    );
    println!("| --- | --: | --: | --: | --: |");
    let options = WriteOptions::default();
    let all: Vec<Syllable> = Syllable::all().collect();
    for &notation in Notation::ALL {
        let write = |syllable: &Syllable| {
            let spoken = Spoken::plain(*syllable);
            notation.try_write_syllable(spoken, false, &options).map(|written| (*syllable, written))
        };
        let written: Vec<(Syllable, String)> = all.iter().filter_map(write).collect();
        let is_same = |(syllable, text): &&(Syllable, String)| {
            let read = notation.parse_with(text, &options);
            read.is_ok_and(|reading| reading.syllables() == [Spoken::plain(*syllable)])
        };
        let same = written.iter().filter(is_same).count();
        let writes = per_second(&written, |(syllable, _)| {
            black_box(notation.try_write_syllable(Spoken::plain(*syllable), false, &options));
        });
        let reads = per_second(&written, |(_, text)| {
            let _ = black_box(notation.parse_with(text, &options));
        });
        let (id, written) = (notation.id(), written.len());
        println!("| {id} | {written} | {same} | {writes} | {reads} |");
    }
    println!(
        "\n{} syllables in citation form, {} in speech.",
        all.len(),
        Syllable::all_spoken().count()
    );
}

/// How often a second something is done, if it is done to all of these again and again.
fn per_second<T>(items: &[T], mut run: impl FnMut(&T)) -> u64 {
    let start = Instant::now();
    let mut count = 0_u64;
    while start.elapsed() < WHILE && !items.is_empty() {
        items.iter().for_each(&mut run);
        count += items.len() as u64;
    }
    (count as f64 / start.elapsed().as_secs_f64()) as u64
}
