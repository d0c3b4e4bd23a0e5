//! One row a token.

use super::Style;
use crate::{Candidate, Paragraph};

/// The names of the columns of [`tsv_rows`].
pub const TSV_HEADER: &str = "line\ttext\treading\torigin\tlabel\tconfidence\talternatives";

/// The tokens of a paragraph, each as one row that ends in a line feed: the number of the paragraph
/// (from 1), the text, the chosen reading with the tones of the style, where it comes from, its label, how likely it is right
/// in per cent, and the other readings, parted by ` / `. In the text, tabs, line breaks and
/// backslashes are written `\t`, `\n`, `\r` and `\\`.
pub fn tsv_rows(paragraph: &Paragraph, number: u64, style: &Style) -> String {
    let mut out = String::new();
    for (token, reading) in style.shown(paragraph) {
        let write = |candidate: &Candidate| style.reading(&candidate.reading);
        let chosen = token.candidates.first();
        let others: Vec<String> = token.candidates.iter().skip(1).map(write).collect();
        let columns = [
            number.to_string(),
            escape(&token.surface),
            reading.map(|reading| style.reading(&reading)).unwrap_or_default(),
            token.origin.name().to_owned(),
            chosen
                .and_then(|candidate| candidate.label)
                .map(|label| label.han().to_string())
                .unwrap_or_default(),
            chosen
                .map(|_| (u32::from(token.confidence) * 100 / 255).to_string())
                .unwrap_or_default(),
            others.join(" / "),
        ];
        out.push_str(&columns.join("\t"));
        out.push('\n');
    }
    out
}

fn escape(text: &str) -> String {
    text.replace('\\', "\\\\").replace('\t', "\\t").replace('\n', "\\n").replace('\r', "\\r")
}
