//! On which terms all of it is passed on.

use std::fs;
use std::path::Path;

use anyhow::{Result, bail};

use super::contents::Contents;
use super::shipped::{Crate, Shipped};

/// How the files begin in which packages say their terms.
const NAMES: [&str; 6] = ["LICENSE", "LICENCE", "COPYING", "COPYRIGHT", "NOTICE", "UNLICENSE"];

/// Adds `licences/`: a table of all, and the texts.
pub(crate) fn add(contents: &mut Contents, shipped: &Shipped, root: &Path) -> Result<()> {
    let mut table = String::from(
        "# What this release was made of\n\nOur own code: MIT or Apache-2.0 (LICENSE-MIT, \
         LICENSE-APACHE). sbom.cdx.json says the same to programs.\n\n\
         ## Crates\n\n| crate | version | licence | text |\n| --- | --- | --- | --- |\n",
    );
    let mit_terms = fs::read_to_string(root.join("LICENSE-MIT"))?;
    for one in shipped.crates.iter().filter(|one| one.package.source.is_some()) {
        let files = texts(one)?;
        let package = &one.package;
        let folder = format!("crates/{}-{}", package.name, package.version);
        for name in &files {
            let content = fs::read(folder_of(one).join(name))?;
            contents.add(&format!("licences/{folder}/{name}"), content)?;
        }
        let licence = package.license.as_deref().unwrap_or("see its text");
        if files.is_empty() {
            // Many packages name their licence and leave its text in their repository.
            if !licence.contains("MIT") {
                bail!("{folder} brings no text of its licence ({licence}): add it here by hand");
            }
            contents.add(&format!("licences/{folder}/MIT.txt"), mit(&mit_terms, one))?;
        }
        table.push_str(&format!(
            "| {} | {} | {licence} | {folder} |\n",
            package.name, package.version
        ));
    }
    table.push_str(
        "\n## The dictionary (text: dictionary.md)\n\n| source | version | licence | by |\n\
         | --- | --- | --- | --- |\n",
    );
    for source in &shipped.sources {
        table.push_str(&format!(
            "| {} | {} | {} | {} |\n",
            source.title, source.version, source.licence, source.attribution
        ));
    }
    table.push_str("\n## Fonts (texts: fonts/)\n\n| file | licence |\n| --- | --- |\n");
    for font in &shipped.fonts {
        table.push_str(&format!("| {} | OFL-1.1 |\n", font.name));
    }
    contents.add("licences/README.md", table)?;
    contents.add_file("licences/dictionary.md", &root.join("dict/README.md"))?;
    for name in ["OFL.txt", "README.md"] {
        contents.add_file(&format!("licences/fonts/{name}"), &root.join("www/fonts").join(name))?;
    }
    Ok(())
}

/// The MIT licence of a package: its terms as in our own, with the package's authors.
fn mit(ours: &str, one: &Crate) -> String {
    let terms = ours.find("Permission is hereby granted").map_or(ours, |start| &ours[start..]);
    let package = &one.package;
    let authors = match package.authors.join(", ") {
        none if none.is_empty() => format!("the contributors of {}", package.name),
        some => some,
    };
    format!("MIT License\n\nCopyright (c) {authors}\n\n{terms}")
}

fn folder_of(one: &Crate) -> &Path {
    one.package.manifest_path.parent().map_or(Path::new(""), |folder| folder.as_std_path())
}

/// The files of a package that say its terms, in order of names.
fn texts(one: &Crate) -> Result<Vec<String>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder_of(one))? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let upper = name.to_uppercase();
        if entry.file_type()?.is_file() && NAMES.iter().any(|start| upper.starts_with(start)) {
            found.push(name);
        }
    }
    found.sort();
    Ok(found)
}
