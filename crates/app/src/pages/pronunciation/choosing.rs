//! Choosing readings, cutting words and joining them.

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;
use thakim_document::Origin;
use thakim_phonology::{Reading, Spoken};

use super::reader::Reader;
use crate::article::Word;
use crate::article::correct::joined;
use crate::article::history::{Deed, Scope, Step};
use crate::article::marks::{Correction, Difference, Marks, Seam, SeamKind};
use crate::element::{self, IntoView};
use crate::own::Change;
use crate::text::t;

/// How long it is said what came of a choice for many places.
const TOLD_FOR: Duration = Duration::from_secs(12);

/// Which neighbour of a word.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Side {
    Before,
    Behind,
}

impl Reader {
    /// The person chose this reading for a word, for the places of a scope. The panel closes.
    pub(super) fn choose(self, word: &Word, reading: Reading, scope: Scope) {
        self.looking.outcome.set(None);
        match scope {
            Scope::Here => self.read_here(word, reading),
            Scope::Article => self.read_in_article(word, reading),
            Scope::Always => self.read_always(word, reading),
        }
        self.close_panel();
    }

    /// The same for what the panel shows: the word, or one character of it, for the places that are
    /// chosen there.
    pub(super) fn choose_shown(self, reading: Reading) {
        let Some(word) = self.looking.word.get_untracked() else { return };
        let scope = self.shell.scope.get_untracked();
        match self.looking.unit.get_untracked() {
            None => self.choose(&word, reading, scope),
            Some(unit) => {
                let whole = word.token.reading().and_then(|whole| replaced(whole, unit, &reading));
                match whole {
                    Some(whole) => self.choose(&word, whole, scope),
                    // Nothing is known of the others: it is a word of its own then.
                    None => self.choose(&word.part(unit), reading, scope),
                }
            }
        }
    }

    /// Says for a while what came of a choice.
    fn tell_outcome(self, said: String) {
        self.looking.outcome.set(Some(said.clone()));
        let forget = move || {
            let _ = self.looking.outcome.try_update(|outcome| {
                if outcome.as_ref() == Some(&said) {
                    *outcome = None;
                }
            });
        };
        set_timeout(forget, TOLD_FOR);
    }

    fn read_here(self, word: &Word, reading: Reading) {
        let deed = deed(word, &reading, Scope::Here);
        let chosen = correction(word, reading);
        self.change(deed, Some(word.at.letter), |marks| marks.correct(chosen));
    }

    fn read_in_article(self, word: &Word, reading: Reading) {
        let before = self.marks.get_untracked();
        let mut marks = before.clone();
        marks.take_back(word.at.letter);
        marks.set_word(&word.token.surface, Some(reading.clone()));
        let mut changed = self.put(marks.clone());
        // Where the word is one only because it was corrected here, it has to stay so.
        if !self.is_read(word, &reading) {
            marks.correct(correction(word, reading.clone()));
            changed += self.put(marks.clone()) + 1;
        }
        let deed = deed(word, &reading, Scope::Article);
        let (surface, style) =
            (word.token.surface.clone(), self.shell.settings.get_untracked().style());
        self.note(deed, Some(word.at.letter), &before, None);
        self.spread_as_needed(&before, move |more| {
            let (word, reading) = (surface, style.reading(&reading));
            let count = changed + more;
            let said = t!("correcting.changed", word = word, reading = reading, count = count);
            self.tell_outcome(said.into_owned());
        });
    }

    /// The word goes into the person's own dictionary, and is read so here at once; the engine reads the
    /// other places when it has learnt of it.
    fn read_always(self, word: &Word, reading: Reading) {
        let own = match self.shell.own().add(&word.token.surface, reading.clone()) {
            Ok(own) => own,
            Err(_) => {
                let said = t!("correcting.no-own-word", word = word.token.surface);
                self.tell_outcome(said.into_owned());
                return;
            }
        };
        let before = self.marks.get_untracked();
        let mut marks = before.clone();
        let surface = word.token.surface.clone();
        marks.set_word(&surface, None);
        marks.correct(correction(word, reading.clone()));
        self.put(marks);
        let deed = deed(word, &reading, Scope::Always);
        self.note(deed, Some(word.at.letter), &before, Some(own));
        self.spread_as_needed(&before, |_| ());
        let Some(sheet) = self.sheet() else { return };
        let style = self.shell.settings.get_untracked().style();
        let was_other = word.token.reading() != Some(&reading);
        spawn_local(async move {
            let places = sheet.places(&surface).await;
            if self.run.is_disposed() {
                return;
            }
            // The engine may already have been told by now, or not: what counts is how many there are.
            let count = places.count().max(u32::from(was_other));
            let reading = style.reading(&reading);
            let said =
                t!("correcting.remembered", word = surface, reading = reading, count = count);
            self.tell_outcome(said.into_owned());
        });
    }

