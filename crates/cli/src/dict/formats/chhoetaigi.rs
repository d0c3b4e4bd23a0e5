//! The CSV files of ChhoeTaigi 找台語's database (台語字詞資料庫).
//!
//! Each of its dictionaries has columns of its own; they share the names of those that matter here.
//! Until 2019 the names were others (`hanlo_tailo`, `tailo_unicode`).

use thakim_phonology::{Label, Notation};

use super::FormatError;
use super::foreign::{Foreign, Imported};
use super::sheet::Sheet;

/// The word in Taiwanese: Han characters, or Han characters and Latin letters, which are refused.
/// `HoaBun` is Mandarin: a translation, not the word.
const WORD: &[&str] = &[
    "HanLoTaibunKip",
    "HanLoTaibunPoj",
    "taigi_hanji",
    "hanlo_tailo",
    "hanlo_poj",
    "taigi_hanlo_tailo",
    "taigi_hanlo_poj",
    "hanlo",
];

/// Other ways to write the word, parted by slashes or commas.
const OTHER_WORDS: &[&str] = &["KipDictHanjiTaibunOthers"];

/// The columns of readings: those of one kind by preference, in which notation, with which label.
const READINGS: &[(&[&str], Notation, Option<Label>)] = &[
    (&["KipUnicode", "KipInput", "tailo_unicode", "tailo_input"], Notation::Tl, None),
    (&["PojUnicode", "PojInput", "poj_unicode", "poj_input"], Notation::Poj, None),
];

/// Other readings than those, in the same way.
const OTHERS: &[(&[&str], Notation, Option<Label>)] = &[
    (
        &["KipUnicodeOthers", "KipInputOthers", "tailo_other_unicode", "tailo_other_input"],
        Notation::Tl,
        None,
    ),
    (
        &["PojUnicodeOthers", "PojInputOthers", "poj_other_unicode", "poj_other_input"],
        Notation::Poj,
        None,
    ),
];

/// 甘字典's readings of characters in literary texts (漢文音).
const LITERARY: &[(&[&str], Notation, Option<Label>)] = &[
    (&["HanbunImKipUnicode", "HanbunImKipInput"], Notation::Tl, Some(Label::Literary)),
    (&["HanbunImPojUnicode", "HanbunImPojInput"], Notation::Poj, Some(Label::Literary)),
];

const LABEL: &[&str] = &["word_bunpeh_property"];

/// Reads one of the files.
pub(super) fn read(foreign: &Foreign<'_>) -> Result<Imported, FormatError> {
    let sheet = Sheet::separated(foreign.text()?, b',', foreign.path)?;
    let word = sheet.need(
        WORD,
        "take one of ChhoeTaigi's dictionaries that writes the words in Taiwanese (HoaBun is Mandarin)",
    )?;
    let columns = |kinds: &[(&[&str], Notation, Option<Label>)]| {
        let find = |&(names, notation, label): &(&[&str], _, _)| {
            Some((sheet.column(names)?, notation, label))
        };
        // The readings stand in both notations: one is enough.
        kinds.iter().find_map(find)
    };
    if columns(READINGS).is_none() {
        let names: Vec<&str> =
            READINGS.iter().flat_map(|(names, _, _)| names.iter().copied()).collect();
        sheet.need(&names, "take the file as ChhoeTaigi publishes it")?;
    }
    let (readings, others, literary) = (columns(READINGS), columns(OTHERS), columns(LITERARY));
    let (other_words, label) = (sheet.column(OTHER_WORDS), sheet.column(LABEL));

    let mut imported = Imported::default();
    sheet.each(&mut imported, |imported, row| {
        let label = row.get(label).chars().find_map(Label::from_han);
        let main = row.get(Some(word));
        if let Some((column, notation, _)) = readings {
            imported.take(main, row.get(Some(column)), notation, label, false);
            let parts = row.get(other_words).split(['/', ',', '、', '，', ';']);
            for other in parts.filter(|other| !other.trim().is_empty()) {
                imported.take(other, row.get(Some(column)), notation, label, false);
            }
        }
        for (column, notation, label) in [others, literary].into_iter().flatten() {
            let readings = row.get(Some(column));
            if !readings.is_empty() {
                imported.take(main, readings, notation, label, false);
            }
        }
    });
    Ok(imported)
}
