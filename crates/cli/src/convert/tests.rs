//! Lines in, lines out.

use std::io::BufReader;

use super::*;

/// What came out, what was complained of, and whether all was well.
fn ran(from: Notation, to: Notation, input: &[u8]) -> (String, String, bool) {
    let conversion = Conversion {
        from,
        read_as: WriteOptions::default(),
        to,
        write_as: WriteOptions::default(),
        dialect: Dialect::General,
        speech: Speech::default(),
    };
    let (mut output, mut complaints) = (Vec::new(), Vec::new());
    let code = convert(&conversion, BufReader::new(input), &mut output, &mut complaints).unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
    (text(output), text(complaints), code == ExitCode::SUCCESS)
}

#[test]
fn lines_keep_their_order_and_their_ends() {
    let (out, complaints, well) =
        ran(Notation::Tl, Notation::Poj, "guá ài\r\n\n「tsi̍t」款\n--ah".as_bytes());
    assert_eq!(out, "góa ài\r\n\n「chi̍t」款\n--ah");
    assert_eq!((complaints.as_str(), well), ("", true));
}

#[test]
fn a_line_with_a_fault_comes_out_as_it_was() {
    let (out, complaints, well) =
        ran(Notation::Tl, Notation::Poj, "guá\nguá ta̍i tái2\nguá\n".as_bytes());
    assert_eq!(out, "góa\nguá ta̍i tái2\ngóa\n");
    assert_eq!(
        complaints,
        "thakim: line 2: character 5: 「ta̍i」: tones 4 and 8 need a syllable that ends in -p, -t, -k or -h (and 1 more)\n"
    );
    assert!(!well);
}

#[test]
fn bytes_that_are_no_text_pass_through() {
    let (_, complaints, well) = ran(Notation::Tl, Notation::Poj, b"gu\xFF\nlang5\n");
    assert_eq!(complaints, "thakim: line 1: byte 3 is not UTF-8; save the text as UTF-8\n");
    assert!(!well);
}

#[test]
fn what_cannot_be_told_apart_any_more_is_noted() {
    let (out, complaints, well) = ran(Notation::Tl, Notation::Poj, "peng5 ping5\n".as_bytes());
    assert_eq!(out, "pêng pêng\n");
    assert_eq!(
        complaints,
        "thakim: note: 白話字 writes peng5 like ping5, so the way back is not certain\n"
    );
    assert!(well);
}
