//! Several nodes behind one balancer.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::process::Command;
use thakim_nginx::free_address;

use super::releases;
use anyhow::{Context, Result, ensure};
use tempfile::TempDir;
use thakim_e2e::ops::{
    Answer, Asked, FOR_GOOD, FRESH, Installed, Load, MadeUp, Said, ask, certificate, check_headers,
    get, root, run,
};

const LOOPBACK: &str = "127.0.0.1 1;\n";

/// Three nodes with one release, and the balancer before them, installed from the same.
struct Cluster {
    balancer: Installed,
    nodes: Vec<Installed>,
    folder: TempDir,
}

impl Cluster {
    fn start(release: &MadeUp) -> Result<Cluster> {
        let folder = tempfile::tempdir()?;
        let mut nodes = Vec::new();
        for _ in 0..3 {
            let mut node = Installed::new(release)?;
            node.set("trusted.conf", LOOPBACK)?;
            node.start()?;
            nodes.push(node);
        }
        let addresses: Vec<String> = nodes.iter().map(|node| node.address.to_string()).collect();
        let more = ["--role", "balancer", "--nodes", &addresses.join(" ")];
        let mut balancer = Installed::with(release, &more)?;
        // The visitors of these tests all come from one address.
        balancer.set("trusted.conf", LOOPBACK)?;
        balancer.start()?;
        Ok(Cluster { balancer, nodes, folder })
    }

    /// `nginx/cluster/rollout`, with a shell in the place of ssh: nodes are `0`, `1`, `2`.
    fn rollout(&self, release: &MadeUp) -> Result<Said> {
        let ssh = self.folder.path().join("ssh");
        let mut script = String::from("#!/bin/sh\ncase $1 in\n");
        for (number, node) in self.nodes.iter().enumerate() {
            let prefix = node.prefix();
            script.push_str(&format!("{number}) THAKIM_PREFIX={} ;;\n", prefix.display()));
        }
        script.push_str("*) exit 255 ;;\nesac\nexport THAKIM_PREFIX\nexec sh -c \"$2\"\n");
        fs::write(&ssh, script)?;
        fs::set_permissions(&ssh, fs::Permissions::from_mode(0o755))?;
        run(Command::new(root().join("nginx/cluster/rollout"))
            .arg(&release.archive)
            .args(["0", "1", "2"])
            .env("THAKIM_SSH", &ssh))
    }

    fn served(&self) -> Result<Vec<String>> {
        let health = |node: &Installed| Ok(get(node.address, "/healthz")?.text());
        let told = self.nodes.iter().map(health).collect::<Result<Vec<_>>>()?;
        Ok(told.iter().map(|text| text.trim().trim_start_matches("ok ").to_owned()).collect())
    }
}

#[test]
fn two_of_three_nodes_are_killed_and_nobody_notices() -> Result<()> {
    let mut cluster = Cluster::start(&releases()?[0])?;
    let load = Load::start(cluster.balancer.address, 4);
    load.wait_for(2_000);
    for node in [0, 2] {
        cluster.nodes[node].server.as_mut().context("runs")?.kill()?;
        load.wait_for(2_000);
    }
    // One comes back, and the last of the first three goes.
    cluster.nodes[0].server.as_mut().context("runs")?.resume()?;
    load.wait_for(1_000);
    cluster.nodes[1].server.as_mut().context("runs")?.kill()?;
    load.wait_for(2_000);
    let report = load.stop();
    eprintln!("{} requests", report.requests);
    assert_eq!(report.faults, [""; 0]);
    assert!(report.requests >= 9_000);
    Ok(())
}

