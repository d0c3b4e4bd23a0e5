//! Batches and downloads, without a browser.

use thakim_document::{Origin, Paragraph, Token};
use thakim_protocol::{Asset, LoadFailure, Outcome};
use thakim_worker::batcher::{Batcher, FIRST_BATCH, LARGEST_BATCH};
use thakim_worker::verify::Verifier;

fn paragraph() -> Paragraph {
    let unknown = Token {
        surface: "測試".into(),
        origin: Origin::Unknown,
        confidence: 0,
        candidates: vec![],
        grouping: Default::default(),
    };
    Paragraph { tokens: vec![unknown, Token::other("。")], ending: "\n".into(), classical: false }
}

#[test]
fn batches_grow_and_lose_nothing() {
    let mut batcher = Batcher::default();
    let mut batches = Vec::new();
    // Each paragraph stands for 1 KiB of text.
    for _ in 0..200 {
        batches.extend(batcher.push(paragraph(), 1 << 10));
    }
    let (last, outcome) = batcher.finish();
    batches.extend(last);
    let sizes: Vec<usize> = batches.iter().map(|batch| batch.paragraphs.len()).collect();
    assert_eq!(sizes[..5], [2, 4, 8, 16, 16]);
    assert_eq!((FIRST_BATCH >> 10, LARGEST_BATCH >> 10), (2, 16));
    assert_eq!(sizes.iter().sum::<usize>(), 200);
    let mut next = 0;
    for batch in &batches {
        assert_eq!(batch.first, next);
        next += batch.paragraphs.len() as u32;
    }
    assert_eq!(outcome, Outcome::Annotated { han: 400, unknown: 400, uncertain: 0 });
}

/// SHA-256 of "abc", from FIPS 180-2.
const ABC: &str = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

fn verify(pieces: &[&str], bytes: u64) -> Result<Vec<u8>, LoadFailure> {
    let asset = Asset { url: "/a/abc".into(), sha256: ABC.into(), bytes, parts: Vec::new() };
    let mut verifier = Verifier::new(asset);
    for piece in pieces {
        verifier.push(piece.as_bytes())?;
    }
    verifier.finish()
}

#[test]
fn only_the_bytes_of_the_release_pass() {
    assert_eq!(verify(&["a", "", "bc"], 3), Ok(b"abc".to_vec()));
    assert_eq!(verify(&["abd"], 3), Err(LoadFailure::Corrupt));
    assert_eq!(verify(&["ab"], 3), Err(LoadFailure::Length { expected: 3, found: 2 }));
    assert_eq!(verify(&["ab", "cd"], 3), Err(LoadFailure::Length { expected: 3, found: 4 }));
    assert_eq!(verify(&[], 3), Err(LoadFailure::Length { expected: 3, found: 0 }));
}

#[test]
fn a_release_that_names_a_huge_file_reserves_no_memory_for_it() {
    let found = verify(&["abc"], u64::MAX);
    assert_eq!(found, Err(LoadFailure::Length { expected: u64::MAX, found: 3 }));
}
