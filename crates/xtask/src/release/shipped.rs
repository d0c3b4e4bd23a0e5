//! What visitors download was made of: crates, tables, fonts.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use cargo_metadata::{DependencyKind, Metadata, MetadataCommand, Package, PackageId};
use serde::Deserialize;

use super::contents::Contents;
use super::{About, bill, licences};
use crate::site::sha256;
use crate::workspace;

/// The crates that become the site's wasm.
const PROGRAMS: [&str; 2] = ["thakim-app", "thakim-worker"];
const WASM: &str = "wasm32-unknown-unknown";

/// All of it.
pub(crate) struct Shipped {
    pub(crate) crates: Vec<Crate>,
    pub(crate) sources: Vec<Source>,
    pub(crate) fonts: Vec<Font>,
}

/// A crate whose code is in the wasm.
pub(crate) struct Crate {
    pub(crate) package: Package,
    /// Of the package as it was published; none for our own.
    pub(crate) sha256: Option<String>,
    /// Those of [`Shipped::crates`] that it needs.
    pub(crate) needs: Vec<PackageId>,
}

/// A source of the dictionary, as its `SOURCE.toml` tells.
#[derive(Deserialize)]
pub(crate) struct Source {
    pub(crate) name: String,
    pub(crate) title: String,
    pub(crate) licence: String,
    pub(crate) attribution: String,
    #[serde(default)]
    pub(crate) registry: String,
    #[serde(default)]
    pub(crate) package: String,
    #[serde(default)]
    pub(crate) version: String,
    #[serde(default)]
    pub(crate) sha256: String,
}

/// A font.
pub(crate) struct Font {
    pub(crate) name: String,
    pub(crate) sha256: String,
}

/// Adds the bill of materials and the licences to a release.
pub(crate) fn add(contents: &mut Contents, about: &About) -> Result<()> {
    let shipped = Shipped::find(&workspace::root())?;
    contents.add("sbom.cdx.json", bill::bill(&shipped, about)?)?;
    licences::add(contents, &shipped, &workspace::root())
}

impl Shipped {
    fn find(root: &Path) -> Result<Shipped> {
        let metadata = MetadataCommand::new()
            .current_dir(root)
            .other_options(["--locked", "--filter-platform", WASM].map(str::to_owned))
            .exec()
            .context("cargo metadata")?;
        Ok(Shipped {
            crates: crates(&metadata, &checksums(root)?)?,
            sources: sources(&root.join("dict"))?,
            fonts: fonts(&root.join("www/fonts"))?,
        })
    }
}

/// What the programs need, by whatever way, in order of names. Macros and build scripts run while
/// compiling; nothing of them is shipped.
fn crates(metadata: &Metadata, sums: &BTreeMap<(String, String), String>) -> Result<Vec<Crate>> {
    let resolve = metadata.resolve.as_ref().context("cargo metadata resolved nothing")?;
    let needs: BTreeMap<&PackageId, Vec<&PackageId>> = resolve
        .nodes
        .iter()
        .map(|node| {
            let normal = node.deps.iter().filter(|dep| {
                dep.dep_kinds.iter().any(|kind| kind.kind == DependencyKind::Normal)
                    && !metadata[&dep.pkg].targets.iter().any(|target| target.is_proc_macro())
            });
            (&node.id, normal.map(|dep| &dep.pkg).collect())
        })
        .collect();
    let mut open: Vec<&PackageId> = metadata
        .workspace_packages()
        .iter()
        .filter(|package| PROGRAMS.contains(&package.name.as_str()))
        .map(|package| &package.id)
        .collect();
    let mut found: BTreeSet<&PackageId> = open.iter().copied().collect();
    while let Some(next) = open.pop() {
        for need in needs.get(next).into_iter().flatten() {
            if found.insert(need) {
                open.push(need);
            }
        }
    }
    let mut crates: Vec<Crate> = found
        .into_iter()
        .map(|id| {
            let package = metadata[id].clone();
            let key = (package.name.to_string(), package.version.to_string());
            let needs = needs.get(id).into_iter().flatten().map(|need| (*need).clone()).collect();
            Crate { sha256: sums.get(&key).cloned(), package, needs }
        })
        .collect();
    crates.sort_by(|a, b| {
        (&*a.package.name, &a.package.version).cmp(&(&*b.package.name, &b.package.version))
    });
    Ok(crates)
}

/// The checksums of Cargo.lock, by name and version.
fn checksums(root: &Path) -> Result<BTreeMap<(String, String), String>> {
    #[derive(Deserialize)]
    struct Lock {
        package: Vec<Locked>,
    }
    #[derive(Deserialize)]
    struct Locked {
        name: String,
        version: String,
        checksum: Option<String>,
    }
    let lock: Lock = toml::from_str(&fs::read_to_string(root.join("Cargo.lock"))?)?;
    let sum = |locked: Locked| Some(((locked.name, locked.version), locked.checksum?));
    Ok(lock.package.into_iter().filter_map(sum).collect())
}

fn sources(dict: &Path) -> Result<Vec<Source>> {
    let mut sources: Vec<Source> = Vec::new();
    for entry in fs::read_dir(dict)? {
        let file = entry?.path().join("SOURCE.toml");
        if file.is_file() {
            let text = fs::read_to_string(&file)?;
            sources.push(toml::from_str(&text).with_context(|| file.display().to_string())?);
        }
    }
    sources.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(sources)
}

fn fonts(folder: &Path) -> Result<Vec<Font>> {
    let mut fonts = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "woff2") {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            fonts.push(Font { name, sha256: sha256(&fs::read(&path)?) });
        }
    }
    fonts.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(fonts)
}
