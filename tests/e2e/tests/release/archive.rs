//! The archive: the same each time, whole, and clear about what it is made of.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::Value;
use thakim_e2e::ops::{MadeUp, run};

use super::releases;

#[test]
fn packed_twice_it_is_the_same_to_the_byte() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let one = &releases()?[0];
    // Written in another order, at another time, with other rights.
    let two = MadeUp::with(&folder.path().join("two"), 1, |site| {
        for entry in fs::read_dir(site.join("a"))? {
            let path = entry?.path();
            let content = fs::read(&path)?;
            fs::remove_file(&path)?;
            fs::write(&path, content)?;
            fs::File::options().write(true).open(&path)?.set_modified(std::time::UNIX_EPOCH)?;
        }
        Ok(())
    })?;
    assert_eq!(one.id, two.id);
    assert!(fs::read(&one.archive)? == fs::read(&two.archive)?, "the archives differ");
    assert_ne!(one.id, releases()?[1].id);
    Ok(())
}

#[test]
fn its_script_finds_whatever_was_changed() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let release = &releases()?[0];
    let verify = |at: &Path| run(Command::new(at.join("thakim")).arg("verify"));
    let check = |spoil: &dyn Fn(&Path) -> Result<()>, expected: &str| -> Result<()> {
        let inside = tempfile::tempdir_in(folder.path())?;
        let unpacked = release.unpack(inside.path())?;
        let said = verify(&unpacked)?;
        assert!(said.well && said.text.contains("is whole"), "{}", said.text);
        spoil(&unpacked)?;
        let said = verify(&unpacked)?;
        assert!(!said.well, "{expected} was not found");
        assert!(said.text.contains(expected), "{}", said.text);
        Ok(())
    };
    check(&|at| Ok(fs::write(at.join("site/sw.js"), "// other\n")?), "site/sw.js: FAILED")?;
    check(&|at| Ok(fs::remove_file(at.join("nginx/tls.conf"))?), "nginx/tls.conf")?;
    check(&|at| Ok(fs::write(at.join("site/a/more.js"), "")?), "does not name")?;
    check(&|at| Ok(fs::remove_file(at.join("SHA256SUMS"))?), "has no SHA256SUMS")?;
    // The checksum beside the archive is that of the archive.
    let sum = release.archive.with_extension("gz.sha256");
    let said = run(Command::new("sha256sum")
        .arg("--check")
        .arg(&sum)
        .current_dir(release.archive.parent().context("no folder")?))?;
    assert!(said.well, "{}", said.text);
    Ok(())
}

#[test]
fn the_bill_of_materials_names_all_that_is_shipped() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let release = releases()?[0].unpack(folder.path())?;
    let bill: Value = serde_json::from_slice(&fs::read(release.join("sbom.cdx.json"))?)?;
    assert_eq!((&bill["bomFormat"], &bill["specVersion"]), (&"CycloneDX".into(), &"1.6".into()));
    let components = bill["components"].as_array().context("no components")?;
    let references: Vec<&str> =
        components.iter().filter_map(|component| component["bom-ref"].as_str()).collect();
    assert_eq!(references.len(), components.len());
    assert_eq!(references.iter().collect::<BTreeSet<_>>().len(), components.len(), "twice");
    for part in ["pkg:cargo/leptos@", "pkg:cargo/fst@", "pkg:cargo/wasm-bindgen@"] {
        assert!(references.iter().any(|found| found.starts_with(part)), "{part}");
    }
    for part in ["pkg:cargo/thakim-engine@0.1.0", "dictionary/moe", "font/thakim-reading.woff2"] {
        assert!(references.contains(&part), "{part}");
    }
    // What only runs while building or testing is not shipped.
    for part in ["pkg:cargo/thirtyfour@", "pkg:cargo/thiserror-impl@", "pkg:cargo/clap@"] {
        assert!(!references.iter().any(|found| found.starts_with(part)), "{part}");
    }
    for component in components {
        let ours = component["name"].as_str().is_some_and(|name| name.starts_with("thakim-"));
        let written_here = component["bom-ref"] == "dictionary/habits";
        assert!(component["licenses"].is_array(), "{component}");
        assert!(ours || written_here || component["hashes"].is_array(), "{component}");
    }
    for dependency in bill["dependencies"].as_array().context("no dependencies")? {
        for name in dependency["dependsOn"].as_array().into_iter().flatten() {
            assert!(references.contains(&name.as_str().unwrap_or_default()), "{name}");
        }
    }
    Ok(())
}

#[test]
fn licences_and_instructions_come_along() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let release = releases()?[0].unpack(folder.path())?;
    for name in [
        "LICENSE-MIT",
        "LICENSE-APACHE",
        "docs/handbook.md",
        "docs/handbook.zh.md",
        "licences/README.md",
        "licences/dictionary.md",
        "licences/fonts/OFL.txt",
        "nginx/systemd/thakim.service",
        "nginx/container/Containerfile",
        "nginx/cluster/rollout",
    ] {
        assert!(release.join(name).is_file(), "{name}");
    }
    let table = fs::read_to_string(release.join("licences/README.md"))?;
    for part in ["| leptos | ", "教育部", "| thakim-signs.woff2 | OFL-1.1 |"] {
        assert!(table.contains(part), "{part}");
    }
    let crates: Vec<_> =
        fs::read_dir(release.join("licences/crates"))?.collect::<Result<_, _>>()?;
    assert!(crates.len() > 50, "{}", crates.len());
    for one in crates {
        assert!(fs::read_dir(one.path())?.count() > 0, "{} is empty", one.path().display());
    }
    let leptos = table.lines().find(|line| line.starts_with("| leptos | ")).context("leptos")?;
    let folder = leptos.trim_end_matches(" |").rsplit("| ").next().context("no folder")?;
    assert!(release.join("licences").join(folder).is_dir(), "{leptos}");
    let about = fs::read_to_string(release.join("RELEASE"))?;
    assert!(about.contains("time=2020-09-13T12:26:41Z"), "{about}");
    Ok(())
}
