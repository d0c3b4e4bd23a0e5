//! Annotated text: what the engine makes of a person's text, and what the page and the files show.
//!
//! This crate knows no dictionary, no choice of reading and no browser.
//!
//! A [`Document`] is [`Paragraph`]s of [`Token`]s. Joining all surfaces and line ends gives back the
//! text it was made from, byte for byte. Readings are syllables, not strings: another notation never
//! needs the engine again.

mod cut;
mod explanation;
pub mod export;
pub mod own;
mod paragraph;
mod preference;
mod spoken;
mod tally;
mod token;
mod units;

pub use explanation::{Explained, Explanation, Reason, ReasonKind};
pub use paragraph::{Document, Paragraph};
pub use preference::Preference;
pub use tally::Tally;
pub use token::{Candidate, Origin, SURE, Sources, Token};
pub use units::{character_of, is_han, is_selector, units};
