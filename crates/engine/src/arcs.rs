//! Every way to read every word of a run, scored.

use thakim_lexicon::Lexicon;
use thakim_phonology::{Label, Spoken, Syllable, is_same_word};

use crate::lattice::{Composed, Edge, Lattice, Meaning};
use crate::model::features::{Contexts, Marks, Slots, Stratum, of_arc, of_composed, of_cut};
use crate::own::OwnWords;
use crate::posterior::Sum;
use crate::remembered::Remembered;
use crate::taste::{Standing, Taste};

/// A lattice with the readings of its words.
#[derive(Default)]
pub(crate) struct Arcs {
    /// In the order of where they begin.
    pub(crate) arcs: Vec<Arc>,
    pub(crate) sounds: Vec<Sound>,
    /// For each arc its sounds: indexes into `sounds`.
    uses: Vec<u32>,
    /// For each character the first of its sounds.
    heads: Vec<u32>,
    slots: Slots,
}

/// One reading of one word at one place.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Arc {
    pub(crate) from: u32,
    pub(crate) to: u32,
    /// The index of its edge in the lattice.
    pub(crate) edge: u32,
    /// The index of its reading among those of the word.
    pub(crate) rank: u16,
    /// Where its sounds begin in `uses`, one for each character; for a character that nobody reads
    /// there are none.
    uses: u32,
    is_read: bool,
    /// What speaks for it, its sounds and the taste included, in units of the natural logarithm.
    pub(crate) score: f32,
    /// How much of that is what readings were asked for.
    pub(crate) taste: f32,
}

/// One way to read one character.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sound {
    pub(crate) at: u32,
    pub(crate) syllable: Syllable,
    pub(crate) stratum: Stratum,
    pub(crate) standing: Standing,
    /// What speaks for it, in units of the natural logarithm.
    pub(crate) score: f32,
    /// The next sound of the same character.
    next: u32,
}

/// The end of a list of sounds.
const NONE: u32 = u32::MAX;

/// What a character costs that no source reads: more than any word, so that it is never part of a
/// path that has another way.
const UNKNOWN: f32 = 40.0;

/// What it costs to look a character up as another one, before the model says otherwise.
const SUBSTITUTION: f32 = 6.0;

/// What it costs to read a character by rule that is a form of another one, such as 万 of 萬: more than
/// to read it as that one.
const BY_RULE: f32 = 12.0;

/// The running text that the frequencies of the dictionary were counted in, in words: the sum of the
/// counts under `dict/`, rounded. It weighs the number of words against their frequencies.
const WORDS_COUNTED: f32 = 1_800_000.0;

/// What the readings of a dictionary lose where the reader's own have the same characters, in units of the
/// natural logarithm: so much that none of them is ever chosen.
const OVERRULED: f32 = 60.0;

/// The least share of a reading that is told from none.
const LEAST_SHARE: f32 = 0.002;

/// What speaks for a word before the model has its say: how frequent it is.
fn prior(edge: &Edge) -> f32 {
    // A word that the dictionary has but nobody counted is likelier than its characters side by
    // side by chance, the more so the longer it is.
    let never_counted = match edge.to - edge.from {
        1 => 0.05,
        2 => 1.0,
        _ => 4.0,
    };
    let probability = (edge.frequency as f32 + never_counted) / WORDS_COUNTED;
    libm::logf(probability) - f32::from(edge.substitutions + edge.habits) * SUBSTITUTION
}

/// What speaks for a number or a name before the model has its say. A number is nearly certain to be
/// one; a name is offered wherever a character can be a surname.
fn composed_prior(kind: Composed, length: usize, is_whole_run: bool) -> f32 {
    match (kind, length) {
        (Composed::Number, _) => -4.0,
        // Three characters between commas that begin with a surname are seldom anything else.
        (Composed::Name, 3) if is_whole_run => -13.0,
        (Composed::Name, 3) => -20.0,
        (Composed::Name, _) => -18.0,
        // Such a surname is seldom anything else.
        (Composed::LongName, _) => -14.0,
    }
}

/// What a score is asked for.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Subject {
    /// The sound of this index.
    Sound(u32),
    /// The place before the next arcs, as one between two words.
    Cut,
    /// The arc of this index.
    #[cfg_attr(not(feature = "training"), expect(dead_code, reason = "only the trainer asks"))]
    Arc(u32),
}

/// What the readings of a run rest on.
#[derive(Clone, Copy)]
pub(crate) struct Ground<'g> {
    pub(crate) lexicon: &'g Lexicon,
    /// The words that the lattice was filled with beside those of the dictionary.
    pub(crate) own: &'g OwnWords,
    pub(crate) lattice: &'g Lattice,
    pub(crate) marks: Marks<'g>,
    pub(crate) taste: &'g Taste,
    /// What need not be asked again; none where every feature is to be heard.
    pub(crate) remembered: Option<&'g Remembered>,
}

