//! The archive: tar and gzip, with nothing of the machine that makes it.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use flate2::{Compression, GzBuilder};
use tar::{Builder, EntryType, Header};

/// A file of the archive.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Entry {
    pub(crate) content: Vec<u8>,
    /// Whether it is a program.
    pub(crate) runs: bool,
}

/// Packs files, by their paths inside `folder`; `time` is in seconds since 1970.
pub(crate) fn pack(folder: &str, files: &BTreeMap<String, Entry>, time: u64) -> Result<Vec<u8>> {
    // gzip's own header would hold a time and a name.
    let gzip = GzBuilder::new().mtime(0).write(Vec::new(), Compression::best());
    let mut tar = Builder::new(gzip);
    let mut folders = vec![String::new()];
    for (path, entry) in files {
        // Each folder once, before what is in it: unpacked ones have the time as well.
        for (end, _) in path.match_indices('/') {
            let name = path[..=end].to_owned();
            if !folders.contains(&name) {
                folders.push(name);
            }
        }
        let mode = if entry.runs { 0o755 } else { 0o644 };
        let name = format!("{folder}/{path}");
        append(&mut tar, &name, &entry.content, EntryType::Regular, mode, time)?;
    }
    folders.sort();
    for name in folders {
        append(&mut tar, &format!("{folder}/{name}"), &[], EntryType::Directory, 0o755, time)?;
    }
    Ok(tar.into_inner()?.finish()?)
}

fn append(
    tar: &mut Builder<impl std::io::Write>,
    name: &str,
    content: &[u8],
    kind: EntryType,
    mode: u32,
    time: u64,
) -> Result<()> {
    let mut header = Header::new_ustar();
    header.set_entry_type(kind);
    header.set_path(name).with_context(|| format!("{name} is too long a name for tar"))?;
    header.set_size(content.len() as u64);
    header.set_mode(mode);
    header.set_mtime(time);
    header.set_uid(0);
    header.set_gid(0);
    header.set_cksum();
    Ok(tar.append(&header, content)?)
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    fn files() -> BTreeMap<String, Entry> {
        let file = |content: &str, runs| Entry { content: content.into(), runs };
        BTreeMap::from([
            ("thakim".to_owned(), file("#!/bin/sh\n", true)),
            ("site/index.html".to_owned(), file("讀音", false)),
            ("site/a/page-0.js".to_owned(), file("1", false)),
        ])
    }

    #[test]
    fn the_same_files_give_the_same_bytes() {
        let packed = pack("thakim-1", &files(), 1_700_000_000).unwrap();
        assert_eq!(packed, pack("thakim-1", &files(), 1_700_000_000).unwrap());
        assert_ne!(packed, pack("thakim-1", &files(), 1_700_000_001).unwrap());
    }

    #[test]
    fn an_entry_says_nothing_of_the_machine() {
        let packed = pack("thakim-1", &files(), 1_700_000_000).unwrap();
        assert_eq!(packed[4..8], [0; 4], "no time in gzip's header");
        let mut archive = tar::Archive::new(flate2::read::GzDecoder::new(&packed[..]));
        let mut names = Vec::new();
        for entry in archive.entries().unwrap() {
            let mut entry = entry.unwrap();
            let header = entry.header().clone();
            let path = entry.path().unwrap().display().to_string();
            assert_eq!(header.mtime().unwrap(), 1_700_000_000, "{path}");
            assert_eq!((header.uid().unwrap(), header.gid().unwrap()), (0, 0), "{path}");
            assert_eq!(header.username_bytes(), Some(&b""[..]), "{path}");
            assert_eq!(header.groupname_bytes(), Some(&b""[..]), "{path}");
            let runs = header.mode().unwrap() == 0o755;
            assert_eq!(runs, path.ends_with("thakim") || path.ends_with('/'), "{path}");
            let mut content = String::new();
            entry.read_to_string(&mut content).unwrap();
            assert!(path.ends_with('/') || !content.is_empty());
            names.push(path);
        }
        let expected = [
            "thakim-1/site/a/page-0.js",
            "thakim-1/site/index.html",
            "thakim-1/thakim",
            "thakim-1/",
            "thakim-1/site/",
            "thakim-1/site/a/",
        ];
        assert_eq!(names, expected);
    }
}
