//! Visitors, many at once, over connections that they keep.

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};

use super::body_of;

/// Longer than anything takes; one that waits so long has been lost.
const LOST: Duration = Duration::from_secs(30);

/// One visitor with one connection, who asks again over a new one when the server has closed the one
/// that was kept: as browsers do, and RFC 9110 9.2.2 allows for GET.
pub struct Visitor {
    address: SocketAddr,
    kept: Option<BufReader<TcpStream>>,
    /// How often a kept connection was found closed.
    pub reconnected: u64,
}

impl Visitor {
    /// Nobody is connected yet.
    pub fn new(address: SocketAddr) -> Visitor {
        Visitor { address, kept: None, reconnected: 0 }
    }

    /// A status and a body.
    pub fn get(&mut self, path: &str) -> Result<(u16, Vec<u8>)> {
        if let Some(mut stream) = self.kept.take() {
            // Only before the first byte of an answer; a broken answer is an error.
            if ask(&mut stream, path).is_ok()
                && stream.fill_buf().is_ok_and(|some| !some.is_empty())
            {
                return self.read(stream);
            }
            self.reconnected += 1;
        }
        let stream = TcpStream::connect(self.address).context("connecting")?;
        stream.set_read_timeout(Some(LOST))?;
        stream.set_nodelay(true)?;
        let mut stream = BufReader::new(stream);
        ask(&mut stream, path).context("asking")?;
        self.read(stream)
    }

    fn read(&mut self, mut stream: BufReader<TcpStream>) -> Result<(u16, Vec<u8>)> {
        let mut line = String::new();
        stream.read_line(&mut line).context("the status")?;
        let status = line.split(' ').nth(1).context("no answer")?.parse().context("status")?;
        let (mut length, mut keep) = (0, true);
        loop {
            line.clear();
            ensure!(stream.read_line(&mut line)? > 0, "cut off in the headers");
            let lower = line.trim_end().to_ascii_lowercase();
            match lower.split_once(": ") {
                None => break,
                Some(("content-length", value)) => length = value.parse()?,
                Some(("connection", value)) => keep = value != "close",
                Some(("transfer-encoding", _)) => bail!("a body without its length"),
                Some(_) => {}
            }
        }
        let mut body = vec![0; length];
        stream.read_exact(&mut body).context("cut off in the body")?;
        self.kept = keep.then_some(stream);
        Ok((status, body))
    }

    /// Opens the page and all files that it names, each of which must be what it should. Gives the
    /// first of them, and counts what was answered.
    fn visit(&mut self, answered: &mut u64) -> Result<String> {
        let (status, body) = self.get("/")?;
        *answered += 1;
        let page = String::from_utf8(body)?;
        ensure!(status == 200, "/ is {status}");
        let list = page.split_once("<p>").and_then(|(_, rest)| rest.split_once("</p>"));
        let (list, _) = list.with_context(|| format!("no page: {page:?}"))?;
        let files: Vec<String> = serde_json::from_str(list)?;
        for file in &files {
            let (status, body) = self.get(file).with_context(|| file.clone())?;
            *answered += 1;
            ensure!(status == 200, "{file} is {status}");
            ensure!(body == body_of(file).as_bytes(), "{file} is not what it should be");
        }
        Ok(files.into_iter().next().unwrap_or_default())
    }
}

/// Visitors who go on until they are told to stop.
pub struct Load {
    shared: Arc<Shared>,
    visitors: Vec<JoinHandle<()>>,
}

#[derive(Default)]
struct Shared {
    report: Mutex<Report>,
    changed: Condvar,
}

impl Shared {
    fn report(&self) -> MutexGuard<'_, Report> {
        self.report.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What the visitors met with.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// Requests that were answered.
    pub requests: u64,
    /// Kept connections that the server had closed.
    pub reconnected: u64,
    /// What went wrong.
    pub faults: Vec<String>,
    /// The first file of each release that was seen.
    pub releases: BTreeSet<String>,
    stop: bool,
}

impl Load {
    /// So many visitors, who open the page of a made-up release again and again.
    pub fn start(address: SocketAddr, visitors: usize) -> Load {
        let shared = Arc::new(Shared::default());
        let visitors = (0..visitors)
            .map(|_| {
                let shared = Arc::clone(&shared);
                thread::spawn(move || come_and_go(address, &shared))
            })
            .collect();
        Load { shared, visitors }
    }

    /// Waits until so many more requests have been answered, or something has gone wrong.
    pub fn wait_for(&self, more: u64) {
        let mut report = self.shared.report();
        let enough = report.requests + more;
        while report.requests < enough && report.faults.is_empty() {
            report = self.shared.changed.wait(report).unwrap_or_else(PoisonError::into_inner);
        }
    }

    /// How many requests have been answered.
    pub fn requests(&self) -> u64 {
        self.shared.report().requests
    }

    /// Ends it.
    pub fn stop(self) -> Report {
        self.shared.report().stop = true;
        let panicked = self.visitors.into_iter().filter_map(|visitor| visitor.join().err()).count();
        let mut report = self.shared.report().clone();
        if panicked > 0 {
            report.faults.push(format!("{panicked} visitors panicked"));
        }
        report
    }
}

fn come_and_go(address: SocketAddr, shared: &Shared) {
    let mut visitor = Visitor::new(address);
    loop {
        let mut answered = 0;
        let seen = visitor.visit(&mut answered);
        let mut report = shared.report();
        report.requests += answered;
        report.reconnected += std::mem::take(&mut visitor.reconnected);
        match seen {
            Ok(release) => drop(report.releases.insert(release)),
            Err(fault) => report.faults.push(format!("{fault:#}")),
        }
        shared.changed.notify_all();
        if report.stop {
            return;
        }
    }
}

fn ask(stream: &mut BufReader<TcpStream>, path: &str) -> std::io::Result<()> {
    let request = format!("GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n");
    stream.get_mut().write_all(request.as_bytes())
}
