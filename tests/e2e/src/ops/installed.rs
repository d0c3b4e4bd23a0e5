//! A release, installed by its own script in a folder of its own.

use std::fs;
use std::net::SocketAddr;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, ensure};
use tempfile::TempDir;
use thakim_nginx::{Server, User, free_address};

use super::MadeUp;

/// What a program said.
#[derive(Debug)]
pub struct Said {
    /// Whether it ended well.
    pub well: bool,
    /// Standard output and standard error.
    pub text: String,
}

/// Runs a program to its end.
pub fn run(command: &mut Command) -> Result<Said> {
    let output = command.output()?;
    let text = [output.stdout, output.stderr].concat();
    Ok(Said { well: output.status.success(), text: String::from_utf8_lossy(&text).into_owned() })
}

/// An installed release, and its server once it runs.
pub struct Installed {
    /// The server, when it runs. It goes before the folder that it runs in.
    pub server: Option<Server>,
    /// Where it listens.
    pub address: SocketAddr,
    /// Where nginx counts its connections.
    pub status: SocketAddr,
    folder: TempDir,
}

impl Installed {
    /// Unpacks and installs a release; nothing runs yet.
    pub fn new(release: &MadeUp) -> Result<Installed> {
        Installed::with(release, &[])
    }

    /// The same, with more for `install`.
    pub fn with(release: &MadeUp, more: &[&str]) -> Result<Installed> {
        let folder = tempfile::tempdir()?;
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755))?;
        let installed =
            Installed { address: free_address()?, status: free_address()?, folder, server: None };
        let unpacked = release.unpack(&installed.folder.path().join("unpacked"))?;
        let said = run(Command::new(unpacked.join("thakim"))
            .args(["install", "--user", User::NAME, "--prefix"])
            .arg(installed.prefix())
            .args(["--listen", &installed.address.to_string()])
            .args(["--status", &installed.status.to_string()])
            .args(["--contact", "mailto:security@example.org"])
            .args(more))?;
        ensure!(said.well, "install: {}", said.text);
        Ok(installed)
    }

    /// Where it is installed.
    pub fn prefix(&self) -> PathBuf {
        self.folder.path().join("srv")
    }

    /// A place beside it.
    pub fn beside(&self) -> &Path {
        self.folder.path()
    }

    /// Writes a file of its `etc/`.
    pub fn set(&self, name: &str, text: &str) -> Result<()> {
        let file = self.prefix().join("etc").join(name);
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder)?;
        }
        Ok(fs::write(file, text)?)
    }

    /// Starts its server.
    pub fn start(&mut self) -> Result<()> {
        self.server = Some(Server::over(&self.prefix(), self.address)?);
        Ok(())
    }

    /// Runs its script.
    pub fn thakim(&self, arguments: &[&str]) -> Result<Said> {
        run(Command::new(self.prefix().join("thakim")).args(arguments))
    }

    /// Runs its script, which must end well.
    pub fn must(&self, arguments: &[&str]) -> Result<String> {
        let said = self.thakim(arguments)?;
        ensure!(said.well, "thakim {arguments:?}: {}", said.text);
        Ok(said.text)
    }
}