#[test]
fn a_rollout_leaves_nobody_without_a_file() -> Result<()> {
    let [one, two, ..] = releases()?;
    let cluster = Cluster::start(one)?;
    let load = Load::start(cluster.balancer.address, 4);
    load.wait_for(1_000);
    let said = cluster.rollout(two)?;
    ensure!(said.well, "rollout: {}", said.text);
    // All files everywhere before the first switch.
    let at = |what: &str| said.text.find(what).with_context(|| said.text.clone());
    assert!(at("rollout: 2: files")? < at("rollout: 0: switch")?);
    assert_eq!(cluster.served()?, [&*two.id, &*two.id, &*two.id]);
    load.wait_for(1_000);
    let report = load.stop();
    eprintln!("{} requests", report.requests);
    assert_eq!(report.faults, [""; 0]);
    assert_eq!(report.releases.len(), 2, "{:?}", report.releases);
    Ok(())
}

#[test]
fn nodes_of_two_releases_serve_both_for_as_long_as_it_takes() -> Result<()> {
    let [one, two, ..] = releases()?;
    let cluster = Cluster::start(one)?;
    for node in &cluster.nodes {
        let unpacked = two.unpack(&node.beside().join("two"))?;
        let prefix = node.prefix().display().to_string();
        let said = run(Command::new(unpacked.join("thakim")).args(["stage", "--prefix", &prefix]))?;
        ensure!(said.well, "stage: {}", said.text);
    }
    let load = Load::start(cluster.balancer.address, 4);
    let switch = |node: usize| -> Result<()> {
        let installed = &cluster.nodes[node];
        let script = installed.prefix().join("releases").join(&two.id).join("thakim");
        let said = run(Command::new(script).arg("activate"))?;
        ensure!(said.well, "activate: {}", said.text);
        Ok(())
    };
    for node in 0..3 {
        switch(node)?;
        load.wait_for(1_500);
    }
    let report = load.stop();
    assert_eq!(report.faults, [""; 0]);
    assert_eq!(report.releases.len(), 2, "{:?}", report.releases);
    Ok(())
}

#[test]
fn a_node_without_the_files_yet_is_not_the_last_word() -> Result<()> {
    let [one, two, ..] = releases()?;
    let cluster = Cluster::start(one)?;
    // Against the order: one node has all of the new release, the others nothing.
    cluster.nodes[1].must(&["update", &two.archive.display().to_string()])?;
    for _ in 0..10 {
        for file in one.files.iter().chain(&two.files) {
            assert_eq!(get(cluster.balancer.address, file)?.status, 200, "{file}");
        }
    }
    assert_eq!(get(cluster.balancer.address, "/a/none.js")?.status, 404);
    Ok(())
}

#[test]
fn a_rollout_that_fails_anywhere_is_taken_back_everywhere() -> Result<()> {
    let [one, two, ..] = releases()?;
    let cluster = Cluster::start(one)?;
    // The second node cannot load what it is told to: its own settings are broken meanwhile.
    cluster.nodes[1].set("trusted.conf", "nonsense\n")?;
    let said = cluster.rollout(two)?;
    assert!(!said.well, "{}", said.text);
    assert!(said.text.contains("1 did not switch"), "{}", said.text);
    assert_eq!(cluster.served()?, [&*one.id, &*one.id, &*one.id]);
    Ok(())
}

