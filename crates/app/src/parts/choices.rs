//! The choice of notation, tones and readings.

use leptos::ev;
use leptos::prelude::*;
use thakim_document::Preference;
use thakim_phonology::Notation;
use thakim_phonology::dialect::Dialect;

use super::{Icon, disclosure, icon};
use crate::effect::memo;
use crate::element::{self, IntoView, View, Views};
use crate::settings::{Settings, tones_id};
use crate::shell::{Route, Shell};
use crate::signal::StoredValue;
use crate::text::t;
use crate::text::{self, Words};

/// One line that says the present choices and opens them. The notation and the tones are this
/// browser's; which readings are asked for is the text's.
pub fn choices(
    readings: Memo<Preference>,
    set_readings: impl Fn(Preference) + Copy + Send + 'static,
) -> View {
    let shell = Shell::get();
    let summary = (
        element::span().class("visually-hidden").child(t!("choices.title")),
        icon(Icon::Notation),
        element::span()
            .class("said-shortly")
            .child(move || text::choices(shell.settings.get(), readings.get())),
    );
    disclosure("choices", summary, move || panel(shell, readings, set_readings))
}

/// What may be chosen.
fn panel(
    shell: Shell,
    readings: Memo<Preference>,
    set_readings: impl Fn(Preference) + Copy + 'static,
) -> View {
    let setting = move |apply: Box<dyn Fn(Settings) -> Settings>| -> (Test, Act) {
        let apply = std::rc::Rc::new(apply);
        let choose = apply.clone();
        let chosen = move || {
            let settings = shell.settings.get();
            apply(settings) == settings
        };
        (Box::new(chosen), Box::new(move || shell.set(choose(shell.settings.get_untracked()))))
    };
    let notations = Notation::ALL.iter().map(|&notation| {
        let (chosen, choose) = setting(Box::new(move |old| Settings { notation, ..old }));
        Choice { id: notation.id(), name: text::notation(notation), chosen, choose }
    });
    let tones = text::TONE_STYLES.into_iter().map(|tones| {
        let (chosen, choose) = setting(Box::new(move |old| Settings { tones, ..old }));
        Choice { id: tones_id(tones), name: text::tone_style(tones), chosen, choose }
    });
    let modes = text::SANDHI_MODES.into_iter().map(|sandhi| {
        let (chosen, choose) = setting(Box::new(move |old| Settings { sandhi, ..old }));
        Choice { id: sandhi.id(), name: text::sandhi_mode(sandhi), chosen, choose }
    });
    let own = move || {
        let notation = memo(move || shell.settings.get().notation);
        move || own_options(shell, notation.get())
    };
    let preferences = preferences(move || Some(readings.get()), set_readings);
    (
        group("notation", t!("choices.notation"), notations.collect()),
        group("tones", t!("choices.tones"), tones.collect()),
        own(),
        group("sandhi", t!("choices.sandhi"), modes.collect()),
        dialects(shell),
        group("readings", t!("choices.readings"), preferences),
        // The page of the annotated article has no footer with the languages.
        (shell.route.get_untracked() == Route::Pronunciation).then(|| {
            element::div()
                .class("field")
                .child((element::span().child(t!("languages.title")), super::languages()))
        }),
    )
        .into_view()
}

/// The choice of a dialect: too many to stand side by side.
fn dialects(shell: Shell) -> impl IntoView {
    let options = Dialect::ALL.into_iter().map(|dialect| {
        element::option()
            .attr("value", dialect.id())
            .prop("selected", move || shell.settings.get().dialect == dialect)
            .child(text::dialect(dialect))
    });
    let choose = move |event: web_sys::Event| {
        let id = event_target_value(&event);
        let old = shell.settings.get_untracked();
        shell.set(Settings { dialect: id.parse().unwrap_or_default(), ..old });
    };
    element::label().class("field").child((
        element::span().child(t!("choices.dialect")),
        element::select().attr("name", "dialect").on(ev::change, choose).child(options.views()),
        element::small().child(move || text::dialect_about(shell.settings.get().dialect)),
    ))
}

/// The options that a notation has besides, a group each.
fn own_options(shell: Shell, notation: Notation) -> View {
    let rows = notation.options().iter().enumerate().map(|(index, row)| {
        let values = row.values.iter().enumerate().map(|(at, value)| Choice {
            id: value.name,
            name: text::option_value(notation, row, value),
            chosen: Box::new(move || shell.settings.get().options().own(index) == at),
            choose: Box::new(move || {
                shell.set(shell.settings.get_untracked().with(row.name, value.name));
            }),
        });
        group(row.name, text::option(notation, row), values.collect())
    });
    let rows: Vec<_> = rows.collect();
    if rows.is_empty() {
        return ().into_view();
    }
    element::details()
        .class("finer")
        .child((element::summary().child(t!("choices.finer")), element::div().child(rows)))
        .into_view()
}

type Test = Box<dyn Fn() -> bool>;
type Act = Box<dyn Fn()>;

/// One of several.
pub struct Choice {
    /// Its value in the page's markup.
    pub id: &'static str,
    /// What the person reads.
    pub name: Words,
    /// Whether it is the one.
    pub chosen: Test,
    /// Makes it the one.
    pub choose: Act,
}

/// The three preferences as choices.
pub fn preferences(
    chosen: impl Fn() -> Option<Preference> + Copy + 'static,
    choose: impl Fn(Preference) + Copy + 'static,
) -> Vec<Choice> {
    let choice = |preference: Preference| Choice {
        id: preference.id(),
        name: text::preference(preference),
        chosen: Box::new(move || chosen() == Some(preference)),
        choose: Box::new(move || choose(preference)),
    };
    Preference::ALL.into_iter().map(choice).collect()
}

/// Choices that exclude each other, in a row. `name` is theirs in the page's markup.
pub fn group(
    name: &'static str,
    legend: impl IntoView + 'static,
    choices: Vec<Choice>,
) -> impl IntoView {
    let radios = choices.into_iter().map(|choice| radio(name, choice)).views();
    element::fieldset()
        .child((element::legend().child(legend), element::div().class("options").child(radios)))
}

fn radio(name: &'static str, Choice { id, name: label, chosen, choose }: Choice) -> impl IntoView {
    let chosen = StoredValue::new(chosen);
    element::label().child((
        element::input()
            .attr("type", "radio")
            .attr("name", name)
            .attr("value", id)
            .prop("checked", move || chosen.with_value(|chosen| chosen()))
            .on(ev::change, move |_| choose()),
        element::span().child(label),
    ))
}
