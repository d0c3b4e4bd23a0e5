//! Running text in every notation: nothing falls over, and nothing of the text is lost.

#![no_main]

use libfuzzer_sys::fuzz_target;
use thakim_phonology::running::{Piece, pieces};
use thakim_phonology::{Notation, WriteOptions};

fuzz_target!(|input: (u8, &str)| {
    let (notation, text) = input;
    let notation = Notation::ALL[usize::from(notation) % Notation::ALL.len()];
    if let Ok(pieces) = pieces(notation, text, &WriteOptions::default()) {
        let surface = |piece: &Piece<'_>| match piece {
            Piece::Word(word) => word.surface.to_owned(),
            Piece::Other(other) => (*other).to_owned(),
        };
        assert_eq!(pieces.iter().map(surface).collect::<String>(), text);
    }
});
