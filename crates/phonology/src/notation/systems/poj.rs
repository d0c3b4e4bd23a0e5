//! 白話字 (POJ) as the church has printed it since the middle of the 20th century: ch before every
//! vowel, o͘ with U+0358, ⁿ (U+207F) before -h.

use super::super::marks::{BREVE, church_marks};
use super::super::romanisation::Scheme;

pub(crate) static SYSTEM: Scheme =
    Scheme { initial: |row| row.poj, rime: |row| row.poj, mark_at, marks: church_marks(BREVE) };

/// As printed: ui and iu on the u; oa and oe on the o when open or only nasalised, else on the
/// second vowel; three vowels on the a; ere and iri on the last.
fn mark_at(rime: &str) -> usize {
    let vowels: String =
        rime.chars().take_while(|letter| "aeiour\u{358}".contains(*letter)).collect();
    let after = &rime[vowels.len()..];
    let open = matches!(after, "" | "ⁿ");
    match vowels.as_str() {
        "oa" | "oe" if open => 0,
        "oa" | "oe" => 1,
        "iu" => 1,
        "ui" => 0,
        "ia" | "io" | "io\u{358}" | "ior" | "ie" => 1,
        "iau" | "oai" | "iai" | "oee" => 1,
        "ere" | "iri" => 2,
        _ => 0,
    }
}
