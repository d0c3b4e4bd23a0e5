//! The three engines: how each is started, and what it needs beside it.

use std::env;
use std::fmt;
use std::net::{Ipv4Addr, TcpListener};
use std::path::Path;
use std::process::Stdio;

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use tokio::io::{AsyncBufReadExt, AsyncRead, BufReader};
use tokio::process::{Child, Command};

/// A browser engine.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Engine {
    /// Chromium by chromedriver.
    Chromium,
    /// Debian's Firefox ESR by geckodriver.
    Firefox,
    /// WebKitGTK's small browser by its own driver, on a screen that only exists in memory.
    WebKit,
}

impl fmt::Display for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Engine::Chromium => "Chromium",
            Engine::Firefox => "Firefox",
            Engine::WebKit => "WebKit",
        })
    }
}

/// A driver that listens, and what must live as long.
pub(crate) struct Driver {
    pub(crate) port: u16,
    _children: Vec<Child>,
}

/// How often a driver is started anew: chromedriver chooses one port for both protocols, and now and then
/// another program has taken it; WebKit's is given one that was free a moment before.
const STARTS: usize = 5;

/// The screen of an engine that cannot do without one, in pixels.
const SCREEN: &str = "1280x900x24";

impl Engine {
    /// What the driver is asked for: a window of 1280 × 900, a person who reads Chinese, and nothing that
    /// goes to the network by itself. `memory` is where the browser keeps what it remembers.
    pub(crate) fn capabilities(self, memory: &Path) -> Value {
        match self {
            Engine::Chromium => json!({
                "browserName": "chrome",
                "goog:chromeOptions": { "args": [
                    "--headless",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--disable-dev-shm-usage",
                    "--window-size=1280,900",
                    "--lang=zh-TW",
                    "--accept-lang=zh-TW,zh",
                    format!("--user-data-dir={}", memory.display()),
                ] },
            }),
            Engine::Firefox => json!({
                "browserName": "firefox",
                "moz:firefoxOptions": {
                    "args": ["-headless", "--width", "1280", "--height", "900", "-profile", memory],
                    "prefs": {
                        "intl.accept_languages": "zh-TW, zh",
                        "app.normandy.enabled": false,
                        "browser.safebrowsing.malware.enabled": false,
                        "browser.safebrowsing.phishing.enabled": false,
                        "datareporting.policy.dataSubmissionEnabled": false,
                        "network.captive-portal-service.enabled": false,
                        "network.connectivity-service.enabled": false,
                    },
                },
            }),
            Engine::WebKit => json!({
                "browserName": "MiniBrowser",
                "webkitgtk:browserOptions": {
                    "binary": mini_browser(),
                    "args": ["--automation"],
                },
            }),
        }
    }

    /// Starts its driver on a port of its own; it ends when the handle is dropped.
    pub(crate) async fn start(self) -> Result<Driver> {
        let mut said = String::new();
        for _ in 0..STARTS {
            let started = match self {
                Engine::Chromium => try_chromedriver().await?,
                Engine::Firefox => try_geckodriver().await?,
                Engine::WebKit => try_webkit_driver().await?,
            };
            match started {
                Ok(driver) => return Ok(driver),
                Err(lines) => said = lines,
            }
        }
        bail!("the driver of {self} ended {STARTS} times before it listened: {said}")
    }
}

/// WebKitGTK's small browser, which stands beside its library.
fn mini_browser() -> String {
    let folder = format!("/usr/lib/{}-linux-gnu", env::consts::ARCH);
    let versions = ["webkit2gtk-4.1", "webkit2gtk-4.0", "webkitgtk-6.0"];
    let mut paths = versions.iter().map(|version| format!("{folder}/{version}/MiniBrowser"));
    paths.find(|path| Path::new(path).is_file()).unwrap_or_else(|| "MiniBrowser".to_owned())
}

fn command(program: &str) -> Command {
    let mut command = Command::new(program);
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()).kill_on_drop(true);
    command
}

fn spawn(command: &mut Command) -> Result<Child> {
    let program = command.as_std().get_program().to_string_lossy().into_owned();
    command.spawn().with_context(|| format!("cannot start {program}: run `cargo xtask setup test`"))
}

/// The first line that has something to say, and what it says; or all lines, where the program ended.
/// Somebody goes on reading, or the program would block on a full pipe.
async fn hear<T>(
    output: Option<impl AsyncRead + Unpin + Send + 'static>,
    says: impl Fn(&str) -> Option<T>,
) -> Result<Result<T, String>> {
    let mut lines = BufReader::new(output.context("no output")?).lines();
    let mut said = String::new();
    while let Some(line) = lines.next_line().await? {
        if let Some(found) = says(&line) {
            tokio::spawn(async move { while let Ok(Some(_)) = lines.next_line().await {} });
            return Ok(Ok(found));
        }
        said.push_str(&line);
        said.push('\n');
    }
    Ok(Err(said))
}

async fn try_chromedriver() -> Result<Result<Driver, String>> {
    let program = env::var("CHROMEDRIVER").unwrap_or_else(|_| "chromedriver".to_owned());
    let mut child = spawn(command(&program).arg("--port=0"))?;
    let port = |line: &str| {
        let rest = line.split("started successfully on port ").nth(1)?;
        rest.trim_end_matches('.').parse().ok()
    };
    let port = hear(child.stdout.take(), port).await?;
    Ok(port.map(|port| Driver { port, _children: vec![child] }))
}

async fn try_geckodriver() -> Result<Result<Driver, String>> {
    let program = env::var("GECKODRIVER").unwrap_or_else(|_| "geckodriver".to_owned());
    let arguments = ["--port", "0", "--websocket-port", "0", "--allow-system-access"];
    let mut child = spawn(command(&program).args(arguments))?;
    // `1700000000000 geckodriver INFO Listening on 127.0.0.1:44444`
    let port = |line: &str| line.split("Listening on 127.0.0.1:").nth(1)?.trim().parse().ok();
    let port = hear(child.stdout.take(), port).await?;
    Ok(port.map(|port| Driver { port, _children: vec![child] }))
}

async fn try_webkit_driver() -> Result<Result<Driver, String>> {
    let mut screen = spawn(command("Xvfb").args(["-displayfd", "1", "-screen", "0", SCREEN]))?;
    let number = |line: &str| line.trim().parse::<u32>().ok();
    let display = match hear(screen.stdout.take(), number).await? {
        Ok(display) => display,
        Err(said) => return Ok(Err(said)),
    };
    // It wants to be told its port.
    let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port();
    let mut driver = spawn(
        command("WebKitWebDriver")
            .arg(format!("--port={port}"))
            .env("DISPLAY", format!(":{display}"))
            .env("LANGUAGE", "zh_TW")
            .env("GDK_BACKEND", "x11"),
    )?;
    // It says nothing when it listens.
    loop {
        if tokio::net::TcpStream::connect((Ipv4Addr::LOCALHOST, port)).await.is_ok() {
            return Ok(Ok(Driver { port, _children: vec![driver, screen] }));
        }
        if let Some(status) = driver.try_wait()? {
            return Ok(Err(format!("WebKitWebDriver ended with {status}")));
        }
        tokio::task::yield_now().await;
    }
}
