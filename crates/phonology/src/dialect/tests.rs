use std::collections::HashSet;

use proptest::prelude::*;

use super::members::{self, numeric};
use super::sets::raw;
use super::*;
use crate::middle_chinese::Position;
use crate::{Final, Join, Notation, Reading, Spoken, Syllable, Tone};

fn syllable(written: &str) -> Syllable {
    numeric(written).unwrap_or_else(|| panic!("{written} is no syllable"))
}

fn in_dialect(dialect: Dialect, character: char, written: &str) -> String {
    let evidence = Evidence { alone: true, ..Evidence::of(character) };
    let mapped = dialect.map(syllable(written), &evidence).syllable;
    format!("{}{}{}", mapped.initial().tl(), mapped.rime().tl(), mapped.tone().number())
}

/// Every head character of phonetics §12 in every column that it has. An empty cell is mixed there.
#[test]
fn the_table_of_dialects_holds() {
    use Dialect::{Kaohsiung, Kinmen, Lukang, Magong, Sansia, Taichung, Tainan, Taipei, Yilan};
    let columns = [Yilan, Tainan, Kaohsiung, Taichung, Taipei, Magong, Lukang, Kinmen, Sansia];
    let table = [
        ('火', "hue2", "hue2 hue2 hue2 hue2 he2 he2 her2 her2 her2"),
        ('吹', "tshue1", "tshue1 tshue1 tshue1 tshue1 tshe1 tshe1 tsher1 tsher1 tsher1"),
        ('尾', "bue2", "bue2 bue2 bue2 bue2 be2 be2 ber2 ber2 ber2"),
        ('過', "kue3", "kue3 kue3 kue3 kue3 ke3 ke3 ker3 ker3 ker3"),
        ('雞', "ke1", "ke1 ke1 ke1 ke1 kue1 kue1 kue1 kue1 kere1"),
        ('鞋', "e5", "e5 e5 e5 e5 ue5 ue5 ue5 ue5 ere5"),
        ('初', "tshe1", "tshe1 tshe1 tshe1 tshe1 tshue1 tshue1 tshue1 tshue1 tshere1"),
        ('魚', "hi5", "hi5 hi5 hi5 hi5 hu5 hu5 hir5 hir5 hir5"),
        ('豬', "ti1", "ti1 ti1 ti1 ti1 tu1 tu1 tir1 tir1 tir1"),
        ('語', "gi2", "gi2 gi2 gi2 gi2 gu2 gu2 gir2 gir2 gir2"),
        ('恩', "in1", "in1 in1 in1 in1 un1 un1 un1 un1 irn1"),
        ('恩', "un1", "in1 un1 un1 un1 un1 un1 un1 un1 irn1"),
        ('斤', "kin1", "kin1 kin1 kin1 kin1 kun1 kun1 kun1 kun1 kirn1"),
        (
            '青',
            "tshenn1",
            "tshenn1 tshenn1 tshenn1 tshenn1 tshinn1 tshinn1 tshinn1 tshinn1 tshinn1",
        ),
        ('病', "penn7", "penn7 penn7 penn7 penn7 pinn7 pinn7 pinn6 pinn7 pinn7"),
        ('飯', "png7", "puinn7 png7 png7 png7 png7 png7 png6 png7 png7"),
        ('張', "tiunn1", "tiunn1 tionn1 tiunn1 tiunn1 tiunn1 tiunn1 tiunn1 tiunn1 tiunn1"),
        ('耳', "hinn7", "hinn7 hinn7 hinn7 hinn7 hi7 hi7 hi6 hi7 hi7"),
        ('日', "jit8", "jit8 jit8 jit8 git8 lit8 jit8 lit8 lit8 jit8"),
        ('糜', "mue5", "mue5 muai5 mue5 mue5 be5 be5 ber5 ber5 ber5"),
        ('母', "bo2", "boo2 bior2 bior2 bo2 bio2 bio2 bio2 bio2 bio2"),
        ('欲', "beh4", "beh4 beh4 beh4 beh4 beh4 boh4 berh4 berh4 berh4"),
        ('無', "bo5", "bo5 bor5 bor5 bo5 bo5 bo5 bo5 bo5 bo5"),
        ('草', "tsho2", "tsho2 tshor2 tshor2 tsho2 tsho2 tsho2 tsho2 tsho2 tsho2"),
        ('棗', "tso2", "tso2 tsor2 tsor2 tso2 tso2 tso2 tso2 tso2 tso2"),
        ('做', "tso3", "tso3 tsor3 tsor3 tso3 tsue3 tsue3 tsue3 tsue3 tsere3"),
        (
            '癢',
            "tsiunn7",
            "tsiunn7 tsionn7 tsiunn7 tsiunn7 tsiunn7 tsiunn7 tsiunn6 tsiunn7 tsiunn7",
        ),
        (
            '上',
            "tshiunn7",
            "tshiunn7 tshionn7 tshiunn7 tshiunn7 tshiunn7 tshiunn7 tshiunn6 tshiunn7 tshiunn7",
        ),
    ];
    for (character, from, row) in table {
        for (dialect, expected) in columns.into_iter().zip(row.split(' ')) {
            assert_eq!(in_dialect(dialect, character, from), expected, "{character} {dialect}");
            // From whatever side one comes, the form of the dialect is its form.
            assert_eq!(in_dialect(dialect, character, expected), expected, "{character} {dialect}");
        }
    }
}

