//! How far the derived literary readings agree with those that dictionaries give.
//!
//! The dictionaries are only measured against: no rule is made of a single reading of theirs. Rules
//! were chosen by looking at the characters with an even code point; the odd ones are the test.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::fs;
use std::path::Path;

use thakim_phonology::middle_chinese::{Position, literary};
use thakim_phonology::{Final, Initial, Label, Notation, Syllable};

use super::error::ImportError;

/// The positions of each character in order of preference.
type Positions = BTreeMap<char, Vec<Position>>;

/// The readings of each character.
type Readings = BTreeMap<char, BTreeSet<Syllable>>;

/// Against what is measured.
struct Reference {
    /// The source.
    source: &'static str,
    /// Only readings with this label, if any.
    label: Option<Label>,
    title: &'static str,
}

const REFERENCES: &[Reference] = &[
    Reference {
        source: "moe",
        label: Some(Label::Literary),
        title: "moe: readings of single characters labelled 文",
    },
    Reference {
        source: "ipa2",
        label: None,
        title: "ipa2: readings of rarer single characters, which no source before it has",
    },
    Reference {
        source: "taibun",
        label: None,
        title: "taibun: all readings of single characters, literary or not",
    },
];

/// A measure against each reference whose source is there, with its name and title.
pub(crate) struct Agreement(Vec<(&'static Reference, Measure)>);

/// One measure.
pub(crate) struct Measure {
    /// Characters with an even code point, by which the rules were chosen.
    pub(crate) even: Score,
    /// Characters with an odd one: held out.
    pub(crate) odd: Score,
    cells: BTreeMap<(Part, char), Cell>,
}

/// How many characters agree.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(crate) struct Score {
    /// Characters that both 廣韻 and the dictionary have.
    pub(crate) characters: usize,
    /// Of those: the first derived reading is one of the dictionary's.
    pub(crate) first: usize,
    /// Some derived reading is.
    pub(crate) any: usize,
    /// Some derived reading is, whatever the tone.
    pub(crate) any_tone: usize,
}

/// What a cell of the table is about.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    Rhyme,
    Onset,
}

/// The characters of one rhyme or onset.
#[derive(Default)]
struct Cell {
    characters: usize,
    /// Those of which no derived reading is the dictionary's, with the nearest one.
    others: Vec<(char, Syllable)>,
}

/// Measures the rules as they are against the tables of a folder of sources.
pub(crate) fn measure(dict: &Path) -> Result<Agreement, ImportError> {
    let positions = positions(&dict.join("guangyun/positions.tsv"))?;
    let mut measures = Vec::new();
    for reference in REFERENCES {
        let words = dict.join(reference.source).join("words.tsv");
        if words.is_file() {
            let theirs = readings(&words, reference.label)?;
            measures.push((reference, compare(&positions, &theirs)));
        }
    }
    Ok(Agreement(measures))
}

/// The lines of a table after its header, as fields, each with what makes an error of its line.
fn rows<T>(
    path: &Path,
    mut read: impl FnMut(&[&str]) -> Result<T, String>,
) -> Result<Vec<T>, ImportError> {
    let text = fs::read_to_string(path).map_err(ImportError::io(path))?;
    let lines = text.lines().enumerate().skip(1);
    lines
        .map(|(index, line)| {
            let fields: Vec<&str> = line.split('\t').collect();
            read(&fields)
                .map_err(|fault| ImportError::damaged(path)(format!("line {}: {fault}", index + 1)))
        })
        .collect()
}

fn positions(path: &Path) -> Result<Positions, ImportError> {
    let found = rows(path, |fields| {
        let &[character, position, ..] = fields else {
            return Err("expected a character and a position".to_owned());
        };
        let position = position.parse::<Position>().map_err(|error| error.to_string())?;
        Ok(only(character).map(|character| (character, position)))
    })?;
    let mut positions = Positions::new();
    for (character, position) in found.into_iter().flatten() {
        positions.entry(character).or_default().push(position);
    }
    Ok(positions)
}

