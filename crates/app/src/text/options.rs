//! The options of the notations, as people know them.
//!
//! The tables of `thakim-phonology` name options for the command line; here is what the page calls them.

use thakim_phonology::{Notation, OptionRow, ValueRow};

/// What an option of a notation decides, and the names of its values in the order of its row.
type Row = (Notation, &'static str, &'static str, &'static [&'static str]);

/// A row for every option of every notation.
const TABLE: &[Row] = &[];

/// What an option decides.
pub fn option(notation: Notation, row: &OptionRow) -> &'static str {
    find(notation, row).map_or(row.name, |found| found.2)
}

/// The name of a value of an option.
pub fn option_value(notation: Notation, row: &OptionRow, value: &ValueRow) -> &'static str {
    let index = row.values.iter().position(|known| known.name == value.name);
    let found = find(notation, row).zip(index).and_then(|(found, index)| found.3.get(index));
    found.copied().unwrap_or("")
}

fn find(notation: Notation, row: &OptionRow) -> Option<&'static Row> {
    TABLE.iter().find(|known| known.0 == notation && known.1 == row.name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_option_has_its_words_and_no_words_are_left_over() {
        for &notation in Notation::ALL {
            for row in notation.options() {
                let found = find(notation, row);
                let values = found.map(|found| found.3.len());
                assert_eq!(values, Some(row.values.len()), "{} {}", notation.id(), row.name);
            }
        }
        let options: usize = Notation::ALL.iter().map(|notation| notation.options().len()).sum();
        assert_eq!(TABLE.len(), options);
    }
}
