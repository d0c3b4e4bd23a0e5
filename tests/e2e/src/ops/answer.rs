//! Asking a server, and what every answer must have.

use std::io::{Read, Write};
use std::net::{Shutdown, SocketAddr, TcpStream};

use anyhow::{Context, Result};
use ureq::Agent;
use ureq::http::{HeaderMap, HeaderName, HeaderValue, Request};

const CSP: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; \
    connect-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; \
    manifest-src 'self'; media-src 'self' blob:; base-uri 'none'; form-action 'none'; \
    frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types app-url";

/// On every answer of every status, besides the policy.
const ALWAYS: [(&str, &str); 7] = [
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "no-referrer"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-embedder-policy", "require-corp"),
    ("cross-origin-resource-policy", "same-origin"),
    ("origin-agent-cluster", "?1"),
    ("x-frame-options", "DENY"),
];

/// What is asked for anew each time.
pub const FRESH: &str = "no-cache, no-transform";
/// What is named by its content.
pub const FOR_GOOD: &str = "public, max-age=31536000, immutable, no-transform";
/// Over TLS.
pub const HSTS: &str = "max-age=63072000; includeSubDomains";

/// An answer, whole.
#[derive(Clone, Debug)]
pub struct Answer {
    /// Its status.
    pub status: u16,
    /// Its headers.
    pub headers: HeaderMap,
    /// Its body, as it was sent.
    pub body: Vec<u8>,
}

impl Answer {
    /// A header's value; empty when there is none.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or("")
    }

    /// The body as text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// What `curl -i` or a connection gave; none when that is nothing at all.
    pub fn parse(bytes: &[u8]) -> Result<Option<Answer>> {
        if bytes.is_empty() {
            return Ok(None);
        }
        let end = bytes.windows(4).position(|four| four == b"\r\n\r\n").context("no headers")?;
        let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
        let mut lines = head.split("\r\n");
        let first = lines.next().unwrap_or_default();
        let status = first.split(' ').nth(1).context("no status")?.parse().context("status")?;
        let mut headers = HeaderMap::new();
        for line in lines {
            let (name, value) = line.split_once(':').with_context(|| format!("header {line:?}"))?;
            headers.append(HeaderName::try_from(name)?, HeaderValue::try_from(value.trim_start())?);
        }
        Ok(Some(Answer { status, headers, body: bytes[end + 4..].to_vec() }))
    }
}

/// Headers of a request: names and values.
pub type Asked<'a> = &'a [(&'a str, &'a str)];

/// Asks, follows nothing and decodes nothing.
pub fn ask(address: SocketAddr, method: &str, path: &str, headers: Asked<'_>) -> Result<Answer> {
    let agent: Agent = Agent::config_builder()
        .http_status_as_error(false)
        .max_redirects(0)
        .max_redirects_will_error(false)
        .allow_non_standard_methods(true)
        .build()
        .into();
    let mut request = Request::builder().method(method).uri(format!("http://{address}{path}"));
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let response = agent.run(request.body(())?)?;
    let (head, mut body) = response.into_parts();
    let mut content = Vec::new();
    body.as_reader().read_to_end(&mut content)?;
    Ok(Answer { status: head.status.as_u16(), headers: head.headers, body: content })
}

/// Asks for a file as it is.
pub fn get(address: SocketAddr, path: &str) -> Result<Answer> {
    ask(address, "GET", path, &[("accept-encoding", "identity")])
}

/// Sends bytes as they are and gives the first answer; none when the server closes without one.
pub fn raw(address: SocketAddr, request: &[u8]) -> Result<Option<Answer>> {
    let mut stream = TcpStream::connect(address)?;
    stream.write_all(request)?;
    // Nothing more will come: the server need not wait for it.
    stream.shutdown(Shutdown::Write)?;
    let mut content = Vec::new();
    match stream.read_to_end(&mut content) {
        // What the server has not read of the request resets the connection behind its answer.
        Err(fault) if content.is_empty() => Err(fault.into()),
        _ => Answer::parse(&content),
    }
}

/// What every answer must have, whatever else it is. `cache` is its `Cache-Control`; `tls` says
/// whether it came over TLS.
pub fn check_headers(what: &str, answer: &Answer, cache: &str, tls: bool) {
    assert_eq!(answer.header("content-security-policy"), CSP, "{what}");
    for (name, value) in ALWAYS {
        assert_eq!(answer.header(name), value, "{what}: {name}");
        assert_eq!(answer.headers.get_all(name).iter().count(), 1, "{what}: {name}");
    }
    for part in ["camera=()", "geolocation=()", "microphone=()"] {
        assert!(answer.header("permissions-policy").contains(part), "{what}: {part}");
    }
    assert_eq!(answer.header("cache-control"), cache, "{what}");
    for name in ["content-security-policy", "permissions-policy", "cache-control"] {
        assert_eq!(answer.headers.get_all(name).iter().count(), 1, "{what}: {name}");
    }
    assert_eq!(answer.header("server"), "nginx", "{what}: no version");
    assert_eq!(answer.header("strict-transport-security"), if tls { HSTS } else { "" }, "{what}");
    let allow = if answer.status == 405 { "GET, HEAD" } else { "" };
    assert_eq!(answer.header("allow"), allow, "{what}");
    assert_eq!(answer.headers.contains_key("retry-after"), answer.status == 429, "{what}");
    assert!(!answer.headers.contains_key("set-cookie"), "{what}");
}
