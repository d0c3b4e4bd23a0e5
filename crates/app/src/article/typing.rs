//! Readings that a person types: checked with every letter, faults named with their place.

use thakim_document::export::Style;
use thakim_phonology::notation::ParseErrorKind;
use thakim_phonology::{Notation, ParseError, Reading, WriteOptions};

/// What was typed, understood.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Typed {
    /// The reading.
    pub reading: Reading,
    /// The notation that it was typed in: the one that is shown, or 臺羅.
    pub notation: Notation,
}

/// Why what was typed cannot be taken.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Fault {
    /// Nothing was typed yet.
    Nothing,
    /// It is no reading.
    Unreadable {
        /// In which notation it came furthest.
        notation: Notation,
        /// Where the fault is and what was expected; `at` counts `char`s of what was typed, from 0.
        error: ParseError,
    },
    /// It has another number of syllables than the word has characters.
    Syllables {
        /// How many there are.
        found: usize,
        /// How many there should be.
        needed: usize,
    },
}

impl Fault {
    /// Whether nothing is wrong so far: it only goes on.
    pub fn is_unfinished(&self, typed: &str) -> bool {
        match self {
            Fault::Nothing => true,
            Fault::Syllables { found, needed } => found < needed,
            Fault::Unreadable { error, .. } => {
                let end = error.at + error.found.chars().count();
                let is_last = end >= typed.trim_end().chars().count();
                let goes_on = match &error.kind {
                    ParseErrorKind::Empty => true,
                    ParseErrorKind::UnknownLetters { found, .. } => found.is_none(),
                    _ => false,
                };
                is_last && goes_on
            }
        }
    }
}

/// Understands what was typed for a word of `needed` characters, in the notation that is shown or in
/// 臺羅, with tone marks or numbers. Where both understand it, it is the one that is shown.
///
/// # Errors
/// [`Fault`]: that of the notation that came further.
pub fn check(typed: &str, style: &Style, needed: usize) -> Result<Typed, Fault> {
    let leading = typed.chars().take_while(|letter| letter.is_whitespace()).count();
    let text = typed.trim();
    if text.is_empty() {
        return Err(Fault::Nothing);
    }
    let read = |notation: Notation, options: &WriteOptions| {
        let reading = notation.parse_with(text, options).map_err(|mut error| {
            error.at += leading;
            Fault::Unreadable { notation, error }
        })?;
        match reading.len() {
            found if found == needed => Ok(Typed { reading, notation }),
            found => Err(Fault::Syllables { found, needed }),
        }
    };
    let shown = read(style.notation, &style.options);
    if style.notation == Notation::Tl {
        return shown;
    }
    shown.or_else(|fault| {
        read(Notation::Tl, &WriteOptions::default()).map_err(|other| further(fault, other))
    })
}

/// The fault that comes later; the first where neither does.
fn further(first: Fault, second: Fault) -> Fault {
    let reach = |fault: &Fault| match fault {
        Fault::Nothing => 0,
        Fault::Unreadable { error, .. } => {
            let read = match &error.kind {
                ParseErrorKind::UnknownLetters { read, .. } => read.chars().count(),
                // Its letters are known, only not together.
                ParseErrorKind::Illegal(_) | ParseErrorKind::TwoTones => {
                    error.found.chars().count()
                }
                ParseErrorKind::Empty
                | ParseErrorKind::UnknownSyllable
                | ParseErrorKind::UnknownTone => 0,
            };
            error.at + read
        }
        // All of it can be read.
        Fault::Syllables { .. } => usize::MAX,
    };
    if reach(&second) > reach(&first) { second } else { first }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is understood, written in 臺羅, with `*` before what was taken for 臺羅; or the fault.
    fn check_in(notation: Notation, typed: &str, needed: usize) -> String {
        let style = Style { notation, ..Style::default() };
        match check(typed, &style, needed) {
            Ok(typed) => {
                let star = if typed.notation == notation { "" } else { "*" };
                format!("{star}{}", Notation::Tl.write(&typed.reading, &Default::default()))
            }
            Err(fault) => {
                let open = if fault.is_unfinished(typed) { "…" } else { "" };
                match fault {
                    Fault::Nothing => "nothing".to_owned(),
                    Fault::Syllables { found, needed } => format!("{found} of {needed}{open}"),
                    Fault::Unreadable { notation, error } => {
                        format!("{} at {}{open}", notation.id(), error.at)
                    }
                }
            }
        }
    }

    #[test]
    fn marks_and_numbers_in_the_notation_shown_or_in_tl() {
        use Notation::*;
        for (notation, typed, needed, expected) in [
            (Tl, "hîng", 1, "hîng"),
            (Tl, " hing5 ", 1, "hîng"),
            (Tl, "gin5-hang5", 2, "gîn-hâng"),
            (Tl, "gin5hang5", 2, "gîn-hâng"),
            (Tl, "gîn hâng", 2, "gîn hâng"),
            (Tl, "Tsi̍t--ê", 2, "Tsi̍t--ê"),
            (Poj, "chit8", 1, "tsi̍t"),
            (Poj, "tsit8", 1, "*tsi̍t"),
            (Tps, "ㄏㄧㄥˊ", 1, "hîng"),
            (Tps, "hing5", 1, "*hîng"),
            (Kana, "hing5", 1, "*hîng"),
            (Braille, "gin5-hang5", 2, "*gîn-hâng"),
            (Sni, "hing5", 1, "*hîng"),
            (Bp, "gîn", 1, "kīn"),
        ] {
            assert_eq!(check_in(notation, typed, needed), expected, "{notation:?} {typed}");
        }
    }

    #[test]
    fn every_notation_takes_what_it_writes_itself() {
        let reading = Notation::Tl.parse("gîn-hâng").expect("a reading in 臺羅");
        for &notation in Notation::ALL {
            let written = notation.write(&reading, &WriteOptions::default());
            let style = Style { notation, ..Style::default() };
            let typed = check(&written, &style, 2);
            assert!(typed.is_ok(), "{notation:?} {written}: {typed:?}");
        }
    }

    #[test]
    fn faults_have_their_place() {
        use Notation::*;
        for (notation, typed, needed, expected) in [
            (Tl, "", 1, "nothing"),
            (Tl, "h", 1, "TL at 0…"),
            (Tl, "hi", 2, "1 of 2…"),
            (Tl, "hi-hi", 1, "2 of 1"),
            (Tl, "gin5-hw", 2, "TL at 5"),
            (Tl, "  xin", 1, "TL at 2"),
            (Tl, "gin5-", 2, "TL at 5…"),
            (Tl, "hit2", 1, "TL at 0"),
            (Poj, "tsim2-qq", 2, "TL at 6"),
        ] {
            assert_eq!(check_in(notation, typed, needed), expected, "{notation:?} {typed}");
        }
    }
}