    /// The word is to be read as the engine says: here, or wherever it was to be read otherwise.
    pub(super) fn take_back(self, word: &Word) {
        let surface = word.token.surface.clone();
        let deed = Deed::TakenBack { surface: surface.clone() };
        let before = self.marks.get_untracked();
        let at = word.at.letter;
        let changed = self.change(deed, Some(at), |marks| {
            if !marks.take_back(at) {
                marks.set_word(&surface, None);
            }
        });
        if changed {
            self.spread_as_needed(&before, |_| ());
        }
        self.look_anew(at);
    }

    /// Cuts a word before the character at this index of it. Its syllables stay.
    pub(super) fn split(self, word: &Word, index: usize) {
        let units = word.units();
        let Some((first, rest)) = units.split_at_checked(index) else { return };
        let (Some(last), Some(next)) = (first.last(), rest.first()) else { return };
        let (at, border) = (word.at.letter, word.unit_at(index));
        let (before, behind) = (first.concat(), rest.concat());
        let deed = Deed::Split { before: before.clone(), behind: behind.clone() };
        let seam =
            Seam { at: border, before: last.clone(), behind: next.clone(), kind: SeamKind::Split };
        let parts = parts(word.token.reading(), index).filter(|_| is_corrected(word));
        self.change(deed, Some(at), |marks| {
            if let Some((reading, rest)) = parts {
                marks.take_seam(border);
                marks.take_back(at);
                marks.correct(Correction { at, surface: before, reading });
                marks.correct(Correction { at: border, surface: behind, reading: rest });
            } else {
                self.set_seam(marks, seam);
            }
        });
        self.look_anew(at);
    }

    /// Whether a word can be made one with its neighbour.
    pub(super) fn can_join(self, word: &Word, side: Side) -> bool {
        let Some(other) = neighbour(word, side) else { return false };
        let both_read = word.token.reading().is_some() && other.reading().is_some();
        let corrected = is_corrected(word) || other.origin == Origin::Corrected;
        both_read || !corrected
    }

    /// Makes a word and its neighbour one.
    pub(super) fn join(self, word: &Word, side: Side) {
        if !self.can_join(word, side) {
            return;
        }
        let Some(other) = neighbour(word, side) else { return };
        let (first, second) = match side {
            Side::Before => (other, &word.token),
            Side::Behind => (&word.token, other),
        };
        let length = |text: &str| text.chars().count() as u32;
        let at = match side {
            Side::Before => word.at.letter - length(&first.surface),
            Side::Behind => word.at.letter,
        };
        let border = at + length(&first.surface);
        let (Some(last), Some(next)) = (first.units().last(), second.units().next()) else {
            return;
        };
        let seam = Seam {
            at: border,
            before: last.to_owned(),
            behind: next.to_owned(),
            kind: SeamKind::Join,
        };
        let surface = format!("{}{}", first.surface, second.surface);
        let chosen = [first, second].iter().any(|token| token.origin == Origin::Corrected);
        let reading = match (first.reading(), second.reading()) {
            (Some(first), Some(second)) if chosen => Some(joined(first, second)),
            _ => None,
        };
        let deed = Deed::Joined { surface: surface.clone() };
        self.change(deed, Some(at), |marks| match reading {
            Some(reading) => {
                marks.take_seam(border);
                marks.correct(Correction { at, surface, reading });
            }
            None => self.set_seam(marks, seam),
        });
        self.look_anew(at);
    }

    /// Cuts or joins: takes away what was wanted there, where that is enough.
    fn set_seam(self, marks: &mut Marks, seam: Seam) {
        let was = marks.take_seam(seam.at);
        if was.is_none_or(|was| was.kind == seam.kind) {
            return marks.set_seam(seam);
        }
        // The engine may cut the text otherwise than when that was wanted.
        let (Some(sheet), border) = (self.sheet(), seam.at) else { return };
        sheet.set_marks(marks.clone());
        let is_cut = sheet.word_at(border).is_some_and(|word| word.at.letter == border);
        if is_cut != (seam.kind == SeamKind::Split) {
            marks.set_seam(seam);
        }
    }

    /// Changes the marks and notes what was done. Whether anything changed.
    pub(super) fn change(
        self,
        deed: Deed,
        at: Option<u32>,
        change: impl FnOnce(&mut Marks),
    ) -> bool {
        let before = self.marks.get_untracked();
        let mut marks = before.clone();
        change(&mut marks);
        if marks == before {
            return false;
        }
        self.put(marks);
        self.note(deed, at, &before, None);
        true
    }

