//! The form for a new word, or for one that is changed.

use leptos::ev;
use leptos::prelude::*;
use thakim_document::own::Unfit;
use thakim_phonology::{Label, Notation};

use super::keeper::{BuiltIn, Keeper, style};
use crate::article::typing::Fault;
use crate::effect::memo;
use crate::element::{self, Element, IntoView, Views};
use crate::own::Draft;
use crate::parts;
use crate::text;
use crate::text::t;

/// The form.
pub(super) fn form(keeper: Keeper) -> impl IntoView {
    let is_editing = memo(move || keeper.draft.with(|draft| !draft.editing.is_empty()));
    let title = move || match keeper.editing() {
        Some(entry) => t!("dictionary.change-word", word = entry.word.surface),
        None => t!("dictionary.new-word"),
    };
    element::form()
        .class("own-form")
        .attr("autocomplete", "off")
        .attr("aria-labelledby", "form-title")
        .on(ev::submit, move |event| {
            event.prevent_default();
            keeper.submit();
        })
        .on(ev::keydown, move |event| {
            if event.key() == "Escape" && is_editing.get_untracked() {
                event.stop_propagation();
                keeper.cancel();
            }
        })
        .child((
            element::h2().id("form-title").child(title),
            element::div().class("own-fields").child((
                word_field(keeper),
                reading_field(keeper),
                label_field(keeper),
                note_field(keeper),
            )),
            built_in(keeper),
            element::div().class("own-acts").child((
                element::button().attr("type", "submit").class("primary").child(move || {
                    match is_editing.get() {
                        true => t!("dictionary.save"),
                        false => t!("dictionary.add"),
                    }
                }),
                move || {
                    is_editing
                        .get()
                        .then(|| parts::button(t!("dictionary.cancel"), move || keeper.cancel()))
                },
            )),
        ))
}

fn word_field(keeper: Keeper) -> impl IntoView {
    let fault = memo(move || {
        let is_pressed = keeper.refused.get();
        match keeper.checked.with(|checked| checked.characters.clone()) {
            Err(Unfit::Empty) if !is_pressed => None,
            Err(unfit) => Some(text::unfit(&unfit).into_owned()),
            Ok(_) => None,
        }
    });
    element::div().class("own-field").child((
        element::label().attr("for", "word").child(t!("dictionary.word")),
        input(keeper, |draft| &mut draft.surface)
            .id("word")
            .node_ref(keeper.word_field)
            .attr("lang", "nan-Hant-TW")
            .attr("aria-describedby", "word-says")
            .attr("aria-invalid", move || fault.with(Option::is_some).then_some("true")),
        element::p()
            .id("word-says")
            .class("own-says")
            .attr("role", "status")
            .attr("data-fault", move || fault.with(Option::is_some).then_some(""))
            .child(move || fault.get()),
    ))
}

fn reading_field(keeper: Keeper) -> impl IntoView {
    let says = move || {
        let checked = keeper.checked.get();
        let draft = keeper.draft.get();
        match &checked.reading {
            Ok(read) => {
                let reading = element::span()
                    .class("said")
                    .attr("lang", checked.style.notation.language_tag())
                    .child(checked.style.notation.write(&read.reading, &checked.style.options));
                let taken_for = (read.notation != checked.style.notation).then(|| {
                    let name = text::notation(read.notation);
                    element::span().child(t!("correcting.taken-for", notation = name))
                });
                Some((reading, taken_for).into_view())
            }
            Err(Fault::Nothing) if !keeper.refused.get() => None,
            // How many syllables it should have is not known before the word is.
            Err(Fault::Syllables { .. }) if checked.characters.is_err() => None,
            Err(fault) => {
                let words = text::reading_fault(fault, &draft.typed, draft.surface.trim());
                Some(words.into_view())
            }
        }
    };
    let is_faulty = memo(move || {
        let is_pressed = keeper.refused.get();
        keeper.checked.with(|checked| match &checked.reading {
            Ok(_) => false,
            Err(Fault::Syllables { .. }) if checked.characters.is_err() => false,
            Err(fault) => {
                is_pressed || keeper.draft.with(|draft| !fault.is_unfinished(&draft.typed))
            }
        })
    });
    let example = move || {
        let notation = style(keeper.shell).notation;
        match notation {
            Notation::Tl => t!("dictionary.example"),
            _ => t!("dictionary.example-or", notation = text::notation(notation)),
        }
    };
    element::div().class("own-field").child((
        element::label().attr("for", "reading").child(t!("dictionary.reading")),
        input(keeper, |draft| &mut draft.typed)
            .id("reading")
            .node_ref(keeper.reading_field)
            .attr("placeholder", example)
            .attr("aria-describedby", "reading-says")
            .attr("aria-invalid", move || is_faulty.get().then_some("true")),
        element::p()
            .id("reading-says")
            .class("own-says")
            .attr("role", "status")
            .attr("data-fault", move || is_faulty.get().then_some(""))
            .child(says),
    ))
}

