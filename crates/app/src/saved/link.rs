//! The article in the part of an address behind `#`, which browsers never send.
//!
//! `#thakim1z.` or `#thakim1p.` and base64url: `1` is the version, `z` raw deflate, `p` plain; inside is
//! [`Saved::to_json`] in UTF-8.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use super::{Saved, SavedError, stream};
use crate::shell::Route;

/// What the fragments of ours begin with; the version follows.
const MARK: &str = "thakim";

const VERSION: u32 = 1;

/// The longest link that is made, in characters. Mail and chat programs cut longer ones.
pub const LONGEST: usize = 32_768;

/// The longest fragment that is opened, in characters.
const LONGEST_OPENED: usize = 8 * LONGEST;

/// The most bytes that a link unpacks to: far more than text does in a link of [`LONGEST`], far less than hurts.
const MOST: usize = 4 << 20;

/// A link that does not fit into an address that people can send.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct TooLong {
    /// How many characters it would have.
    pub chars: usize,
}

/// The link to an article at this origin (`https://example.org`).
///
/// # Errors
/// [`TooLong`] when it would be cut on its way.
pub async fn write(origin: &str, saved: &Saved) -> Result<String, TooLong> {
    let json = saved.to_json();
    let (kind, packed) = match stream::deflate(json.as_bytes()).await {
        Some(packed) => ('z', packed),
        None => ('p', json.into_bytes()),
    };
    let path = Route::Pronunciation.path();
    let link = format!("{origin}{path}#{MARK}{VERSION}{kind}.{}", URL_SAFE_NO_PAD.encode(packed));
    if link.len() > LONGEST { Err(TooLong { chars: link.len() }) } else { Ok(link) }
}

/// Whether a fragment (without `#`) is one of ours, of whatever version.
pub fn is_ours(fragment: &str) -> bool {
    let rest = fragment.strip_prefix(MARK);
    rest.is_some_and(|rest| rest.starts_with(|letter: char| letter.is_ascii_digit()))
}

/// Opens a fragment, without `#`, that came from anywhere.
///
/// # Errors
/// [`SavedError`] says what it is instead of an article.
pub async fn read(fragment: &str) -> Result<Saved, SavedError> {
    let (kind, packed) = unpack(fragment)?;
    let json = match kind {
        Kind::Plain => packed,
        Kind::Deflate => stream::inflate(&packed, MOST).await?,
    };
    let json = String::from_utf8(json).map_err(|_| SavedError::Damaged)?;
    Saved::from_json(&json)
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Kind {
    Plain,
    Deflate,
}

/// The bytes of a fragment, and how they are packed.
fn unpack(fragment: &str) -> Result<(Kind, Vec<u8>), SavedError> {
    let rest = fragment.strip_prefix(MARK).ok_or(SavedError::Foreign)?;
    if fragment.len() > LONGEST_OPENED {
        return Err(SavedError::TooLarge);
    }
    let (head, body) = rest.split_once('.').ok_or(SavedError::Damaged)?;
    let (version, kind) =
        head.split_at(head.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(head.len()));
    match version.parse() {
        Ok(0) | Err(_) => return Err(SavedError::Damaged),
        Ok(version) if version > VERSION => return Err(SavedError::Newer { version }),
        Ok(_) => {}
    }
    let kind = match kind {
        "z" => Kind::Deflate,
        "p" => Kind::Plain,
        _ => return Err(SavedError::Damaged),
    };
    // A program that made a link of the text may have taken a full stop or a bracket along.
    let body = body.trim_end_matches(|letter: char| {
        !letter.is_ascii_alphanumeric() && letter != '-' && letter != '_'
    });
    let bytes = URL_SAFE_NO_PAD.decode(body).map_err(|_| SavedError::Damaged)?;
    Ok((kind, bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fragments_are_told_apart() {
        assert!(is_ours("thakim1z.AA") && is_ours("thakim9"));
        assert!(!is_ours("main") && !is_ours("thakim") && !is_ours("thakim-z") && !is_ours(""));
        for (fragment, expected) in [
            ("thakim1z.AAEC", Ok((Kind::Deflate, vec![0, 1, 2]))),
            ("thakim1p._-8", Ok((Kind::Plain, vec![0xFF, 0xEF]))),
            ("thakim1p._-8）。", Ok((Kind::Plain, vec![0xFF, 0xEF]))),
            ("thakim2q.AAEC", Err(SavedError::Newer { version: 2 })),
            ("thakim99999999999z.AAEC", Err(SavedError::Damaged)),
            ("thakim0z.AAEC", Err(SavedError::Damaged)),
            ("thakim1q.AAEC", Err(SavedError::Damaged)),
            ("thakim1zAAEC", Err(SavedError::Damaged)),
            ("thakim1z.A", Err(SavedError::Damaged)),
            ("thakim1z.A+/A", Err(SavedError::Damaged)),
            ("main", Err(SavedError::Foreign)),
        ] {
            assert_eq!(unpack(fragment), expected, "{fragment}");
        }
        let long = format!("thakim1z.{}", "A".repeat(LONGEST_OPENED));
        assert_eq!(unpack(&long), Err(SavedError::TooLarge));
    }
}
