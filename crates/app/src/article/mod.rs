//! The annotated article: from the worker's batches to ruby on the page.
//!
//! [`chunk`] cuts the stream into pieces that the page can fill and empty by themselves, [`ruby`]
//! makes the elements of a piece, [`Sheet`] decides which pieces are filled, [`copy`] writes all of
//! them as text. [`marks`] is what the reader wants of the article, [`correct`] puts their readings
//! in place, [`flag`] and [`walk`] find the words that need a look, [`find`] what a person looks for.

pub mod candidates;
pub mod chunk;
pub mod copy;
pub mod correct;
mod elements;
pub mod find;
pub mod flag;
pub mod history;
pub mod look;
pub mod marks;
mod order;
pub mod ruby;
mod setting;
mod sheet;
pub mod typing;
pub mod walk;

pub use sheet::{Change, Entry, Listener, Sheet, Toward, WINDOWED_FROM, Word};
