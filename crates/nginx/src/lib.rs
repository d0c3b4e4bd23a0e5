//! Starts the project's nginx over a built site, on any port, as an ordinary user.
//!
//! This crate knows no browser, no engine and not how the site is built.
//!
//! `cargo xtask serve` and the tests start the server by the same way: a prefix of its own in a
//! temporary folder that holds the configuration and a copy of the site. So a rebuild does not
//! change what is being served, and nothing of the checkout need be readable by the server's user.

mod error;
mod prefix;
mod server;

pub use error::StartError;
pub use server::{Options, Server, User, find_nginx, free_address};

/// Where Debian puts the module that serves precompressed brotli; `nginx/etc/nginx.conf` loads it.
pub const BROTLI_MODULE: &str = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";
