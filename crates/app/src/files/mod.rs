//! Text files that a person opens or drops, and those that the page gives away.

mod encoding;
mod open;
mod save;

pub use encoding::{Encoding, Guess, guess};
pub use open::{Opened, open};
pub use save::save;

/// The largest file that is opened, in bytes. The text area alone takes seconds for one like this.
pub const LIMIT: u64 = 50_000_000;

/// Why a file was not opened.
#[derive(Clone, PartialEq, Debug)]
pub enum OpenError {
    /// It is larger than the page can hold.
    TooLarge {
        /// Its size in bytes.
        bytes: u64,
        /// The largest size in bytes.
        limit: u64,
    },
    /// It is no plain text.
    Binary,
    /// The browser could not read it; what it says.
    Unreadable(String),
}
