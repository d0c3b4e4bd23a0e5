//! An entry of the dictionary: a word with one reading, where it comes from and since when.

use serde::{Deserialize, Serialize};
use thakim_document::own::{OwnWord, Unfit};
use thakim_phonology::dialect::Side;
use thakim_phonology::{Label, Notation, Reading, WriteOptions};

/// An entry of one's own dictionary.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(try_from = "Record", into = "Record")]
pub struct Entry {
    /// Its name: no other entry of any tab has it. Of two entries of a word, the one that came first
    /// has the one that sorts first.
    pub id: String,
    /// The word and its reading.
    pub word: OwnWord,
    /// Where it comes from.
    pub from: From,
    /// Since when, in milliseconds since 1970.
    pub when: f64,
}

/// Where an entry comes from.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum From {
    /// It was typed on the page of the dictionary.
    Typed,
    /// A reading was corrected in an article, for good.
    Correction,
    /// It came with a file of this name.
    Import(String),
}

/// An entry as it is kept and as it travels between tabs and in files: the reading in 臺羅.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
struct Record {
    id: String,
    word: String,
    reading: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    label: Option<char>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    accent: Option<u8>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    count: Option<u32>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    note: String,
    /// `typed`, `correction` or `import`. What a newer page may write is taken for the first.
    from: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    file: Option<String>,
    when: f64,
}

impl From {
    /// Its name in what is kept.
    pub fn id(&self) -> &'static str {
        match self {
            From::Typed => "typed",
            From::Correction => "correction",
            From::Import(_) => "import",
        }
    }
}

impl std::convert::From<Entry> for Record {
    fn from(Entry { id, word, from, when }: Entry) -> Record {
        let OwnWord { surface, reading, label, accent, count, note } = word;
        Record {
            id,
            reading: written(&reading),
            word: surface,
            label: label.map(Label::han),
            accent: accent.map(|side| if side == Side::First { 1 } else { 2 }),
            count,
            note,
            file: match &from {
                From::Import(file) => Some(file.clone()),
                From::Typed | From::Correction => None,
            },
            from: from.id().to_owned(),
            when,
        }
    }
}

impl TryFrom<Record> for Entry {
    type Error = String;

    fn try_from(record: Record) -> Result<Entry, String> {
        let reading = Notation::Tl.parse(&record.reading).map_err(|why| why.to_string())?;
        let word = OwnWord::new(&record.word, reading).map_err(|why: Unfit| why.to_string())?;
        let accent = match record.accent {
            Some(1) => Some(Side::First),
            Some(2) => Some(Side::Second),
            _ => None,
        };
        let from = match (record.from.as_str(), record.file) {
            ("import", file) => From::Import(file.unwrap_or_default()),
            ("correction", _) => From::Correction,
            _ => From::Typed,
        };
        let label = record.label.and_then(Label::from_han);
        let word = OwnWord { label, accent, count: record.count, note: record.note, ..word };
        Ok(Entry { id: record.id, word, from, when: record.when })
    }
}

/// A reading in 臺羅, as it is kept.
pub(super) fn written(reading: &Reading) -> String {
    Notation::Tl.write(reading, &WriteOptions::default())
}
