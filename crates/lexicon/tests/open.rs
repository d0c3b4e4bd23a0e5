//! What is refused, and that nothing makes opening or looking up panic.

mod common;

use common::{build, describe, small};
use expect_test::{Expect, expect};
use proptest::prelude::*;
use sha2::{Digest, Sha256};
use thakim_lexicon::{FORMAT_VERSION, Lexicon, OpenError};

const HEADER: usize = 48;

fn good() -> Vec<u8> {
    build(&small(), &[])
}

fn error(bytes: Vec<u8>) -> OpenError {
    Lexicon::open(bytes).err().expect("these bytes are refused")
}

/// Puts right length and hash of the header, as one would who forges a dictionary.
fn reseal(file: &mut [u8]) {
    let (header, rest) = file.split_at_mut(HEADER);
    header[12..16].copy_from_slice(&(rest.len() as u32).to_le_bytes());
    header[16..].copy_from_slice(&Sha256::digest(rest));
}

/// Where the contents of a section begin, by its place in the table.
fn section(file: &[u8], index: usize) -> std::ops::Range<usize> {
    let number = |at: usize| {
        u32::from_le_bytes([file[at], file[at + 1], file[at + 2], file[at + 3]]) as usize
    };
    let count = number(HEADER);
    let length = |index: usize| number(HEADER + 4 + index * 8 + 4);
    let start = HEADER + 4 + count * 8 + (0..index).map(length).sum::<usize>();
    start..start + length(index)
}

#[test]
fn other_files() {
    let mut magic = good();
    magic[0] = b'P';
    expect!["this is no Tha̍k-im dictionary: its first bytes are [50, 54, 68, 61, 6b, 69, 6d, 0a]; give a file made by `thakim dict build`"].assert_eq(&error(magic).to_string());
    assert!(matches!(error(b"<!doctype html>".to_vec()), OpenError::Magic { .. }));
}

#[test]
fn a_foreign_version() {
    let mut file = good();
    file[8] = FORMAT_VERSION as u8 + 1;
    assert_eq!(error(file.clone()), OpenError::Version { found: FORMAT_VERSION + 1 });
    expect!["the dictionary has format 4, this program reads format 3; build it again with the `thakim dict build` of this version"].assert_eq(&error(file).to_string());
}

#[test]
fn every_shorter_file() {
    let file = good();
    for length in 0..file.len() {
        let error = error(file[..length].to_vec());
        assert!(matches!(error, OpenError::Truncated { .. }), "{length}: {error}");
    }
    let whole = file.len();
    assert_eq!(
        error(file[..whole - 1].to_vec()),
        OpenError::Truncated { expected: whole as u64, found: whole as u64 - 1 }
    );
}

#[test]
fn a_longer_file() {
    let file = [good(), vec![0]].concat();
    assert!(matches!(error(file), OpenError::Overlong { .. }));
}

#[test]
fn every_flipped_bit() {
    let file = good();
    for bit in 0..file.len() * 8 {
        let mut file = file.clone();
        file[bit / 8] ^= 1 << (bit % 8);
        let error = error(file);
        assert!(!matches!(error, OpenError::Malformed { .. }), "bit {bit}: {error}");
    }
}

#[test]
fn a_damaged_file_says_which_hash_it_should_have() {
    let mut file = good();
    let last = file.len() - 1;
    file[last] ^= 1;
    let hash: String = file[16..48].iter().map(|byte| format!("{byte:02x}")).collect();
    let OpenError::Damaged { expected, found } = error(file) else { panic!() };
    assert_eq!(expected, hash);
    assert_ne!(found, hash);
}

/// A dictionary with a right hash and a section overwritten from some offset.
fn forged(index: usize, at: usize, bytes: &[u8], expected: Expect) {
    let mut file = good();
    let start = section(&file, index).start + at;
    file[start..start + bytes.len()].copy_from_slice(bytes);
    reseal(&mut file);
    expected.assert_eq(&error(file).to_string());
}

