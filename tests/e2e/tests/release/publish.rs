//! The order in which an object store is filled, and the headers that a CDN must add.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use thakim_e2e::ops::{FOR_GOOD, FRESH, Installed, get, root, run};

use super::releases;

#[test]
fn what_names_others_is_put_last() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let release = &releases()?[0];
    let unpacked = release.unpack(folder.path())?;
    // In the place of `aws`: one that notes what it is told.
    let (aws, notes) = (folder.path().join("aws"), folder.path().join("notes"));
    let script = format!("#!/bin/sh\nIFS='|'\necho \"$*\" >>{}\n", notes.display());
    fs::write(&aws, script)?;
    fs::set_permissions(&aws, fs::Permissions::from_mode(0o755))?;
    let said = run(Command::new(unpacked.join("nginx/cluster/publish"))
        .arg(&unpacked)
        .arg("s3://bucket/")
        .env("THAKIM_AWS", &aws))?;
    ensure!(said.well, "publish: {}", said.text);
    let notes = fs::read_to_string(notes)?;
    let put: Vec<Vec<&str>> = notes.lines().map(|line| line.split('|').collect()).collect();
    let keys: Vec<&str> = put.iter().filter_map(|words| words.last().copied()).collect();
    let named = keys.iter().rposition(|key| key.contains("/a/")).context("no /a/")?;
    let first_page = keys.iter().position(|key| key.ends_with("index.html")).context("no page")?;
    assert!(named < first_page, "{keys:?}");
    assert_eq!(keys[keys.len() - 2..], ["s3://bucket/index.html", "s3://bucket/sw.js"]);
    for (words, key) in put.iter().zip(&keys) {
        let cache = if key.contains("/a/") { FOR_GOOD } else { FRESH };
        assert!(words.contains(&cache), "{words:?}");
        let kind = match key.rsplit('.').next() {
            Some("js") => "text/javascript; charset=utf-8",
            Some("html") => "text/html; charset=utf-8",
            _ => "application/manifest+json; charset=utf-8",
        };
        assert!(words.contains(&kind), "{words:?}");
    }
    // Every address that nginx answers with the page.
    let conf = fs::read_to_string(root().join("nginx/static.conf"))?;
    let addresses = "article_pronunciation/(input|pronunciation)|articles|dictionary|help|about";
    assert!(conf.contains(&format!("^/({addresses})/$")), "another address: {conf}");
    for address in [
        "article_pronunciation/input",
        "article_pronunciation/pronunciation",
        "articles",
        "dictionary",
        "help",
        "about",
    ] {
        assert!(keys.contains(&&*format!("s3://bucket/{address}/index.html")), "{address}");
    }
    Ok(())
}

#[test]
fn the_headers_for_a_cdn_are_those_that_nginx_sends() -> Result<()> {
    let mut installed = Installed::new(&releases()?[0])?;
    installed.start()?;
    let sent = get(installed.address, "/")?;
    let told = run(Command::new(root().join("nginx/cluster/publish")).arg("--headers"))?;
    assert!(told.well, "{}", told.text);
    assert!(told.text.lines().count() > 9, "{}", told.text);
    for line in told.text.lines() {
        let (name, value) = line.split_once(": ").context("no header")?;
        if name != "Strict-Transport-Security" {
            assert_eq!(sent.header(name), value, "{name}");
        }
    }
    Ok(())
}
