//! Sentences about the copy for offline use, and about newer releases.

use super::Words;
use super::say::{bytes_of, grouped};
use super::t;
use crate::boot::{Check, Room, Verified};

/// What the browser says of the room that this site takes.
pub fn room(room: Room) -> Words {
    match (room.usage, room.quota) {
        (Some(usage), Some(quota)) => {
            t!("offline.room-of", used = size(usage), limit = size(quota))
        }
        (Some(usage), None) => Words::Owned(size(usage)),
        (None, _) => t!("shell.unknown"),
    }
}

/// How far the verification is.
pub fn verifying(done: u64, total: u64) -> Words {
    t!("offline.verifying", bytes = bytes_of(done, total))
}

/// What came of the verification.
pub fn verified(Verified { files, bytes, faults, mended }: Verified) -> Words {
    let (files, size) = (grouped(u64::from(files)), size(bytes as f64));
    match (faults, faults.saturating_sub(mended)) {
        (0, _) => t!("offline.verified", files = files, size = size),
        (faults, 0) => t!("offline.verified-mended", files = files, size = size, faults = faults),
        (faults, left) => {
            t!("offline.verified-left", files = files, size = size, faults = faults, left = left)
        }
    }
}

/// What came of asking for a new release.
pub fn checked(check: Check) -> Words {
    match check {
        Check::None => t!("offline.newest"),
        Check::Found => t!("offline.found"),
        Check::Unreachable => t!("offline.unreachable"),
    }
}

/// 「3.4 MB」, 「21.5 GB」.
fn size(bytes: f64) -> String {
    let (unit, name) = [(1e9, "GB"), (1e6, "MB")]
        .into_iter()
        .find(|(unit, _)| bytes >= *unit)
        .unwrap_or((1e3, "KB"));
    format!("{:.1} {name}", bytes / unit)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::{Language, speaking};

    #[test]
    fn sizes_are_said_in_a_fitting_unit() {
        assert_eq!(size(512.0), "0.5 KB");
        assert_eq!(size(4_085_211.0), "4.1 MB");
        assert_eq!(size(21_474_836_480.0), "21.5 GB");
    }

    #[test]
    fn what_is_left_after_mending_is_said() {
        let said = |faults, mended| {
            let done = Verified { files: 30, bytes: 4_100_000, faults, mended };
            speaking(Language::Mandarin, || verified(done))
        };
        assert!(said(0, 0).contains("完全相同"));
        assert!(said(2, 2).contains("現在都對了"));
        assert!(said(3, 1).contains("還有 2 個沒補齊"));
    }
}
