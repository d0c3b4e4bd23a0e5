//! Capitals of romanised syllables.

/// How a syllable is capitalised.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) enum Case {
    /// Not at all, or in letters that have no capitals.
    #[default]
    Lower,
    /// Its first letter: `Tâi`, and a single letter that is a capital.
    Title,
    /// All of its letters: `TÂI`.
    Upper,
}

/// What is known of the capitals of a syllable that is read letter by letter. Marks, digits and ⁿ say
/// nothing; a capital behind a small letter is an accident of typing.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Capitals {
    first: Option<bool>,
    /// Of the letters behind the first: how many, and how many of them capitals.
    rest: usize,
    rest_upper: usize,
}

impl Capitals {
    /// Takes the next letter into account.
    pub(super) fn see(&mut self, letter: char) {
        let is_upper = match letter {
            // Unicode calls both of them lower case.
            'ⁿ' => return,
            'ᴺ' => true,
            letter if letter.is_uppercase() => true,
            letter if letter.is_lowercase() => false,
            _ => return,
        };
        if self.first.is_none() {
            self.first = Some(is_upper);
        } else {
            self.rest += 1;
            self.rest_upper += usize::from(is_upper);
        }
    }

    /// The case of what was seen.
    pub(super) fn case(self) -> Case {
        match self.first {
            Some(true) if self.rest > 0 && self.rest == self.rest_upper => Case::Upper,
            Some(true) => Case::Title,
            _ => Case::Lower,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cases_are_told_apart() {
        for (written, case) in [
            ("tâi", Case::Lower),
            ("Tâi", Case::Title),
            ("TÂI", Case::Upper),
            ("A", Case::Title),
            ("Aⁿ", Case::Title),
            ("KÁᴺ", Case::Upper),
            ("tAI", Case::Lower),
            ("TAi", Case::Title),
            ("ㄉㄞˊ", Case::Lower),
            ("", Case::Lower),
        ] {
            let mut capitals = Capitals::default();
            written.chars().for_each(|letter| capitals.see(letter));
            assert_eq!(capitals.case(), case, "{written}");
        }
    }
}
