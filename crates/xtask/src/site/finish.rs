//! What Trunk leaves to us: the dictionary, names by content, the release record, the service
//! worker, the precompressed forms, the times of the files.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use walkdir::WalkDir;

use super::assets::{Asset, Assets};
use super::release::{self, ADDRESSES, Engine, Precache, Program, Release};
use super::styles::{folder, styles};
use super::{Inputs, Mode, compress, dictionary, sentences, template};

/// Finishes the site in place.
pub(crate) fn finish(inputs: &Inputs) -> Result<()> {
    let mut assets = Assets::new(inputs.staging)?;
    let www = |name: &str| {
        let path = inputs.www.join(name);
        fs::read_to_string(&path).with_context(|| path.display().to_string())
    };
    let (worker_template, worker_file) = (www("worker.js")?, "www/worker.js");
    let service_worker_template = www("sw.js")?;
    let manifest_template = www("manifest.webmanifest")?;
    let page_template = String::from_utf8(assets.take("index.html")?).context("index.html")?;

    let page = program(&mut assets, "page", "thakim-app")?;
    let engine = program(&mut assets, "engine", "thakim-worker")?;
    refuse_snippets(inputs.staging)?;
    let page_template = without_directions(styles(&mut assets, inputs, page_template)?);
    let page_template = sentences::fill(&page_template, "www/index.html", inputs.locales)?;
    let dictionary = dictionary::compile(&mut assets, inputs.dictionary)?;
    let pictures = pictures(&mut assets, inputs, &[&page_template, &manifest_template])?;
    let copy = assets.add("offline", "js", www("offline.js")?.as_bytes())?;
    let first = assets.add("first", "js", www("first.js")?.as_bytes())?;
    let boot = assets.add("boot", "js", www("boot.js")?.as_bytes())?;

    // All that is known of the build before anything names it.
    let mut parts = assets.list();
    for (name, text) in [
        ("index.html", &page_template),
        ("worker.js", &worker_template),
        ("sw.js", &service_worker_template),
        ("manifest.webmanifest", &manifest_template),
    ] {
        parts.push(Asset::new(name, text.as_bytes()));
    }
    let build = release::build_id(&parts);

    let filled = template::json(&Engine { build: &build, program: &engine })?;
    let worker = template::fill(&worker_template, worker_file, &[("__ENGINE__", &filled)])?;
    let worker = assets.add("worker", "js", worker.as_bytes())?;

    let manifest = with_pictures(manifest_template, "www/manifest.webmanifest", &pictures)?;
    fs::write(inputs.staging.join("manifest.webmanifest"), &manifest)?;
    fs::write(inputs.staging.join("404.html"), www("404.html")?)?;
    // Not served under its own name: an operator puts it in place of sw.js.
    fs::write(inputs.staging.join("kill-switch.js"), www("kill-switch.js")?)?;
    let mut files = assets.list();
    files.push(Asset::new("/manifest.webmanifest", manifest.as_bytes()));

    let release = Release {
        version: inputs.version,
        build: &build,
        page: &page,
        engine: &engine,
        worker: &worker,
        dictionary: &dictionary,
        copy: &copy,
        offline: inputs.mode == Mode::Release,
        precache_bytes: release::kept(&files).iter().map(|file| file.asset.bytes).sum(),
    };
    let index = template::fill(
        &with_pictures(page_template, "www/index.html", &pictures)?,
        "www/index.html",
        &[
            ("__RELEASE__", &template::json(&release)?),
            ("__FIRST__", &first.url),
            ("__BOOT__", &boot.url),
            ("__PAGE_JS__", &page.js.url),
        ],
    )?;
    fs::write(inputs.staging.join("index.html"), &index)?;

    // Last in the list: what names the others is fetched after them.
    files.push(Asset::new("/", index.as_bytes()));
    if inputs.mode == Mode::Release {
        let kept = release::kept(&files);
        let list = Precache {
            version: inputs.version,
            build: &build,
            files: &kept,
            addresses: &ADDRESSES,
        };
        let service_worker = template::fill(
            &service_worker_template,
            "www/sw.js",
            &[("__PRECACHE__", &template::json(&list)?)],
        )?;
        fs::write(inputs.staging.join("sw.js"), service_worker)?;
        compress::compress_all(&all_files(inputs.staging)?)?;
    }
    for path in all_files(inputs.staging)? {
        File::options().write(true).open(&path)?.set_modified(inputs.time)?;
    }
    print_sizes(inputs.staging, &files);
    println!("build {build}");
    Ok(())
}

