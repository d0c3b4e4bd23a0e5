//! Tests of what the reader wants.

use thakim_phonology::Notation;

use super::*;

fn correction(at: u32, surface: &str, reading: &str) -> Correction {
    let reading = Notation::Tl.parse(reading).expect("a reading in 臺羅");
    Correction { at, surface: surface.into(), reading }
}

fn reading(text: &str) -> Reading {
    Notation::Tl.parse(text).expect("a reading in 臺羅")
}

fn seam(at: u32, before: &str, behind: &str, kind: SeamKind) -> Seam {
    Seam { at, before: before.into(), behind: behind.into(), kind }
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
    marks.set_word("行", Some(reading("hîng")));
    marks.set_word("𰀀\u{E0100}", Some(reading("tsit--ê")));
    marks.set_seam(seam(9, "學\u{E0100}", "生", SeamKind::Split));
    marks.set_seam(seam(4, "臺", "灣", SeamKind::Join));
    assert_eq!(Marks::from_text(&marks.to_text()), marks);
    marks.readings = Literary;
    marks.set_passage(9, 12, Auto);
    assert_eq!(passages(&Marks::from_text(&marks.to_text()))[0], (9, 12, Auto));
    assert_eq!(Marks::from_text(&Marks::default().to_text()), Marks::default());
}

#[test]
fn the_first_version_is_read_and_what_is_not_understood_passed_over() {
    let text = "marks 1\nreadings literary\npassage 0 9 colloquial\npassage 9 x auto\n\
                colour red\nword 行 ???\nword 行\nsplit 3 行\njoin x 行 路\ncorrection 3 行 hîng\ncorrection 4 行\ncorrection 5 行 ???\noffer";
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
        &[correction(1, "行", "hîng"), correction(5, "去", "khù"), correction(20, "行", "hîng")],
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

#[test]
fn a_word_has_one_reading_wherever_it_stands() {
    let mut one = Marks::default();
    one.set_word("行", Some(reading("hîng")));
    one.set_word("去", Some(reading("khù")));
    one.set_word("行", Some(reading("kiânn")));
    assert_eq!(one.word("行"), Some(&reading("kiânn")));
    assert_eq!(one.words().len(), 2);
    assert!(!one.has_places(), "it hangs on no place");
    one.set_word("行", None);
    one.set_word("無", None);
    assert_eq!((one.word("行"), one.words().len()), (None, 1));
}

#[test]
fn what_is_cut_or_joined_follows_the_text() {
    let place = |letter: u32| Position { byte: letter * 3, letter };
    let mut one = Marks::default();
    one.set_seam(seam(5, "銀", "行", SeamKind::Split));
    one.set_seam(seam(9, "我", "去", SeamKind::Join));
    assert!(one.has_places());
    // Two characters before the first, then one between the two of the second.
    one.follow(Edit { from: place(4), old: place(4), new: place(6) });
    assert_eq!(one.seams().iter().map(|seam| seam.at).collect::<Vec<_>>(), [7, 11]);
    one.follow(Edit { from: place(11), old: place(11), new: place(12) });
    assert_eq!(one.seams(), [seam(7, "銀", "行", SeamKind::Split)]);
    // The character before it is another one now.
    let mut other = one.clone();
    other.follow(Edit { from: place(6), old: place(7), new: place(7) });
    assert_eq!(other.seams(), []);
    assert_eq!(one.take_seam(7).map(|seam| seam.kind), Some(SeamKind::Split));
    assert_eq!(one.take_seam(7), None);
}
