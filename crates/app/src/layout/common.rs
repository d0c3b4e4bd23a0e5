//! Which characters a reader of Hokkien meets all the time, and which are rare.
//!
//! Common are the 1,000 characters that stand most often in the words of `dict/corpus/counts.tsv`, counted with
//! their words: nine characters in ten of that corpus. All others are rare. It is no measure of difficulty: a
//! common character may have a rare reading here.

/// The common characters, in the order of their code points.
const COMMON: &str = include_str!("common.txt");

/// Tells common characters from rare ones.
#[derive(Clone, Debug)]
pub struct Common(Box<[char]>);

impl Common {
    /// Reads the table.
    pub fn new() -> Common {
        Common(COMMON.trim_end().chars().collect())
    }

    /// Whether a character, with what belongs to it, is rare.
    pub fn is_rare(&self, unit: &str) -> bool {
        unit.chars().next().is_some_and(|letter| self.0.binary_search(&letter).is_err())
    }
}

impl Default for Common {
    fn default() -> Common {
        Common::new()
    }
}

#[cfg(test)]
mod tests {
    use std::cmp::Reverse;
    use std::collections::HashMap;

    use super::*;

    #[test]
    fn the_table_is_that_of_the_counts() {
        let mut counts: HashMap<char, u64> = HashMap::new();
        let rows = include_str!("../../../../dict/corpus/counts.tsv").lines().skip(1);
        for row in rows {
            let mut columns = row.split('\t');
            let (word, count) = (columns.next().expect("a word"), columns.nth(1).expect("a count"));
            let count: u64 = count.parse().expect("a number");
            for letter in word.chars() {
                *counts.entry(letter).or_default() += count;
            }
        }
        let mut letters: Vec<(char, u64)> = counts.into_iter().collect();
        letters.sort_by_key(|&(letter, count)| (Reverse(count), letter));
        let all: u64 = letters.iter().map(|(_, count)| count).sum();
        let common: u64 = letters[..1000].iter().map(|(_, count)| count).sum();
        assert!(common * 10 > all * 9, "nine in ten");
        let mut letters: Vec<char> = letters[..1000].iter().map(|&(letter, _)| letter).collect();
        letters.sort_unstable();
        assert_eq!(COMMON.trim_end(), letters.into_iter().collect::<String>());
    }

    #[test]
    fn rare_is_what_the_table_has_not() {
        let common = Common::new();
        assert!(!common.is_rare("的"));
        assert!(!common.is_rare("阮"));
        assert!(common.is_rare("𰀀"));
        assert!(common.is_rare("躼\u{E0100}"));
    }
}