/// Takes what wasm-bindgen made of a crate.
fn program(assets: &mut Assets, stem: &str, built: &str) -> Result<Program> {
    let js = assets.take(&format!("{built}.js"))?;
    let wasm = assets.take(&format!("{built}_bg.wasm"))?;
    Ok(Program { js: assets.add(stem, "js", &js)?, wasm: assets.add(stem, "wasm", &wasm)? })
}

/// JavaScript that a crate brings along stands under names that say nothing of its content.
fn refuse_snippets(staging: &Path) -> Result<()> {
    if staging.join("snippets").exists() {
        bail!(
            "a crate of the page or the worker brings JavaScript of its own (snippets/), which this \
             build does not name by content: use web-sys in its place, or teach site/finish.rs"
        );
    }
    Ok(())
}

/// Names the pictures of `www/icons/` and `www/screenshots/` by content, if a template names them. Gives
/// the path of each from `www/`, and its address.
fn pictures(
    assets: &mut Assets,
    inputs: &Inputs,
    templates: &[&str],
) -> Result<Vec<(String, String)>> {
    let mut pictures = Vec::new();
    for (place, begin) in [("icons", ""), ("screenshots", release::SCREENSHOT)] {
        for path in folder(&inputs.www.join(place))? {
            let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
            let written = format!("{place}/{name}");
            let Some((stem, extension)) = name.rsplit_once('.') else { continue };
            if templates.iter().any(|text| text.contains(&format!("\"{written}\""))) {
                let asset = assets.add(&format!("{begin}{stem}"), extension, &fs::read(&path)?)?;
                pictures.push((written, asset.url));
            }
        }
    }
    Ok(pictures)
}

/// A template with the addresses of the pictures that it names by their path from `www/`.
fn with_pictures(template: String, file: &str, pictures: &[(String, String)]) -> Result<String> {
    let mut text = template;
    for (path, url) in pictures {
        text = text.replace(&format!("\"{path}\""), &format!("\"{url}\""));
    }
    if let Some(place) =
        ["\"icons/", "\"screenshots/", "\"fonts/"].iter().find(|place| text.contains(**place))
    {
        bail!("{file} names a picture {place}…\" that is not in www/");
    }
    Ok(text)
}

/// The page without the links that only direct Trunk; it leaves those of Rust crates when it is not
/// to inject scripts.
fn without_directions(page: String) -> String {
    let mut parts = page.split("<link data-trunk");
    let mut rest = parts.next().unwrap_or_default().trim_end().to_owned();
    for part in parts {
        rest.push_str(part.split_once('>').map_or("", |(_, after)| after).trim_end());
    }
    rest
}

fn all_files(root: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in WalkDir::new(root).sort_by_file_name() {
        let entry = entry?;
        if entry.file_type().is_file() {
            files.push(entry.into_path());
        }
    }
    Ok(files)
}

fn print_sizes(root: &Path, files: &[Asset]) {
    println!("{:>10} {:>10} {:>10}  file", "bytes", "brotli", "gzip");
    for file in files {
        let name = if file.url == "/" { "index.html" } else { file.url.trim_start_matches('/') };
        let size = |suffix: &str| {
            let found = fs::metadata(root.join(format!("{name}{suffix}")));
            found.map_or_else(|_| "-".to_owned(), |found| found.len().to_string())
        };
        println!("{:>10} {:>10} {:>10}  {name}", file.bytes, size(".br"), size(".gz"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_directs_trunk_leaves_the_page() {
        let page = "<head>\n  <link data-trunk=\"\" rel=\"rust\"\n href=\"x\">\n  <link rel=\"icon\">\n</head>";
        assert_eq!(without_directions(page.to_owned()), "<head>\n  <link rel=\"icon\">\n</head>");
    }
}
