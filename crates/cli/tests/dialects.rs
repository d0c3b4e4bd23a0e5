//! Dialects over the whole dictionary: the Ministry's table of differences (語音方言差), and how far the
//! positions of 廣韻 and the pairs of dictionaries say the same.

use std::collections::HashMap;
use std::fs;
use std::path::PathBuf;
use std::sync::LazyLock;

use thakim_engine::{Engine, Options};
use thakim_lexicon::Lexicon;
use thakim_lexicon::build::{Options as Build, check, compile};
use thakim_phonology::dialect::{Dialect, Evidence, Ground};
use thakim_phonology::middle_chinese::Position;
use thakim_phonology::{
    Notation, Reading, Spoken, Syllable, ToneStyle, WriteOptions, is_same_word,
};

fn dict() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../dict")
}

/// An engine with all sources and the model, as the site has it.
static ENGINE: LazyLock<Engine> = LazyLock::new(|| {
    let (sources, faults) = check(&dict());
    assert!(faults.is_empty(), "{} faults; `thakim dict check` lists them", faults.len());
    let lexicon = Lexicon::open(compile(&sources, &Build::default())).expect("it opens");
    Engine::new(lexicon).expect("a dictionary with its model")
});

fn syllable(written: &str) -> Syllable {
    Notation::Tl.parse(written).expect("a syllable").syllables()[0].syllable
}

/// The chosen syllables of a text, in numeric 臺羅, and whether one is derived.
fn read(dialect: Dialect, text: &str) -> (Vec<String>, bool) {
    let options = Options { dialect, ..Options::default() };
    let document = ENGINE.annotate(text, &options);
    let tokens = document.paragraphs.iter().flat_map(|paragraph| &paragraph.tokens);
    let mut syllables = Vec::new();
    let mut derived = false;
    for token in tokens {
        derived |= token.is_derived();
        for spoken in token.reading().iter().flat_map(|reading| reading.syllables()) {
            let plain = Reading::from(Spoken::plain(spoken.syllable));
            syllables.push(Notation::Tl.write(&plain, &WriteOptions::new(ToneStyle::Number)));
        }
    }
    (syllables, derived)
}

const COLUMNS: [Dialect; 9] = [
    Dialect::Yilan,
    Dialect::Tainan,
    Dialect::Kaohsiung,
    Dialect::Taichung,
    Dialect::Taipei,
    Dialect::Magong,
    Dialect::Lukang,
    Dialect::Kinmen,
    Dialect::Sansia,
];

/// Words, the index of the syllable in question, and what it is in each of [`COLUMNS`].
#[rustfmt::skip]
const TABLE: &[(&str, usize, &str)] = &[
    ("火車", 0, "hue2 hue2 hue2 hue2 he2 he2 her2 her2 her2"),
    ("吹風", 0, "tshue1 tshue1 tshue1 tshue1 tshe1 tshe1 tsher1 tsher1 tsher1"),
    ("尾", 0, "bue2 bue2 bue2 bue2 be2 be2 ber2 ber2 ber2"),
    ("過年", 0, "kue3 kue3 kue3 kue3 ke3 ke3 ker3 ker3 ker3"),
    ("雞卵", 0, "ke1 ke1 ke1 ke1 kue1 kue1 kue1 kue1 kere1"),
    ("鞋", 0, "e5 e5 e5 e5 ue5 ue5 ue5 ue5 ere5"),
    ("初一", 0, "tshe1 tshe1 tshe1 tshe1 tshue1 tshue1 tshue1 tshue1 tshere1"),
    ("魚", 0, "hi5 hi5 hi5 hi5 hu5 hu5 hir5 hir5 hir5"),
    ("豬肉", 0, "ti1 ti1 ti1 ti1 tu1 tu1 tir1 tir1 tir1"),
    ("台語", 1, "gi2 gi2 gi2 gi2 gu2 gu2 gir2 gir2 gir2"),
    ("青菜", 0, "tshenn1 tshenn1 tshenn1 tshenn1 tshinn1 tshinn1 tshinn1 tshinn1 tshinn1"),
    ("破病", 1, "penn7 penn7 penn7 penn7 pinn7 pinn7 pinn6 pinn7 pinn7"),
    ("食飯", 1, "puinn7 png7 png7 png7 png7 png7 png6 png7 png7"),
    ("緊張", 1, "tiunn1 tionn1 tiunn1 tiunn1 tiunn1 tiunn1 tiunn1 tiunn1 tiunn1"),
    ("耳仔", 0, "hinn7 hinn7 hinn7 hinn7 hi7 hi7 hi6 hi7 hi7"),
    ("日頭", 0, "jit8 jit8 jit8 git8 lit8 jit8 lit8 lit8 jit8"),
    ("欲", 0, "beh4 beh4 beh4 beh4 beh4 boh4 berh4 berh4 berh4"),
    ("無", 0, "bo5 bor5 bor5 bo5 bo5 bo5 bo5 bo5 bo5"),
    ("草", 0, "tshau2 tshau2 tshau2 tshau2 tshau2 tshau2 tshau2 tshau2 tshau2"),
    ("紅棗", 1, "tso2 tsor2 tsor2 tso2 tso2 tso2 tso2 tso2 tso2"),
    ("做", 0, "tso3 tsor3 tsor3 tso3 tsue3 tsue3 tsue3 tsue3 tsere3"),
    ("癢", 0, "tsiunn7 tsionn7 tsiunn7 tsiunn7 tsiunn7 tsiunn7 tsiunn6 tsiunn7 tsiunn7"),
];

