//! What a person chose, kept in this browser.

use thakim_document::export::Style;
use thakim_phonology::{Notation, ToneStyle, WriteOptions};

/// The choices for the page.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Settings {
    /// The notation of the readings.
    pub notation: Notation,
    /// How tones are shown.
    pub tones: ToneStyle,
}

/// Where they are kept. The number is the version of the format: words parted by spaces, first the
/// notation's identifier, then how tones are shown.
const KEY: &str = "thakim.settings.1";

impl Settings {
    /// How readings are written.
    pub fn style(self) -> Style {
        Style { notation: self.notation, options: WriteOptions::new(self.tones) }
    }

    /// As they are kept.
    pub fn to_line(self) -> String {
        format!("{} {}", self.notation.id(), tones_id(self.tones))
    }

    /// From the form in which they are kept. A word that says nothing leaves the default: settings
    /// of a newer page must not stop an older one.
    pub fn from_line(line: &str) -> Settings {
        let mut words = line.split(' ');
        let notation = words.next().and_then(|id| id.parse().ok()).unwrap_or_default();
        let tones = words.next().and_then(tones_of_id).unwrap_or_default();
        Settings { notation, tones }
    }

    /// What was kept in this browser; the defaults where nothing was, or nothing can be.
    pub fn load() -> Settings {
        storage()
            .and_then(|storage| storage.get_item(KEY).ok().flatten())
            .map_or_else(Settings::default, |line| Settings::from_line(&line))
    }

    /// Keeps them, where this browser keeps anything. Losing them costs one click, so a refusal is
    /// not worth a sentence.
    pub fn save(self) {
        if let Some(storage) = storage() {
            let _ = storage.set_item(KEY, &self.to_line());
        }
    }
}

/// The identifier of a way of showing tones, for storage and for the page's markup.
pub fn tones_id(tones: ToneStyle) -> &'static str {
    match tones {
        ToneStyle::Mark => "mark",
        ToneStyle::Number => "number",
        ToneStyle::None => "none",
    }
}

fn tones_of_id(id: &str) -> Option<ToneStyle> {
    [ToneStyle::Mark, ToneStyle::Number, ToneStyle::None]
        .into_iter()
        .find(|tones| tones_id(*tones) == id)
}

fn storage() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_comes_back() {
        for &notation in Notation::ALL {
            for tones in [ToneStyle::Mark, ToneStyle::Number, ToneStyle::None] {
                let settings = Settings { notation, tones };
                assert_eq!(Settings::from_line(&settings.to_line()), settings);
            }
        }
    }

    #[test]
    fn what_an_older_or_newer_page_kept_does_no_harm() {
        assert_eq!(Settings::from_line(""), Settings::default());
        let newer = Settings::from_line("POJ rainbow vertical");
        assert_eq!(newer, Settings { notation: Notation::Poj, tones: ToneStyle::Mark });
        assert_eq!(Settings::from_line("Klingon number").tones, ToneStyle::Number);
    }
}
