//! Texts as people write them.

use super::*;

fn tl(text: &str) -> Result<Vec<Piece<'_>>, Vec<TextFault>> {
    pieces(Notation::Tl, text, &WriteOptions::default())
}

/// The text in 白話字, words converted and all else left alone.
fn poj(text: &str) -> String {
    let piece = |piece: &Piece<'_>| match piece {
        Piece::Word(word) => word.write(Notation::Poj, &WriteOptions::default()).unwrap(),
        Piece::Other(other) => (*other).to_owned(),
    };
    tl(text).unwrap().iter().map(piece).collect()
}

#[test]
fn words_change_and_all_else_stays() {
    for (from, to) in [
        ("guá ài tsia̍h.", "góa ài chia̍h."),
        ("Tâi-uân ê tshiú-ki", "Tâi-oân ê chhiú-ki"),
        ("tsáu--khì  lah!", "cháu--khì  lah!"),
        ("tsáu --khì", "cháu --khì"),
        ("tsit款ka-tī行止", "chit款ka-tī行止"),
        ("「guá」，『tsiânn』…", "「góa」，『chiâⁿ』…"),
        ("TÂI-UÂN TSIÂNN", "TÂI-OÂN CHIÂᴺ"),
        ("Windows 11 kap Linux", "Windows 11 kap Linux"),
        ("café tsia̍h", "café chia̍h"),
        ("naïve guá", "naïve góa"),
        ("Köln, Übung, Noël kah guá", "Köln, Übung, Noël kah góa"),
        ("COVID-19 kah A4 kah MP3", "COVID-19 kah A4 kah MP3"),
        ("0912-345-678", "0912-345-678"),
        ("5-gue̍h 28--ji̍t", "5-goe̍h 28--ji̍t"),
        ("tē-3-khò", "tē-3-khò"),
        ("guá-", "góa-"),
        ("-guá", "-góa"),
        ("guá---guá", "góa---góa"),
        ("", ""),
        (" \t ", " \t "),
        ("gua2 ai3 tsiah8", "góa ài chia̍h"),
        ("ｇｕａ２", "góa"),
    ] {
        assert_eq!(poj(from), to, "{from}");
    }
}

#[test]
fn what_is_meant_to_be_hokkien_and_is_not_is_a_fault() {
    for (text, at, found) in [
        ("guá ta̍i", 4, "ta̍i"),
        ("tâi-xyz", 4, "xyz"),
        ("我 tsáim", 2, "tsáim"),
        ("guá tâigí", 4, "tâigí"),
        ("tái2", 0, "tái2"),
        ("gua2 hok10", 5, "hok10"),
    ] {
        let faults = tl(text).unwrap_err();
        assert_eq!(faults.len(), 1, "{text}");
        assert_eq!((faults[0].at, faults[0].error.found.as_str()), (at, found), "{text}");
    }
    let faults = tl("ta̍i guá tái2").unwrap_err();
    assert_eq!(faults.iter().map(|fault| fault.at).collect::<Vec<_>>(), [0, 9]);
}

#[test]
fn nothing_is_lost() {
    for text in ["guá-ê--ah，Linux 行 tsit-ê 3.5-4", "--ah --", "a--b--c-", "ⁿ ㄅㄆ ~ tâi̍"]
    {
        let Ok(pieces) = tl(text) else { continue };
        let joined: String = pieces
            .iter()
            .map(|piece| match piece {
                Piece::Word(word) => word.surface,
                Piece::Other(other) => other,
            })
            .collect();
        assert_eq!(joined, text);
    }
}
