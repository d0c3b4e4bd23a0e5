//! Pieces that several pages are made of.

mod choices;
mod clipboard;
mod disclosure;
mod footer;
mod status;

pub use choices::choices;
pub use clipboard::{Copied, copy};
pub use disclosure::disclosure;
pub use footer::footer;
pub use status::{Progress, bar, button, cure, engine_status, hairline, storage_status};
