//! A syllable as it was typed: letters, marks and digits told apart.

use super::super::Case;
use super::super::case::Capitals;
use super::super::marks::*;
use super::super::parse::ParseErrorKind;
use super::Scheme;
use super::letters::Letters;

/// What stands there.
#[derive(Clone, Copy)]
pub(super) struct Typed {
    pub(super) letters: Letters,
    pub(super) mark: Option<char>,
    pub(super) digit: Option<char>,
    pub(super) case: Case,
}

/// What people type in a romanisation besides its own signs.
#[derive(Clone, Copy, Default)]
pub(in super::super) struct Habits {
    /// For the dot of o͘: `o·`, `o•`, `o˙`, `ȯ`.
    pub(in super::super) dots: bool,
    /// For ir and er: ṳ and o̤, ü and ö, as Douglas and the dictionaries after him.
    pub(in super::super) diaereses: bool,
    /// An apostrophe before a syllable.
    pub(in super::super) apostrophes: bool,
}

impl Typed {
    /// Tells apart what stands in a syllable, one apostrophe before it aside.
    pub(super) fn of(scheme: &dyn Scheme, written: &[char]) -> Result<Typed, ParseErrorKind> {
        let habits = scheme.habits();
        let written = match written {
            [first, rest @ ..] if habits.apostrophes && is_apostrophe(*first) => rest,
            all => all,
        };
        let mut reader = Reader { habits, ..Reader::default() };
        for (index, &letter) in written.iter().enumerate() {
            reader.take(letter, written.get(index + 1..).unwrap_or_default())?;
        }
        if reader.letters.len() == 0 {
            return Err(ParseErrorKind::UnknownSyllable);
        }
        if reader.mark.is_some() && reader.digit.is_some() {
            return Err(ParseErrorKind::TwoTones);
        }
        Ok(Typed {
            letters: reader.letters,
            mark: reader.mark.map(|(mark, _)| mark),
            digit: reader.digit,
            case: reader.capitals.case(),
        })
    }
}

/// Whether a char is an apostrophe, typed or printed.
pub(super) fn is_apostrophe(letter: char) -> bool {
    matches!(letter, '\'' | '\u{2019}' | '\u{2BC}')
}

#[derive(Default)]
struct Reader {
    habits: Habits,
    letters: Letters,
    /// The mark, and how many letters stood before it.
    mark: Option<(char, usize)>,
    digit: Option<char>,
    capitals: Capitals,
    /// Whether a small letter was seen.
    small: bool,
}

impl Reader {
    fn take(&mut self, letter: char, rest: &[char]) -> Result<(), ParseErrorKind> {
        if letter.is_ascii_digit() {
            return match self.digit.replace(letter) {
                None => Ok(()),
                Some(_) => Err(ParseErrorKind::UnknownTone),
            };
        }
        if is_combining(letter) {
            return self.mark(letter);
        }
        if let Some((plain, mark)) = decompose(letter) {
            self.take(plain, rest)?;
            return self.mark(mark);
        }
        // A digit stands behind the letters.
        if self.digit.is_some() {
            return Err(ParseErrorKind::UnknownSyllable);
        }
        let pushed = match letter {
            '·' | '•' | '˙' if self.habits.dots => self.letters.push(DOT_OF_O),
            'ı' => self.letter('i'),
            'ᴺ' => self.letters.push('ⁿ').inspect(|()| self.capitals.see('ᴺ')),
            'ⁿ' => self.letters.push('ⁿ'),
            'N' if self.is_nasal_sign(rest) => self.letters.push('ⁿ'),
            letter => self.letter(letter),
        };
        pushed.ok_or(ParseErrorKind::UnknownSyllable)
    }

    fn letter(&mut self, letter: char) -> Option<()> {
        self.letters.push(letter.to_ascii_lowercase())?;
        self.capitals.see(letter);
        self.small |= letter.is_lowercase();
        Some(())
    }

    /// A capital N behind small letters is a way to type ⁿ, if nothing but an h or a tone follows.
    fn is_nasal_sign(&self, rest: &[char]) -> bool {
        self.small
            && rest.iter().all(|&next| next == 'h' || next.is_ascii_digit() || is_combining(next))
    }

    fn mark(&mut self, mark: char) -> Result<(), ParseErrorKind> {
        if mark == DOT_OF_O || (mark == DOT && self.habits.dots) {
            return self.letters.push(DOT_OF_O).ok_or(ParseErrorKind::UnknownSyllable);
        }
        if self.habits.diaereses && matches!(mark, DIAERESIS | DIAERESIS_BELOW) {
            return self.diaeresis().ok_or(ParseErrorKind::UnknownSyllable);
        }
        let here = self.letters.len();
        match self.mark.replace((mark, here)) {
            // The same mark twice over one letter is a slip of fonts.
            Some(before) if before != (mark, here) => Err(ParseErrorKind::TwoTones),
            _ => Ok(()),
        }
    }

    /// Makes ir of the u that was the last letter, and er of the o.
    fn diaeresis(&mut self) -> Option<()> {
        match self.letters.pop()? {
            'u' => self.letters.push('i')?,
            'o' => self.letters.push('e')?,
            _ => return None,
        }
        self.letters.push('r')
    }
}
