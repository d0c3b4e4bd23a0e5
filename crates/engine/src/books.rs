//! Where words are looked up.

use thakim_lexicon::Lexicon;

use crate::own::OwnWords;

/// The dictionary, and the reader's own above it.
#[derive(Clone, Copy)]
pub(crate) struct Books<'b> {
    pub(crate) lexicon: &'b Lexicon,
    pub(crate) own: &'b OwnWords,
}
