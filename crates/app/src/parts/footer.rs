//! The quiet line at the end of a page.

use crate::boot::Offline;
use crate::element::{self, IntoView};
use crate::shell::{Route, Shell};
use crate::text::t;
use crate::text::{self, Words};

/// Links, and whether the page works offline.
pub fn footer() -> impl IntoView {
    let shell = Shell::get();
    element::footer().class("foot").child((
        element::nav().child((
            link(shell, Route::Input, t!("shell.home")),
            link(shell, Route::Dictionary, t!("dictionary.title")),
            link(shell, Route::Articles, t!("articles.title")),
            link(shell, Route::Help, t!("shell.help")),
            link(shell, Route::About, t!("shell.about")),
        )),
        super::languages(),
        element::p()
            .attr("role", "status")
            .class("offline")
            .attr("data-offline", move || offline_id(&shell.offline.get()))
            .child(move || text::offline_short(&shell.offline.get())),
    ))
}

fn link(shell: Shell, route: Route, name: Words) -> impl IntoView {
    element::a()
        .attr("href", route.path())
        .attr("aria-current", move || (shell.route.get() == route).then_some("page"))
        .child(name)
}

fn offline_id(offline: &Offline) -> &'static str {
    match offline {
        Offline::Unsupported { .. } => "unsupported",
        Offline::Installing { .. } => "installing",
        Offline::Ready => "ready",
        Offline::Failed { .. } => "failed",
        Offline::Removed => "removed",
    }
}
