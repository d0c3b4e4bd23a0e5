//! The built site and its server.

use std::env;
use std::fs;
use std::net::{IpAddr, Ipv4Addr};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use tempfile::TempDir;
use thakim_nginx::{Options, Server};

/// A site that is being served on a port of its own.
pub struct Site {
    /// Stop it and start it again at will.
    pub server: Server,
    /// A changed copy of the site, where there is one.
    _copy: Option<TempDir>,
}

impl Site {
    /// Serves the built site.
    pub fn start() -> Result<Site> {
        Ok(Site { server: serve(&built()?)?, _copy: None })
    }

    /// Serves a copy of the built site in which `spoil` has changed something.
    pub fn start_spoilt(spoil: impl FnOnce(&Path) -> Result<()>) -> Result<Site> {
        let copy = tempfile::tempdir()?;
        let site = copy.path().join("site");
        copy_tree(&built()?, &site)?;
        spoil(&site)?;
        Ok(Site { server: serve(&site)?, _copy: Some(copy) })
    }

    /// The address of a page.
    pub fn url(&self, path: &str) -> String {
        // A secure context, so that there is a service worker: localhost by name.
        format!("http://localhost:{}{path}", self.server.address().port())
    }
}

fn serve(site: &Path) -> Result<Server> {
    let conf = root().join("nginx");
    let options =
        Options { conf, site: site.to_owned(), host: IpAddr::V4(Ipv4Addr::LOCALHOST), port: 0 };
    Ok(Server::start(&options)?)
}

fn built() -> Result<PathBuf> {
    let site = env::var_os("THAKIM_SITE").map_or_else(|| root().join("www/dist"), PathBuf::from);
    anyhow::ensure!(
        site.join("index.html").is_file(),
        "{} holds no built site: run `cargo xtask build`, or the tests by `cargo xtask test e2e`",
        site.display()
    );
    Ok(site)
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn copy_tree(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_tree(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), &target)?;
        }
    }
    Ok(())
}

/// An article of `tests/articles/`.
pub fn article(name: &str) -> Result<String> {
    let file = root().join("tests/articles").join(name);
    fs::read_to_string(&file).with_context(|| format!("reading {}", file.display()))
}
