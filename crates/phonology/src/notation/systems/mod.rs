//! One module a notation.

pub(crate) mod bp;
pub(crate) mod braille;
pub(crate) mod fanqie;
pub(crate) mod ipa;
pub(crate) mod kana;
pub(crate) mod mps2;
pub(crate) mod poj;
mod signs;
pub(crate) mod sni;
pub(crate) mod tl;
pub(crate) mod tlpa;
pub(crate) mod tongiong;
pub(crate) mod tps;
