//! The handbook: its commands are executed on an empty root, and its two languages agree.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use thakim_e2e::ops::{root, run};
use thakim_nginx::{User, find_nginx, free_address};

use super::releases;

/// The blocks of a page that are marked `sh`.
fn blocks(page: &str) -> Result<Vec<String>> {
    let text = fs::read_to_string(root().join("docs").join(page))?;
    let mut found = Vec::new();
    let mut rest = text.as_str();
    while let Some((_, after)) = rest.split_once("\n```sh\n") {
        let (block, after) = after.split_once("\n```\n").context("a block without an end")?;
        found.push(block.to_owned());
        rest = after;
    }
    Ok(found)
}

#[test]
fn both_languages_give_the_same_commands_in_the_same_order() -> Result<()> {
    let (chinese, english) = (blocks("handbook.zh.md")?, blocks("handbook.md")?);
    assert!(chinese.len() > 10);
    assert_eq!(chinese, english);
    Ok(())
}

#[test]
fn both_have_their_chapters_in_order() -> Result<()> {
    let chapters = |page: &str| -> Result<Vec<String>> {
        let text = fs::read_to_string(root().join("docs").join(page))?;
        Ok(text.lines().filter_map(|line| line.strip_prefix("## ")).map(str::to_owned).collect())
    };
    let chinese = chapters("handbook.zh.md")?;
    let expected =
        ["文件摘要", "執行環境", "建置作業程序", "更新作業程序", "回復", "監看與記錄", "名詞解釋"];
    assert_eq!(chinese, expected);
    assert_eq!(chapters("handbook.md")?.len(), chinese.len());
    Ok(())
}

/// Programs that would change the machine, or the world, in the place of the real ones. Each notes what
/// it is told in `$NOTES`.
const STAND_INS: [(&str, &str); 6] = [
    ("apt-get", ""),
    ("systemd-sysusers", ""),
    // `cargo xtask release`, which takes minutes and has its own tests.
    (
        "cargo",
        "[ \"$*\" = 'xtask release' ] || exit 1\n\
         mkdir -p target/release-archives && cp \"$MADE\" \"$MADE.sha256\" target/release-archives/",
    ),
    // The unit as it was written into the root, without systemd.
    (
        "systemctl",
        "unit=$ROOT/etc/systemd/system/thakim.service\n\
         pid() { cat \"$ROOT/srv/thakim/run/nginx.pid\"; }\n\
         case \"$*\" in\n\
         'enable --now thakim')\n\
         line=$(sed -n 's/^ExecStart=//p' \"$unit\" | sed 's|/usr/sbin/nginx|exec nginx|')\n\
         user=$(sed -n 's/^User=//p' \"$unit\")\n\
         if [ \"$(id -u)\" = 0 ]; then\n\
         setpriv --reuid=\"$user\" --regid=\"$(id -gn \"$user\")\" --clear-groups \
             sh -c \"$line\" >>\"$NOTES\" 2>&1 &\n\
         else sh -c \"$line\" >>\"$NOTES\" 2>&1 & fi ;;\n\
         'reload thakim') kill -HUP \"$(pid)\" ;;\n\
         'disable --now thakim') kill -QUIT \"$(pid)\"; \
             while [ -e \"$ROOT/srv/thakim/run/nginx.pid\" ]; do :; done ;;\n\
         'disable --now nginx' | daemon-reload) ;;\n\
         *) echo \"systemctl $*\" >&2; exit 1 ;;\n\
         esac",
    ),
    // Three nodes, all of them this machine.
    ("ssh", "case $1 in node[123]) exec sh -c \"$2\" ;; *) exit 255 ;; esac"),
    ("aws", ""),
];

#[test]
fn its_commands_work_on_an_empty_root() -> Result<()> {
    let [one, two, ..] = releases()?;
    let folder = tempfile::tempdir()?;
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755))?;
    let at = |name: &str| folder.path().join(name);
    for name in ["root", "bin", "checkout"] {
        fs::create_dir(at(name))?;
    }
    for (name, does) in STAND_INS {
        let script = format!("#!/bin/sh\necho \"{name} $*\" >>\"$NOTES\"\n{does}\n");
        let file = at("bin").join(name);
        fs::write(&file, script)?;
        fs::set_permissions(&file, fs::Permissions::from_mode(0o755))?;
    }
    let nginx = find_nginx().context("no nginx")?;
    let folders = [&at("bin"), nginx.parent().unwrap_or(Path::new("/"))];
    let path = std::env::join_paths(
        folders
            .into_iter()
            .map(Path::to_owned)
            .chain(std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default())),
    )?;
    let script = blocks("handbook.zh.md")?.join("\n");
    let user = match User::unprivileged()? {
        Some(_) => User::NAME.to_owned(),
        None => run(Command::new("id").arg("-un"))?.text.trim().to_owned(),
    };
    let mut shell = Command::new("sh");
    shell.args(["-eux", "-c", &script]).current_dir(at("checkout"));
    shell.env("ROOT", at("root")).env("PATH", path).env("NOTES", at("notes"));
    shell.env("MADE", &one.archive).env("NEW_ARCHIVE", &two.archive).env("SERVE_AS", user);
    shell.env("LISTEN", free_address()?.to_string()).env("STATUS", free_address()?.to_string());
    let said = run(&mut shell)?;
    let notes = fs::read_to_string(at("notes")).unwrap_or_default();
    ensure!(said.well, "{}\n--- notes:\n{notes}", said.text);
    // Each stand-in was called, and what the reader is promised has come about.
    for (name, _) in STAND_INS {
        assert!(notes.contains(&format!("{name} ")), "{name} was not called:\n{notes}");
    }
    for part in [
        "is whole",
        &format!("{} is served", one.id),
        &format!("{} is served", two.id),
        "Active connections",
        "the kill switch is off",
        "is served by node1 node2 node3",
        "removed;",
    ] {
        assert!(said.text.contains(part), "{part:?} is not in\n{}", said.text);
    }
    let srv = at("root").join("srv/thakim");
    assert!(srv.join("etc/nginx.conf").is_file() && !srv.join("releases").exists());
    Ok(())
}
