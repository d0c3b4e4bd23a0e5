//! The corpus: how often a word stands in text, and with which reading.
//!
//! Only counts leave this module, and none below [`SEEN`]: no sentence can be put together again.

use std::collections::{BTreeMap, HashSet};
use std::io::Read;
use std::path::Path;

use flate2::read::GzDecoder;
use thakim_phonology::{Notation, Reading, Syllable};
use thakim_training::Part;

use super::Source;
use crate::dict::archive::Package;
use crate::dict::error::ImportError;
use crate::dict::known::Known;
use crate::dict::reading::{han_word, spelt, syllables};
use crate::dict::report::Reason;
use crate::dict::tables::{Remark, Tables};
use crate::model::corpus;

pub(super) const SOURCE: Source = Source {
    name: "corpus",
    title: "Taiwanese Speech and Text Corpus: counts of words",
    layer: "main",
    licence: "none stated; only counts of words, which are facts, are taken",
    attribution: "Taiwanese Speech and Text Corpus by 高明達 (Institute of Information Science, \
                  Academia Sinica); changed: counted",
    left_out: "The sentences. The lines that the model is tuned and measured on. Words read so fewer than 3 times; words and readings that no \
               dictionary of the main layer has, when seen fewer than 5 times or in less than a \
               tenth of the places of their word. Words that are not Han characters, or whose \
               syllables are not as many as their characters.",
    derived: false,
    rows: "words of running text",
    read,
};

const MEMBER: &str = "語料/語句文本.txt.gz";

/// A word with a reading is counted from this many places on.
const SEEN: u64 = 3;

/// What no dictionary has is believed from this many places on …
const BELIEVED: u64 = 5;

/// … if it is at least one in so many of the places of its word.
const SHARE: u64 = 10;

fn read(package: &Package, dict: &Path) -> Result<Tables, ImportError> {
    let compressed = package.read(MEMBER)?;
    let mut text = String::new();
    GzDecoder::new(compressed.as_slice())
        .read_to_string(&mut text)
        .map_err(ImportError::malformed(MEMBER, "gzip of UTF-8"))?;
    Ok(tables(&text, &Known::main_layer(dict, SOURCE.name)?))
}

fn tables(text: &str, known: &Known) -> Tables {
    let mut tables = Tables::default();
    let mut seen: BTreeMap<String, BTreeMap<Vec<Syllable>, Spellings>> = BTreeMap::new();
    let mut tokens: BTreeMap<&str, u64> = BTreeMap::new();
    // Only what the model learns from is counted: its held-out figures would be none if the
    // dictionary had seen the rest.
    // A line that is repeated belongs where it is first.
    let mut lines_seen = HashSet::new();
    let lines = text.lines().enumerate().filter(|(_, line)| lines_seen.insert(*line));
    let lines = lines.filter(|(line, _)| corpus::part(*line) == Part::Train);
    for token in lines.flat_map(|(_, line)| line.split_whitespace()) {
        *tokens.entry(token).or_default() += 1;
    }
    for (token, times) in tokens {
        match parse(token) {
            Ok((word, reading)) => {
                let readings = seen.entry(word).or_default();
                let spellings = readings.entry(syllables(&reading)).or_default();
                *spellings.entry(reading).or_default() += times;
            }
            Err(reason) => {
                let word = token.split('｜').next().unwrap_or(token);
                tables.report.reject(reason, word, times);
            }
        }
    }
    for (word, readings) in seen {
        let places: u64 = readings.values().flat_map(BTreeMap::values).sum();
        for spellings in readings.into_values() {
            count(&mut tables, &word, places, &spellings, known);
        }
    }
    tables
}

/// How often each spelling of the same syllables was seen: most of the corpus does not mark neutral
/// syllables.
type Spellings = BTreeMap<Reading, u64>;

