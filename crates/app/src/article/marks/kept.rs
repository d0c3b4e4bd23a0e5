//! The form in which marks are kept.

use thakim_phonology::{Notation, Reading, WriteOptions};
use thakim_protocol::Passage;

use super::{Correction, Marks, Offer, Seam, SeamKind};
use crate::article::order::settle;

/// The first line of the form in which marks are kept; the number is its version. Then one line
/// each: `readings <preference>`, `offer declined`, `passage <from> <to> <preference>` in bytes,
/// `word <surface> <reading in 臺羅>`, `split <char> <character before> <character behind>` and
/// `join` with the same, `correction <char> <surface> <reading in 臺羅>`.
const HEAD: &str = "marks 1";

impl Marks {
    /// As they are kept.
    pub fn to_text(&self) -> String {
        let mut lines = vec![HEAD.to_owned(), format!("readings {}", self.readings)];
        if self.offer == Offer::Declined {
            lines.push("offer declined".to_owned());
        }
        for Passage { from, to, readings } in &self.passages {
            lines.push(format!("passage {from} {to} {readings}"));
        }
        for word in self.words.iter() {
            lines.push(format!("word {} {}", word.surface, written(&word.reading)));
        }
        for Seam { at, before, behind, kind } in &self.seams {
            lines.push(format!("{} {at} {before} {behind}", kind.id()));
        }
        for Correction { at, surface, reading } in &self.corrections {
            lines.push(format!("correction {at} {surface} {}", written(reading)));
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
                "word" => {
                    if let Some((surface, reading)) = word_of(rest) {
                        marks.set_word(surface, Some(reading));
                    }
                }
                "split" => marks.seams.extend(seam_of(rest, SeamKind::Split)),
                "join" => marks.seams.extend(seam_of(rest, SeamKind::Join)),
                "correction" => {
                    if let Some(correction) = correction_of(rest) {
                        marks.correct(correction);
                    }
                }
                _ => {}
            }
        }
        settle(&mut marks.seams, |seam| seam.at);
        marks.seams.dedup_by_key(|seam| seam.at);
        for Passage { from, to, readings } in passages {
            marks.set_passage(from, to, readings);
        }
        marks
    }
}

fn written(reading: &Reading) -> String {
    Notation::Tl.write(reading, &WriteOptions::default())
}

fn passage_of(line: &str) -> Option<Passage> {
    let mut words = line.split(' ');
    let mut number = || words.next()?.parse().ok();
    let (from, to) = (number()?, number()?);
    Some(Passage { from, to, readings: words.next()?.parse().ok()? })
}

fn word_of(line: &str) -> Option<(&str, Reading)> {
    // The reading may have spaces in it.
    let (surface, reading) = line.split_once(' ')?;
    Some((surface, Notation::Tl.parse(reading).ok()?))
}

fn seam_of(line: &str, kind: SeamKind) -> Option<Seam> {
    let mut words = line.split(' ');
    let at = words.next()?.parse().ok()?;
    let (before, behind) = (words.next()?.to_owned(), words.next()?.to_owned());
    (!before.is_empty() && !behind.is_empty()).then_some(Seam { at, before, behind, kind })
}

fn correction_of(line: &str) -> Option<Correction> {
    let (at, rest) = line.split_once(' ')?;
    let at = at.parse().ok()?;
    let (surface, reading) = word_of(rest)?;
    Some(Correction { at, surface: surface.to_owned(), reading })
}
