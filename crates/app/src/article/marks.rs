//! What the reader wants of an article beyond its text: which readings, and corrections.

use thakim_document::Preference;
use thakim_phonology::{Notation, Reading, WriteOptions};
use thakim_protocol::Passage;

use crate::worker_client::Wish;

/// A place between two characters of a text.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub struct Position {
    /// In bytes of UTF-8 from its start.
    pub byte: u32,
    /// In `char`s from its start.
    pub letter: u32,
}

/// A reading that the reader chose for one place.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Correction {
    /// Where it begins, in `char`s from the start of the text.
    pub at: u32,
    /// The characters that are read so. Where others stand there, the correction is void.
    pub surface: String,
    /// The reading.
    pub reading: Reading,
}

/// Whether literary readings are still to be offered for what looks classical.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Offer {
    /// They are.
    #[default]
    Open,
    /// The reader did not want them.
    Declined,
}

/// What the reader wants of an article.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Marks {
    /// Which readings, where no passage says otherwise.
    pub readings: Preference,
    /// Whether literary readings are still to be offered.
    pub offer: Offer,
    /// Passages that are read in another way: apart from each other, by rising place.
    passages: Vec<Passage>,
    /// By rising place, one for each.
    corrections: Vec<Correction>,
}

/// A change of a text: up to `from`, and behind `old` and `new`, both texts are the same.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Edit {
    /// Where the difference begins.
    pub from: Position,
    /// Where it ends in the old text.
    pub old: Position,
    /// Where it ends in the new one.
    pub new: Position,
}

/// The first line of the form in which marks are kept; the number is its version. Then one line
/// each: `readings <preference>`, `offer declined`, `passage <from> <to> <preference>` in bytes,
/// `correction <char> <surface> <reading in 臺羅>`.
const HEAD: &str = "marks 1";

impl Marks {
    /// Marks that ask for these readings and nothing else.
    pub fn reading(readings: Preference) -> Marks {
        Marks { readings, ..Marks::default() }
    }

    /// What to ask of the engine.
    pub fn wish(&self) -> Wish {
        Wish { readings: self.readings, passages: self.passages.clone(), ..Wish::default() }
    }

    /// The passages with a preference of their own, by rising place.
    pub fn passages(&self) -> &[Passage] {
        &self.passages
    }

    /// The corrections, by rising place.
    pub fn corrections(&self) -> &[Correction] {
        &self.corrections
    }

    /// Whether anything hangs on places of the text.
    pub fn has_places(&self) -> bool {
        !self.passages.is_empty() || !self.corrections.is_empty()
    }

    /// The passage that a byte of the text is in.
    pub fn passage_at(&self, byte: u32) -> Option<&Passage> {
        self.passages.iter().find(|passage| passage.from <= byte && byte < passage.to)
    }

    /// Which readings are asked for the paragraph that begins at this byte.
    pub fn readings_at(&self, byte: u32) -> Preference {
        self.passage_at(byte).map_or(self.readings, |passage| passage.readings)
    }

    /// Asks for other readings between two bytes, where paragraphs begin and end. What the article
    /// has anyway is no passage.
    pub fn set_passage(&mut self, from: u32, to: u32, readings: Preference) {
        let mut passages = Vec::new();
        for passage in self.passages.drain(..) {
            let before = Passage { to: passage.to.min(from), ..passage };
            let after = Passage { from: passage.from.max(to), ..passage };
            passages.extend([before, after].into_iter().filter(|part| part.from < part.to));
        }
        if readings != self.readings && from < to {
            passages.push(Passage { from, to, readings });
        }
        passages.sort_by_key(|passage| passage.from);
        for passage in passages {
            match self.passages.last_mut() {
                Some(last) if last.to == passage.from && last.readings == passage.readings => {
                    last.to = passage.to;
                }
                _ => self.passages.push(passage),
            }
        }
    }

    /// Adds a correction, in place of those that it overlaps.
    pub fn correct(&mut self, correction: Correction) {
        let end = |of: &Correction| of.at + of.surface.chars().count() as u32;
        let (from, to) = (correction.at, end(&correction));
        self.corrections.retain(|other| end(other) <= from || to <= other.at);
        let index = self.corrections.partition_point(|other| other.at < from);
        self.corrections.insert(index, correction);
    }

