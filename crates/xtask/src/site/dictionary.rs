//! The compiled dictionary as files of the release.

use std::path::Path;

use anyhow::{Result, bail};
use thakim_lexicon::build::{self, Options};

use super::assets::{Asset, Assets};

/// Faults that are shown; `thakim dict check` shows all.
const SHOWN: usize = 10;

/// Checks and compiles the sources. A fault in them fails the build.
pub(crate) fn compile(assets: &mut Assets, sources: &Path) -> Result<Asset> {
    let (read, faults) = build::check(sources);
    if !faults.is_empty() {
        for fault in faults.iter().take(SHOWN) {
            eprintln!("{fault}");
        }
        bail!(
            "{} faults in {}: `cargo run -p thakim-cli --no-default-features -- dict check` lists them",
            faults.len(),
            sources.display()
        );
    }
    let compiled = build::compile(&read, &Options::default());
    assets.add_in_parts(&build::file_name(&compiled), "thakim", "dict", &compiled)
}
