//! The compiled dictionary as a file. Reader and builder share what stands here.
//!
//! All numbers are little-endian; `number` is an unsigned LEB128 of at most 32 bits, `text` a
//! `number` of bytes and so many bytes of UTF-8.
//!
//! ```text
//! header      magic                8 bytes
//!             format version       u32
//!             length of the rest   u32, bytes
//!             SHA-256 of the rest  32 bytes
//! the rest    sections: how many   u32
//!             each: kind u32, length u32 (bytes)
//!             their contents, in the same order, without gaps
//! ```
//!
//! The sections are `Summary`, `Characters`, `Variants`, `Model`, and then for each layer in turn `Keys`,
//! `Frequencies`, `Syllables`, `Readings`:
//!
//! ```text
//! Summary      numbers: words, readings, layers, sources; each source: 5 texts
//!              (name, title, layer, licence, attribution), number: derived by rule (0 or 1). Source n is bit n of a reading's sources.
//! Characters   numbers: one-byte characters, two-byte characters; then their code points, each as the
//!              number that it is above the one before it, plus one; ascending in either group.
//! Variants     number: characters that have any; each: code point (as above), number of targets, and
//!              each target as the number kind + 4 × character id
//! Model        what was learnt from text: the engine's own form, or nothing
//! Keys         an fst from a word, spelt in character keys, to its ordinal (0, 1, 2 …)
//! Frequencies  by ordinal: one byte, see `levels`
//! Syllables    by character id: number of syllables that it has in this layer, each a u16
//! Readings     by ordinal: the readings of the word, each
//!              head     u8: bits 0–2 label (0 none), 3–4 accent (0 none), 5 has joins or capitals,
//!                       6 derived, 7 the word has another reading after this
//!              sources  number: the bit mask
//!              mass     u8, see `levels`
//!              sounds   for each character: number, the place of its syllable in `Syllables`
//!              forms    if head bit 5: for each character u8: bits 0–1 join, 2 capital
//! ```
//!
//! A layer stands apart because its licence may forbid mixing it with others: leaving it out leaves
//! nothing of it behind.

pub(crate) mod bytes;
pub(crate) mod levels;

/// The version of the format that this crate writes and the only one that it opens.
///
/// Bump it whenever the meaning of any byte changes, including the order of the tables of initials and
/// finals in `thakim-phonology`, on which stored syllables rest. A dictionary is
/// built together with the program that ships it, so older versions need no reader: they are refused.
///
/// History:
/// 1. The first.
/// 2. The section `Model`, and simplified forms apart from writing habits.
/// 3. Syllables leave room for the neutral tone.
pub const FORMAT_VERSION: u32 = 3;

/// The first bytes of every dictionary. Its high bit and its line feed are there to be spoilt by
/// transfers that take the file for text.
pub(crate) const MAGIC: [u8; 8] = *b"\x89Thakim\n";

/// Bytes of the header, before the rest that its hash covers.
pub(crate) const HEADER: usize = 48;

/// How many layers a dictionary can have: a cursor holds a place in each.
pub(crate) const MAX_LAYERS: usize = 4;

/// How many sources a dictionary can have: a reading names them in 16 bits.
pub(crate) const MAX_SOURCES: usize = 16;

/// The sections that every dictionary begins with.
pub(crate) const COMMON: [Section; 4] =
    [Section::Summary, Section::Characters, Section::Variants, Section::Model];

/// The sections of each layer.
pub(crate) const PER_LAYER: [Section; 4] =
    [Section::Keys, Section::Frequencies, Section::Syllables, Section::Readings];

/// What a part of the file holds: see the drawing above.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u32)]
pub(crate) enum Section {
    Summary = 1,
    Characters = 2,
    Variants = 3,
    Keys = 4,
    Frequencies = 5,
    Syllables = 6,
    Readings = 7,
    Model = 8,
}

/// The bits of the head of a reading.
pub(crate) mod head {
    pub(crate) const LABEL: u8 = 0b111;
    pub(crate) const ACCENT: u8 = 0b11;
    pub(crate) const ACCENT_SHIFT: u8 = 3;
    pub(crate) const FORMS: u8 = 1 << 5;
    pub(crate) const DERIVED: u8 = 1 << 6;
    pub(crate) const MORE: u8 = 1 << 7;
}

/// The bits of the form of a syllable.
pub(crate) mod form {
    pub(crate) const JOIN: u8 = 0b11;
    pub(crate) const CAPITAL: u8 = 1 << 2;
}
