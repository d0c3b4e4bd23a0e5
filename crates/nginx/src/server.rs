//! A running server.

use std::env;
use std::io::{self, BufRead, BufReader, ErrorKind};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, TcpListener};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStderr, Command, ExitStatus, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

use nix::sys::signal::{Signal, kill, killpg};
use nix::unistd::{self, Pid};
use tempfile::TempDir;

use crate::error::StartError;
use crate::prefix;

/// What to serve and where.
#[derive(Clone, Debug)]
pub struct Options {
    /// The folder with `nginx.conf` (the checkout's `nginx/`).
    pub conf: PathBuf,
    /// The built site.
    pub site: PathBuf,
    /// The address to listen on.
    pub host: IpAddr,
    /// The port to listen on; 0 for any free one.
    pub port: u16,
}

/// An nginx with one site, stopped when dropped.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    prefix: Home,
    nginx: PathBuf,
    child: Option<Child>,
}

/// Whose the folder is that a server runs in.
#[derive(Debug)]
enum Home {
    /// Made for it, and gone with it.
    Own(TempDir),
    /// Made by somebody else.
    Given(PathBuf),
}

impl Home {
    fn path(&self) -> &Path {
        match self {
            Home::Own(folder) => folder.path(),
            Home::Given(path) => path,
        }
    }
}

/// Whom the server runs as when this process is root.
#[derive(Clone, Copy, Debug)]
pub struct User {
    /// The system's number of the user.
    pub uid: u32,
    /// The system's number of the user's group.
    pub gid: u32,
}

impl User {
    /// The name of the user.
    pub const NAME: &str = "nobody";

    /// `nobody` when this process is root; none when it is an ordinary user already.
    ///
    /// # Errors
    /// When the system has no such user.
    pub fn unprivileged() -> io::Result<Option<User>> {
        if !unistd::geteuid().is_root() {
            return Ok(None);
        }
        let nobody = unistd::User::from_name(User::NAME)?
            .ok_or_else(|| io::Error::other("root, and there is no user `nobody`"))?;
        Ok(Some(User { uid: nobody.uid.as_raw(), gid: nobody.gid.as_raw() }))
    }
}

/// nginx on PATH, or in the folders of system programs, which ordinary users lack in their PATH.
pub fn find_nginx() -> Option<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    env::split_paths(&path)
        .chain(["/usr/sbin", "/usr/local/sbin", "/sbin"].map(PathBuf::from))
        .map(|folder| folder.join("nginx"))
        .find(|candidate| candidate.is_file())
}

impl Server {
    /// Serves a site over HTTP as `cargo xtask serve` does: nothing is written down. Returns when it
    /// listens.
    ///
    /// # Errors
    /// [`StartError`], which names the cure.
    pub fn start(options: &Options) -> Result<Server, StartError> {
        Server::start_with(options, &[("access-log.conf", "access_log off;\n".to_owned())])
    }

    /// Serves a site with these files of `etc/`, by name, in place of the templates in `nginx/etc/`.
    /// `listen.conf` and `status.conf` need not be given: they name free addresses. Returns when it
    /// listens.
    ///
    /// # Errors
    /// [`StartError`], which names the cure.
    pub fn start_with(
        options: &Options,
        settings: &[(&str, String)],
    ) -> Result<Server, StartError> {
        let nginx = find_nginx().ok_or(StartError::NoNginx)?;
        if !options.site.join("index.html").is_file() {
            return Err(StartError::NoSite(options.site.clone()));
        }
        let address = claim(options.host, options.port)?;
        let status = free_address()?;
        let mut all = vec![
            ("listen.conf", format!("listen {address};\n")),
            ("status.conf", format!("listen {status};\n")),
        ];
        all.extend_from_slice(settings);
        let user = User::unprivileged()?;
        let prefix = prefix::lay_out(&options.conf, &options.site, &all, user.as_ref())?;
        let mut server = Server { address, prefix: Home::Own(prefix), nginx, child: None };
        server.resume()?;
        Ok(server)
    }

