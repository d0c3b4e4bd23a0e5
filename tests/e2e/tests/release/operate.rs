//! The operator's script, from installing to removing.

use std::fs;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result};
use thakim_e2e::ops::{Installed, certificate, get, run};
use thakim_nginx::free_address;

use super::{releases, remake};

/// Which release answers, by its configuration and by its page.
fn served(installed: &Installed) -> Result<String> {
    let health = get(installed.address, "/healthz")?.text();
    let id = health.trim().strip_prefix("ok ").context("not ok")?.to_owned();
    let page = get(installed.address, "/")?;
    let release = installed.prefix().join("releases").join(&id);
    let expected = fs::read(release.join("site/index.html"))?;
    let is = String::from_utf8_lossy(&page.body);
    assert!(page.body == expected, "the page is not that of {id}: status {}: {is}", page.status);
    Ok(id)
}

#[test]
fn a_release_is_installed_updated_and_taken_back() -> Result<()> {
    let [one, two, ..] = releases()?;
    let mut installed = Installed::new(one)?;
    let before = installed.thakim(&["status"])?;
    assert!(!before.well && before.text.contains("does not run"), "{}", before.text);
    installed.start()?;
    let status = installed.must(&["status"])?;
    assert!(status.contains(&format!("current   {}", one.id)), "{status}");
    assert!(status.contains("files     whole") && status.contains("contact   until"), "{status}");
    assert_eq!(served(&installed)?, one.id);
    let security = get(installed.address, "/.well-known/security.txt")?;
    assert!(security.text().starts_with("Contact: mailto:security@example.org\nExpires: 20"));

    installed.must(&["update", &two.archive.display().to_string()])?;
    assert_eq!(served(&installed)?, two.id);
    for file in one.files.iter().chain(&two.files) {
        assert_eq!(get(installed.address, file)?.status, 200, "{file}");
    }
    // A second time changes nothing.
    installed.must(&["update", &two.archive.display().to_string()])?;
    assert_eq!(served(&installed)?, two.id);
    let said = installed.must(&["verify"])?;
    assert!(said.contains(&one.id) && said.contains(&two.id), "{said}");

    installed.must(&["rollback"])?;
    assert_eq!(served(&installed)?, one.id);
    installed.must(&["rollback"])?;
    assert_eq!(served(&installed)?, two.id);
    installed.must(&["rollback", &one.id])?;
    assert_eq!(served(&installed)?, one.id);
    let said = installed.thakim(&["rollback", "0.0.0-none"])?;
    assert!(!said.well && said.text.contains(&two.id), "{}", said.text);
    Ok(())
}

/// An update to a release that was spoilt in this way must fail, say so, and change nothing.
fn check_refused(
    spoil: impl FnOnce(&Path) -> Result<()>,
    expected: &str,
    touched: bool,
) -> Result<()> {
    let [one, two, ..] = releases()?;
    let mut installed = Installed::new(one)?;
    installed.start()?;
    let unpacked = two.unpack(installed.beside())?;
    spoil(&unpacked)?;
    let prefix = installed.prefix().display().to_string();
    let said = run(Command::new(unpacked.join("thakim")).args(["update", "--prefix", &prefix]))?;
    assert!(!said.well, "it was not refused: {}", said.text);
    assert!(said.text.contains(expected), "{}", said.text);
    assert_eq!(served(&installed)?, one.id);
    installed.must(&["status"])?;
    installed.must(&["verify"])?;
    let history = fs::read_to_string(installed.prefix().join("history"))?;
    assert_eq!(history.contains("back to"), touched, "{history}");
    Ok(())
}

#[test]
fn a_damaged_release_is_not_staged() -> Result<()> {
    check_refused(|at| Ok(fs::write(at.join("site/index.html"), "other")?), "is damaged", false)
}

#[test]
fn a_release_whose_configuration_fails_is_not_switched_to() -> Result<()> {
    let spoil = |at: &Path| {
        remake(at, "nginx/static.conf", |text| text.replacen("root current/site;", "rot x;", 1))
    };
    check_refused(spoil, "the configuration of", false)
}

