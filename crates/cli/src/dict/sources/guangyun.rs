//! 廣韻: every character with its positions, and the literary reading that follows from each.
//!
//! The readings are derived by [`thakim_phonology::middle_chinese`], not found: a dictionary's own
//! literary reading is better. How good they are is measured by `thakim dict agreement`.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;
use thakim_phonology::middle_chinese::{Position, literary};
use thakim_phonology::{Label, Reading, Spoken};

use super::Source;
use crate::dict::archive::Package;
use crate::dict::error::ImportError;
use crate::dict::reading::{han_word, spelt};
use crate::dict::tables::{Placed, Remark, Tables};

pub(super) const SOURCE: Source = Source {
    name: "guangyun",
    title: "廣韻: literary readings derived from its positions",
    layer: "main",
    licence: "CC0-1.0",
    attribution: "廣韻 (1008), as collated by the nk2028 project in its package qieyun; changed: \
                  literary readings derived from the positions by our own rules",
    left_out: "Glosses, pictures and the other books of the package. Readings of a character that \
               another of its positions gives as well: positions.tsv has every position.",
    derived: true,
    rows: "characters of entries",
    read,
};

const MEMBER: &str = "Qieyun/rhyme_book.csv";

/// The book, by the name that the package gives it.
const BOOK: &str = "廣韻";

/// One entry. A column 覈校前 holds what the book prints; the column beside it what it must be, or
/// nothing when the book is right.
#[derive(Deserialize)]
struct Entry {
    #[serde(rename = "資料名稱")]
    book: String,
    #[serde(rename = "最簡描述")]
    position: String,
    #[serde(rename = "反切覈校前")]
    printed_spelling: String,
    #[serde(rename = "反切")]
    spelling: String,
    #[serde(rename = "字頭覈校前")]
    printed: String,
    #[serde(rename = "字頭")]
    character: String,
    #[serde(rename = "釋義")]
    gloss: String,
}

fn read(package: &Package, _dict: &Path) -> Result<Tables, ImportError> {
    tables(&package.read_text(MEMBER)?)
}

/// An entry of one character.
struct Found {
    position: Position,
    spelling: Option<(char, char)>,
    /// In chars.
    gloss: usize,
}

fn tables(text: &str) -> Result<Tables, ImportError> {
    let mut tables = Tables::default();
    let mut characters: BTreeMap<char, Vec<Found>> = BTreeMap::new();
    for entry in csv::Reader::from_reader(text.as_bytes()).deserialize() {
        let entry: Entry =
            entry.map_err(ImportError::malformed(MEMBER, "a CSV file of entries"))?;
        if entry.book != BOOK {
            continue;
        }
        let position: Position = entry
            .position
            .parse()
            .map_err(ImportError::malformed(MEMBER, "a position in its short form"))?;
        let spelling = or(&entry.spelling, &entry.printed_spelling);
        let mut letters = spelling.chars();
        let spelling = letters.next().zip(letters.next());
        // Texts have the form that was collated as often as the one that is right: 宮 and 宫.
        let right = or(&entry.character, &entry.printed);
        let printed = Some(entry.printed.as_str()).filter(|printed| *printed != right);
        for written in [right].into_iter().chain(printed) {
            let word = match han_word(written) {
                Ok(word) => word,
                Err(reason) => {
                    tables.report.reject(reason, written, 1);
                    continue;
                }
            };
            for character in word.chars() {
                let gloss = entry.gloss.chars().count();
                let found = Found { position, spelling, gloss };
                characters.entry(character).or_default().push(found);
            }
        }
    }
    for (character, mut found) in characters {
        // The book explains a character where it is chiefly read, and only refers to that place from
        // the others: where it says most comes first, then the order of the book.
        found.sort_by_key(|found| Reverse(found.gloss));
        for Found { position, spelling, .. } in found {
            take(&mut tables, character, position, spelling);
        }
    }
    Ok(tables)
}

