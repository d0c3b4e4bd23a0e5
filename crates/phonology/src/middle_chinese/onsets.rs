//! The onsets (聲母) of Middle Chinese and what literary Hokkien makes of them, as one table.

/// An onset: an index into [`TABLE`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Onset(u8);

/// 清濁: what an onset does to the tone.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(super) enum Voice {
    /// 全清 and 次清: tones 1, 2, 3 and 4.
    Voiceless,
    /// 全濁: tones 5, 7, 7 and 8.
    Voiced,
    /// 次濁: tones 5, 2, 7 and 8.
    Sonorant,
}

struct Row {
    han: char,
    voice: Voice,
    /// 臺羅, before what the rules of [`super::rules`] say of the final.
    tl: &'static str,
}

const fn row(han: char, voice: Voice, tl: &'static str) -> Row {
    Row { han, voice, tl }
}

use Voice::{Sonorant, Voiced, Voiceless};

/// The thirty-eight onsets of the Qieyun in their usual order.
///
/// What was voiced is not aspirated: some of it is (皮 phî, 頭 thâu), but no rule says which. 常 and
/// 船 are both s, as 書 is: 成 sîng, 神 sîn.
#[rustfmt::skip]
const TABLE: &[Row] = &[
    // Lips. Before the finals of 輕脣 they are h, except 明: see `rules`.
    row('幫', Voiceless, "p"),
    row('滂', Voiceless, "ph"),
    row('並', Voiced,    "p"),
    row('明', Sonorant,  "b"),
    // Tip of the tongue.
    row('端', Voiceless, "t"),
    row('透', Voiceless, "th"),
    row('定', Voiced,    "t"),
    row('泥', Sonorant,  "l"),
    row('來', Sonorant,  "l"),
    row('知', Voiceless, "t"),
    row('徹', Voiceless, "th"),
    row('澄', Voiced,    "t"),
    row('孃', Sonorant,  "l"),
    // Teeth.
    row('精', Voiceless, "ts"),
    row('清', Voiceless, "tsh"),
    row('從', Voiced,    "ts"),
    row('心', Voiceless, "s"),
    row('邪', Voiced,    "s"),
    row('莊', Voiceless, "ts"),
    row('初', Voiceless, "tsh"),
    row('崇', Voiced,    "ts"),
    row('生', Voiceless, "s"),
    row('俟', Voiced,    "s"),
    row('章', Voiceless, "ts"),
    row('昌', Voiceless, "tsh"),
    row('常', Voiced,    "s"),
    row('書', Voiceless, "s"),
    row('船', Voiced,    "s"),
    row('日', Sonorant,  "j"),
    // Back of the tongue, and throat.
    row('見', Voiceless, "k"),
    row('溪', Voiceless, "kh"),
    row('羣', Voiced,    "k"),
    row('疑', Sonorant,  "g"),
    row('影', Voiceless, ""),
    row('曉', Voiceless, "h"),
    row('匣', Voiced,    "h"),
    row('云', Sonorant,  ""),
    row('以', Sonorant,  ""),
];

impl Onset {
    /// All onsets, in their usual order.
    pub fn all() -> impl Iterator<Item = Onset> {
        (0..TABLE.len() as u8).map(Onset)
    }

    /// The onset of this name.
    pub fn from_han(han: char) -> Option<Onset> {
        Onset::all().find(|onset| onset.han() == han)
    }

    /// Its name: one character.
    pub fn han(self) -> char {
        self.row().han
    }

    pub(super) fn voice(self) -> Voice {
        self.row().voice
    }

    pub(super) fn tl(self) -> &'static str {
        self.row().tl
    }

    /// Whether its name is among these.
    pub(super) fn is_of(self, names: &str) -> bool {
        names.contains(self.han())
    }

    fn row(self) -> &'static Row {
        &TABLE[usize::from(self.0)]
    }
}

impl std::fmt::Debug for Onset {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Onset({})", self.han())
    }
}