#[test]
fn a_release_that_answers_badly_is_taken_back_by_itself() -> Result<()> {
    let page = "try_files /index.html =404;";
    let spoil =
        |at: &Path| remake(at, "nginx/static.conf", |text| text.replacen(page, "return 500;", 1));
    check_refused(spoil, "is served again", true)?;
    let spoil = |at: &Path| {
        remake(at, "nginx/headers.conf", |text| {
            text.replacen("add_header Content-Security-Policy", "add_header X-None", 1)
        })
    };
    check_refused(spoil, "no Content-Security-Policy", true)
}

#[test]
fn as_many_releases_stay_as_are_to_be_kept() -> Result<()> {
    let releases = releases()?;
    let mut installed = Installed::new(&releases[0])?;
    installed.start()?;
    for release in &releases[1..] {
        installed.must(&["update", &release.archive.display().to_string()])?;
    }
    // keep=3: the one that is served and two before it, with their files and no others.
    for (number, release) in releases.iter().enumerate() {
        let kept = number >= 2;
        let there = installed.prefix().join("releases").join(&release.id).is_dir();
        assert_eq!(there, kept, "release {number}");
        for file in &release.files {
            let status = get(installed.address, file)?.status;
            assert_eq!(status, if kept { 200 } else { 404 }, "{file}");
        }
    }
    assert_eq!(get(installed.address, "/a/shared-0123456789abcdef.js")?.status, 200);
    Ok(())
}

#[test]
fn two_do_not_work_at_once_and_nothing_is_done_without_a_word() -> Result<()> {
    let one = &releases()?[0];
    let mut installed = Installed::new(one)?;
    installed.start()?;
    let lock = installed.prefix().join("lock");
    fs::write(&lock, "")?;
    let archive = one.archive.display().to_string();
    let said = installed.thakim(&["update", &archive])?;
    assert!(!said.well && said.text.contains("another thakim works"), "{}", said.text);
    assert!(lock.exists(), "the other's lock is gone");
    // Nor one whose process lives: this one.
    fs::write(&lock, std::process::id().to_string())?;
    let said = installed.thakim(&["update", &archive])?;
    assert!(!said.well && said.text.contains("another thakim (process"), "{}", said.text);
    fs::remove_file(&lock)?;
    for (arguments, expected) in [
        (&["install", "--prefix"][..], "--prefix needs a value"),
        (&["updat"], "no command updat"),
        (&["update", "--fast"], "no option --fast"),
        (&["update", "/none.tar.gz"], "no file /none.tar.gz"),
        (&["uninstall"], "--yes"),
        (&["kill-switch", "maybe"], "kill-switch on"),
    ] {
        let said = installed.thakim(arguments)?;
        assert!(!said.well && said.text.contains(expected), "{arguments:?}: {}", said.text);
    }
    let unpacked = one.unpack(installed.beside())?;
    let prefix = installed.prefix().display().to_string();
    let said = run(Command::new(unpacked.join("thakim")).args(["install", "--prefix", &prefix]))?;
    assert!(!said.well && said.text.contains("installed already"), "{}", said.text);
    assert_eq!(served(&installed)?, one.id);
    Ok(())
}

/// Kills an update as soon as this is true of the prefix (or lets it end, if it never is): what is
/// served stays whole, and a second try succeeds.
fn check_interrupted(moment: impl Fn(&Path) -> bool) -> Result<()> {
    let [one, two, ..] = releases()?;
    let mut installed = Installed::new(one)?;
    installed.start()?;
    let prefix = installed.prefix();
    let mut update = Command::new(prefix.join("thakim"))
        .arg("update")
        .arg(&two.archive)
        .process_group(0)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()?;
    while !moment(&prefix) && update.try_wait()?.is_none() {
        std::thread::yield_now();
    }
    let group = format!("-{}", update.id());
    // It may have ended by itself.
    run(Command::new("sh").args(["-c", "kill -s KILL -- \"$0\"", &group]))?;
    update.wait()?;
    let page = get(installed.address, "/")?;
    let now = if page.text().contains(&two.files[0]) { two } else { one };
    for file in &now.files {
        assert_eq!(get(installed.address, file)?.status, 200, "{file}");
    }
    let said = installed.thakim(&["update", &two.archive.display().to_string()])?;
    assert!(said.well, "the second try: {}", said.text);
    assert_eq!(served(&installed)?, two.id);
    for entry in fs::read_dir(prefix.join("releases"))? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        assert!(!name.starts_with('.'), "{name} was left behind");
    }
    assert!(!prefix.join("lock").exists() && !prefix.join("trial").exists());
    installed.must(&["verify"])?;
    installed.must(&["rollback", &one.id])?;
    assert_eq!(served(&installed)?, one.id);
    Ok(())
}