impl Arcs {
    /// Replaces what it holds by the readings of this lattice. `score` is asked for the sum of the
    /// weights of some features, in units of the natural logarithm.
    pub(crate) fn fill(
        &mut self,
        ground: Ground<'_>,
        mut score: impl FnMut(Subject, &Slots) -> f32,
    ) {
        self.arcs.clear();
        self.sounds.clear();
        self.uses.clear();
        self.heads.clear();
        self.heads.resize(ground.lattice.len(), NONE);
        let mut cut = (usize::MAX, 0.0);
        for (index, edge) in ground.lattice.edges.iter().enumerate() {
            if cut.0 != edge.from {
                of_cut(&ground.marks, edge.from, self.slots.clear());
                cut = (edge.from, score(Subject::Cut, &self.slots));
            }
            self.push_edge(ground, index as u32, edge, cut.1, &mut score);
        }
        self.score_sounds(ground, &mut score);
        for index in 0..self.arcs.len() {
            let Some(&arc) = self.arcs.get(index) else { continue };
            let sounds = self.sounds_of(&arc).map(|sound| &self.sounds[sound as usize]);
            let (learnt, taste) = sounds.fold((0.0, 0.0), |(learnt, taste), sound| {
                (learnt + sound.score, taste + ground.taste.sound(sound.standing))
            });
            let taste = if ground.taste.reaches(arc.to - arc.from) { taste } else { 0.0 };
            self.arcs[index].score += learnt + taste;
            self.arcs[index].taste = taste;
        }
        if ground.lattice.has_own {
            self.overrule(ground.lattice);
        }
    }

    /// Has own words stand where the dictionary has the same characters as a word.
    fn overrule(&mut self, lattice: &Lattice) {
        for (index, edge) in lattice.edges.iter().enumerate() {
            if !matches!(edge.meaning, Meaning::Own(_)) {
                continue;
            }
            let of_edge = |arc: &Arc| arc.edge == index as u32;
            let (mut own, mut others) = (Sum::ZERO, Sum::ZERO);
            for (_, arc) in self.between(edge.from, edge.to) {
                if of_edge(arc) { &mut own } else { &mut others }.add(arc.score);
            }
            // A single character must be as likely to be a word by itself as it was.
            let is_character = edge.to - edge.from == 1;
            let shift = match others.logarithm() {
                others if is_character && others.is_finite() => others - own.logarithm(),
                _ => 0.0,
            };
            let first = self.arcs.partition_point(|arc| (arc.from as usize) < edge.from);
            let beginning = self.arcs[first..].iter_mut();
            let beginning = beginning.take_while(|arc| arc.from as usize == edge.from);
            for arc in beginning.filter(|arc| arc.to as usize == edge.to) {
                arc.score += if of_edge(arc) { shift } else { -OVERRULED };
            }
        }
    }

