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

impl Case {
    /// The case of a written syllable. Marks, digits and ⁿ say nothing; a capital behind a small letter
    /// is an accident of typing.
    pub(crate) fn of(letters: impl Iterator<Item = char>) -> Case {
        let mut first = None;
        let mut rest = Vec::new();
        for letter in letters {
            let is_upper = match letter {
                // Unicode calls both of them lower case.
                'ⁿ' => continue,
                'ᴺ' => true,
                letter if letter.is_uppercase() => true,
                letter if letter.is_lowercase() => false,
                _ => continue,
            };
            if first.is_none() {
                first = Some(is_upper);
            } else {
                rest.push(is_upper);
            }
        }
        match first {
            Some(true) if !rest.is_empty() && rest.iter().all(|upper| *upper) => Case::Upper,
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
            assert_eq!(Case::of(written.chars()), case, "{written}");
        }
    }
}
