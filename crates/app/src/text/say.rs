//! Sentences with something in them that changes.

use thakim_protocol::{Failure, LoadFailure};

use super::Words;
use super::t;
use crate::boot::{Offline, Want};
use crate::files::{Encoding, OpenError};
use crate::store::StoreError;
use crate::worker_client::{EngineFailure, EngineState};

/// The engine's state in a few words; nothing to say when it is ready.
pub fn engine(state: &EngineState) -> Option<Words> {
    match state {
        EngineState::Starting { total: 0, .. } => Some(t!("engine.preparing")),
        EngineState::Starting { done, total } => {
            Some(t!("engine.engine-bytes", bytes = bytes_of(*done, *total)))
        }
        EngineState::Downloading { done, total } => {
            Some(t!("engine.dictionary-bytes", bytes = bytes_of(*done, *total)))
        }
        EngineState::Ready { .. } => None,
        EngineState::Failed(failure) => Some(engine_failure(failure)),
    }
}

/// Why there is no engine, and what to do.
pub fn engine_failure(failure: &EngineFailure) -> Words {
    match failure {
        EngineFailure::Broken(reason) => t!("engine.broken", reason = reason),
        EngineFailure::Died => t!("engine.died"),
        EngineFailure::OtherBuild { .. } => t!("engine.other-build"),
        EngineFailure::Load(failure) => load_failure(failure),
    }
}

fn load_failure(failure: &LoadFailure) -> Words {
    match failure {
        LoadFailure::Unreachable => t!("engine.unreachable"),
        LoadFailure::Status(404) => t!("engine.no-such-dictionary"),
        LoadFailure::Status(status) => t!("engine.status", status = status),
        LoadFailure::Length { expected, found } if found < expected => {
            t!("engine.broken-off", bytes = bytes_of(*found, *expected))
        }
        LoadFailure::Length { .. } | LoadFailure::Corrupt => t!("engine.corrupt"),
        LoadFailure::Unreadable(reason) => t!("engine.unreadable", reason = reason),
    }
}

/// Why an annotation ended early; nothing to say where the person stopped it.
pub fn failure(failure: &Failure) -> Option<Words> {
    match failure {
        Failure::Cancelled => None,
        Failure::Load(why) => Some(load_failure(why)),
        Failure::WorkerDied => Some(engine_failure(&EngineFailure::Died)),
        Failure::NotLoaded => Some(t!("engine.not-loaded")),
        Failure::BadRequest(reason) => Some(t!("engine.bad-request", reason = reason)),
    }
}

/// What a file could not be opened for.
pub fn open_error(error: &OpenError) -> Words {
    match error {
        OpenError::TooLarge { bytes, limit } => {
            t!("file.too-large", size = bytes / 1_000_000, limit = limit / 1_000_000)
        }
        OpenError::Binary => t!("file.binary"),
        OpenError::Unreadable(reason) => t!("file.unreadable", reason = reason),
    }
}

/// How a file was read.
pub fn opened(name: &str, encoding: Encoding) -> Words {
    match encoding {
        Encoding::Utf8 => t!("file.opened", name = name),
        Encoding::Utf16 => t!("file.opened-utf16", name = name),
        Encoding::Big5 => t!("file.opened-big5", name = name),
        Encoding::Gbk => t!("file.opened-gbk", name = name),
    }
}

/// What the browser's storage refused.
pub fn store_error(error: &StoreError) -> Words {
    let why = match error {
        StoreError::Unavailable(_) => t!("store.unavailable"),
        StoreError::Blocked => t!("store.blocked"),
        StoreError::Full => t!("store.full"),
        StoreError::Newer | StoreError::Failed(_) => t!("store.failed"),
    };
    t!("store.refused", why = why)
}

/// What is in the dictionary.
pub fn dictionary(words: u32, readings: u32) -> Words {
    let (words, readings) = (grouped(words.into()), grouped(readings.into()));
    t!("about.words-and-readings", words = words, readings = readings)
}

