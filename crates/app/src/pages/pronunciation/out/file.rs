//! The article as one HTML file.

use thakim_document::export::{Head, Page, Style};
use thakim_phonology::Notation;

use super::{fonts, take};
use crate::files;
use crate::layout::Named;
use crate::pages::pronunciation::reader::Reader;
use crate::settings::Settings;
use crate::text::t;

/// The longest name of a file, in characters, without its ending.
const NAME: usize = 60;

impl Reader {
    /// Saves the article as a file.
    pub(super) fn save_file(self) {
        if !self.has_come() {
            return;
        }
        self.out.busy(t!("export.writing-file"));
        take(self.out, async move {
            let html = self.file().await?;
            let name = file_name(&self.title());
            files::save(&html, "text/html", &name)
                .map_err(|_| t!("export.file-refused").into_owned())?;
            Ok(t!("export.file-saved", name = name).into_owned())
        });
    }

    /// The file.
    ///
    /// # Errors
    /// The sentence that says why there is none.
    pub(super) async fn file(self) -> Result<String, String> {
        let (sheet, saved) = self.sheet().zip(self.saved()).ok_or_else(String::new)?;
        let fonts = fonts::fonts().await;
        let settings = self.shell.settings.get_untracked();
        let (styles, shown) = styles(settings);
        let layout = settings.layout;
        let say = |key: &str| t!(key).into_owned();
        let head = Head {
            language: self.shell.language.get_untracked().tag().to_owned(),
            title: self.title(),
            headline: self.headline(),
            about: self.about_dialect(),
            notation: ["export.file-notation", "export.file-none"].map(say),
            theme: [
                "export.file-colours",
                "export.file-system",
                "export.file-light",
                "export.file-dark",
            ]
            .map(say),
            print: say("export.print"),
            foot: say("export.file-foot"),
            colours: layout.theme.id().to_owned(),
            position: layout.position.id().to_owned(),
            direction: layout.direction.id().to_owned(),
            article: saved.to_json(),
        };
        let mut page = Page::new(styles, shown);
        let mut html = String::new();
        page.begin(&mut html, &head);
        sheet.visit(|paragraph| page.push(&mut html, paragraph)).await;
        page.finish(&mut html, &head, &fonts);
        if html.len() as u64 > files::LIMIT {
            return Err(t!("export.file-too-large").into_owned());
        }
        Ok(html)
    }
}

/// Every notation as it was chosen, and which of them is shown.
fn styles(settings: Settings) -> (Vec<Style>, usize) {
    let shown = Notation::ALL.iter().position(|notation| *notation == settings.notation);
    let style = |notation: &Notation| {
        let mut one = settings;
        one.notation = *notation;
        one.style()
    };
    (Notation::ALL.iter().map(style).collect(), shown.unwrap_or_default())
}

/// A name that every system takes.
pub(super) fn file_name(title: &str) -> String {
    let is_sign = |letter: char| letter.is_control() || "/\\:*?\"<>|".contains(letter);
    let name: String =
        title.chars().take(NAME).map(|letter| if is_sign(letter) { '_' } else { letter }).collect();
    let name = name.trim().trim_matches('.');
    format!("{}.html", if name.is_empty() { "thakim" } else { name })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_have_names_that_every_system_takes() {
        assert_eq!(file_name("透早的市場"), "透早的市場.html");
        assert_eq!(file_name(" a/b:c?\n. "), "a_b_c__.html");
        assert_eq!(file_name(""), "thakim.html");
        assert_eq!(file_name("..."), "thakim.html");
        assert_eq!(file_name(&"字".repeat(99)).chars().count(), NAME + 5);
    }
}
