//! The tables of a source, and how they are written.
//!
//! Rows are sorted by word (or character) in code-point order; within one they keep the source's
//! own order of preference. The same package gives the same bytes.

use std::collections::{BTreeMap, BTreeSet};

use thakim_phonology::middle_chinese::Position;
use thakim_phonology::{Label, Reading};

use super::reading::{aligned, han_word, spelt, uncapitalised};
use super::report::{Reason, Report, Sizes};

/// What an importer makes of a package.
#[derive(Default)]
pub(crate) struct Tables {
    /// `words.tsv`
    pub(crate) words: Words,
    /// `counts.tsv`: of a word and its reading as [`spelt`], how often they were seen.
    pub(crate) counts: BTreeMap<(String, String), u64>,
    /// `variants.tsv`
    pub(crate) variants: Variants,
    /// `positions.tsv`: of a character, where a rhyme book has it, in order of preference.
    pub(crate) positions: BTreeMap<char, Vec<Placed>>,
    /// `REPORT.toml`
    pub(crate) report: Report,
}

/// One place of a character in a rhyme book, and what follows from it.
#[derive(PartialEq, Eq, Debug)]
pub(crate) struct Placed {
    /// 音韻地位
    pub(crate) position: Position,
    /// 反切: the upper and the lower character; none where the book gives no such spelling.
    pub(crate) spelling: Option<(char, char)>,
    /// The derived reading.
    pub(crate) reading: Reading,
}

/// One reading of a word.
#[derive(PartialEq, Eq, Debug)]
pub(crate) struct Row {
    /// How it is read.
    pub(crate) reading: Reading,
    /// What the source says of it.
    pub(crate) remark: Remark,
}

/// What a source says of a reading besides the reading.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(crate) struct Remark {
    /// 文, 白, 俗 or 替.
    pub(crate) label: Option<Label>,
    /// Which of a pair a/b of regional readings it is.
    pub(crate) accent: Option<Accent>,
    /// How often the source saw the word.
    pub(crate) count: Option<u64>,
}

/// The sides of a regional pair a/b: 1 is the accent of the general (southern) kind, 2 the other.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Accent {
    /// a
    First = 1,
    /// b
    Second = 2,
}

impl Accent {
    /// The readings of a group a/b, each with its side; no side for groups of other sizes.
    pub(crate) fn split(group: &str) -> impl Iterator<Item = (Option<Accent>, &str)> {
        let is_pair = group.split('/').count() == 2;
        group.split('/').enumerate().map(move |(index, reading)| match (is_pair, index) {
            (true, 0) => (Some(Accent::First), reading),
            (true, _) => (Some(Accent::Second), reading),
            (false, _) => (None, reading),
        })
    }
}

/// Words, each with its readings in order of preference.
#[derive(Default)]
pub(crate) struct Words(BTreeMap<String, Vec<Row>>);

impl Words {
    /// Takes one row of a source, or counts why not.
    pub(crate) fn take(&mut self, report: &mut Report, word: &str, reading: &str, remark: Remark) {
        match self.add(word, reading, remark) {
            Ok(()) => report.keep(1),
            Err(reason) => report.reject(reason, word, 1),
        }
    }

    /// Adds one row, or says why not.
    pub(crate) fn add(&mut self, word: &str, reading: &str, remark: Remark) -> Result<(), Reason> {
        let word = han_word(word)?;
        let reading = aligned(&word, reading)?;
        let rows = self.0.entry(word).or_default();
        let parts = uncapitalised(&reading);
        let same = rows.iter_mut().find(|row| uncapitalised(&row.reading) == parts);
        match same {
            Some(row) => {
                // Where a source has both Khu (a name) and khu, the word is not always a name.
                if capitals(&reading) < capitals(&row.reading) {
                    row.reading = reading;
                }
                Err(Reason::Duplicate)
            }
            None => {
                rows.push(Row { reading, remark });
                Ok(())
            }
        }
    }

    /// Every character of the words.
    pub(crate) fn characters(&self) -> BTreeSet<char> {
        self.0.keys().flat_map(|word| word.chars()).collect()
    }

    /// The words in order.
    #[cfg(test)]
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &[Row])> {
        self.0.iter().map(|(word, rows)| (word.as_str(), rows.as_slice()))
    }
}

