//! The line between browser and server, which breaks, is captured or goes dead at a test's word.

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::Result;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;

/// What the line does with what it is given.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Weather {
    /// Carries everything.
    Good,
    /// Carries nothing: whoever connects is hung up on.
    Dead,
    /// Breaks once so many bytes have been carried to the browser, and is dead from then on.
    BreaksAfter(u64),
    /// Answers everything by itself, with a page that wants a name and a password (200).
    Captured,
}

/// A line to a server, on a port of its own.
pub struct Line {
    address: SocketAddr,
    shared: Arc<Shared>,
}

struct Shared {
    server: SocketAddr,
    weather: watch::Sender<Weather>,
    /// Bytes that went to the browser.
    carried: AtomicU64,
    /// What it asked for: the paths.
    requests: Mutex<Vec<String>>,
}

const PORTAL: &str =
    "<!DOCTYPE html><title>Wi-Fi</title><form>name <input> password <input></form>";

impl Line {
    /// A good line to this server.
    pub async fn to(server: SocketAddr) -> Result<Line> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let address = listener.local_addr()?;
        let shared = Arc::new(Shared {
            server,
            weather: watch::Sender::new(Weather::Good),
            carried: AtomicU64::new(0),
            requests: Mutex::default(),
        });
        let accepting = Arc::clone(&shared);
        tokio::spawn(async move {
            while let Ok((browser, _)) = listener.accept().await {
                let shared = Arc::clone(&accepting);
                // A call that ends badly is what a browser has to live with.
                tokio::spawn(async move { shared.call(browser).await });
            }
        });
        Ok(Line { address, shared })
    }

    /// The address of a page over this line.
    pub fn url(&self, path: &str) -> String {
        format!("http://localhost:{}{path}", self.address.port())
    }

    /// Changes the weather; every call that is going on is cut off.
    pub fn turn(&self, weather: Weather) {
        self.shared.carried.store(0, Ordering::SeqCst);
        self.shared.weather.send_replace(weather);
    }

    /// Bytes that have gone to the browser since the last change.
    pub fn carried(&self) -> u64 {
        self.shared.carried.load(Ordering::SeqCst)
    }

    /// The paths that the browser has asked for since this was called last.
    pub fn requests(&self) -> Vec<String> {
        let mut requests = self.shared.requests.lock().unwrap_or_else(PoisonError::into_inner);
        std::mem::take(&mut requests)
    }

    /// Returns when the weather is so.
    pub async fn until(&self, expected: Weather) {
        // Fails only when nobody can change it any more; this line can.
        let _ = self.shared.weather.subscribe().wait_for(|weather| *weather == expected).await;
    }
}

impl Shared {
    async fn call(&self, browser: TcpStream) -> Result<()> {
        let mut weather = self.weather.subscribe();
        let now = *weather.borrow_and_update();
        tokio::select! {
            ended = async {
                match now {
                    Weather::Dead => Ok(()),
                    Weather::Captured => capture(browser).await,
                    Weather::Good => self.carry(browser, u64::MAX).await,
                    Weather::BreaksAfter(bytes) => self.carry(browser, bytes).await,
                }
            } => ended,
            // The weather has changed.
            _ = weather.changed() => Ok(()),
        }
    }

    /// A page only asks, and each request comes in one piece.
    fn note(&self, piece: &[u8]) {
        let text = String::from_utf8_lossy(piece);
        let paths = text.lines().filter(|line| line.ends_with(" HTTP/1.1"));
        let paths = paths.filter_map(|line| line.split(' ').nth(1).map(str::to_owned));
        self.requests.lock().unwrap_or_else(PoisonError::into_inner).extend(paths);
    }

    async fn carry(&self, browser: TcpStream, limit: u64) -> Result<()> {
        let server = TcpStream::connect(self.server).await?;
        let (mut from_browser, mut to_browser) = browser.into_split();
        let (mut from_server, mut to_server) = server.into_split();
        let up = async {
            let mut piece = vec![0; 16 << 10];
            loop {
                let length = from_browser.read(&mut piece).await?;
                if length == 0 {
                    return anyhow::Ok(());
                }
                self.note(&piece[..length]);
                to_server.write_all(&piece[..length]).await?;
            }
        };
        let down = async {
            let mut piece = vec![0; 4 << 10];
            loop {
                let length = from_server.read(&mut piece).await?;
                let before = self.carried.fetch_add(length as u64, Ordering::SeqCst);
                let room = limit.saturating_sub(before).min(length as u64) as usize;
                to_browser.write_all(&piece[..room]).await?;
                if room < length {
                    self.weather.send_replace(Weather::Dead);
                }
                if length == 0 || room < length {
                    return anyhow::Ok(());
                }
            }
        };
        tokio::select! { ended = up => ended, ended = down => ended }
    }
}

async fn capture(mut browser: TcpStream) -> Result<()> {
    let mut piece = vec![0; 16 << 10];
    loop {
        if browser.read(&mut piece).await? == 0 {
            return Ok(());
        }
        let head = format!(
            "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {}\r\n\r\n",
            PORTAL.len()
        );
        browser.write_all(head.as_bytes()).await?;
        browser.write_all(PORTAL.as_bytes()).await?;
    }
}
