//! The table of own words as a file: the columns of `dict/*/words.tsv`.

use std::fmt;

use thakim_phonology::dialect::Side;
use thakim_phonology::{Label, Notation, ParseError, Reading, WriteOptions};

use super::{OwnWord, Unfit};

/// The columns, in the order in which they are written, and in which they are read where the first
/// line names none.
const COLUMNS: [&str; 6] = ["word", "reading", "label", "accent", "count", "note"];

/// What was read of a file.
#[derive(Clone, PartialEq, Debug)]
pub struct Table {
    /// The words, in the order of their lines.
    pub rows: Vec<Row>,
    /// The lines that could not be used, in their order.
    pub faults: Vec<Fault>,
    /// The notation that the readings were taken to be written in.
    pub notation: Notation,
}

/// A line that could be used, or one reading of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Row {
    /// Its number, from 1.
    pub line: u32,
    /// The word.
    pub word: OwnWord,
}

/// A line that could not be used.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fault {
    /// Its number, from 1.
    pub line: u32,
    /// What is wrong with it.
    pub kind: FaultKind,
}

/// What is wrong with a line.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum FaultKind {
    /// It is the first one, and neither names the columns `word` and `reading` nor begins with a word.
    Header {
        /// The line.
        found: String,
    },
    /// It has no reading.
    NoReading,
    /// Its word can be none, or does not fit the reading.
    Word(Unfit),
    /// Its reading is none.
    Reading {
        /// The reading as it stands.
        found: String,
        /// What is wrong with it.
        why: ParseError,
    },
    /// Its label is none of 文, 白, 俗 and 替.
    Label {
        /// What stands there.
        found: String,
    },
    /// Its accent is neither 1 nor 2.
    Accent {
        /// What stands there.
        found: String,
    },
    /// Its count is no number.
    Count {
        /// What stands there.
        found: String,
    },
}

/// Reads a table: lines with tabs, the first of which names the columns: `word` and `reading`, and in
/// any order perhaps `label`, `accent`, `count` and `note`; others are passed over. A table whose first
/// line begins with a word has none named: its columns are these, in this order. `a/b` are two readings.
///
/// The readings are written in one of `notations`: the one in which most of them can be read, of two
/// the first.
pub fn read(text: &str, notations: &[Notation]) -> Table {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    // A lone CR ends lines in very old files.
    let lines: Vec<&str> = match text.contains('\n') {
        true => text.split('\n').map(|line| line.strip_suffix('\r').unwrap_or(line)).collect(),
        false => text.split('\r').collect(),
    };
    let lines = (1..).zip(lines).filter(|(_, line)| !line.trim().is_empty());
    let mut lines = lines.peekable();
    let mut faults = Vec::new();
    let columns = match lines.peek() {
        None => Columns::default(),
        Some(&(line, first)) => match Columns::named(first) {
            Some(columns) => {
                lines.next();
                columns
            }
            None => {
                if !begins_with_word(first) {
                    let found = first.trim().to_owned();
                    faults.push(Fault { line, kind: FaultKind::Header { found } });
                    lines.next();
                }
                Columns::default()
            }
        },
    };
    let lines: Vec<(u32, Vec<&str>)> =
        lines.map(|(line, text)| (line, text.split('\t').map(str::trim).collect())).collect();
    let notation = notation_of(&lines, &columns, notations);
    let mut rows: Vec<Row> = Vec::new();
    for (line, cells) in &lines {
        match columns.words(cells, notation) {
            Ok(words) => rows.extend(words.into_iter().map(|word| Row { line: *line, word })),
            Err(kind) => faults.push(Fault { line: *line, kind }),
        }
    }
    Table { rows, faults, notation }
}

/// Writes a table as [`read`] reads it, in the order given: readings in 臺羅 with marks. The column of
/// notes is there only if there is a note, so that the table of a dictionary comes back as it was.
pub fn write<'w>(words: impl IntoIterator<Item = &'w OwnWord> + Clone) -> String {
    let has_notes = words.clone().into_iter().any(|word| !word.note.is_empty());
    let count = if has_notes { COLUMNS.len() } else { COLUMNS.len() - 1 };
    let mut out = COLUMNS[..count].join("\t");
    out.push('\n');
    for word in words {
        let accent = match word.accent {
            Some(Side::First) => "1",
            Some(Side::Second) => "2",
            None => "",
        };
        let cells = [
            word.surface.clone(),
            Notation::Tl.write(&word.reading, &WriteOptions::default()),
            word.label.map(|label| label.han().to_string()).unwrap_or_default(),
            accent.to_owned(),
            word.count.map(|count| count.to_string()).unwrap_or_default(),
            word.note.replace(['\t', '\n', '\r'], " "),
        ];
        out.push_str(&cells[..count].join("\t"));
        out.push('\n');
    }
    out
}

