//! The panel of a word: its readings, why it is read so, and which is to be used; what else can be done
//! with it.

mod choices;
mod cutting;
mod entry;
mod head;
mod place;

use leptos::ev;
use leptos::prelude::*;
use thakim_document::Explanation;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};

use super::choosing::Side;
use super::keys::begins_reading;
use super::looking::{Opens, Why};
use super::passage;
use super::reader::Reader;
use crate::article::walk::Direction;
use crate::effect::{effect, memo};
use crate::element::{self, IntoView, NodeRef};
use crate::parts;
use crate::text;
use crate::text::t;

/// The panel, while a word is looked at.
pub(super) fn panel(reader: Reader) -> impl IntoView {
    let element = NodeRef::<leptos::html::Div>::new();
    // Which word it is about: the panel is made anew for another one, and takes the focus.
    let place =
        memo(move || reader.looking.word.with(|word| word.as_ref().map(|word| word.at.letter)));
    effect(move |before: Option<Option<u32>>| {
        let place = place.get();
        if element.get().is_some() && place.is_some() && before.flatten() != place {
            match reader.looking.opens.get_untracked() {
                // At once: the next letter may be on its way.
                Opens::Typing => entry::focus(element),
                Opens::Choosing => request_animation_frame(move || focus_chosen(element)),
            }
        }
        place
    });
    effect(move |_| {
        reader.looking.word.track();
        reader.looking.why.track();
        reader.looking.unit.track();
        if element.get().is_some() {
            request_animation_frame(move || {
                // It may have been closed meanwhile.
                if !matches!(reader.looking.word.try_with_untracked(Option::is_some), Some(true)) {
                    return;
                }
                if let Some(sheet) = reader.sheet() {
                    sheet.show_unit(reader.looking.unit.get_untracked());
                }
                place::stand_beside(reader, element);
                // The candidates have been made anew; the one that had the focus is gone.
                if has_no_focus() {
                    focus_chosen(element);
                }
            });
        }
    });
    move || {
        place.get()?;
        let about = move || reader.looking.word.get();
        Some(
            element::div()
                .class("why")
                .node_ref(element)
                .attr("role", "dialog")
                .attr("aria-labelledby", "why-word")
                .on(ev::keydown, move |event| key(reader, element, &event))
                .child((
                    move || about().map(|word| head::head(reader, &word)),
                    head::scope(reader),
                    move || about().map(|word| choices::choices(reader, &word)),
                    entry::entry(reader),
                    move || about().map(|word| cutting::cutting(reader, &word)),
                    move || cutting::elsewhere(reader),
                    move || about().and_then(|word| parts::own_link(word.token.surface)),
                    move || rivals(&reader.looking.why.get()),
                    move || {
                        place.get()?;
                        let word = reader.looking.word.get_untracked()?;
                        let target = reader.lines_at(word.line_start.byte)?;
                        let legend = t!("passage.this-paragraph");
                        Some(element::div().class("paragraph").child(passage::preferences(
                            reader,
                            "paragraph",
                            target,
                            legend,
                        )))
                    },
                )),
        )
    }
}

/// Where the text could have been cut otherwise.
fn rivals(why: &Why) -> Option<impl IntoView + use<>> {
    let Why::Known(Explanation { rivals, .. }) = why else { return None };
    text::rivals(rivals).map(|said| element::p().class("rivals").child(said))
}

/// The panel's own keys: digits choose, letters type a reading, arrows go through the candidates and
/// through the characters of the word.
fn key(reader: Reader, panel: NodeRef<leptos::html::Div>, event: &KeyboardEvent) {
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        return;
    }
    let key = event.key();
    if key == "Escape" {
        event.stop_propagation();
        event.prevent_default();
        reader.close_panel();
        return;
    }
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let is = |selector| target.as_ref().is_some_and(|target| target.matches(selector) == Ok(true));
    // Where a reading is typed every key is its own, but those that lead out of there.
    if is(".entry input") {
        if matches!(key.as_str(), "ArrowDown" | "ArrowUp") {
            event.prevent_default();
            focus_chosen(panel);
        }
        return;
    }
    let is_radio = is("input");
    match key.as_str() {
        // What an input method composes, or a dead key begins, goes on in the field.
        "Process" | "Dead" | "Unidentified" => return entry::focus(panel),
        letter if begins_reading(letter) => {
            reader.looking.typed.update(|typed| typed.push_str(letter));
            entry::focus(panel);
        }
        "ArrowRight" | "]" if !is_radio => reader.narrow_on(Direction::Next),
        "ArrowLeft" | "[" if !is_radio => reader.narrow_on(Direction::Previous),
        "ArrowDown" if !is_radio => focus_beside(panel, target.as_ref(), 1),
        "ArrowUp" if !is_radio => focus_beside(panel, target.as_ref(), -1),
        "-" => cutting::join(reader, Side::Behind),
        "_" => cutting::join(reader, Side::Before),
        "/" => cutting::split(reader),
        digit => match digit.parse::<usize>() {
            Ok(digit @ 1..=9) => {
                let Some(chosen) = candidates(panel).into_iter().nth(digit - 1) else { return };
                chosen.click();
            }
            _ => return,
        },
    }
    event.prevent_default();
}

/// The buttons of the candidates.
fn candidates(panel: NodeRef<leptos::html::Div>) -> Vec<HtmlElement> {
    let Some(panel) = panel.get_untracked() else { return Vec::new() };
    let Ok(found) = panel.query_selector_all(".candidates button") else { return Vec::new() };
    (0..found.length()).filter_map(|index| found.get(index)?.dyn_into().ok()).collect()
}

/// Gives the focus to the candidate so many places further than the one that has it.
fn focus_beside(panel: NodeRef<leptos::html::Div>, from: Option<&Element>, by: isize) {
    let buttons = candidates(panel);
    let here = buttons.iter().position(|one| from.is_some_and(|from| one.is_same_node(Some(from))));
    match here {
        Some(here) => {
            let next = (here as isize + by).rem_euclid(buttons.len() as isize) as usize;
            let _ = buttons[next].focus();
        }
        None => focus_chosen(panel),
    }
}

/// Whether the focus has fallen on the page as a whole.
fn has_no_focus() -> bool {
    let document = document();
    match (document.active_element(), document.body()) {
        (Some(focused), Some(body)) => focused.is_same_node(Some(&body)),
        _ => true,
    }
}

fn focus_chosen(panel: NodeRef<leptos::html::Div>) {
    let Some(panel) = panel.try_get_untracked().flatten() else { return };
    let find = |selector| panel.query_selector(selector).ok().flatten();
    let first = find(".candidates [aria-pressed=true]").or_else(|| find(".candidates button"));
    let first = first.or_else(|| find(".entry input")).or_else(|| find("button"));
    if let Some(first) = first.and_then(|one| one.dyn_into().ok()) {
        focus_quietly(&first);
    }
}

/// Gives an element the focus without scrolling to it.
fn focus_quietly(element: &HtmlElement) {
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.focus_with_options(&options);
}
