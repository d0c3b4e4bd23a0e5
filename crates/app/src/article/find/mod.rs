//! Finding in an article: by its characters, and by how they are read.
//!
//! [`Query`] is what is looked for, `atoms` the text as it is compared, [`Seeker`] goes through it
//! piece by piece.

mod atoms;
mod query;
mod seeker;

pub use query::Query;
pub use seeker::{Match, Seeker};