/// What a release says of itself; 「不明」 where it says nothing.
pub fn or_unknown(said: String) -> Words {
    if said.is_empty() { t!("shell.unknown") } else { Words::Owned(said) }
}

/// The foot of the article.
pub fn count_han(han: u32) -> Words {
    of_number(han.into(), "article.one-character", "article.characters")
}

/// How much of the text has been annotated.
pub fn annotating(percent: u64) -> Words {
    t!("article.annotating", percent = percent)
}

/// Whether the page works offline, in a few words; nothing while there is nothing to say.
pub fn offline_short(offline: &Offline) -> Option<Words> {
    match offline {
        Offline::Unsupported { .. } | Offline::Removed => None,
        Offline::Installing { total, .. } if *total <= 0.0 => Some(t!("offline.preparing")),
        Offline::Installing { done, total } => {
            Some(t!("offline.preparing-bytes", bytes = bytes_of(*done as u64, *total as u64)))
        }
        Offline::Ready => Some(t!("offline.ready")),
        Offline::Failed { .. } => Some(t!("offline.not-yet")),
    }
}

/// Whether the page works offline, and why not.
pub fn offline_long(offline: &Offline) -> Words {
    match offline {
        Offline::Unsupported { reason } => {
            t!("offline.unsupported", reason = offline_reason(reason))
        }
        Offline::Installing { .. } => offline_short(offline).unwrap_or_default(),
        Offline::Ready => t!("offline.ready-long"),
        Offline::Failed { kind: Want::Full, .. } => t!("offline.full"),
        Offline::Failed { kind: Want::Network, reason } => {
            t!("offline.broken-off", reason = offline_reason(reason))
        }
        Offline::Removed => t!("offline.removed"),
    }
}

/// Why there is no copy: the boot script's codes in words; else what the browser says.
fn offline_reason(code: &str) -> Words {
    match code {
        "development" => t!("offline.why-development"),
        "no-service-worker" => t!("offline.why-no-service-worker"),
        "switched-off" => t!("offline.why-switched-off"),
        "no-worker" => t!("offline.why-no-worker"),
        "cut-short" => t!("offline.why-cut-short"),
        "no-boot-script" => t!("offline.why-no-boot-script"),
        said => Words::Owned(said.to_owned()),
    }
}

/// A sentence about a number of things, `%{count}` in it: `one` is the key for a single one, `many` for
/// any other number.
pub fn of_number(count: u64, one: &str, many: &str) -> Words {
    let key = if count == 1 { one } else { many };
    t!(key, count = grouped(count))
}

/// 「0.4 / 1.1 MB」, or in KB where there is less than a tenth of a MB.
pub(super) fn bytes_of(done: u64, total: u64) -> String {
    let (unit, name) = if total < 100_000 { (1_000, "KB") } else { (1_000_000, "MB") };
    let tenths = |bytes: u64| {
        let tenths = (bytes * 10 + unit / 2) / unit;
        format!("{}.{}", tenths / 10, tenths % 10)
    };
    format!("{} / {} {name}", tenths(done), tenths(total))
}

/// A number as people read it: 「2,014」.
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::{Language, speaking};

    #[test]
    fn bytes_are_said_with_one_decimal() {
        assert_eq!(bytes_of(400_000, 1_100_000), "0.4 / 1.1 MB");
        assert_eq!(bytes_of(0, 61_250), "0.0 / 61.3 KB");
        assert_eq!(bytes_of(1_149_999, 1_150_000), "1.1 / 1.2 MB");
    }

    #[test]
    fn long_numbers_are_grouped() {
        assert_eq!(grouped(7), "7");
        assert_eq!(grouped(2_014), "2,014");
        assert_eq!(grouped(3_000_000), "3,000,000");
    }

    #[test]
    fn english_knows_one_from_many() {
        let said = |language, han| speaking(language, || count_han(han));
        assert_eq!(said(Language::English, 0), "0 characters");
        assert_eq!(said(Language::English, 1), "1 character");
        assert_eq!(said(Language::English, 2_014), "2,014 characters");
        assert_eq!(said(Language::Mandarin, 1), "1 字");
    }
}
