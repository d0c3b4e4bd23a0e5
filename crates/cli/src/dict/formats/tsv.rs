//! Our own table: tab-separated values with a header that names `word` and `reading`, and perhaps
//! `label` (文 白 俗 替), `accent` (1, 2) and `count`, in any order.

use thakim_phonology::Label;

use super::FormatError;
use super::foreign::{Foreign, Imported};
use super::sheet::{Row, Sheet};
use crate::dict::reading::spelt;
use crate::dict::report::Reason;
use crate::dict::tables::{Accent, Remark, Tables};

const CURE: &str = "begin the file with the line word⇥reading (⇥ is a tab)";

/// Reads the table. A row with a label, accent or count that is none is refused.
pub(super) fn read(foreign: &Foreign<'_>) -> Result<Imported, FormatError> {
    let sheet = Sheet::separated(foreign.text()?, b'\t', foreign.path)?;
    let (word, reading) = (sheet.need(&["word"], CURE)?, sheet.need(&["reading"], CURE)?);
    let [label, accent, count] = ["label", "accent", "count"].map(|name| sheet.column(&[name]));
    let mut imported = Imported::default();
    sheet.each(&mut imported, |imported, row| {
        let Tables { words, report, .. } = &mut imported.tables;
        let written = row.get(Some(reading));
        let reading = match foreign.notation.parse(written) {
            Ok(reading) => spelt(&reading),
            Err(_) => written.to_owned(),
        };
        let word = row.get(Some(word));
        match remark(row, label, accent, count) {
            Some(remark) => words.take(report, word, &reading, remark),
            None => report.reject(Reason::Broken, word, 1),
        }
    });
    Ok(imported)
}

/// What the row says of the reading; none if it says what cannot be.
fn remark(
    row: Row<'_>,
    label: Option<usize>,
    accent: Option<usize>,
    count: Option<usize>,
) -> Option<Remark> {
    let label = match row.get(label) {
        "" => None,
        written => Some(Label::from_han(written.parse().ok()?)?),
    };
    let accent = match row.get(accent) {
        "" => None,
        "1" => Some(Accent::First),
        "2" => Some(Accent::Second),
        _ => return None,
    };
    let count = match row.get(count) {
        "" => None,
        // As large as the tables may hold.
        written => Some(u64::from(written.parse::<u32>().ok()?)),
    };
    Some(Remark { label, accent, count })
}
