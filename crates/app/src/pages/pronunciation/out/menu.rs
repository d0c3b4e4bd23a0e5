//! The menu 「帶走」 and what it says.

use leptos::ev;
use thakim_document::export::Form;

use super::paper::{Margins, Paper};
use super::{Told, share};
use crate::effect::effect;
use crate::element::{self, IntoView, NodeRef, View, Views};
use crate::pages::pronunciation::reader::Reader;
use crate::parts::{self, Choice, Icon, labelled};
use crate::text::t;

/// The button in the bar and its panel.
pub(in crate::pages::pronunciation) fn menu(reader: Reader) -> View {
    let panel = move || (copies(reader), files(reader), paper(reader)).into_view();
    parts::disclosure("out", labelled(Icon::Out, t!("export.out")), panel)
}

fn section(
    id: &'static str,
    name: &'static str,
    content: impl IntoView + 'static,
) -> impl IntoView {
    let heading = element::h3().id(id).child(t!(name));
    element::div()
        .class("part")
        .attr("role", "group")
        .attr("aria-labelledby", id)
        .child((heading, content))
}

fn copies(reader: Reader) -> impl IntoView {
    let row = move |form: Form| {
        element::button()
            .attr("type", "button")
            .class("quiet")
            .attr("data-form", form.id())
            .on(ev::click, move |_| reader.copy(form))
            .child((
                element::span().child(t!(form_name(form))),
                element::small().attr("aria-hidden", "true").child(sample(form)),
            ))
    };
    section(
        "out-copy",
        "export.copy",
        element::div().class("rows").child(Form::ALL.map(row).views()),
    )
}

/// The key of a form's name.
fn form_name(form: Form) -> &'static str {
    match form {
        Form::Characters => "export.form-characters",
        Form::Inline => "export.form-inline",
        Form::Readings => "export.form-readings",
        Form::Lines => "export.form-two-lines",
        Form::Html => "export.form-html",
        Form::Markdown => "export.form-markdown",
    }
}

/// What a form looks like.
fn sample(form: Form) -> &'static str {
    match form {
        Form::Characters => "台語",
        Form::Inline => "台(tâi)語(gí)",
        Form::Readings => "tâi-gí",
        Form::Lines => "tâi-gí / 台語",
        Form::Html => "<ruby>台<rt>tâi",
        Form::Markdown => ".md",
    }
}

fn files(reader: Reader) -> impl IntoView {
    let row = |id: &'static str,
               (name, about): (&'static str, Option<&'static str>),
               act: Box<dyn Fn()>| {
        element::button()
            .attr("type", "button")
            .class("quiet")
            .attr("data-out", id)
            .on(ev::click, move |_| act())
            .child((
                element::span().child(t!(name)),
                about.map(|about| element::small().child(t!(about))),
            ))
            .into_view()
    };
    let mut rows = vec![
        row(
            "save-file",
            ("export.save-file", Some("export.save-file-about")),
            Box::new(move || reader.save_file()),
        ),
        row(
            "copy-link",
            ("export.copy-link", Some("export.copy-link-about")),
            Box::new(move || reader.copy_link()),
        ),
    ];
    if share::can_share() {
        rows.push(row(
            "share-text",
            ("export.share-text", None),
            Box::new(move || reader.share_text()),
        ));
    }
    if share::can_share_files() {
        rows.push(row(
            "share-file",
            ("export.share-file", None),
            Box::new(move || reader.share_file()),
        ));
    }
    section("out-save", "export.save", element::div().class("rows").child(rows))
}

