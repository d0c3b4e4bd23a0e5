//! 臺羅 (TL): 臺灣閩南語羅馬字拼音方案, Ministry of Education, 2006-10-14, and its 使用手冊.

use super::super::marks::{DOUBLE_ACUTE, church_marks};
use super::super::romanisation::Scheme;

pub(crate) static SYSTEM: Scheme = Scheme {
    initial: |row| row.tl,
    rime: |row| row.tl,
    mark_at,
    marks: church_marks(DOUBLE_ACUTE),
};

/// The manual's order: a > oo > e, o > i, u > m, ng; of iu and ui the second; of ere, and so of iri,
/// the last vowel.
fn mark_at(rime: &str) -> usize {
    let last = |letter| rime.rfind(letter).unwrap_or(0);
    if let Some(index) = rime.find('a') {
        index
    } else if rime.starts_with("ere") {
        last('e')
    } else if let Some(index) = rime.find(['e', 'o']) {
        index
    } else if rime.contains(['i', 'u']) {
        last('i').max(last('u'))
    } else {
        // m, and the n of ng.
        0
    }
}
