//! The variant over TLS with HTTP/2, with a certificate of its own making.

use std::fs;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use tempfile::TempDir;
use thakim_e2e::ops::{Answer, FOR_GOOD, FRESH, certificate, check_headers, get, raw};
use thakim_nginx::{Server, free_address};

use super::{assets, serve_at};

/// A server over TLS, and what a client must know of it.
pub(crate) struct Secure {
    pub(crate) server: Server,
    /// Where plain HTTP is answered.
    pub(crate) plain: SocketAddr,
    folder: TempDir,
}

impl Secure {
    pub(crate) fn start() -> Result<Secure> {
        let folder = tempfile::tempdir()?;
        let (certificate, key) = certificate(folder.path())?;
        let (secure, plain) = (free_address()?, free_address()?);
        let settings = [
            ("listen.conf", format!("listen {secure} ssl http2;\n")),
            (
                "redirect.conf",
                format!("listen {plain};\nset $thakim_secure https://$host:{};\n", secure.port()),
            ),
            ("site.conf", "include ../current/nginx/https.conf;\n".to_owned()),
            ("tls/fullchain.pem", certificate),
            ("tls/privkey.pem", key),
        ];
        Ok(Secure { server: serve_at(secure, &settings)?, plain, folder })
    }

    /// The file of the certificate.
    pub(crate) fn certificate(&self) -> PathBuf {
        self.folder.path().join("certificate.pem")
    }

    /// curl, which knows the certificate and the name. Gives the answer and the version of HTTP.
    fn curl(&self, path: &str, more: &[&str]) -> Result<(Answer, String)> {
        let port = self.server.address().port();
        let said = Command::new("curl")
            .args(["--silent", "--show-error", "--include", "--path-as-is"])
            .args(["--write-out", "%{stderr}%{http_version}"])
            .arg("--cacert")
            .arg(self.certificate())
            .args(["--resolve", &format!("thakim.test:{port}:127.0.0.1")])
            .args(more)
            .arg(format!("https://thakim.test:{port}{path}"))
            .output()
            .context("curl: run `cargo xtask setup test`")?;
        let version = String::from_utf8_lossy(&said.stderr).into_owned();
        ensure!(said.status.success(), "curl {path} {more:?}: {version}");
        Ok((Answer::parse(&said.stdout)?.context("nothing")?, version))
    }
}

#[test]
fn everything_is_answered_over_http_2() -> Result<()> {
    let secure = Secure::start()?;
    let files = assets(&secure.server.site())?;
    let pages = ["/", "/help/", "/sw.js", "/manifest.webmanifest", "/healthz"];
    let all = files.iter().map(|path| (path.as_str(), FOR_GOOD));
    for (path, cache) in all.chain(pages.map(|path| (path, FRESH))) {
        let (answer, version) = secure.curl(path, &[])?;
        assert_eq!((answer.status, version.as_str()), (200, "2"), "{path}");
        check_headers(path, &answer, cache, true);
    }
    let (answer, version) = secure.curl("/help/", &["--http1.1"])?;
    assert_eq!((answer.status, version.as_str()), (200, "1.1"));
    check_headers("HTTP/1.1", &answer, FRESH, true);
    Ok(())
}

#[test]
fn every_status_has_the_headers_over_http_2_as_well() -> Result<()> {
    let secure = Secure::start()?;
    let long = format!("/{}", "x".repeat(20_000));
    let cookie = format!("cookie: {}", "x".repeat(20_000));
    let ways: [(u16, &str, &[&str]); 9] = [
        (206, "/", &["--range", "0-9"]),
        (301, "/help", &[]),
        (304, "/", &["--header", "if-none-match: *"]),
        (400, "/../x", &[]),
        (404, "/none", &[]),
        (405, "/", &["--request", "POST"]),
        (412, "/", &["--header", "if-match: \"x\""]),
        (413, "/", &["--request", "GET", "--data-binary", "@/proc/self/maps"]),
        (416, "/", &["--range", "999999999-"]),
    ];
    for (status, path, more) in ways {
        let (answer, version) = secure.curl(path, more)?;
        assert_eq!((answer.status, version.as_str()), (status, "2"), "{path} {more:?}");
        check_headers(&format!("{path} {more:?}"), &answer, FRESH, true);
    }
    for (path, more) in [(long.as_str(), &[][..]), ("/", &["--header", &cookie][..])] {
        let more = [&["--http1.1"], more].concat();
        let (answer, _) = secure.curl(path, &more)?;
        assert!(matches!(answer.status, 400 | 414), "{}", answer.status);
        check_headers("too large", &answer, FRESH, true);
        // Over HTTP/2 nginx ends the connection: there is no answer that could lack a header.
        assert!(secure.curl(path, &more[1..]).is_err());
    }
    // HTTP where TLS is spoken.
    let request = b"GET / HTTP/1.1\r\nHost: thakim.test\r\n\r\n";
    let answer = raw(secure.server.address(), request)?.context("nothing")?;
    assert_eq!(answer.status, 400);
    assert!(answer.text().contains("plain HTTP request was sent to HTTPS port"));
    check_headers("497", &answer, FRESH, false);
    Ok(())
}

#[test]
fn plain_http_leads_to_tls() -> Result<()> {
    let secure = Secure::start()?;
    let port = secure.server.address().port();
    for path in ["/", "/article_pronunciation/input/?a=b", "/a/none.js", "/%E8%AE%80"] {
        let answer = get(secure.plain, path)?;
        assert_eq!(answer.status, 301, "{path}");
        assert_eq!(answer.header("location"), format!("https://127.0.0.1:{port}{path}"));
        // Browsers must not heed HSTS here, and it is not sent.
        check_headers(path, &answer, FRESH, false);
    }
    let answer = raw(secure.plain, b"POST / HTTP/1.1\r\nHost: x\r\n\r\n")?.context("nothing")?;
    assert_eq!(answer.status, 405);
    check_headers("POST", &answer, FRESH, false);
    // Where certificates are renewed by.
    let challenge = secure.server.prefix().join("acme/.well-known/acme-challenge");
    fs::create_dir_all(&challenge)?;
    fs::write(challenge.join("token"), "proof")?;
    let answer = get(secure.plain, "/.well-known/acme-challenge/token")?;
    assert_eq!((answer.status, answer.text().as_str()), (200, "proof"));
    Ok(())
}

#[test]
fn old_protocols_are_refused() -> Result<()> {
    let secure = Secure::start()?;
    for allowed in ["1.2", "1.3"] {
        let version = format!("--tlsv{allowed}");
        let (answer, _) = secure.curl("/healthz", &[&version, "--tls-max", allowed])?;
        assert_eq!(answer.status, 200, "TLS {allowed}");
    }
    let old = ["--tlsv1.0", "--tls-max", "1.1", "--ciphers", "DEFAULT@SECLEVEL=0"];
    assert!(secure.curl("/healthz", &old).is_err(), "TLS 1.1 is answered");
    let weak = ["--tls-max", "1.2", "--ciphers", "AES128-SHA"];
    assert!(secure.curl("/healthz", &weak).is_err(), "no forward secrecy");
    Ok(())
}
