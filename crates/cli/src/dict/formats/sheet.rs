//! Tables with a header: CSV, and the sheets of a workbook.

use std::path::Path;

use super::FormatError;
use super::foreign::Imported;
use crate::dict::report::Reason;

/// A table with a header.
pub(super) struct Sheet {
    /// The file, and the name of the sheet if there are several.
    place: String,
    header: Vec<String>,
    /// The rows behind the header; none for one that has other columns.
    rows: Vec<Option<Vec<String>>>,
}

impl Sheet {
    /// Reads comma- or tab-separated values with a header.
    pub(super) fn separated(text: &str, by: u8, file: &Path) -> Result<Sheet, FormatError> {
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(by)
            // Our own tables have no quoting.
            .quoting(by == b',')
            .from_reader(text.as_bytes());
        let malformed = |error: csv::Error| {
            FormatError::malformed(file, "a table with a header in its first line")(error)
        };
        let header = reader.headers().map_err(malformed)?.iter().map(trimmed).collect();
        let mut rows = Vec::new();
        for record in reader.into_records() {
            match record {
                Ok(record) => rows.push(Some(record.iter().map(str::to_owned).collect())),
                Err(error) => match error.kind() {
                    csv::ErrorKind::UnequalLengths { .. } => rows.push(None),
                    _ => return Err(malformed(error)),
                },
            }
        }
        Ok(Sheet { place: file.display().to_string(), header, rows })
    }

    /// The sheet of a workbook: its rows, the first of which is the header. Rows without any text
    /// are none.
    pub(super) fn of_rows(place: String, mut rows: Vec<Vec<String>>) -> Sheet {
        let header = match rows.is_empty() {
            true => Vec::new(),
            false => rows.remove(0).iter().map(|name| trimmed(name)).collect(),
        };
        rows.retain(|row| row.iter().any(|cell| !cell.trim().is_empty()));
        Sheet { place, header, rows: rows.into_iter().map(Some).collect() }
    }

    /// The first of these columns that the table has.
    pub(super) fn column(&self, names: &[&str]) -> Option<usize> {
        names.iter().find_map(|name| self.header.iter().position(|column| column == name))
    }

    /// The same; that it has none of them is an error with this cure.
    pub(super) fn need(&self, names: &[&str], cure: &'static str) -> Result<usize, FormatError> {
        self.column(names).ok_or_else(|| FormatError::NoColumn {
            place: self.place.clone(),
            expected: names.join(" or "),
            found: self.header.join(", "),
            cure,
        })
    }

    /// The rows that are not broken.
    pub(super) fn whole(&self) -> impl Iterator<Item = Row<'_>> {
        self.rows.iter().flatten().map(|row| Row(row))
    }

    /// Each row, as a way to get its columns; a broken one is counted in the report.
    pub(super) fn each(
        &self,
        imported: &mut Imported,
        mut take: impl FnMut(&mut Imported, Row<'_>),
    ) {
        for row in &self.rows {
            match row {
                Some(row) => take(imported, Row(row)),
                None => imported.tables.report.reject(Reason::Broken, "", 1),
            }
        }
    }
}

fn trimmed(name: &str) -> String {
    name.trim().to_owned()
}

/// A row of a table.
#[derive(Clone, Copy)]
pub(super) struct Row<'a>(&'a [String]);

impl<'a> Row<'a> {
    /// What stands in a column, without blanks around it: nothing in one that is not there.
    pub(super) fn get(self, column: Option<usize>) -> &'a str {
        column.and_then(|column| self.0.get(column)).map(|cell| cell.trim()).unwrap_or_default()
    }
}
