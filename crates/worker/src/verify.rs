//! Bytes from the network, hostile until verified.

use sha2::{Digest, Sha256};
use thakim_protocol::{Asset, LoadFailure};

/// Takes a download piece by piece and gives it out only whole and right.
///
/// The browser's own digest is missing on plain http outside the machine itself, where schools
/// serve this page from; so the hash is computed here.
pub struct Verifier {
    expected: Asset,
    hasher: Sha256,
    received: Vec<u8>,
}

impl Verifier {
    /// Waits for the bytes of this file.
    pub fn new(expected: Asset) -> Verifier {
        // A wrong length in the release must not reserve all memory before anything has arrived.
        let capacity = usize::try_from(expected.bytes).unwrap_or(0).min(16 << 20);
        Verifier { expected, hasher: Sha256::new(), received: Vec::with_capacity(capacity) }
    }

    /// Takes the next piece.
    ///
    /// # Errors
    /// [`LoadFailure::Length`] as soon as there is more than the file has; the rest need not be
    /// downloaded.
    pub fn push(&mut self, piece: &[u8]) -> Result<(), LoadFailure> {
        self.received.extend_from_slice(piece);
        if self.bytes() > self.expected.bytes {
            return Err(self.wrong_length());
        }
        self.hasher.update(piece);
        Ok(())
    }

    /// How many bytes have come.
    pub fn bytes(&self) -> u64 {
        self.received.len() as u64
    }

    /// The file.
    ///
    /// # Errors
    /// [`LoadFailure::Length`] when it ended early, [`LoadFailure::Corrupt`] when its hash is not
    /// that of the release.
    pub fn finish(self) -> Result<Vec<u8>, LoadFailure> {
        if self.bytes() != self.expected.bytes {
            return Err(self.wrong_length());
        }
        if hex(&self.hasher.finalize()) != self.expected.sha256 {
            return Err(LoadFailure::Corrupt);
        }
        Ok(self.received)
    }

    fn wrong_length(&self) -> LoadFailure {
        LoadFailure::Length { expected: self.expected.bytes, found: self.bytes() }
    }
}

fn hex(bytes: &[u8]) -> String {
    const DIGITS: [char; 16] =
        ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'];
    bytes
        .iter()
        .flat_map(|byte| [DIGITS[usize::from(byte >> 4)], DIGITS[usize::from(byte & 15)]])
        .collect()
}