#[test]
fn every_answer_through_the_balancer_has_the_headers_once() -> Result<()> {
    let release = &releases()?[0];
    let mut cluster = Cluster::start(release)?;
    let address = cluster.balancer.address;
    let file = release.files[0].as_str();
    let whole = get(address, file)?;
    let tag = whole.header("etag").to_owned();
    assert!(!tag.is_empty());
    for node in &cluster.nodes {
        assert_eq!(get(node.address, file)?.header("etag"), tag, "nodes differ");
    }
    let ways: [(u16, &str, &str, Asked<'_>, &str); 9] = [
        (200, "GET", file, &[], FOR_GOOD),
        (200, "HEAD", "/", &[], FRESH),
        (206, "GET", file, &[("range", "bytes=0-3")], FRESH),
        (301, "GET", "/help?a=b", &[], FRESH),
        (304, "GET", file, &[("if-none-match", &tag)], FOR_GOOD),
        (404, "GET", "/a/none.js", &[], FRESH),
        (405, "POST", "/", &[], FRESH),
        (412, "GET", "/", &[("if-match", "\"x\"")], FRESH),
        (416, "GET", file, &[("range", "bytes=9999-")], FRESH),
    ];
    for (status, method, path, headers, cache) in ways {
        let answer = ask(address, method, path, headers)?;
        let what = format!("{method} {path} {headers:?}");
        assert_eq!(answer.status, status, "{what}");
        check_headers(&what, &answer, cache, false);
    }
    assert_eq!(get(address, "/healthz")?.text(), format!("ok {}\n", release.id));
    for node in &mut cluster.nodes {
        node.server.as_mut().context("runs")?.kill()?;
    }
    let answer = get(address, "/")?;
    assert_eq!(answer.status, 502);
    assert_eq!(answer.header("retry-after"), "5");
    assert!(answer.header("content-security-policy").starts_with("default-src 'none'"));
    assert_eq!(get(address, "/healthz")?.status, 200);
    Ok(())
}

#[test]
fn the_balancer_is_updated_under_load() -> Result<()> {
    let [one, two, ..] = releases()?;
    let cluster = Cluster::start(one)?;
    let load = Load::start(cluster.balancer.address, 4);
    load.wait_for(500);
    cluster.balancer.must(&["update", &two.archive.display().to_string()])?;
    load.wait_for(500);
    cluster.balancer.must(&["rollback"])?;
    load.wait_for(500);
    assert_eq!(load.stop().faults, [""; 0]);
    // Its own release is that of its configuration; what is served is the nodes'.
    assert_eq!(cluster.served()?, [&*one.id, &*one.id, &*one.id]);
    Ok(())
}

#[test]
fn the_balancer_speaks_tls_to_visitors() -> Result<()> {
    let release = &releases()?[0];
    let mut cluster = Cluster::start(release)?;
    cluster.balancer.server = None;
    let balancer = &mut cluster.balancer;
    let (certificate, key) = certificate(balancer.beside())?;
    let plain = free_address()?;
    let port = balancer.address.port();
    balancer.set("tls/fullchain.pem", &certificate)?;
    balancer.set("tls/privkey.pem", &key)?;
    balancer.set("listen.conf", &format!("listen {} ssl http2;\n", balancer.address))?;
    let secure = format!("listen {plain};\nset $thakim_secure https://$host:{port};\n");
    balancer.set("redirect.conf", &secure)?;
    balancer.set("site.conf", "include ../current/nginx/cluster/balancer-https.conf;\n")?;
    balancer.start()?;
    for (path, status, cache) in
        [("/", 200, FRESH), (release.files[0].as_str(), 200, FOR_GOOD), ("/a/none.js", 404, FRESH)]
    {
        let output = Command::new("curl")
            .args(["--silent", "--show-error", "--include", "--http2", "--cacert"])
            .arg(cluster.balancer.beside().join("certificate.pem"))
            .arg(format!("https://localhost:{port}{path}"))
            .output()?;
        let answer = Answer::parse(&output.stdout)?.context("nothing")?;
        assert_eq!(answer.status, status, "{path}");
        check_headers(path, &answer, cache, true);
    }
    let answer = get(plain, "/help/")?;
    assert_eq!((answer.status, answer.header("strict-transport-security")), (301, ""));
    Ok(())
}

#[test]
fn the_balancer_leaves_out_what_it_sets_itself() -> Result<()> {
    let read = |name: &str| fs::read_to_string(root().join("nginx").join(name));
    let names = |text: &str, directive: &str| -> Vec<String> {
        text.lines()
            .filter_map(|line| line.strip_prefix(directive)?.split([' ', ';']).next())
            .map(str::to_owned)
            .collect()
    };
    let set = names(&read("headers.conf")?, "add_header ");
    assert!(set.len() > 10);
    assert_eq!(names(&read("cluster/hide.conf")?, "proxy_hide_header "), set);
    Ok(())
}
