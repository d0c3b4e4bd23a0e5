//! 臺灣台語常用詞辭典 of the Ministry of Education (教育部), as it is and was published, and as
//! others packed it.
//!
//! - The workbook `kautian.ods`: sheets 詞目, 又唸作, 俗唸作, 異用字 … with the columns 漢字 and 羅馬字; 【替】
//!   behind the characters and 【文】, 【白】, 【俗】 behind the reading.
//! - The older tables 詞目總檔, as workbook or CSV: columns 詞目, 音讀, 文白屬性 (a number) or 文白俗替.
//! - JSON as 萌典 packs it: `title`, `heteronyms`, in these `trs` and `reading`; or a list of rows
//!   of the tables above.
//!
//! The licence (CC BY-ND 3.0 TW) allows no derived works: import it as it is, in a layer of its own.

use std::collections::HashMap;
use std::io::Cursor;

use calamine::{Data, Ods, Reader, Sheets, open_workbook_auto_from_rs};
use serde_json::Value;
use thakim_phonology::{Label, Notation};

use super::FormatError;
use super::foreign::{Foreign, Imported};
use super::sheet::{Row, Sheet};
use crate::dict::report::Reason;

const WORD: &[&str] = &["漢字", "詞目"];
const READING: &[&str] = &["羅馬字", "音讀"];
const LABEL: &[&str] = &["文白屬性", "文白俗替"];
/// The section, in the older tables.
const SECTION: &[&str] = &["屬性"];
/// The section of proverbs.
const PROVERBS: &str = "25";

/// The sheet of headwords.
const HEADWORDS: &str = "詞目";
/// The sheets of other readings of headwords, each with a label. 合音唸作 has one syllable for two
/// characters, and 例句 are sentences.
const MORE_SHEETS: [(&str, Option<Label>); 2] =
    [("又唸作", None), ("俗唸作", Some(Label::Popular))];

/// The sheet of other ways to write a headword, which is named by its number.
const OTHER_WRITINGS: &str = "異用字";
const NUMBER: &[&str] = &["詞目id"];

const CURE: &str = "take the file that the ministry publishes, unchanged";

/// Reads any of these files; its first bytes tell which.
pub(super) fn read(foreign: &Foreign<'_>) -> Result<Imported, FormatError> {
    let mut imported = Imported::default();
    // Workbooks are zip archives (ods, xlsx) or compound files (xls).
    if foreign.bytes.starts_with(b"PK") || foreign.bytes.starts_with(b"\xD0\xCF\x11\xE0") {
        read_workbook(foreign, &mut imported)?;
        return Ok(imported);
    }
    let text = foreign.text()?;
    if text.trim_start().starts_with(['[', '{']) {
        read_json(text, foreign, &mut imported)?;
    } else {
        let sheet = Sheet::separated(text, b',', foreign.path)?;
        read_sheet(&sheet, None, &mut imported)?;
    }
    Ok(imported)
}

fn read_workbook(foreign: &Foreign<'_>, imported: &mut Imported) -> Result<(), FormatError> {
    let malformed = |error: calamine::Error| {
        FormatError::malformed(foreign.path, "a workbook (ods, xlsx, xls)")(error)
    };
    let mut workbook = open(foreign.bytes).map_err(malformed)?;
    let names = workbook.sheet_names();
    let mut sheet = |name: &str| {
        let range = workbook.worksheet_range(name).map_err(malformed)?;
        let rows = range.rows().map(|row| row.iter().map(Data::to_string).collect());
        let place = format!("{}, sheet {name}", foreign.path.display());
        Ok::<Sheet, FormatError>(Sheet::of_rows(place, rows.collect()))
    };
    let has_columns =
        |sheet: &Sheet| sheet.column(&["詞目"]).is_some() && sheet.column(&["音讀"]).is_some();
    if names.iter().any(|name| name == HEADWORDS) {
        let headwords = sheet(HEADWORDS)?;
        read_sheet(&headwords, None, imported)?;
        if names.iter().any(|name| name == OTHER_WRITINGS) {
            read_other_writings(&headwords, &sheet(OTHER_WRITINGS)?, imported)?;
        }
        for (name, label) in MORE_SHEETS {
            if names.iter().any(|known| known == name) {
                read_sheet(&sheet(name)?, label, imported)?;
            }
        }
        return Ok(());
    }
    for name in &names {
        let sheet = sheet(name)?;
        if has_columns(&sheet) {
            return read_sheet(&sheet, None, imported);
        }
    }
    Err(FormatError::NoSheet { file: foreign.path.to_owned(), found: names.join(", ") })
}

