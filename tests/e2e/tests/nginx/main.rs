//! The project's nginx, as an ordinary user: what it answers to whom, and what it keeps of that.

mod errors;
mod files;
mod limits;
mod log;
mod rights;
mod tls;
mod verdicts;

use std::env;
use std::fs;
use std::net::SocketAddr;
use std::path::Path;

use anyhow::Result;
use thakim_e2e::ops::root;
use thakim_nginx::{Options, Server, free_address};

/// The built files under `/a/` that are no compressed form, as addresses.
fn assets(root: &Path) -> Result<Vec<String>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(root.join("a"))? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if !name.ends_with(".br") && !name.ends_with(".gz") {
            found.push(format!("/a/{name}"));
        }
    }
    found.sort();
    Ok(found)
}

/// The built site, with these files of `etc/`; nothing is written down.
fn serve(settings: &[(&str, String)]) -> Result<Server> {
    let mut all = vec![("access-log.conf", "access_log off;\n".to_owned())];
    all.extend_from_slice(settings);
    serve_at(free_address()?, &all)
}

/// The same at an address that the settings name, with an operator's log.
fn serve_at(address: SocketAddr, settings: &[(&str, String)]) -> Result<Server> {
    let site = env::var_os("THAKIM_SITE").map_or_else(|| root().join("www/dist"), Into::into);
    let (host, port) = (address.ip(), address.port());
    let options = Options { conf: root().join("nginx"), site, host, port };
    Ok(Server::start_with(&options, settings)?)
}
