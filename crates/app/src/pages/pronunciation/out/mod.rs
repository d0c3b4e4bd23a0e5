//! Out of the page: copies, the file, the link, other programs, paper. All of it is in one menu.

mod copying;
mod file;
mod fonts;
mod menu;
mod paper;
mod share;

use leptos::task::spawn_local;
use thakim_document::export::Form;

use super::reader::{Reader, Run};
use crate::saved::Saved;
use crate::signal::RwSignal;
use crate::store::{Summary, first_line};
use crate::text::t;
use paper::Paper;

pub(super) use menu::{by_hand, menu, told};
pub(super) use paper::heading;

/// What is taken out, and what became of it.
#[derive(Clone, Copy)]
pub(super) struct Out {
    /// What is said of it.
    told: RwSignal<Told>,
    /// The form in which a selection is copied: the one that was last chosen.
    form: RwSignal<Form>,
    /// What the browser would not put into the clipboard.
    refused: RwSignal<Option<String>>,
    paper: RwSignal<Paper>,
}

/// What is said of what is taken out.
#[derive(Clone, PartialEq, Debug)]
enum Told {
    Nothing,
    /// It is being made.
    Busy(String),
    /// The same, and it can be stopped.
    Stoppable(String),
    Done(String),
    Failed(String),
}

impl Out {
    pub(super) fn new() -> Out {
        Out {
            told: RwSignal::new(Told::Nothing),
            form: RwSignal::new(copying::kept_form()),
            refused: RwSignal::new(None),
            paper: RwSignal::new(Paper::load()),
        }
    }

    /// How many columns a page of paper has.
    pub(super) fn columns(self) -> String {
        self.paper.get().columns.to_string()
    }

    /// How wide its edges are.
    pub(super) fn margins(self) -> &'static str {
        self.paper.get().margins.id()
    }

    /// Says something, if the page is still there.
    fn tell(self, told: Told) {
        self.told.try_set(told);
    }

    fn busy(self, words: impl Into<String>) {
        self.tell(Told::Busy(words.into()));
    }

    fn done(self, words: impl Into<String>) {
        self.tell(Told::Done(words.into()));
    }

    fn failed(self, words: impl Into<String>) {
        self.tell(Told::Failed(words.into()));
    }
}

impl Reader {
    /// Does what the page's copying and printing needs for as long as it is there.
    pub(super) fn begin_out(self) {
        copying::listen(self);
        paper::listen(self);
    }

    /// Whether the article is there to be taken; says so if it is still coming.
    fn has_come(self) -> bool {
        let has_come = match self.run.get_untracked() {
            Run::Looking | Run::Waiting | Run::Streaming { .. } => false,
            Run::Complete | Run::Stopped | Run::Failed(_) => self.sheet().is_some(),
        };
        if !has_come {
            self.out.failed(t!("export.not-yet"));
        }
        has_come
    }

    /// What the article is called.
    fn title(self) -> String {
        let summary = self.shell.desk().summary();
        if !summary.title().is_empty() {
            return summary.title().to_owned();
        }
        let head = self.text.with_value(|text| text.as_ref().map(|text| text.slice(0, 2_000)));
        head.map(|head| first_line(&String::from(head))).unwrap_or_default()
    }

    /// What stands over the article: its title, unless the article begins with that anyway.
    fn headline(self) -> String {
        let Summary { name, first, .. } = self.shell.desk().summary();
        if name == first { String::new() } else { name }
    }

    /// One line about the readings: the notation, and the dialect where it is a particular one.
    fn about(self) -> String {
        let notation = self.shell.settings.get_untracked().notation;
        format!("{}{}", notation.name(), self.about_dialect())
    }

    /// What stands in that line behind the notation.
    fn about_dialect(self) -> String {
        let dialect = self.shell.settings.get_untracked().dialect;
        if dialect == Default::default() {
            String::new()
        } else {
            format!(" · {}", dialect.name())
        }
    }

    /// The article with all that the reader made of it.
    fn saved(self) -> Option<Saved> {
        let text = self.text.get_value()?;
        Some(Saved {
            title: self.shell.desk().summary().name,
            text: String::from(text),
            marks: self.marks.get_untracked(),
            settings: self.shell.settings.get_untracked().to_line(),
        })
    }
}

/// Does something for which it takes a while, and says what became of it.
fn take(out: Out, work: impl Future<Output = Result<String, String>> + 'static) {
    spawn_local(async move {
        match work.await {
            Ok(words) if words.is_empty() => out.tell(Told::Nothing),
            Ok(words) => out.done(words),
            Err(words) => out.failed(words),
        }
    });
}
