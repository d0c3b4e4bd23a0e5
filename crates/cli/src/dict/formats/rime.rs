//! Dictionaries of the input method Rime: `*.dict.yaml`.
//!
//! A header in YAML between `---` and `...`, then one word a line, with columns parted by tabs; the
//! header names them (`columns`), else they are text, code and weight. A line that begins with `#`
//! is a comment, up to one that says `# no comment`. Codes have their syllables parted by blanks.

use serde::Deserialize;

use super::FormatError;
use super::foreign::{Foreign, Imported};
use crate::dict::report::Reason;

/// What matters of the header.
#[derive(Deserialize)]
struct Header {
    version: Option<String>,
    columns: Option<Vec<String>>,
    import_tables: Option<Vec<String>>,
}

/// A word with its code, and what it weighs against other codes of the same word.
struct Entry<'a> {
    word: &'a str,
    code: String,
    weight: f64,
}

/// Reads one file; tables that it imports are not looked for.
pub(super) fn read(foreign: &Foreign<'_>) -> Result<Imported, FormatError> {
    let text = foreign.text()?;
    let (header, body) =
        split(text).ok_or_else(|| FormatError::NoHeaderEnd { file: foreign.path.to_owned() })?;
    let expected = "a header in YAML with `name`, `version` and perhaps `columns`";
    let header: Header =
        serde_saphyr::from_str(header).map_err(FormatError::malformed(foreign.path, expected))?;
    let default = ["text", "code", "weight"].map(str::to_owned).to_vec();
    let columns = header.columns.unwrap_or(default);
    let place = |name: &str| columns.iter().position(|column| column == name);
    let need = |name: &str| {
        place(name).ok_or_else(|| FormatError::NoColumn {
            place: foreign.path.display().to_string(),
            expected: format!("{name} in the header's `columns`"),
            found: columns.join(", "),
            cure: "a dictionary of codes that are no readings cannot be imported",
        })
    };
    let (text, code, weight) = (need("text")?, need("code")?, place("weight"));

    let mut imported = Imported { version: header.version, ..Imported::default() };
    let mut entries = Vec::new();
    for line in words(body) {
        let fields: Vec<&str> = line.split('\t').collect();
        let field = |column: Option<usize>| {
            column.and_then(|column| fields.get(column)).map(|field| field.trim())
        };
        match field(Some(text)).filter(|word| !word.is_empty()) {
            Some(word) => entries.push(Entry {
                word,
                code: reading(field(Some(code)).unwrap_or_default()),
                weight: field(weight).and_then(number).unwrap_or(0.0),
            }),
            None => imported.tables.report.reject(Reason::Broken, "", 1),
        }
    }
    // The heavier reading of a word first; of equal ones the earlier.
    entries.sort_by(|one, other| other.weight.total_cmp(&one.weight));
    for Entry { word, code, .. } in &entries {
        imported.take(word, code, foreign.notation, None, false);
    }
    if let Some(tables) = header.import_tables.filter(|tables| !tables.is_empty()) {
        imported.notes.push(format!(
            "this dictionary goes on in {}, which were not read: import each of them under a name of \
             its own",
            tables.join(", ")
        ));
    }
    Ok(imported)
}

/// The header without what ends it, and what stands behind it.
fn split(text: &str) -> Option<(&str, &str)> {
    let mut end = 0;
    for line in text.split_inclusive('\n') {
        if line.trim_end() == "..." {
            return Some((&text[..end], &text[end + line.len()..]));
        }
        end += line.len();
    }
    None
}

/// The lines that are neither empty nor comments.
fn words(body: &str) -> impl Iterator<Item = &str> {
    let mut has_comments = true;
    body.lines().map(str::trim_end).filter(move |line| {
        let is_comment = has_comments && line.starts_with('#');
        has_comments &= *line != "# no comment";
        !line.is_empty() && !is_comment
    })
}

/// A code as a word is written: its blanks are no borders of words.
fn reading(code: &str) -> String {
    let code = code.split_whitespace().collect::<Vec<_>>().join("-").replace("---", "--");
    // Codes all in capitals are nobody's name.
    if code.chars().any(char::is_lowercase) { code } else { code.to_lowercase() }
}

/// A weight, which may be a share of another (`20%`).
fn number(weight: &str) -> Option<f64> {
    weight.trim_end_matches('%').parse().ok()
}
