//! Tone sandhi: the tones as spoken.
//!
//! A syllable keeps the tone of the dictionary only at the end of its tone group; before others it takes
//! another one. Three questions are answered one after the other, each in its own module:
//!
//! 1. Where do groups end? In speech that follows grammar: [`grammar`] says it from the classes of the
//!    words, [`words`] lists the words that have a class, [`text`] does it for romanised text. The answer
//!    is a [`Grouping`] for each word, which a person may change by hand.
//! 2. What happens to each syllable? [`changes`] says it as a [`Change`], from readings and groupings alone.
//! 3. Which tone does it take? [`Change::tone`], by tables that can be checked row by row.
//!
//! [`Speech`] holds what a person chooses. [`spoken`] does all of it and gives back readings, whose
//! syllables are [spoken forms](crate::Syllable::spoken), so every notation writes them.
//!
//! ```
//! use thakim_phonology::sandhi::{Accent, Grouping, Mode, Speech, Word, spoken};
//! use thakim_phonology::Notation;
//!
//! let reading = Notation::Tl.parse("Tâi-uân").unwrap();
//! let words = [Word::new(&reading, Grouping::PAUSE)];
//! let spoken = spoken(&words, &Speech::of(Mode::Auto, Accent::South));
//! assert_eq!(Notation::Tl.write(&spoken[0], &Default::default()), "Tāi-uân");
//! ```
//!
//! Sources: the accounts of 鄭良偉 and the Ministry of Education's manual as they are taught, and the test
//! data of three programs, named where they disagree: 臺灣言語工具 (i3thuan5), taibun (Andrei Harbachov)
//! and rime-phah-taibun (soanseng).

mod changes;
pub mod grammar;
mod grouping;
mod speech;
mod tables;
pub mod text;
pub mod words;

pub use changes::{Word, changes, spoken};
pub use grouping::{Grouping, Juncture};
pub use speech::{Accent, GlottalStop, Mode, NeutralForm, Speech, UnknownChoice};
pub use tables::Change;