#[test]
fn the_ministrys_table_comes_out_of_the_engine() {
    for &(text, index, row) in TABLE {
        for (dialect, expected) in COLUMNS.into_iter().zip(row.split(' ')) {
            let (syllables, _) = read(dialect, text);
            assert_eq!(syllables[index], expected, "{text} {dialect}");
        }
    }
    // 斤 and 恩 are mixed where the table says so; elsewhere they are what it says.
    for (text, index, dialect, expected) in [
        ("公斤", 1, Dialect::Yilan, "kin1"),
        ("公斤", 1, Dialect::Taipei, "kun1"),
        ("公斤", 1, Dialect::Lukang, "kun1"),
        ("公斤", 1, Dialect::Sansia, "kirn1"),
        ("感恩", 1, Dialect::Sansia, "irn1"),
        ("糜", 0, Dialect::Tainan, "muai5"),
        ("糜", 0, Dialect::Lukang, "ber5"),
    ] {
        assert_eq!(read(dialect, text).0[index], expected, "{text} {dialect}");
    }
}

#[test]
fn what_the_ministry_lists_is_not_derived() {
    assert_eq!(read(Dialect::Taipei, "火車"), (vec!["he2".into(), "tshia1".into()], false));
    assert_eq!(read(Dialect::Taipei, "雞卵"), (vec!["kue1".into(), "nng7".into()], false));
    assert_eq!(read(Dialect::Lukang, "火車"), (vec!["her2".into(), "tshia1".into()], true));
    assert_eq!(read(Dialect::General, "火車"), (vec!["hue2".into(), "tshia1".into()], false));
}

/// What 廣韻 alone says of the first side of a pair is its second side, nearly always.
#[test]
fn positions_agree_with_the_pairs_of_dictionaries() {
    let table = |path: &str| fs::read_to_string(dict().join(path)).expect("a table of dict/");
    let rows = |text: &str| -> Vec<Vec<String>> {
        let row = |line: &str| line.split('\t').map(str::to_owned).collect();
        text.lines().skip(1).map(row).collect()
    };
    let mut pairs: HashMap<String, (Vec<Syllable>, Vec<Syllable>)> = HashMap::new();
    for row in rows(&table("taibun/words.tsv")) {
        if row[0].chars().count() != 1 {
            continue;
        }
        match row[3].as_str() {
            "1" => pairs.entry(row[0].clone()).or_default().0.push(syllable(&row[1])),
            "2" => pairs.entry(row[0].clone()).or_default().1.push(syllable(&row[1])),
            _ => {}
        }
    }
    let (mut right, mut wrong) = (0, Vec::new());
    for row in rows(&table("guangyun/positions.tsv")) {
        let Some((firsts, seconds)) = pairs.get(&row[0]) else { continue };
        let position: Position = row[1].parse().expect("a position");
        for &first in firsts {
            let mut seconds = seconds.iter().filter(|second| is_same_word(first, **second));
            let Some(&second) = seconds.next() else { continue };
            let evidence = Evidence { position: Some(position), ..Evidence::default() };
            let mapped = Dialect::Taipei.map(first, &evidence);
            if mapped.ground == Ground::Position {
                match mapped.syllable == second {
                    true => right += 1,
                    false => wrong.push(format!("{} {first:?} {}", row[0], row[1])),
                }
            }
        }
    }
    println!("{right} right, {} wrong: {wrong:?}", wrong.len());
    assert!(right > 100 && wrong.len() * 20 < right, "{right} right; wrong: {wrong:?}");
}
