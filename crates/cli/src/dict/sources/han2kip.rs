//! han2kip: words with one reading each, and how often they stand in running text.
//!
//! The list was made by aligning texts with their romanisation, and some words got the syllables of
//! their neighbours (`的時` read `sî-kan`, which is 時間). Those are refused by [`Evidence::is_shifted`].

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use thakim_phonology::{Final, Initial, Syllable};

use super::Source;
use crate::dict::archive::Package;
use crate::dict::error::ImportError;
use crate::dict::known::Known;
use crate::dict::reading::{aligned, han_word, syllables};
use crate::dict::report::Reason;
use crate::dict::tables::{Remark, Tables};

pub(super) const SOURCE: Source = Source {
    name: "han2kip",
    title: "han2kip: words of running text",
    layer: "main",
    licence: "MIT; where the words were collected is not stated",
    attribution: "han2kip by 林怡萱 and 林柏廷 (juliaouo); changed: spelling normalised, counts \
                  joined, rows refused as REPORT.toml counts",
    left_out: "Entries that are not Han characters, whose syllables are not as many as their \
               characters, or whose syllables seem to belong to a neighbouring word: a syllable \
               that no other word gives its character, where it is a reading of the next or the \
               previous character, or where half of the word is so.",
    derived: false,
    rows: "words with a reading",
    read,
};

const WORDS: &str = "han2kip/data/words.json";
const COUNTS: &str = "han2kip/data/dict.txt";

/// A syllable of a character that this many words of the list share is no accident.
const ENOUGH_WORDS: usize = 3;

fn read(package: &Package, dict: &Path) -> Result<Tables, ImportError> {
    let needed = dict.join("taibun/words.tsv");
    if !needed.is_file() {
        return Err(ImportError::ImportFirst { needed, before: "taibun", name: SOURCE.name });
    }
    let words: BTreeMap<String, String> = serde_json::from_slice(&package.read(WORDS)?)
        .map_err(ImportError::malformed(WORDS, "a JSON object from word to reading"))?;
    let counted = package.read_text(COUNTS)?;
    Ok(tables(&words, &counts(&counted)?, &Known::source(dict, "taibun")?))
}

/// One word a line, a space, its count.
fn counts(text: &str) -> Result<BTreeMap<&str, u64>, ImportError> {
    let mut counts = BTreeMap::new();
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        let fault = || ImportError::malformed(COUNTS, "a word, a space, its count")(line);
        let (word, count) = line.rsplit_once(' ').ok_or_else(fault)?;
        counts.insert(word, count.parse().map_err(|_| fault())?);
    }
    Ok(counts)
}

fn tables(
    words: &BTreeMap<String, String>,
    counts: &BTreeMap<&str, u64>,
    others: &Known,
) -> Tables {
    let evidence = Evidence::of(words, others);
    let mut tables = Tables::default();
    let Tables { words: out, report, .. } = &mut tables;
    for (word, reading) in words {
        if let Some(pairs) = pairs(word, reading)
            && evidence.is_shifted(&pairs)
        {
            report.reject(Reason::Unlikely, word, 1);
            continue;
        }
        let count = counts.get(word.as_str()).copied();
        out.take(report, word, reading, Remark { count, ..Remark::default() });
    }
    tables
}

/// The characters of a word with their syllables.
fn pairs(word: &str, reading: &str) -> Option<Vec<(char, Syllable)>> {
    let word = han_word(word).ok()?;
    let reading = aligned(&word, reading).ok()?;
    Some(word.chars().zip(syllables(&reading)).collect())
}

/// Which syllables a character has elsewhere.
struct Evidence {
    /// In the words of other sources.
    others: BTreeSet<(char, Syllable)>,
    /// The same whatever the tone: a tone may change inside a word, or be a loan's.
    others_toneless: BTreeSet<(char, Initial, Final)>,
    /// The characters that other sources know at all.
    known: BTreeSet<char>,
    /// In how many places of this list.
    here: BTreeMap<(char, Syllable), usize>,
}

impl Evidence {
    fn of(words: &BTreeMap<String, String>, sources: &Known) -> Evidence {
        let mut others = BTreeSet::new();
        for (word, readings) in sources.iter() {
            for reading in readings {
                others.extend(word.chars().zip(syllables(reading)));
            }
        }
        let mut here = BTreeMap::new();
        for pair in words.iter().filter_map(|(word, reading)| pairs(word, reading)).flatten() {
            *here.entry(pair).or_default() += 1;
        }
        Evidence {
            others_toneless: others
                .iter()
                .map(|&(han, of)| (han, of.initial(), of.rime()))
                .collect(),
            known: others.iter().map(|&(han, _)| han).collect(),
            others,
            here,
        }
    }

