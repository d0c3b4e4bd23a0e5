//! Limits that no page comes near, and that bite on abuse.

use std::fs::File;
use std::io::{Read, Write};
use std::net::TcpStream;

use anyhow::Result;
use thakim_e2e::ops::{Answer, FRESH, Visitor, check_headers, get};
use thakim_nginx::Server;

use super::{assets, serve};

/// What `nginx/limits.conf` says.
const BURST: usize = 3000;
const CONNECTIONS: usize = 300;

fn first_refusal(server: &Server, tries: usize) -> Result<Option<usize>> {
    let mut visitor = Visitor::new(server.address());
    for number in 0..tries {
        match visitor.get("/manifest.webmanifest")?.0 {
            200 => {}
            429 => return Ok(Some(number)),
            other => panic!("{other}"),
        }
    }
    Ok(None)
}

#[test]
fn a_class_behind_one_address_is_not_limited() -> Result<()> {
    let server = serve(&[])?;
    let files = assets(&server.site())?;
    for _ in 0..40 {
        let mut visitor = Visitor::new(server.address());
        for path in files.iter().map(String::as_str).chain(["/", "/sw.js"]) {
            // Whole dictionaries forty times over would only take time.
            if !path.ends_with(".dict") && !path.ends_with(".wasm") {
                assert_eq!(visitor.get(path)?.0, 200, "{path}");
            }
        }
    }
    Ok(())
}

#[test]
fn one_who_asks_without_end_is_told_to_wait() -> Result<()> {
    let server = serve(&[])?;
    let first = first_refusal(&server, 20 * BURST)?.expect("no limit");
    assert!(first >= BURST, "refused after {first}");
    // The next one is refused or not as the second passes: until one is.
    let mut refused = None;
    for _ in 0..100 {
        let answer = get(server.address(), "/")?;
        if answer.status == 429 {
            refused = Some(answer);
            break;
        }
        first_refusal(&server, BURST)?;
    }
    let refused = refused.expect("a refusal, at last");
    check_headers("429", &refused, FRESH, false);
    assert_eq!(refused.header("retry-after"), "1");
    // Health is always told.
    assert_eq!(get(server.address(), "/healthz")?.status, 200);
    Ok(())
}

#[test]
fn one_who_is_trusted_is_not_limited() -> Result<()> {
    let server = serve(&[("trusted.conf", "127.0.0.1 1;\n".to_owned())])?;
    assert_eq!(first_refusal(&server, 2 * BURST)?, None);
    Ok(())
}

#[test]
fn one_who_holds_connections_is_given_no_more() -> Result<()> {
    let server = serve(&[])?;
    // More than all buffers on the way hold, so that each answer stays unfinished.
    File::create(server.site().join("a/large-0.dict"))?.set_len(64 << 20)?;
    let request = b"GET /a/large-0.dict HTTP/1.1\r\nHost: x\r\nAccept-Encoding: identity\r\n\r\n";
    let mut held = Vec::new();
    for number in 0..CONNECTIONS {
        let mut stream = TcpStream::connect(server.address())?;
        stream.write_all(request)?;
        let mut start = [0; 15];
        stream.read_exact(&mut start)?;
        assert_eq!(&start, b"HTTP/1.1 200 OK", "connection {number}");
        held.push(stream);
    }
    let refused: Answer = get(server.address(), "/manifest.webmanifest")?;
    assert_eq!(refused.status, 429);
    check_headers("429", &refused, FRESH, false);
    Ok(())
}
