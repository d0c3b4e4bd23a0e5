//! What is in the archive.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use anyhow::{Context, Result, bail};
use walkdir::WalkDir;

use super::About;
use super::archive::Entry;
use crate::site::sha256;

/// The operator's script: at the root of the archive, and nowhere else.
const SCRIPT: &str = "nginx/operate/thakim";
/// The list of all other files, in the form of `sha256sum`.
const SUMS: &str = "SHA256SUMS";

/// Files by their path inside the archive.
#[derive(Default)]
pub(crate) struct Contents {
    entries: BTreeMap<String, Entry>,
}

impl Contents {
    /// The site, the configuration, the handbook, the script and the project's own licences.
    pub(crate) fn gather(root: &Path, site: &Path) -> Result<Contents> {
        let mut contents = Contents::default();
        contents.add_tree("site", site)?;
        contents.add_tree("nginx", &root.join("nginx"))?;
        let script = contents.entries.remove(SCRIPT).with_context(|| format!("no {SCRIPT}"))?;
        contents.entries.insert("thakim".to_owned(), Entry { runs: true, ..script });
        for name in ["LICENSE-MIT", "LICENSE-APACHE", "docs/handbook.md", "docs/handbook.zh.md"] {
            contents.add_file(name, &root.join(name))?;
        }
        Ok(contents)
    }

    /// Adds a file of the disk.
    pub(crate) fn add_file(&mut self, name: &str, path: &Path) -> Result<()> {
        let content = fs::read(path).with_context(|| path.display().to_string())?;
        let runs = path.metadata()?.permissions().mode() & 0o100 != 0;
        self.insert(name, Entry { content, runs })
    }

    /// Adds a file that is made here.
    pub(crate) fn add(&mut self, name: &str, content: impl Into<Vec<u8>>) -> Result<()> {
        self.insert(name, Entry { content: content.into(), runs: false })
    }

    fn insert(&mut self, name: &str, entry: Entry) -> Result<()> {
        // `sha256sum` and the operator's script take names as they are.
        let plain = |c: char| c.is_ascii_alphanumeric() || "-_.+/@".contains(c);
        if !name.chars().all(plain) {
            bail!("{name:?} is no name for a file of a release: letters, digits and -_.+@ only");
        }
        match self.entries.insert(name.to_owned(), entry) {
            Some(_) => bail!("the release holds {name} twice"),
            None => Ok(()),
        }
    }

    fn add_tree(&mut self, name: &str, folder: &Path) -> Result<()> {
        for entry in WalkDir::new(folder).sort_by_file_name() {
            let entry = entry?;
            if entry.file_type().is_file() {
                let inside = entry.path().strip_prefix(folder)?.display().to_string();
                self.add_file(&format!("{name}/{inside}"), entry.path())?;
            } else if !entry.file_type().is_dir() {
                bail!("{} is neither a file nor a folder", entry.path().display());
            }
        }
        Ok(())
    }

    /// A hash over all names and contents.
    pub(crate) fn hash(&self) -> String {
        sha256(self.sums().as_bytes())
    }

    /// Writes the release's name where it is read: by the operator's script and by nginx. Last of all
    /// comes the list of checksums.
    pub(crate) fn name(&mut self, id: &str, about: &About) -> Result<()> {
        let About { version, commit, .. } = about;
        let time = about.timestamp()?;
        self.add("RELEASE", format!("id={id}\nversion={version}\ncommit={commit}\ntime={time}\n"))?;
        let conf = self.entries.get_mut("nginx/release.conf").context("no nginx/release.conf")?;
        let text = String::from_utf8(std::mem::take(&mut conf.content))?;
        if text.matches("\"development\"").count() != 1 {
            bail!("nginx/release.conf must hold \"development\" once");
        }
        conf.content = text.replace("\"development\"", &format!("\"{id}\"")).into_bytes();
        let sums = self.sums();
        self.add(SUMS, sums)
    }

    fn sums(&self) -> String {
        let line =
            |(name, entry): (&String, &Entry)| format!("{}  {name}\n", sha256(&entry.content));
        self.entries.iter().map(line).collect()
    }

    /// All of it.
    pub(crate) fn entries(&self) -> &BTreeMap<String, Entry> {
        &self.entries
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_names_every_file_but_itself() {
        let mut contents = Contents::default();
        contents.add("site/index.html", "one").unwrap();
        contents.add("nginx/release.conf", "default \"development\";").unwrap();
        let before = contents.hash();
        let about =
            About { version: "1.2.3".to_owned(), commit: "c0ffee".to_owned(), time: 1_700_000_000 };
        contents.name("1.2.3-abc", &about).unwrap();
        let text = |name: &str| String::from_utf8(contents.entries[name].content.clone()).unwrap();
        assert_eq!(text("nginx/release.conf"), "default \"1.2.3-abc\";");
        assert_eq!(
            text("RELEASE"),
            "id=1.2.3-abc\nversion=1.2.3\ncommit=c0ffee\ntime=2023-11-14T22:13:20Z\n"
        );
        let sums = text(SUMS);
        assert_eq!(sums.lines().count(), 3);
        let line = format!("{}  site/index.html\n", sha256(b"one"));
        assert!(sums.contains(&line), "{sums}");
        assert_ne!(before, contents.hash());
    }

    #[test]
    fn a_name_that_a_shell_would_take_apart_is_refused() {
        let mut contents = Contents::default();
        let said = contents.add("site/a b.js", "").unwrap_err().to_string();
        assert!(said.contains("\"site/a b.js\""), "{said}");
        contents.add("x", "").unwrap();
        assert!(contents.add("x", "").unwrap_err().to_string().contains("twice"));
    }
}
