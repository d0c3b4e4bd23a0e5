//! Which characters words are made of.

use unicode_script::{Script, UnicodeScript};

/// Whether a dictionary may read this character: those of the script Han. Private characters are
/// not: nobody else would know them.
pub fn is_han(letter: char) -> bool {
    letter.script() == Script::Han
}
