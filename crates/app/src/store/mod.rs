//! Articles and drafts, kept in this browser so that a reload loses nothing.

mod database;
mod desk;
mod edit;
mod tab;

pub use database::{Database, KEPT, Kept, Kind};
pub use desk::Desk;
pub use edit::edit;
pub use tab::TabId;

/// Why nothing can be kept.
#[derive(Clone, PartialEq, Debug)]
pub enum StoreError {
    /// The browser has no storage for this page; what it says.
    Unavailable(String),
    /// Another tab holds an older version open.
    Blocked,
    /// There is no room left.
    Full,
    /// Something else; what the browser says.
    Failed(String),
}
