//! Builds the dictionary of a folder and measures it: `measure dict text.txt`, and with a
//! third argument writes it there.
//!
//! The text is what a walk of all prefixes at every position is timed on.

use std::hint::black_box;
use std::path::Path;
use std::time::Instant;

use thakim_lexicon::Lexicon;
use thakim_lexicon::build::{Options, check, compile, file_name};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let (dir, text) = (arguments.next(), arguments.next());
    let (dir, text) = dir.zip(text).ok_or("usage: measure FOLDER TEXT [OUT]")?;
    let out = arguments.next();
    let text: Vec<char> = std::fs::read_to_string(text)?.chars().collect();

    let start = Instant::now();
    let (sources, faults) = check(Path::new(&dir));
    println!("check      {:.0?}, {} faults", start.elapsed(), faults.len());
    let start = Instant::now();
    let bytes = compile(&sources, &Options::default());
    println!("compile    {:.0?}, {} of {} bytes", start.elapsed(), file_name(&bytes), bytes.len());
    if let Some(out) = out {
        std::fs::write(out, &bytes)?;
    }
    let start = Instant::now();
    let lexicon = Lexicon::open(bytes)?;
    println!("open       {:.1?}", start.elapsed());
    let summary = lexicon.summary();
    println!(
        "holds      {} words, {} readings, {} characters, {} sources",
        summary.words,
        summary.readings,
        summary.characters,
        summary.sources.len()
    );

    let start = Instant::now();
    let rounds = (5_000_000 / text.len().max(1)).max(1);
    let mut words = 0u64;
    for _ in 0..rounds {
        for at in 0..text.len() {
            let mut cursor = lexicon.start();
            for &letter in text.get(at..).unwrap_or_default() {
                let Some(next) = lexicon.step(cursor, letter) else { break };
                words += u64::from(black_box(lexicon.frequency(next)).is_some());
                cursor = next;
            }
        }
    }
    let seconds = start.elapsed().as_secs_f64();
    let speed = (rounds * text.len()) as f64 / seconds / 1e6;
    println!("walk       {speed:.1} M characters/s, {words} words met");

    let start = Instant::now();
    let mut readings = 0u64;
    for at in 0..text.len() {
        let cursor = text.get(at).and_then(|&letter| lexicon.step(lexicon.start(), letter));
        readings += cursor.map_or(0, |cursor| black_box(lexicon.readings(cursor)).len() as u64);
    }
    let speed = text.len() as f64 / start.elapsed().as_secs_f64() / 1e6;
    println!("readings   {speed:.1} M characters/s, {readings} readings");
    Ok(())
}
