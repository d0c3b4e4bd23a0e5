//! Whom it runs as, where it writes, and what only the machine itself may see.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use anyhow::Result;
use thakim_e2e::ops::{FRESH, check_headers, get, root};
use thakim_nginx::{User, free_address};
use walkdir::WalkDir;

use super::{serve, serve_at};

#[test]
fn nobody_is_root_and_only_two_folders_are_written_to() -> Result<()> {
    let mut server = serve_at(free_address()?, &[])?;
    server.stop()?;
    // As on a file system that is mounted read-only, but for run/ and log/.
    let prefix = server.prefix().to_owned();
    let folders = |mode: u32| -> Result<()> {
        for entry in WalkDir::new(&prefix) {
            let entry = entry?;
            let inside = entry.path().strip_prefix(&prefix)?;
            let written = inside.starts_with("run") || inside.starts_with("log");
            if entry.file_type().is_dir() && !written {
                fs::set_permissions(entry.path(), fs::Permissions::from_mode(mode))?;
            }
        }
        Ok(())
    };
    folders(0o555)?;
    server.resume()?;
    assert_eq!(get(server.address(), "/")?.status, 200);
    let id = server.process_id().expect("it runs");
    let status = fs::read_to_string(format!("/proc/{id}/status"))?;
    let users = status.lines().find_map(|line| line.strip_prefix("Uid:")).expect("Uid");
    assert!(users.split_whitespace().all(|user| user != "0"), "{users}");
    if let Some(user) = User::unprivileged()? {
        assert!(users.split_whitespace().all(|found| found == user.uid.to_string()), "{users}");
    }
    server.stop()?;
    folders(0o755)
}

#[test]
fn its_connections_are_counted_for_the_machine_itself() -> Result<()> {
    let status = free_address()?;
    let server = serve(&[("status.conf", format!("listen {status};\n"))])?;
    let told = get(status, "/status")?;
    assert_eq!(told.status, 200);
    assert!(told.text().starts_with("Active connections: "), "{}", told.text());
    check_headers("/status", &told, FRESH, false);
    let other = get(status, "/")?;
    assert_eq!(other.status, 404);
    check_headers("/", &other, FRESH, false);
    // Not where the site is.
    assert_eq!(get(server.address(), "/status")?.status, 404);
    let template = fs::read_to_string(root().join("nginx/etc/status.conf"))?;
    assert!(template.contains("listen 127.0.0.1:"), "{template}");
    Ok(())
}

#[test]
fn health_says_which_release_answers() -> Result<()> {
    let server = serve(&[])?;
    let answer = get(server.address(), "/healthz")?;
    assert_eq!((answer.status, answer.text().as_str()), (200, "ok development\n"));
    assert_eq!(answer.header("content-type"), "text/plain; charset=utf-8");
    check_headers("/healthz", &answer, FRESH, false);
    Ok(())
}

#[test]
fn whom_to_tell_of_faults() -> Result<()> {
    let contact = "Contact: mailto:a@example.org\nExpires: 2100-01-01T00:00:00Z\n";
    let server = serve(&[("security.txt", contact.to_owned())])?;
    let answer = get(server.address(), "/.well-known/security.txt")?;
    assert_eq!((answer.status, answer.text().as_str()), (200, contact));
    assert_eq!(answer.header("content-type"), "text/plain; charset=utf-8");
    check_headers("security.txt", &answer, FRESH, false);
    // None is said when none is known.
    let server = serve(&[])?;
    let answer = get(server.address(), "/.well-known/security.txt")?;
    assert_eq!(answer.status, 404);
    check_headers("no security.txt", &answer, FRESH, false);
    Ok(())
}

#[test]
fn another_service_worker_can_take_the_place_of_the_releases() -> Result<()> {
    let server = serve(&[])?;
    let before = get(server.address(), "/sw.js")?;
    fs::create_dir(server.prefix().join("override"))?;
    fs::write(server.prefix().join("override/sw.js"), "// removes all\n")?;
    let after = get(server.address(), "/sw.js")?;
    assert_eq!((after.status, after.text().as_str()), (200, "// removes all\n"));
    assert_eq!(after.header("content-type"), "text/javascript; charset=utf-8");
    check_headers("kill switch", &after, FRESH, false);
    assert_ne!(before.body, after.body);
    assert_eq!(get(server.address(), "/override/sw.js")?.status, 404);
    Ok(())
}