/// Counts one reading of a word that stands in so many places.
fn count(tables: &mut Tables, word: &str, places: u64, spellings: &Spellings, known: &Known) {
    let own: Vec<&Reading> = known
        .readings(word)
        .iter()
        .filter(|reading| spellings.keys().any(|seen| syllables(seen) == syllables(reading)))
        .collect();
    // The dictionaries' spelling; where they have several, each counts what was written so, and the
    // first the rest.
    let mut counts: BTreeMap<String, u64> = BTreeMap::new();
    for (reading, &times) in spellings {
        let spelling = match own.first() {
            Some(first) if !own.contains(&reading) => spelt(first),
            Some(_) => spelt(reading),
            None => spelt(usual(spellings).unwrap_or(reading)),
        };
        *counts.entry(spelling).or_default() += times;
    }
    for (spelling, times) in counts {
        let is_new = own.is_empty();
        let is_rare = times < SEEN || (is_new && (times < BELIEVED || times * SHARE < places));
        if is_rare {
            tables.report.reject(Reason::Rare, word, times);
            continue;
        }
        if is_new && let Err(reason) = tables.words.add(word, &spelling, Remark::default()) {
            tables.report.reject(reason, word, times);
            continue;
        }
        tables.report.keep(times);
        tables.counts.insert((word.to_owned(), spelling), times);
    }
}

/// Of a reading that no dictionary has: the commonest spelling that marks neutral syllables if that
/// was seen often enough, else the plain one.
fn usual(spellings: &Spellings) -> Option<&Reading> {
    let marked = |reading: &Reading| reading.is_neutral(reading.len() - 1);
    let most = |marks: bool| {
        spellings
            .iter()
            .filter(|(reading, times)| marked(reading) == marks && (!marks || **times >= SEEN))
            .max_by_key(|(_, times)| **times)
            .map(|(reading, _)| reading)
    };
    most(true).or_else(|| most(false))
}