#[test]
fn absurd_lengths() {
    let huge = [0xFF, 0xFF, 0xFF, 0xFF, 0x0F];
    // Words, readings and layers come first.
    forged(
        0,
        3,
        &huge,
        expect![
            "the dictionary's summary part is malformed: expected counts, at most 4 layers and at most 16 sources of five texts; build it again with `thakim dict build`"
        ],
    );
    forged(
        1,
        0,
        &huge,
        expect![
            "the dictionary's characters part is malformed: expected two counts and so many ascending code points; build it again with `thakim dict build`"
        ],
    );
    forged(
        2,
        0,
        &huge,
        expect![
            "the dictionary's variants part is malformed: expected ascending characters, each with characters of the dictionary that it stands for; build it again with `thakim dict build`"
        ],
    );
    forged(
        6,
        0,
        &huge,
        expect![
            "the dictionary's syllables part is malformed: expected for each character a count and syllables; build it again with `thakim dict build`"
        ],
    );

    let mut file = good();
    file[HEADER..HEADER + 4].copy_from_slice(&u32::MAX.to_le_bytes());
    reseal(&mut file);
    expect!["the dictionary's table of sections part is malformed: expected the sections of at most 4 layers; build it again with `thakim dict build`"].assert_eq(&error(file).to_string());

    let mut file = good();
    file[HEADER + 8..HEADER + 12].copy_from_slice(&u32::MAX.to_le_bytes());
    reseal(&mut file);
    expect!["the dictionary's table of sections part is malformed: expected a count, and kinds and lengths that fill the file; build it again with `thakim dict build`"].assert_eq(&error(file).to_string());
}

#[test]
fn forged_parts() {
    // Keys that are no fst, readings with an unknown label.
    forged(
        4,
        0,
        &[9; 8],
        expect![
            "the dictionary's keys part is malformed: expected an fst whose nodes lead to each other; build it again with `thakim dict build`"
        ],
    );
    forged(
        7,
        0,
        &[7],
        expect![
            "the dictionary's readings part is malformed: expected for each word its readings, with a syllable for each character; build it again with `thakim dict build`"
        ],
    );
}

#[test]
fn forged_tables() {
    let kinds = |change: fn(&mut Vec<u8>)| {
        let mut file = good();
        change(&mut file);
        reseal(&mut file);
        error(file).to_string()
    };
    expect!["the dictionary's table of sections part is malformed: expected the sections in their order; build it again with `thakim dict build`"].assert_eq(&kinds(|file| file[HEADER + 4] = 2));
    expect!["the dictionary's table of sections part is malformed: expected whole layers; build it again with `thakim dict build`"].assert_eq(&kinds(|file| file[HEADER] -= 1));
    expect!["the dictionary's table of sections part is malformed: expected a count, and kinds and lengths that fill the file; build it again with `thakim dict build`"].assert_eq(&kinds(|file| file.push(0)));
    expect!["the dictionary's table of sections part is malformed: expected a count, and kinds and lengths that fill the file; build it again with `thakim dict build`"].assert_eq(&kinds(|file| file.truncate(HEADER)));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn any_bytes(bytes: Vec<u8>) {
        let _ = Lexicon::open(bytes);
    }

    /// A forger can write what he likes outside the keys: it opens or is refused, and if it opens,
    /// looking up works.
    #[test]
    fn any_forged_bytes(changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4)) {
        let mut file = good();
        for (index, byte) in changes {
            let at = HEADER + index.index(file.len() - HEADER);
            file[at] = byte;
        }
        reseal(&mut file);
        if let Ok(lexicon) = Lexicon::open(file) {
            for word in ["臺灣", "行", "銀行", "會使", "肉"] {
                describe(&lexicon, word);
            }
            lexicon.variants('台').count();
        }
    }
}
