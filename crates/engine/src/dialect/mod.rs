//! Readings in the dialect that is asked for.
//!
//! It works on the chosen readings, after everything else: which word stands where does not depend on the
//! dialect. Each syllable is mapped by [`Dialect::map`] with what the dictionary knows of its character
//! and its word. Where the dictionary has the word as it comes out, that reading is taken; where not, the
//! reading is derived by rule and marked so. The general reading stays among the candidates.

mod evidence;

use thakim_document::{Candidate, Origin, SURE, Sources, Token};
use thakim_lexicon::Lexicon;
use thakim_phonology::dialect::{Dialect, Ground};
use thakim_phonology::{Reading, Spoken};

use evidence::Known;

/// Puts the chosen readings of a line's tokens into a dialect.
pub(crate) fn speak(lexicon: &Lexicon, dialect: Dialect, tokens: &mut [Token]) {
    if dialect == Dialect::General {
        return;
    }
    let mut known = Known::default();
    for token in tokens {
        if matches!(token.origin, Origin::Word | Origin::Character) && !token.is_own() {
            speak_token(lexicon, dialect, token, &mut known);
        }
    }
}

fn speak_token(lexicon: &Lexicon, dialect: Dialect, token: &mut Token, known: &mut Known) {
    let Some(chosen) = token.candidates.first() else { return };
    known.look_up(lexicon, token.units(), &chosen.reading);
    let mut ground = Ground::Unchanged;
    let syllables = chosen.reading.syllables().iter().enumerate().map(|(index, spoken)| {
        let mapped = dialect.map(spoken.syllable, &known.evidence(index));
        ground = ground.max(mapped.ground);
        Spoken { syllable: mapped.syllable, ..*spoken }
    });
    let Some(reading) = Reading::new(syllables.collect()) else { return };
    if ground == Ground::Unchanged {
        return;
    }
    let same = |candidate: &Candidate| same_syllables(&candidate.reading, &reading);
    let candidate = match token.candidates.iter().position(same) {
        // What is neutral and what is a capital was settled for the general reading.
        Some(index) => Candidate { reading, ..token.candidates.remove(index) },
        None => {
            let Candidate { label, share, .. } = *chosen;
            Candidate { reading, label, sources: Sources::default(), share, derived: true }
        }
    };
    if candidate.derived {
        token.confidence = confidence(token.confidence, ground);
    }
    token.candidates.insert(0, candidate);
}

/// How much a reading is trusted that was derived from one of this confidence.
///
/// What holds for every syllable, and what dictionaries have for the character, adds no doubt. What a
/// set says of a character is right 99 times of 100: so often it finds the second form of the pairs in
/// the Ministry of Education's list without having seen that list (`docs/dialects.md`). A position in 廣韻
/// is never shown as sure.
fn confidence(general: u8, ground: Ground) -> u8 {
    match ground {
        Ground::Unchanged | Ground::Attested | Ground::Sound => general,
        Ground::Set => (u16::from(general) * 99 / 100) as u8,
        Ground::Position => general.min(SURE - 1),
    }
}

fn same_syllables(one: &Reading, other: &Reading) -> bool {
    let syllables = |reading: &Reading| {
        reading.syllables().iter().map(|spoken| spoken.syllable).collect::<Vec<_>>()
    };
    syllables(one) == syllables(other)
}
