//! What the dictionary knows of the characters and the word of a token.

use thakim_document::character_of;
use thakim_lexicon::{Accent, EntryRef, Lexicon, WordId};
use thakim_phonology::dialect::{Evidence, Sibling, Side};
use thakim_phonology::{Reading, Syllable, is_same_word};

/// What is known of one token; kept from token to token for its room.
#[derive(Default)]
pub(crate) struct Known {
    /// The characters, as the dictionary writes them.
    letters: Vec<char>,
    siblings: Vec<Vec<Sibling>>,
}

impl Known {
    /// Looks up a token with these units, read so.
    pub(crate) fn look_up<'t>(
        &mut self,
        lexicon: &Lexicon,
        units: impl Iterator<Item = &'t str>,
        reading: &Reading,
    ) {
        self.letters.clear();
        for siblings in &mut self.siblings {
            siblings.clear();
        }
        self.siblings.resize_with(reading.len(), Vec::new);
        let places = units.zip(reading.syllables()).zip(&mut self.siblings);
        for ((unit, spoken), siblings) in places {
            let written = character_of(unit);
            // The iteration mark is read as the character before it.
            let written = match (written, self.letters.last()) {
                ('々' | '\u{303B}', Some(&before)) => before,
                _ => written,
            };
            let letter = letter(lexicon, written, spoken.syllable);
            let entries = word(lexicon, &[letter]).into_iter().flat_map(|id| lexicon.entries(id));
            siblings.extend(entries.filter_map(|entry| sibling(&entry, 0)));
            self.letters.push(letter);
        }
        if self.letters.len() > 1 {
            for entry in word(lexicon, &self.letters).into_iter().flat_map(|id| lexicon.entries(id))
            {
                for (index, siblings) in self.siblings.iter_mut().enumerate() {
                    siblings.extend(sibling(&entry, index));
                }
            }
        }
    }

    /// What is known of the syllable at an index.
    ///
    /// The dictionary carries no positions of 廣韻: which characters of a position belong to a set stands
    /// in the list of the sets, which was made from them.
    pub(crate) fn evidence(&self, index: usize) -> Evidence<'_> {
        Evidence {
            character: self.letters.get(index).copied(),
            alone: self.letters.len() == 1,
            siblings: self.siblings.get(index).map_or(&[], Vec::as_slice),
            position: None,
        }
    }
}

/// What a dictionary gives for a place of a word; none for what was derived.
fn sibling(entry: &EntryRef<'_>, index: usize) -> Option<Sibling> {
    let side = entry.accent.map(|accent| match accent {
        Accent::First => Side::First,
        Accent::Second => Side::Second,
    });
    let spoken = entry.spoken.get(index).filter(|_| !entry.derived)?;
    Some(Sibling { syllable: spoken.syllable, side })
}

/// The character that the dictionary reads so where this one is written: 雞 for 鸡.
fn letter(lexicon: &Lexicon, written: char, syllable: Syllable) -> char {
    let variants = lexicon.variants(written).map(|(variant, _)| variant);
    let reads = |&letter: &char| {
        let mut entries = word(lexicon, &[letter]).into_iter().flat_map(|id| lexicon.entries(id));
        entries.any(|entry| {
            entry.spoken.first().is_some_and(|spoken| is_same_word(spoken.syllable, syllable))
        })
    };
    std::iter::once(written).chain(variants).find(reads).unwrap_or(written)
}

fn word(lexicon: &Lexicon, letters: &[char]) -> Option<WordId> {
    let mut cursor = lexicon.start();
    for &letter in letters {
        cursor = lexicon.step(cursor, letter)?;
    }
    lexicon.word(cursor).map(|word| word.id)
}
