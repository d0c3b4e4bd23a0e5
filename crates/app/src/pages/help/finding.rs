//! Finding, to be tried.

use leptos::ev;
use leptos::prelude::*;
use thakim_phonology::Notation;
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::example::{SENTENCE, example_in, line, plain};
use super::{paragraphs, steps};
use crate::article::find::{Match, Query, Seeker};
use crate::effect::effect;
use crate::element::{self, IntoView, NodeRef, View};
use crate::shell::Shell;
use crate::signal::RwSignal;
use crate::text::t;

pub(super) fn find() -> View {
    let shell = Shell::get();
    let article = NodeRef::<leptos::html::Article>::new();
    let count = RwSignal::new(None::<usize>);
    // What was typed is looked for again in another notation.
    let typed = RwSignal::new(String::new());
    effect(move |_| {
        let settings = shell.settings.get();
        let notations =
            [(settings.notation, settings.options()), (Notation::Tl, Default::default())];
        let query = typed.with(|typed| Query::new(typed, &notations));
        let found = query.map(|query| {
            let mut found = Vec::new();
            let mut seeker = Seeker::new(query, settings.style());
            seeker.push(&[line(SENTENCE)], 0, &mut found);
            seeker.finish(&mut found);
            found
        });
        count.set(found.as_ref().map(Vec::len));
        if let Some(article) = article.get() {
            mark(&article, &found.unwrap_or_default());
        }
    });
    let field = element::input()
        .attr("type", "text")
        .attr("lang", "nan-Hant-TW")
        .attr("aria-label", t!("finding.what"))
        .attr("placeholder", t!("finding.what"))
        .attr("autocapitalize", "off")
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .on(ev::input, move |event| typed.set(event_target_value(&event)));
    let said = move || match count.get()? {
        0 => Some(t!("finding.none")),
        count => Some(count.to_string().into()),
    };
    let none = move || (count.get() == Some(0)).then_some("");
    (
        steps([
            t!("help.find-open", find = t!("finding.find")),
            t!("help.find-what"),
            t!("help.find-walk"),
        ]),
        element::div().class("try").child((
            example_in(article, || line(SENTENCE), plain),
            element::div().class("find").child((
                field,
                element::output().attr("role", "status").attr("data-none", none).child(said),
            )),
        )),
        paragraphs([t!("help.find-long")]),
    )
        .into_view()
}

/// Marks what was found on the characters of the line.
fn mark(article: &Element, found: &[Match]) {
    let Ok(rubies) = article.query_selector_all("ruby") else { return };
    let mut ruby = 0;
    let mut at = 0_u32;
    for token in line(SENTENCE).tokens {
        let units = token.units().count();
        for unit in token.units() {
            let element = rubies.get(ruby).and_then(|node| node.dyn_into::<Element>().ok());
            let here = found.iter().find(|one| one.from <= at && at < one.to);
            if let Some(element) = element {
                let end = at + unit.chars().count() as u32;
                let list = element.class_list();
                let _ = list.toggle_with_force("found-now", here.is_some());
                let _ =
                    list.toggle_with_force("found-first", here.is_some_and(|one| one.from == at));
                let _ = list.toggle_with_force("found-last", here.is_some_and(|one| one.to == end));
            }
            ruby += 1;
            at += unit.chars().count() as u32;
        }
        if units == 0 {
            at += token.surface.chars().count() as u32;
        }
    }
}
