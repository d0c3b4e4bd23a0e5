//! Articles and drafts, kept in this browser so that a reload loses nothing; and what else is kept in its
//! database.

mod another;
mod articles;
mod connection;
mod database;
mod desk;
mod edit;
mod hold;
mod id;
mod on_desk;
pub mod schema;
mod summary;
mod words;

pub use another::is_another;
pub use articles::{Kept, Kind, Raw, Whole};
pub use connection::Connection;
pub use database::{Database, Writing};
pub use desk::{Desk, Told};
pub use edit::edit;
pub use id::ArticleId;
pub use summary::{Summary, TITLE, first_line};

/// Why nothing can be kept.
#[derive(Clone, PartialEq, Debug)]
pub enum StoreError {
    /// The browser has no storage for this page; what it says.
    Unavailable(String),
    /// Another tab holds an older version open.
    Blocked,
    /// A newer page has been here, and keeps things in a way that this one does not know.
    Newer,
    /// There is no room left.
    Full,
    /// Something else; what the browser says.
    Failed(String),
}
