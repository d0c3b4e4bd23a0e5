//! One layer: its keys, and reading what it has of each word.

use fst::Streamer;
use fst::raw::{Fst, Output};
use thakim_phonology::{Join, Label, Reading, Spoken, Syllable};

use crate::characters::{CharacterId, Characters};
use crate::entry::{Accent, Entry};
use crate::error::OpenError;
use crate::format::bytes::Bytes;
use crate::format::{Section, form, head, levels};
use crate::keys;
use crate::words::{Gathered, WordId};

/// A place in the keys of a layer.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Place {
    /// The address of a node of the fst.
    node: u32,
    /// The sum of the outputs on the way to it.
    output: u32,
}

impl Place {
    /// No place: no word of this layer begins so.
    pub(crate) const NOWHERE: Place = Place { node: u32::MAX, output: 0 };

    fn new(node: usize, output: u64) -> Place {
        Place { node: node as u32, output: output as u32 }
    }
}

/// The contents of a layer's sections.
pub(crate) struct LayerBytes<'a> {
    pub(crate) keys: &'a [u8],
    pub(crate) frequencies: &'a [u8],
    pub(crate) syllables: &'a [u8],
    pub(crate) readings: &'a [u8],
}

/// A layer, all of it verified.
pub(crate) struct Layer {
    keys: Fst<Vec<u8>>,
    /// By ordinal, the number of the word in the dictionary.
    words: Vec<WordId>,
}

/// The syllables that each character has somewhere in a layer.
struct Syllables {
    /// By character id, where its syllables begin in `all`.
    starts: Vec<u32>,
    all: Vec<Syllable>,
}

impl Layer {
    pub(crate) fn start(&self) -> Place {
        Place::new(self.keys.root().addr(), 0)
    }

    /// The place one byte of key further.
    #[inline]
    pub(crate) fn step(&self, place: Place, byte: u8) -> Place {
        if place == Place::NOWHERE {
            return Place::NOWHERE;
        }
        let node = self.keys.node(place.node as usize);
        match node.find_input(byte) {
            None => Place::NOWHERE,
            Some(index) => {
                let transition = node.transition(index);
                Place::new(transition.addr, u64::from(place.output) + transition.out.value())
            }
        }
    }

    /// The word that ends here.
    #[inline]
    pub(crate) fn word(&self, place: Place) -> Option<WordId> {
        if place == Place::NOWHERE {
            return None;
        }
        let node = self.keys.node(place.node as usize);
        let output = Output::new(place.output.into()).cat(node.final_output());
        if !node.is_final() {
            return None;
        }
        self.words.get(output.value() as usize).copied()
    }

    /// The word of a whole key.
    fn find(&self, key: &[u8]) -> Option<WordId> {
        self.words.get(self.keys.get(key)?.value() as usize).copied()
    }

