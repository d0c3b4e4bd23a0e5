//! 反切.

use super::*;

const FANQIE: Notation = Notation::Fanqie;

#[test]
fn every_pair_comes_back() {
    let trips = trips(FANQIE, &WriteOptions::default());
    assert_eq!(trips.changed(), [""; 0]);
    assert_eq!(trips.silent_tones(), [6, 9]);
    // What has characters for one class of a final may have none for another, and j- is never clear.
    let one_of_each = Syllable::all().filter(|syllable| !trips.silent.contains(syllable));
    let mut finals: Vec<&str> = one_of_each.map(|syllable| syllable.rime().tl()).collect();
    finals.sort_unstable();
    finals.dedup();
    assert_eq!(finals.len(), 65);
    for (row, options) in options_of(FANQIE) {
        assert_eq!(self::trips(FANQIE, &options).identical(), trips.identical(), "{}", row.name);
    }
    println!("反切: {}‰", trips.permille());
}

#[test]
fn pairs_are_read_by_register_and_class() {
    both_ways(
        FANQIE,
        &WriteOptions::default(),
        &[
            ("tong", "德紅切"),
            ("tông", "徒紅切"),
            ("tóng", "德黨切"),
            ("tōng", "徒貢切"),
            ("tok", "德谷切"),
            ("to̍k", "徒谷切"),
            ("kun", "古倫切"),
            ("bî", "文之切"),
            ("bí", "文里切"),
            ("jîn", "如鄰切"),
            ("iú", "余酒切"),
            ("thian-hā", "他緣切-胡駕切"),
            ("ngôo", "吾胡切"),
            ("n̂g", "余糖切"),
        ],
    );
    both_ways(FANQIE, &set(FANQIE, &[("suffix", "fan")]), &[("tong", "德紅反")]);
    both_ways(
        FANQIE,
        &set(FANQIE, &[("suffix", "none"), ("words", "joined")]),
        &[("tong-hong", "德紅呼紅")],
    );
    both_ways(FANQIE, &set(FANQIE, &[("words", "joined")]), &[("tong-hong", "德紅切呼紅切")]);
}

#[test]
fn other_characters_of_a_class_are_read() {
    reads(
        FANQIE,
        &[
            ("多紅切", "tong"),
            ("都宗反", "tong"),
            ("居丁切", "king"),
            ("莫浮切", "bû"),
            ("武井切", "bíng"),
            ("於求切", "iu"),
            ("以周切", "iû"),
            ("于救切", "iū"),
            ("徒黨切", "tōng"),
            ("魯刀切", "lô"),
        ],
    );
    refuses(FANQIE, &["", "德", "德紅", "切", "德切", "紅德切", "德紅切切", "德紅一"]);
}

#[test]
fn what_has_no_character_is_not_written() {
    for tl in ["hér", "jin", "tsiǔnn", "a̋", "kuak"] {
        let reading = Notation::Tl.parse(tl).unwrap();
        let written = FANQIE.try_write(&reading, &WriteOptions::default());
        assert!(written.is_err(), "{tl}");
    }
}
