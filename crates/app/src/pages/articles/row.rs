//! One article in a list.

use crate::element::{self, IntoView};
use crate::signal::RwSignal;
use crate::text::t;
use leptos::ev;
use leptos::task::spawn_local;
use web_sys::KeyboardEvent;

use super::list::Turn;
use super::naming::field;
use super::when::{datetime, when};
use crate::shell::Shell;
use crate::store::Summary;
use crate::text;

/// A line with its title, which opens it, and what else can be done with it.
pub(super) fn row(article: Summary, turn: Turn) -> impl IntoView {
    let shell = Shell::get();
    let renaming = RwSignal::new(false);
    let name = name_of(&article);
    let (id, is_draft) = (article.id.clone(), !article.submitted);
    let is_here = shell.desk().summary().id == article.id;
    let title = {
        let (id, name) = (id.clone(), name.clone());
        move || match renaming.get() {
            true => field(shell, id.clone(), name.clone(), renaming, |event| {
                if let Some(row) = closest_row(event) {
                    focus_in(&row, ".open");
                }
            })
            .into_view(),
            false => {
                let id = id.clone();
                element::button()
                    .attr("type", "button")
                    .class("open")
                    .attr("lang", "nan-Hant-TW")
                    .attr("aria-current", is_here.then_some("true"))
                    .on(ev::click, move |_| turn.open(shell, &id, is_draft))
                    .child(name.clone())
                    .into_view()
            }
        }
    };
    let unsubmitted = (article.submitted && article.draft).then(|| t!("articles.unsubmitted"));
    let about = element::span().class("about").child((
        element::time()
            .attr("datetime", datetime(article.saved))
            .child(when(article.saved, shell.language.get_untracked())),
        " · ",
        text::count_han(article.letters),
        unsubmitted.map(|words| format!(" · {words}")),
    ));
    let rename = element::button()
        .attr("type", "button")
        .class("quiet rename")
        .attr("aria-label", t!("articles.rename-one", title = name))
        .on(ev::click, move |_| renaming.set(true))
        .child(t!("articles.rename"));
    let delete = element::button()
        .attr("type", "button")
        .class("quiet delete")
        .attr("aria-label", t!("articles.delete-one", title = name))
        .on(ev::click, move |_| turn.delete(shell, id.clone()))
        .child(t!("articles.delete"));
    element::li().attr("data-article", article.id.0).child((
        element::div().class("named").child((title, about)),
        rename,
        delete,
    ))
}

/// What stands in the list for an article without a name and without a text too.
pub(super) fn name_of(article: &Summary) -> String {
    match article.title() {
        "" => t!("articles.nameless").into_owned(),
        title => title.to_owned(),
    }
}

fn closest_row(event: &KeyboardEvent) -> Option<web_sys::Element> {
    use wasm_bindgen::JsCast;
    event.target()?.dyn_into::<web_sys::Element>().ok()?.closest("[data-article]").ok()?
}

/// Focuses what is in a row, once it has been made anew.
fn focus_in(row: &web_sys::Element, selector: &'static str) {
    use wasm_bindgen::JsCast;
    let row = row.clone();
    spawn_local(async move {
        crate::time::idle().await;
        let found = row.query_selector(selector).ok().flatten();
        if let Some(found) = found.and_then(|found| found.dyn_into::<web_sys::HtmlElement>().ok()) {
            let _ = found.focus();
        }
    });
}