    /// Verifies a layer, every word of it.
    /// Adds what it has of each word to what the layers before it have.
    pub(crate) fn read(
        bytes: LayerBytes<'_>,
        characters: &Characters,
        before: &[Layer],
        gathered: &mut Vec<Gathered>,
    ) -> Result<Layer, OpenError> {
        let malformed_keys = |expected| OpenError::malformed(Section::Keys, expected);
        if !keys::is_walkable(bytes.keys) {
            return Err(malformed_keys("an fst whose nodes lead to each other"));
        }
        let keys = Fst::new(bytes.keys.to_vec()).map_err(|_| malformed_keys("an fst"))?;
        keys.verify().map_err(|_| malformed_keys("an fst with its checksum"))?;
        if bytes.frequencies.len() != keys.len() {
            return Err(OpenError::malformed(Section::Frequencies, "one byte for each word"));
        }
        let syllables = Syllables::read(Bytes::new(bytes.syllables), characters).ok_or(
            OpenError::malformed(Section::Syllables, "for each character a count and syllables"),
        )?;

        let mut readings = Bytes::new(bytes.readings);
        let mut words = Vec::with_capacity(bytes.frequencies.len());
        let mut ids = Vec::new();
        let mut frequencies = bytes.frequencies.iter();
        let mut stream = keys.stream();
        while let Some((key, ordinal)) = stream.next() {
            let frequency = frequencies.next().filter(|_| ordinal.value() == words.len() as u64);
            let &frequency =
                frequency.ok_or(malformed_keys("words numbered from 0 in their order"))?;
            if key.len() > keys::LONGEST_KEY {
                return Err(malformed_keys("words of at most 127 characters"));
            }
            characters
                .spelt(key, &mut ids)
                .ok_or(malformed_keys("words of characters of the dictionary"))?;
            let known = before.iter().find_map(|layer| layer.find(key));
            let id = known.unwrap_or_else(|| {
                gathered.push(Gathered::default());
                WordId(gathered.len() as u32 - 1)
            });
            words.push(id);
            let word = gathered.get_mut(id.0 as usize);
            let word = word.ok_or(malformed_keys("words of layers that have been read"))?;
            word.met(levels::frequency_of_byte(frequency));
            read_word(&mut readings, &ids, &syllables, |entry| word.add(entry)).ok_or(
                OpenError::malformed(
                    Section::Readings,
                    "for each word its readings, with a syllable for each character",
                ),
            )?;
        }
        if frequencies.next().is_some() {
            return Err(malformed_keys("as many words as it says"));
        }
        if !readings.is_empty() {
            return Err(OpenError::malformed(Section::Readings, "nothing after the last word"));
        }
        Ok(Layer { keys, words })
    }
}

impl Syllables {
    fn read(mut bytes: Bytes<'_>, characters: &Characters) -> Option<Syllables> {
        let mut starts = vec![0];
        let mut all = Vec::new();
        for _ in 0..characters.len() {
            for _ in 0..bytes.count(2)? {
                let syllable = Syllable::from_bits(bytes.u16()?)?;
                all.push(syllable.is_citation().then_some(syllable)?);
            }
            starts.push(u32::try_from(all.len()).ok()?);
        }
        bytes.is_empty().then_some(Syllables { starts, all })
    }

    fn get(&self, character: CharacterId, place: u32) -> Option<Syllable> {
        let index = usize::from(character.0);
        let (&start, &end) = (self.starts.get(index)?, self.starts.get(index + 1)?);
        self.all.get(start as usize..end as usize)?.get(place as usize).copied()
    }
}

/// Reads all readings of one word.
fn read_word(
    bytes: &mut Bytes<'_>,
    ids: &[CharacterId],
    syllables: &Syllables,
    mut found: impl FnMut(Entry),
) -> Option<()> {
    loop {
        let head = bytes.u8()?;
        let label = match head & head::LABEL {
            0 => None,
            number => Some(Label::from_number(number)?),
        };
        let accent = match head >> head::ACCENT_SHIFT & head::ACCENT {
            0 => None,
            number => Some(Accent::from_number(number)?),
        };
        let sources = u16::try_from(bytes.number()?).ok()?;
        let mass = levels::mass_of_byte(bytes.u8()?);
        let mut spoken = Vec::with_capacity(ids.len());
        for &id in ids {
            spoken.push(Spoken::plain(syllables.get(id, bytes.number()?)?));
        }
        if head & head::FORMS != 0 {
            for spoken in &mut spoken {
                let form = bytes.u8()?;
                spoken.join = match form & form::JOIN {
                    0 => Join::Hyphen,
                    1 => Join::Space,
                    2 => Join::Neutral,
                    _ => return None,
                };
                spoken.capital = form & form::CAPITAL != 0;
            }
        }
        let reading = Reading::new(spoken)?;
        let derived = head & head::DERIVED != 0;
        found(Entry { reading, label, sources, mass, accent, derived });
        if head & head::MORE == 0 {
            return Some(());
        }
    }
}
