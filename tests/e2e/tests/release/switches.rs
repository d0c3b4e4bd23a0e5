//! Release after release, while many visitors come and go.

use anyhow::Result;
use thakim_e2e::ops::{Installed, Load, Report};

use super::releases;

/// Switches so often among four releases, by the operator's script, while at least so many requests
/// are answered. Each visitor opens a page and then every file that it names.
fn check(switches: usize, requests: u64) -> Result<()> {
    let releases = &releases()?[..4];
    let mut installed = Installed::new(&releases[0])?;
    // All come from one address here: it is not limited, as a balancer is not.
    installed.set("trusted.conf", "127.0.0.1 1;\n")?;
    let setting = std::fs::read_to_string(installed.prefix().join("etc/operate.conf"))?;
    installed.set("operate.conf", &setting.replace("keep=3", "keep=4"))?;
    installed.start()?;
    for release in &releases[1..] {
        installed.must(&["update", &release.archive.display().to_string()])?;
    }
    let load = Load::start(installed.address, 2);
    load.wait_for(100);
    for switch in 0..switches {
        installed.must(&["rollback", &releases[switch % releases.len()].id])?;
    }
    load.wait_for(requests.saturating_sub(load.requests()));
    let report = load.stop();
    let Report { requests: answered, reconnected, faults, releases: seen, .. } = &report;
    eprintln!("{answered} requests under {switches} switches, {reconnected} connections renewed");
    assert!(faults.is_empty(), "{} faults: {:?}", faults.len(), &faults[..faults.len().min(5)]);
    assert!(*answered >= requests);
    assert_eq!(seen.len(), releases.len(), "{seen:?}");
    Ok(())
}

#[test]
fn nobody_notices_a_switch() -> Result<()> {
    check(12, 10_000)
}

#[test]
#[ignore = "minutes; `cargo xtask test slow` runs it"]
fn nobody_notices_two_hundred_switches() -> Result<()> {
    check(200, 100_000)
}