fn capitals(reading: &Reading) -> usize {
    reading.syllables().iter().filter(|spoken| spoken.capital).count()
}

/// What a variant is to the character that it stands for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Kind {
    /// A simplified form, of China or Japan.
    Simplified,
    /// Another form of the same character.
    Variant,
}

impl Kind {
    fn text(self) -> &'static str {
        match self {
            Kind::Simplified => "simplified",
            Kind::Variant => "variant",
        }
    }
}

/// Characters, each with what it may stand for in order of preference.
#[derive(Default)]
pub(crate) struct Variants {
    rows: BTreeMap<char, Vec<(char, Kind)>>,
    /// The characters that some word has: what stands for another is of no use.
    read: BTreeSet<char>,
}

impl Variants {
    /// No variants yet, of these characters.
    pub(crate) fn of(read: BTreeSet<char>) -> Variants {
        Variants { rows: BTreeMap::new(), read }
    }

    /// Takes one mapping of a source, or counts why not.
    pub(crate) fn take(
        &mut self,
        report: &mut Report,
        variant: &str,
        stands_for: &str,
        kind: Kind,
    ) {
        match self.add(variant, stands_for, kind) {
            Ok(()) => report.keep(1),
            Err(reason) => report.reject(reason, variant, 1),
        }
    }

    fn add(&mut self, variant: &str, stands_for: &str, kind: Kind) -> Result<(), Reason> {
        let variant = private_use(variant).map_or_else(|| one_character(variant), Ok)?;
        let stands_for = one_character(stands_for)?;
        if variant == stands_for {
            return Err(Reason::Itself);
        }
        if !self.read.contains(&stands_for) {
            return Err(Reason::Orphan);
        }
        let row = self.rows.entry(variant).or_default();
        if row.iter().any(|(known, _)| *known == stands_for) {
            return Err(Reason::Duplicate);
        }
        row.push((stands_for, kind));
        Ok(())
    }
}

/// A single character at a private-use code point of the first plane: a form that Unicode does not know
/// for Han.
fn private_use(written: &str) -> Option<char> {
    let mut letters = written.chars();
    let letter = letters.next().filter(|letter| ('\u{E000}'..='\u{F8FF}').contains(letter));
    letter.filter(|_| letters.next().is_none())
}

fn one_character(written: &str) -> Result<char, Reason> {
    let word = han_word(written)?;
    let mut letters = word.chars();
    match (letters.next(), letters.next()) {
        (Some(letter), None) => Ok(letter),
        _ => Err(Reason::NotOneCharacter),
    }
}

impl Tables {
    /// The tables, those that have rows: name and contents.
    pub(crate) fn files(&self) -> Vec<(&'static str, Option<String>)> {
        vec![
            ("words.tsv", self.words_tsv()),
            ("counts.tsv", self.counts_tsv()),
            ("variants.tsv", self.variants_tsv()),
            ("positions.tsv", self.positions_tsv()),
        ]
    }

    /// The sizes of the tables.
    pub(crate) fn sizes(&self) -> Sizes {
        Sizes {
            words: self.words.0.len(),
            characters: self.words.characters().len(),
            readings: self.words.0.values().map(Vec::len).sum(),
            counts: self.counts.len(),
            variants: self.variants.rows.values().map(Vec::len).sum(),
        }
    }

    fn words_tsv(&self) -> Option<String> {
        let rows = self.words.0.iter().flat_map(|(word, rows)| {
            rows.iter().map(move |Row { reading, remark }| {
                let label = remark.label.map(|label| label.han().to_string()).unwrap_or_default();
                let accent = remark.accent.map(|side| (side as u8).to_string()).unwrap_or_default();
                let count = remark.count.map(|count| count.to_string()).unwrap_or_default();
                [word.clone(), spelt(reading), label, accent, count]
            })
        });
        tsv(["word", "reading", "label", "accent", "count"], rows)
    }

    fn counts_tsv(&self) -> Option<String> {
        let rows = self
            .counts
            .iter()
            .map(|((word, reading), count)| [word.clone(), reading.clone(), count.to_string()]);
        tsv(["word", "reading", "count"], rows)
    }

