//! Where a text is pasted.

pub(super) mod editor;
mod note;

use leptos::ev;
use leptos::prelude::*;
use web_sys::{DragEvent, HtmlInputElement};

use super::articles::{Turn, copied_line, recent};
use super::masthead;
use crate::effect::memo;
use crate::element::{self, IntoView, View};
use crate::parts;
use crate::text;
use crate::text::t;
use crate::visit;
use editor::Editor;
use note::note_line;

/// The page at `/article_pronunciation/input/`.
pub fn input() -> View {
    let editor = Editor::new();
    editor.begin();
    element::div()
        .class("sheet write")
        .child((
            masthead(),
            element::main().id("main").child((
                element::h1().class("visually-hidden").child(t!("input.title")),
                (!visit::knows()).then(|| element::p().class("first-line").child(t!("first.what"))),
                form(editor),
                element::div().class("below").child((
                    note_line(editor),
                    parts::engine_status(),
                    parts::storage_status(),
                    copied_line(),
                )),
                recent(Turn::on_input(editor)),
            )),
            parts::footer(),
        ))
        .into_view()
}

fn form(editor: Editor) -> impl IntoView {
    let submit = element::button()
        .attr("type", "submit")
        .class("primary")
        .attr("title", text::ANNOTATE_KEYS)
        .child(t!("input.annotate"));
    let readings = memo(move || editor.readings.get());
    element::form()
        .on(ev::submit, move |event| {
            event.prevent_default();
            editor.submit();
        })
        .child((
            element::label().attr("for", "text").class("visually-hidden").child(t!("input.text")),
            text_area(editor),
            element::div().class("under").child((
                parts::choices(readings, move |readings| editor.set_readings(readings)),
                element::div().class("sources").child((
                    move || {
                        let begin = move || editor.start_new();
                        (!editor.is_empty.get()).then(|| parts::button(t!("articles.new"), begin))
                    },
                    file_button(editor),
                    parts::button(t!("input.sample"), move || editor.use_sample()),
                )),
                submit,
            )),
        ))
}

fn text_area(editor: Editor) -> impl IntoView {
    element::textarea()
        .id("text")
        .node_ref(editor.area)
        .attr("lang", "nan-Hant-TW")
        .attr("placeholder", t!("input.placeholder"))
        .attr("autocapitalize", "off")
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .on(ev::input, move |_| editor.changed())
        .on(ev::keydown, move |event| {
            if event.key() == "Enter" && (event.ctrl_key() || event.meta_key()) {
                event.prevent_default();
                editor.submit();
            }
        })
        .on(ev::dragover, |event: DragEvent| {
            if dropped_file(&event).is_some() || carries_files(&event) {
                event.prevent_default();
            }
        })
        .on(ev::drop, move |event: DragEvent| {
            if let Some(file) = dropped_file(&event) {
                event.prevent_default();
                editor.open(file);
            }
        })
}

/// A label that looks like a quiet button, over the browser's own file input.
fn file_button(editor: Editor) -> impl IntoView {
    element::label().class("quiet file").child((
        element::input()
            .attr("type", "file")
            .class("visually-hidden")
            .attr("accept", "text/*,.txt,.md,.csv,.tsv,.srt,.html")
            .on(ev::change, move |event| {
                let input: HtmlInputElement = event_target(&event);
                if let Some(file) = input.files().and_then(|files| files.get(0)) {
                    editor.open(file);
                }
                // The same file can be chosen again.
                input.set_value("");
            }),
        t!("input.open"),
    ))
}

/// While something is dragged the files themselves are not shown yet, only that there are some.
fn carries_files(event: &DragEvent) -> bool {
    event.data_transfer().is_some_and(|data| data.types().includes(&"Files".into(), 0))
}

fn dropped_file(event: &DragEvent) -> Option<web_sys::File> {
    event.data_transfer()?.files()?.get(0)
}
