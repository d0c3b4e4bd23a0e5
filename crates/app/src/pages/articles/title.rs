//! What the article is called, in the bar above it; pressed, it can be changed there.

use crate::effect::{effect, memo};
use crate::element::{self, IntoView, NodeRef, View};
use crate::signal::{RwSignal, StoredValue};
use crate::text::t;
use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::KeyboardEvent;

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
        true => field(shell, title.get_untracked(), editing, returns).into_view(),
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

fn field(
    shell: Shell,
    before: String,
    editing: RwSignal<bool>,
    returns: StoredValue<bool>,
) -> impl IntoView {
    let written = before.clone();
    let input = NodeRef::<leptos::html::Input>::new();
    effect(move |_| {
        if let Some(input) = input.get() {
            // The name is put in here: set later, it would not be selected.
            input.set_value(&written);
            let _ = input.focus();
            input.select();
        }
    });
    let old = before;
    let done = move || {
        let Some(input) = input.get_untracked().filter(|_| editing.get_untracked()) else { return };
        let name = input.value();
        editing.set(false);
        if name.trim() != old {
            let id = shell.desk().summary().id;
            spawn_local(async move {
                shell.written(shell.shelf.rename(shell, id, name).await);
            });
        }
    };
    let entered = done.clone();
    element::input()
        .node_ref(input)
        .attr("type", "text")
        .attr("maxlength", "200")
        .attr("lang", "nan-Hant-TW")
        .attr("aria-label", t!("articles.name"))
        .on(ev::keydown, move |event: KeyboardEvent| {
            // The keys of the article are not meant; and Enter also ends the choice of a character.
            event.stop_propagation();
            if event.is_composing() {
                return;
            }
            match event.key().as_str() {
                "Enter" => {
                    returns.set_value(true);
                    entered();
                }
                "Escape" => {
                    returns.set_value(true);
                    editing.set(false);
                }
                _ => return,
            }
            event.prevent_default();
        })
        .on(ev::blur, move |_| done())
}
