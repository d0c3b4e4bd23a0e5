//! Why the server does not start.

use std::io;
use std::path::PathBuf;

use thiserror::Error;

/// Why the server does not start, and what to do.
#[derive(Debug, Error)]
pub enum StartError {
    /// No nginx on this machine.
    #[error("no `nginx` on PATH or in /usr/sbin: run `cargo xtask setup serve`")]
    NoNginx,
    /// No site there.
    #[error("{0} holds no index.html: run `cargo xtask build`")]
    NoSite(PathBuf),
    /// Somebody else listens there.
    #[error(
        "port {port} of {host} is taken: end what listens there, or choose another with --port"
    )]
    PortTaken {
        /// The address that was asked for.
        host: String,
        /// The port that was asked for.
        port: u16,
    },
    /// The address cannot be listened on for another reason.
    #[error("cannot listen on {host}:{port} ({cause}): choose another with --host and --port")]
    Address {
        /// The address that was asked for.
        host: String,
        /// The port that was asked for.
        port: u16,
        /// What the system says.
        cause: io::Error,
    },
    /// The folder for the server's own files could not be laid out.
    #[error("cannot lay out the server's folder ({0}): is the disk full, or TMPDIR not writable?")]
    Prefix(#[from] io::Error),
    /// The server ended before it listened.
    #[error("nginx ended before it listened: {}", .0.trim())]
    Ended(String),
}
