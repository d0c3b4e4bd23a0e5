//! iconv-lite: the Han characters of HKSCS, for texts that have them at private-use code points.
//!
//! Before Unicode had the characters that Hong Kong added to Big5, programs kept them where they kept
//! every code of Big5 that a user may define: at private-use code points, in an order that Microsoft's
//! code page 950 fixed. Texts converted so are still about. What stood at a code of Big5 is what HKSCS
//! says stands there.
//!
//! | codes of Big5 | private-use code points |
//! | --- | --- |
//! | FA40–FEFE | E000–E310 |
//! | 8E40–A0FE | E311–EEB7 |
//! | 8140–8DFE | EEB8–F6B0 |
//! | C6A1–C8FE | F6B1–F848 |
//!
//! A row of Big5 has 157 codes: with the second byte 40–7E, then A1–FE.

use std::path::Path;

use serde_json::Value;

use super::Source;
use crate::dict::archive::Package;
use crate::dict::error::ImportError;
use crate::dict::known::Known;
use crate::dict::tables::{Kind, Tables, Variants};

pub(super) const SOURCE: Source = Source {
    name: "hkscs",
    title: "HKSCS: characters at private-use code points",
    layer: "main",
    licence: "MIT",
    attribution: "The table of HKSCS in iconv-lite by Alexander Shtuchkin and contributors; changed: \
                  turned from codes of Big5 to the private-use code points of code page 950",
    left_out: "What is no Han character, and characters that no word of the main layer has.",
    derived: false,
    rows: "character mappings",
    read,
};

/// HKSCS as chunks: the code of the first character, then characters, and numbers that say how many
/// more follow the last one in Unicode's order.
const TABLE: &str = "encodings/tables/big5-added.json";

fn read(package: &Package, dict: &Path) -> Result<Tables, ImportError> {
    let known = Known::main_layer(dict, SOURCE.name)?;
    let mut tables = Tables { variants: Variants::of(known.characters()), ..Tables::default() };
    let Tables { variants, report, .. } = &mut tables;
    let chunks: Vec<Vec<Value>> = serde_json::from_str(&package.read_text(TABLE)?)
        .map_err(ImportError::malformed(TABLE, "chunks in JSON"))?;
    for chunk in &chunks {
        let characters = characters(chunk).ok_or_else(|| {
            let expected = "a code in hexadecimal, then characters and counts";
            ImportError::malformed(TABLE, expected)(format!("{chunk:?}"))
        })?;
        for (code, character) in characters {
            if let Some(private) = private_use(code).filter(|_| thakim_document::is_han(character))
            {
                let (private, character) = (private.to_string(), character.to_string());
                variants.take(report, &private, &character, Kind::Variant);
            }
        }
    }
    Ok(tables)
}

/// The codes and characters of a chunk; none where it is not made so. What has no character, or several
/// for one code, is passed over.
fn characters(chunk: &[Value]) -> Option<Vec<(u16, char)>> {
    let (first, parts) = chunk.split_first()?;
    let mut code = u16::from_str_radix(first.as_str()?, 16).ok()?;
    let mut found: Vec<(u16, char)> = Vec::new();
    for part in parts {
        if let Some(count) = part.as_u64() {
            let (_, last) = *found.last()?;
            for step in 1..=u32::try_from(count).ok()? {
                found.push((code, char::from_u32(u32::from(last) + step)?));
                code += 1;
            }
            continue;
        }
        let mut letters = part.as_str()?.chars();
        while let Some(letter) = letters.next() {
            match letter {
                // So many characters together stand for one code.
                '\u{FF1}'..='\u{FFF}' => {
                    let together = 0xFFF - u32::from(letter) + 2;
                    letters.by_ref().take(together as usize).for_each(drop);
                }
                '\u{FFFD}' => {}
                letter => found.push((code, letter)),
            }
            code += 1;
        }
    }
    Some(found)
}

/// The private-use code point of a code of Big5 that users may define.
fn private_use(code: u16) -> Option<char> {
    const ROW: u32 = 157;
    let [lead, trail] = code.to_be_bytes();
    let column = match trail {
        0x40..=0x7E => trail - 0x40,
        0xA1..=0xFE => trail - 0xA1 + 63,
        _ => return None,
    };
    let (first_row, first) = match (lead, column) {
        (0xFA..=0xFE, _) => (0xFA, 0xE000),
        (0x8E..=0xA0, _) => (0x8E, 0xE311),
        (0x81..=0x8D, _) => (0x81, 0xEEB8),
        // The first of these rows begins in the middle.
        (0xC6, 63..) | (0xC7..=0xC8, _) => (0xC6, 0xF6B1 - 63),
        _ => return None,
    };
    char::from_u32(first + u32::from(lead - first_row) * ROW + u32::from(column))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dict::archive::made;

    #[test]
    fn codes_are_turned_into_private_use_code_points() {
        for (code, private) in [
            (0xFA40, Some('\u{E000}')),
            (0xFA7E, Some('\u{E03E}')),
            (0xFAA1, Some('\u{E03F}')),
            (0xFEFE, Some('\u{E310}')),
            (0x8E40, Some('\u{E311}')),
            (0xA0FE, Some('\u{EEB7}')),
            (0x8140, Some('\u{EEB8}')),
            (0x8DFE, Some('\u{F6B0}')),
            (0xC6A1, Some('\u{F6B1}')),
            (0xC8FE, Some('\u{F848}')),
            (0xC67E, None),
            (0xA440, None),
            (0xFA7F, None),
        ] {
            assert_eq!(private_use(code), private, "{code:X}");
        }
    }

    #[test]
    fn han_characters_of_the_dictionary_are_taken() {
        let folder = tempfile::tempdir().unwrap();
        made::source(folder.path(), "words", "main", &["𠕇鋛", "七丈"]);
        let json = r#"[["8740","a䏰"],["c6a1","①丁",2,"࿿ab𠕇"],["fa40","𠕇鋛�"]]"#;
        let files: &[(&str, &[u8])] =
            &[("package/encodings/tables/big5-added.json", json.as_bytes())];
        let path = made::source_archive(folder.path(), files);
        let tables = read(&Package::open(&path).unwrap(), folder.path()).unwrap();
        // C6A1 ①, C6A2 丁, C6A3 and C6A4 the two after it, C6A5 two letters together, C6A6 𠕇.
        assert_eq!(
            tables.files()[2].1.as_deref().unwrap(),
            "character\tstands_for\tkind\n\
             \u{E000}\t𠕇\tvariant\n\u{E001}\t鋛\tvariant\n\u{F6B4}\t七\tvariant\n\u{F6B6}\t𠕇\tvariant\n"
        );
    }
}
