//! What the article is called, in the bar above it; pressed, it can be changed there.

use crate::effect::{effect, memo};
use crate::element::{self, IntoView, NodeRef, View};
use crate::signal::{RwSignal, StoredValue};
use crate::text::t;
use leptos::ev;
use leptos::prelude::*;

use super::naming::field;
use crate::shell::Shell;

/// The title of this tab's article.
pub(in crate::pages) fn title(shell: Shell) -> View {
    let editing = RwSignal::new(false);
    let button = NodeRef::<leptos::html::Button>::new();
    let title = memo(move || shell.shelf.title(shell));
    // The button comes back when the field goes, and takes the focus again if it had it.
    let returns = StoredValue::new(false);
    effect(move |_| {
        if let Some(button) = button.get()
            && returns.get_value()
        {
            returns.set_value(false);
            let _ = button.focus();
        }
    });
    let view = move || match editing.get() {
        true => {
            let id = shell.desk().summary().id;
            field(shell, id, title.get_untracked(), editing, move |_| returns.set_value(true))
                .into_view()
        }
        false => element::button()
            .attr("type", "button")
            .node_ref(button)
            .class("quiet")
            .attr("lang", "nan-Hant-TW")
            .attr("title", t!("articles.rename"))
            .attr("aria-label", move || t!("articles.rename-one", title = title.get()))
            .on(ev::click, move |_| editing.set(true))
            .child(move || title.get())
            .into_view(),
    };
    element::div().class("article-title").child(view).into_view()
}
