//! Han characters in text.

/// Whether a character is a Han character that a dictionary could read: unified and compatibility
/// ideographs, 々 and 〇, radicals, and the private use areas where old encodings keep theirs.
///
/// Source: the Unicode blocks of script Han (Unicode 16), as ranges of whole blocks.
pub fn is_han(letter: char) -> bool {
    matches!(letter,
        '\u{2E80}'..='\u{2FDF}'     // radicals
        | '\u{3005}' | '\u{3007}'   // 々 〇
        | '\u{3021}'..='\u{3029}' | '\u{3038}'..='\u{303B}'
        | '\u{3400}'..='\u{4DBF}'   // extension A
        | '\u{4E00}'..='\u{9FFF}'
        | '\u{E000}'..='\u{F8FF}'   // private use
        | '\u{F900}'..='\u{FAFF}'   // compatibility ideographs
        | '\u{20000}'..='\u{3FFFD}' // extensions B and later
        | '\u{F0000}'..='\u{10FFFD}') // private use planes
}

/// Whether it only changes the look of the character before it: a variation selector.
pub fn is_selector(letter: char) -> bool {
    matches!(letter, '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}')
}

/// Two characters that people write one after the other for one that their fonts lack.
const TAKEN_APART: [(&str, char); 2] = [("勿會", '𣍐'), ("勿会", '𣍐')];

/// The characters of Han text, each with the variation selectors that follow it. Joined they are
/// the text. A character that is taken apart (勿會 for 𣍐) is one: it is read with one syllable.
pub fn units(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let first = taken_apart(rest).map(|(written, _)| written.len());
        let first = first.or_else(|| rest.chars().next().map(char::len_utf8))?;
        let end = rest[first..]
            .char_indices()
            .find(|(_, letter)| !is_selector(*letter))
            .map_or(rest.len(), |(index, _)| first + index);
        let (unit, after) = rest.split_at(end);
        rest = after;
        (!unit.is_empty()).then_some(unit)
    })
}

/// The character that a unit is: without selectors, and put together if it was taken apart. U+FFFD of
/// an empty text.
pub fn character_of(unit: &str) -> char {
    let whole = taken_apart(unit).map(|(_, character)| character);
    whole.or_else(|| unit.chars().next()).unwrap_or('\u{FFFD}')
}

fn taken_apart(text: &str) -> Option<(&'static str, char)> {
    // Nearly all text ends here.
    if !text.starts_with('勿') {
        return None;
    }
    TAKEN_APART.into_iter().find(|(written, _)| text.starts_with(written))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_character_keeps_its_selectors_and_its_parts() {
        let cut = |text| units(text).collect::<Vec<_>>();
        assert_eq!(cut("臺\u{FE00}灣"), ["臺\u{FE00}", "灣"]);
        assert_eq!(cut("伊勿會曉勿"), ["伊", "勿會", "曉", "勿"]);
        assert_eq!(cut("勿会\u{FE00}"), ["勿会\u{FE00}"]);
        assert_eq!(cut("\u{FE00}臺"), ["\u{FE00}", "臺"]);
        assert_eq!(cut(""), Vec::<&str>::new());
        assert_eq!(["勿會", "勿", "臺\u{FE00}"].map(character_of), ['𣍐', '勿', '臺']);
    }
}
