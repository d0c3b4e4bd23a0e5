//! Where words are cut or joined by the reader.

use super::Edit;

/// What the reader wants between two characters that stand side by side.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Seam {
    /// Where the second one begins, in `char`s from the start of the text.
    pub at: u32,
    /// The character before it, with its variation selectors. Where others stand there, the seam is
    /// void.
    pub before: String,
    /// The character behind it, with its variation selectors.
    pub behind: String,
    /// What is wanted.
    pub kind: SeamKind,
}

/// What the reader wants between two characters.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum SeamKind {
    /// A word ends between them.
    Split,
    /// They are of one word.
    Join,
}

impl SeamKind {
    /// Its name where marks are kept.
    pub fn id(self) -> &'static str {
        match self {
            SeamKind::Split => "split",
            SeamKind::Join => "join",
        }
    }
}

impl Seam {
    /// Carries it over a change of the text. Whether both its characters are still side by side.
    pub(in super::super) fn follow(&mut self, edit: Edit) -> bool {
        let length = |text: &str| text.chars().count() as u32;
        let from = self.at.saturating_sub(length(&self.before));
        match edit.carry(from, self.at + length(&self.behind)) {
            Some(moved) => {
                self.at = moved + length(&self.before);
                true
            }
            None => false,
        }
    }
}
