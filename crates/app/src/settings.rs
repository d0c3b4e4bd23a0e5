//! What a person chose, kept in this browser.

use thakim_document::export::Style;
use thakim_phonology::dialect::Dialect;
use thakim_phonology::sandhi::{Mode, Speech};
use thakim_phonology::{Notation, ToneStyle, WriteOptions};

use crate::article::look::Look;
use crate::layout::{Layout, Tones};

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
    /// How the article is laid out and how the page looks.
    pub layout: Layout,
    /// What else was chosen for each notation, in the order of [`Notation::ALL`]: going back to a
    /// notation finds it as it was left.
    pub(crate) own: [WriteOptions; Notation::ALL.len()],
}

/// Where they are kept. The number is the version of the format: words parted by spaces, first the
/// notation's identifier, then how tones are shown, then in any order `sandhi=…`, `dialect=…`,
/// `NOTATION.option=value` and the words of the layout.
const KEY: &str = "thakim.settings.1";

impl Settings {
    /// How readings are written; where tones of both kinds are shown, those of the dictionary.
    pub fn style(self) -> Style {
        let mode = if self.layout.both_tones { Mode::None } else { self.sandhi };
        self.style_in(self.notation, self.tones, mode)
    }

    /// All that stands beside the characters.
    pub fn look(self) -> Look {
        let spoken = self.layout.both_tones.then(|| {
            let mode = if self.sandhi == Mode::None { Mode::Auto } else { self.sandhi };
            self.style_in(self.notation, self.tones, mode)
        });
        let first = self.style();
        let second = self.layout.second.map(|second| Style {
            speech: first.speech,
            ..self.style_in(second.notation, second.tones, Mode::None)
        });
        Look::new(first, spoken, second, &self.layout)
    }

    fn style_in(self, notation: Notation, tones: ToneStyle, mode: Mode) -> Style {
        let mut options = self.own[notation as usize];
        options.tones = tones;
        Style { notation, options, speech: Speech::of(mode, self.dialect.accent()) }
    }

    /// Which tones are shown.
    pub fn shown_tones(self) -> Tones {
        match (self.layout.both_tones, self.sandhi) {
            (true, _) => Tones::Both,
            (false, Mode::None) => Tones::Citation,
            (false, _) => Tones::Spoken,
        }
    }

    /// With other tones shown. Which of the ways of speech it is stays as it was chosen.
    #[must_use]
    pub fn with_shown_tones(mut self, tones: Tones) -> Settings {
        self.layout.both_tones = tones == Tones::Both;
        self.sandhi = match (tones, self.sandhi) {
            (Tones::Citation, _) => Mode::None,
            (_, Mode::None) => Mode::Auto,
            (_, mode) => mode,
        };
        self
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
        self.layout.push_words(&mut line);
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
                None => settings.layout.take(name, value),
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

/// The way of showing tones of this identifier.
pub fn tones_of_id(id: &str) -> Option<ToneStyle> {
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
    use crate::layout::{Position, Second, Theme};

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

    #[test]
    fn the_layout_is_kept_with_the_rest_and_older_lines_have_none() {
        let older = Settings::from_line("POJ number sandhi=auto dialect=zhangzhou POJ.oo=ou");
        assert_eq!(older.layout, Layout::default());
        let second = Some(Second {
            notation: Notation::Tps,
            position: Position::Right,
            tones: ToneStyle::Mark,
        });
        let layout = Layout { second, theme: Theme::Dark, size: 130, ..Layout::default() };
        let settings = Settings { layout, ..older };
        assert_eq!(
            settings.to_line(),
            format!(
                "{} second=TPS second-position=right theme=dark size=130 POJ.oo=ou",
                "POJ number sandhi=auto dialect=zhangzhou"
            )
        );
        assert_eq!(Settings::from_line(&settings.to_line()), settings);
    }

    #[test]
    fn tones_of_both_kinds_are_two_styles() {
        let usual = Settings::default();
        for tones in [Tones::Citation, Tones::Spoken, Tones::Both] {
            assert_eq!(usual.with_shown_tones(tones).shown_tones(), tones);
        }
        let both = usual.with_shown_tones(Tones::Both).look();
        assert_eq!(both.first, usual.style());
        assert_eq!(both.spoken, Some(usual.with_shown_tones(Tones::Spoken).style()));
        assert_eq!(usual.look().spoken, None);
        let all = Settings { sandhi: Mode::All, ..usual };
        assert_eq!(all.with_shown_tones(Tones::Both).sandhi, Mode::All);
    }
}