    /// Notes what was done to the marks, and to the person's own dictionary.
    fn note(self, deed: Deed, at: Option<u32>, before: &Marks, own: Option<Change>) {
        let difference = self.marks.with_untracked(|after| Difference::between(before, after));
        let own = own.filter(|own| !own.is_empty());
        if !difference.is_empty() || own.is_some() {
            self.remember(Step { deed, at, difference, own });
        }
    }

    /// Words that are read otherwise wherever they stand now are taken over by all of the article, at idle
    /// moments; then it is told how many.
    pub(super) fn spread_as_needed(self, before: &Marks, tell: impl FnOnce(u32) + 'static) {
        if self.marks.with_untracked(|marks| marks.words() == before.words()) {
            return tell(0);
        }
        let Some(sheet) = self.sheet() else { return };
        spawn_local(async move {
            let changed = sheet.spread().await;
            if !self.run.is_disposed() {
                self.count();
                tell(changed);
            }
        });
    }

    fn is_read(self, word: &Word, reading: &Reading) -> bool {
        let now = self.sheet().and_then(|sheet| sheet.word_at(word.at.letter));
        now.is_some_and(|now| {
            now.token.surface == word.token.surface && now.token.reading() == Some(reading)
        })
    }
}

/// What came of the last choice that was for more than one place.
pub(super) fn outcome(reader: Reader) -> impl IntoView {
    element::div().class("status").attr("role", "status").child(move || {
        let said = reader.looking.outcome.get()?;
        Some(element::p().class("notice toast outcome-of-choice").child(said))
    })
}

/// A reading with another syllable at an index; what joins it to the others stays.
pub(super) fn replaced(reading: &Reading, index: usize, by: &Reading) -> Option<Reading> {
    let mut syllables = reading.syllables().to_vec();
    let place = syllables.get_mut(index)?;
    let Spoken { syllable, join, capital } = *by.syllables().first()?;
    // A neutral syllable is written so; nothing else is said of what stands before a single one.
    let join = if join == Default::default() { place.join } else { join };
    *place = Spoken { syllable, join, capital: capital || place.capital };
    Reading::new(syllables)
}

/// The two parts of a reading that is cut before the syllable at an index.
fn parts(reading: Option<&Reading>, index: usize) -> Option<(Reading, Reading)> {
    let (first, rest) = reading?.syllables().split_at_checked(index)?;
    Some((Reading::new(first.to_vec())?, Reading::new(rest.to_vec())?))
}

fn correction(word: &Word, reading: Reading) -> Correction {
    Correction { at: word.at.letter, surface: word.token.surface.clone(), reading }
}

fn deed(word: &Word, reading: &Reading, scope: Scope) -> Deed {
    Deed::Read { surface: word.token.surface.clone(), reading: reading.clone(), scope }
}

fn is_corrected(word: &Word) -> bool {
    word.token.origin == Origin::Corrected
}

pub(super) fn neighbour(word: &Word, side: Side) -> Option<&thakim_document::Token> {
    match side {
        Side::Before => word.before.as_ref(),
        Side::Behind => word.behind.as_ref(),
    }
}

#[cfg(test)]
mod tests {
    use thakim_phonology::Notation;

    use super::*;

    fn reading(text: &str) -> Reading {
        Notation::Tl.parse(text).expect("a reading in 臺羅")
    }

    #[test]
    fn one_syllable_gives_way_to_another() {
        let check = |word: &str, index, by: &str, expected: &str| {
            let found = replaced(&reading(word), index, &reading(by));
            let found = found.map(|found| Notation::Tl.write(&found, &Default::default()));
            assert_eq!(found.unwrap_or_default(), expected);
        };
        check("gîn-hâng", 1, "kiânn", "gîn-kiânn");
        check("Gîn-hâng", 0, "gûn", "Gûn-hâng");
        check("tsáu--lâi", 1, "lāi", "tsáu--lāi");
        check("tsáu-lâi", 1, "--lâi", "tsáu--lâi");
        check("gîn-hâng", 2, "gûn", "");
    }

    #[test]
    fn a_cut_reading_keeps_its_syllables() {
        let (first, rest) = parts(Some(&reading("tâi-uân-lâng")), 2).expect("three syllables");
        assert_eq!((first, rest), (reading("tâi-uân"), reading("lâng")));
        assert_eq!(parts(Some(&reading("tâi")), 1), None);
        assert_eq!(parts(None, 1), None);
    }
}
