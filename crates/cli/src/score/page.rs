//! `docs/scores.md`: the committed table of results, and whether it is still true.

use super::Scored;
use super::fingerprint::Fingerprint;
use super::table;

const DICTIONARY: &str = "- dictionary, SHA-256: `";
const READINGS: &str = "- readings of `tests/articles`, SHA-256: `";

/// The page with these results. Without dates and places, so that the same program writes the same
/// page.
pub(super) fn write(rows: &[Scored], fingerprint: &Fingerprint, has_accepted: bool) -> String {
    let accept = match has_accepted {
        true => "as variant, and a listed variant of the same word counts as right",
        false => {
            "(no list of accepted variants was given) a regular regional final counts as right"
        }
    };
    let Fingerprint { dictionary, readings } = fingerprint;
    format!(
        "# How often the readings are right

Written by `cargo xtask score DIR` from development sets, which are not part of this project: a
folder of gold files as `thakim score --help` describes them. Do not edit it: run the command again
whenever the engine or the dictionary has changed. `cargo xtask test` says when it is stale.

Per cent of the Han characters whose reading is known, each set read by `auto` and, where a second
row says so, with literary readings asked for.

- **strict**: the same syllable in the same tone
- **variant**: a regional pair (j/l, e/ue, u/i/ir, un/in) counts as right
- **accept**: {accept}
- **base**: the tone is not compared
- **ambiguous**: strict, only characters that the sets read in two or more ways
- **unknown**: no reading was given
- **sentences**: every character of the sentence is right
- **neutral**: strict, only syllables in the neutral tone

{scores}
## Is doubt shown where the errors are?

Of the characters shown as sure, how many are right; how many are shown as uncertain and as unknown;
and how the errors (not accepted) are shown.

{calibration}
## What was scored

{DICTIONARY}{dictionary}`
{READINGS}{readings}`
",
        scores = table::scores(rows),
        calibration = table::calibration(rows),
    )
}

/// What a page says that it scored.
#[cfg(test)]
fn stated(page: &str) -> Option<Fingerprint> {
    let after =
        |start: &str| page.lines().find_map(|line| line.strip_prefix(start)?.strip_suffix('`'));
    Some(Fingerprint {
        dictionary: after(DICTIONARY)?.to_owned(),
        readings: after(READINGS)?.to_owned(),
    })
}

/// Why a page is not of this program, in one sentence; none if it is.
#[cfg(test)]
fn stale(page: &str, now: &Fingerprint) -> Option<String> {
    let why = match stated(page) {
        None => "names no fingerprint",
        Some(then) if then == *now => return None,
        Some(then) if then.dictionary != now.dictionary => "was written with another dictionary",
        Some(_) => "was written by an engine that reads otherwise",
    };
    Some(format!(
        "docs/scores.md {why}: run `cargo xtask score DIR` with the folder of the development sets."
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whoever has no development sets may remove the page: then nothing can be stale.
    #[cfg(feature = "embedded")]
    #[test]
    fn the_committed_page_was_written_by_this_program() {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let Ok(page) = std::fs::read_to_string(root.join("docs/scores.md")) else { return };
        let engine = crate::dictionary::open(None).unwrap();
        let bytes = crate::dictionary::bytes(None).unwrap();
        let now = Fingerprint::of(&engine, &bytes, &root.join("tests/articles")).unwrap();
        if let Some(why) = stale(&page, &now) {
            panic!("{why}");
        }
    }

    fn fingerprint(dictionary: &str, readings: &str) -> Fingerprint {
        Fingerprint { dictionary: dictionary.to_owned(), readings: readings.to_owned() }
    }

    #[test]
    fn a_page_is_stale_when_either_hash_is_another() {
        let now = fingerprint("d1", "r1");
        let page = write(&[], &now, true);
        assert_eq!(stale(&page, &now), None);
        let complaint = |now| stale(&page, &now).unwrap();
        assert!(
            complaint(fingerprint("d2", "r1")).contains("another dictionary: run `cargo xtask")
        );
        assert!(complaint(fingerprint("d1", "r2")).contains("reads otherwise: run `cargo xtask"));
        assert!(stale("# Empty\n", &now).unwrap().contains("names no fingerprint"));
    }
}