/// The readings of single characters, or those with a label.
fn readings(path: &Path, label: Option<Label>) -> Result<Readings, ImportError> {
    let found = rows(path, |fields| {
        let &[word, reading, labelled, ..] = fields else {
            return Err("expected a word, a reading and a label".to_owned());
        };
        let labelled = labelled.chars().next().and_then(Label::from_han);
        let Some(character) = only(word).filter(|_| label.is_none() || labelled == label) else {
            return Ok(None);
        };
        let reading = Notation::Tl.parse(reading).map_err(|error| error.to_string())?;
        Ok(reading.syllables().first().map(|spoken| (character, spoken.syllable)))
    })?;
    let mut readings = Readings::new();
    for (character, syllable) in found.into_iter().flatten() {
        readings.entry(character).or_default().insert(syllable);
    }
    Ok(readings)
}

/// The character of a word of one.
fn only(word: &str) -> Option<char> {
    let mut letters = word.chars();
    letters.next().filter(|_| letters.next().is_none())
}

fn compare(positions: &Positions, readings: &Readings) -> Measure {
    let mut measure =
        Measure { even: Score::default(), odd: Score::default(), cells: BTreeMap::new() };
    for (&character, own) in positions {
        let Some(theirs) = readings.get(&character) else { continue };
        let derived: Vec<Syllable> = own.iter().map(|&position| literary(position)).collect();
        let is_any = derived.iter().any(|syllable| theirs.contains(syllable));
        let half = if u32::from(character) % 2 == 0 { &mut measure.even } else { &mut measure.odd };
        half.characters += 1;
        half.first += usize::from(derived.first().is_some_and(|first| theirs.contains(first)));
        half.any += usize::from(is_any);
        half.any_tone += usize::from(
            derived.iter().any(|own| theirs.iter().any(|their| toneless(*their) == toneless(*own))),
        );
        // The cell is that of the position whose reading is nearest to one of theirs.
        let near = |syllable: Syllable| theirs.iter().map(|their| likeness(syllable, *their)).max();
        let nearest = own.iter().zip(derived).rev().max_by_key(|&(_, syllable)| near(syllable));
        let Some((position, syllable)) = nearest else { continue };
        for key in [(Part::Rhyme, position.rhyme().han()), (Part::Onset, position.onset().han())] {
            let cell = measure.cells.entry(key).or_default();
            cell.characters += 1;
            if !is_any {
                cell.others.push((character, syllable));
            }
        }
    }
    measure
}

fn toneless(syllable: Syllable) -> (Initial, Final) {
    (syllable.initial(), syllable.rime())
}

/// How much of two syllables is alike: the more, the nearer.
fn likeness(one: Syllable, other: Syllable) -> u8 {
    4 * u8::from(one.rime() == other.rime())
        + 2 * u8::from(one.initial() == other.initial())
        + u8::from(one.tone() == other.tone())
}

impl Agreement {
    /// As `thakim dict agreement` prints it, with so many of the worst rhymes and onsets.
    pub(crate) fn shown(&self, worst: usize) -> impl fmt::Display {
        fmt::from_fn(move |f| {
            for (index, (reference, measure)) in self.0.iter().enumerate() {
                if index > 0 {
                    writeln!(f)?;
                }
                writeln!(f, "{}", reference.title)?;
                // Where a dictionary mixes the registers, what differs says nothing of the rules.
                measure.show(f, if reference.label.is_some() { worst } else { 0 })?;
            }
            Ok(())
        })
    }
}

