//! The release record: what the page, its worker and its service worker are told of the build.

use serde::Serialize;

use super::assets::{Asset, sha256};

/// Code in two files.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Program {
    /// wasm-bindgen's module.
    pub(crate) js: Asset,
    /// What it instantiates.
    pub(crate) wasm: Asset,
}

/// Stands in the page, in `<script type="application/json" id="release">`.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Release<'a> {
    pub(crate) version: &'a str,
    pub(crate) build: &'a str,
    pub(crate) page: &'a Program,
    pub(crate) engine: &'a Program,
    pub(crate) worker: &'a Asset,
    pub(crate) dictionary: &'a Asset,
    /// Whether there is a service worker to keep it.
    pub(crate) offline: bool,
    /// What that will fetch, the page itself not counted.
    pub(crate) precache_bytes: u64,
}

/// Stands in the worker's entry.
#[derive(Debug, Serialize)]
pub(crate) struct Engine<'a> {
    pub(crate) build: &'a str,
    #[serde(flatten)]
    pub(crate) program: &'a Program,
}

/// Stands in the service worker.
#[derive(Debug, Serialize)]
pub(crate) struct Precache<'a> {
    pub(crate) build: &'a str,
    pub(crate) files: &'a [Asset],
    pub(crate) addresses: &'a [&'a str],
}

/// The addresses that show the page; `nginx/static.conf` has the same.
pub(crate) const ADDRESSES: [&str; 6] = [
    "/",
    "/article_pronunciation/input/",
    "/article_pronunciation/pronunciation/",
    "/dictionary/",
    "/help/",
    "/about/",
];

/// Names a build: a hash over all that goes into it, whatever the order.
pub(crate) fn build_id(parts: &[Asset]) -> String {
    let mut lines: Vec<String> =
        parts.iter().map(|part| format!("{} {}\n", part.url, part.sha256)).collect();
    lines.sort();
    sha256(lines.concat().as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_build_id_depends_on_names_and_contents_alone() {
        let one = Asset::new("/a/1", b"1");
        let two = Asset::new("/a/2", b"2");
        let id = build_id(&[one.clone(), two.clone()]);
        assert_eq!(id, build_id(&[two, one.clone()]));
        assert_ne!(id, build_id(&[one.clone(), Asset::new("/a/2", b"3")]));
        assert_ne!(id, build_id(&[one, Asset::new("/a/3", b"2")]));
        assert_eq!(id.len(), 64);
    }

    #[test]
    fn nginx_knows_every_address() {
        let conf = crate::workspace::nginx_conf().join("static.conf");
        let conf = std::fs::read_to_string(conf).unwrap();
        assert!(conf.contains("location = / {"));
        let rest = "(article_pronunciation/(input|pronunciation)|dictionary|help|about)";
        assert!(conf.contains(&format!("location ~ ^/{rest}/$ {{")));
        assert!(conf.contains(&format!("location ~ ^/{rest}$ {{")));
        for address in &ADDRESSES[1..] {
            let word = address.trim_matches('/').rsplit('/').next().unwrap();
            assert!(rest.contains(word), "{address}");
        }
    }
}
