//! Middle Chinese: the positions of 廣韻, and the literary Hokkien reading (文讀音) of each.
//!
//! The literary readings came with the schools of the Tang and Song, whose norm the rhyme books are.
//! They follow from a character's position by rules that hold almost throughout; a reading that is
//! made by them is still a derived one, and dictionaries know better where they know it.
//!
//! ```
//! use thakim_phonology::middle_chinese::{Position, literary};
//!
//! let position: Position = "匣合四先平".parse().unwrap(); // 玄
//! assert_eq!(format!("{:?}", literary(position)), "Syllable(hian5)");
//! ```

mod finals;
mod onsets;
mod position;
mod rhymes;
mod rules;

pub use onsets::Onset;
pub use position::{Division, Kind, MiddleTone, Position, PositionError, Rounding};
pub use rhymes::Rhyme;
pub use rules::literary;
