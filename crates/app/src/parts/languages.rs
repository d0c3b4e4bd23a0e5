//! The choice of the page's language.

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::element::{self, IntoView, Views};
use crate::language::Language;
use crate::shell::Shell;
use crate::text::t;

/// A button for each language, by its own name.
pub fn languages() -> impl IntoView {
    let shell = Shell::get();
    let button = move |language: Language| {
        element::button()
            .attr("type", "button")
            .class("quiet")
            .attr("lang", language.tag())
            .attr("data-language", language.tag())
            .attr(
                "aria-pressed",
                if shell.language.get_untracked() == language { "true" } else { "false" },
            )
            .on(ev::click, move |_| {
                shell.set_language(language);
                request_animation_frame(move || focus(language));
            })
            .child(language.name())
    };
    element::div()
        .class("languages")
        .attr("role", "group")
        .attr("aria-label", t!("languages.title"))
        .child(Language::ALL.map(button).views())
}

/// The page was made anew: the focus goes to where the person was, or, where that is closed now, to what
/// opens it.
fn focus(language: Language) {
    let tag = language.tag();
    let find = |selector: &str| document().query_selector(selector).ok().flatten();
    let element = find(&format!("details:not([open]) [data-language={tag}]"))
        .and_then(|hidden| hidden.closest("details").ok().flatten())
        .and_then(|details| details.query_selector("summary").ok().flatten())
        .or_else(|| find(&format!("[data-language={tag}]")))
        .or_else(|| find("details.choices > summary"));
    if let Some(element) =
        element.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok())
    {
        let _ = element.focus();
    }
}
