//! Characters that stand for others: simplified forms, variants, compatibility ideographs.

use crate::characters::{CharacterId, Characters, read_above};
use crate::error::OpenError;
use crate::format::Section;
use crate::format::bytes::Bytes;

/// How a character stands for another.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[repr(u8)]
pub enum VariantKind {
    /// It is its simplified form: 台 for 臺, 门 for 門.
    Simplified = 0,
    /// It is another way to write it: 爲 for 為.
    Variant = 1,
    /// It is the same character, coded a second time: U+F900 for 豈, the radical ⼀ for 一.
    Compatibility = 2,
    /// Many people write it for the word that another character is the proper one for: 嘴 for 喙, 的
    /// for 个. It has readings of its own as well.
    Habit = 3,
}

impl VariantKind {
    /// All kinds.
    pub const ALL: [VariantKind; 4] = [
        VariantKind::Simplified,
        VariantKind::Variant,
        VariantKind::Compatibility,
        VariantKind::Habit,
    ];

    /// The word for it in `variants.tsv`.
    pub fn name(self) -> &'static str {
        match self {
            VariantKind::Simplified => "simplified",
            VariantKind::Variant => "variant",
            VariantKind::Compatibility => "compatibility",
            VariantKind::Habit => "habit",
        }
    }
}

/// All variants of a dictionary.
pub(crate) struct Variants {
    /// Ascending by character; several rows of one in order of preference.
    rows: Vec<(char, CharacterId, VariantKind)>,
}

impl Variants {
    /// What a character may stand for.
    pub(crate) fn of(
        &self,
        letter: char,
    ) -> impl Iterator<Item = (CharacterId, VariantKind)> + use<'_> {
        let start = self.rows.partition_point(|row| row.0 < letter);
        let rows = self.rows.get(start..).unwrap_or_default();
        rows.iter().take_while(move |row| row.0 == letter).map(|&(_, id, kind)| (id, kind))
    }

    pub(crate) fn read(bytes: Bytes<'_>, characters: &Characters) -> Result<Variants, OpenError> {
        read(bytes, characters).ok_or(OpenError::malformed(
            Section::Variants,
            "ascending characters, each with characters of the dictionary that it stands for",
        ))
    }
}

fn read(mut bytes: Bytes<'_>, characters: &Characters) -> Option<Variants> {
    let mut rows = Vec::new();
    let mut next = 0;
    for _ in 0..bytes.count(3)? {
        let letter = read_above(&mut bytes, &mut next)?;
        for _ in 0..bytes.count(1)? {
            let target = bytes.number()?;
            let kind = VariantKind::ALL.get(target as usize % 4)?;
            let id = CharacterId(u16::try_from(target / 4).ok()?);
            characters.letter(id)?;
            rows.push((letter, id, *kind));
        }
    }
    bytes.is_empty().then_some(Variants { rows })
}

/// The other side of [`Variants::read`], from rows in the order that it keeps them in.
#[cfg(feature = "build")]
pub(crate) fn write(rows: &[(char, CharacterId, VariantKind)]) -> Vec<u8> {
    use crate::characters::push_above;
    use crate::format::bytes::push_number;

    let groups = || rows.chunk_by(|one, other| one.0 == other.0);
    let mut out = Vec::new();
    let mut next = 0;
    push_number(&mut out, groups().count() as u32);
    for group in groups() {
        if let Some(&(letter, ..)) = group.first() {
            push_above(&mut out, letter, &mut next);
        }
        push_number(&mut out, group.len() as u32);
        for &(_, id, kind) in group {
            push_number(&mut out, kind as u32 + 4 * u32::from(id.0));
        }
    }
    out
}
