//! Whatever text comes, in whatever notation: nothing is lost and nothing falls over.

use proptest::prelude::*;
use thakim_phonology::running::{Piece, pieces};
use thakim_phonology::{Notation, WriteOptions};

fn surfaces(pieces: &[Piece<'_>]) -> String {
    let surface = |piece: &Piece<'_>| match piece {
        Piece::Word(word) => word.surface.to_owned(),
        Piece::Other(other) => (*other).to_owned(),
    };
    pieces.iter().map(surface).collect()
}

fn check(text: &str) {
    for &notation in Notation::ALL {
        match pieces(notation, text, &WriteOptions::default()) {
            Ok(pieces) => {
                assert_eq!(surfaces(&pieces), text, "{notation:?}");
                for &to in Notation::ALL {
                    for piece in &pieces {
                        if let Piece::Word(word) = piece {
                            let _ = word.write(to, &WriteOptions::default());
                        }
                    }
                }
            }
            Err(faults) => {
                assert!(!faults.is_empty());
                let length = text.chars().count();
                assert!(faults.iter().all(|fault| fault.at <= length), "{notation:?} {faults:?}");
                assert!(faults.is_sorted_by_key(|fault| fault.at));
            }
        }
    }
}

proptest! {
    #[test]
    fn any_text(text in "\\PC{0,40}") {
        check(&text);
    }

    #[test]
    fn likely_text(
        text in "[a-zA-Z0-9 \u{2D}\u{300}-\u{30D}\u{358}ⁿᴺ臺灣。，ㄅ-ㄩㆠ-ㆺˊˋ˪˫˙\u{2800}-\u{283F}ア-ン]{0,30}"
    ) {
        check(&text);
    }
}
