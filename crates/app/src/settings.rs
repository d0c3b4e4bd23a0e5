//! What a person chose, kept in this browser.

use thakim_document::export::Style;
use thakim_phonology::dialect::Dialect;
use thakim_phonology::sandhi::{Mode, Speech};
use thakim_phonology::{Notation, ToneStyle, WriteOptions};

/// The choices for the page.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Settings {
    /// The notation of the readings.
    pub notation: Notation,
    /// How tones are shown, in whichever notation.
    pub tones: ToneStyle,
    /// Whether they are those of the dictionary or of speech.
    pub sandhi: Mode,
    /// The dialect of the readings, and of the tones in speech.
    pub dialect: Dialect,
    /// What else was chosen for each notation, in the order of [`Notation::ALL`]: going back to a
    /// notation finds it as it was left.
    pub(crate) own: [WriteOptions; Notation::ALL.len()],
}

/// Where they are kept. The number is the version of the format: words parted by spaces, first the
/// notation's identifier, then how tones are shown, then in any order `sandhi=…`, `dialect=…` and
/// `NOTATION.option=value`.
const KEY: &str = "thakim.settings.1";

impl Settings {
    /// How readings are written.
    pub fn style(self) -> Style {
        let speech = Speech::of(self.sandhi, self.dialect.accent());
        Style { notation: self.notation, options: self.options(), speech }
    }

    /// The options of the chosen notation.
    pub fn options(self) -> WriteOptions {
        let mut options = self.own[self.notation as usize];
        options.tones = self.tones;
        options
    }

    /// With an option of the chosen notation set to a value; unchanged where it has no such.
    #[must_use]
    pub fn with(mut self, option: &str, value: &str) -> Settings {
        self.set(self.notation, option, value);
        self
    }

    /// As they are kept.
    pub fn to_line(self) -> String {
        let mut line = format!("{} {}", self.notation.id(), tones_id(self.tones));
        if self.sandhi != Mode::default() {
            line.push_str(&format!(" sandhi={}", self.sandhi));
        }
        if self.dialect != Dialect::default() {
            line.push_str(&format!(" dialect={}", self.dialect));
        }
        for &notation in Notation::ALL {
            for (option, value) in self.own[notation as usize].own_settings(notation) {
                line.push_str(&format!(" {}.{option}={value}", notation.id()));
            }
        }
        line
    }

    /// From the form in which they are kept. A word that says nothing leaves the default: settings
    /// of a newer page must not stop an older one.
    pub fn from_line(line: &str) -> Settings {
        let mut words = line.split(' ');
        let notation = words.next().and_then(|id| id.parse().ok()).unwrap_or_default();
        let tones = words.next().and_then(tones_of_id).unwrap_or_default();
        let mut settings = Settings { notation, tones, ..Settings::default() };
        for (name, value) in words.filter_map(|word| word.split_once('=')) {
            match name.split_once('.') {
                Some((notation, option)) => {
                    if let Ok(notation) = notation.parse() {
                        settings.set(notation, option, value);
                    }
                }
                None if name == "sandhi" => settings.sandhi = value.parse().unwrap_or_default(),
                None if name == "dialect" => settings.dialect = value.parse().unwrap_or_default(),
                None => {}
            }
        }
        settings
    }

    fn set(&mut self, notation: Notation, option: &str, value: &str) {
        // Tones have a field of their own; an unknown name changes nothing.
        let _ = self.own[notation as usize].set(notation, option, value);
        self.own[notation as usize].tones = ToneStyle::default();
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
                let settings = Settings { notation, tones, ..Settings::default() };
                assert_eq!(Settings::from_line(&settings.to_line()), settings);
            }
            for row in notation.options() {
                for value in row.values {
                    let settings = Settings { notation, ..Settings::default() };
                    let settings = settings.with(row.name, value.name);
                    assert_eq!(Settings::from_line(&settings.to_line()), settings);
                    let other = Settings { notation: Notation::Tl, ..settings };
                    assert_eq!(Settings::from_line(&other.to_line()), other);
                }
            }
        }
    }

    #[test]
    fn dialect_and_sandhi_come_back_too() {
        for dialect in Dialect::ALL {
            for sandhi in Mode::ALL {
                let settings = Settings { sandhi, dialect, ..Settings::default() };
                assert_eq!(Settings::from_line(&settings.to_line()), settings);
            }
        }
    }

    #[test]
    fn what_an_older_or_newer_page_kept_does_no_harm() {
        assert_eq!(Settings::from_line(""), Settings::default());
        let newer =
            Settings::from_line("POJ rainbow vertical POJ.colour=red KLINGON.k=v = dialect=mars");
        assert_eq!(newer, Settings { notation: Notation::Poj, ..Settings::default() });
        assert_eq!(Settings::from_line("Klingon number").tones, ToneStyle::Number);
    }
}