/// An OpenDocument names its type at its beginning; of other workbooks the reader finds out.
fn open(bytes: &[u8]) -> Result<Sheets<Cursor<&[u8]>>, calamine::Error> {
    const OPEN_DOCUMENT: &[u8] = b"opendocument.spreadsheet";
    let start = &bytes[..bytes.len().min(256)];
    let bytes = Cursor::new(bytes);
    match start.windows(OPEN_DOCUMENT.len()).any(|window| window == OPEN_DOCUMENT) {
        true => Ok(Sheets::Ods(Ods::new(bytes)?)),
        false => open_workbook_auto_from_rs(bytes),
    }
}

fn read_sheet(
    sheet: &Sheet,
    label: Option<Label>,
    imported: &mut Imported,
) -> Result<(), FormatError> {
    let (word, reading) = (sheet.need(WORD, CURE)?, sheet.need(READING, CURE)?);
    let (labels, sections) = (sheet.column(LABEL), sheet.column(SECTION));
    sheet.each(imported, |imported, row| {
        let word = row.get(Some(word));
        if row.get(sections) == PROVERBS {
            imported.tables.report.reject(Reason::Sentence, word, 1);
            return;
        }
        let label = stated(row.get(labels)).or(label);
        imported.take(word, row.get(Some(reading)), Notation::Tl, label, true);
    });
    Ok(())
}

/// Headwords in other characters are read as the headword is.
fn read_other_writings(
    headwords: &Sheet,
    others: &Sheet,
    imported: &mut Imported,
) -> Result<(), FormatError> {
    let number = headwords.need(NUMBER, CURE)?;
    let reading = headwords.need(READING, CURE)?;
    let read = |row: Row<'_>| (row.get(Some(number)).to_owned(), row.get(Some(reading)).to_owned());
    let readings: HashMap<String, String> = headwords.whole().map(read).collect();
    let number = others.need(NUMBER, CURE)?;
    let word = others.need(&[OTHER_WRITINGS], CURE)?;
    others.each(imported, |imported, row| {
        let reading = readings.get(row.get(Some(number))).map_or("", String::as_str);
        for word in row.get(Some(word)).split(['、', ',', '/']) {
            imported.take(word, reading, Notation::Tl, None, true);
        }
    });
    Ok(())
}

/// A label as a number (1 文, 2 白, 3 俗, 4 替) or as its character.
fn stated(written: &str) -> Option<Label> {
    match written.parse() {
        Ok(number) => Label::from_number(number),
        Err(_) => written.chars().find_map(Label::from_han),
    }
}

fn read_json(
    text: &str,
    foreign: &Foreign<'_>,
    imported: &mut Imported,
) -> Result<(), FormatError> {
    let expected = "a JSON list of entries with `title` and `heteronyms`";
    let entries: Vec<Value> =
        serde_json::from_str(text).map_err(FormatError::malformed(foreign.path, expected))?;
    for entry in &entries {
        let field = |names: &[&str]| names.iter().find_map(|name| entry.get(name)?.as_str());
        let heteronyms = entry.get("heteronyms").and_then(Value::as_array);
        match (field(&["title"]), heteronyms, field(WORD), field(READING)) {
            (Some(word), Some(heteronyms), _, _) => {
                for heteronym in heteronyms {
                    let part = |name| heteronym.get(name).and_then(Value::as_str);
                    let label = part("reading").and_then(stated);
                    let readings = part("trs").unwrap_or_default();
                    imported.take(word, readings, Notation::Tl, label, true);
                }
            }
            (_, _, Some(word), Some(readings)) => {
                let label = field(LABEL).and_then(stated);
                imported.take(word, readings, Notation::Tl, label, true);
            }
            (word, _, other, _) => {
                let word = word.or(other).unwrap_or_default();
                imported.tables.report.reject(Reason::Broken, word, 1);
            }
        }
    }
    Ok(())
}
