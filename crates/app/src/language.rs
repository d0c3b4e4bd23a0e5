//! The language of the page.
//!
//! Every sentence of it stands in `crates/app/locales`, in all languages; `t!` gives it in the one that is
//! chosen. Another choice makes the whole page anew, so no view needs to listen.

/// A language that the page speaks.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Language {
    /// 臺灣華語.
    #[default]
    Mandarin,
    /// 台語, in Han characters.
    Hokkien,
    /// English.
    English,
}

/// Where the choice is kept: the tag of the language.
const KEY: &str = "thakim.language";

impl Language {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Language; 3] = [Language::Mandarin, Language::Hokkien, Language::English];

    /// Its BCP 47 tag, which is its name in the files of sentences too.
    pub fn tag(self) -> &'static str {
        match self {
            Language::Mandarin => "zh-Hant-TW",
            Language::Hokkien => "nan-Hant-TW",
            Language::English => "en",
        }
    }

    /// Its own name.
    pub fn name(self) -> &'static str {
        match self {
            Language::Mandarin => "華語",
            Language::Hokkien => "台語",
            Language::English => "English",
        }
    }

    /// The language that fits best what a person prefers, given as BCP 47 tags, the dearest first:
    /// Mandarin for whoever reads any Chinese, and where nothing fits, English.
    pub fn fitting<'t>(preferred: impl IntoIterator<Item = &'t str>) -> Language {
        let of_tag = |tag: &str| match tag.split('-').next().unwrap_or_default() {
            "nan" => Some(Language::Hokkien),
            "zh" | "yue" | "hak" | "cdo" | "wuu" | "gan" | "lzh" => Some(Language::Mandarin),
            "en" => Some(Language::English),
            _ => None,
        };
        preferred.into_iter().find_map(of_tag).unwrap_or(Language::English)
    }

    /// What was chosen in this browser, or else fits what the browser says of the person.
    pub fn load() -> Language {
        let chosen = storage().and_then(|storage| storage.get_item(KEY).ok().flatten());
        let chosen = Language::ALL.into_iter().find(|one| Some(one.tag()) == chosen.as_deref());
        chosen.unwrap_or_else(|| {
            let tags = web_sys::window().map(|window| window.navigator().languages());
            let tags: Vec<String> =
                tags.into_iter().flatten().filter_map(|tag| tag.as_string()).collect();
            Language::fitting(tags.iter().map(String::as_str))
        })
    }

    /// Keeps the choice, where this browser keeps anything.
    pub fn save(self) {
        if let Some(storage) = storage() {
            let _ = storage.set_item(KEY, self.tag());
        }
    }

    /// From now on sentences are in this language.
    pub fn speak(self) {
        rust_i18n::set_locale(self.tag());
        if let Some(root) = web_sys::window()
            .and_then(|window| window.document())
            .and_then(|document| document.document_element())
        {
            let _ = root.set_attribute("lang", self.tag());
        }
    }
}

/// Does something while the page speaks a language. The language is one for the whole process, so tests
/// that look at sentences take turns.
#[cfg(test)]
pub(crate) fn speaking<T>(language: Language, work: impl FnOnce() -> T) -> T {
    static TURN: std::sync::Mutex<()> = std::sync::Mutex::new(());
    let _turn = TURN.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    rust_i18n::set_locale(language.tag());
    work()
}

fn storage() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_fits_the_person() {
        for (preferred, language) in [
            (&["zh-TW", "en-US"][..], Language::Mandarin),
            (&["nan-Hant-TW", "zh-TW"], Language::Hokkien),
            (&["en-GB", "zh"], Language::English),
            (&["ja", "zh-CN"], Language::Mandarin),
            (&["de"], Language::English),
            (&[], Language::English),
        ] {
            assert_eq!(Language::fitting(preferred.iter().copied()), language, "{preferred:?}");
        }
    }
}
