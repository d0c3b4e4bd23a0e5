//! The readings that the panel offers for a word.

use thakim_document::{Candidate, Explanation, Origin, Reason, Sources, Token};
use thakim_phonology::{Reading, Spoken};

/// A reading on offer.
#[derive(Clone, PartialEq, Debug)]
pub struct Row {
    /// The reading.
    pub candidate: Candidate,
    /// Whether the word is read so now.
    pub chosen: bool,
    /// What speaks for and against it, the strongest first; none while the engine has not answered.
    pub reasons: Vec<Reason>,
}

/// The readings of a word: as the engine explains them where it explained this very word, and as the
/// token has them otherwise. Choosing one does not change their order, so that digits stay.
pub fn rows(token: &Token, explanation: Option<&Explanation>) -> Vec<Row> {
    let chosen = token.reading();
    let is_chosen = |candidate: &Candidate| Some(&candidate.reading) == chosen;
    let row = |candidate: &Candidate, reasons: &[Reason]| Row {
        chosen: is_chosen(candidate),
        candidate: candidate.clone(),
        reasons: reasons.to_vec(),
    };
    // The engine may cut the text otherwise than the reader's own reading does.
    let explained = explanation.filter(|explanation| explanation.surface == token.surface);
    let explained = explained.map_or(&[][..], |explanation| &explanation.candidates);
    let mut rows: Vec<Row> =
        explained.iter().map(|one| row(&one.candidate, &one.reasons)).collect();
    for candidate in &token.candidates {
        if !rows.iter().any(|row| row.candidate.reading == candidate.reading) {
            rows.push(row(candidate, &[]));
        }
    }
    rows
}

/// One character of a token as a token of its own, with the syllables that it has in the token's
/// readings, the chosen one first. They stand by themselves: without capitals, and not neutral.
pub fn character(token: &Token, index: usize) -> Token {
    let mut candidates: Vec<Candidate> = Vec::new();
    for candidate in &token.candidates {
        let Some(spoken) = candidate.reading.syllables().get(index) else { continue };
        let reading = Reading::from(Spoken::plain(spoken.syllable));
        if !candidates.iter().any(|known| known.reading == reading) {
            // Of what speaks for the word nothing is known for its character.
            let sources = Sources::default();
            candidates.push(Candidate { reading, label: None, sources, share: 0, derived: false });
        }
    }
    let surface = token.units().nth(index).unwrap_or_default().to_owned();
    let origin = if candidates.is_empty() { Origin::Unknown } else { Origin::Character };
    Token { surface, origin, candidates, ..token.clone() }
}

#[cfg(test)]
mod tests {
    use thakim_document::{Explained, ReasonKind};
    use thakim_phonology::Notation;

    use super::*;

    fn candidate(reading: &str) -> Candidate {
        let reading = Notation::Tl.parse(reading).expect("a reading in 臺羅");
        Candidate { reading, label: None, sources: Sources(1), share: 9, derived: false }
    }

    fn token(readings: &[&str]) -> Token {
        let candidates = readings.iter().map(|reading| candidate(reading)).collect();
        Token { origin: Origin::Character, confidence: 9, candidates, ..Token::other("行") }
    }

    fn explanation(surface: &str, readings: &[&str]) -> Explanation {
        let reason = Reason { kind: ReasonKind::Usual, text: String::new(), weight: 1.0 };
        let explained = |reading: &&str| Explained {
            candidate: candidate(reading),
            weight: 1.0,
            reasons: vec![reason.clone()],
        };
        let candidates = readings.iter().map(explained).collect();
        Explanation { surface: surface.into(), candidates, rivals: Vec::new() }
    }

    /// The rows as readings, with a star where chosen and a dot where explained.
    fn check(token: &Token, explanation: Option<&Explanation>, expected: &str) {
        let written = |row: &Row| {
            let star = if row.chosen { "*" } else { "" };
            let dot = if row.reasons.is_empty() { "" } else { "." };
            format!(
                "{star}{}{dot}",
                Notation::Tl.write(&row.candidate.reading, &Default::default())
            )
        };
        let rows: Vec<String> = rows(token, explanation).iter().map(written).collect();
        assert_eq!(rows.join(" "), expected);
    }

    #[test]
    fn choosing_does_not_change_the_order() {
        let engine = explanation("行", &["kiânn", "hîng", "hâng"]);
        check(&token(&["kiânn", "hîng"]), None, "*kiânn hîng");
        check(&token(&["kiânn", "hîng"]), Some(&engine), "*kiânn. hîng. hâng.");
        check(&token(&["hîng", "kiânn"]), Some(&engine), "kiânn. *hîng. hâng.");
    }

    #[test]
    fn a_character_has_its_syllables_of_the_word() {
        let word =
            Token { surface: "學\u{E0100}行".into(), ..token(&["Ha̍k--hîng", "o̍h-hîng"]) };
        check(&character(&word, 0), None, "*ha̍k o̍h");
        check(&character(&word, 1), None, "*hîng");
        assert_eq!(character(&word, 0).surface, "學\u{E0100}");
        assert_eq!(character(&token(&[]), 0).origin, Origin::Unknown);
    }

    #[test]
    fn a_reading_of_ones_own_is_there_as_well() {
        let engine = explanation("行", &["kiânn", "hîng"]);
        check(&token(&["hīng", "kiânn"]), Some(&engine), "kiânn. hîng. *hīng");
        check(&token(&["hīng"]), Some(&explanation("銀行", &["gîn-hâng"])), "*hīng");
        check(&token(&[]), None, "");
    }
}
