//! Every status that nginx can be brought to, for every kind of file: the headers are there.

use std::fs;
use std::io::{Read, Write};
use std::net::TcpStream;

use anyhow::{Context, Result};
use thakim_e2e::ops::{Asked, FOR_GOOD, FRESH, ask, check_headers, raw};

use super::{assets, serve};

/// Asks in a way that gives each status, for an address that is there.
const WAYS: [(u16, &str, Asked<'_>); 7] = [
    (200, "GET", &[]),
    (200, "HEAD", &[]),
    (206, "GET", &[("range", "bytes=0-9")]),
    (304, "GET", &[("if-none-match", "*")]),
    (405, "DELETE", &[]),
    (412, "GET", &[("if-match", "\"other\"")]),
    (416, "GET", &[("range", "bytes=999999999-")]),
];

#[test]
fn every_kind_of_file_with_every_status() -> Result<()> {
    let server = serve(&[])?;
    // A file of each kind that the configuration has a type for.
    let types = fs::read_to_string(server.prefix().join("current/nginx/types.conf"))?;
    let kinds: Vec<&str> = types
        .lines()
        .map(str::trim)
        .filter(|line| line.ends_with(';'))
        .flat_map(|line| line.trim_end_matches(';').split_whitespace().skip(1))
        .collect();
    assert!(kinds.len() > 10 && kinds.contains(&"wasm"), "{kinds:?}");
    let mut addresses: Vec<(String, &str)> = Vec::new();
    for kind in kinds {
        fs::write(server.site().join(format!("a/matrix-0.{kind}")), "讀音讀音讀音讀音")?;
        addresses.push((format!("/a/matrix-0.{kind}"), FOR_GOOD));
    }
    for address in assets(&server.site())? {
        addresses.push((address, FOR_GOOD));
    }
    for page in ["/", "/help/", "/sw.js", "/manifest.webmanifest"] {
        addresses.push((page.to_owned(), FRESH));
    }
    for (path, cache) in &addresses {
        for (status, method, headers) in WAYS {
            let answer = ask(server.address(), method, path, headers)?;
            let what = format!("{method} {path} {headers:?}");
            assert_eq!(answer.status, status, "{what}");
            let kept = if matches!(status, 200 | 304) { *cache } else { FRESH };
            check_headers(&what, &answer, kept, false);
        }
        let missing = format!("{path}x");
        let answer = ask(server.address(), "GET", &missing, &[])?;
        assert_eq!(answer.status, 404, "{missing}");
        check_headers(&missing, &answer, FRESH, false);
    }
    Ok(())
}

/// Sends bytes; the answer must be of this status.
fn check(expected: u16, request: &[u8]) -> Result<()> {
    let server = serve(&[])?;
    let start = String::from_utf8_lossy(&request[..request.len().min(60)]).into_owned();
    let answer = raw(server.address(), request)?.with_context(|| format!("{start:?}: nothing"))?;
    assert_eq!(answer.status, expected, "{start:?}");
    check_headers(&start, &answer, FRESH, false);
    Ok(())
}

#[test]
fn what_is_no_request_at_all() -> Result<()> {
    // Refused before nginx knows whom it is for.
    check(400, b"nonsense\r\n\r\n")?;
    check(400, b"GET / HTTP/1.1\r\n\r\n")?;
    check(400, b"GET / HTTP/1.1\r\nHost: a b\r\n\r\n")?;
    check(400, b"GET / HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n")?;
    check(400, b"GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n")?;
    check(400, b"GET /\0 HTTP/1.1\r\nHost: x\r\n\r\n")?;
    check(400, b"GET /../../etc/passwd HTTP/1.1\r\nHost: x\r\n\r\n")?;
    check(400, b"GET / HTTP/1.1\r\nHost: x\r\nContent-Length: many\r\n\r\n")?;
    check(400, b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n")?;
    check(505, b"GET / HTTP/7.0\r\nHost: x\r\n\r\n")
}

#[test]
fn what_is_too_much() -> Result<()> {
    let long = "x".repeat(9_000);
    check(414, format!("GET /{long} HTTP/1.1\r\nHost: x\r\n\r\n").as_bytes())?;
    // nginx has no 431: it answers 400 and says "Request Header Or Cookie Too Large".
    check(400, format!("GET / HTTP/1.1\r\nHost: x\r\nCookie: {long}\r\n\r\n").as_bytes())?;
    let body = "z".repeat(2_000);
    check(
        413,
        format!("GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 2000\r\n\r\n{body}").as_bytes(),
    )
}

#[test]
fn methods_and_codings_of_no_use_here() -> Result<()> {
    for method in ["POST", "PUT", "TRACE", "CONNECT", "OPTIONS", "MKCOL", "BREW"] {
        check(405, format!("{method} / HTTP/1.1\r\nHost: x\r\n\r\n").as_bytes())?;
    }
    check(501, b"GET / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: unknown\r\n\r\n")
}

#[test]
fn one_who_never_ends_his_request_is_left() -> Result<()> {
    let server = serve(&[])?;
    // Seconds, not fifteen.
    let limits = server.prefix().join("current/nginx/limits.conf");
    let text = fs::read_to_string(&limits)?;
    assert!(text.contains("client_header_timeout 15s;"));
    fs::write(&limits, text.replace("client_header_timeout 15s;", "client_header_timeout 1s;"))?;
    let mut server = server;
    server.stop()?;
    server.resume()?;
    let mut stream = TcpStream::connect(server.address())?;
    stream.write_all(b"GET / HTTP/1.1\r\nHost: x\r\n")?;
    let mut said = Vec::new();
    // nginx sends no 408: it closes, so there is nothing that could lack a header.
    let end = stream.read_to_end(&mut said);
    assert!(end.is_err() || said.is_empty(), "{:?}", String::from_utf8_lossy(&said));
    Ok(())
}