fn paper(reader: Reader) -> impl IntoView {
    let paper = reader.out.paper;
    let change = move |change: fn(&mut Paper, u8), value: u8| {
        let mut changed = paper.get_untracked();
        change(&mut changed, value);
        reader.set_paper(changed);
    };
    let columns = [("1", "export.columns-1"), ("2", "export.columns-2"), ("3", "export.columns-3")];
    let columns = (1..).zip(columns).map(|(count, (id, name))| Choice {
        id,
        name: t!(name),
        chosen: Box::new(move || paper.get().columns == count),
        choose: Box::new(move || change(|paper, count| paper.columns = count, count)),
    });
    let margins = Margins::ALL.into_iter().map(|margins| Choice {
        id: margins.id(),
        name: t!(match margins {
            Margins::Narrow => "export.margins-narrow",
            Margins::Usual => "export.margins-usual",
            Margins::Wide => "export.margins-wide",
        }),
        chosen: Box::new(move || paper.get().margins == margins),
        choose: Box::new(move || reader.set_paper(Paper { margins, ..paper.get_untracked() })),
    });
    let tick = move |id: &'static str,
                     name: &'static str,
                     is: fn(Paper) -> bool,
                     turn: fn(&mut Paper, u8)| {
        element::label().class("tick").child((
            element::input()
                .attr("type", "checkbox")
                .attr("name", id)
                .prop("checked", move || is(paper.get()))
                .on(ev::change, move |_| change(turn, u8::from(!is(paper.get_untracked())))),
            element::span().child(t!(name)),
        ))
    };
    let ticks = element::div().class("ticks").child((
        tick(
            "paper-title",
            "export.paper-title",
            |paper| paper.title,
            |paper, on| paper.title = on > 0,
        ),
        tick(
            "paper-about",
            "export.paper-about",
            |paper| paper.about,
            |paper, on| paper.about = on > 0,
        ),
    ));
    let print = element::button()
        .attr("type", "button")
        .class("quiet")
        .attr("data-out", "print")
        .on(ev::click, move |_| reader.print())
        .child(element::span().child(t!("export.print")));
    section(
        "out-paper",
        "export.paper",
        (
            parts::group("columns", t!("export.columns"), columns.collect()),
            parts::group("margins", t!("export.margins"), margins.collect()),
            ticks,
            element::div().class("rows").child(print),
        ),
    )
}

/// What is said of what is taken out: short lines that pass, and the text that the browser would not take.
pub(in crate::pages::pronunciation) fn told(reader: Reader) -> impl IntoView {
    let out = reader.out;
    let notice =
        |class, words: String, act| Some(element::p().class(class).child((words, act)).into_view());
    let line = move || match out.told.get() {
        Told::Nothing => None,
        Told::Busy(words) => notice("notice toast", words, None),
        Told::Stoppable(words) => {
            let stop = parts::button(t!("shell.stop"), move || out.tell(Told::Nothing));
            notice("notice toast stoppable", words, Some(stop))
        }
        Told::Done(words) => notice("notice toast", words, None),
        Told::Failed(words) => {
            let close = parts::button(t!("export.understood"), move || out.tell(Told::Nothing));
            notice("notice error told", words, Some(close))
        }
    };
    element::div().class("out-told").attr("role", "status").child(line)
}

/// The text that the browser would not put into the clipboard, selected to be copied by hand.
pub(in crate::pages::pronunciation) fn by_hand(reader: Reader) -> impl IntoView {
    let refused = reader.out.refused;
    let dialog = NodeRef::<leptos::html::Dialog>::new();
    let area = NodeRef::<leptos::html::Textarea>::new();
    effect(move |_| {
        let (Some(dialog), Some(area)) = (dialog.get(), area.get()) else { return };
        if let Some(text) = refused.get() {
            area.set_value(&text);
            if !dialog.open() {
                let _ = dialog.show_modal();
            }
            let _ = area.focus();
            area.select();
        } else if dialog.open() {
            dialog.close();
        }
    });
    element::dialog()
        .class("keys by-hand")
        .attr("aria-labelledby", "by-hand-title")
        .node_ref(dialog)
        .on(ev::close, move |_| refused.set(None))
        .child((
            element::h2().id("by-hand-title").child(t!("export.by-hand")),
            element::p().child(t!("export.by-hand-about")),
            element::textarea()
                .attr("readonly", "")
                .attr("rows", "8")
                .attr("aria-labelledby", "by-hand-title")
                .node_ref(area),
            parts::button(t!("export.close"), move || refused.set(None)),
        ))
}
