//! Which readings a person asks for.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// Which readings a person asks for, for an article or a passage of it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default, Serialize, Deserialize)]
pub enum Preference {
    /// What the context calls for.
    #[default]
    Auto,
    /// Colloquial readings (白話音) wherever there is one.
    Colloquial,
    /// Literary readings (文讀音) throughout, as classical prose, verse and scripture are recited.
    Literary,
}

impl Preference {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Preference; 3] =
        [Preference::Auto, Preference::Colloquial, Preference::Literary];

    /// Its name in commands and settings: `auto`, `colloquial`, `literary`.
    pub fn id(self) -> &'static str {
        match self {
            Preference::Auto => "auto",
            Preference::Colloquial => "colloquial",
            Preference::Literary => "literary",
        }
    }
}

impl fmt::Display for Preference {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(self.id())
    }
}

/// A name that is no preference.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct UnknownPreference(pub String);

impl fmt::Display for UnknownPreference {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "expected auto, colloquial or literary, found {:?}", self.0)
    }
}

impl std::error::Error for UnknownPreference {}

impl FromStr for Preference {
    type Err = UnknownPreference;

    fn from_str(name: &str) -> Result<Preference, UnknownPreference> {
        let found = Preference::ALL.into_iter().find(|preference| preference.id() == name);
        found.ok_or_else(|| UnknownPreference(name.to_owned()))
    }
}
