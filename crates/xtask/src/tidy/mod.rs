//! `cargo xtask tidy`: the rules of the house, checked.
//!
//! Which crate needs which stands in [`layers`], what a crate's first lines say in [`opening`], and
//! what no file may hold in [`text`].

mod layers;
mod opening;
mod text;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result};
use cargo_metadata::{Metadata, MetadataCommand};
use walkdir::{DirEntry, WalkDir};

use crate::test::Count;
use crate::workspace;

/// Checks everything and says each fault on a line of its own.
pub(crate) fn tidy() -> Result<ExitCode> {
    let faults = faults()?;
    for fault in &faults {
        eprintln!("{fault}");
    }
    if faults.is_empty() {
        println!("tidy: no fault");
        return Ok(ExitCode::SUCCESS);
    }
    eprintln!("tidy: {} faults", faults.len());
    Ok(ExitCode::FAILURE)
}

/// The same as one part of the tests.
pub(crate) fn count() -> Result<Count> {
    let code = tidy()?;
    let passed = u64::from(code == ExitCode::SUCCESS);
    Ok(Count { passed, failed: 1 - passed })
}

fn faults() -> Result<Vec<String>> {
    let metadata =
        MetadataCommand::new().current_dir(workspace::root()).exec().context("cargo metadata")?;
    let mut faults = layers::faults(&layers::Graph::of(&metadata)?);
    faults.extend(crate_faults(&metadata)?);
    let root = workspace::root();
    for path in sources(&root)? {
        let name = path.strip_prefix(&root)?.to_string_lossy().into_owned();
        // What is no text is none of our prose or code.
        if let Ok(content) = fs::read_to_string(&path) {
            faults.extend(text::faults(&name, &content));
        }
    }
    faults.sort();
    Ok(faults)
}

/// What each crate must say of itself.
fn crate_faults(metadata: &Metadata) -> Result<Vec<String>> {
    let mut faults = Vec::new();
    for package in metadata.workspace_packages() {
        let name = &package.name;
        let manifest = fs::read_to_string(&package.manifest_path)?;
        faults.extend(opening::manifest_fault(name, &manifest));
        let root = package
            .targets
            .iter()
            .find(|target| target.is_lib() || target.is_cdylib() || target.is_rlib())
            .or_else(|| package.targets.iter().find(|target| target.is_bin()))
            .with_context(|| format!("{name} has neither a library nor a program"))?;
        faults.extend(opening::doc_fault(name, &fs::read_to_string(&root.src_path)?));
    }
    Ok(faults)
}

/// Our own files: all but what is built, fetched or git's.
fn sources(root: &Path) -> Result<Vec<PathBuf>> {
    let ours = |entry: &DirEntry| {
        let name = entry.file_name().to_string_lossy();
        match entry.depth() {
            0 => true,
            1 => !matches!(&*name, ".git" | "target" | "packages" | "Cargo.lock"),
            _ => !matches!(&*name, "dist" | "node_modules" | "target"),
        }
    };
    let mut files = Vec::new();
    for entry in WalkDir::new(root).sort_by_file_name().into_iter().filter_entry(ours) {
        let entry = entry?;
        if entry.file_type().is_file() {
            files.push(entry.into_path());
        }
    }
    Ok(files)
}
