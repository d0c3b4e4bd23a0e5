//! Typing a reading: checked with every letter, taken with Enter.

use leptos::ev;
use leptos::prelude::*;
use thakim_document::export::Style;
use thakim_phonology::{Notation, ToneStyle};
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use super::super::reader::Reader;
use crate::article::typing::{self, Fault, Typed};
use crate::effect::memo;
use crate::element::{self, IntoView, NodeRef, View};
use crate::signal::RwSignal;
use crate::text;
use crate::text::t;

/// What was typed, and what it is.
#[derive(Clone, PartialEq, Debug)]
struct Checked {
    typed: String,
    word: String,
    style: Style,
    result: Result<Typed, Fault>,
    /// Whether the person takes it for finished.
    is_pressed: bool,
}

/// The field for a reading of one's own.
pub(super) fn entry(reader: Reader) -> impl IntoView {
    let typed = reader.looking.typed;
    // Enter was pressed on this, which cannot be taken.
    let refused = RwSignal::new(None::<String>);
    let checked = memo(move || {
        let style = shown(reader);
        let word = reader.looking.word.with(|word| {
            let word = word.as_ref()?;
            let units = word.units();
            match reader.looking.unit.get() {
                Some(unit) => units.get(unit).cloned().map(|unit| (unit, 1)),
                None => Some((word.token.surface.clone(), units.len())),
            }
        });
        let (word, needed) = word.unwrap_or_default();
        let typed = typed.get();
        let result = typing::check(&typed, &style, needed);
        let is_pressed = refused.get().as_deref() == Some(typed.as_str());
        Checked { typed, word, style, result, is_pressed }
    });
    let take = move || match checked.get_untracked().result {
        Ok(read) => {
            typed.set(String::new());
            reader.choose_shown(read.reading);
        }
        Err(_) => refused.set(Some(typed.get_untracked())),
    };
    let is_faulty = memo(move || {
        checked.with(|checked| match &checked.result {
            Ok(_) => false,
            Err(fault) => checked.is_pressed || !fault.is_unfinished(&checked.typed),
        })
    });
    let example = move || match shown(reader).notation {
        Notation::Tl => t!("correcting.type-tl"),
        notation => t!("correcting.type-here", notation = text::notation(notation)),
    };
    element::form()
        .class("entry")
        .attr("autocomplete", "off")
        .on(ev::submit, move |event| {
            event.prevent_default();
            take();
        })
        .child((
            element::label().attr("for", "typed").child(t!("correcting.type")),
            element::input()
                .id("typed")
                .attr("type", "text")
                .attr("autocomplete", "off")
                .attr("autocapitalize", "off")
                .attr("autocorrect", "off")
                .attr("spellcheck", "false")
                .attr("enterkeyhint", "done")
                .attr("placeholder", move || example().into_owned())
                .attr("aria-describedby", "typed-says")
                .attr("aria-invalid", move || is_faulty.get().then_some("true"))
                .prop("value", move || typed.get())
                .on(ev::input, move |event| typed.set(event_target_value(&event))),
            element::button().attr("type", "submit").class("take").child(t!("correcting.take")),
            element::p()
                .id("typed-says")
                .attr("role", "status")
                .class("says")
                .attr("data-fault", move || is_faulty.get().then_some(""))
                .child(move || checked.with(says)),
        ))
}

/// What is said of what was typed.
fn says(checked: &Checked) -> Option<View> {
    match &checked.result {
        Ok(read) => {
            let reading = element::span()
                .class("said")
                .attr("lang", checked.style.notation.language_tag())
                .child(checked.style.reading(&read.reading));
            let taken_for = (read.notation != checked.style.notation).then(|| {
                let name = text::notation(read.notation);
                element::span().child(t!("correcting.taken-for", notation = name))
            });
            Some((reading, taken_for).into_view())
        }
        Err(Fault::Nothing) if !checked.is_pressed => None,
        Err(fault) => {
            let words = text::reading_fault(fault, &checked.typed, &checked.word);
            Some(element::span().child(words).into_view())
        }
    }
}

/// How readings are shown; here never without tones.
fn shown(reader: Reader) -> Style {
    let mut style = reader.shell.settings.get().style();
    if style.options.tones == ToneStyle::None {
        style.options.tones = ToneStyle::Mark;
    }
    style
}

/// Gives the field the focus, behind what stands in it.
pub(super) fn focus(panel: NodeRef<leptos::html::Div>) {
    let field = panel.try_get_untracked().flatten().and_then(|panel| {
        let field = panel.query_selector(".entry input").ok().flatten()?;
        field.dyn_into::<HtmlInputElement>().ok()
    });
    let Some(field) = field else { return };
    super::focus_quietly(&field);
    let end = field.value().encode_utf16().count() as u32;
    let _ = field.set_selection_range(end, end);
}
