//! How the article is laid out and how the page looks: what a reader chooses beside the notation.
//!
//! It knows no elements: [`root`] puts the choices onto the page as attributes and custom properties that the
//! style sheets read, and `article::look` says what of them the elements of the article depend on.

pub mod common;
mod line;
pub mod root;

use thakim_phonology::{Notation, ToneStyle};

/// A choice among a few, each with a name for storage, markup and the files of sentences.
pub trait Named: Copy + PartialEq + 'static {
    /// All of them, in the order in which they are offered.
    const ALL: &'static [Self];

    /// Its name.
    fn id(self) -> &'static str;

    /// The one of this name.
    fn of_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|one| one.id() == id)
    }
}

macro_rules! named {
    ($(#[$about:meta])* $kind:ident { $($(#[$what:meta])* $one:ident = $id:literal,)* }) => {
        $(#[$about])*
        #[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
        pub enum $kind { $($(#[$what])* $one,)* }

        impl Named for $kind {
            const ALL: &'static [$kind] = &[$($kind::$one,)*];

            fn id(self) -> &'static str {
                match self { $($kind::$one => $id,)* }
            }
        }
    };
}

named! {
    /// Where readings stand. In vertical text "over" is at the right of the column and "under" at its left.
    Position {
        /// Over the character.
        #[default]
        Over = "over",
        /// At its right, as 方音符號 stand.
        Right = "right",
        /// Under the character.
        Under = "under",
        /// Between the lines: under each word as a whole, its syllables joined.
        Between = "between",
    }
}

named! {
    /// How lines run.
    Direction {
        /// From left to right, lines downwards.
        #[default]
        Horizontal = "horizontal",
        /// From top to bottom, lines leftwards.
        Vertical = "vertical",
    }
}

named! {
    /// What is shown.
    Show {
        /// Characters, each with its reading.
        #[default]
        All = "all",
        /// Characters alone.
        Characters = "characters",
        /// Readings alone, as running text.
        Readings = "readings",
        /// The reading of the word that is pointed at, pressed or has the focus.
        Pointed = "pointed",
        /// The readings of words that are not sure, were derived, corrected, or are unknown.
        Uncertain = "uncertain",
        /// The readings of characters that are rare: see [`common`].
        Rare = "rare",
        /// The readings of each word where it stands first in the article.
        First = "first",
    }
}

named! {
    /// Which tones are shown.
    Tones {
        /// Those of the dictionary.
        #[default]
        Citation = "citation",
        /// Those of speech.
        Spoken = "spoken",
        /// Those of the dictionary, and beside them those of speech where they differ.
        Both = "both",
    }
}

named! {
    /// The face of the characters.
    Face {
        /// 明體.
        #[default]
        Ming = "ming",
        /// 楷體.
        Kai = "kai",
        /// 黑體.
        Hei = "hei",
    }
}

named! {
    /// The colours of the page.
    Theme {
        /// As the person's system has them.
        #[default]
        System = "system",
        /// Dark on light.
        Light = "light",
        /// Light on dark.
        Dark = "dark",
    }
}

/// A second notation beside the first.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Second {
    /// Which. It has the options that were chosen for it when it was the first.
    pub notation: Notation,
    /// Where it stands.
    pub position: Position,
    /// How it shows tones.
    pub tones: ToneStyle,
}

/// The choices.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Layout {
    /// Where the readings stand.
    pub position: Position,
    /// What stands there besides.
    pub second: Option<Second>,
    /// Whether the tones of speech are shown beside those of the dictionary.
    pub both_tones: bool,
    /// How lines run.
    pub direction: Direction,
    /// What is shown.
    pub show: Show,
    /// The face of the characters.
    pub face: Face,
    /// The colours.
    pub theme: Theme,
    /// How large characters are, in per cent of the usual size: one of [`SIZES`].
    pub size: u8,
    /// How large readings are, in per cent of the characters: one of [`READING_SIZES`].
    pub reading: u8,
    /// The space between characters, in hundredths of one: one of [`SPACINGS`].
    pub spacing: u8,
    /// The height of lines, in per cent of what their readings need: one of [`LEADINGS`].
    pub leading: u8,
    /// How many characters stand in a line at most, or [`AS_FITS`]: one of [`LINE_LENGTHS`].
    pub per_line: u8,
}

/// The sizes of characters, in per cent of the usual size.
pub const SIZES: &[u8] = &[75, 85, 100, 115, 130, 150, 175, 200];
/// The sizes of readings, in per cent of the characters.
pub const READING_SIZES: &[u8] = &[40, 45, 50, 55, 60, 70];
/// The spaces between characters, in hundredths of a character.
pub const SPACINGS: &[u8] = &[0, 5, 10, 20, 35, 50];
/// The heights of lines, in per cent of what their readings need.
pub const LEADINGS: &[u8] = &[90, 100, 115, 135, 160];
/// The most characters of a line.
pub const LINE_LENGTHS: &[u8] = &[AS_FITS, 12, 16, 20, 24, 32, 40, 60];
/// As many characters stand in a line as are comfortable in the window.
pub const AS_FITS: u8 = 0;

impl Default for Layout {
    fn default() -> Layout {
        Layout {
            position: Position::default(),
            second: None,
            both_tones: false,
            direction: Direction::default(),
            show: Show::default(),
            face: Face::default(),
            theme: Theme::default(),
            size: 100,
            reading: 50,
            spacing: 5,
            leading: 100,
            per_line: AS_FITS,
        }
    }
}

impl Layout {
    /// Whether lines run downwards.
    pub fn is_vertical(&self) -> bool {
        self.direction == Direction::Vertical
    }

    /// How many lines of readings stand over the characters, and how many under them or between the lines.
    pub fn levels(&self) -> (u8, u8) {
        match self.show {
            Show::Characters => return (0, 0),
            // The first is the text, the others stand under it.
            Show::Readings => {
                return (0, u8::from(self.both_tones) + u8::from(self.second.is_some()));
            }
            _ => {}
        }
        let first = 1 + u8::from(self.both_tones);
        let layers = [Some((self.position, first)), self.second.map(|second| (second.position, 1))];
        let mut levels = (0, 0);
        for (position, count) in layers.into_iter().flatten() {
            match position {
                Position::Over => levels.0 += count,
                // There is no room at the right of a vertical line but towards the line before.
                Position::Right if self.is_vertical() => levels.0 += count,
                Position::Right => {}
                Position::Under | Position::Between => levels.1 += count,
            }
        }
        levels
    }

    /// At which place away from the character the second notation stands, where 1 is the nearest.
    pub fn second_level(&self) -> u8 {
        let Some(second) = self.second else { return 1 };
        let vertical = self.is_vertical();
        let side = |position| match position {
            Position::Right if vertical => Position::Over,
            position => position,
        };
        if side(second.position) == side(self.position) { 2 + u8::from(self.both_tones) } else { 1 }
    }
}

/// Whether the signs of a notation stand in a column beside their character, like 方音符號, rather than in a line
/// of letters.
pub fn stands_in_column(notation: Notation) -> bool {
    matches!(notation, Notation::Tps | Notation::Sni | Notation::Fanqie | Notation::Kana)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn second(position: Position) -> Option<Second> {
        Some(Second { notation: Notation::Tps, position, tones: ToneStyle::Mark })
    }

    #[test]
    fn readings_take_levels_over_and_under() {
        let plain = Layout::default();
        assert_eq!(plain.levels(), (1, 0));
        assert_eq!(Layout { position: Position::Right, ..plain }.levels(), (0, 0));
        let both = Layout { second: second(Position::Under), ..plain };
        assert_eq!((both.levels(), both.second_level()), ((1, 1), 1));
        let stacked = Layout { second: second(Position::Over), both_tones: true, ..plain };
        assert_eq!((stacked.levels(), stacked.second_level()), ((3, 0), 3));
        let beside = Layout { second: second(Position::Right), ..plain };
        assert_eq!((beside.levels(), beside.second_level()), ((1, 0), 1));
        let alone = Layout { show: Show::Readings, ..both };
        assert_eq!(alone.levels(), (0, 1));
        assert_eq!(Layout { show: Show::Characters, ..both }.levels(), (0, 0));
        // In vertical text both stand at the right.
        let upright = Layout { direction: Direction::Vertical, ..beside };
        assert_eq!((upright.levels(), upright.second_level()), ((2, 0), 2));
    }
}