    fn variants_tsv(&self) -> Option<String> {
        let rows = self.variants.rows.iter().flat_map(|(variant, row)| {
            row.iter().map(|(stands_for, kind)| {
                [variant.to_string(), stands_for.to_string(), kind.text().to_owned()]
            })
        });
        tsv(["character", "stands_for", "kind"], rows)
    }
}

impl Tables {
    fn positions_tsv(&self) -> Option<String> {
        let rows = self.positions.iter().flat_map(|(character, placed)| {
            placed.iter().map(|Placed { position, spelling, reading }| {
                let (upper, lower) = spelling
                    .map(|(upper, lower)| (upper.to_string(), lower.to_string()))
                    .unwrap_or_default();
                [character.to_string(), position.to_string(), upper, lower, spelt(reading)]
            })
        });
        tsv(["character", "position", "upper", "lower", "reading"], rows)
    }
}

/// A table; none without rows. No field can hold a tab or a line break: words are Han characters,
/// readings are written by us.
fn tsv<const N: usize>(
    header: [&str; N],
    rows: impl Iterator<Item = [String; N]>,
) -> Option<String> {
    let mut rows = rows.peekable();
    rows.peek()?;
    let mut out = header.join("\t");
    out.push('\n');
    for row in rows {
        out.push_str(&row.join("\t"));
        out.push('\n');
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(rows: &[(&str, &str)]) -> (String, Report) {
        let mut tables = Tables::default();
        for (word, reading) in rows {
            tables.words.take(&mut tables.report, word, reading, Remark::default());
        }
        (tables.words_tsv().unwrap_or_default(), tables.report)
    }

    #[test]
    fn words_are_sorted_and_their_readings_are_not() {
        let (table, _) = words(&[("𪜶", "in"), ("一", "tsit8"), ("丁", "ting"), ("一", "it")]);
        assert_eq!(
            table,
            "word\treading\tlabel\taccent\tcount\n\
             一\ttsi̍t\t\t\t\n一\tit\t\t\t\n丁\tting\t\t\t\n𪜶\tin\t\t\t\n"
        );
    }

    #[test]
    fn a_capital_makes_no_second_reading() {
        let (table, report) = words(&[("邱", "Khu"), ("邱", "khu"), ("邱", "Khu")]);
        assert_eq!(table, "word\treading\tlabel\taccent\tcount\n邱\tkhu\t\t\t\n");
        assert_eq!(report.rejected(Reason::Duplicate), 2);
    }

    #[test]
    fn a_neutral_reading_is_another_reading() {
        let (table, _) = words(&[("轉來", "tńg--lâi"), ("轉來", "tńg-lâi")]);
        assert_eq!(table.lines().count(), 3);
    }

    #[test]
    fn only_pairs_have_sides() {
        let sides = |group| Accent::split(group).map(|(side, _)| side).collect::<Vec<_>>();
        assert_eq!(sides("jī/lī"), [Some(Accent::First), Some(Accent::Second)]);
        assert_eq!(sides("jī"), [None]);
        assert_eq!(sides("jī/lī/nn̄g"), [None, None, None]);
    }

    #[test]
    fn variants_keep_their_order_and_lose_themselves() {
        let mut tables = Tables {
            variants: Variants::of("發髮丑醜".chars().collect()),
            ..Tables::default()
        };
        let rows = "发發 发髮 丑丑 丑醜 发發 历歷";
        let rows = rows.split(' ').map(|row| row.split_at("发".len()));
        for (variant, stands_for) in rows.chain([("头发", "頭髮")]) {
            tables.variants.take(&mut tables.report, variant, stands_for, Kind::Simplified);
        }
        assert_eq!(
            tables.variants_tsv().unwrap(),
            "character\tstands_for\tkind\n丑\t醜\tsimplified\n发\t發\tsimplified\n发\t髮\tsimplified\n"
        );
        assert_eq!(tables.report.rejected(Reason::Itself), 1);
        assert_eq!(tables.report.rejected(Reason::Duplicate), 1);
        assert_eq!(tables.report.rejected(Reason::NotOneCharacter), 1);
        assert_eq!(tables.report.rejected(Reason::Orphan), 1);
    }
}
