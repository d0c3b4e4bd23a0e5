//! The list of words to check, with what the marks mean.

use leptos::ev;
use leptos::prelude::*;

use super::looking::List;
use super::reader::Reader;
use crate::article::Entry;
use crate::article::flag::Flag;
use crate::effect::memo;
use crate::element::{self, IntoView, View, Views};
use crate::parts;
use crate::text;
use crate::text::t;

/// The panel at the side; on a phone, a sheet from below.
pub(super) fn list(reader: Reader) -> impl IntoView {
    reader.keep_list();
    let is_open = memo(move || reader.looking.list.get() != List::Closed);
    move || {
        is_open.get().then(|| {
            let close = element::button()
                .attr("type", "button")
                .class("close")
                .attr("aria-label", t!("shell.close"))
                .attr("title", t!("shell.close"))
                .on(ev::click, move |_| close_and_return(reader));
            element::aside()
                .class("check")
                .id("check")
                .attr("aria-labelledby", "check-title")
                .on(ev::keydown, move |event| {
                    if event.key() == "Escape" {
                        event.stop_propagation();
                        close_and_return(reader);
                    }
                })
                .child((
                    element::header()
                        .child((element::h2().id("check-title").child(t!("check.title")), close)),
                    legend(reader),
                    move || match reader.looking.list.get() {
                        List::Closed => None,
                        List::Looking => Some(element::p().child(t!("check.looking")).into_view()),
                        List::Open(entries) => Some(groups(reader, &entries)),
                    },
                ))
        })
    }
}

/// Closes it and gives the focus back to its button.
pub(super) fn close_and_return(reader: Reader) {
    reader.looking.list.set(List::Closed);
    if let Some(button) = document().get_element_by_id("check-button") {
        let _ = wasm_bindgen::JsCast::unchecked_into::<web_sys::HtmlElement>(button).focus();
    }
}

/// What the marks mean: each as it looks in the article.
fn legend(reader: Reader) -> impl IntoView {
    let item = move |flag: Flag| {
        let count = move || text::flag_count(flag, reader.counts.get().get(flag));
        (element::dt().child((sample(flag), count)), element::dd().child(text::flag_meaning(flag)))
    };
    element::dl()
        .class("legend")
        .attr("aria-label", t!("check.legend"))
        .child(Flag::ALL.map(item).views())
}

/// A character marked as in the article; the text beside it says the same.
fn sample(flag: Flag) -> View {
    let class = match flag {
        Flag::Unknown => "w",
        Flag::Uncertain => "w uncertain",
        Flag::Derived => "w derived",
        Flag::Corrected => "w corrected",
    };
    let ruby = element::ruby();
    let ruby = match flag {
        Flag::Unknown => ruby.class("unknown").child(("字", element::rt())).into_view(),
        _ => ruby.child(("字", element::rt().child("jī"))).into_view(),
    };
    element::span()
        .class("sample")
        .attr("aria-hidden", "true")
        .child(element::span().class(class).child(ruby))
        .into_view()
}

fn groups(reader: Reader, entries: &[Entry]) -> View {
    if entries.is_empty() {
        return element::p().child(t!("check.nothing")).into_view();
    }
    let group = |flag: Flag| {
        let all = reader.counts.get_untracked().get(flag) as usize;
        let of_flag = entries.iter().filter(|entry| entry.flag == flag);
        let items = of_flag.map(|entry| item(reader, entry)).collect::<Vec<_>>();
        let more = (items.len() < all && items.len() >= reader.listed())
            .then(|| parts::button(t!("check.more"), move || reader.list_more()));
        (!items.is_empty()).then(|| {
            element::section().child((
                element::h3().child(text::flag(flag)),
                element::ul().child(items.views()),
                more,
            ))
        })
    };
    Flag::ALL.map(group).views()
}

fn item(reader: Reader, entry: &Entry) -> impl IntoView + use<> {
    let style = reader.shell.settings.get().style();
    let at = entry.at;
    let reading = match &entry.reading {
        Some(reading) => style.reading(reading),
        None => t!("check.no-longer").into_owned(),
    };
    let context = |words: &str| element::span().class("context").child(words.to_owned());
    element::li().child(
        element::button()
            .attr("type", "button")
            .attr("data-at", at.to_string())
            .on(ev::click, move |_| {
                // On a phone the list lies over the article.
                if parts::is_narrow() {
                    reader.looking.list.set(List::Closed);
                }
                reader.go_to(at);
            })
            .child((
                element::span().class("line").attr("lang", "nan-Hant-TW").child((
                    context(&entry.before),
                    element::b().child(entry.surface.clone()),
                    context(&entry.behind),
                )),
                element::span()
                    .class("said")
                    .attr("lang", style.notation.language_tag())
                    .child(reading),
            )),
    )
}