/// `漢-字｜han3-ji7`: a digit 0 before a syllable makes it, and what follows, neutral.
fn parse(token: &str) -> Result<(String, Reading), Reason> {
    let (characters, written) = token.split_once('｜').ok_or(Reason::NoReading)?;
    let word = han_word(&characters.replace('-', ""))?;
    let mut numeric = String::new();
    let mut is_neutral = false;
    for (index, syllable) in written.split('-').enumerate() {
        let syllable = match syllable.strip_prefix('0') {
            Some(rest) => {
                // From the first on all are neutral: one mark says so.
                numeric.push_str(if is_neutral { "-" } else { "--" });
                is_neutral = true;
                rest
            }
            None => {
                numeric.push_str(if index == 0 { "" } else { "-" });
                syllable
            }
        };
        if syllable.starts_with('1') {
            return Err(Reason::LoanTone);
        }
        if !syllable.ends_with(|last: char| last.is_ascii_digit()) {
            return Err(Reason::BadSyllable);
        }
        numeric.push_str(syllable);
    }
    let reading = Notation::Tl.parse(&numeric).map_err(|_| Reason::BadSyllable)?;
    match reading.len() == word.chars().count() {
        true => Ok((word, reading)),
        false => Err(Reason::Misaligned),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dict::archive::made;

    /// A text of these tokens, so many times each.
    fn text(tokens: &[(&str, usize)]) -> String {
        tokens.iter().map(|(token, times)| format!("{token} ").repeat(*times)).collect()
    }

    fn check(tokens: &[(&str, usize)], known: &[(&str, &str)], words: &str, counts: &str) {
        let tables = tables(&text(tokens), &Known::of(known));
        let rows = |file: &Option<String>| {
            let table = file.clone().unwrap_or_default();
            table
                .lines()
                .skip(1)
                .map(|line| line.trim_end().replace('\t', " "))
                .collect::<Vec<_>>()
                .join(", ")
        };
        let files = tables.files();
        assert_eq!(rows(&files[0].1), words, "words");
        assert_eq!(rows(&files[1].1), counts, "counts");
    }

    #[test]
    fn counts_what_dictionaries_have_from_three_on() {
        check(
            &[("一｜tsit8", 3), ("一｜it4", 2), ("，｜,", 9)],
            &[("一", "tsi̍t"), ("一", "it")],
            "",
            "一 tsi̍t 3",
        );
    }

    #[test]
    fn what_is_held_out_is_not_counted() {
        // A line of each word, as far down as all parts reach.
        let word = |line| match corpus::part(line) {
            Part::Train => "一",
            Part::Tune => "二",
            Part::Test => "三",
        };
        let lines = 0..400;
        let learnt = lines.clone().filter(|&line| corpus::part(line) == Part::Train).count();
        // No two lines are the same: a repeated one belongs where it is first.
        let text: String = lines.map(|line| format!("{}｜it4 {line}\n", word(line))).collect();
        let text = text.clone() + &text;
        let tables = tables(&text, &Known::of(&[("一", "it"), ("二", "it"), ("三", "it")]));
        let counted: Vec<_> = tables.counts.iter().collect();
        assert_eq!(counted, [(&("一".to_owned(), "it".to_owned()), &(learnt as u64))]);
        assert!(learnt < 400 && tables.words.iter().next().is_none());
    }

    #[test]
    fn spells_as_the_dictionaries_do() {
        check(
            &[("轉-來｜tng2-lai5", 4), ("轉-來｜tng2-0lai5", 2), ("臺-灣｜tai5-uan5", 3)],
            &[("轉來", "tńg--lâi"), ("臺灣", "Tâi-uân")],
            "",
            "臺灣 Tâi-uân 3, 轉來 tńg--lâi 6",
        );
        check(
            &[("啊｜ah4", 4), ("啊｜0ah4", 3)],
            &[("啊", "--ah"), ("啊", "ah")],
            "",
            "啊 --ah 3, 啊 ah 4",
        );
    }

    #[test]
    fn believes_a_new_word_from_five_on() {
        check(
            &[("馬-英-九｜ma2-ing1-kiu2", 5), ("蔡-英-文｜tshua3-ing1-bun5", 4)],
            &[],
            "馬英九 má-ing-kiú",
            "馬英九 má-ing-kiú 5",
        );
    }

    #[test]
    fn believes_a_new_reading_when_it_is_no_slip() {
        check(
            &[("核｜hik8", 90), ("核｜hut8", 11), ("核｜hut4", 8)],
            &[("核", "hi̍k")],
            "核 hu̍t",
            "核 hi̍k 90, 核 hu̍t 11",
        );
    }

    #[test]
    fn a_new_word_is_spelt_with_its_neutral_syllables() {
        check(
            &[
                ("好-矣｜ho2-ah4", 9),
                ("好-矣｜ho2-0ah4", 3),
                ("看-起-來-矣｜khuann3-0khi2-lai5-0ah4", 5),
            ],
            &[],
            "好矣 hó--ah, 看起來矣 khuànn--khí-lâi-ah",
            "好矣 hó--ah 12, 看起來矣 khuànn--khí-lâi-ah 5",
        );
    }

    #[test]
    fn refuses_what_is_no_word() {
        let cases = [
            ("「｜\"", Reason::NotHan),
            ("若", Reason::NoReading),
            ("的｜Aomori", Reason::BadSyllable),
            ("麭｜1phang3", Reason::LoanTone),
            ("綴-入｜tue3", Reason::Misaligned),
            ("女-兵｜li2-pen", Reason::BadSyllable),
        ];
        for (token, expected) in cases {
            assert_eq!(parse(token).err(), Some(expected), "{token}");
        }
    }

    #[test]
    fn reads_the_main_layer_only() {
        let folder = tempfile::tempdir().unwrap();
        made::source(folder.path(), "one", "main", &["一"]);
        made::source(folder.path(), "moe", "moe", &["二"]);
        let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        let corpus = text(&[("一｜it4", 3), ("二｜it4", 3)]);
        std::io::Write::write_all(&mut gzip, corpus.as_bytes()).unwrap();
        let sentences = gzip.finish().unwrap();
        let path = made::source_archive(
            folder.path(),
            &[("corpus-1.0/程式/全漢全羅/語料/語句文本.txt.gz", &sentences)],
        );
        let tables = read(&Package::open(&path).unwrap(), folder.path()).unwrap();
        let counted: Vec<_> = tables.counts.keys().map(|(word, _)| word.as_str()).collect();
        assert_eq!(counted, ["一"]);
    }
}
