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

/// The characters of Han text, each with the variation selectors that follow it. Joined they are
/// the text.
pub fn units(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let end = rest
            .char_indices()
            .skip(1)
            .find(|(_, letter)| !is_selector(*letter))
            .map_or(rest.len(), |(index, _)| index);
        let (unit, after) = rest.split_at(end);
        rest = after;
        (!unit.is_empty()).then_some(unit)
    })
}
