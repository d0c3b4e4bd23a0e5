//! Files under `/a/`, named by their content.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde::Serialize;
use sha2::{Digest, Sha256};

/// Hexadecimal digits of a file's SHA-256 in its name. Always as many: a page that names files is of
/// the same length in every build.
const NAME_DIGITS: usize = 16;

/// The largest part of a file that is kept in parts, in bytes.
const PART: usize = 1 << 20;

/// A file of the release, as the page, the worker and the service worker know it
/// (`thakim_protocol::Asset`).
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize)]
pub(crate) struct Asset {
    /// From the root: `/a/…`.
    pub(crate) url: String,
    /// Lower-case hexadecimal.
    pub(crate) sha256: String,
    /// Its length.
    pub(crate) bytes: u64,
    /// The files that it is kept in, in order; none when it is one file.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) parts: Vec<Asset>,
}

impl Asset {
    /// Describes bytes that will be found at an address.
    pub(crate) fn new(url: impl Into<String>, content: &[u8]) -> Asset {
        let (sha256, bytes) = (sha256(content), content.len() as u64);
        Asset { url: url.into(), sha256, bytes, parts: Vec::new() }
    }
}

/// SHA-256 in lower-case hexadecimal.
pub(crate) fn sha256(content: &[u8]) -> String {
    Sha256::digest(content).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The site's folder while it fills.
pub(crate) struct Assets {
    root: PathBuf,
    list: Vec<Asset>,
}

impl Assets {
    /// Into this folder.
    pub(crate) fn new(root: &Path) -> Result<Assets> {
        fs::create_dir_all(root.join("a"))?;
        Ok(Assets { root: root.to_owned(), list: Vec::new() })
    }

    /// Adds a large file in parts of at most [`PART`] bytes, named `/a/STEM-HASH.EXTENSION` each. A
    /// download that breaks off goes on with the part that it was at.
    pub(crate) fn add_in_parts(
        &mut self,
        name: &str,
        stem: &str,
        extension: &str,
        content: &[u8],
    ) -> Result<Asset> {
        let parts = content.chunks(PART);
        let parts = parts.map(|part| self.add(stem, extension, part)).collect::<Result<_>>()?;
        Ok(Asset { parts, ..Asset::new(format!("/a/{name}"), content) })
    }

    /// Adds `/a/STEM-HASH.EXTENSION`.
    pub(crate) fn add(&mut self, stem: &str, extension: &str, content: &[u8]) -> Result<Asset> {
        let hash = sha256(content);
        let name = format!("{stem}-{}.{extension}", &hash[..NAME_DIGITS]);
        let asset = Asset::new(format!("/a/{name}"), content);
        let path = self.root.join("a").join(&name);
        fs::write(&path, content).with_context(|| path.display().to_string())?;
        self.list.push(asset.clone());
        Ok(asset)
    }

    /// Takes a file that stands in the folder out of it.
    pub(crate) fn take(&self, name: &str) -> Result<Vec<u8>> {
        let path = self.root.join(name);
        let content = fs::read(&path)
            .with_context(|| format!("Trunk has not built {name} ({})", path.display()))?;
        fs::remove_file(&path)?;
        Ok(content)
    }

    /// All that were added, by address.
    pub(crate) fn list(&self) -> Vec<Asset> {
        let mut list = self.list.clone();
        list.sort();
        list.dedup();
        list
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_named_by_its_content() {
        let folder = tempfile::tempdir().unwrap();
        let mut assets = Assets::new(folder.path()).unwrap();
        let one = assets.add("page", "js", b"one").unwrap();
        let two = assets.add("page", "js", b"two").unwrap();
        assert_eq!(one.url, "/a/page-7692c3ad3540bb80.js");
        assert_ne!(one.url, two.url);
        assert_eq!(one.url.len(), two.url.len());
        assert_eq!((one.bytes, one.sha256.len()), (3, 64));
        assert_eq!(fs::read(folder.path().join(&one.url[1..])).unwrap(), b"one");
        let listed = assets.list();
        assert!(listed.is_sorted(), "{listed:?}");
        assert!(listed.contains(&one) && listed.contains(&two));
    }

    #[test]
    fn the_parts_of_a_large_file_are_the_file() {
        let folder = tempfile::tempdir().unwrap();
        let mut assets = Assets::new(folder.path()).unwrap();
        let content: Vec<u8> = (0..PART * 2 + 7).map(|index| (index % 251) as u8).collect();
        let whole = assets.add_in_parts("x-1.dict", "x", "dict", &content).unwrap();
        let lengths: Vec<u64> = whole.parts.iter().map(|part| part.bytes).collect();
        assert_eq!(lengths, [PART as u64, PART as u64, 7]);
        let read = |part: &Asset| fs::read(folder.path().join(&part.url[1..])).unwrap();
        assert_eq!(whole.parts.iter().flat_map(read).collect::<Vec<_>>(), content);
        assert_eq!(
            (whole.url.as_str(), whole.sha256.as_str()),
            ("/a/x-1.dict", &*sha256(&content))
        );
        assert!(!folder.path().join("a/x-1.dict").exists());
        assert_eq!(assets.list().len(), 3);
    }
}
