//! `thakim notations`: what can be written, and how.

use std::io::{self, Write};

use clap::Args;
use thakim_phonology::{Notation, WriteOptions};

/// List the notations with their options
#[derive(Args)]
pub(crate) struct Command {
    /// Only this one
    notation: Option<Notation>,
}

impl Command {
    /// Writes a row for each notation: identifier, name, language tag; indented under it a row for
    /// each option, and under that its values, the default first.
    ///
    /// # Errors
    /// When the output cannot be written.
    pub(crate) fn run(&self) -> io::Result<()> {
        let mut out = io::stdout().lock();
        for &notation in Notation::ALL {
            if self.notation.is_some_and(|only| only != notation) {
                continue;
            }
            let (id, name, tag) = (notation.id(), notation.name(), notation.language_tag());
            writeln!(out, "{id}\t{name}\t{tag}")?;
            for row in WriteOptions::rows(notation) {
                let values: Vec<&str> = row.values.iter().map(|value| value.name).collect();
                writeln!(out, "  {}={}\t{}", row.name, values.join("|"), row.about)?;
                for value in row.values {
                    writeln!(out, "    {}\t{}", value.name, value.about)?;
                }
            }
        }
        Ok(())
    }
}
