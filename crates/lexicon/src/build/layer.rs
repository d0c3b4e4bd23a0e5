//! Writing one layer: the other side of the crate's `layer` module.

use std::collections::{BTreeMap, HashMap};

use fst::raw::Builder;
use thakim_phonology::{Join, Syllable};

use super::evidence::{Weighed, Words};
use crate::characters::{CharacterId, Characters};
use crate::format::bytes::push_number;
use crate::format::{form, head, levels};

/// The sections of a layer, in the order of `PER_LAYER`.
pub(super) fn write_layer(words: &Words<'_>, characters: &Characters) -> [Vec<u8>; 4] {
    // In the order of their keys, which is not that of code points.
    let by_key: BTreeMap<Vec<u8>, &str> =
        words.keys().filter_map(|word| Some((characters.spell(word)?, *word))).collect();
    let mut keys = Builder::memory();
    for (ordinal, key) in by_key.keys().enumerate() {
        keys.insert(key, ordinal as u64).expect("keys ascend and memory takes them");
    }
    let keys = keys.into_inner().expect("memory takes an fst");

    let syllables = Syllables::of(words, characters);
    let mut frequencies = Vec::new();
    let mut readings = Vec::new();
    for (word, entry) in by_key.values().filter_map(|word| Some((*word, words.get(word)?))) {
        frequencies.push(levels::frequency_to_byte(entry.frequency));
        let ids: Vec<CharacterId> =
            word.chars().filter_map(|letter| characters.id(letter)).collect();
        for (index, reading) in entry.readings.iter().enumerate() {
            let more = index + 1 < entry.readings.len();
            write_reading(&mut readings, reading, more, &ids, &syllables);
        }
    }
    [keys, frequencies, syllables.write(characters), readings]
}

fn write_reading(
    out: &mut Vec<u8>,
    weighed: &Weighed,
    more: bool,
    ids: &[CharacterId],
    syllables: &Syllables,
) {
    let Weighed { entry, mass } = weighed;
    let spoken = entry.reading.syllables();
    let has_forms = spoken.iter().any(|spoken| spoken.join != Join::Hyphen || spoken.capital);
    let label = entry.label.map_or(0, |label| label as u8);
    let accent = entry.accent.map_or(0, |accent| accent as u8);
    let flag = |set: bool, bit: u8| if set { bit } else { 0 };
    out.push(
        label
            | accent << head::ACCENT_SHIFT
            | flag(has_forms, head::FORMS)
            | flag(entry.derived, head::DERIVED)
            | flag(more, head::MORE),
    );
    push_number(out, entry.sources.into());
    out.push(levels::mass_to_byte(*mass));
    for (id, spoken) in ids.iter().zip(spoken) {
        push_number(out, syllables.place(*id, spoken.syllable));
    }
    if has_forms {
        out.extend(
            spoken.iter().map(|spoken| spoken.join as u8 | flag(spoken.capital, form::CAPITAL)),
        );
    }
}

/// The syllables of each character, those that most words have first: so most places are 0.
struct Syllables {
    of: HashMap<CharacterId, Vec<Syllable>>,
}

impl Syllables {
    fn of(words: &Words<'_>, characters: &Characters) -> Syllables {
        let mut uses: BTreeMap<(CharacterId, Syllable), u32> = BTreeMap::new();
        for (word, entry) in words {
            for weighed in &entry.readings {
                let spoken = weighed.entry.reading.syllables();
                for (letter, spoken) in word.chars().zip(spoken) {
                    if let Some(id) = characters.id(letter) {
                        *uses.entry((id, spoken.syllable)).or_default() += 1;
                    }
                }
            }
        }
        let mut ranked: Vec<_> = uses.into_iter().collect();
        // Stable: what is used as much stays in the order of its bits.
        ranked.sort_by_key(|&(_, uses)| std::cmp::Reverse(uses));
        let mut of: HashMap<CharacterId, Vec<Syllable>> = HashMap::new();
        for ((id, syllable), _) in ranked {
            of.entry(id).or_default().push(syllable);
        }
        Syllables { of }
    }

    fn place(&self, id: CharacterId, syllable: Syllable) -> u32 {
        let syllables = self.of.get(&id).map(Vec::as_slice).unwrap_or_default();
        syllables.iter().position(|known| *known == syllable).unwrap_or_default() as u32
    }

    fn write(&self, characters: &Characters) -> Vec<u8> {
        let mut out = Vec::new();
        for (id, _) in characters.ids() {
            let syllables = self.of.get(&id).map(Vec::as_slice).unwrap_or_default();
            push_number(&mut out, syllables.len() as u32);
            out.extend(syllables.iter().flat_map(|syllable| syllable.to_bits().to_le_bytes()));
        }
        out
    }
}