/// Where each of [`COLUMNS`] stands.
struct Columns([Option<usize>; COLUMNS.len()]);

impl Default for Columns {
    fn default() -> Columns {
        Columns(std::array::from_fn(Some))
    }
}

impl Columns {
    /// Those that a line names; none unless it names word and reading.
    fn named(line: &str) -> Option<Columns> {
        let names: Vec<String> = line.split('\t').map(|name| name.trim().to_lowercase()).collect();
        let columns = COLUMNS.map(|column| names.iter().position(|name| name == column));
        (columns[0].is_some() && columns[1].is_some()).then_some(Columns(columns))
    }

    /// What stands in a column; nothing where it is missing.
    fn cell<'c>(&self, column: usize, cells: &[&'c str]) -> &'c str {
        self.0[column].and_then(|at| cells.get(at)).copied().unwrap_or_default()
    }

    fn words(&self, cells: &[&str], notation: Notation) -> Result<Vec<OwnWord>, FaultKind> {
        let [surface, written, label, accent, count, note] =
            std::array::from_fn(|column| self.cell(column, cells));
        super::characters(surface).map_err(FaultKind::Word)?;
        if written.is_empty() {
            return Err(FaultKind::NoReading);
        }
        let label = match label {
            "" => None,
            other => {
                let label = other.parse().ok().and_then(Label::from_han);
                Some(label.ok_or_else(|| FaultKind::Label { found: other.to_owned() })?)
            }
        };
        let accent = match accent {
            "" => None,
            "1" => Some(Side::First),
            "2" => Some(Side::Second),
            other => return Err(FaultKind::Accent { found: other.to_owned() }),
        };
        let count = match count {
            "" => None,
            other => {
                // `parse` alone would take "+1".
                let digits = other.bytes().all(|byte| byte.is_ascii_digit());
                let count = other.parse().ok().filter(|_| digits);
                Some(count.ok_or_else(|| FaultKind::Count { found: other.to_owned() })?)
            }
        };
        let words = written.split('/').map(|written| {
            let reading = parse(written, notation)?;
            let word = OwnWord::new(surface, reading).map_err(FaultKind::Word)?;
            Ok(OwnWord { label, accent, count, note: note.to_owned(), ..word })
        });
        words.collect()
    }
}

fn parse(written: &str, notation: Notation) -> Result<Reading, FaultKind> {
    let written = written.trim();
    notation.parse(written).map_err(|why| FaultKind::Reading { found: written.to_owned(), why })
}

fn begins_with_word(line: &str) -> bool {
    let mut cells = line.split('\t').map(str::trim);
    cells.next().is_some_and(|word| super::characters(word).is_ok()) && cells.next().is_some()
}

/// How many lines are looked at to tell the notation.
const SAMPLE: usize = 2_000;

fn notation_of(lines: &[(u32, Vec<&str>)], columns: &Columns, all: &[Notation]) -> Notation {
    let Some(&first) = all.first() else { return Notation::default() };
    let readable = |notation: Notation| {
        let sample = lines.iter().take(SAMPLE);
        sample.filter(|(_, cells)| columns.words(cells, notation).is_ok()).count()
    };
    let mut best = (readable(first), first);
    for &notation in &all[1..] {
        // Most tables are read as they should at once.
        if best.0 >= lines.len().min(SAMPLE) {
            break;
        }
        let count = readable(notation);
        if count > best.0 {
            best = (count, notation);
        }
    }
    best.1
}

impl fmt::Display for FaultKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            FaultKind::Header { found } => write!(
                f,
                "expected the names of the columns, word⇥reading (⇥ is a tab), found {found:?}"
            ),
            FaultKind::NoReading => {
                write!(f, "expected a reading in the second column, found none")
            }
            FaultKind::Word(why) => write!(f, "{why}"),
            FaultKind::Reading { found, why } => write!(f, "the reading {found:?}: {why}"),
            FaultKind::Label { found } => {
                write!(f, "expected the label 文, 白, 俗, 替 or nothing, found {found:?}")
            }
            FaultKind::Accent { found } => {
                write!(f, "expected the accent 1, 2 or nothing, found {found:?}")
            }
            FaultKind::Count { found } => {
                write!(f, "expected a count of at most {} or nothing, found {found:?}", u32::MAX)
            }
        }
    }
}

impl std::error::Error for FaultKind {}

#[cfg(test)]
mod tests;
