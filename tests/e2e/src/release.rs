//! Another release of the built site: the same program under another build id.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use sha2::{Digest, Sha256};

/// What becomes of the files of the release before that the next one does not have.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Before {
    /// They stay, as a careful operator has it.
    Stays,
    /// They are gone.
    Goes,
}

/// Makes the served site a release of its own, whose build id and version end in `mark`, a
/// hexadecimal digit. Gives its build id.
pub fn next_release(site: &Path, mark: char, before: Before) -> Result<String> {
    let read = |name: &str| fs::read_to_string(site.join(name)).with_context(|| name.to_owned());
    let (index, service_worker) = (read("index.html")?, read("sw.js")?);
    let old = between(&index, "\"build\":\"", "\"").context("no build in index.html")?;
    let new = format!("{}{mark}", &old[..old.len() - 1]);
    ensure!(new != old, "this release is marked {mark} already");
    let version = between(&index, "\"version\":\"", "\"").context("no version in index.html")?;
    let new_version = format!("{}{mark}", &version[..version.len() - 1]);

    let old_url =
        between(&index, "\"worker\":{\"url\":\"", "\"").context("no worker in index.html")?;
    let worker = read(&old_url[1..])?.replace(&old, &new);
    let hash = sha256(worker.as_bytes());
    let new_url = format!("/a/worker-{}.js", &hash[..16]);
    if before == Before::Goes {
        forget(&site.join(&old_url[1..]))?;
    }
    write(&site.join(&new_url[1..]), &worker)?;
    let old_hash = after(&index, &format!("\"{old_url}\",\"sha256\":\""), 64)?;

    let both = [
        (&old, &new),
        (&old_url, &new_url),
        (&old_hash, &hash),
        (&format!("\"version\":\"{version}\""), &format!("\"version\":\"{new_version}\"")),
    ];
    let renamed =
        |text: &str| both.iter().fold(text.to_owned(), |text, (a, b)| text.replace(*a, b));
    let new_index = renamed(&index);
    let new_service_worker =
        renamed(&service_worker).replace(&sha256(index.as_bytes()), &sha256(new_index.as_bytes()));
    write(&site.join("index.html"), &new_index)?;
    write(&site.join("sw.js"), &new_service_worker)?;
    Ok(new)
}

/// Writes a file and drops its precompressed forms.
pub fn write(path: &Path, content: &str) -> Result<()> {
    forget(path)?;
    Ok(fs::write(path, content)?)
}

/// Removes a file and its precompressed forms, as far as they are there.
fn forget(path: &Path) -> Result<()> {
    for end in ["", ".br", ".gz"] {
        let path = PathBuf::from(format!("{}{end}", path.display()));
        if path.exists() {
            fs::remove_file(path)?;
        }
    }
    Ok(())
}

fn between(text: &str, begin: &str, end: &str) -> Option<String> {
    Some(text.split_once(begin)?.1.split_once(end)?.0.to_owned())
}

fn after(text: &str, begin: &str, length: usize) -> Result<String> {
    let (_, rest) = text.split_once(begin).with_context(|| format!("no {begin}"))?;
    Ok(rest.get(..length).context("too short")?.to_owned())
}

fn sha256(content: &[u8]) -> String {
    Sha256::digest(content).iter().map(|byte| format!("{byte:02x}")).collect()
}
