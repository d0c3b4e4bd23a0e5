//! Readings of words wherever they stand.

use thakim_document::{Origin, Token};
use thakim_phonology::Reading;

use super::{corrected, regroup};
use crate::article::marks::ArticleWord;
use crate::article::order::settle;

/// Gives words their readings where tokens begin and end with them, the longest first. `cut` are the
/// `char`s of the line, rising, at which the reader wants a word to end.
pub(super) fn put(tokens: &mut Vec<Token>, words: &[ArticleWord], cut: &[usize]) {
    let mut begin = 0;
    let mut index = 0;
    while index < tokens.len() {
        let found = match tokens[index].origin {
            Origin::Other => None,
            _ => longest(&tokens[index..], words, begin, cut),
        };
        if let Some((count, word)) = found {
            let covered = index..index + count;
            let mut put = [corrected(&tokens[covered.clone()], &word.surface, &word.reading)];
            regroup(&tokens[covered.clone()], &mut put);
            tokens.splice(covered, put);
        }
        begin += tokens[index].surface.chars().count();
        index += 1;
    }
}

/// The longest word that these tokens begin with, and how many of them it covers.
fn longest<'w>(
    tokens: &[Token],
    words: &'w [ArticleWord],
    begin: usize,
    cut: &[usize],
) -> Option<(usize, &'w ArticleWord)> {
    let mut surface = String::new();
    let mut best = None;
    let mut end = begin;
    for (index, token) in tokens.iter().enumerate() {
        if token.origin == Origin::Other || (index > 0 && cut.binary_search(&end).is_ok()) {
            break;
        }
        surface.push_str(&token.surface);
        end += token.surface.chars().count();
        let at = words.partition_point(|word| word.surface.as_str() < surface.as_str());
        match words.get(at) {
            Some(word) if word.surface == surface => {
                // A kept reading may be of another number of characters than it should.
                let units: usize = tokens[..=index].iter().map(|token| token.units().count()).sum();
                if word.reading.len() == units {
                    best = Some((index + 1, word));
                }
            }
            Some(word) if word.surface.starts_with(&surface) => {}
            _ => break,
        }
    }
    best
}

/// Where a word stands, by how it is read.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Places {
    /// How often it is read so, the most frequent reading first; `None` for no reading.
    pub readings: Vec<(Option<Reading>, u32)>,
}

impl Places {
    /// How many there are.
    pub fn count(&self) -> u32 {
        self.readings.iter().map(|(_, count)| count).sum()
    }

    /// How many are read otherwise.
    pub fn other_than(&self, reading: &Reading) -> u32 {
        let others = self.readings.iter().filter(|(other, _)| other.as_ref() != Some(reading));
        others.map(|(_, count)| count).sum()
    }

    /// Adds others.
    pub fn add(&mut self, other: Places) {
        for (reading, count) in other.readings {
            match self.readings.iter_mut().find(|(known, _)| *known == reading) {
                Some((_, known)) => *known += count,
                None => self.readings.push((reading, count)),
            }
        }
        settle(&mut self.readings, |(_, count)| std::cmp::Reverse(*count));
    }
}

/// Where a word stands among some tokens.
pub fn places<'t>(tokens: impl IntoIterator<Item = &'t Token>, surface: &str) -> Places {
    let mut places = Places::default();
    for token in tokens.into_iter().filter(|token| token.surface == surface) {
        if token.origin != Origin::Other {
            places.add(Places { readings: vec![(token.reading().cloned(), 1)] });
        }
    }
    places
}

#[cfg(test)]
mod tests {
    use thakim_document::Paragraph;
    use thakim_phonology::Notation;
    use thakim_phonology::sandhi::{Grouping, Mode, Speech};

    use super::super::{Wanted, apply};
    use super::*;
    use crate::article::marks::{Correction, Marks, Seam, SeamKind};

    fn reading(text: &str) -> Reading {
        Notation::Tl.parse(text).expect("a reading in 臺羅")
    }

    fn word(surface: &str, readings: &[&str], grouping: Grouping) -> Token {
        let candidates = readings.iter().map(|text| super::super::written(reading(text))).collect();
        let origin = if readings.is_empty() { Origin::Unknown } else { Origin::Word };
        Token { origin, confidence: 255, candidates, grouping, ..Token::other(surface) }
    }

    /// 我去銀行，行去臺灣。
    fn paragraph() -> Paragraph {
        let tokens = vec![
            word("我", &["guá"], Grouping::OPEN),
            word("去", &["khì", "khù"], Grouping::END),
            word("銀行", &["gîn-hâng", "gûn-hâng"], Grouping::PAUSE),
            Token::other("，"),
            word("行", &["kiânn"], Grouping::OPEN),
            word("去", &["khì"], Grouping::END),
            word("臺灣", &["tâi-uân"], Grouping::PAUSE),
            Token::other("。"),
        ];
        Paragraph { tokens, ..Paragraph::default() }
    }

    fn marked(change: impl FnOnce(&mut Marks)) -> Marks {
        let mut marks = Marks::default();
        change(&mut marks);
        marks
    }

    fn applied(marks: &Marks) -> Paragraph {
        let mut paragraphs = [paragraph()];
        let (seams, words) = (marks.seams(), marks.words().as_slice());
        apply(&mut paragraphs, 0, Wanted { seams, words, corrections: marks.corrections() });
        let [paragraph] = paragraphs;
        assert_eq!(paragraph.text(), self::paragraph().text(), "the text is never touched");
        paragraph
    }

