//! Releases: packed, installed, switched under load, rolled out over several machines.

mod archive;
mod cluster;
mod handbook;
mod operate;
mod packaging;
mod publish;
mod switches;

use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::OnceLock;

use anyhow::{Context, Result, anyhow, ensure};
use thakim_e2e::ops::{MadeUp, run};

/// Five made-up releases, for all tests of this program.
fn releases() -> Result<&'static [MadeUp; 5]> {
    static MADE: OnceLock<Result<[MadeUp; 5], String>> = OnceLock::new();
    let make = || -> Result<[MadeUp; 5]> {
        // Cargo's folder for such: a static is never dropped, and a temporary folder would stay.
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("releases");
        if folder.exists() {
            fs::remove_dir_all(&folder)?;
        }
        let made =
            (1..=5).map(|number| MadeUp::new(&folder, number)).collect::<Result<Vec<_>>>()?;
        made.try_into().map_err(|_| anyhow!("not five"))
    };
    let made = MADE.get_or_init(|| make().map_err(|fault| format!("{fault:#}")));
    made.as_ref().map_err(|fault| anyhow!(fault.clone()))
}

/// Changes a file of an unpacked release, and its checksum with it: a release that was made so.
fn remake(release: &Path, name: &str, change: impl FnOnce(String) -> String) -> Result<()> {
    let file = release.join(name);
    let before = fs::read_to_string(&file)?;
    let after = change(before.clone());
    ensure!(before != after, "nothing changed in {name}");
    fs::write(&file, after)?;
    let list = release.join("SHA256SUMS");
    let sums = fs::read_to_string(&list)?;
    let old = sums.lines().find(|line| line.ends_with(&format!("  {name}"))).context("no line")?;
    let said = run(Command::new("sha256sum").arg(name).current_dir(release))?;
    fs::write(&list, sums.replace(old, said.text.trim_end()))?;
    Ok(())
}
