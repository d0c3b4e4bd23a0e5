//! What is looked for.

use thakim_document::is_han;
use thakim_phonology::notation::Sought;
use thakim_phonology::{Notation, WriteOptions};

use super::atoms::{Atom, Kind, Letter, is_gap, letters};

/// What is looked for: a text, and where it can be one, a reading.
#[derive(Clone, PartialEq, Debug)]
pub struct Query {
    /// Each of them is a way to find it.
    patterns: Vec<Vec<Element>>,
}

/// One character of what is found.
#[derive(Clone, Copy, PartialEq, Debug)]
enum Element {
    Letter(Letter),
    Sound(Sought),
}

/// What became of looking for a query at one place.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Tried {
    /// It stands there, over so many atoms.
    Found(usize),
    /// It does not.
    Not,
    /// What there is so far does not tell.
    Open,
}

impl Query {
    /// The query that somebody typed: characters, or readings in one of these notations, with tones as
    /// marks, as numbers or without; hyphens and spaces alike. Capitals and the way in which Unicode
    /// composes letters are the same to it. `None` where nothing is looked for.
    pub fn new(typed: &str, notations: &[(Notation, WriteOptions)]) -> Option<Query> {
        let all: Vec<Element> = letters(typed).into_iter().map(Element::Letter).collect();
        let is_said = |element: &Element| match element {
            Element::Letter(letter) => !is_gap(letter.base),
            Element::Sound(_) => true,
        };
        let said: Vec<Element> = all.iter().copied().filter(is_said).collect();
        let mut patterns = Vec::new();
        if !said.is_empty() {
            patterns.push(said);
        } else if !typed.trim().is_empty() {
            // Who looks for a hyphen means it.
            let hyphens = all.into_iter().filter(|element| match element {
                Element::Letter(letter) => !letter.base.is_whitespace(),
                Element::Sound(_) => true,
            });
            patterns.push(hyphens.collect());
        }
        for (notation, options) in notations {
            for pattern in [read(typed, *notation, options), mixed(typed, *notation, options)] {
                if let Some(pattern) = pattern
                    && !patterns.contains(&pattern)
                {
                    patterns.push(pattern);
                }
            }
        }
        (!patterns.is_empty()).then_some(Query { patterns })
    }

    /// Looks for it where these atoms begin: the longest of what stands there. `is_all`: no atoms come
    /// behind these.
    pub(super) fn stands_at(&self, atoms: &[Atom], is_all: bool) -> Tried {
        let mut best = Tried::Not;
        for pattern in &self.patterns {
            match (matched(pattern, atoms, is_all), best) {
                (Tried::Open, _) => return Tried::Open,
                (Tried::Found(new), Tried::Found(old)) => best = Tried::Found(new.max(old)),
                (Tried::Found(new), _) => best = Tried::Found(new),
                (Tried::Not, _) => {}
            }
        }
        best
    }
}

/// The whole of what was typed as syllables.
fn read(typed: &str, notation: Notation, options: &WriteOptions) -> Option<Vec<Element>> {
    let sought = notation.seek(typed, options)?;
    Some(sought.into_iter().map(Element::Sound).collect())
}

/// Han characters as such, and what stands between them as syllables; `None` where there is only one of
/// the two.
fn mixed(typed: &str, notation: Notation, options: &WriteOptions) -> Option<Vec<Element>> {
    if !typed.contains(is_han) || !typed.contains(char::is_alphanumeric) {
        return None;
    }
    let mut elements = Vec::new();
    let chars: Vec<char> = typed.chars().collect();
    for run in chars.chunk_by(|one, next| is_han(*one) == is_han(*next)) {
        let text: String = run.iter().collect();
        if run.first().is_some_and(|first| is_han(*first)) {
            elements.extend(letters(&text).into_iter().map(Element::Letter));
        } else if !text.chars().all(is_gap) {
            elements.extend(read(&text, notation, options)?);
        }
    }
    elements.iter().any(|element| matches!(element, Element::Sound(_))).then_some(elements)
}

/// Looks for a pattern where these atoms begin.
fn matched(pattern: &[Element], atoms: &[Atom], is_all: bool) -> Tried {
    let open = if is_all { Tried::Not } else { Tried::Open };
    let mut at = 0;
    for (index, element) in pattern.iter().enumerate() {
        let mut breaks = 0;
        let before = index.checked_sub(1).and_then(|before| pattern.get(before));
        let is_heard = matches!(before, Some(Element::Sound(_)));
        loop {
            let Some(atom) = atoms.get(at) else { return open };
            if element.is(atom) {
                at += 1;
                break;
            }
            let may_stand_between = match atom.kind {
                Kind::Gap => true,
                Kind::Break => {
                    breaks += 1;
                    breaks == 1
                }
                // It has been heard with the character that it is a part of.
                Kind::Part => is_heard,
                Kind::Read(_) | Kind::Plain => false,
            };
            if index == 0 || !may_stand_between {
                return Tried::Not;
            }
            at += 1;
        }
    }
    // A character is found with all of its parts.
    if matches!(pattern.last(), Some(Element::Sound(_))) {
        while atoms.get(at).is_some_and(|atom| atom.kind == Kind::Part) {
            at += 1;
        }
    }
    Tried::Found(at)
}

impl Element {
    fn is(&self, atom: &Atom) -> bool {
        match (self, atom.kind) {
            (Element::Letter(sought), _) => atom.letter.is_found_by(sought),
            (Element::Sound(sought), Kind::Read(sound)) => {
                sought.is(sound.citation, sound.neutral) || sought.is(sound.shown, sound.neutral)
            }
            (Element::Sound(_), _) => false,
        }
    }
}
