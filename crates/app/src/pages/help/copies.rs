//! What leaves the page, and how it looks.

use leptos::prelude::*;
use thakim_document::Paragraph;
use thakim_document::export::{Style, inline, readings};

use super::example::{SENTENCE, line};
use super::paragraphs;
use crate::shell::Shell;
use crate::text::Words;
use crate::text::t;

pub(super) fn out() -> AnyView {
    let shell = Shell::get();
    let row = move |name: Words, write: fn(&Paragraph, &Style) -> String| {
        let written = move || write(&line(SENTENCE), &shell.settings.get().style());
        (
            leptos::html::dt().child(name),
            leptos::html::dd().attr("lang", "nan-Hant-TW").class("written").child(written),
        )
    };
    let forms = (
        row(t!("help.form-characters"), |paragraph, _| paragraph.text()),
        row(t!("help.form-inline"), inline),
        row(t!("help.form-readings"), readings),
    );
    (
        paragraphs([t!("help.out-copy")]),
        leptos::html::dl().child(forms),
        paragraphs([
            t!("help.out-select"),
            t!("help.out-print"),
            t!("help.out-file"),
            t!("help.out-link"),
        ]),
    )
        .into_any()
}