    /// Takes back the correction that begins at this `char`. Whether there was one.
    pub fn take_back(&mut self, at: u32) -> bool {
        let before = self.corrections.len();
        self.corrections.retain(|correction| correction.at != at);
        self.corrections.len() < before
    }

    /// Carries the marks over a change of the text. What lies inside it is lost.
    pub fn follow(&mut self, edit: Edit) {
        let moved = |place: u32, old: u32, new: u32| place - old + new;
        let Edit { from, old, new } = edit;
        self.corrections.retain_mut(|correction| {
            let end = correction.at + correction.surface.chars().count() as u32;
            if correction.at >= old.letter {
                correction.at = moved(correction.at, old.letter, new.letter);
                return true;
            }
            end <= from.letter
        });
        self.passages.retain_mut(|passage| {
            passage.from = match passage.from {
                place if place <= from.byte => place,
                place if place >= old.byte => moved(place, old.byte, new.byte),
                _ => new.byte,
            };
            passage.to = match passage.to {
                place if place >= old.byte => moved(place, old.byte, new.byte),
                place => place.min(from.byte),
            };
            passage.from < passage.to
        });
    }

    /// As they are kept.
    pub fn to_text(&self) -> String {
        let mut lines = vec![HEAD.to_owned(), format!("readings {}", self.readings)];
        if self.offer == Offer::Declined {
            lines.push("offer declined".to_owned());
        }
        for Passage { from, to, readings } in &self.passages {
            lines.push(format!("passage {from} {to} {readings}"));
        }
        for Correction { at, surface, reading } in &self.corrections {
            let reading = Notation::Tl.write(reading, &WriteOptions::default());
            lines.push(format!("correction {at} {surface} {reading}"));
        }
        lines.join("\n")
    }

    /// From the form in which they are kept. A line that says nothing is passed over: what a newer
    /// page kept must not stop an older one.
    pub fn from_text(text: &str) -> Marks {
        let mut marks = Marks::default();
        let mut passages = Vec::new();
        let mut lines = text.lines();
        if lines.next() != Some(HEAD) {
            return marks;
        }
        for line in lines {
            let Some((name, rest)) = line.split_once(' ') else { continue };
            match name {
                "readings" => marks.readings = rest.parse().unwrap_or_default(),
                "offer" if rest == "declined" => marks.offer = Offer::Declined,
                "passage" => passages.extend(passage_of(rest)),
                "correction" => {
                    if let Some(correction) = correction_of(rest) {
                        marks.correct(correction);
                    }
                }
                _ => {}
            }
        }
        for Passage { from, to, readings } in passages {
            marks.set_passage(from, to, readings);
        }
        marks
    }
}

fn passage_of(line: &str) -> Option<Passage> {
    let mut words = line.split(' ');
    let mut number = || words.next()?.parse().ok();
    let (from, to) = (number()?, number()?);
    Some(Passage { from, to, readings: words.next()?.parse().ok()? })
}

