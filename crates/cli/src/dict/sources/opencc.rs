//! OpenCC: simplified and regional forms of characters.

use std::collections::BTreeMap;
use std::path::Path;

use super::Source;
use crate::dict::archive::Package;
use crate::dict::error::ImportError;
use crate::dict::known::Known;
use crate::dict::tables::{Kind, Tables, Variants};

pub(super) const SOURCE: Source = Source {
    name: "opencc",
    title: "OpenCC: tables of characters",
    layer: "main",
    licence: "Apache-2.0",
    attribution: "Open Chinese Convert by BYVoid and contributors, as packed in \
                  opencc-python-reimplemented by Yichen Huang; changed: the tables are read from \
                  variant to usual form and merged",
    left_out: "The tables of phrases, which convert Mandarin wording; mappings of a character to \
               itself, and to a character that no word of the main layer has.",
    derived: false,
    rows: "character mappings",
    read,
};

/// Which column of a table holds the variants.
#[derive(Clone, Copy, PartialEq, Eq)]
enum VariantsAre {
    /// The key, and the values are what it stands for in order of preference.
    Keys,
    /// The values: each stands for the key.
    Values,
    /// Either: a text may have one form and the dictionary the other.
    Both,
}

/// The tables in the order of preference of what they say about a character.
const FILES: &[(&str, VariantsAre, Kind)] = &[
    // Simplified to traditional, the likeliest first; then the pairs that only the way back has.
    ("opencc/dictionary/STCharacters.txt", VariantsAre::Keys, Kind::Simplified),
    ("opencc/dictionary/TSCharacters.txt", VariantsAre::Values, Kind::Simplified),
    // From OpenCC's own standard to that of Taiwan and of Hong Kong.
    (TO_TAIWAN, VariantsAre::Both, Kind::Variant),
    ("opencc/dictionary/HKVariants.txt", VariantsAre::Both, Kind::Variant),
    // To the new forms of Japan.
    ("opencc/dictionary/JPVariants.txt", VariantsAre::Values, Kind::Simplified),
];

/// From OpenCC's own standard to that of Taiwan, which the dictionaries write.
const TO_TAIWAN: &str = "opencc/dictionary/TWVariants.txt";

fn read(package: &Package, dict: &Path) -> Result<Tables, ImportError> {
    let known = Known::main_layer(dict, SOURCE.name)?;
    let mut tables = Tables { variants: Variants::of(known.characters()), ..Tables::default() };
    let Tables { variants, report, .. } = &mut tables;
    let to_taiwan: BTreeMap<_, _> = mappings(package, TO_TAIWAN)?.into_iter().collect();
    for &(member, direction, kind) in FILES {
        for (key, values) in mappings(package, member)? {
            for value in &values {
                let mut take = |variant: &str, stands_for: &str| {
                    // 为 is 爲 to OpenCC, and 為 to a dictionary of Taiwan.
                    for usual in to_taiwan.get(stands_for).into_iter().flatten() {
                        if usual != variant && kind == Kind::Simplified {
                            variants.take(report, variant, usual, kind);
                        }
                    }
                    variants.take(report, variant, stands_for, kind);
                };
                if direction != VariantsAre::Values {
                    take(&key, value);
                }
                if direction != VariantsAre::Keys {
                    take(value, &key);
                }
            }
        }
    }
    Ok(tables)
}

/// The lines of a table: a character, and what it is turned into.
fn mappings(
    package: &Package,
    member: &'static str,
) -> Result<Vec<(String, Vec<String>)>, ImportError> {
    let text = package.read_text(member)?;
    let lines = text.lines().filter(|line| !line.is_empty());
    lines
        .map(|line| {
            let (key, values) = line.split_once('\t').ok_or_else(|| {
                ImportError::malformed(member, "a character, a tab, characters")(line)
            })?;
            Ok((key.to_owned(), values.split_whitespace().map(str::to_owned).collect()))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dict::archive::made;
    use crate::dict::report::Reason;

    #[test]
    fn reads_every_table_towards_the_usual_form() {
        let folder = tempfile::tempdir().unwrap();
        made::source(folder.path(), "words", "main", &["發髮", "丑醜", "乾", "為", "龍", "衛"]);
        // Nothing of the main layer depends on another layer.
        made::source(folder.path(), "moe", "moe", &["爲", "衞"]);
        let path = made::wheel(
            folder.path(),
            &[
                (
                    "opencc/dictionary/STCharacters.txt",
                    "发\t發 髮\r\n丑\t丑 醜\r\n为\t爲\r\n".as_bytes(),
                ),
                ("opencc/dictionary/TSCharacters.txt", "發\t发\n乾\t干\n".as_bytes()),
                ("opencc/dictionary/TWVariants.txt", "爲\t為\n".as_bytes()),
                ("opencc/dictionary/HKVariants.txt", "衛\t衞\n".as_bytes()),
                ("opencc/dictionary/JPVariants.txt", "龍\t竜\n".as_bytes()),
            ],
        );
        let tables = read(&Package::open(&path).unwrap(), folder.path()).unwrap();
        assert_eq!(
            tables.files()[2].1.as_deref().unwrap(),
            "character\tstands_for\tkind\n\
             丑\t醜\tsimplified\n为\t為\tsimplified\n发\t發\tsimplified\n发\t髮\tsimplified\n\
             干\t乾\tsimplified\n爲\t為\tvariant\n竜\t龍\tsimplified\n衞\t衛\tvariant\n"
        );
        assert_eq!(tables.report.rejected(Reason::Itself), 1);
        assert_eq!(tables.report.rejected(Reason::Duplicate), 1);
        assert_eq!(tables.report.rejected(Reason::Orphan), 3);
    }

    #[test]
    fn a_line_without_a_tab_is_an_error() {
        let folder = tempfile::tempdir().unwrap();
        let files: &[(&str, &[u8])] = &[(TO_TAIWAN, "爲為".as_bytes())];
        let path = made::wheel(folder.path(), files);
        let error = read(&Package::open(&path).unwrap(), folder.path()).err().unwrap();
        assert!(error.to_string().contains("爲為"), "{error}");
    }
}
