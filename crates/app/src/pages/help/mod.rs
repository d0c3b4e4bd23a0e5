//! How to use it: each thing in a few words, and shown with the page's own elements, so that what is drawn
//! is what there is.

mod copies;
mod correcting;
mod example;
mod finding;
mod keys;
mod layouts;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::masthead;
use crate::article::flag::Flag;
use crate::effect::effect;
use crate::element::{self, IntoView, NodeRef, View, Views};
use crate::parts;
use crate::shell::Route;
use crate::text::t;
use crate::text::{self, Words};
use example::{example, line};

/// One thing that is explained. Its name in the address stands behind `#`.
struct Section {
    id: &'static str,
    title: Words,
    body: View,
}

/// The page at `/help/`.
pub fn help() -> View {
    let page = NodeRef::<leptos::html::Main>::new();
    effect(move |_| {
        if page.get().is_some() {
            request_animation_frame(go_to_fragment);
        }
    });
    let sections = sections();
    let contents = sections.iter().map(|section| {
        let link = element::a().attr("href", format!("#{}", section.id));
        element::li().child(link.child(section.title.clone()))
    });
    let contents = element::nav()
        .class("contents")
        .attr("aria-label", t!("help.contents"))
        .child(element::ul().child(contents.views()));
    let sections = sections.into_iter().map(|section| {
        element::section()
            .id(section.id)
            .child((element::h2().attr("tabindex", "-1").child(section.title), section.body))
    });
    element::div()
        .class("sheet prose help")
        .child((
            masthead(),
            element::main().id("main").node_ref(page).child((
                element::h1().child(t!("shell.help")),
                element::p().child(t!("help.what")),
                contents,
                sections.views(),
            )),
            parts::footer(),
        ))
        .into_view()
}

fn sections() -> Vec<Section> {
    let section = |id, title, body: View| -> Section { Section { id, title, body } };
    vec![
        section("begin", t!("help.begin"), begin()),
        section("marks", t!("help.marks"), marks()),
        section("correct", t!("help.correct"), correcting::correct()),
        section("scopes", t!("help.scopes"), correcting::scopes()),
        section("undo", t!("help.undo"), correcting::undo()),
        section(
            "own",
            t!("help.own"),
            (
                paragraphs([t!("help.own-where"), t!("help.own-files")]),
                way_to(Route::Dictionary, t!("dictionary.title")),
            )
                .into_view(),
        ),
        section(
            "articles",
            t!("help.articles"),
            (
                paragraphs([t!("help.articles-kept"), t!("help.articles-backup")]),
                way_to(Route::Articles, t!("articles.title")),
            )
                .into_view(),
        ),
        section("layouts", t!("help.layouts"), layouts::layouts()),
        section("two", t!("help.two"), layouts::two()),
        section("find", t!("help.find"), finding::find()),
        section("count", t!("help.count"), paragraphs([t!("help.count-how"), t!("help.speech")])),
        section("out", t!("help.out"), copies::out()),
        section("offline", t!("help.offline"), paragraphs([t!("help.offline-how")])),
        section("keys", t!("keys.title"), keys::keys()),
        section("language", t!("help.language"), paragraphs([t!("help.language-how")])),
    ]
}

fn paragraphs<const N: usize>(paragraphs: [Words; N]) -> View {
    let paragraph = |words| element::p().child(words);
    paragraphs.map(paragraph).views()
}

/// A link to the page that was spoken of.
fn way_to(route: Route, name: Words) -> impl IntoView {
    element::p().child(element::a().class("go").attr("href", route.path()).child(name))
}

/// What one does, one thing after the other.
fn steps<const N: usize>(steps: [Words; N]) -> View {
    let step = |words| element::li().child(words);
    element::ol().child(steps.map(step).views()).into_view()
}

fn begin() -> View {
    let annotate = t!("input.annotate");
    steps([
        t!("help.begin-paste"),
        t!("help.begin-press", button = annotate),
        t!("help.begin-stays"),
    ])
}

/// What the marks mean: each as it looks in the article.
fn marks() -> View {
    let item = |flag: Flag, term: Words, meaning: Words| {
        let word = match flag {
            Flag::Uncertain => example::UNCERTAIN,
            Flag::Derived => example::DERIVED,
            Flag::Unknown => example::UNKNOWN,
            Flag::Corrected => example::CORRECTED,
        };
        let sample = example(move || line(word), example::plain);
        element::div().class("mark").child((
            element::dt().child((
                sample,
                element::span().child((text::flag(flag), element::small().child(term))),
            )),
            element::dd().child(meaning),
        ))
    };
    let rows = (
        item(Flag::Uncertain, t!("help.uncertain"), t!("help.uncertain-means")),
        item(Flag::Derived, t!("help.derived"), t!("help.derived-means")),
        item(Flag::Unknown, t!("help.unknown"), t!("help.unknown-means")),
        item(Flag::Corrected, t!("help.corrected"), t!("help.corrected-means")),
    );
    (element::dl().child(rows), element::p().child(t!("help.walk", list = t!("check.title"))))
        .into_view()
}

/// Shows the section that the address names, where the browser could not: it was not there yet when the
/// page was loaded, or came from another of our pages.
fn go_to_fragment() {
    let window = window();
    let Ok(hash) = window.location().hash() else { return };
    // Another language has made the page anew under somebody who reads.
    let is_at_top = window.scroll_y().is_ok_and(|at| at < 1.0);
    let Some(section) = hash.strip_prefix('#').filter(|id| is_at_top && !id.is_empty()) else {
        return;
    };
    let Some(section) = document().get_element_by_id(section) else { return };
    section.scroll_into_view();
    let heading = section.query_selector("h2").ok().flatten();
    if let Some(heading) = heading.and_then(|heading| heading.dyn_into::<HtmlElement>().ok()) {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = heading.focus_with_options(&options);
    }
}
