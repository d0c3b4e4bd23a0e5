//! The words: what is looked for, and a page of what was found.

use leptos::ev;
use leptos::prelude::*;
use web_sys::DragEvent;

use super::files;
use super::keeper::{Keeper, PER_PAGE, style};
use super::pager::pager;
use crate::element::{self, IntoView, View, Views};
use crate::own::{Entry, From, origins};
use crate::parts;
use crate::text;
use crate::text::t;

/// Search, counts, the words, and the files that they come from and go to.
pub(super) fn list(keeper: Keeper) -> impl IntoView {
    element::section()
        .class("own-list")
        .attr("aria-labelledby", "list-title")
        .on(ev::dragover, |event: DragEvent| files::drag(&event))
        .on(ev::drop, move |event: DragEvent| files::drop(keeper, &event))
        .child((
            element::div().class("own-head").child((
                element::h2().id("list-title").child(t!("dictionary.words")),
                files::buttons(keeper),
            )),
            tools(keeper),
            element::p().class("own-count").attr("role", "status").child(move || count(keeper)),
            element::ol().class("own-entries").child(move || entries(keeper)),
            pager(keeper),
        ))
}

fn tools(keeper: Keeper) -> impl IntoView {
    element::div().class("own-tools").attr("role", "search").child((
        element::label()
            .class("visually-hidden")
            .attr("for", "find-words")
            .child(t!("dictionary.search")),
        element::input()
            .id("find-words")
            .node_ref(keeper.search_field)
            .attr("type", "search")
            .attr("autocomplete", "off")
            .attr("autocapitalize", "off")
            .attr("spellcheck", "false")
            .attr("placeholder", t!("dictionary.search"))
            .prop("value", move || keeper.search.get())
            .on(ev::input, move |event| {
                keeper.page.set(0);
                keeper.search.set(event_target_value(&event));
            }),
        move || sources(keeper),
    ))
}

/// The choice of where words come from; none while all come from one place.
fn sources(keeper: Keeper) -> Option<View> {
    keeper.own.version.track();
    let all = origins(&keeper.own.all());
    if all.len() < 2 {
        return None;
    }
    let chosen = keeper.from.get_untracked();
    let any = element::option().attr("value", "").child(t!("dictionary.any-source"));
    let options = all.iter().enumerate().map(|(index, (from, count))| {
        element::option()
            .attr("value", index.to_string())
            .prop("selected", chosen.as_ref() == Some(from))
            .child(format!("{} ({})", origin(from), text::grouped(*count as u64)))
    });
    let options = options.collect::<Vec<_>>();
    let select = element::select()
        .attr("aria-label", t!("dictionary.source-filter"))
        .on(ev::change, move |event| {
            let index = event_target_value(&event).parse::<usize>().ok();
            keeper.page.set(0);
            keeper.from.set(index.and_then(|index| all.get(index)).map(|(from, _)| from.clone()));
        })
        .child((any, options.views()));
    Some(select.into_view())
}

/// Where an entry comes from, in words.
fn origin(from: &From) -> String {
    match from {
        From::Typed => t!("dictionary.from-typed").into_owned(),
        From::Correction => t!("dictionary.from-correction").into_owned(),
        From::Import(file) => t!("dictionary.from-import", name = file).into_owned(),
    }
}

fn count(keeper: Keeper) -> View {
    keeper.own.version.track();
    let found = keeper.found.with(Vec::len);
    let readings = keeper.own.all().len();
    let number = |count: usize| text::grouped(count as u64);
    if readings == 0 {
        return t!("dictionary.none").into_view();
    }
    if !keeper.is_narrowed() {
        let (words, readings) = (number(keeper.words()), number(readings));
        return t!("dictionary.count", words = words, readings = readings).into_view();
    }
    let said = match found {
        0 => t!("dictionary.found-none"),
        _ => t!("dictionary.found", count = number(found), all = number(readings)),
    };
    let remove = (found > 1).then(|| {
        let name = t!("dictionary.remove-found", count = number(found));
        parts::button(name, move || keeper.remove_found())
    });
    (element::span().child(said), remove).into_view()
}

fn entries(keeper: Keeper) -> impl IntoView {
    // One that was changed stays where it was found.
    keeper.own.version.track();
    let all = keeper.own.all();
    let page = keeper.page.get();
    let shown: Vec<Entry> = keeper.found.with(|found| {
        let of_page = found.iter().skip(page * PER_PAGE).take(PER_PAGE);
        of_page.filter_map(|&index| all.get(index as usize).cloned()).collect()
    });
    let style = style(keeper.shell);
    let editing = keeper.draft.with_untracked(|draft| draft.editing.clone());
    let rows = shown.into_iter().map(|entry| {
        let word = &entry.word;
        let written = style.notation.write(&word.reading, &style.options);
        let is_edited = entry.id == editing;
        let name = |act: &str| format!("{act}: {} {written}", word.surface);
        let (edit, delete) = (t!("dictionary.edit"), t!("dictionary.delete"));
        let (edit_name, delete_name) = (name(&edit), name(&delete));
        let label = word.label.map(|label| {
            element::abbr()
                .class("own-label")
                .attr("title", text::label(label))
                .child(label.han().to_string())
        });
        let remark = (!word.note.is_empty())
            .then(|| element::span().class("own-remark").child(word.note.clone()));
        let from = format!("{} · {}", origin(&entry.from), text::date(entry.when));
        let (edited, deleted) = (entry.clone(), entry.clone());
        element::li()
            .attr("data-id", entry.id.clone())
            .attr("data-edited", is_edited.then_some(""))
            .child((
                element::span()
                    .class("own-surface")
                    .attr("lang", "nan-Hant-TW")
                    .child(word.surface.clone()),
                element::span().class("own-reading").child((
                    element::span()
                        .class("said")
                        .attr("lang", style.notation.language_tag())
                        .child(written),
                    label,
                )),
                element::span().class("own-more").child((remark, element::small().child(from))),
                element::span().class("own-acts").child((
                    element::button()
                        .attr("type", "button")
                        .class("quiet own-edit")
                        .attr("aria-label", edit_name)
                        .on(ev::click, move |_| keeper.edit(&edited))
                        .child(edit),
                    element::button()
                        .attr("type", "button")
                        .class("quiet own-delete")
                        .attr("aria-label", delete_name)
                        .on(ev::click, move |_| keeper.remove(&deleted))
                        .child(delete),
                )),
            ))
    });
    rows.views()
}
