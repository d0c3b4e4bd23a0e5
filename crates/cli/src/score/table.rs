//! Results as tables for people and as JSON for programs.

use serde_json::{Value, json};
use unicode_width::UnicodeWidthStr;

use super::Scored;
use super::metric::{Confusion, Counts};

/// A part of a whole, as a number from 0 to 1; 0 of nothing.
fn share(part: u64, whole: u64) -> f64 {
    part as f64 / whole.max(1) as f64
}

fn per_cent(part: u64, whole: u64) -> String {
    match whole {
        0 => "–".to_owned(),
        _ => format!("{:.2}", 100.0 * share(part, whole)),
    }
}

/// The scores, a row a set.
pub(super) fn scores(rows: &[Scored]) -> String {
    let header = [
        "set",
        "readings",
        "sentences",
        "characters",
        "strict",
        "variant",
        "accept",
        "base",
        "ambiguous",
        "unknown",
        "sentences strict",
        "sentences accept",
        "neutral",
    ];
    let row = |Scored { set, readings, counts, .. }: &Scored| {
        let of = |part| per_cent(part, counts.chars);
        [
            set.clone(),
            readings.clone(),
            counts.sentences.to_string(),
            counts.chars.to_string(),
            of(counts.strict),
            of(counts.variant),
            of(counts.accept),
            of(counts.base),
            per_cent(counts.ambiguous_strict, counts.ambiguous),
            of(counts.unknown),
            per_cent(counts.sentences_strict, counts.sentences),
            per_cent(counts.sentences_accept, counts.sentences),
            per_cent(counts.neutral_strict, counts.neutral),
        ]
    };
    aligned(header, rows.iter().map(row))
}

/// Whether doubt is shown where the errors are, a row a set.
pub(super) fn calibration(rows: &[Scored]) -> String {
    let header = [
        "set",
        "readings",
        "sure: strict",
        "sure: accept",
        "uncertain",
        "unknown",
        "errors uncertain",
        "errors unknown",
        "errors sure",
    ];
    let row = |Scored { set, readings, counts, .. }: &Scored| {
        let Errors { all, uncertain, unknown, sure } = Errors::of(counts);
        [
            set.clone(),
            readings.clone(),
            per_cent(counts.sure_strict, counts.sure),
            per_cent(counts.sure_accept, counts.sure),
            per_cent(counts.uncertain, counts.chars),
            per_cent(counts.unknown, counts.chars),
            per_cent(uncertain, all),
            per_cent(unknown, all),
            per_cent(sure, all),
        ]
    };
    aligned(header, rows.iter().map(row))
}

/// The characters that were not read acceptably, by how they are shown.
struct Errors {
    all: u64,
    uncertain: u64,
    unknown: u64,
    sure: u64,
}

impl Errors {
    fn of(counts: &Counts) -> Errors {
        let all = counts.chars - counts.accept;
        let uncertain = counts.uncertain - counts.uncertain_accept;
        let sure = counts.sure - counts.sure_accept;
        Errors { all, uncertain, sure, unknown: all - uncertain - sure }
    }
}

/// A set's most frequent confusions, one a line.
pub(super) fn confusions(Scored { set, readings, confusions, .. }: &Scored) -> String {
    let mut out = format!("{set} ({readings}): the most frequent confusions\n");
    for Confusion { character, gold, predicted, count, before, after } in confusions {
        let predicted = predicted.as_deref().unwrap_or("none");
        let line = format!(
            "{count:>6}  {character} {gold:<8} read {predicted:<8} {before}[{character}]{after}"
        );
        out.push_str(&line);
        out.push('\n');
    }
    out
}

/// A Markdown table whose columns are aligned for a terminal: texts to the left, numbers to the
/// right.
fn aligned<const N: usize>(header: [&str; N], rows: impl Iterator<Item = [String; N]>) -> String {
    const TEXTS: usize = 2;
    let rows: Vec<[String; N]> = std::iter::once(header.map(str::to_owned)).chain(rows).collect();
    let width = |column: usize| rows.iter().map(|row| row[column].width()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..N).map(|column| width(column).max(3)).collect();
    let mut out = String::new();
    for (index, row) in rows.iter().enumerate() {
        for (column, cell) in row.iter().enumerate() {
            let pad = " ".repeat(widths[column] - cell.width());
            let cell = if column < TEXTS { format!("{cell}{pad}") } else { format!("{pad}{cell}") };
            out.push_str(&format!("| {cell} "));
        }
        out.push_str("|\n");
        if index == 0 {
            for (column, width) in widths.iter().enumerate() {
                let dashes = "-".repeat(width - 1);
                let rule = if column < TEXTS { format!("{dashes}-") } else { format!("{dashes}:") };
                out.push_str(&format!("| {rule} "));
            }
            out.push_str("|\n");
        }
    }
    out
}

/// Everything of a row; shares from 0 to 1.
pub(super) fn as_json(scored: &Scored) -> Value {
    let Scored { set, readings, counts, confusions, has_doubt } = scored;
    let of = |part| share(part, counts.chars);
    let sentences = |part| share(part, counts.sentences);
    let errors = Errors::of(counts);
    let confusion = |found: &Confusion| {
        json!({
            "character": found.character,
            "gold": found.gold,
            "pred": found.predicted,
            "count": found.count,
            "before": found.before,
            "after": found.after,
        })
    };
    json!({
        "set": set,
        "readings": readings,
        "sentences": counts.sentences,
        "chars": counts.chars,
        "strict": of(counts.strict),
        "variant": of(counts.variant),
        "accept": of(counts.accept),
        "base": of(counts.base),
        "amb": share(counts.ambiguous_strict, counts.ambiguous),
        "amb_variant": share(counts.ambiguous_variant, counts.ambiguous),
        "amb_chars": counts.ambiguous,
        "oov": of(counts.unknown),
        "sent": sentences(counts.sentences_strict),
        "sent_variant": sentences(counts.sentences_variant),
        "sent_accept": sentences(counts.sentences_accept),
        "neutral_chars": counts.neutral,
        "neutral": share(counts.neutral_strict, counts.neutral),
        "calibration": has_doubt.then(|| json!({
            "sure_chars": counts.sure,
            "sure_strict": share(counts.sure_strict, counts.sure),
            "sure_accept": share(counts.sure_accept, counts.sure),
            "uncertain": of(counts.uncertain),
            "errors": errors.all,
            "errors_uncertain": share(errors.uncertain, errors.all),
            "errors_unknown": share(errors.unknown, errors.all),
        })),
        "confusions": confusions.iter().map(confusion).collect::<Vec<Value>>(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_stand_under_each_other_even_with_wide_names() {
        let rows = [["歌仔冊", "auto", "9.50"], ["prose", "auto", "100.00"]];
        let table = aligned(
            ["set", "readings", "strict"],
            rows.into_iter().map(|row| row.map(str::to_owned)),
        );
        assert_eq!(
            table,
            "| set    | readings | strict |\n\
             | ------ | -------- | -----: |\n\
             | 歌仔冊 | auto     |   9.50 |\n\
             | prose  | auto     | 100.00 |\n"
        );
    }

    #[test]
    fn of_nothing_there_is_no_share() {
        assert_eq!(per_cent(0, 0), "–");
        assert_eq!(per_cent(1, 3), "33.33");
        assert_eq!(share(0, 0), 0.0);
    }
}
