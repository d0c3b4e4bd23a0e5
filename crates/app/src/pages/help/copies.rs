//! What leaves the page, and how it looks.

use thakim_document::export::{Form, Writer};

use super::example::{SENTENCE, line};
use super::paragraphs;
use crate::element::{self, IntoView, View};
use crate::shell::Shell;
use crate::text::{Words, t};

pub(super) fn out() -> View {
    let shell = Shell::get();
    let row = move |name: Words, form: Form| {
        let written = move || {
            let mut writer = Writer::new(form, shell.settings.get().style());
            let mut out = String::new();
            writer.push(&mut out, &line(SENTENCE));
            writer.finish(&mut out);
            out
        };
        (
            element::dt().child(name),
            element::dd().attr("lang", "nan-Hant-TW").class("written").child(written),
        )
    };
    let forms = (
        row(t!("export.form-characters"), Form::Characters),
        row(t!("export.form-inline"), Form::Inline),
        row(t!("export.form-readings"), Form::Readings),
        row(t!("export.form-two-lines"), Form::Lines),
    );
    (
        paragraphs([t!("help.out-copy", out = t!("export.out"))]),
        element::dl().child(forms),
        paragraphs([
            t!("help.out-select"),
            t!("help.out-print"),
            t!("help.out-file"),
            t!("help.out-link"),
        ]),
    )
        .into_view()
}
