//! Lists of articles, and what is done with one of them.

use crate::effect::memo;
use crate::element::{self, IntoView, Views};
use crate::signal::RwSignal;
use crate::text::t;
use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;

use super::row::row;
use crate::pages::input::editor::Editor;
use crate::parts;
use crate::shell::{self, Route, Shell};
use crate::store::{ArticleId, Summary};

/// How many articles stand under the text area; from there on all of them have a page, and a search.
const RECENT: usize = 8;

/// How many unfinished drafts stand there.
const DRAFTS: usize = 3;

/// How the page around a list puts another article on the desk.
#[derive(Clone, Copy)]
pub(in crate::pages) struct Turn {
    editor: Option<Editor>,
}

impl Turn {
    /// Under the text area, which shows what lies on the desk.
    pub(in crate::pages) fn on_input(editor: Editor) -> Turn {
        Turn { editor: Some(editor) }
    }

    /// On a page of its own.
    pub(in crate::pages) fn elsewhere() -> Turn {
        Turn { editor: None }
    }

    /// Opens an article annotated, a draft in the text area.
    pub(super) fn open(self, shell: Shell, id: &ArticleId, is_draft: bool) {
        shell.desk().open_article(id);
        match (is_draft, self.editor) {
            (false, _) => shell::go(shell, Route::Pronunciation),
            (true, None) => shell::go(shell, Route::Input),
            (true, Some(editor)) => {
                editor.turn();
                window().scroll_to_with_x_and_y(0.0, 0.0);
            }
        }
    }

    /// Deletes an article.
    pub(super) fn delete(self, shell: Shell, id: ArticleId) {
        if let Some(editor) = self.editor {
            editor.keep_now();
        }
        spawn_local(async move {
            let was_here = shell.desk().summary().id == id;
            shell.written(shell.shelf.delete(shell, id).await);
            if was_here {
                self.turned();
            }
            // Its row is gone, and the focus with it.
            crate::time::idle().await;
            focus(".undo button");
        });
    }

    fn put_back(self, shell: Shell) {
        if let Some(editor) = self.editor {
            editor.keep_now();
        }
        spawn_local(async move {
            match shell.shelf.put_back(shell).await {
                Ok(true) => self.turned(),
                Ok(false) => {}
                Err(error) => shell.written(Err(error)),
            }
            crate::time::idle().await;
            focus(".articles .open");
        });
    }

    fn turned(self) {
        if let Some(editor) = self.editor {
            editor.turn();
        }
    }
}

/// The articles under the text area; nothing where there are none.
pub(in crate::pages) fn recent(turn: Turn) -> impl IntoView {
    let shell = Shell::get();
    shell.shelf.keep_in_view(shell);
    let articles = move || {
        let found = shell.shelf.articles.get()?;
        let (articles, drafts) = parted(shell, found);
        let more = articles.len() > RECENT || drafts.len() > DRAFTS;
        let count = articles.len() + drafts.len();
        let articles = articles.into_iter().take(RECENT).collect();
        let drafts = drafts.into_iter().take(DRAFTS).collect();
        let all = more.then(|| {
            element::p().class("all").child(
                element::a()
                    .attr("href", Route::Articles.path())
                    .child(t!("articles.all", count = count)),
            )
        });
        Some((
            group(t!("articles.recent"), articles, turn),
            group(t!("articles.drafts"), drafts, turn),
            all,
        ))
    };
    element::section()
        .class("articles")
        .attr("aria-label", t!("articles.title"))
        .child((undo_line(shell, turn), articles))
}

/// All articles, with a search where there are many.
pub(super) fn all(turn: Turn) -> impl IntoView {
    let shell = Shell::get();
    shell.shelf.keep_in_view(shell);
    let sought = RwSignal::new(String::new());
    let is_long = memo(move || {
        shell.shelf.articles.with(|found| found.as_ref().is_some_and(|found| found.len() > RECENT))
    });
    let search = move || {
        is_long.get().then(|| {
            element::input()
                .attr("type", "search")
                .class("search")
                .attr("aria-label", t!("articles.search"))
                .attr("placeholder", t!("articles.search"))
                .on(ev::input, move |event| sought.set(event_target_value(&event)))
        })
    };
    let articles = move || {
        let found = shell.shelf.articles.get()?;
        let sought = sought.get().trim().to_lowercase();
        let nothing = found.is_empty();
        let fits = |article: &Summary| article.title().to_lowercase().contains(&sought);
        let found: Vec<Summary> = found.into_iter().filter(fits).collect();
        let said = match (nothing, found.is_empty()) {
            (true, _) => Some(t!("articles.none")),
            (false, true) => Some(t!("articles.not-found")),
            (false, false) => None,
        };
        let (articles, drafts) = parted(shell, found);
        Some((
            said.map(|words| element::p().class("notice").attr("role", "status").child(words)),
            group(t!("articles.by-time"), articles, turn),
            group(t!("articles.drafts"), drafts, turn),
        ))
    };
    element::section().class("articles").attr("aria-label", t!("articles.title")).child((
        search,
        undo_line(shell, turn),
        articles,
    ))
}

/// Articles, and drafts of what was never submitted; the one in this tab's own text area is neither.
fn parted(shell: Shell, found: Vec<Summary>) -> (Vec<Summary>, Vec<Summary>) {
    let here = shell.desk().summary().id;
    let there = |article: &Summary| article.submitted || article.id != here;
    found.into_iter().filter(there).partition(|article| article.submitted)
}

fn group(heading: crate::text::Words, articles: Vec<Summary>, turn: Turn) -> Option<impl IntoView> {
    (!articles.is_empty()).then(|| {
        let rows = articles.into_iter().map(|article| row(article, turn)).views();
        (element::h2().child(heading), element::ul().child(rows))
    })
}

/// What was deleted last, and the button that puts it back.
fn undo_line(shell: Shell, turn: Turn) -> impl IntoView {
    element::div().class("status undo").attr("role", "status").child(move || {
        shell.shelf.deleted.get().map(|title| {
            let title = if title.is_empty() { t!("articles.nameless") } else { title.into() };
            let back = parts::button(t!("articles.put-back"), move || turn.put_back(shell));
            element::p().class("notice").child((t!("articles.deleted", title = title), back))
        })
    })
}

fn focus(selector: &str) {
    let found = document().query_selector(selector).ok().flatten();
    if let Some(found) = found.and_then(|found| found.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = found.focus();
    }
}