    /// The indexes of the sounds of an arc, in order.
    pub(crate) fn sounds_of(&self, arc: &Arc) -> impl Iterator<Item = u32> + use<'_> {
        let from = arc.uses as usize;
        let count = if arc.is_read { (arc.to - arc.from) as usize } else { 0 };
        self.uses.get(from..from + count).unwrap_or_default().iter().copied()
    }

    /// The indexes of the other sounds of the same character.
    pub(crate) fn rivals_of(&self, sound: u32) -> impl Iterator<Item = u32> + use<'_> {
        let at = self.sounds.get(sound as usize).map_or(0, |sound| sound.at as usize);
        let mut next = self.heads.get(at).copied().unwrap_or(NONE);
        let all = std::iter::from_fn(move || {
            let index = next;
            next = self.sounds.get(index as usize)?.next;
            Some(index)
        });
        all.filter(move |&rival| rival != sound)
    }

    /// Whether two sounds are one in two accents.
    pub(crate) fn is_same_word(&self, one: u32, other: u32) -> bool {
        is_same_word(self.sounds[one as usize].syllable, self.sounds[other as usize].syllable)
    }

    /// The arcs between two places.
    pub(crate) fn between(&self, from: usize, to: usize) -> impl Iterator<Item = (usize, &Arc)> {
        let first = self.arcs.partition_point(|arc| (arc.from as usize) < from);
        let arcs = self.arcs.iter().enumerate().skip(first);
        let arcs = arcs.take_while(move |(_, arc)| arc.from as usize == from);
        arcs.filter(move |(_, arc)| arc.to as usize == to)
    }

    fn push_edge(
        &mut self,
        Ground { lexicon, own, lattice, marks, taste, remembered }: Ground<'_>,
        index: u32,
        edge: &Edge,
        cut: f32,
        score: &mut impl FnMut(Subject, &Slots) -> f32,
    ) {
        let mut arc = Arc {
            from: edge.from as u32,
            to: edge.to as u32,
            edge: index,
            rank: 0,
            uses: self.uses.len() as u32,
            is_read: false,
            score: cut - UNKNOWN,
            taste: 0.0,
        };
        let word = match edge.meaning {
            Meaning::Word(word) => word,
            Meaning::Unknown => {
                self.arcs.push(arc);
                return;
            }
            Meaning::Own(word) => {
                arc.is_read = true;
                let readings = own.readings(word);
                let is_character = edge.to - edge.from == 1;
                let total: f32 = readings.iter().map(|reading| reading.mass()).sum();
                for (rank, reading) in readings.iter().enumerate() {
                    arc.rank = rank as u16;
                    arc.uses = self.uses.len() as u32;
                    arc.score = cut + prior(edge) + libm::logf(reading.mass() / total);
                    self.arcs.push(arc);
                    let standing = match reading.label {
                        _ if !is_character => Standing::InsideWords,
                        Some(Label::Literary) => Standing::Literary,
                        Some(_) => Standing::Colloquial,
                        None => Standing::Plain,
                    };
                    self.use_sounds(edge, reading.spoken(), None, standing);
                }
                return;
            }
            Meaning::Composed(index) => {
                let Some((kind, spoken)) = lattice.composed.get(index as usize) else { return };
                // A reciter reads names as everything else; and 林盡水 of a classic is none.
                if taste.is_literary() && *kind != Composed::Number {
                    return;
                }
                arc.is_read = true;
                of_composed(*kind, &marks, edge.from..edge.to, self.slots.clear());
                let learnt = score(Subject::Arc(self.arcs.len() as u32), &self.slots);
                arc.score = cut
                    + composed_prior(*kind, spoken.len(), spoken.len() == lattice.len())
                    + learnt;
                self.arcs.push(arc);
                self.use_sounds(edge, spoken, None, Standing::InsideWords);
                return;
            }
        };
        arc.is_read = true;
        let total: f32 = lexicon.entries(word).map(|entry| entry.mass).sum();
        let is_character = edge.to - edge.from == 1;
        let is_itself = edge.substitutions + edge.habits == 0;
        let prior = prior(edge);
        let is_attested = lexicon.entries(word).any(|entry| !entry.derived);
        for (rank, entry) in lexicon.entries(word).enumerate() {
            // What is derived by rule competes with what a dictionary has among literary readings only.
            if entry.derived && is_attested && !taste.is_literary() {
                continue;
            }
            let share = if total > 0.0 { entry.mass / total } else { 1.0 };
            arc.rank = rank as u16;
            arc.uses = self.uses.len() as u32;
            let index = self.arcs.len() as u32;
            let mut find = || {
                of_arc(edge, &lattice.letters, &entry, rank, share, self.slots.clear());
                score(Subject::Arc(index), &self.slots) + libm::logf(share.max(LEAST_SHARE))
            };
            let own = match remembered {
                Some(remembered) if is_itself => remembered.or_find(entry.index, find),
                _ => find(),
            };
            let by_rule = entry.derived && is_character && lattice.stands_for_other[edge.from];
            let prior = if by_rule { prior - BY_RULE } else { prior };
            arc.score = cut + prior + taste.arc(own);
            self.arcs.push(arc);
            let standing = match is_character && taste.tells_standings() {
                true => Standing::new(&entry, lexicon.entries(word), taste.by_rule()),
                false => Standing::InsideWords,
            };
            let stratum = (is_itself && is_character).then(|| Stratum::new(&entry, rank));
            self.use_sounds(edge, entry.spoken, stratum, standing);
        }
    }

    /// Notes the sounds of an arc, each with the others of its character.
    fn use_sounds(
        &mut self,
        edge: &Edge,
        spoken: &[Spoken],
        stratum: Option<Stratum>,
        standing: Standing,
    ) {
        let is_character = edge.to - edge.from == 1;
        for (at, spoken) in (edge.from..edge.to).zip(spoken) {
            let head = self.heads[at];
            let mut index = head;
            while let Some(sound) = self.sounds.get_mut(index as usize) {
                if sound.syllable == spoken.syllable {
                    break;
                }
                index = sound.next;
            }
            if index == NONE {
                index = self.sounds.len() as u32;
                let (at, syllable) = (at as u32, spoken.syllable);
                let stratum = Stratum::INSIDE_WORDS;
                let standing = Standing::InsideWords;
                self.sounds.push(Sound { at, syllable, stratum, standing, score: 0.0, next: head });
                self.heads[at as usize] = index;
            }
            if let Some(stratum) = stratum {
                self.sounds[index as usize].stratum = stratum;
            }
            if is_character {
                let sound = &mut self.sounds[index as usize];
                sound.standing = sound.standing.max(standing);
            }
            self.uses.push(index);
        }
    }

    fn score_sounds(
        &mut self,
        Ground { marks, taste, .. }: Ground<'_>,
        score: &mut impl FnMut(Subject, &Slots) -> f32,
    ) {
        for at in 0..marks.letters.len() {
            let mut index = self.heads[at];
            // Where there is no choice, nothing needs to speak for it.
            if self.sounds.get(index as usize).is_none_or(|sound| sound.next == NONE) {
                continue;
            }
            let contexts = Contexts::new(&marks, at, taste.is_literary());
            while let Some(&sound) = self.sounds.get(index as usize) {
                let Sound { syllable, stratum, .. } = sound;
                contexts.of_sound(syllable, stratum, self.slots.clear());
                let learnt = score(Subject::Sound(index), &self.slots);
                self.sounds[index as usize].score = learnt;
                index = sound.next;
            }
        }
    }
}
