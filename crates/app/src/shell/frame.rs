//! The frame around the pages.

use leptos::prelude::*;

use super::{Route, Shell, navigation};
use crate::{pages, parts, text};

/// The whole page.
pub fn root() -> impl IntoView {
    let shell = Shell::new();
    provide_context(shell);
    navigation::follow(shell);
    Effect::new(move |_| {
        shell.language.track();
        document().set_title(&title(shell.route.get()));
    });
    // Another language makes everything anew.
    move || {
        shell.language.track();
        (
            leptos::html::a().class("skip").attr("href", "#main").child(text::SKIP),
            parts::hairline(shell),
            move || page(shell.route.get()),
            parts::update_line(shell),
        )
    }
}

fn page(route: Route) -> AnyView {
    match route {
        Route::Input => pages::input(),
        Route::Pronunciation => pages::pronunciation(),
        Route::Help => pages::help(),
        Route::About => pages::about(),
        Route::NotFound => pages::not_found(),
    }
}

fn title(route: Route) -> String {
    let page = match route {
        Route::Input => text::INPUT_TITLE,
        Route::Pronunciation => text::ARTICLE_TITLE,
        Route::Help => text::HELP,
        Route::About => text::ABOUT,
        Route::NotFound => text::NOT_FOUND,
    };
    format!("{page} · {} {}", text::NAME, text::NAME_ROMANISED)
}
