//! Annotated text: what the engine makes of a person's text, and what the page and the files show.
//!
//! This crate knows no dictionary, no choice of reading and no browser.
//!
//! A [`Document`] is [`Paragraph`]s of [`Token`]s. Joining all surfaces and line ends gives back the
//! text it was made from, byte for byte. Readings are syllables, not strings: another notation never
//! needs the engine again.

pub mod export;
mod paragraph;
mod tally;
mod token;
mod units;

pub use paragraph::{Document, Paragraph};
pub use tally::Tally;
pub use token::{Candidate, Origin, Sources, Token};
pub use units::{is_han, is_selector, units};
