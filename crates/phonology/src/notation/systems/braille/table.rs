//! The cells of 臺語點字.

use super::super::signs::Row;

#[rustfmt::skip]
pub(super) const INITIALS: [Row; 18] = [
    ("",   ""),
    ("p",  "⠏"), ("ph",  "⠋"), ("b", "⠃"), ("m",  "⠍"),
    ("t",  "⠙"), ("th",  "⠞"), ("n", "⠝"), ("l",  "⠇"),
    ("k",  "⠟"), ("kh",  "⠅"), ("g", "⠛"), ("ng", "⠬"),
    ("ts", "⠡"), ("tsh", "⠉"), ("s", "⠎"), ("j",  "⠚"),
    ("h",  "⠓"),
];

/// The finals without nasal vowels and stops, which need no cells of their own.
#[rustfmt::skip]
pub(super) const FINALS: &[Row] = &[
    ("a",    "⠁"), ("i",   "⠊"), ("u",   "⠥"), ("e",   "⠑"), ("o",    "⠕"), ("oo",   "⠪"),
    ("ai",   "⠜"), ("au",  "⠳"), ("ia",  "⠽"), ("io",  "⠗"), ("iu",   "⠱"), ("iau",  "⠹"),
    ("ua",   "⠺"), ("ue",  "⠫"), ("ui",  "⠷"), ("uai", "⠾"),
    ("am",   "⠩"), ("im",  "⠣"), ("iam", "⠿"),
    ("an",   "⠧"), ("in",  "⠖"), ("un",  "⠌"), ("ian", "⠲"), ("uan",  "⠻"),
    ("ang",  "⠭"), ("ing", "⠵"), ("ong", "⠯"), ("iang", "⠸"), ("iong", "⠮"),
    ("m",    "⠍"), ("ng",  "⠬"),
];

/// Before a syllable whose vowel is nasal and is not so by its initial.
pub(super) const NASAL: &str = "⠠";

pub(super) const TONES: &[(u8, char)] =
    &[(1, '⠤'), (2, '⠂'), (3, '⠄'), (5, '⠆'), (7, '⠒'), (9, '⠃')];

/// The tones of syllables that end in a stop.
pub(super) const CHECKED: &[(u8, char)] = &[(4, '⠢'), (8, '⠔')];

/// Before a digit.
pub(super) const NUMBER_SIGN: char = '⠼';

/// The digits from 0 to 9.
pub(super) const DIGITS: [char; 10] = ['⠚', '⠁', '⠃', '⠉', '⠙', '⠑', '⠋', '⠛', '⠓', '⠊'];