/// The first of two that is not empty.
fn or<'a>(first: &'a str, second: &'a str) -> &'a str {
    if first.is_empty() { second } else { first }
}

fn take(tables: &mut Tables, character: char, position: Position, spelling: Option<(char, char)>) {
    let reading = Reading::from(Spoken::plain(literary(position)));
    let remark = Remark { label: Some(Label::Literary), ..Remark::default() };
    tables.words.take(&mut tables.report, &character.to_string(), &spelt(&reading), remark);
    let placed = tables.positions.entry(character).or_default();
    let row = Placed { position, spelling, reading };
    if !placed.contains(&row) {
        placed.push(row);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dict::archive::made;
    use crate::dict::report::Reason;

    const HEADER: &str =
        "資料名稱,小韻號,韻部原貌,最簡描述,反切覈校前,反切,字頭覈校前,字頭,釋義,釋義補充,圖片id\n";

    #[test]
    fn derives_a_reading_for_every_position() {
        let file = format!(
            "{HEADER}王一,2,支,從開三支平,疾移,,疵,,疾移反,,3\n\
             廣韻,1,東,端一東平,德紅,,東,,春方也,,\n\
             廣韻,25,東,見三東平,居戎,,宮,宫,白虎通曰黃帝作宮室,,\n\
             廣韻,43,支,精合支平,姊宜,姊規,厜,,厜㕒,,\n\
             廣韻,2,拯,章開蒸上,,,拯,,救也,,\n"
        );
        let folder = tempfile::tempdir().unwrap();
        let path = made::wheel(folder.path(), &[(MEMBER, file.as_bytes())]);
        let tables = read(&Package::open(&path).unwrap(), folder.path()).unwrap();
        let files: BTreeMap<_, _> = tables.files().into_iter().collect();
        assert_eq!(
            files["words.tsv"].as_deref().unwrap(),
            "word\treading\tlabel\taccent\tcount\n厜\ttsui\t文\t\t\n宫\tkiong\t文\t\t\n\
             宮\tkiong\t文\t\t\n拯\ttsíng\t文\t\t\n東\ttong\t文\t\t\n"
        );
        assert_eq!(
            files["positions.tsv"].as_deref().unwrap(),
            "character\tposition\tupper\tlower\treading\n厜\t精合支平\t姊\t規\ttsui\n\
             宫\t見三東平\t居\t戎\tkiong\n宮\t見三東平\t居\t戎\tkiong\n\
             拯\t章開蒸上\t\t\ttsíng\n東\t端一東平\t德\t紅\ttong\n"
        );
    }

    #[test]
    fn the_chief_reading_comes_first_and_each_once() {
        let file = format!(
            "{HEADER}廣韻,1,東,溪一東平,苦紅,,空,,又去聲,,\n\
             廣韻,2,董,溪一東上,康董,,空,,又上聲,,\n\
             廣韻,3,送,溪一東去,苦貢,,空,,空缺也說文曰竅也,,\n\
             廣韻,4,冬,溪冬平,苦冬,,空,,又,,\n"
        );
        let tables = tables(&file).unwrap();
        let readings: Vec<_> = tables.words.iter().flat_map(|(_, rows)| rows).collect();
        let spelt: Vec<_> = readings.iter().map(|row| spelt(&row.reading)).collect();
        assert_eq!(spelt, ["khòng", "khong", "khóng"]);
        assert_eq!(tables.report.rejected(Reason::Duplicate), 1);
        assert_eq!(tables.positions[&'空'].len(), 4);
    }

    #[test]
    fn what_is_no_position_is_an_error() {
        let file = format!("{HEADER}廣韻,1,東,端一東X,德紅,,東,,春方也,,\n");
        let error = tables(&file).err().unwrap().to_string();
        assert!(error.contains("expected a tone (平上去入), found X"), "{error}");
    }
}
