//! The frame around the pages.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{Route, Shell, navigation};
use crate::boot;
use crate::effect::effect;
use crate::element::{self, IntoView, View};
use crate::saved::arrival::{self, Arrival};
use crate::text::t;
use crate::{pages, parts};

/// The whole page.
pub fn root() -> impl IntoView {
    let shell = Shell::new();
    provide_context(shell);
    navigation::follow(shell);
    let arrival = arrival::watch(shell);
    effect(move |_| {
        shell.language.track();
        document().set_title(&title(shell));
    });
    // The page itself is a task of its own: a phone takes its time for it, and hears who types before.
    let begun = RwSignal::new(false);
    spawn_local(async move {
        boot::turn().await;
        begun.set(true);
    });
    let is_open = move || begun.get() && arrival.get() != Arrival::Opening;
    // Another language makes everything anew.
    move || {
        shell.language.track();
        (
            element::a().class("skip").attr("href", "#main").child(t!("shell.skip")),
            parts::hairline(shell),
            move || is_open().then_some(move || page(shell.route.get())),
            parts::update_line(shell),
            arrival::line(arrival),
        )
    }
}

fn page(route: Route) -> View {
    match route {
        Route::Input => pages::input(),
        Route::Pronunciation => pages::pronunciation(),
        Route::Dictionary => pages::dictionary(),
        Route::Articles => pages::articles(),
        Route::Help => pages::help(),
        Route::About => pages::about(),
        Route::NotFound => pages::not_found(),
    }
}

fn title(shell: Shell) -> String {
    let page = match shell.route.get() {
        Route::Input => t!("input.title"),
        Route::Dictionary => t!("dictionary.title"),
        Route::Pronunciation => match shell.shelf.title(shell) {
            title if title.is_empty() => t!("article.title"),
            title => title.into(),
        },
        Route::Articles => t!("articles.title"),
        Route::Help => t!("shell.help"),
        Route::About => t!("shell.about"),
        Route::NotFound => t!("shell.not-found"),
    };
    format!("{page} · {} {}", t!("shell.name"), t!("shell.romanised"))
}
