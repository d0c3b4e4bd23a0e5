//! From the tables to the compiled dictionary: the two doors to the lexicon's builder.

use std::collections::BTreeSet;
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

use thakim_lexicon::build::{self, Fault, Options, Sources};

/// Why no dictionary was built.
#[derive(Debug, thiserror::Error)]
pub(crate) enum BuildError {
    /// The sources are not as they should be.
    #[error("{dir} has {faults} faults; correct what `thakim dict check {dir}` lists")]
    Faults {
        /// The folder of the sources.
        dir: String,
        /// How many.
        faults: usize,
    },

    /// Nothing is called so.
    #[error("nothing to leave out is called {found:?}; there are {known}")]
    UnknownLayer {
        /// What was to be left out.
        found: String,
        /// The layers and sources, with commas.
        known: String,
    },

    /// The file system said no.
    #[error("{path}: {error}")]
    Io {
        /// The file.
        path: PathBuf,
        /// What the system said.
        #[source]
        error: std::io::Error,
    },
}

/// What [`check`] found.
pub(crate) struct Checked {
    faults: Vec<Fault>,
    sources: Sources,
}

/// Reads every source of a folder and lists the faults.
pub(crate) fn check(dir: &Path) -> Checked {
    let (sources, faults) = build::check(dir);
    Checked { faults, sources }
}

impl Checked {
    /// Whether there is no fault.
    pub(crate) fn is_good(&self) -> bool {
        self.faults.is_empty()
    }
}

/// One fault a line, `file:line: fault`, or one line a source when there is none.
impl fmt::Display for Checked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for fault in &self.faults {
            writeln!(f, "{fault}")?;
        }
        if !self.is_good() {
            return writeln!(f, "{} faults", self.faults.len());
        }
        for source in self.sources.iter() {
            let (name, layer) = (&source.manifest.name, &source.manifest.layer);
            let (readings, counts) = (source.words.len(), source.counts.len());
            let variants = source.variants.len();
            writeln!(
                f,
                "{name} ({layer}): {readings} readings, {counts} counts, {variants} variants"
            )?;
        }
        writeln!(f, "no faults")
    }
}

/// The name under which [`build::compile`] leaves out what was learnt from text.
const MODEL: &str = "model";

/// Compiles the sources of `dir` into a file of `out` named by its hash, and says which.
///
/// `without` names layers or single sources, or is [`MODEL`].
pub(crate) fn build(dir: &Path, without: &[String], out: &Path) -> Result<PathBuf, BuildError> {
    let (sources, faults) = build::check(dir);
    if !faults.is_empty() {
        let dir = dir.display().to_string();
        return Err(BuildError::Faults { dir, faults: faults.len() });
    }
    let names = sources.iter().map(|source| source.manifest.name.as_str());
    let known: BTreeSet<&str> = sources.layers().into_iter().chain(names).chain([MODEL]).collect();
    if let Some(found) = without.iter().find(|name| !known.contains(name.as_str())) {
        let known = Vec::from_iter(known).join(", ");
        return Err(BuildError::UnknownLayer { found: found.clone(), known });
    }
    let bytes = build::compile(&sources, &Options { without: without.to_vec() });
    let path = out.join(build::file_name(&bytes));
    fs::create_dir_all(out)
        .and_then(|()| fs::write(&path, bytes))
        .map_err(|error| BuildError::Io { path: path.clone(), error })?;
    Ok(path)
}

#[cfg(test)]
mod tests {
    use super::super::archive::made;
    use super::*;

    fn sources() -> tempfile::TempDir {
        let dict = tempfile::tempdir().unwrap();
        made::source(dict.path(), "words", "main", &["一", "丁"]);
        made::source(dict.path(), "moe", "moe", &["二"]);
        dict
    }

    #[test]
    fn builds_the_same_file_twice_and_another_without_a_layer() {
        let (dict, out) = (sources(), tempfile::tempdir().unwrap());
        let whole = build(dict.path(), &[], out.path()).unwrap();
        assert_eq!(build(dict.path(), &[], out.path()).unwrap(), whole);
        let without = build(dict.path(), &["moe".to_owned()], out.path()).unwrap();
        assert_ne!(without, whole);
        assert_eq!(fs::read_dir(out.path()).unwrap().count(), 2);
    }

    #[test]
    fn faults_are_listed_by_file_and_line_and_nothing_is_built() {
        let (dict, out) = (sources(), tempfile::tempdir().unwrap());
        let table = dict.path().join("words/words.tsv");
        let broken = fs::read_to_string(&table).unwrap().replace("丁\tit", "丁\tqq");
        fs::write(&table, broken).unwrap();
        let listed = check(dict.path()).to_string();
        assert!(listed.contains("words.tsv:3: bad reading"), "{listed}");
        assert!(listed.ends_with("1 faults\n"), "{listed}");
        let error = build(dict.path(), &[], out.path()).err().unwrap();
        assert!(matches!(error, BuildError::Faults { faults: 1, .. }), "{error}");
        assert_eq!(fs::read_dir(out.path()).unwrap().count(), 0);
    }

    #[test]
    fn what_is_left_out_must_exist() {
        let (dict, out) = (sources(), tempfile::tempdir().unwrap());
        let error = build(dict.path(), &["meo".to_owned()], out.path()).err().unwrap();
        assert_eq!(
            error.to_string(),
            "nothing to leave out is called \"meo\"; there are main, model, moe, words"
        );
    }

    #[test]
    fn good_sources_are_counted() {
        let listed = check(sources().path()).to_string();
        assert!(listed.contains("words (main): 2 readings, 0 counts, 0 variants"), "{listed}");
    }
}
