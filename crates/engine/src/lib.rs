//! From text to annotated text: lines, segmentation, choice of readings.
//!
//! This crate knows no browser and no file, and does not know how a reading is written.
//!
//! ```text
//! text ─ lines ─► pieces ─ runs ─► Han characters ─ lattice ─► best path ─► tokens
//! ```
//!
//! [`Engine::annotate`] is total: any `&str` gives a [`Document`], and joining the surfaces of the
//! document gives back the text, byte for byte.
//!
//! [`Document`]: thakim_document::Document

mod arcs;
mod books;
mod classical;
mod dialect;
mod engine;
mod explain;
mod lattice;
mod letters;
mod lines;
mod model;
mod names;
mod neutral;
mod numbers;
mod options;
mod own;
mod posterior;
mod remembered;
mod runs;
mod sandhi;
mod taste;
mod tokens;
#[cfg(feature = "training")]
pub mod training;

pub use engine::{Engine, Paragraphs};
pub use lines::{PIECE_CHARS, Piece, complete_pieces, next_piece};
pub use model::{LEVELS, Model, ModelError, Slot, TABLE_BITS};
pub use options::{Options, Passage};
pub use own::OwnWords;
