//! Importing one source: verify the package, read it, write the folder.

use std::fs;
use std::path::Path;

use super::archive::Package;
use super::description::{Description, Packages, sha256};
use super::error::ImportError;
use super::report::Finished;
use super::sources::{Source, find};

/// Makes the tables of a source from its package, in its folder of `dict`.
///
/// A table that has no rows is removed; other files of the folder are left alone.
pub(crate) fn import(name: &str, package: &Path, dict: &Path) -> Result<Finished, ImportError> {
    let source = find(name)?;
    let opened = Package::open(package)?;
    let description = describe(source, package, &opened, dict)?;
    let tables = (source.read)(&opened, dict)?;
    let report = tables.report.finish(source.rows, tables.sizes());

    let folder = dict.join(source.name);
    fs::create_dir_all(&folder).map_err(ImportError::io(&folder))?;
    for (file, contents) in tables.files() {
        let path = folder.join(file);
        match contents {
            Some(contents) => fs::write(&path, contents).map_err(ImportError::io(&path))?,
            None if path.exists() => fs::remove_file(&path).map_err(ImportError::io(&path))?,
            None => {}
        }
    }
    write_toml(&folder.join("SOURCE.toml"), &description)?;
    write_toml(&folder.join("REPORT.toml"), &report)?;
    Ok(report)
}

/// The package of a source, if it is the pinned one.
///
/// # Errors
/// When it cannot be read, is no archive, or is another than `packages.toml` names.
pub(crate) fn pinned_package(name: &str, path: &Path, dict: &Path) -> Result<Package, ImportError> {
    let package = Package::open(path)?;
    describe(find(name)?, path, &package, dict)?;
    Ok(package)
}

/// The description of the source, if the package is the pinned one.
fn describe(
    source: &'static Source,
    path: &Path,
    package: &Package,
    dict: &Path,
) -> Result<Description, ImportError> {
    let packages = Packages::read(dict)?;
    let pinned = packages.of(source.name, dict)?.clone();
    let found = sha256(package.bytes());
    if found != pinned.sha256 {
        return Err(ImportError::WrongPackage {
            path: path.to_owned(),
            name: source.name,
            file: pinned.file.into(),
            expected: pinned.sha256.into(),
            found: found.into(),
        });
    }
    Ok(Description {
        name: source.name.to_owned(),
        title: source.title.to_owned(),
        layer: source.layer.to_owned(),
        registry: pinned.registry,
        package: pinned.package,
        version: pinned.version,
        file: pinned.file,
        sha256: pinned.sha256,
        licence: source.licence.to_owned(),
        attribution: source.attribution.to_owned(),
        left_out: source.left_out.to_owned(),
        derived: source.derived,
    })
}

fn write_toml<T: serde::Serialize>(path: &Path, value: &T) -> Result<(), ImportError> {
    let text = toml::to_string(value).map_err(ImportError::damaged(path))?;
    fs::write(path, text).map_err(ImportError::io(path))
}

#[cfg(test)]
mod tests {
    use super::super::archive::made;
    use super::*;

    /// A folder of sources that pins a package for opencc.
    fn pinned(package: &Path, sha256: &str) -> tempfile::TempDir {
        let dict = tempfile::tempdir().unwrap();
        let file = package.file_name().unwrap().to_str().unwrap();
        let list = format!(
            "[[package]]\nsource = \"opencc\"\nregistry = \"PyPI\"\npackage = \"made\"\n\
             version = \"1.0\"\nfile = \"{file}\"\nsha256 = \"{sha256}\"\n"
        );
        fs::write(dict.path().join("packages.toml"), list).unwrap();
        made::source(dict.path(), "words", "main", &["發髮為龍衛"]);
        dict
    }

    fn opencc(folder: &Path) -> std::path::PathBuf {
        made::wheel(
            folder,
            &[
                ("opencc/dictionary/STCharacters.txt", "发\t發 髮\n".as_bytes()),
                ("opencc/dictionary/TSCharacters.txt", "發\t发\n".as_bytes()),
                ("opencc/dictionary/TWVariants.txt", "爲\t為\n".as_bytes()),
                ("opencc/dictionary/HKVariants.txt", "衛\t衞\n".as_bytes()),
                ("opencc/dictionary/JPVariants.txt", "龍\t竜\n".as_bytes()),
            ],
        )
    }

    #[test]
    fn the_same_package_gives_the_same_bytes() {
        let downloads = tempfile::tempdir().unwrap();
        let package = opencc(downloads.path());
        let hash = sha256(&fs::read(&package).unwrap());
        let contents = |dict: &Path| {
            ["SOURCE.toml", "REPORT.toml", "variants.tsv"]
                .map(|file| fs::read_to_string(dict.join("opencc").join(file)).unwrap())
        };
        let (first, second) = (pinned(&package, &hash), pinned(&package, &hash));
        import("opencc", &package, first.path()).unwrap();
        import("opencc", &package, second.path()).unwrap();
        // Over itself as well.
        import("opencc", &package, second.path()).unwrap();
        assert_eq!(contents(first.path()), contents(second.path()));
        assert!(contents(first.path())[0].contains(&hash));
        let folder = first.path().join("opencc");
        assert_eq!(Description::read(&folder).unwrap().layer, "main");
        assert!(!folder.join("words.tsv").exists());
    }

    #[test]
    fn a_table_without_rows_does_not_stay() {
        let downloads = tempfile::tempdir().unwrap();
        let package = opencc(downloads.path());
        let dict = pinned(&package, &sha256(&fs::read(&package).unwrap()));
        let stale = dict.path().join("opencc/words.tsv");
        fs::create_dir_all(stale.parent().unwrap()).unwrap();
        fs::write(&stale, "word\n").unwrap();
        import("opencc", &package, dict.path()).unwrap();
        assert!(!stale.exists());
    }

    #[test]
    fn another_package_is_refused_with_both_hashes() {
        let downloads = tempfile::tempdir().unwrap();
        let package = opencc(downloads.path());
        let dict = pinned(&package, "00ff");
        let error = import("opencc", &package, dict.path()).err().unwrap().to_string();
        let found = sha256(&fs::read(&package).unwrap());
        for part in ["expected made-1.0-py3-none-any.whl", "00ff", &found, "download"] {
            assert!(error.contains(part), "{part} is not in: {error}");
        }
        assert!(!dict.path().join("opencc").exists());
    }

    #[test]
    fn unknown_and_unpinned_sources_name_the_cure() {
        let downloads = tempfile::tempdir().unwrap();
        let package = opencc(downloads.path());
        let dict = pinned(&package, "00ff");
        let error = import("wiki", &package, dict.path()).err().unwrap().to_string();
        assert!(
            error.contains("there are taibun, han2kip, corpus, moe, ipa2, guangyun, opencc, hkscs"),
            "{error}"
        );
        let error = import("taibun", &package, dict.path()).err().unwrap().to_string();
        assert!(error.contains("source = \"taibun\""), "{error}");
    }
}
