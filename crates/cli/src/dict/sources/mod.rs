//! The sources: one module each, which knows how its package is laid out.

mod corpus;
mod guangyun;
mod han2kip;
mod hkscs;
mod ipa;
mod ipa2;
mod moe;
mod opencc;
mod taibun;

use std::path::Path;

use super::archive::Package;
use super::error::ImportError;
use super::tables::Tables;

/// A source: what it is, and how its package is read.
pub(crate) struct Source {
    /// The name of its folder.
    pub(crate) name: &'static str,
    /// What it calls itself.
    pub(crate) title: &'static str,
    /// `main` or `moe`.
    pub(crate) layer: &'static str,
    /// The licence of the data.
    pub(crate) licence: &'static str,
    /// Whom to name.
    pub(crate) attribution: &'static str,
    /// What is left out, and why.
    pub(crate) left_out: &'static str,
    /// Whether its readings are made by rules: they count for less than what a dictionary says.
    pub(crate) derived: bool,
    /// What its report counts.
    pub(crate) rows: &'static str,
    /// Makes the tables from the package and, where the source is judged by others, from what is
    /// already in the folder of the sources.
    pub(crate) read: fn(&Package, dict: &Path) -> Result<Tables, ImportError>,
}

/// Every source, in the order of import: some are judged by those before them.
pub(crate) const ALL: &[&Source] = &[
    &taibun::SOURCE,
    &han2kip::SOURCE,
    &corpus::SOURCE,
    &moe::SOURCE,
    &ipa2::SOURCE,
    &guangyun::SOURCE,
    &opencc::SOURCE,
    &hkscs::SOURCE,
];

/// The source of a name.
pub(crate) fn find(name: &str) -> Result<&'static Source, ImportError> {
    ALL.iter().copied().find(|source| source.name == name).ok_or_else(|| {
        let known: Vec<_> = ALL.iter().map(|source| source.name).collect();
        ImportError::UnknownSource { found: name.to_owned(), known: known.join(", ") }
    })
}
