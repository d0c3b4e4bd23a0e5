//! The arguments that ask for the tones as spoken.

use clap::Args;
use thakim_phonology::sandhi::{Accent, Mode, Speech, UnknownChoice};

use crate::options::Setting;

/// With which tones readings are written.
#[derive(Args)]
pub(crate) struct SpeechArgs {
    /// Tones as spoken: none, auto, all-but-last or all
    #[arg(long, value_name = "MODE", default_value_t)]
    sandhi: Mode,
    /// Whose tones: south, north, xiamen or singapore
    #[arg(long, value_name = "ACCENT", default_value_t)]
    accent: Accent,
    /// More about the tones as spoken: h=dropped|kept, neutral=written|heard|zero, twice=accent|yes|no
    #[arg(long, value_name = "NAME=VALUE")]
    sandhi_option: Vec<Setting>,
}

impl SpeechArgs {
    /// What they ask for.
    ///
    /// # Errors
    /// When there is no such option.
    pub(crate) fn speech(&self) -> Result<Speech, UnknownChoice> {
        let mut speech = Speech::of(self.sandhi, self.accent);
        for Setting { name, value } in &self.sandhi_option {
            speech.set(name, value)?;
        }
        Ok(speech)
    }
}
