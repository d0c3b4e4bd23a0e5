//! From the tables under `dict/` to the compiled dictionary.
//!
//! [`check`] reads the tables and lists every fault in them; [`compile`] makes the file. The same
//! tables give the same bytes.

mod check;
mod compile;
mod evidence;
mod fault;
mod han;
mod layer;
mod manifest;
mod sources;
mod table;
mod variants;

pub use check::{check, check_files};
pub use compile::{Options, compile, file_name};
pub use fault::{Fault, FaultKind};
pub use han::is_han;
pub use manifest::Manifest;
pub use sources::{CountRow, Source, Sources, VariantRow, WordRow};
