//! What is written down: no address, no query, nothing of who asks.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;
use thakim_e2e::ops::{ask, get, raw, root, run};
use thakim_nginx::{Server, User, free_address};

use super::serve_at;

/// With the log that an operator has.
fn logging() -> Result<Server> {
    serve_at(free_address()?, &[])
}

/// How long a line may be on its way to the log.
const PATIENCE: Duration = Duration::from_secs(30);

/// The lines of the log, once one is for this path. nginx writes a line after its answer.
fn lines(server: &Server, name: &str, last: &str) -> Result<Vec<Value>> {
    let file = server.prefix().join("log").join(name);
    let until = Instant::now() + PATIENCE;
    while Instant::now() < until {
        let text = fs::read_to_string(&file).unwrap_or_default();
        let lines: Vec<Value> = text
            .lines()
            .map(|line| serde_json::from_str(line).with_context(|| line.to_owned()))
            .collect::<Result<_>>()?;
        if lines.iter().any(|line| line["path"] == last) {
            return Ok(lines);
        }
        std::thread::yield_now();
    }
    bail!("{name} never had a line for {last}")
}

#[test]
fn a_line_says_what_was_answered_and_not_to_whom() -> Result<()> {
    let server = logging()?;
    let secret = [
        ("user-agent", "secret-browser"),
        ("referer", "http://secret-page/"),
        ("cookie", "secret=cookie"),
        ("x-forwarded-for", "192.0.2.77"),
    ];
    ask(server.address(), "GET", "/dictionary/?q=secret-word", &secret)?;
    ask(server.address(), "GET", "/a/none.js?secret", &secret)?;
    ask(server.address(), "POST", "/\"\\%E8%AE%80?secret", &secret)?;
    ask(server.address(), "GET", "/help?secret", &secret)?;
    raw(server.address(), b"GET http://secret-host/about/?secret HTTP/1.1\r\nHost: x\r\n\r\n")?;
    raw(server.address(), b"secret nonsense\r\n\r\n")?;
    raw(server.address(), &[b"GET /", "x".repeat(9000).as_bytes(), b"?secret"].concat())?;
    get(server.address(), "/last")?;
    let lines = lines(&server, "access.json", "/last")?;
    let told: Vec<(u64, &str)> = lines
        .iter()
        .map(|line| (line["status"].as_u64().unwrap(), line["path"].as_str().unwrap()))
        .collect();
    for expected in [
        (200, "/dictionary/"),
        (404, "/a/none.js"),
        (405, "/\"\\%E8%AE%80"),
        (301, "/help"),
        (200, "/about/"),
        (400, ""),
        (414, ""),
    ] {
        assert!(told.contains(&expected), "{expected:?} of {told:?}");
    }
    for line in &lines {
        for (name, kind) in [("time", 's'), ("bytes", 'n'), ("seconds", 'n'), ("release", 's')] {
            let fits = if kind == 's' { line[name].is_string() } else { line[name].is_number() };
            assert!(fits, "{name} of {line}");
        }
    }
    nothing_secret(&server)
}

/// No file that the server writes holds an address or what was asked for.
fn nothing_secret(server: &Server) -> Result<()> {
    for folder in ["log", "run"] {
        for entry in fs::read_dir(server.prefix().join(folder))? {
            let path = entry?.path();
            if path.is_file() {
                let text = fs::read_to_string(&path)?;
                for word in ["secret", "127.0.0.1", "192.0.2.77"] {
                    assert!(!text.contains(word), "{} holds {word}:\n{text}", path.display());
                }
            }
        }
    }
    Ok(())
}

#[test]
fn the_log_of_errors_names_nobody() -> Result<()> {
    let server = logging()?;
    // What nginx would write at `error` and `crit`, with an address and the request.
    let page = server.site().join("index.html");
    fs::remove_file(&page)?;
    fs::create_dir(&page)?;
    assert!(get(server.address(), "/?secret")?.status >= 400);
    get(server.address(), "/a/secret-missing.js")?;
    raw(server.address(), b"GET /secret HTTP/9\r\n\r\n")?;
    for _ in 0..3200 {
        raw(server.address(), b"GET /manifest.webmanifest HTTP/1.0\r\n\r\n")?;
    }
    get(server.address(), "/last")?;
    // Paths are kept, without their queries; this one is what the test made up.
    let told = lines(&server, "access.json", "/last")?;
    assert!(told.iter().any(|line| line["path"] == "/a/secret-missing.js"));
    let errors = fs::read_to_string(server.prefix().join("log/error.log"))?;
    assert_eq!(errors, "", "at the level of etc/nginx.conf");
    Ok(())
}

#[test]
fn rotated_logs_are_opened_anew() -> Result<()> {
    let server = logging()?;
    get(server.address(), "/first")?;
    lines(&server, "access.json", "/first")?;
    let log = server.prefix().join("log");
    fs::rename(log.join("access.json"), log.join("access.json.1"))?;
    server.reopen_logs()?;
    // The signal is a message: until the new file is there, lines go to the old one.
    while !log.join("access.json").exists() {
        std::thread::yield_now();
    }
    // Each worker opens it for itself: asked until one line is there.
    while fs::metadata(log.join("access.json"))?.len() == 0 {
        get(server.address(), "/second")?;
    }
    assert_eq!(get(server.address(), "/")?.status, 200);
    Ok(())
}

#[test]
fn logrotate_rotates_by_the_file_that_comes_along() -> Result<()> {
    let server = logging()?;
    get(server.address(), "/first")?;
    lines(&server, "access.json", "/first")?;
    let prefix = server.prefix();
    let (user, group) = match User::unprivileged()? {
        Some(_) => (User::NAME.to_owned(), word("id", &["-gn", User::NAME])?),
        None => (word("id", &["-un"])?, word("id", &["-gn"])?),
    };
    let text = fs::read_to_string(root().join("nginx/systemd/thakim.logrotate"))?
        .replace("/srv/thakim", &prefix.display().to_string())
        .replace("su thakim thakim", &format!("su {user} {group}"));
    // Beside the prefix: logrotate refuses settings that others may write.
    let folder = tempfile::tempdir()?;
    let conf = folder.path().join("thakim.logrotate");
    fs::write(&conf, text)?;
    let logrotate = ["/usr/sbin/logrotate", "/usr/bin/logrotate"]
        .into_iter()
        .find(|path| Path::new(path).is_file())
        .context("no logrotate: run `cargo xtask setup test`")?;
    let said = run(Command::new(logrotate)
        .args(["--force", "--state"])
        .arg(folder.path().join("state"))
        .arg(&conf))?;
    ensure!(said.well, "logrotate: {}", said.text);
    let old = fs::read_to_string(prefix.join("log/access.json.1"))?;
    assert!(old.contains("/first"), "{old}");
    while fs::metadata(prefix.join("log/access.json")).map_or(0, |found| found.len()) == 0 {
        get(server.address(), "/second")?;
    }
    Ok(())
}

fn word(program: &str, arguments: &[&str]) -> Result<String> {
    Ok(run(Command::new(program).args(arguments))?.text.trim().to_owned())
}
