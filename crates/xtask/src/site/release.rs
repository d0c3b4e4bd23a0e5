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
    /// The script that looks after the copy for offline use.
    pub(crate) copy: &'a Asset,
    /// Whether there is a service worker to keep it.
    pub(crate) offline: bool,
    /// What that will keep, in bytes, the page itself not counted.
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
    pub(crate) version: &'a str,
    pub(crate) build: &'a str,
    pub(crate) files: &'a [Kept<'a>],
    pub(crate) addresses: &'a [&'a str],
}

/// A file that is kept for offline use.
#[derive(Debug, Serialize)]
pub(crate) struct Kept<'a> {
    #[serde(flatten)]
    pub(crate) asset: &'a Asset,
    /// 1: without it nothing can be annotated. 2: the rest, fetched when that stands.
    pub(crate) tier: u8,
}

/// How the names of pictures begin that only an application store or an installer shows.
pub(crate) const SCREENSHOT: &str = "screenshot-";

/// What of a release is kept for offline use: all but what only an installer shows.
pub(crate) fn kept(files: &[Asset]) -> Vec<Kept<'_>> {
    let for_installers = |file: &&Asset| file.url.starts_with(&format!("/a/{SCREENSHOT}"));
    let later = ["woff2", "woff", "png", "svg", "webmanifest"];
    let tier = |file: &Asset| {
        let extension = file.url.rsplit('.').next().unwrap_or_default();
        if later.contains(&extension) { 2 } else { 1 }
    };
    let kept = files.iter().filter(|file| !for_installers(file));
    kept.map(|asset| Kept { asset, tier: tier(asset) }).collect()
}

/// The addresses that show the page; `nginx/static.conf` has the same.
pub(crate) const ADDRESSES: [&str; 7] = [
    "/",
    "/article_pronunciation/input/",
    "/article_pronunciation/pronunciation/",
    "/articles/",
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
    fn what_annotates_comes_first_and_what_only_installers_show_is_not_kept() {
        let urls =
            ["/a/page-1.wasm", "/a/thakim-1.dict", "/a/x-1.woff2", "/a/screenshot-1.png", "/"];
        let files = urls.map(|url| Asset::new(url, b""));
        let kept = kept(&files);
        let tiers: Vec<_> = kept.iter().map(|file| (file.asset.url.as_str(), file.tier)).collect();
        assert_eq!(
            tiers,
            [("/a/page-1.wasm", 1), ("/a/thakim-1.dict", 1), ("/a/x-1.woff2", 2), ("/", 1)]
        );
    }

    #[test]
    fn nginx_knows_every_address() {
        let conf = crate::workspace::nginx_conf().join("static.conf");
        let conf = std::fs::read_to_string(conf).unwrap();
        assert!(conf.contains("location = / {"));
        let rest = "(article_pronunciation/(input|pronunciation)|articles|dictionary|help|about)";
        assert!(conf.contains(&format!("location ~ ^/{rest}/$ {{")));
        assert!(conf.contains(&format!("location ~ ^/{rest}$ {{")));
        for address in &ADDRESSES[1..] {
            let word = address.trim_matches('/').rsplit('/').next().unwrap();
            assert!(rest.contains(word), "{address}");
        }
    }
}
