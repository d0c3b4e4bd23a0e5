//! What the tests of the server, of releases and of clusters share.

mod answer;
mod certificate;
mod installed;
mod load;
mod made_up;

pub use answer::{Answer, Asked, FOR_GOOD, FRESH, HSTS, ask, check_headers, get, raw};
pub use certificate::certificate;
pub use installed::{Installed, Said, run};
pub use load::{Load, Report, Visitor};
pub use made_up::{MadeUp, body_of};

use std::path::{Path, PathBuf};

/// The checkout.
pub fn root() -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    root.canonicalize().unwrap_or(root)
}
