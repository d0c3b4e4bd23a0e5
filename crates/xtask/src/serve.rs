//! `cargo xtask serve`: the site, built and served as an operator would.

use std::net::{IpAddr, TcpListener};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use anyhow::{Context, Result, bail};
use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;
use thakim_nginx::{Options, Server, StartError};

use crate::setup::{self, Purpose};
use crate::{site, workspace};

/// Builds the site and serves it until Ctrl-C (or SIGTERM).
pub(crate) fn serve(host: IpAddr, port: u16, build: bool) -> Result<()> {
    // Before the long build, not after it.
    if let Err(cause) = TcpListener::bind((host, port)) {
        let host = host.to_string();
        return Err(if cause.kind() == std::io::ErrorKind::AddrInUse {
            StartError::PortTaken { host, port }.into()
        } else {
            StartError::Address { host, port, cause }.into()
        });
    }
    let toolbox = setup::ensure(Purpose::Serve)?;
    if build {
        site::build(&toolbox)?;
    }
    let options = Options { conf: workspace::nginx_conf(), site: workspace::site(), host, port };
    let mut server = Server::start(&options)?;

    let asked_to_stop = Arc::new(AtomicBool::new(false));
    let master = server.process_id().context("nginx has no process")?;
    let master = Pid::from_raw(i32::try_from(master)?);
    let stop = Arc::clone(&asked_to_stop);
    ctrlc::set_handler(move || {
        stop.store(true, Ordering::SeqCst);
        // One that has ended by itself is what `wait` below tells of.
        let _ = kill(master, Signal::SIGTERM);
    })?;

    let shown = if host.is_loopback() { "localhost".to_owned() } else { host.to_string() };
    println!("讀音 Tha̍k-im: http://{shown}:{port}   (Ctrl-C stops it)");
    let status = server.wait()?;
    if !asked_to_stop.load(Ordering::SeqCst) {
        bail!("nginx ended by itself ({status:?}); what it said is above");
    }
    println!("Stopped.");
    Ok(())
}