impl Measure {
    fn show(&self, f: &mut fmt::Formatter<'_>, worst: usize) -> fmt::Result {
        writeln!(f, "  code points  characters  first reading  any reading  any but for tones")?;
        for (name, score) in [("even", self.even), ("odd, held out", self.odd)] {
            let Score { characters, first, any, any_tone } = score;
            write!(f, "  {name:<13}{characters:>10}")?;
            for (count, width) in [(first, 15), (any, 13), (any_tone, 19)] {
                let share = percent(count, characters);
                write!(f, "{:>width$}", format!("{count} {share:.1} %"))?;
            }
            writeln!(f)?;
        }
        for (part, name) in [(Part::Rhyme, "rhymes"), (Part::Onset, "onsets")] {
            let mut cells: Vec<_> = self
                .cells
                .iter()
                .filter(|((of, _), cell)| *of == part && !cell.others.is_empty())
                .collect();
            cells.sort_by_key(|((_, han), cell)| (std::cmp::Reverse(cell.others.len()), *han));
            if worst > 0 {
                writeln!(f, "  {name} with the most characters that differ")?;
            }
            for ((_, han), cell) in cells.into_iter().take(worst) {
                let (others, all) = (cell.others.len(), cell.characters);
                let examples: Vec<String> = cell
                    .others
                    .iter()
                    .take(8)
                    .map(|(character, syllable)| {
                        let (initial, rime) = (syllable.initial().tl(), syllable.rime().tl());
                        format!("{character} {initial}{rime}{}", syllable.tone().number())
                    })
                    .collect();
                writeln!(f, "    {han} {others:>3} of {all:>3}: {}", examples.join(", "))?;
            }
        }
        Ok(())
    }
}

fn percent(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { 100.0 * part as f64 / whole as f64 }
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;

    fn dict() -> PathBuf {
        PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../dict")
    }

    /// What the rules reach. A change of theirs may raise these numbers, never lower them; a change
    /// of the tables that are measured against sets them anew.
    #[test]
    fn the_rules_agree_as_far_as_they_did() {
        let agreement = measure(&dict()).unwrap();
        let expected = [
            ("moe", [(413, 324, 359), (464, 354, 398)]),
            ("ipa2", [(491, 312, 352), (448, 283, 336)]),
            ("taibun", [(2051, 1282, 1391), (2092, 1271, 1411)]),
        ];
        assert_eq!(agreement.0.len(), expected.len());
        for ((reference, measure), (source, halves)) in agreement.0.iter().zip(expected) {
            assert_eq!(reference.source, source);
            for (score, (characters, first, any)) in [measure.even, measure.odd].iter().zip(halves)
            {
                assert_eq!(score.characters, characters, "{source} {score:?}");
                assert!(score.first >= first && score.any >= any, "{source} {score:?}");
            }
        }
    }

    fn folder(positions: &str, words: &str) -> tempfile::TempDir {
        let dict = tempfile::tempdir().unwrap();
        for (path, header, lines) in [
            ("guangyun/positions.tsv", "character\tposition\tupper\tlower\treading", positions),
            ("taibun/words.tsv", "word\treading\tlabel\taccent\tcount", words),
        ] {
            let path = dict.path().join(path);
            fs::create_dir(path.parent().unwrap()).unwrap();
            fs::write(path, format!("{header}\n{lines}")).unwrap();
        }
        dict
    }

    #[test]
    fn counts_first_any_and_toneless() {
        // 東 U+6771 and 公 U+516C and 空 U+7A7A and 同 U+540C.
        let dict = folder(
            "公\t見一東平\t\t\tkong\n同\t定一東平\t\t\ttông\n\
             東\t端一東平\t\t\ttong\n空\t溪一東平\t\t\tkhong\n空\t溪一東去\t\t\tkhòng\n",
            "公\tkang\t\t\t\n公司\tkong-si\t\t\t\n同\ttong\t\t\t\n東\ttong\t\t\t\n空\tkhòng\t\t\t\n",
        );
        let agreement = measure(dict.path()).unwrap();
        // Without the other sources there is one measure.
        let [(_, measure)] = agreement.0.as_slice() else { panic!("{}", agreement.shown(0)) };
        let even = Score { characters: 3, first: 0, any: 1, any_tone: 2 };
        assert_eq!(measure.even, even);
        let odd = Score { characters: 1, first: 1, any: 1, any_tone: 1 };
        assert_eq!(measure.odd, odd);
        let shown = agreement.shown(3).to_string();
        assert!(shown.contains("odd, held out"), "{shown}");
    }

    #[test]
    fn a_damaged_table_is_named_with_its_line() {
        let dict = folder("公\t見一X平\t\t\tkong\n", "");
        let error = measure(dict.path()).err().unwrap().to_string();
        assert!(error.contains("positions.tsv") && error.contains("line 2"), "{error}");
    }
}
