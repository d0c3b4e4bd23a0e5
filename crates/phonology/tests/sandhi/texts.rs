//! Romanised sentences, as they are spoken.

use thakim_phonology::sandhi::Accent::South;
use thakim_phonology::sandhi::text::{Piece, groupings};
use thakim_phonology::sandhi::{Juncture, Mode, Speech};

use super::{auto, spoken_text, tl};

/// A text with signs: `|` where a group ends. Only where groups end is checked.
fn check(marked: &str) {
    let text = marked.replace('|', "");
    let spaced = text.replace(',', " ,").replace('.', " .").replace('?', " ?");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let readings: Vec<_> =
        words.iter().map(|word| thakim_phonology::Notation::Tl.parse(word).ok()).collect();
    let pieces: Vec<Piece<'_>> = words
        .iter()
        .zip(&readings)
        .map(|(word, reading)| reading.as_ref().map_or(Piece::Other(word), Piece::Word))
        .collect();
    let mut found = String::new();
    for (at, (piece, grouping)) in pieces.iter().zip(groupings(&pieces)).enumerate() {
        match piece {
            Piece::Other(other) => found.push_str(other),
            Piece::Word(_) => {
                if at > 0 {
                    found.push(' ');
                }
                found.push_str(words[at]);
                found.push_str(if grouping.then == Juncture::End { "|" } else { "" });
            }
        }
    }
    assert_eq!(found, marked);
}

#[test]
fn subjects_and_topics_end_a_group_and_pronouns_do_not() {
    check("gún a-má| teh tsú-pn̄g");
    check("i teh tsú-pn̄g");
    check("a-kong| tshuā i-sing| khì");
    check("a-kong| tshuā guá khì");
    check("tsit niau| bô tsia̍h hî");
    check("tse| sī guá ê tsheh");
    check("hia| ū nn̄g king tshù");
}

#[test]
fn of_keeps_the_tone_before_it_but_of_a_pronoun() {
    check("suí-suí| ê hue");
    check("lí ê hue");
    check("Tâi-tiong| ê thinn-khì| tsin hó");
    check("guá bé| ê tsheh| lóng tī tshù-lāi");
    check("nn̄g ê lâng| lóng lâi");
}

#[test]
fn what_belongs_together_stays_together() {
    check("i khuànn tiān-sī");
    check("lán lóng beh khì");
    check("hit tiâu lōo| tsin tn̂g");
    check("i bān-bān-á kiânn");
    check("kin-á-ji̍t| guá bô beh khì ha̍k-hāu");
    check("gín-á| sann tsiah| lóng ài");
    check("nā bô tsînn| tō mài bé");
}

#[test]
fn pauses_end_groups() {
    check("lí hó, guá sī Tân kàu-siū.");
    assert_eq!(spoken_text("khì Tâi-pak .", &auto(South)), "khi1 Tai7-pak4 .");
    // 臺灣's taibun takes the whole text for one group, and its full stop for a word.
    let all_but_last = Speech::of(Mode::AllButLast, South);
    assert_eq!(spoken_text("lâi , khì Tâi-pak .", &all_but_last), "lai5 , khi2 Tai7-pak4 .");
}

#[test]
fn a_denial_at_the_end_asks() {
    check("lí ū tsînn| bô?");
    check("guá bô.");
    check("lí tsia̍h-pá| buē?");
}

#[test]
fn groups_can_be_set_by_hand() {
    assert_eq!(
        spoken_text("lí kóng guá # ài tshit-thô", &auto(South)),
        "li1 kong1 gua2 # ai2 tshit8-tho5"
    );
    assert_eq!(spoken_text("lāu-su ‿ kà lán", &auto(South)), "lau3-su7 ‿ ka2 lan2");
    assert_eq!(spoken_text("lāu-su kà lán", &auto(South)), "lau3-su1 ka2 lan2");
}

#[test]
fn double_hyphens_keep_the_tone_before_them() {
    assert_eq!(
        spoken_text("i siá lāu-su --ê tshut-lâi hōo--guá .", &auto(South)),
        "i7 sia1 lau3-su1 --e5 tshut8-lai7 hoo7--gua2 ."
    );
    assert_eq!(spoken_text("--lí beh khì", &auto(South)), "--li2 be1 khi3");
}

#[test]
fn three_alike_begin_a_group_of_their_own() {
    assert_eq!(
        spoken_text("hit tsâng tshiū tn̂g-tn̂g-tn̂g", &auto(South)),
        "hit8 tsang7 tshiu7 tng9-tng7-tng5"
    );
    assert_eq!(spoken_text("i tn̂g-tn̂g-tn̂g", &auto(South)), "i7 tng9-tng7-tng5");
}

#[test]
fn spaces_and_words_of_other_languages_part_nothing_else() {
    assert_eq!(spoken_text("guá bé iPhone .", &auto(South)), "gua1 be1 iPhone .");
    let (go, to) = (tl("khì"), tl("Tâi-lâm"));
    let pieces = [Piece::Word(&go), Piece::Other("  "), Piece::Word(&to), Piece::Other("\n")];
    let groupings = groupings(&pieces);
    assert_eq!(groupings[0].then, Juncture::Open);
    assert_eq!(groupings[2].then, Juncture::Pause);
}