fn label_field(keeper: Keeper) -> impl IntoView {
    let none = element::option()
        .attr("value", "")
        .prop("selected", move || keeper.draft.with(|draft| draft.label.is_empty()))
        .child(t!("dictionary.no-label"));
    let options = Label::ALL.map(|label| {
        let han = label.han().to_string();
        let value = han.clone();
        element::option()
            .attr("value", han.clone())
            .prop("selected", move || keeper.draft.with(|draft| draft.label == value))
            .child(format!("{han} {}", text::label(label)))
    });
    element::div().class("own-field").child((
        element::label().attr("for", "label").child(t!("dictionary.label")),
        element::select()
            .id("label")
            .on(ev::change, move |event| {
                let chosen = event_target_value(&event);
                keeper.draft.update(|draft| draft.label = chosen);
            })
            .child((none, options.views())),
    ))
}

fn note_field(keeper: Keeper) -> impl IntoView {
    element::div().class("own-field").child((
        element::label().attr("for", "remark").child(t!("dictionary.remark")),
        input(keeper, |draft| &mut draft.note).id("remark"),
    ))
}

/// A field for one line, which shows and changes a part of the draft.
fn input(keeper: Keeper, part: fn(&mut Draft) -> &mut String) -> Element {
    element::input()
        .attr("type", "text")
        .attr("autocomplete", "off")
        .attr("autocapitalize", "off")
        .attr("autocorrect", "off")
        .attr("spellcheck", "false")
        .prop("value", move || {
            let mut draft = keeper.draft.get();
            std::mem::take(part(&mut draft))
        })
        // What an input method still composes is no word yet.
        .on(ev::input, move |event| {
            if !is_composing(&event) {
                take(keeper, part, event_target_value(&event));
            }
        })
        .on(ev::compositionend, move |event| take(keeper, part, event_target_value(&event)))
}

fn take(keeper: Keeper, part: fn(&mut Draft) -> &mut String, typed: String) {
    keeper.refused.set(false);
    keeper.draft.update(|draft| *part(draft) = typed);
}

fn is_composing(event: &web_sys::Event) -> bool {
    let composing = js_sys::Reflect::get(event, &"isComposing".into());
    composing.is_ok_and(|composing| composing.is_truthy())
}

/// What the built-in dictionary says of the word; pressing a reading takes it over.
fn built_in(keeper: Keeper) -> impl IntoView {
    element::div().class("own-built-in").attr("role", "status").child(move || {
        let candidates = match keeper.built_in.get() {
            BuiltIn::Silent => return None,
            BuiltIn::Missing => return Some(t!("dictionary.built-in-lacks").into_view()),
            BuiltIn::Reads(candidates) => candidates,
        };
        let style = style(keeper.shell);
        let readings = candidates.into_iter().map(|candidate| {
            let written = style.notation.write(&candidate.reading, &style.options);
            let take = written.clone();
            element::button()
                .attr("type", "button")
                .class("quiet said")
                .attr("lang", style.notation.language_tag())
                .on(ev::click, move |_| keeper.draft.update(|draft| draft.typed = take.clone()))
                .child(written)
        });
        let readings = readings.views();
        Some((element::span().child(t!("dictionary.built-in-reads")), readings).into_view())
    })
}
