//! The panel of a word: its readings, why it is read so, and which is to be used.

use leptos::ev;
use leptos::prelude::*;
use rust_i18n::t;
use thakim_document::{Candidate, Explanation, Origin};
use thakim_phonology::Label;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};

use super::looking::Why;
use super::passage;
use super::reader::Reader;
use super::speech;
use crate::article::Word;
use crate::article::candidates::{Row, rows};
use crate::parts;
use crate::text::{self, Words};
use crate::worker_client::EngineState;

/// How many reasons are shown for the reading that is used, and for each of the others.
const REASONS: (usize, usize) = (3, 2);
/// How far the panel stands from the word and from the window's edges, in CSS pixels.
const GAP: f64 = 8.0;

/// The panel, while a word is looked at.
pub(super) fn panel(reader: Reader) -> impl IntoView {
    let element = NodeRef::<leptos::html::Div>::new();
    // Which word it is about: the panel is made anew for another one, and takes the focus.
    let place = Memo::new(move |_| {
        reader.looking.word.with(|word| word.as_ref().map(|word| word.at.letter))
    });
    Effect::new(move |before: Option<Option<u32>>| {
        let place = place.get();
        if element.get().is_some() && place.is_some() && before.flatten() != place {
            request_animation_frame(move || focus_chosen(element));
        }
        place
    });
    Effect::new(move |_| {
        reader.looking.word.track();
        reader.looking.why.track();
        if element.get().is_some() {
            request_animation_frame(move || {
                stand_beside(reader, element);
                // The candidates have been made anew; the one that had the focus is gone.
                if has_no_focus() {
                    focus_chosen(element);
                }
            });
        }
    });
    move || {
        place.get()?;
        Some(
            leptos::html::div()
                .class("why")
                .node_ref(element)
                .attr("role", "dialog")
                .attr("aria-labelledby", "why-word")
                .on(ev::keydown, move |event| key(reader, element, &event))
                .child((
                    move || reader.looking.word.get().map(|word| head(reader, &word)),
                    move || reader.looking.word.get().map(|word| choices(reader, &word)),
                    move || rivals(&reader.looking.why.get()),
                    move || {
                        place.get()?;
                        let word = reader.looking.word.get_untracked()?;
                        let target = reader.lines_at(word.line_start.byte)?;
                        let legend = t!("passage.this-paragraph");
                        Some(leptos::html::div().class("paragraph").child(passage::preferences(
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

fn head(reader: Reader, word: &Word) -> impl IntoView + use<> {
    let taken = word.clone();
    let take_back = (word.token.origin == Origin::Corrected)
        .then(|| parts::button(t!("word.take-back"), move || reader.take_back(&taken)));
    let close = leptos::html::button()
        .attr("type", "button")
        .class("close")
        .attr("aria-label", t!("shell.close"))
        .attr("title", t!("shell.close"))
        .on(ev::click, move |_| reader.close_panel());
    (
        leptos::html::header().child((
            leptos::html::h2()
                .id("why-word")
                .attr("lang", "nan-Hant-TW")
                .child(word.token.surface.clone()),
            speech::speak_word(reader, word),
            close,
        )),
        text::standing(&word.token)
            .map(|words| leptos::html::p().class("standing").child((words, take_back))),
    )
}

fn choices(reader: Reader, word: &Word) -> impl IntoView + use<> {
    let why = reader.looking.why.get();
    let explanation = match &why {
        Why::Known(explanation) => Some(explanation),
        Why::Asking | Why::Missing => None,
    };
    let rows = rows(&word.token, explanation);
    let says = match why {
        Why::Asking => Some(t!("word.asking")),
        Why::Missing if !rows.is_empty() => Some(t!("word.no-reason")),
        Why::Known(_) | Why::Missing => None,
    };
    // A reading of the reader's own has no reasons and competes with nothing.
    let is_only = rows.iter().filter(|row| !row.reasons.is_empty()).count() == 1;
    let list = rows.into_iter().enumerate();
    let list = list.map(|(index, row)| choice(reader, word, index, row, is_only));
    (
        leptos::html::ol()
            .class("candidates")
            .attr("aria-label", t!("word.candidates"))
            .child(list.collect_view()),
        leptos::html::p().class("asking").attr("role", "status").child(says),
    )
}

fn choice(
    reader: Reader,
    word: &Word,
    index: usize,
    row: Row,
    is_only: bool,
) -> impl IntoView + use<> {
    let style = reader.shell.settings.get().style();
    let Row { candidate, chosen, reasons } = row;
    let (word, reading) = (word.clone(), candidate.reading.clone());
    let surface = word.token.surface.clone();
    let digit = (index < 9).then(|| {
        let digit = (index + 1).to_string();
        leptos::html::span().class("digit").attr("aria-hidden", "true").child(digit)
    });
    let reasons = reasons
        .iter()
        .filter_map(|reason| text::reason(reason, &surface, is_only))
        .take(if chosen { REASONS.0 } else { REASONS.1 })
        .map(|reason| leptos::html::li().child(reason))
        .collect_view();
    leptos::html::li().child((
        leptos::html::button()
            .attr("type", "button")
            .attr("aria-pressed", if chosen { "true" } else { "false" })
            .on(ev::click, move |_| reader.correct(&word, reading.clone()))
            .child((
                digit,
                leptos::html::span()
                    .class("said")
                    .attr("lang", style.notation.language_tag())
                    .child(style.reading(&candidate.reading)),
                candidate.label.map(label),
                candidate
                    .derived
                    .then(|| leptos::html::span().class("label").child(t!("word.derived-label"))),
                leptos::html::span().class("share").child(share(&candidate).filter(|_| !is_only)),
            )),
        leptos::html::ul().class("reasons").child((
            reasons,
            sources(reader, &candidate)
                .map(|sources| leptos::html::li().class("sources").child(sources)),
        )),
    ))
}

fn label(label: Label) -> impl IntoView {
    leptos::html::abbr()
        .class("label")
        .attr("title", text::label(label))
        .child(label.han().to_string())
}

/// How much speaks for it; a reading of the person's own has no share.
fn share(candidate: &Candidate) -> Option<Words> {
    let is_own = candidate.sources.0 == 0 && !candidate.derived && candidate.share == 0;
    (!is_own).then(|| text::share(candidate.share))
}

/// The names of the dictionaries that give a reading.
fn sources(reader: Reader, candidate: &Candidate) -> Option<String> {
    let names = match reader.shell.engine.get() {
        EngineState::Ready { sources, .. } => sources,
        _ => return None,
    };
    let given = names.into_iter().enumerate();
    let given =
        given.filter(|(bit, _)| candidate.sources.0.checked_shr(*bit as u32).unwrap_or(0) & 1 == 1);
    let own = candidate.sources.has_own().then(|| t!("dictionary.source").into_owned());
    let given = given.map(|(_, title)| text::source(&title));
    let given: Vec<String> = own.into_iter().chain(given).collect();
    (!given.is_empty()).then(|| given.join(&t!("shell.and")))
}

/// Where the text could have been cut otherwise.
fn rivals(why: &Why) -> Option<impl IntoView + use<>> {
    let Why::Known(Explanation { rivals, .. }) = why else { return None };
    text::rivals(rivals).map(|said| leptos::html::p().class("rivals").child(said))
}

/// The panel's own keys: digits choose, arrows go through the candidates.
fn key(reader: Reader, panel: NodeRef<leptos::html::Div>, event: &KeyboardEvent) {
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        return;
    }
    let Some(panel) = panel.get_untracked() else { return };
    let buttons = panel.query_selector_all(".candidates button").ok();
    let button = |index: u32| buttons.as_ref()?.get(index)?.dyn_into::<HtmlElement>().ok();
    let count = buttons.as_ref().map_or(0, |buttons| buttons.length());
    let in_list = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
    let here = (0..count).find(|index| button(*index) == in_list);
    let focused = match (event.key().as_str(), here) {
        ("Escape", _) => {
            event.stop_propagation();
            reader.close_panel();
            return;
        }
        ("ArrowDown", Some(index)) => button((index + 1) % count),
        ("ArrowUp", Some(index)) => button((index + count - 1) % count),
        (digit, _) => match digit.parse::<u32>() {
            Ok(digit @ 1..=9) => {
                let Some(chosen) = button(digit - 1) else { return };
                chosen.click();
                Some(chosen)
            }
            _ => return,
        },
    };
    event.prevent_default();
    if let Some(button) = focused {
        let _ = button.focus();
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
    let first = find("[aria-pressed=true]").or_else(|| find(".candidates button"));
    if let Some(first) = first.or_else(|| find("button")).and_then(|one| one.dyn_into().ok()) {
        let first: HtmlElement = first;
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = first.focus_with_options(&options);
    }
}

/// Puts the panel under its word, or over it where there is more room. On a phone the style sheet
/// makes a sheet of it, and it is the word that gives way.
fn stand_beside(reader: Reader, panel: NodeRef<leptos::html::Div>) {
    let Some(panel) = panel.try_get_untracked().flatten() else { return };
    let Some(word) = reader.sheet().and_then(|sheet| sheet.current_element()) else { return };
    let Some(parent) = panel.parent_element() else { return };
    let word = word.get_bounding_client_rect();
    let size = |value: Result<wasm_bindgen::JsValue, _>| {
        value.ok().and_then(|value| value.as_f64()).unwrap_or(0.0)
    };
    let height = size(window().inner_height());
    if parts::is_narrow() {
        // The sheet must not lie on its word. It may still be rising: what counts is where it will be.
        let top = height - f64::from(panel.offset_height());
        let hidden = word.bottom() + GAP - top;
        if hidden > 0.0 {
            window().scroll_by_with_x_and_y(0.0, hidden);
        }
        return;
    }
    let parent = parent.get_bounding_client_rect();
    // Without the scroll bar.
    let width = document().document_element().map_or(0, |root| root.client_width());
    let width = f64::from(width);
    // The bars at the top and the foot.
    let bar = 3.0 * 16.0;
    let (above, below) = (word.top() - bar, height - bar - word.bottom());
    let is_below = below >= above || below >= f64::from(panel.scroll_height()) + 2.0 * GAP;
    let panel_width = f64::from(panel.offset_width());
    let left = word.left().min(width - panel_width - 2.0 * GAP).max(GAP);
    let style = web_sys::HtmlElement::style(&panel);
    let set = |name: &str, pixels: f64| {
        let _ = style.set_property(name, &format!("{pixels:.0}px"));
    };
    set("--left", left - parent.left());
    set("--room", (if is_below { below } else { above } - 2.0 * GAP).max(160.0));
    if is_below {
        set("--top", word.bottom() + GAP - parent.top());
        let _ = style.set_property("--bottom", "auto");
    } else {
        let _ = style.set_property("--top", "auto");
        set("--bottom", parent.bottom() - word.top() + GAP);
    }
}
