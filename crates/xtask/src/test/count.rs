//! Counting what the tests' programs say of themselves.

use std::ops::Add;

/// How many passed and failed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) struct Count {
    pub(crate) passed: u64,
    pub(crate) failed: u64,
}

impl Add for Count {
    type Output = Count;

    fn add(self, other: Count) -> Count {
        Count { passed: self.passed + other.passed, failed: self.failed + other.failed }
    }
}

impl Count {
    /// Of a line such as `test result: ok. 3 passed; 1 failed; 0 ignored; …`; none of any other.
    /// Both Rust's own test programs and wasm-bindgen's end in one.
    pub(crate) fn of_line(line: &str) -> Option<Count> {
        let (_, counts) = line.trim_start().strip_prefix("test result: ")?.split_once(". ")?;
        let number = |word: &str| {
            counts.split("; ").find_map(|part| part.strip_suffix(word)?.trim().parse().ok())
        };
        Some(Count { passed: number(" passed")?, failed: number(" failed")? })
    }

    /// Of a whole run: what its lines count, and whether the command ended well. A failure that no
    /// line tells of (no compilation, a crash) counts as one, and so does a run that has no test:
    /// what cannot fail proves nothing.
    pub(crate) fn of_run(lines: Count, ended_well: bool, filtered: bool) -> Count {
        let nothing_ran = lines == Count::default() && !filtered;
        if (!ended_well && lines.failed == 0) || nothing_ran {
            Count { failed: lines.failed + 1, ..lines }
        } else {
            lines
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn result_lines_are_counted_and_others_are_not() {
        let check = |line, expected: Option<(u64, u64)>| {
            let expected = expected.map(|(passed, failed)| Count { passed, failed });
            assert_eq!(Count::of_line(line), expected, "{line}");
        };
        check(
            "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.1s",
            Some((12, 0)),
        );
        check("test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 filtered out", Some((3, 2)));
        check("    test result: ok. 1 passed; 0 failed; 0 ignored", Some((1, 0)));
        check("test parses ... ok", None);
        check("the test result: ok. 1 passed; 0 failed", None);
        check("test result: ok. many passed; 0 failed", None);
    }

    #[test]
    fn a_run_that_proves_nothing_has_failed() {
        let count = |passed, failed| Count { passed, failed };
        assert_eq!(Count::of_run(count(3, 0), true, false), count(3, 0));
        assert_eq!(Count::of_run(count(3, 2), false, false), count(3, 2));
        assert_eq!(Count::of_run(count(3, 0), false, false), count(3, 1), "a crash after three");
        assert_eq!(Count::of_run(count(0, 0), false, false), count(0, 1), "no compilation");
        assert_eq!(Count::of_run(count(0, 0), true, false), count(0, 1), "no test at all");
        assert_eq!(Count::of_run(count(0, 0), true, true), count(0, 0), "a filter may leave none");
    }
}