    /// Whether other sources know the character, but nothing gives it this syllable.
    fn is_odd(&self, (han, syllable): (char, Syllable)) -> bool {
        let toneless = (han, syllable.initial(), syllable.rime());
        self.known.contains(&han)
            && !self.others_toneless.contains(&toneless)
            && self.here.get(&(han, syllable)).copied().unwrap_or(0) < ENOUGH_WORDS
    }

    /// Whether a word of two or more characters seems to have syllables of its neighbours: an odd
    /// one is a reading of the character beside it (the alignment slipped by one), or there are two
    /// odd ones and half of the word is odd.
    fn is_shifted(&self, pairs: &[(char, Syllable)]) -> bool {
        if pairs.len() < 2 {
            return false;
        }
        let odd: Vec<usize> = (0..pairs.len()).filter(|&index| self.is_odd(pairs[index])).collect();
        let slipped = odd.iter().any(|&index| {
            let syllable = pairs[index].1;
            [index.checked_sub(1), Some(index + 1)].into_iter().flatten().any(|beside| {
                pairs.get(beside).is_some_and(|&(han, own)| {
                    own != syllable && self.others.contains(&(han, syllable))
                })
            })
        });
        slipped || (odd.len() >= 2 && odd.len() * 2 >= pairs.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dict::archive::made;

    fn known() -> Known {
        Known::of(&[
            ("的", "ê"),
            ("時間", "sî-kan"),
            ("時", "sî"),
            ("我", "guá"),
            ("仝", "kāng"),
            ("看", "khuànn"),
            ("守", "siú"),
            ("眼", "gán"),
            ("鏡", "kiànn"),
        ])
    }

    /// The words that are kept, of these.
    fn kept(rows: &[(&str, &str)]) -> Vec<String> {
        let words = rows.iter().map(|(word, of)| (word.to_string(), of.to_string())).collect();
        let tables = tables(&words, &BTreeMap::new(), &known());
        tables.words.iter().map(|(word, _)| word.to_owned()).collect()
    }

    #[test]
    fn refuses_the_syllables_of_a_neighbour() {
        // 的 has the syllable of 時, and 時 that of the 間 that was cut off.
        assert!(kept(&[("的時", "sî-kan")]).is_empty());
        // Nothing of it is known.
        assert!(kept(&[("我仝", "i-ioh")]).is_empty());
    }

    #[test]
    fn keeps_what_is_only_new() {
        // One odd syllable of two, another tone, a character that nobody knows, a single character.
        let rows =
            [("眼鏡", "ba̍k-kiànn"), ("看守", "khuann-siú"), ("綉時", "siù-sî"), ("仝", "tâng")];
        assert_eq!(kept(&rows).len(), 4);
    }

    #[test]
    fn keeps_what_several_words_say() {
        let rows = [
            ("的時", "tik-kan"),
            ("的看", "tik-khuànn"),
            ("的守", "tik-siú"),
            ("時看", "kan-khuànn"),
            ("時守", "kan-siú"),
        ];
        assert_eq!(kept(&rows).len(), 5);
    }

    #[test]
    fn joins_words_and_counts() {
        let folder = tempfile::tempdir().unwrap();
        let path = made::wheel(
            folder.path(),
            &[
                (WORDS, r#"{"時間": "sî-kan", "；": ";", "看守": "khàn"}"#.as_bytes()),
                (COUNTS, "時間 324\n； 12\n".as_bytes()),
            ],
        );
        let package = Package::open(&path).unwrap();
        let error = read(&package, folder.path()).err().unwrap().to_string();
        assert!(error.contains("import taibun before han2kip"), "{error}");

        std::fs::create_dir(folder.path().join("taibun")).unwrap();
        let table = "word\treading\tlabel\taccent\tcount\n時\tsî\t\t\t\n";
        std::fs::write(folder.path().join("taibun/words.tsv"), table).unwrap();
        let tables = read(&package, folder.path()).unwrap();
        assert_eq!(
            tables.files()[0].1.as_deref().unwrap(),
            "word\treading\tlabel\taccent\tcount\n時間\tsî-kan\t\t\t324\n"
        );
        assert_eq!(tables.report.rejected(Reason::NotHan), 1);
        assert_eq!(tables.report.rejected(Reason::Misaligned), 1);
        assert!(counts("時間324").is_err());
    }
}