    /// The words as `surface(reading)` with the tones as spoken, corrected ones with a star.
    fn check(change: impl FnOnce(&mut Marks), mode: Mode, expected: &str) {
        let paragraph = applied(&marked(change));
        let speech = Speech { mode, ..Speech::default() };
        let spoken = paragraph.spoken(&speech);
        let tokens = paragraph.tokens.iter().zip(spoken);
        let words = tokens.filter(|(token, _)| token.origin != Origin::Other);
        let words: Vec<String> = words
            .map(|(token, spoken)| {
                let star = if token.origin == Origin::Corrected { "*" } else { "" };
                let spoken = spoken.map(|spoken| Notation::Tl.write(&spoken, &Default::default()));
                format!("{star}{}({})", token.surface, spoken.unwrap_or_default())
            })
            .collect();
        assert_eq!(words.join(" "), expected);
    }

    fn seam(at: u32, before: &str, behind: &str, kind: SeamKind) -> Seam {
        Seam { at, before: before.into(), behind: behind.into(), kind }
    }

    #[test]
    fn a_word_is_read_so_wherever_it_stands_but_where_a_place_says_otherwise() {
        let everywhere = |marks: &mut Marks| marks.set_word("去", Some(reading("khù")));
        check(
            everywhere,
            Mode::None,
            "我(guá) *去(khù) 銀行(gîn-hâng) 行(kiânn) *去(khù) 臺灣(tâi-uân)",
        );
        check(
            |marks| {
                everywhere(marks);
                let surface = "去".to_owned();
                marks.correct(Correction { at: 6, surface, reading: reading("khìr") });
            },
            Mode::None,
            "我(guá) *去(khù) 銀行(gîn-hâng) 行(kiânn) *去(khìr) 臺灣(tâi-uân)",
        );
        // It is a word of its own only once.
        check(
            |marks| marks.set_word("行", Some(reading("hîng"))),
            Mode::None,
            "我(guá) 去(khì) 銀行(gîn-hâng) *行(hîng) 去(khì) 臺灣(tâi-uân)",
        );
    }

    #[test]
    fn a_word_that_the_engine_cuts_is_found_where_its_parts_stand_together() {
        let both = |marks: &mut Marks| {
            marks.set_word("去銀行", Some(reading("khì-gîn-hâng")));
            marks.set_word("去", Some(reading("khù")));
            marks.set_word("行，", Some(reading("hîng")));
            marks.set_word("灣", Some(reading("bân")));
        };
        check(both, Mode::None, "我(guá) *去銀行(khì-gîn-hâng) 行(kiânn) *去(khù) 臺灣(tâi-uân)");
        // Where the reader cuts it is none.
        check(
            |marks| {
                both(marks);
                marks.set_seam(seam(2, "去", "銀", SeamKind::Split));
            },
            Mode::None,
            "我(guá) *去(khù) 銀行(gîn-hâng) 行(kiânn) *去(khù) 臺灣(tâi-uân)",
        );
    }

    #[test]
    fn cutting_keeps_the_syllables_and_the_tones_of_speech() {
        let whole = "我(gua) 去(khì) 銀行(gīn-hâng) 行(kiānn) 去(khì) 臺灣(tāi-uân)";
        check(|_| {}, Mode::Auto, whole);
        let cut = "我(gua) 去(khì) 銀(gīn) 行(hâng) 行(kiānn) 去(khì) 臺灣(tāi-uân)";
        check(|marks| marks.set_seam(seam(3, "銀", "行", SeamKind::Split)), Mode::Auto, cut);
        let paragraph =
            applied(&marked(|marks| marks.set_seam(seam(3, "銀", "行", SeamKind::Split))));
        assert_eq!(paragraph.tokens[2].candidates.len(), 2, "gîn and gûn");
        // Other characters, nothing to cut, over the edge.
        for void in [
            seam(3, "金", "行", SeamKind::Split),
            seam(2, "去", "銀", SeamKind::Split),
            seam(4, "行", "，", SeamKind::Split),
            seam(4, "行", "，", SeamKind::Join),
            seam(3, "銀", "行", SeamKind::Join),
            seam(99, "銀", "行", SeamKind::Join),
            seam(0, "銀", "行", SeamKind::Join),
        ] {
            check(|marks| marks.set_seam(void), Mode::Auto, whole);
        }
    }

    #[test]
    fn what_is_joined_is_spoken_as_one_word_and_can_be_corrected() {
        let join = |marks: &mut Marks| marks.set_seam(seam(2, "去", "銀", SeamKind::Join));
        check(join, Mode::Auto, "我(gua) 去銀行(khí-gīn-hâng) 行(kiānn) 去(khì) 臺灣(tāi-uân)");
        check(
            |marks| {
                join(marks);
                let surface = "去銀行".to_owned();
                marks.correct(Correction { at: 1, surface, reading: reading("khù-gûn-hâng") });
            },
            Mode::Auto,
            "我(gua) *去銀行(khú-gūn-hâng) 行(kiānn) 去(khì) 臺灣(tāi-uân)",
        );
        let candidates = &applied(&marked(join)).tokens[1].candidates;
        assert_eq!(candidates.len(), 4);
    }

    #[test]
    fn the_places_of_a_word_are_counted_by_reading() {
        let marks = marked(|marks| {
            marks.correct(Correction { at: 6, surface: "去".into(), reading: reading("khù") });
        });
        let paragraph = applied(&marks);
        let found = places(&paragraph.tokens, "去");
        assert_eq!((found.count(), found.other_than(&reading("khù"))), (2, 1));
        assert_eq!(places(&paragraph.tokens, "，").count(), 0);
    }
}
