//! Words cut in two, and two words made one.

use thakim_document::{Candidate, Origin, Sources, Token};
use thakim_phonology::sandhi::Grouping;
use thakim_phonology::{Join, Reading};

use super::{byte_of, part, regroup};
use crate::article::marks::{Seam, SeamKind};

/// How many readings of each of two words are joined, the likeliest first.
const JOINED: usize = 3;

/// Cuts or joins at this `char` of the line. `None` where other characters stand there.
pub(super) fn set(tokens: &mut Vec<Token>, at: usize, seam: &Seam) -> Option<()> {
    let mut begin = 0;
    for index in 0..tokens.len() {
        let length = tokens[index].surface.chars().count();
        match seam.kind {
            // Already cut there: nothing is to be done.
            _ if begin == at && index > 0 => {
                let (before, behind) = (&tokens[index - 1], &tokens[index]);
                if !between(before, behind, seam) {
                    return None;
                }
                if seam.kind == SeamKind::Join {
                    let joined = join(&[before.clone(), behind.clone()]);
                    tokens.splice(index - 1..=index, [joined]);
                }
                return Some(());
            }
            _ if begin < at && at < begin + length => {
                let token = &tokens[index];
                let byte = byte_of(&token.surface, at - begin)?;
                let (before, behind) =
                    (part(token, 0, byte)?, part(token, byte, token.surface.len())?);
                if !between(&before, &behind, seam)
                    || before.units().count() + behind.units().count() != token.units().count()
                {
                    return None;
                }
                if seam.kind == SeamKind::Split {
                    let mut parts = [before, behind];
                    regroup(&tokens[index..=index], &mut parts);
                    tokens.splice(index..=index, parts);
                }
                return Some(());
            }
            _ => begin += length,
        }
    }
    None
}

/// Whether the characters of a seam stand at the end of the one and the beginning of the other.
fn between(before: &Token, behind: &Token, seam: &Seam) -> bool {
    before.origin != Origin::Other
        && behind.origin != Origin::Other
        && before.units().last() == Some(seam.before.as_str())
        && behind.units().next() == Some(seam.behind.as_str())
}

/// Two words made one: the tone group goes on within it.
fn join(parts: &[Token; 2]) -> Token {
    let [before, behind] = parts;
    let mut candidates: Vec<Candidate> = Vec::new();
    for first in before.candidates.iter().take(JOINED) {
        for second in behind.candidates.iter().take(JOINED) {
            let joined = joined_candidate(first, second);
            if !candidates.iter().any(|known| known.reading == joined.reading) {
                candidates.push(joined);
            }
        }
    }
    let origin = match candidates.is_empty() {
        true => Origin::Unknown,
        false => Origin::Word,
    };
    let confidence = u16::from(before.confidence) * u16::from(behind.confidence) / 255;
    let mut joined = [Token {
        surface: format!("{}{}", before.surface, behind.surface),
        origin,
        confidence: confidence as u8,
        candidates,
        grouping: Grouping::default(),
    }];
    regroup(parts, &mut joined);
    let [joined] = joined;
    joined
}

fn joined_candidate(first: &Candidate, second: &Candidate) -> Candidate {
    Candidate {
        reading: joined(&first.reading, &second.reading),
        label: None,
        sources: Sources(first.sources.0 & second.sources.0),
        share: (u16::from(first.share) * u16::from(second.share) / 255) as u8,
        derived: first.derived || second.derived,
    }
}

/// The reading of two words made one: a hyphen between them, unless the second one is neutral.
pub fn joined(first: &Reading, second: &Reading) -> Reading {
    let mut syllables = first.syllables().to_vec();
    let behind = second.syllables().iter().enumerate().map(|(index, spoken)| {
        let mut spoken = *spoken;
        if index == 0 && spoken.join == Join::Space {
            spoken.join = Join::Hyphen;
        }
        spoken
    });
    syllables.extend(behind);
    Reading::new(syllables).unwrap_or_else(|| first.clone())
}
