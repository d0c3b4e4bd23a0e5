//! Packages as registries serve them: wheels (zip) and source archives (tar, gzip).

use std::fs;
use std::io::{Cursor, Read};
use std::path::Path;

use flate2::read::GzDecoder;

use super::error::ImportError;

/// A package, read into memory.
pub(crate) struct Package {
    bytes: Vec<u8>,
    kind: Kind,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Kind {
    Wheel,
    SourceArchive,
}

impl Package {
    /// Reads a package; its first bytes tell the kind.
    pub(crate) fn open(path: &Path) -> Result<Package, ImportError> {
        let bytes = fs::read(path).map_err(ImportError::io(path))?;
        let kind = match bytes.as_slice() {
            [b'P', b'K', 3, 4, ..] => Kind::Wheel,
            [0x1F, 0x8B, ..] => Kind::SourceArchive,
            other => {
                return Err(ImportError::NotAnArchive {
                    path: path.to_owned(),
                    found: format!("it begins with {:02X?}", &other[..other.len().min(4)]),
                });
            }
        };
        Ok(Package { bytes, kind })
    }

    /// All its bytes.
    pub(crate) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The contents of the first file whose path ends in `member`, at a slash.
    pub(crate) fn read(&self, member: &'static str) -> Result<Vec<u8>, ImportError> {
        let found = match self.kind {
            Kind::Wheel => self.read_wheel(member),
            Kind::SourceArchive => self.read_source_archive(member),
        };
        found
            .map_err(ImportError::malformed(member, "a file of the archive"))?
            .ok_or(ImportError::MissingMember { member })
    }

    /// As [`Package::read`], of a file that is text in UTF-8, with or without a byte order mark.
    pub(crate) fn read_text(&self, member: &'static str) -> Result<String, ImportError> {
        let text = String::from_utf8(self.read(member)?)
            .map_err(ImportError::malformed(member, "UTF-8"))?;
        Ok(text.strip_prefix('\u{FEFF}').map(str::to_owned).unwrap_or(text))
    }

    fn read_wheel(&self, member: &str) -> std::io::Result<Option<Vec<u8>>> {
        let mut archive = zip::ZipArchive::new(Cursor::new(&self.bytes))?;
        for index in 0..archive.len() {
            let mut file = archive.by_index(index)?;
            if is_member(&file.name()?, member) {
                let mut contents = Vec::new();
                file.read_to_end(&mut contents)?;
                return Ok(Some(contents));
            }
        }
        Ok(None)
    }

    fn read_source_archive(&self, member: &str) -> std::io::Result<Option<Vec<u8>>> {
        let mut archive = tar::Archive::new(GzDecoder::new(self.bytes.as_slice()));
        for entry in archive.entries()? {
            let mut entry = entry?;
            if is_member(&String::from_utf8_lossy(&entry.path_bytes()), member) {
                let mut contents = Vec::new();
                entry.read_to_end(&mut contents)?;
                return Ok(Some(contents));
            }
        }
        Ok(None)
    }
}

fn is_member(path: &str, member: &str) -> bool {
    path.strip_suffix(member).is_some_and(|before| before.is_empty() || before.ends_with('/'))
}

/// Small packages and folders for the tests of the importers.
#[cfg(test)]
pub(crate) mod made {
    use std::io::{Cursor, Write};
    use std::path::{Path, PathBuf};

    use zip::write::SimpleFileOptions;

    /// Writes a wheel of these files.
    pub(crate) fn wheel(folder: &Path, files: &[(&str, &[u8])]) -> PathBuf {
        let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (name, contents) in files {
            archive.start_file(*name, SimpleFileOptions::default()).unwrap();
            archive.write_all(contents).unwrap();
        }
        let path = folder.join("made-1.0-py3-none-any.whl");
        std::fs::write(&path, archive.finish().unwrap().into_inner()).unwrap();
        path
    }

    /// Writes the folder of an imported source with these words, each read as so many `it`.
    pub(crate) fn source(dict: &Path, name: &str, layer: &str, words: &[&str]) {
        let folder = dict.join(name);
        std::fs::create_dir(&folder).unwrap();
        let mut description = format!("name = \"{name}\"\nlayer = \"{layer}\"\n");
        let keys = ["title", "registry", "package", "version", "file", "licence", "attribution"];
        for key in keys.into_iter().chain(["left_out"]) {
            description.push_str(&format!("{key} = \"made\"\n"));
        }
        description.push_str(&format!("sha256 = \"{}\"\n", "0".repeat(64)));
        std::fs::write(folder.join("SOURCE.toml"), description).unwrap();
        let mut table = "word\treading\tlabel\taccent\tcount\n".to_owned();
        for word in words {
            let reading = vec!["it"; word.chars().count()].join("-");
            table.push_str(&format!("{word}\t{reading}\t\t\t\n"));
        }
        std::fs::write(folder.join("words.tsv"), table).unwrap();
    }

    /// Writes a source archive of these files.
    pub(crate) fn source_archive(folder: &Path, files: &[(&str, &[u8])]) -> PathBuf {
        let gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        let mut archive = tar::Builder::new(gzip);
        for (name, contents) in files {
            let mut header = tar::Header::new_gnu();
            header.set_size(contents.len() as u64);
            header.set_mode(0o644);
            archive.append_data(&mut header, name, *contents).unwrap();
        }
        let path = folder.join("made-1.0.tar.gz");
        std::fs::write(&path, archive.into_inner().unwrap().finish().unwrap()).unwrap();
        path
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_a_file_by_the_end_of_its_path_in_both_kinds() {
        let folder = tempfile::tempdir().unwrap();
        let files: &[(&str, &[u8])] =
            &[("made/not-詞目.csv", b"wrong"), ("made/data/詞目.csv", b"\xEF\xBB\xBFright")];
        for path in [made::wheel(folder.path(), files), made::source_archive(folder.path(), files)]
        {
            let package = Package::open(&path).unwrap();
            assert_eq!(package.read_text("詞目.csv").unwrap(), "right");
            assert!(matches!(
                package.read("absent.csv"),
                Err(ImportError::MissingMember { member: "absent.csv" })
            ));
        }
    }

    #[test]
    fn says_what_a_file_that_is_no_package_begins_with() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("page.whl");
        fs::write(&path, "<html>").unwrap();
        let error = Package::open(&path).err().unwrap().to_string();
        assert!(error.contains("begins with [3C, 68, 74, 6D]"), "{error}");
    }

    #[test]
    fn a_cut_package_is_an_error_not_a_panic() {
        let folder = tempfile::tempdir().unwrap();
        let path = made::wheel(folder.path(), &[("a.txt", b"whole")]);
        let whole = fs::read(&path).unwrap();
        fs::write(&path, &whole[..whole.len() / 2]).unwrap();
        let package = Package::open(&path).unwrap();
        assert!(matches!(package.read("a.txt"), Err(ImportError::Malformed { .. })));
    }
}
