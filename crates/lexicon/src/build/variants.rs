//! Which characters stand for which of the dictionary.

use unicode_normalization::UnicodeNormalization;

use super::{Source, VariantRow, is_han};
use crate::VariantKind;
use crate::characters::{CharacterId, Characters};

/// The blocks of characters that Unicode codes a second time: radicals and compatibility
/// ideographs.
const SECOND_TIME: [std::ops::RangeInclusive<char>; 3] =
    ['\u{2E80}'..='\u{2FD5}', '\u{F900}'..='\u{FAFF}', '\u{2F800}'..='\u{2FA1F}'];

/// All rows, ascending by character; of one character, first those of Unicode, then those of the
/// sources in their order. What stands for no character of the dictionary is left out, except that
/// a compatibility ideograph then stands for what its character stands for.
pub(super) fn variant_rows(
    sources: &[(u16, &Source)],
    characters: &Characters,
) -> Vec<(char, CharacterId, VariantKind)> {
    let listed = || sources.iter().flat_map(|(_, source)| &source.variants).copied();
    let mut rows = Vec::new();
    let mut add = |row: VariantRow| {
        if let Some(id) = characters.id(row.stands_for) {
            rows.push((row.character, id, row.kind));
        }
    };
    for character in SECOND_TIME.into_iter().flatten() {
        let Some(stands_for) = decomposed(character) else { continue };
        let kind = VariantKind::Compatibility;
        add(VariantRow { character, stands_for, kind });
        if characters.id(stands_for).is_none() {
            for row in listed().filter(|row| row.character == stands_for) {
                add(VariantRow { character, ..row });
            }
        }
    }
    listed().for_each(add);
    // Stable, so the order of preference stays.
    rows.sort_by_key(|row| row.0);
    let mut unique: Vec<(char, CharacterId, VariantKind)> = Vec::new();
    for row in rows {
        let same = |known: &&(char, CharacterId, VariantKind)| known.0 == row.0;
        if !unique.iter().rev().take_while(same).any(|known| known.1 == row.1) {
            unique.push(row);
        }
    }
    unique
}

/// The one Han character that a character is by its compatibility decomposition.
fn decomposed(character: char) -> Option<char> {
    let mut letters = std::iter::once(character).nfkd();
    let letter = letters.next()?;
    let is_other = letter != character && letters.next().is_none() && is_han(letter);
    is_other.then_some(letter)
}