#[test]
fn dialects_beyond_taiwan() {
    for (id, character, from, expected) in [
        ("amoy", '雞', "ke1", "kue1"),
        ("amoy", '月', "gueh8", "geh8"),
        ("amoy", '魚', "hi5", "hu5"),
        ("amoy", '去', "khi3", "khi3"),
        ("amoy", '會', "hue7", "hue7"),
        ("amoy", '會', "e7", "ue7"),
        ("quan", '會', "hue7", "he7"),
        ("amoy", '血', "hueh4", "huih4"),
        ("amoy", '日', "jit8", "lit8"),
        ("zhangzhou", '家', "ke1", "kee1"),
        ("zhangzhou", '百', "peh4", "peeh4"),
        ("zhangzhou", '雞', "kue1", "ke1"),
        ("zhangzhou", '花', "hue1", "hua1"),
        ("zhangzhou", '飯', "png7", "puinn7"),
        ("zhangzhou", '門', "mng5", "mui5"),
        ("zhangzhou", '相', "siong1", "siang1"),
        ("zhangzhou", '書', "su1", "si1"),
        ("quanzhou", '前', "tsing5", "tsuinn5"),
        ("quanzhou", '雪', "seh4", "serh4"),
        ("quanzhou", '思', "su1", "sir1"),
        ("penang", '張', "tiunn1", "tiaunn1"),
        ("penang", '娘', "niu5", "niau5"),
        ("penang", '我', "gua2", "ua2"),
        ("penang", '魚', "hi5", "hu5"),
        ("penang", '黃', "ng5", "uinn5"),
        ("singapore", '我', "gua2", "ua2"),
        ("singapore", '你', "li2", "lu2"),
        ("singapore", '經', "king1", "keng1"),
        ("kinmen", '千', "tshing1", "tshainn1"),
        ("anxi", '千', "tshing1", "tshirinn1"),
    ] {
        let dialect: Dialect = id.parse().unwrap();
        assert_eq!(in_dialect(dialect, character, from), expected, "{character} {id}");
    }
}

#[test]
fn what_cannot_be_known_stays() {
    // 家 and 世 have the e of no pair, 西 is literary, 杯 has ue everywhere.
    for (character, from) in
        [('家', "ke1"), ('世', "se3"), ('杯', "pue1"), ('西', "se1"), ('茶', "te5")]
    {
        assert_eq!(in_dialect(Dialect::Taipei, character, from), from);
    }
    // Without a character, ke may be anything.
    for written in ["ke1", "kue1", "hi5", "kin1", "tshinn1", "png7", "siong1", "tsing5"] {
        for dialect in [Dialect::Taipei, Dialect::Amoy, Dialect::Zhang] {
            let mapped = dialect.map(syllable(written), &Evidence::default());
            assert_eq!(mapped.syllable, syllable(written), "{written} {dialect}");
            assert_eq!(mapped.ground, Ground::Unchanged);
        }
    }
}

/// A pair of a dictionary tells the set of a character that the list does not have.
#[test]
fn pairs_of_dictionaries_are_evidence() {
    let pair = |first: &str, second: &str| {
        [(first, Side::First), (second, Side::Second)]
            .map(|(written, side)| Sibling { syllable: syllable(written), side: Some(side) })
    };
    let siblings = pair("khue3", "khe3");
    let evidence = Evidence { siblings: &siblings, ..Evidence::default() };
    let amoy = Dialect::Amoy.map(syllable("khue3"), &evidence);
    assert_eq!((amoy.syllable, amoy.ground), (syllable("khe3"), Ground::Attested));
    let lukang = Dialect::Lukang.map(syllable("khue3"), &evidence);
    assert_eq!((lukang.syllable, lukang.ground), (syllable("kher3"), Ground::Set));
    // The sides say which of two sets it is.
    let siblings = pair("khe3", "khue3");
    let evidence = Evidence { siblings: &siblings, ..Evidence::default() };
    assert_eq!(Dialect::Sansia.map(syllable("khe3"), &evidence).syllable, syllable("khere3"));
}

