//! The maps of the package taibun, in JSON or MessagePack: of a word its reading (`words`), or of a
//! character all of its readings (`prons`). Readings are 臺羅 with marks, regional pairs as a/b.

use std::collections::BTreeMap;

use serde::Deserialize;
use thakim_phonology::Notation;

use super::FormatError;
use super::foreign::{Foreign, Imported};

#[derive(Deserialize)]
#[serde(untagged)]
enum Readings {
    One(String),
    Several(Vec<String>),
}

/// Reads one file; its first byte tells whether it is JSON.
pub(super) fn read(foreign: &Foreign<'_>) -> Result<Imported, FormatError> {
    let is_json = matches!(foreign.bytes.trim_ascii_start(), [b'{' | b'[' | b'"' | 0xEF, ..]);
    let map: BTreeMap<String, Readings> = if is_json {
        let expected = "a JSON object of words, each with its reading or a list of readings";
        serde_json::from_str(foreign.text()?)
            .map_err(FormatError::malformed(foreign.path, expected))?
    } else {
        let expected = "JSON, or a MessagePack map of words, each with its reading or readings";
        rmp_serde::from_slice(foreign.bytes)
            .map_err(FormatError::malformed(foreign.path, expected))?
    };
    let mut imported = Imported::default();
    for (word, readings) in &map {
        let readings = match readings {
            Readings::One(reading) => std::slice::from_ref(reading),
            Readings::Several(readings) => readings,
        };
        if readings.is_empty() {
            imported.take(word, "", Notation::Tl, None, true);
        }
        for reading in readings {
            imported.take(word, reading, Notation::Tl, None, true);
        }
    }
    Ok(imported)
}