#[test]
fn an_update_that_is_interrupted_leaves_a_whole_release() -> Result<()> {
    let two = &releases()?[1];
    check_interrupted(|at| at.join("lock").exists())?;
    check_interrupted(|at| at.join("releases/.new").exists())?;
    check_interrupted(|at| at.join("releases").join(&two.id).exists())?;
    check_interrupted(|at| at.join("pool").join(&two.files[1][1..]).exists())?;
    check_interrupted(|at| at.join("trial").exists())?;
    check_interrupted(|at| {
        fs::read_link(at.join("current")).is_ok_and(|to| to.ends_with(&two.id))
    })?;
    check_interrupted(|at| at.join("previous").exists())
}

#[test]
fn one_who_speaks_tls_is_updated_and_tested_over_tls() -> Result<()> {
    let [one, two, ..] = releases()?;
    let mut installed = Installed::new(one)?;
    let (certificate, key) = certificate(installed.beside())?;
    let plain = free_address()?;
    let port = installed.address.port();
    let secure = format!("listen {plain};\nset $thakim_secure https://$host:{port};\n");
    installed.set("tls/fullchain.pem", &certificate)?;
    installed.set("tls/privkey.pem", &key)?;
    installed.set("listen.conf", &format!("listen {} ssl http2;\n", installed.address))?;
    installed.set("redirect.conf", &secure)?;
    let site = fs::read_to_string(installed.prefix().join("etc/site.conf"))?;
    installed.set("site.conf", &site.replace("nginx/plain.conf;", "nginx/https.conf;"))?;
    let settings = fs::read_to_string(installed.prefix().join("etc/operate.conf"))?;
    let cacert = installed.prefix().join("etc/tls/fullchain.pem").display().to_string();
    let settings = settings
        .replace("url=http://127.0.0.1", "url=https://localhost")
        .replace("curl=\n", &format!("curl=--cacert {cacert}\n"));
    installed.set("operate.conf", &settings)?;
    installed.start()?;
    installed.must(&["update", &two.archive.display().to_string()])?;
    let status = installed.must(&["status"])?;
    assert!(status.contains(&format!("answers   ok {}", two.id)), "{status}");
    let page = get(plain, "/help/")?;
    assert_eq!(page.header("location"), format!("https://127.0.0.1:{port}/help/"));
    Ok(())
}

#[test]
fn the_kill_switch_is_thrown_and_taken_back() -> Result<()> {
    let [one, two, ..] = releases()?;
    let mut installed = Installed::new(one)?;
    installed.start()?;
    let before = get(installed.address, "/sw.js")?.text();
    installed.must(&["kill-switch", "on"])?;
    assert_eq!(get(installed.address, "/sw.js")?.text(), "// removes all\n");
    assert!(installed.must(&["status"])?.contains("the kill switch is on"));
    // It stays over an update, until it is taken back.
    installed.must(&["update", &two.archive.display().to_string()])?;
    assert_eq!(get(installed.address, "/sw.js")?.text(), "// removes all\n");
    installed.must(&["kill-switch", "off"])?;
    assert_ne!(get(installed.address, "/sw.js")?.text(), before);
    Ok(())
}

#[test]
fn what_was_installed_is_removed() -> Result<()> {
    let mut installed = Installed::new(&releases()?[0])?;
    installed.start()?;
    let prefix = installed.prefix();
    // The server is a child of this test: that it has ended is seen by waiting for it.
    let mut server = installed.server.take().context("it runs")?;
    let ended = std::thread::spawn(move || server.wait());
    installed.must(&["uninstall", "--yes"])?;
    ended.join().expect("no panic")?;
    assert!(get(installed.address, "/").is_err(), "it still answers");
    let mut left: Vec<String> = fs::read_dir(&prefix)?
        .map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()))
        .collect::<Result<_>>()?;
    left.sort();
    assert_eq!(left, ["etc", "log"]);
    assert!(!prefix.join("etc/operate.conf").exists());

    let installed = Installed::new(&releases()?[1])?;
    installed.must(&["uninstall", "--yes", "--all"])?;
    assert!(!installed.prefix().exists());
    Ok(())
}