#[test]
fn a_position_is_evidence_where_the_dictionaries_may_lean_another_way() {
    let evidence = Evidence {
        position: Some("見開二佳平".parse::<Position>().unwrap()),
        ..Evidence::default()
    };
    let from = syllable("ke1");
    let amoy = Dialect::Amoy.map(from, &evidence);
    assert_eq!((amoy.syllable, amoy.ground), (syllable("kue1"), Ground::Position));
    assert_eq!(Dialect::Zhang.map(from, &evidence).ground, Ground::Unchanged);
    // 上: the tone 6 of Quanzhou.
    let evidence = Evidence {
        position: Some("常開三陽上".parse::<Position>().unwrap()),
        ..Evidence::of('上')
    };
    let mapped = Dialect::Quanzhou.map(syllable("tsiunn7"), &evidence);
    assert_eq!(mapped.syllable, syllable("tsiunn6"));
}

#[test]
fn romanised_text_is_mapped_as_far_as_the_sound_alone_decides() {
    for (dialect, from, expected) in [
        (Dialect::Amoy, "jı̍t-kì", "li̍t-kì"),
        (Dialect::Taichung, "Jîn-ài", "Gîn-ài"),
        (Dialect::Tainan, "bô-io̍h", "bôr-io̍rh"),
        (Dialect::Amoy, "bôr", "bô"),
        (Dialect::Amoy, "hîr", "hû"),
        (Dialect::Zhang, "hîr--tsi̍t", "hî--tsi̍t"),
        (Dialect::Zhang, "kere", "ke"),
        (Dialect::Taipei, "tshenn-kirn", "tshinn-kun"),
        (Dialect::Zhangzhou, "tiunn", "tionn"),
        (Dialect::Taipei, "tiǔnn", "tiūnn"),
        (Dialect::Singapore, "king", "keng"),
        (Dialect::Lukang, "pīnn", "pǐnn"),
        // Both 火 and 坐 have er: e in 臺北, not one thing in 臺南.
        (Dialect::Taipei, "tsher", "tshe"),
        (Dialect::Tainan, "tsher", "tsher"),
    ] {
        let parse = |written: &str| Notation::Tl.parse(written).unwrap();
        let from = parse(from);
        let expected = parse(expected);
        let (mapped, changed) = dialect.map_reading(&from);
        assert_eq!(mapped, expected, "{dialect}");
        assert_eq!(changed, mapped != from);
    }
}

#[test]
fn dialects_are_found_by_their_names() {
    let mut names = HashSet::new();
    for (index, dialect) in Dialect::ALL.into_iter().enumerate() {
        assert_eq!(dialect as usize, index);
        assert_eq!(dialect.id().parse(), Ok(dialect));
        assert_eq!(dialect.name().parse(), Ok(dialect));
        assert_eq!(dialect.id().to_uppercase().parse(), Ok(dialect));
        assert!(!dialect.about().is_empty());
        for name in [dialect.id(), dialect.name()].iter().chain(dialect.row().also) {
            assert!(names.insert(*name), "{name} twice");
            assert_eq!(name.parse(), Ok(dialect));
        }
    }
    let error = "mars".parse::<Dialect>().unwrap_err().to_string();
    assert!(error.starts_with("expected general, zhang, "), "{error}");
    assert!(error.ends_with("penang or singapore, found \"mars\""), "{error}");
}

/// A cell that is not empty is a final, and a group of homophones a syllable that its set has.
#[test]
fn tables_are_well_formed() {
    for (set, cell) in raw::cells().filter(|(_, cell)| !cell.is_empty()) {
        assert!(Final::from_tl(cell).is_some(), "{set} {cell}");
    }
    for cell in raw::plain() {
        assert!(Final::from_tl(cell).is_some(), "{cell}");
    }
    for (word, cell) in words::cells().filter(|(_, cell)| !cell.is_empty()) {
        assert!(numeric(cell).is_some(), "{word} {cell}");
    }
    let mut seen = HashSet::new();
    for (set, group) in members::raw::groups() {
        let (written, characters) = group.split_once(' ').expect("a syllable and characters");
        let syllable = numeric(written).unwrap_or_else(|| panic!("{set} {written}"));
        let known = sets::SETS.sets.iter().find(|known| known.name == set);
        assert_eq!(known.is_none(), set == members::NONE, "{set} is no set");
        assert!(known.is_none_or(|known| known.may_hold(syllable)), "{set} {written}");
        for character in characters.chars() {
            assert!(seen.insert((character, syllable)), "{character} {written} twice");
        }
    }
    assert!(seen.len() > 500);
}

