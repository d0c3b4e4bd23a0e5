//! Whether the built site is still that of the sources, so that nothing is built twice.

use std::fs;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::assets::sha256;
use crate::command::{command, output};
use crate::workspace;

/// Folders of the checkout that no built file depends on.
const NOT_BUILT_FROM: [&str; 5] = ["docs/", "tests/", "nginx/", "crates/cli/", ".ci/"];

/// What a built site was built from, and what it is made of.
pub(super) struct Stamp {
    file: PathBuf,
    /// None where that cannot be told: then the site is built each time.
    now: Option<String>,
}

impl Stamp {
    /// Of the sources as they stand.
    pub(super) fn of_sources() -> Stamp {
        let file = workspace::root().join("target/site.stamp");
        Stamp { file, now: sources(&workspace::root()) }
    }

    /// Whether the site that stands there was built from these sources and is still whole.
    pub(super) fn is_current(&self, site: &Path) -> bool {
        let expected = self.now.as_ref().and_then(|sources| Some(line(sources, &built(site)?)));
        expected.is_some() && fs::read_to_string(&self.file).ok() == expected
    }

    /// Notes that the site has been built from these sources. Where the note cannot be written, the
    /// site is built again next time.
    pub(super) fn write(&self, site: &Path) {
        if let (Some(sources), Some(built)) = (&self.now, built(site)) {
            let _ = fs::write(&self.file, line(sources, &built));
        }
    }
}

fn line(sources: &str, built: &str) -> String {
    format!("{sources} {built}\n")
}

/// A hash of the compiler and of every file that git tracks or would track.
fn sources(root: &Path) -> Option<String> {
    let files = output(
        command("git")
            .args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
            .current_dir(root),
    )?;
    let mut all = output(command("rustc").arg("-vV"))?;
    for file in files.split('\0').filter(|file| is_built_from(file)) {
        // One that git tracks may have been removed.
        let content = fs::read(root.join(file)).unwrap_or_default();
        all.push_str(&format!("{file} {}\n", sha256(&content)));
    }
    Some(sha256(all.as_bytes()))
}

fn is_built_from(file: &str) -> bool {
    !file.is_empty()
        && !file.ends_with(".md")
        && !NOT_BUILT_FROM.iter().any(|folder| file.starts_with(folder))
}

/// A hash of the names and contents of the built files.
fn built(site: &Path) -> Option<String> {
    let mut all = String::new();
    for entry in WalkDir::new(site).sort_by_file_name() {
        let entry = entry.ok()?;
        if entry.file_type().is_file() {
            let name = entry.path().strip_prefix(site).ok()?.display().to_string();
            all.push_str(&format!("{name} {}\n", sha256(&fs::read(entry.path()).ok()?)));
        }
    }
    (!all.is_empty()).then(|| sha256(all.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_site_is_current_until_a_source_or_a_file_of_it_changes() {
        let folder = tempfile::tempdir().unwrap();
        let site = folder.path().join("dist");
        fs::create_dir(&site).unwrap();
        fs::write(site.join("index.html"), "one").unwrap();
        let stamp = |sources: &str| Stamp {
            file: folder.path().join("stamp"),
            now: Some(sources.to_owned()),
        };

        assert!(!stamp("a").is_current(&site), "nothing was noted");
        stamp("a").write(&site);
        assert!(stamp("a").is_current(&site));
        assert!(!stamp("b").is_current(&site), "a source has changed");
        fs::write(site.join("index.html"), "two").unwrap();
        assert!(!stamp("a").is_current(&site), "a built file has changed");
        let untold = Stamp { file: folder.path().join("stamp"), now: None };
        untold.write(&site);
        assert!(!untold.is_current(&site));
    }

    #[test]
    fn the_sources_are_told_by_what_is_built_from_them() {
        assert!(is_built_from("dict/taibun/words.tsv"));
        assert!(is_built_from("Cargo.lock"));
        for file in ["README.md", "tests/e2e/src/lib.rs", "nginx/nginx.conf", ""] {
            assert!(!is_built_from(file), "{file}");
        }
    }
}
