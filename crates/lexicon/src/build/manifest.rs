//! `SOURCE.toml`: where a source comes from and what may be done with it.

use std::num::NonZeroUsize;

use super::FaultKind;

/// The contents of `SOURCE.toml`. All keys are required, each a text that is not empty.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Manifest {
    /// The name of the folder.
    pub name: String,
    /// Its title as people know it.
    pub title: String,
    /// The layer: `main`, or the name by which it can be left out.
    pub layer: String,
    /// The registry that the package comes from.
    pub registry: String,
    /// The package.
    pub package: String,
    /// Its version.
    pub version: String,
    /// The file of that version.
    pub file: String,
    /// The SHA-256 of the file: 64 digits of lower-case hexadecimal.
    pub sha256: String,
    /// The licence of what we took.
    pub licence: String,
    /// Whom to name, and how.
    pub attribution: String,
    /// What was left out, and why.
    pub left_out: String,
    /// Whether its readings are derived by rule and hold only where no other source has one. The one
    /// key that need not be there.
    pub derived: bool,
}

/// A fault of a manifest and its line, if it has one.
type ManifestFault = (Option<NonZeroUsize>, FaultKind);

impl Manifest {
    /// Reads the manifest in the folder `name`. What is missing stays empty, except the name and the
    /// layer, without which nothing else could be checked.
    pub(super) fn parse(name: &str, text: &str) -> (Manifest, Vec<ManifestFault>) {
        let mut faults = Vec::new();
        let table = text.parse::<toml::Table>().unwrap_or_else(|error| {
            let line = error.span().map(|span| {
                let before = text.as_bytes().get(..span.start).unwrap_or_default();
                NonZeroUsize::MIN.saturating_add(before.iter().filter(|&&b| b == b'\n').count())
            });
            faults.push((line, FaultKind::Toml { why: error.message().to_owned() }));
            toml::Table::new()
        });
        // One fault is enough for a file that is not TOML.
        let is_toml = faults.is_empty();
        let mut text = |key: &'static str| {
            let found = match table.get(key) {
                Some(toml::Value::String(text)) if !text.trim().is_empty() => return text.clone(),
                Some(toml::Value::String(_)) => "an empty text".to_owned(),
                Some(other) => format!("{} {other}", other.type_str()),
                None => "nothing".to_owned(),
            };
            if is_toml {
                faults.push((None, FaultKind::ManifestKey { key, found }));
            }
            String::new()
        };
        let mut manifest = Manifest {
            name: text("name"),
            title: text("title"),
            layer: text("layer"),
            registry: text("registry"),
            package: text("package"),
            version: text("version"),
            file: text("file"),
            sha256: text("sha256"),
            licence: text("licence"),
            attribution: text("attribution"),
            left_out: text("left_out"),
            derived: false,
        };
        if !manifest.name.is_empty() && manifest.name != name {
            let found = format!("{:?} in the folder {name:?}", manifest.name);
            faults.push((None, FaultKind::ManifestKey { key: "name", found }));
        }
        match table.get("derived") {
            None => {}
            Some(&toml::Value::Boolean(derived)) => manifest.derived = derived,
            Some(other) => {
                let found = format!("{} {other}", other.type_str());
                faults.push((None, FaultKind::ManifestKey { key: "derived", found }));
            }
        }
        let is_hash = |hash: &str| {
            hash.len() == 64 && hash.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))
        };
        if !manifest.sha256.is_empty() && !is_hash(&manifest.sha256) {
            let found = format!("{:?}, which is no 64 digits of hexadecimal", manifest.sha256);
            faults.push((None, FaultKind::ManifestKey { key: "sha256", found }));
        }
        name.clone_into(&mut manifest.name);
        if manifest.layer.is_empty() {
            super::sources::MAIN_LAYER.clone_into(&mut manifest.layer);
        }
        (manifest, faults)
    }
}