    /// Runs over a prefix that stands already, as `thakim install` makes it; `address` is what its
    /// `etc/listen.conf` says. Returns when it listens. The prefix stays.
    ///
    /// # Errors
    /// [`StartError`], which names the cure.
    pub fn over(prefix: &Path, address: SocketAddr) -> Result<Server, StartError> {
        let nginx = find_nginx().ok_or(StartError::NoNginx)?;
        let prefix = Home::Given(prefix.to_owned());
        let mut server = Server { address, prefix, nginx, child: None };
        server.resume()?;
        Ok(server)
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// `http://…` of a path that begins with `/`.
    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// The folder that it runs in, laid out as `nginx/nginx.conf` says.
    pub fn prefix(&self) -> &Path {
        self.prefix.path()
    }

    /// The site that it serves.
    pub fn site(&self) -> PathBuf {
        self.prefix().join("current/site")
    }

    /// The system's number of the master process, while it runs.
    pub fn process_id(&self) -> Option<u32> {
        self.child.as_ref().map(Child::id)
    }

    /// Stops it and waits until it is gone. The address can be listened on again.
    ///
    /// # Errors
    /// When the system does not let it be stopped.
    pub fn stop(&mut self) -> io::Result<()> {
        let Some(mut child) = self.child.take() else { return Ok(()) };
        if child.try_wait()?.is_none() {
            signal(&child, Signal::SIGTERM)?;
        }
        child.wait().map(drop)
    }

    /// Kills it with all its workers, as a machine that fails does. It can be started again.
    ///
    /// # Errors
    /// When the system does not let it be killed.
    pub fn kill(&mut self) -> io::Result<()> {
        let Some(mut child) = self.child.take() else { return Ok(()) };
        let group = Pid::from_raw(i32::try_from(child.id()).map_err(io::Error::other)?);
        killpg(group, Signal::SIGKILL)?;
        child.wait().map(drop)
    }

    /// Has it open its logs anew, as rotation does.
    ///
    /// # Errors
    /// When the system does not let it be told.
    pub fn reopen_logs(&self) -> io::Result<()> {
        self.child.as_ref().map_or(Ok(()), |child| signal(child, Signal::SIGUSR1))
    }

    /// Starts it again, on the same address, after [`Server::stop`]. Nothing happens while it runs.
    ///
    /// # Errors
    /// [`StartError`], which names the cure.
    pub fn resume(&mut self) -> Result<(), StartError> {
        if self.child.is_some() {
            return Ok(());
        }
        let mut command = Command::new(&self.nginx);
        command.arg("-p").arg(self.prefix.path()).args(["-c", "etc/nginx.conf", "-e", "stderr"]);
        // `notice` says when it listens, which is waited for below.
        command.args(["-g", "daemon off; error_log stderr notice;"]);
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
        // A group of its own: Ctrl-C is for us, and we stop it in order.
        command.process_group(0);
        if let Some(user) = User::unprivileged()? {
            command.uid(user.uid).gid(user.gid);
        }
        let mut child = command.spawn()?;
        let log = child.stderr.take().ok_or_else(|| io::Error::other("no log"))?;
        match wait_until_it_listens(log) {
            Ok(()) => {
                self.child = Some(child);
                Ok(())
            }
            Err(said) => {
                child.wait()?;
                Err(StartError::Ended(said))
            }
        }
    }

    /// Waits for it to end by itself or by another's hand.
    ///
    /// # Errors
    /// When the system does not let it be waited for.
    pub fn wait(&mut self) -> io::Result<Option<ExitStatus>> {
        self.child.as_mut().map(Child::wait).transpose()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Nobody is left to be told; the temporary folder goes in any case.
        let _ = self.stop();
    }
}

fn signal(child: &Child, signal: Signal) -> io::Result<()> {
    let id = i32::try_from(child.id()).map_err(io::Error::other)?;
    Ok(kill(Pid::from_raw(id), signal)?)
}

/// An address on loopback that nobody listens on.
///
/// # Errors
/// When the system has none.
pub fn free_address() -> Result<SocketAddr, StartError> {
    claim(IpAddr::V4(Ipv4Addr::LOCALHOST), 0)
}

/// The address to listen on, seen to be free.
fn claim(host: IpAddr, port: u16) -> Result<SocketAddr, StartError> {
    // Not through ToSocketAddrs: `host` is an address already, and names need a network.
    let host = if host == IpAddr::V6(Ipv6Addr::UNSPECIFIED) { host } else { host.to_canonical() };
    if port == 0 {
        return unused(host);
    }
    let listener = TcpListener::bind((host, port)).map_err(|cause| match cause.kind() {
        ErrorKind::AddrInUse => StartError::PortTaken { host: host.to_string(), port },
        _ => StartError::Address { host: host.to_string(), port, cause },
    })?;
    Ok(listener.local_addr()?)
}

/// An address that nobody listens on and that this process has not been given before: the system's own
/// choice may be the same twice, or be taken by somebody who connects.
fn unused(host: IpAddr) -> Result<SocketAddr, StartError> {
    // Below the ports that Linux gives to those who connect (32768 and up).
    const PORTS: std::ops::Range<u32> = 20_000..32_000;
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let mut last = io::Error::from(ErrorKind::AddrInUse);
    for _ in PORTS {
        // Processes that run at the same time begin in different places.
        let number =
            std::process::id().wrapping_mul(61).wrapping_add(NEXT.fetch_add(1, Ordering::Relaxed));
        let port = PORTS.start + number % (PORTS.end - PORTS.start);
        match TcpListener::bind((host, u16::try_from(port).unwrap_or(0))) {
            Ok(listener) => return Ok(listener.local_addr()?),
            Err(cause) if cause.kind() == ErrorKind::AddrInUse => {}
            Err(cause) => {
                last = cause;
                break;
            }
        }
    }
    Err(StartError::Address { host: host.to_string(), port: 0, cause: last })
}

/// Reads nginx's log until it says that its workers start, which it does after it listens; `Err`
/// holds what it said instead. What it says later goes to our standard error.
fn wait_until_it_listens(log: ChildStderr) -> Result<(), String> {
    let mut lines = BufReader::new(log).lines();
    let mut said = String::new();
    loop {
        match lines.next() {
            Some(Ok(line))
                if line.contains("[notice]") && line.contains("start worker process") =>
            {
                thread::spawn(move || {
                    for line in lines.map_while(Result::ok) {
                        if !line.contains("[notice]") {
                            eprintln!("{line}");
                        }
                    }
                });
                return Ok(());
            }
            Some(Ok(line)) => {
                if !line.contains("[notice]") {
                    said.push_str(&line);
                    said.push('\n');
                }
            }
            Some(Err(_)) | None => return Err(said),
        }
    }
}