/// No character stands in two sets with syllables that one dialect could confuse.
#[test]
fn every_reading_is_of_one_set() {
    for (_, group) in members::raw::groups() {
        let (written, characters) = group.split_once(' ').unwrap();
        for character in characters.chars() {
            for dialect in Dialect::ALL {
                let evidence = Evidence::of(character);
                let once = dialect.map(syllable(written), &evidence).syllable;
                let twice = dialect.map(once, &evidence);
                assert_eq!(twice.syllable, once, "{character} {written} {dialect}");
                assert_eq!(twice.ground, Ground::Unchanged);
            }
        }
    }
}

/// Without evidence: total, legal, and nothing more the second time; the general accent is as it was.
#[test]
fn mapping_every_syllable_is_idempotent() {
    for syllable in Syllable::all_spoken() {
        for dialect in Dialect::ALL {
            let once = dialect.map(syllable, &Evidence::default());
            let twice = dialect.map(once.syllable, &Evidence::default());
            assert_eq!(twice.syllable, once.syllable, "{syllable:?} {dialect}");
            assert_eq!(Syllable::from_bits(once.syllable.to_bits()), Some(once.syllable));
            assert_eq!(once.ground == Ground::Unchanged, once.syllable == syllable);
            assert_eq!(once.syllable.is_citation(), syllable.is_citation());
            if dialect == Dialect::General {
                assert_eq!(once.syllable, syllable);
            }
        }
    }
}

fn any_syllable() -> impl Strategy<Value = Syllable> {
    let all: Vec<Syllable> = Syllable::all().collect();
    prop::sample::select(all)
}

fn any_character() -> impl Strategy<Value = char> {
    let listed = members::raw::groups().flat_map(|(_, group)| {
        group.chars().filter(|letter| !letter.is_ascii()).collect::<Vec<_>>()
    });
    let words = "糜妹母欲做我你汝去的".chars();
    prop::sample::select(listed.chain(words).collect::<Vec<_>>())
}

fn any_position() -> impl Strategy<Value = Option<Position>> {
    let positions = [
        "見開二佳平",
        "曉合一戈上",
        "疑三魚平",
        "昌合三支平",
        "影開一痕平",
        "並開三庚去",
        "並三元去",
        "知開三陽平",
        "日三魚平",
        "心開三之平",
        "從開四先平",
        "明開二麻上",
        "常開三陽上",
        "邪三魚上",
    ];
    let positions = positions.map(|written| written.parse::<Position>().ok());
    prop::sample::select(positions.into_iter().chain([None]).collect::<Vec<_>>())
}

proptest! {
    /// Whatever the evidence says, even what makes no sense: what was mapped stays, keeps its tone but for
    /// 6 and 7, and says truly whether it changed.
    #[test]
    fn mapping_is_idempotent_with_any_evidence(
        syllable in any_syllable(),
        character in prop::option::of(any_character()),
        alone: bool,
        pair in prop::option::of((any_syllable(), any_syllable())),
        position in any_position(),
        dialect in prop::sample::select(Dialect::ALL.to_vec()),
    ) {
        let sibling = |syllable, side| Sibling { syllable, side: Some(side) };
        let siblings: Vec<Sibling> = pair.into_iter().flat_map(|(first, second)| {
            [sibling(first, Side::First), sibling(second, Side::Second)]
        }).collect();
        let evidence = Evidence { character, alone, siblings: &siblings, position };
        let once = dialect.map(syllable, &evidence);
        prop_assert_eq!(dialect.map(once.syllable, &evidence).syllable, once.syllable);
        prop_assert_eq!(once.ground == Ground::Unchanged, once.syllable == syllable);
        let fold = |tone: Tone| if tone == Tone::T6 { Tone::T7 } else { tone };
        prop_assert_eq!(fold(once.syllable.tone()), fold(syllable.tone()));
        if dialect == Dialect::General {
            prop_assert_eq!(once.syllable, syllable);
        }
    }

    /// Readings keep their length, joins and capitals.
    #[test]
    fn readings_keep_their_shape(
        syllables in prop::collection::vec((any_syllable(), any::<bool>(), 0..3_usize), 1..5),
        dialect in prop::sample::select(Dialect::ALL.to_vec()),
    ) {
        let joins = [Join::Hyphen, Join::Space, Join::Neutral];
        let spoken = syllables.into_iter().map(|(syllable, capital, join)| {
            Spoken { syllable, join: joins[join], capital }
        });
        let reading = Reading::new(spoken.collect()).unwrap();
        let (mapped, changed) = dialect.map_reading(&reading);
        prop_assert_eq!(changed, mapped != reading);
        prop_assert_eq!(mapped.len(), reading.len());
        for (old, new) in reading.syllables().iter().zip(mapped.syllables()) {
            prop_assert_eq!((old.join, old.capital), (new.join, new.capital));
        }
    }
}
