//! A file of somebody's dictionary, and what comes of it.

use std::path::Path;

use thakim_phonology::{Label, Notation};

use super::FormatError;
use crate::dict::reading::spelt;
use crate::dict::tables::{Accent, Remark, Tables};

/// A file that is to be imported.
pub(super) struct Foreign<'a> {
    /// As it was given.
    pub(super) path: &'a Path,
    /// Its contents.
    pub(super) bytes: &'a [u8],
    /// In which notation its readings are, where the format does not say.
    pub(super) notation: Notation,
}

impl Foreign<'_> {
    /// The file as text, without a byte order mark.
    pub(super) fn text(&self) -> Result<&str, FormatError> {
        let text = std::str::from_utf8(self.bytes).map_err(|error| {
            let before = &self.bytes[..error.valid_up_to()];
            let line = before.iter().filter(|&&byte| byte == b'\n').count() + 1;
            FormatError::NotUtf8 { file: self.path.to_owned(), line }
        })?;
        Ok(text.strip_prefix('\u{FEFF}').unwrap_or(text))
    }
}

/// What comes of a file.
#[derive(Default)]
pub(super) struct Imported {
    pub(super) tables: Tables,
    /// The version that the file states of itself.
    pub(super) version: Option<String>,
    /// What the person should know.
    pub(super) notes: Vec<String>,
}

impl Imported {
    /// Takes the readings of a field, parted by slashes, or counts why not. Of pairs, each side is
    /// marked if `regional` says that they are such.
    pub(super) fn take(
        &mut self,
        word: &str,
        readings: &str,
        notation: Notation,
        label: Option<Label>,
        regional: bool,
    ) {
        let (word, word_label) = without_remarks(word);
        let (readings, own_label) = without_remarks(readings);
        let label = own_label.or(word_label).or(label);
        for (accent, reading) in Accent::split(&readings) {
            let accent = accent.filter(|_| regional);
            let remark = Remark { label, accent, count: None };
            let Tables { words, report, .. } = &mut self.tables;
            words.take(report, &word, &in_tl(reading, notation), remark);
        }
    }
}

/// A reading in 臺羅; one that cannot be read stays, to be refused and counted.
fn in_tl(written: &str, notation: Notation) -> String {
    let written = written.trim();
    match notation {
        Notation::Tl => written.to_owned(),
        other => other.parse(written).map_or(written.to_owned(), |reading| spelt(&reading)),
    }
}

/// A field without what stands in brackets, 【文】 or (白) or （…）, and the label among that.
fn without_remarks(field: &str) -> (String, Option<Label>) {
    let mut out = String::new();
    let mut label = None;
    let mut depth = 0_u32;
    for letter in field.chars() {
        match letter {
            '【' | '(' | '（' => depth += 1,
            '】' | ')' | '）' => depth = depth.saturating_sub(1),
            letter if depth > 0 => label = label.or(Label::from_han(letter)),
            letter => out.push(letter),
        }
    }
    (out, label)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn remarks_in_brackets_are_labels_or_nothing() {
        for (field, expected) in [
            ("一【替】", ("一", Some(Label::Substitute))),
            ("it【文】", ("it", Some(Label::Literary))),
            ("peh(白)", ("peh", Some(Label::Colloquial))),
            ("lâng（南部）", ("lâng", None)),
            ("tsi̍t", ("tsi̍t", None)),
            ("tsi̍t(", ("tsi̍t", None)),
        ] {
            assert_eq!(without_remarks(field), (expected.0.to_owned(), expected.1), "{field}");
        }
    }

    #[test]
    fn another_notation_becomes_ours() {
        assert_eq!(in_tl(" chhiú ", Notation::Poj), "tshiú");
        assert_eq!(in_tl("choa7", Notation::Poj), "tsuā");
        assert_eq!(in_tl("no such", Notation::Poj), "no such");
        assert_eq!(in_tl("tsi̍t", Notation::Tl), "tsi̍t");
    }

    #[test]
    fn another_encoding_is_named_with_its_line() {
        let bytes = b"a,b\n\xA4@\n";
        let foreign = Foreign { path: Path::new("old.csv"), bytes, notation: Notation::Tl };
        let error = foreign.text().err().unwrap().to_string();
        assert!(error.starts_with("old.csv:2: expected UTF-8, "), "{error}");
        assert!(error.contains("iconv"), "{error}");
    }
}
