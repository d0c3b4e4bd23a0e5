//! A sentence by its key.

use std::fmt::Display;

use super::Words;

/// The sentence of a key in the page's language: `t!("input.annotate")`, or with what is put in,
/// `t!("file.opened", name = name)`.
///
/// The library's own macro of this name writes its whole search out wherever it stands; with some hundred
/// of them the page's wasm would be a quarter larger.
macro_rules! t {
    ($key:expr $(,)?) => {
        $crate::text::said(::std::convert::AsRef::<str>::as_ref(&$key))
    };
    ($key:expr, $($name:ident = $value:expr),+ $(,)?) => {
        $crate::text::said_with(
            ::std::convert::AsRef::<str>::as_ref(&$key),
            &[$((stringify!($name), &$value as &dyn ::std::fmt::Display)),+],
        )
    };
}
pub(crate) use t;

/// The sentence of a key. A key that is in no file would be its own sentence; a test forbids it.
#[inline(never)]
pub(crate) fn said(key: &str) -> Words {
    rust_i18n::t!(key.to_owned())
}

/// The same, with what stands in place of each `%{name}`.
#[inline(never)]
pub(crate) fn said_with(key: &str, values: &[(&str, &dyn Display)]) -> Words {
    let names: Vec<&str> = values.iter().map(|(name, _)| *name).collect();
    let values: Vec<String> = values.iter().map(|(_, value)| value.to_string()).collect();
    Words::Owned(rust_i18n::replace_patterns(&said(key), &names, &values))
}
