//! Printing: all of the article, in columns, with a title.

use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Told;
use crate::element::{self, IntoView};
use crate::pages::pronunciation::reader::Reader;
use crate::text::t;
use crate::time;

/// How the article stands on paper.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Paper {
    /// How many columns a page has: 1 to 3.
    pub(super) columns: u8,
    pub(super) margins: Margins,
    /// Whether the title stands at its head.
    pub(super) title: bool,
    /// Whether a line about the readings does.
    pub(super) about: bool,
}

/// How wide the edge of a page is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Margins {
    Narrow,
    Usual,
    Wide,
}

/// Where the choices are kept: words parted by spaces.
const KEY: &str = "thakim.paper.1";

/// From how many characters on an article is not printed as a whole: a browser needs some 20 KB of memory for
/// each character on paper.
pub(super) const TOO_LONG: u32 = 250_000;

impl Margins {
    pub(super) const ALL: [Margins; 3] = [Margins::Narrow, Margins::Usual, Margins::Wide];

    pub(super) fn id(self) -> &'static str {
        match self {
            Margins::Narrow => "narrow",
            Margins::Usual => "usual",
            Margins::Wide => "wide",
        }
    }
}

impl Default for Paper {
    fn default() -> Paper {
        Paper { columns: 1, margins: Margins::Usual, title: true, about: true }
    }
}

impl Paper {
    /// What was chosen in this browser.
    pub(super) fn load() -> Paper {
        let storage = web_sys::window().and_then(|window| window.local_storage().ok().flatten());
        let kept = storage.and_then(|storage| storage.get_item(KEY).ok().flatten());
        kept.map_or_else(Paper::default, |line| Paper::from_line(&line))
    }

    fn save(self) {
        if let Some(storage) = window().local_storage().ok().flatten() {
            let _ = storage.set_item(KEY, &self.to_line());
        }
    }

    fn to_line(self) -> String {
        let mut line = format!("{} {}", self.columns, self.margins.id());
        line.push_str(if self.title { "" } else { " no-title" });
        line.push_str(if self.about { "" } else { " no-about" });
        line
    }

    fn from_line(line: &str) -> Paper {
        let mut paper = Paper::default();
        for word in line.split(' ') {
            match word {
                "1" | "2" | "3" => paper.columns = word.parse().unwrap_or(1),
                "no-title" => paper.title = false,
                "no-about" => paper.about = false,
                word => {
                    let margins = Margins::ALL.into_iter().find(|margins| margins.id() == word);
                    paper.margins = margins.unwrap_or(paper.margins);
                }
            }
        }
        paper
    }
}

/// Has all of the article in the page whenever the browser prints it, by whichever way.
pub(super) fn listen(reader: Reader) {
    let before = window_event_listener(ev::beforeprint, move |_| {
        if let Some(sheet) = reader.sheet().filter(|_| !reader.is_too_long()) {
            sheet.fill_all();
        }
    });
    let after = window_event_listener(ev::afterprint, move |_| {
        if let Some(sheet) = reader.sheet() {
            sheet.put_away();
        }
    });
    on_cleanup(move || {
        before.remove();
        after.remove();
    });
}

impl Reader {
    fn is_too_long(self) -> bool {
        self.tally.get_untracked().chars > TOO_LONG
    }

    pub(super) fn set_paper(self, paper: Paper) {
        self.out.paper.set(paper);
        paper.save();
    }

    /// Prints the article, when all of it is in the page.
    pub(super) fn print(self) {
        if !self.has_come() {
            return;
        }
        if self.is_too_long() {
            self.out.failed(t!("export.paper-too-long", most = TOO_LONG / 10_000));
            return;
        }
        let Some(sheet) = self.sheet() else { return };
        self.out.tell(Told::Stoppable(t!("export.filling", percent = 0).into_owned()));
        spawn_local(async move {
            let go_on = |share: f64| {
                let told = self.out.told.try_get_untracked();
                let goes_on = matches!(told, Some(Told::Stoppable(_)));
                if goes_on {
                    let percent = (share * 100.0) as u32;
                    self.out.tell(Told::Stoppable(t!("export.filling", percent = percent).into()));
                }
                goes_on
            };
            let filled = sheet.fill_all_in_slices(go_on).await;
            self.out.tell(Told::Nothing);
            if filled {
                // The menu that was pressed is gone from the page first.
                time::idle().await;
                // Its end is heard; on some browsers it goes on when this returns.
                let _ = window().print();
            } else {
                sheet.put_away();
            }
        });
    }
}

/// What stands over the article on paper.
pub(in crate::pages::pronunciation) fn heading(reader: Reader) -> impl IntoView {
    let paper = reader.out.paper;
    element::div().class("paper-head").attr("aria-hidden", "true").child((
        move || {
            // Not before there is an article, and anew when its name may have changed.
            reader.tally.track();
            let title = if paper.get().title { reader.headline() } else { String::new() };
            (!title.is_empty()).then(|| element::p().class("paper-title").child(title))
        },
        move || {
            reader.shell.settings.track();
            paper.get().about.then(|| element::p().class("paper-about").child(reader.about()))
        },
        move || {
            (reader.tally.get().chars > TOO_LONG).then(|| {
                let words = t!("export.paper-too-long", most = TOO_LONG / 10_000);
                element::p().class("paper-about").child(words)
            })
        },
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_comes_back() {
        for columns in 1..=3 {
            for margins in Margins::ALL {
                let paper = Paper { columns, margins, title: columns == 2, about: columns != 2 };
                assert_eq!(Paper::from_line(&paper.to_line()), paper);
            }
        }
        assert_eq!(Paper::from_line("9 rainbow"), Paper::default());
    }
}
