//! `cargo xtask release`: one archive that an operator installs.
//!
//! [`contents`] says what is in it, [`bill`] what that was made of, [`licences`] on which terms;
//! [`archive`] packs it. The same commit gives the same bytes: entries in order, all with the time of
//! the commit, none with an owner.

mod archive;
mod bill;
mod contents;
mod licences;
mod shipped;

use std::fs;
use std::path::PathBuf;
use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::{Context, Result, bail};
use clap::Args;

use crate::command::{command, output};
use crate::setup::{self, Purpose};
use crate::site::{self, sha256};
use crate::workspace;
use contents::Contents;

/// Hexadecimal digits of a hash over all files, in the release's name.
const ID_DIGITS: usize = 12;

/// What to pack, and where to.
#[derive(Args)]
pub(crate) struct Arguments {
    /// The folder that the archive and its checksum are written to.
    #[arg(long, default_value = "target/release-archives")]
    out: PathBuf,
    /// Pack this built site instead of building one.
    #[arg(long)]
    site: Option<PathBuf>,
    /// Pack although the checkout differs from its last commit. Such a release cannot be made again.
    #[arg(long)]
    allow_dirty: bool,
}

/// What a release says of itself, besides its files.
pub(crate) struct About {
    /// Of the project.
    pub(crate) version: String,
    /// What git calls the sources; empty where it cannot tell.
    pub(crate) commit: String,
    /// Seconds since 1970: the commit's time.
    pub(crate) time: u64,
}

impl About {
    /// Of the present checkout.
    fn of_checkout() -> Result<About> {
        let git = |arguments: &[&str]| output(command("git").args(arguments));
        let commit = git(&["rev-parse", "HEAD"]).unwrap_or_default().trim().to_owned();
        Ok(About {
            version: workspace::locked_version(env!("CARGO_PKG_NAME"))?,
            commit,
            time: seconds(workspace::build_time())?,
        })
    }

    /// As RFC 3339 has it, in UTC.
    pub(crate) fn timestamp(&self) -> Result<String> {
        Ok(jiff::Timestamp::from_second(i64::try_from(self.time)?)?.to_string())
    }
}

fn seconds(time: SystemTime) -> Result<u64> {
    Ok(time.duration_since(UNIX_EPOCH).context("a time before 1970")?.as_secs())
}

/// Builds the site and packs it.
pub(crate) fn release(arguments: &Arguments) -> Result<()> {
    if !arguments.allow_dirty && arguments.site.is_none() {
        refuse_changes()?;
    }
    let site = match &arguments.site {
        Some(site) => site.clone(),
        None => {
            site::build(&setup::ensure(Purpose::Build)?)?;
            workspace::site()
        }
    };
    if !site.join("index.html").is_file() {
        bail!("{} holds no index.html: run `cargo xtask build`", site.display());
    }
    let about = About::of_checkout()?;
    let mut contents = Contents::gather(&workspace::root(), &site)?;
    shipped::add(&mut contents, &about)?;
    let id = format!("{}-{}", about.version, &contents.hash()[..ID_DIGITS]);
    contents.name(&id, &about)?;

    let out = workspace::root().join(&arguments.out);
    fs::create_dir_all(&out)?;
    let folder = format!("thakim-{id}");
    let packed = archive::pack(&folder, contents.entries(), about.time)?;
    let file = out.join(format!("{folder}.tar.gz"));
    fs::write(&file, &packed).with_context(|| file.display().to_string())?;
    let sum = sha256(&packed);
    fs::write(out.join(format!("{folder}.tar.gz.sha256")), format!("{sum}  {folder}.tar.gz\n"))?;
    println!("{} ({} bytes)\nsha256 {sum}", file.display(), packed.len());
    Ok(())
}

/// A release is named by its commit: what is in no commit cannot be in it.
fn refuse_changes() -> Result<()> {
    let changes = output(command("git").args(["status", "--porcelain"]))
        .context("git does not know this folder: release from a checkout, or with --allow-dirty")?;
    if !changes.is_empty() {
        bail!("the checkout differs from its last commit: commit, or say --allow-dirty");
    }
    Ok(())
}
