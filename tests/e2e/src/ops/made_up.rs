//! Releases that hold next to nothing, packed by the project's own tool.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

use super::root;

/// How many files each has under `/a/`.
const FILES: usize = 4;

/// A release that was made up.
#[derive(Clone, Debug)]
pub struct MadeUp {
    /// `thakim-ID.tar.gz`.
    pub archive: PathBuf,
    /// Its name.
    pub id: String,
    /// The addresses that only its page names.
    pub files: Vec<String>,
}

/// What the file of an address under `/a/` holds. Names are as long in each release, and so are the
/// contents: only the time tells them apart for an ETag.
pub fn body_of(address: &str) -> String {
    format!("\"what {address} holds\";\n")
}

impl MadeUp {
    /// Makes up release `number`: another number is another release, the same the same to the byte.
    /// `spoil` may change the site before it is packed.
    pub fn with(
        folder: &Path,
        number: u32,
        spoil: impl FnOnce(&Path) -> Result<()>,
    ) -> Result<MadeUp> {
        let site = folder.join(format!("site-{number}"));
        fs::create_dir_all(site.join("a"))?;
        let files: Vec<String> =
            (0..FILES).map(|file| format!("/a/made-{file}-{number:016x}.js")).collect();
        // One that all releases share.
        let all: Vec<String> =
            files.iter().cloned().chain(["/a/shared-0123456789abcdef.js".to_owned()]).collect();
        for address in &all {
            fs::write(site.join(&address[1..]), body_of(address))?;
        }
        let list = serde_json::to_string(&all)?;
        fs::write(site.join("index.html"), format!("<!DOCTYPE html><p>{list}</p>\n"))?;
        fs::write(site.join("sw.js"), format!("// {number:016x}\n"))?;
        fs::write(site.join("kill-switch.js"), "// removes all\n")?;
        fs::write(site.join("manifest.webmanifest"), "{}\n")?;
        fs::write(site.join("404.html"), "<!DOCTYPE html><p>404</p>\n")?;
        spoil(&site)?;
        MadeUp::pack(folder, number, &site, files)
    }

    /// Packs any site as release `number`, such as the built one or a changed copy of it; `files` are
    /// kept as they are.
    pub fn pack(folder: &Path, number: u32, site: &Path, files: Vec<String>) -> Result<MadeUp> {
        let out = folder.join(format!("archive-{number}"));
        let mut command = xtask();
        command.args(["release", "--allow-dirty", "--site"]).arg(site).arg("--out").arg(&out);
        command.env("SOURCE_DATE_EPOCH", (1_600_000_000 + u64::from(number)).to_string());
        let output = command.output().context("xtask")?;
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        ensure!(output.status.success(), "cargo xtask release: {said}");
        let archive = fs::read_dir(&out)?
            .filter_map(|entry| entry.ok().map(|entry| entry.path()))
            .find(|path| path.extension().is_some_and(|extension| extension == "gz"))
            .context("no archive")?;
        let name = archive.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let id = name.trim_start_matches("thakim-").trim_end_matches(".tar.gz").to_owned();
        Ok(MadeUp { archive, id, files })
    }

    /// Makes up release `number`.
    pub fn new(folder: &Path, number: u32) -> Result<MadeUp> {
        MadeUp::with(folder, number, |_| Ok(()))
    }

    /// Unpacks it into a folder, and gives the folder of the release.
    pub fn unpack(&self, into: &Path) -> Result<PathBuf> {
        fs::create_dir_all(into)?;
        let status = Command::new("tar")
            .args(["--extract", "--gzip", "--file"])
            .arg(&self.archive)
            .arg("-C")
            .arg(into)
            .status()?;
        ensure!(status.success(), "tar does not unpack {}", self.archive.display());
        Ok(into.join(format!("thakim-{}", self.id)))
    }
}

/// `cargo xtask`, as it was built when it runs these tests.
fn xtask() -> Command {
    let mut command = match env::var_os("THAKIM_XTASK") {
        Some(program) => Command::new(program),
        None => {
            let mut cargo = Command::new(env!("CARGO"));
            cargo.args(["run", "--quiet", "--package", "thakim-xtask", "--"]);
            cargo
        }
    };
    // The program finds the checkout by the folder of its crate; this test's is another.
    command.current_dir(root()).env("CARGO_MANIFEST_DIR", root().join("crates/xtask"));
    command
}
