//! The choice of notation and tones.

use leptos::ev;
use leptos::prelude::*;
use thakim_phonology::Notation;

use super::disclosure;
use crate::settings::{Settings, tones_id};
use crate::shell::Shell;
use crate::text;

/// One line that says the present choices and opens them.
pub fn choices() -> AnyView {
    let shell = Shell::get();
    let summary = (
        leptos::html::span().class("visually-hidden").child(format!("{}：", text::CHOICES)),
        move || text::choices(shell.settings.get()),
    );
    let notations = Notation::ALL.iter().map(|&notation| Choice {
        id: notation.id(),
        name: notation.name(),
        apply: Box::new(move |settings| Settings { notation, ..settings }),
    });
    let tones = text::TONE_STYLES.into_iter().map(|(tones, name)| Choice {
        id: tones_id(tones),
        name,
        apply: Box::new(move |settings| Settings { tones, ..settings }),
    });
    let panel = (
        group(shell, "notation", text::NOTATION, notations.collect()),
        group(shell, "tones", text::TONES, tones.collect()),
    );
    disclosure("choices", summary, panel)
}

struct Choice {
    id: &'static str,
    name: &'static str,
    /// The settings with this choice made.
    apply: Box<dyn Fn(Settings) -> Settings + Send + Sync>,
}

fn group(
    shell: Shell,
    name: &'static str,
    legend: &'static str,
    choices: Vec<Choice>,
) -> impl IntoView {
    let radios = choices.into_iter().map(|choice| radio(shell, name, choice)).collect_view();
    leptos::html::fieldset().child((
        leptos::html::legend().child(legend),
        leptos::html::div().class("options").child(radios),
    ))
}

fn radio(shell: Shell, name: &'static str, choice: Choice) -> impl IntoView {
    let apply = StoredValue::new(choice.apply);
    let chosen = move || {
        let settings = shell.settings.get();
        apply.with_value(|apply| apply(settings)) == settings
    };
    leptos::html::label().child((
        leptos::html::input()
            .attr("type", "radio")
            .attr("name", name)
            .attr("value", choice.id)
            .prop("checked", chosen)
            .on(ev::change, move |_| {
                let settings = shell.settings.get_untracked();
                shell.set(apply.with_value(|apply| apply(settings)));
            }),
        leptos::html::span().child(choice.name),
    ))
}
