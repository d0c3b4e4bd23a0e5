//! Hokkien phonology: the syllable (initial, final, tone) and every notation that writes it.
//!
//! This crate knows no dictionary, no text and no browser, and needs no other crate.
//!
//! ```
//! use thakim_phonology::{Notation, WriteOptions};
//!
//! let reading = Notation::Tl.parse("tâi-gí").unwrap();
//! assert_eq!(reading.len(), 2);
//! assert_eq!(Notation::Poj.write(&reading, &WriteOptions::default()), "tâi-gí");
//! ```

pub mod dialect;
mod finals;
mod initials;
mod label;
pub mod middle_chinese;
pub mod notation;
mod reading;
mod regional;
pub mod running;
pub mod sandhi;
mod syllable;
mod tone;

pub use finals::{Coda, Final};
pub use initials::Initial;
pub use label::Label;
pub use notation::{
    Inexpressible, Notation, OptionRow, ParseError, ToneStyle, UnknownNotation, UnknownOption,
    ValueRow, WordStyle, WriteOptions,
};
pub use reading::{Join, Reading, Spoken};
pub use regional::is_same_word;
pub use syllable::{Syllable, SyllableError};
pub use tone::Tone;
