//! The project's nginx over the built site, as an ordinary user: what it answers to whom.

use std::fs;
use std::io::Read;

use anyhow::Result;
use thakim_e2e::Site;
use thakim_e2e::ops::{
    Answer, FOR_GOOD, FRESH, ask as ask_at, check_headers as check, get as get_at,
};

use super::assets;

const PAGES: [&str; 7] = [
    "/",
    "/article_pronunciation/input/",
    "/article_pronunciation/pronunciation/",
    "/dictionary/",
    "/articles/",
    "/help/",
    "/about/",
];

fn ask(site: &Site, method: &str, path: &str, headers: &[(&str, &str)]) -> Result<Answer> {
    ask_at(site.server.address(), method, path, headers)
}

fn get(site: &Site, path: &str) -> Result<Answer> {
    get_at(site.server.address(), path)
}

fn check_headers(what: &str, answer: &Answer, cache: &str) {
    check(what, answer, cache, false);
}

fn served(site: &Site) -> std::path::PathBuf {
    site.server.site()
}

#[test]
fn every_address_is_the_page() -> Result<()> {
    let site = Site::start()?;
    let index = fs::read(served(&site).join("index.html"))?;
    for path in PAGES {
        for address in [path.to_owned(), format!("{path}?text=%E8%AE%80")] {
            let response = get(&site, &address)?;
            assert_eq!(response.status, 200, "{address}");
            assert_eq!(response.header("content-type"), "text/html; charset=utf-8");
            check_headers(&address, &response, FRESH);
            assert_eq!(response.body, index, "{address}");
        }
    }
    Ok(())
}

#[test]
fn an_address_without_its_slash_leads_to_the_one_with_it() -> Result<()> {
    let site = Site::start()?;
    for path in &PAGES[1..] {
        let bare = path.trim_end_matches('/');
        let response = get(&site, &format!("{bare}?a=b"))?;
        assert_eq!(response.status, 301, "{bare}");
        // Without a host: right behind whatever stands before the server.
        assert_eq!(response.header("location"), format!("{path}?a=b"));
        check_headers(bare, &response, FRESH);
    }
    Ok(())
}

#[test]
fn what_is_not_there_is_not_found() -> Result<()> {
    let site = Site::start()?;
    let script = assets(&served(&site))?.into_iter().find(|url| url.ends_with(".wasm"));
    let compressed = format!("{}.br", script.expect("the site has a wasm"));
    for path in [
        "/a/",
        "/a/page-0000000000000000.js",
        "/a/thakim-0000000000000000.dict",
        &compressed,
        "/index.html",
        "/404.html",
        "/help/more",
        "/article_pronunciation/",
        "/article_pronunciation/input/more/",
        "/nginx.conf",
        "/../nginx.conf",
        "/a/..%2f..%2fnginx.conf",
        "/.git/config",
    ] {
        let response = get(&site, path)?;
        let status = response.status;
        assert!(status == 404 || (path.contains("..") && status == 400), "{path}: {status}");
        check_headers(path, &response, FRESH);
        let body = response.text();
        assert!(!body.contains("id=\"release\""), "{path} is the page");
    }
    Ok(())
}

#[test]
fn built_files_are_kept_for_good_and_have_their_types() -> Result<()> {
    let site = Site::start()?;
    let root = served(&site);
    let types = [
        ("js", "text/javascript; charset=utf-8"),
        ("wasm", "application/wasm"),
        ("css", "text/css; charset=utf-8"),
        ("svg", "image/svg+xml; charset=utf-8"),
        ("dict", "application/octet-stream"),
        ("woff2", "font/woff2"),
        ("png", "image/png"),
    ];
    let assets = assets(&root)?;
    for needed in ["js", "wasm", "dict"] {
        assert!(assets.iter().any(|url| url.ends_with(needed)), "the site has a .{needed}");
    }
    for url in assets {
        let extension = url.rsplit('.').next().unwrap_or("");
        let (_, kind) = types.iter().find(|(known, _)| *known == extension).expect(&url);
        let response = get(&site, &url)?;
        assert_eq!(response.status, 200, "{url}");
        assert_eq!(response.header("content-type"), *kind, "{url}");
        check_headers(&url, &response, FOR_GOOD);
        let file = fs::read(root.join(&url[1..]))?;
        assert_eq!(response.body, file, "{url}");
    }
    Ok(())
}

#[test]
fn the_files_that_name_a_release_are_asked_for_anew() -> Result<()> {
    let site = Site::start()?;
    for (path, kind) in [
        ("/sw.js", "text/javascript; charset=utf-8"),
        ("/manifest.webmanifest", "application/manifest+json; charset=utf-8"),
    ] {
        let response = get(&site, path)?;
        assert_eq!(response.status, 200, "{path}");
        assert_eq!(response.header("content-type"), kind);
        check_headers(path, &response, FRESH);
    }
    Ok(())
}

fn decode(encoding: &str, content: &[u8]) -> Result<Vec<u8>> {
    let mut decoded = Vec::new();
    match encoding {
        "br" => brotli::BrotliDecompress(&mut &content[..], &mut decoded)?,
        "gzip" => drop(flate2::read::GzDecoder::new(content).read_to_end(&mut decoded)?),
        _ => decoded.extend_from_slice(content),
    }
    Ok(decoded)
}