fn correction_of(line: &str) -> Option<Correction> {
    // The reading may have spaces in it.
    let mut words = line.splitn(3, ' ');
    let at = words.next()?.parse().ok()?;
    let surface = words.next()?.to_owned();
    let reading = Notation::Tl.parse(words.next()?).ok()?;
    Some(Correction { at, surface, reading })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn correction(at: u32, surface: &str, reading: &str) -> Correction {
        let reading = Notation::Tl.parse(reading).expect("a reading in 臺羅");
        Correction { at, surface: surface.into(), reading }
    }

    fn marks(passages: &[(u32, u32, Preference)], corrections: &[Correction]) -> Marks {
        let mut marks = Marks::default();
        for &(from, to, readings) in passages {
            marks.set_passage(from, to, readings);
        }
        for correction in corrections {
            marks.correct(correction.clone());
        }
        marks
    }

    fn passages(marks: &Marks) -> Vec<(u32, u32, Preference)> {
        marks.passages.iter().map(|one| (one.from, one.to, one.readings)).collect()
    }

    use Preference::{Auto, Colloquial, Literary};

    #[test]
    fn what_is_kept_comes_back() {
        let mut marks = marks(
            &[(0, 9, Literary), (30, 60, Colloquial)],
            &[
                correction(7, "學\u{E0100}生", "ha̍k-sing"),
                correction(2, "臺灣", "Tâi-uân"),
                correction(9, "入來", "ji̍p--lâi"),
            ],
        );
        marks.offer = Offer::Declined;
        assert_eq!(Marks::from_text(&marks.to_text()), marks);
        marks.readings = Literary;
        marks.set_passage(9, 12, Auto);
        assert_eq!(passages(&Marks::from_text(&marks.to_text()))[0], (9, 12, Auto));
        assert_eq!(Marks::from_text(&Marks::default().to_text()), Marks::default());
    }

    #[test]
    fn the_first_version_is_read_and_what_is_not_understood_passed_over() {
        let text = "marks 1\nreadings literary\npassage 0 9 colloquial\npassage 9 x auto\n\
                    colour red\ncorrection 3 行 hîng\ncorrection 4 行\ncorrection 5 行 ???\noffer";
        let mut expected = Marks::reading(Literary);
        expected.set_passage(0, 9, Colloquial);
        expected.correct(correction(3, "行", "hîng"));
        assert_eq!(Marks::from_text(text), expected);
        // Kept before there were marks, or by a page to come.
        for text in ["", "marks 2\nreadings literary"] {
            assert_eq!(Marks::from_text(text), Marks::default());
        }
    }

    #[test]
    fn passages_are_cut_and_joined() {
        let mut one = marks(&[(10, 40, Literary)], &[]);
        one.set_passage(20, 30, Colloquial);
        assert_eq!(passages(&one), [(10, 20, Literary), (20, 30, Colloquial), (30, 40, Literary)]);
        assert_eq!((one.readings_at(19), one.readings_at(20)), (Literary, Colloquial));
        assert_eq!((one.readings_at(9), one.readings_at(40)), (Auto, Auto));
        one.set_passage(20, 30, Literary);
        assert_eq!(passages(&one), [(10, 40, Literary)]);
        one.set_passage(0, 20, Auto);
        assert_eq!(passages(&one), [(20, 40, Literary)]);
        one.set_passage(0, 90, Auto);
        assert_eq!(passages(&one), []);
    }

    #[test]
    fn in_a_literary_article_automatic_is_a_passage() {
        let mut one = Marks::reading(Literary);
        one.set_passage(10, 20, Auto);
        assert_eq!(one.readings_at(10), Auto);
        one.set_passage(10, 20, Literary);
        assert!(!one.has_places());
    }

    #[test]
    fn a_correction_takes_the_place_of_those_it_overlaps() {
        let mut one = marks(&[], &[correction(1, "臺灣", "tâi-uân"), correction(3, "人", "lâng")]);
        one.correct(correction(2, "灣", "uân"));
        assert_eq!(one.corrections(), [correction(2, "灣", "uân"), correction(3, "人", "lâng")]);
        assert!(one.take_back(3) && !one.take_back(1));
        assert_eq!(one.corrections(), [correction(2, "灣", "uân")]);
    }

    #[test]
    fn marks_follow_the_text() {
        let place = |byte, letter| Position { byte, letter };
        let before = marks(
            &[(0, 10, Literary), (10, 40, Colloquial), (40, 70, Literary)],
            &[
                correction(1, "行", "hîng"),
                correction(5, "去", "khù"),
                correction(20, "行", "hîng"),
            ],
        );
        // 15 bytes of 5 characters at byte 12 give way to 3 of 1.
        let edit = Edit { from: place(12, 4), old: place(27, 9), new: place(15, 5) };
        let mut after = before.clone();
        after.follow(edit);
        assert_eq!(passages(&after), [(0, 10, Literary), (10, 28, Colloquial), (28, 58, Literary)]);
        let kept = [correction(1, "行", "hîng"), correction(16, "行", "hîng")];
        assert_eq!(after.corrections(), kept);

        // A whole passage is cut out.
        let mut after = before.clone();
        after.follow(Edit { from: place(10, 4), old: place(40, 14), new: place(10, 4) });
        assert_eq!(passages(&after), [(0, 10, Literary), (10, 40, Literary)]);

        // Another text altogether.
        let mut after = before.clone();
        after.follow(Edit { from: place(0, 0), old: place(90, 30), new: place(60, 20) });
        assert!(!after.has_places(), "{after:?}");

        // Nothing changed.
        let mut after = before.clone();
        after.follow(Edit { from: place(90, 30), old: place(90, 30), new: place(90, 30) });
        assert_eq!(after, before);
    }
}
