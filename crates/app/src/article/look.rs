//! What the elements of the article depend on: the notations, and how their readings are set.
//!
//! Where readings stand, what of them is shown and how large they are is left to the style sheets as far as it
//! can be: then a change touches no element.

use thakim_document::export::Style;

use crate::layout::{Layout, Position, Show, stands_in_column};

/// What stands beside the characters.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Look {
    /// The reading of every character.
    pub first: Style,
    /// The same notation with the tones of speech, where they differ.
    pub spoken: Option<Style>,
    /// Another notation.
    pub second: Option<Style>,
    /// How they are set.
    pub setting: Setting,
}

/// How readings are set.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Setting {
    /// Whether a character is a box with its readings around it, rather than the browser's ruby. Lines break
    /// anywhere between boxes, so punctuation is tied to its word.
    pub boxed: bool,
    /// Whether the first reading stands under the word as a whole.
    pub first_by_word: bool,
    /// Whether the second does.
    pub second_by_word: bool,
    /// Whether the signs of the first stand in a column.
    pub first_in_column: bool,
    /// Whether those of the second do.
    pub second_in_column: bool,
    /// Whether rare characters are told from others.
    pub tells_rare: bool,
    /// Whether words are told that stand first in the article.
    pub tells_first: bool,
}

impl Look {
    /// The look of a layout.
    pub fn new(
        first: Style,
        spoken: Option<Style>,
        second: Option<Style>,
        layout: &Layout,
    ) -> Look {
        let alone = layout.show == Show::Readings;
        let by_word = |position| alone || position == Position::Between;
        let in_column = |style: &Style, position| {
            let is_beside = layout.is_vertical() || position == Position::Right;
            stands_in_column(style.notation) && is_beside && !by_word(position)
        };
        let beside = layout.second.map(|second| second.position);
        let first_in_column = in_column(&first, layout.position);
        let is_ruby = matches!(layout.position, Position::Over | Position::Under)
            && spoken.is_none()
            && second.is_none()
            && !first_in_column
            && !alone;
        let setting = Setting {
            boxed: !is_ruby,
            first_by_word: by_word(layout.position),
            second_by_word: beside.is_some_and(by_word),
            first_in_column,
            second_in_column: second.zip(beside).is_some_and(|(style, at)| in_column(&style, at)),
            tells_rare: layout.show == Show::Rare,
            tells_first: layout.show == Show::First,
        };
        Look { first, spoken, second, setting }
    }
}

impl From<Style> for Look {
    /// One reading over each character.
    fn from(first: Style) -> Look {
        Look { first, spoken: None, second: None, setting: Setting::default() }
    }
}

#[cfg(test)]
mod tests {
    use thakim_phonology::{Notation, ToneStyle};

    use super::*;
    use crate::layout::{Direction, Second};
    use crate::settings::Settings;

    fn setting(notation: Notation, layout: Layout) -> Setting {
        Settings { notation, layout, ..Settings::default() }.look().setting
    }

    #[test]
    fn what_the_browser_can_do_is_its_ruby() {
        for position in [Position::Over, Position::Under] {
            for direction in [Direction::Horizontal, Direction::Vertical] {
                let layout = Layout { position, direction, ..Layout::default() };
                assert_eq!(setting(Notation::Tl, layout), Setting::default());
            }
        }
    }

    #[test]
    fn signs_stand_in_a_column_beside_their_character() {
        let right = Layout { position: Position::Right, ..Layout::default() };
        let column = Setting { boxed: true, first_in_column: true, ..Setting::default() };
        assert_eq!(setting(Notation::Tps, right), column);
        let letters = Setting { boxed: true, ..Setting::default() };
        assert_eq!(setting(Notation::Poj, right), letters);
        // Over the character they stand in a line, but not where lines run downwards.
        assert_eq!(setting(Notation::Tps, Layout::default()), Setting::default());
        let vertical = Layout { direction: Direction::Vertical, ..Layout::default() };
        assert_eq!(setting(Notation::Tps, vertical), column);
    }

    #[test]
    fn between_the_lines_words_are_written_whole() {
        let between = Layout { position: Position::Between, ..Layout::default() };
        let by_word = Setting { boxed: true, first_by_word: true, ..Setting::default() };
        assert_eq!(setting(Notation::Tl, between), by_word);
        let alone = Layout { show: Show::Readings, ..Layout::default() };
        assert_eq!(setting(Notation::Tl, alone), by_word);
        let second = Some(Second {
            notation: Notation::Tps,
            position: Position::Between,
            tones: ToneStyle::Mark,
        });
        let second = Layout { second, ..Layout::default() };
        let under = Setting { boxed: true, second_by_word: true, ..Setting::default() };
        assert_eq!(setting(Notation::Tl, second), under);
    }
}
