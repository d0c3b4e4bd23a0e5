//! `NAME=VALUE` on the command line.

use std::str::FromStr;

/// An option of a notation as it was given.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Setting {
    pub(crate) name: String,
    pub(crate) value: String,
}

impl FromStr for Setting {
    type Err = String;

    fn from_str(given: &str) -> Result<Setting, String> {
        let (name, value) = given.split_once('=').ok_or_else(|| {
            format!("expected NAME=VALUE, such as format=number, found {given:?}")
        })?;
        Ok(Setting { name: name.to_owned(), value: value.to_owned() })
    }
}
