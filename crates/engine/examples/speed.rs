//! How fast the engine is on this machine: characters per second over a text.
//!
//! This program measures and asserts nothing; compare its figures only with others of the same run.
//!
//! `cargo run --release -p thakim-engine --example speed -- DICTIONARY TEXT [OWN_WORDS.tsv]`

use std::hint::black_box;
use std::time::Instant;
use std::{env, fs};

use thakim_document::own;
use thakim_engine::{Engine, Options, OwnWords};
use thakim_lexicon::Lexicon;
use thakim_phonology::Notation;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = env::args().skip(1);
    let (Some(dictionary), Some(text)) = (arguments.next(), arguments.next()) else {
        return Err("usage: speed DICTIONARY TEXT [OWN_WORDS.tsv]".into());
    };
    let (dictionary, text) = (fs::read(dictionary)?, fs::read_to_string(text)?);

    let begin = Instant::now();
    let engine = Engine::new(Lexicon::open(dictionary)?)?;
    println!("opened in {:.1} ms", begin.elapsed().as_secs_f64() * 1e3);

    let chars = text.chars().count();
    let mut options = Options::default();
    if let Some(words) = arguments.next() {
        let table = own::read(&fs::read_to_string(words)?, &[Notation::Tl]);
        let begin = Instant::now();
        let words = OwnWords::new(table.rows.into_iter().map(|row| row.word));
        println!("{} own words in {:.1} ms", words.len(), begin.elapsed().as_secs_f64() * 1e3);
        options.own = words.into();
    }
    for round in 1..=5 {
        let begin = Instant::now();
        let tokens: usize =
            engine.paragraphs(&text, &options).map(|paragraph| paragraph.tokens.len()).sum();
        let speed = chars as f64 / begin.elapsed().as_secs_f64() / 1e6;
        println!("round {round}: {speed:.2} M chars/s, {} tokens", black_box(tokens));
    }
    Ok(())
}