#[test]
fn compressed_forms_decode_to_the_file() -> Result<()> {
    let site = Site::start()?;
    let root = served(&site);
    let mut urls = assets(&root)?;
    urls.extend(["/".to_owned(), "/sw.js".to_owned(), "/manifest.webmanifest".to_owned()]);
    for url in urls {
        let name = if url == "/" { "index.html" } else { &url[1..] };
        let file = fs::read(root.join(name))?;
        for (accepted, encoding, suffix) in [
            ("gzip, deflate, br, zstd", "br", "br"),
            ("br", "br", "br"),
            ("gzip", "gzip", "gz"),
            ("identity", "", "none"),
        ] {
            let response = ask(&site, "GET", &url, &[("accept-encoding", accepted)])?;
            let is_there = root.join(format!("{name}.{suffix}")).is_file();
            let expected = if is_there { encoding } else { "" };
            assert_eq!(response.header("content-encoding"), expected, "{url}");
            if is_there {
                assert_eq!(response.header("vary"), "Accept-Encoding", "{url}");
            }
            assert_eq!(decode(expected, &response.body)?, file, "{url} as {accepted}");
        }
        // Fonts and pictures are compressed as they are.
        let is_compressed = [".woff2", ".png"].iter().any(|end| name.ends_with(end));
        let large = file.len() > 2_000 && !is_compressed;
        assert!(!large || root.join(format!("{name}.br")).is_file(), "{url} has a .br");
    }
    Ok(())
}

#[test]
fn what_a_browser_has_is_not_sent_again() -> Result<()> {
    let site = Site::start()?;
    let asset = assets(&served(&site))?.remove(0);
    for (path, cache) in [("/", FRESH), ("/sw.js", FRESH), (&*asset, FOR_GOOD)] {
        let tag = get(&site, path)?.header("etag").to_owned();
        assert!(!tag.is_empty(), "{path}");
        let known = [("if-none-match", &*tag), ("accept-encoding", "identity")];
        let response = ask(&site, "GET", path, &known)?;
        assert_eq!(response.status, 304, "{path}");
        check_headers(path, &response, cache);
        let other = [("if-none-match", "\"1-1\""), ("accept-encoding", "identity")];
        assert_eq!(ask(&site, "GET", path, &other)?.status, 200, "{path}");
    }
    Ok(())
}

#[test]
fn a_changed_page_of_the_same_length_is_sent() -> Result<()> {
    let before = Site::start()?;
    let tag = get(&before, "/")?.header("etag").to_owned();
    // Builds of two commits: names by hash keep the length, the commits' times differ.
    let after = Site::start_spoilt(|root| {
        let path = root.join("index.html");
        let page = fs::read_to_string(&path)?;
        let changed = page.replacen("讀音", "音讀", 1);
        assert_ne!(page, changed);
        Ok(fs::write(path, changed)?)
    })?;
    let known = [("if-none-match", &*tag), ("accept-encoding", "identity")];
    assert_eq!(ask(&after, "GET", "/", &known)?.status, 200);
    Ok(())
}

#[test]
fn only_get_and_head_are_answered() -> Result<()> {
    let site = Site::start()?;
    let asset = assets(&served(&site))?.remove(0);
    for path in ["/", "/article_pronunciation/input/", "/sw.js", &*asset, "/nothing"] {
        for method in ["POST", "PUT", "DELETE", "OPTIONS", "PATCH", "PROPFIND"] {
            let response = ask(&site, method, path, &[])?;
            assert_eq!(response.status, 405, "{method} {path}");
            assert_eq!(response.header("allow"), "GET, HEAD", "{method} {path}");
            check_headers(&format!("{method} {path}"), &response, FRESH);
        }
    }
    let response = ask(&site, "HEAD", &asset, &[("accept-encoding", "identity")])?;
    assert_eq!(response.status, 200);
    assert_eq!(response.header("allow"), "", "only where it is asked for");
    check_headers("HEAD", &response, FOR_GOOD);
    let length = fs::metadata(served(&site).join(&asset[1..]))?.len();
    assert_eq!(response.header("content-length"), length.to_string());
    assert_eq!(response.body, b"");
    Ok(())
}

#[test]
fn a_part_of_a_file_can_be_had() -> Result<()> {
    let site = Site::start()?;
    let root = served(&site);
    let url = assets(&root)?.into_iter().find(|url| url.ends_with(".dict")).expect("dictionary");
    let range = [("range", "bytes=10-19"), ("accept-encoding", "identity")];
    let response = ask(&site, "GET", &url, &range)?;
    assert_eq!(response.status, 206);
    check_headers(&url, &response, FRESH);
    assert_eq!(response.body, fs::read(root.join(&url[1..]))?[10..20]);
    Ok(())
}

#[test]
fn it_stops_and_starts_on_the_same_address() -> Result<()> {
    let mut site = Site::start()?;
    let address = site.server.address();
    site.server.stop()?;
    assert!(get(&site, "/").is_err(), "nobody answers");
    site.server.resume()?;
    assert_eq!(site.server.address(), address);
    assert_eq!(get(&site, "/")?.status, 200);
    Ok(())
}
