//! What it is made of.

use leptos::prelude::*;

use super::{lines, masthead};
use crate::parts;
use crate::shell::Shell;
use crate::text;
use crate::worker_client::EngineState;

/// The page at `/about/`.
pub fn about() -> AnyView {
    leptos::html::div()
        .class("sheet prose")
        .child((
            masthead(),
            leptos::html::main().id("main").child((
                leptos::html::h1().child(text::ABOUT),
                lines(text::ABOUT_PAGE),
                leptos::html::h2().child(text::THIS_COPY),
                this_copy(),
            )),
            parts::footer(),
        ))
        .into_any()
}

fn this_copy() -> impl IntoView {
    let shell = Shell::get();
    let release = shell.release();
    let hash = release.dictionary.map_or_else(|| text::UNKNOWN.to_owned(), |file| file.sha256);
    let dictionary = move || match shell.engine.get() {
        EngineState::Ready { words, readings, .. } => text::dictionary(words, readings),
        state => text::engine(&state).unwrap_or_default(),
    };
    leptos::html::dl().child((
        leptos::html::dt().child(text::VERSION),
        leptos::html::dd().child(text::or_unknown(release.version)),
        leptos::html::dt().child(text::BUILD),
        leptos::html::dd().child(leptos::html::code().child(text::or_unknown(release.build))),
        leptos::html::dt().child(text::DICTIONARY),
        leptos::html::dd().child((dictionary, " ", leptos::html::code().child(hash))),
        leptos::html::dt().child(text::OFFLINE),
        leptos::html::dd().child(move || text::offline_long(&shell.offline.get())),
    ))
}
