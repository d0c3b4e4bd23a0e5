//! The annotated article: from the worker's batches to ruby on the page.
//!
//! [`chunk`] cuts the stream into pieces that the page can fill and empty by themselves, [`ruby`]
//! makes the elements of a piece, [`Sheet`] decides which pieces are filled, [`copy`] writes all of
//! them as text.

pub mod chunk;
pub mod copy;
mod elements;
pub mod ruby;
mod sheet;
mod walk;

pub use sheet::{Sheet, WINDOWED_FROM};
pub use walk::Doubt;
