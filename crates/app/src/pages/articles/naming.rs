//! The field in which an article gets another name.

use leptos::ev;
use leptos::task::spawn_local;
use web_sys::KeyboardEvent;

use crate::effect::effect;
use crate::element::{self, IntoView, NodeRef};
use crate::shell::Shell;
use crate::signal::RwSignal;
use crate::store::ArticleId;
use crate::text::t;

/// The field, there as long as `open` is: Enter and leaving it keep the name, Escape does not. Before a key ends
/// it, `by_key` hears of that, to see where the focus goes.
pub(super) fn field(
    shell: Shell,
    id: ArticleId,
    before: String,
    open: RwSignal<bool>,
    by_key: impl Fn(&KeyboardEvent) + 'static,
) -> impl IntoView {
    let input = NodeRef::<leptos::html::Input>::new();
    let written = before.clone();
    effect(move |_| {
        if let Some(input) = input.get() {
            // The name is put in here: set later, it would not be selected.
            input.set_value(&written);
            let _ = input.focus();
            input.select();
        }
    });
    let done = move || {
        let Some(input) = input.get_untracked().filter(|_| open.get_untracked()) else { return };
        let name = input.value();
        open.set(false);
        if name.trim() != before {
            let id = id.clone();
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
            let is_enter = match event.key().as_str() {
                _ if event.is_composing() => return,
                "Enter" => true,
                "Escape" => false,
                _ => return,
            };
            by_key(&event);
            if is_enter {
                entered();
            } else {
                open.set(false);
            }
            event.prevent_default();
        })
        .on(ev::blur, move |_| done())
}
