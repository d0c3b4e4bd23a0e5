//! Programs that Debian packages: nginx, the browser, npm, an operator's tools.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use anyhow::{Context, Result, bail};

use super::{Need, Purpose, Toolbox};
use crate::command::{self, command, find};

/// Packages to install in one go.
struct Packages {
    wanted: Vec<Package>,
}

/// A Debian package and how to see that what it brings is here, from whatever source.
#[derive(Clone, Copy)]
struct Package {
    name: &'static str,
    present: fn() -> bool,
}

const SERVER: [Package; 2] = [
    Package { name: "nginx", present: || thakim_nginx::find_nginx().is_some() },
    Package {
        name: "libnginx-mod-http-brotli-static",
        present: || Path::new(thakim_nginx::BROTLI_MODULE).is_file(),
    },
];

const BROWSER: [Package; 3] = [
    Package { name: "chromium", present: || find("chromium", &[]).is_some() },
    Package { name: "chromium-driver", present: || find("chromedriver", &[]).is_some() },
    Package {
        name: "fonts-noto-cjk",
        present: || Path::new("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc").is_file(),
    },
];

/// The other engines; the last is a screen in memory for the one that needs a screen.
const ENGINES: [Package; 3] = [
    Package { name: "firefox-esr", present: || find("firefox-esr", &[]).is_some() },
    Package { name: "webkit2gtk-driver", present: || find("WebKitWebDriver", &[]).is_some() },
    Package { name: "xvfb", present: || find("Xvfb", &[]).is_some() },
];

/// What the operator's script and its tests call.
const OPERATOR: [Package; 5] = [
    Package { name: "curl", present: || find("curl", &[]).is_some() },
    Package { name: "openssl", present: || find("openssl", &[]).is_some() },
    Package { name: "shellcheck", present: || find("shellcheck", &[]).is_some() },
    Package { name: "systemd", present: || find("systemd-analyze", &[]).is_some() },
    Package { name: "logrotate", present: || find("logrotate", &["/usr/sbin".into()]).is_some() },
];

const NPM: [Package; 2] = [
    Package { name: "nodejs", present: || find("node", &[]).is_some() },
    Package { name: "npm", present: || find("npm", &[]).is_some() },
];

/// The groups of packages that a purpose needs.
pub(crate) fn needs(purpose: Purpose, toolbox: &Toolbox) -> Vec<Box<dyn Need>> {
    let mut wanted = Vec::new();
    // npm is only the way to wasm-opt.
    if !(super::npm::WasmOpt { version: super::BINARYEN }).is_met(toolbox) {
        wanted.extend(NPM);
    }
    if purpose >= Purpose::Serve {
        wanted.extend(SERVER);
    }
    if purpose >= Purpose::Test {
        wanted.extend(BROWSER);
        wanted.extend(OPERATOR);
        if !(super::npm::Verdicts.is_met(toolbox)) {
            wanted.extend(NPM);
        }
    }
    if purpose >= Purpose::Engines {
        wanted.extend(ENGINES);
    }
    vec![Box::new(Packages { wanted })]
}

impl Packages {
    fn missing(&self) -> Vec<&'static str> {
        let mut names: Vec<_> = self
            .wanted
            .iter()
            .filter(|package| !(package.present)())
            .map(|package| package.name)
            .collect();
        // npm is the way to more than one thing.
        names.sort_unstable();
        names.dedup();
        names
    }
}

impl Need for Packages {
    fn name(&self) -> String {
        format!("Debian's {}", self.missing().join(", "))
    }

    fn reason(&self) -> &'static str {
        "the web server, what the tests call, the way to npm's packages"
    }

    fn means(&self) -> String {
        format!("apt-get install -y --no-install-recommends {}", self.missing().join(" "))
    }

    fn is_met(&self, _: &Toolbox) -> bool {
        self.missing().is_empty()
    }

    fn check(&self) -> Result<()> {
        let missing = self.missing().join(" ");
        if find("apt-get", &[]).is_none() {
            bail!("no apt-get here: install what Debian calls {missing} in this system's own way");
        }
        if !nix::unistd::geteuid().is_root() {
            bail!("not root: run `sudo {}`, then this again", self.means());
        }
        Ok(())
    }

    fn install(&self, _: &Toolbox) -> Result<()> {
        let missing = self.missing();
        let nginx_is_new = missing.contains(&"nginx");
        let _quiet = Quiet::new()?;
        if missing.iter().any(|name| !has_candidate(name)) {
            println!("Debian's lists of packages are not here; fetching them.");
            apt(&["update"]).context("is Debian's archive reachable?")?;
            if let Some(name) = missing.iter().find(|name| !has_candidate(name)) {
                bail!("Debian's lists name no package `{name}`: is this Debian 12, with `main`?");
            }
        }
        let mut arguments = vec!["install", "-y", "--no-install-recommends"];
        arguments.extend(missing);
        if apt(&arguments).is_err() {
            // Lists that are old name files that the archive has no more.
            println!("That failed; trying again with fresh lists of packages.");
            apt(&["update"]).context("is Debian's archive reachable?")?;
            apt(&arguments).context("is Debian's archive reachable, and no other apt running?")?;
        }
        if nginx_is_new && Path::new("/run/systemd/system").is_dir() {
            // We start our own when it is asked for; Debian's would take port 80 at the next boot.
            command::run(command("systemctl").args(["disable", "--now", "nginx"]))?;
        }
        Ok(())
    }
}

fn apt(arguments: &[&str]) -> Result<()> {
    command::run(command("apt-get").env("DEBIAN_FRONTEND", "noninteractive").args(arguments))
}

/// Whether the lists on this machine name a version to install.
fn has_candidate(package: &str) -> bool {
    command::output(command("apt-cache").args(["policy", package]).env("LC_ALL", "C"))
        .is_some_and(|said| said.contains("Candidate:") && !said.contains("Candidate: (none)"))
}

/// While it lives, Debian's packages start no service when installed.
struct Quiet {
    ours: bool,
}

const POLICY: &str = "/usr/sbin/policy-rc.d";

impl Quiet {
    fn new() -> Result<Quiet> {
        let ours = !Path::new(POLICY).exists();
        if ours {
            // 101: the action is forbidden.
            fs::write(POLICY, "#!/bin/sh\nexit 101\n").with_context(|| POLICY.to_owned())?;
            fs::set_permissions(POLICY, Permissions::from_mode(0o755))?;
        }
        Ok(Quiet { ours })
    }
}

impl Drop for Quiet {
    fn drop(&mut self) {
        if self.ours && fs::remove_file(POLICY).is_err() {
            eprintln!("warning: {POLICY} was ours and could not be removed; please remove it");
        }
    }
}
