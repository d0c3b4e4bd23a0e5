//! The panel of the layout: everything about how the article is set and how the page looks.

use leptos::ev;
use leptos::prelude::*;
use thakim_phonology::{Notation, ToneStyle};

use super::choices::{Choice, group};
use super::{Icon, disclosure, labelled};
use crate::effect::memo;
use crate::element::{self, IntoView, View, Views};
use crate::layout::{
    AS_FITS, LEADINGS, LINE_LENGTHS, Layout, Named, Position, READING_SIZES, SIZES, SPACINGS,
    Second, Show, Tones,
};
use crate::settings::{Settings, tones_id, tones_of_id};
use crate::shell::Shell;
use crate::text::t;
use crate::text::{self, Words};

/// The button that opens the panel, and the panel; `more` are buttons at its end.
pub fn layouts(more: impl Fn() -> View + Send + 'static) -> View {
    let shell = Shell::get();
    let summary = labelled(Icon::Layout, t!("layouts.name"));
    disclosure("layout", summary, move || panel(shell, more()))
}

fn panel(shell: Shell, more: View) -> View {
    (
        heading(t!("layouts.readings")),
        radios(
            shell,
            "position",
            "layouts.position",
            |layout| layout.position,
            |old, position| Layout { position, ..old },
        ),
        tones(shell),
        second(shell),
        show(shell),
        heading(t!("layouts.page")),
        radios(
            shell,
            "direction",
            "layouts.direction",
            |layout| layout.direction,
            |old, direction| Layout { direction, ..old },
        ),
        radios(
            shell,
            "face",
            "layouts.face",
            |layout| layout.face,
            |old, face| Layout { face, ..old },
        ),
        element::small().child(t!("layouts.face_from_system")),
        measures(shell),
        heading(t!("layouts.screen")),
        radios(
            shell,
            "theme",
            "layouts.theme",
            |layout| layout.theme,
            |old, theme| Layout { theme, ..old },
        ),
        element::div().class("acts").child((
            super::button(t!("layouts.usual"), move || {
                let old = shell.settings.get_untracked();
                shell.set(Settings { layout: Layout::default(), ..old });
            }),
            more,
        )),
    )
        .into_view()
}

fn heading(words: Words) -> impl IntoView {
    element::h3().child(words)
}

fn layout(shell: Shell) -> Layout {
    shell.settings.get().layout
}

fn change(shell: Shell, change: impl FnOnce(Layout) -> Layout) {
    let old = shell.settings.get_untracked();
    shell.set(Settings { layout: change(old.layout), ..old });
}

/// The words of a choice: `KEY_ID`.
fn words_of(key: &str, id: &str) -> Words {
    t!(format!("{key}_{id}"))
}

/// A choice of the layout among a few. `key` is that of its sentences.
fn radios<T: Named + Send + Sync>(
    shell: Shell,
    name: &'static str,
    key: &'static str,
    get: fn(Layout) -> T,
    put: fn(Layout, T) -> Layout,
) -> impl IntoView {
    let choices = T::ALL.iter().map(|&one| Choice {
        id: one.id(),
        name: words_of(key, one.id()),
        chosen: Box::new(move || get(layout(shell)) == one),
        choose: Box::new(move || change(shell, |old| put(old, one))),
    });
    group(name, t!(key), choices.collect())
}

fn tones(shell: Shell) -> impl IntoView {
    let choices = Tones::ALL.iter().map(|&tones| Choice {
        id: tones.id(),
        name: words_of("layouts.tones", tones.id()),
        chosen: Box::new(move || shell.settings.get().shown_tones() == tones),
        choose: Box::new(move || shell.set(shell.settings.get_untracked().with_shown_tones(tones))),
    });
    group("shown-tones", t!("layouts.tones"), choices.collect())
}

/// The second notation; where it stands and how it shows tones, once there is one.
fn second(shell: Shell) -> impl IntoView {
    let mut options = vec![Opt { value: String::new(), words: t!("layouts.second_none") }];
    options.extend(
        Notation::ALL
            .iter()
            .map(|one| Opt { value: one.id().to_owned(), words: text::notation(*one) }),
    );
    let chosen = move || {
        layout(shell).second.map_or(String::new(), |second| second.notation.id().to_owned())
    };
    let choose = move |id: String| {
        change(shell, |old| {
            let (position, tones) = match old.second {
                Some(second) => (second.position, second.tones),
                // Where nothing stands yet.
                None if old.position == Position::Right => (Position::Over, ToneStyle::Mark),
                None => (Position::Right, ToneStyle::Mark),
            };
            let second = id.parse().ok().map(|notation| Second { notation, position, tones });
            Layout { second, ..old }
        });
    };
    let is_there = memo(move || layout(shell).second.is_some());
    (field("second", t!("layouts.second"), options, chosen, choose), move || {
        is_there.get().then(|| (second_position(shell), second_tones(shell)))
    })
}

fn second_position(shell: Shell) -> impl IntoView {
    let choices = Position::ALL.iter().map(|&position| Choice {
        id: position.id(),
        name: words_of("layouts.position", position.id()),
        chosen: Box::new(move || {
            layout(shell).second.is_some_and(|second| second.position == position)
        }),
        choose: Box::new(move || {
            change(shell, |old| Layout {
                second: old.second.map(|second| Second { position, ..second }),
                ..old
            });
        }),
    });
    group("second-position", t!("layouts.second_position"), choices.collect())
}

fn second_tones(shell: Shell) -> impl IntoView {
    let choices = [ToneStyle::Mark, ToneStyle::Number, ToneStyle::None].map(|tones| Choice {
        id: tones_id(tones),
        name: words_of("layouts.tone_style", tones_id(tones)),
        chosen: Box::new(move || layout(shell).second.is_some_and(|second| second.tones == tones)),
        choose: Box::new(move || {
            change(shell, |old| Layout {
                second: old.second.map(|second| Second {
                    tones: tones_of_id(tones_id(tones)).unwrap_or(second.tones),
                    ..second
                }),
                ..old
            });
        }),
    });
    group("second-tones", t!("layouts.second_tones"), choices.into_iter().collect())
}

fn show(shell: Shell) -> impl IntoView {
    let options = Show::ALL
        .iter()
        .map(|one| Opt { value: one.id().to_owned(), words: words_of("layouts.show", one.id()) });
    let chosen = move || layout(shell).show.id().to_owned();
    let choose = move |id: String| {
        change(shell, |old| Layout { show: Show::of_id(&id).unwrap_or(old.show), ..old });
    };
    let is_rare = memo(move || layout(shell).show == Show::Rare);
    (field("show", t!("layouts.show"), options.collect(), chosen, choose), move || {
        is_rare.get().then(|| element::small().child(t!("layouts.rare_means")))
    })
}

/// Sizes and spaces.
fn measures(shell: Shell) -> impl IntoView {
    let percent = |value: u8| t!("layouts.percent", count = value);
    let letters = |value: u8| match value {
        AS_FITS => t!("layouts.per_line_fits"),
        value => t!("layouts.characters", count = value),
    };
    element::div().class("fields").child((
        steps(
            shell,
            "size",
            t!("layouts.size"),
            SIZES,
            percent,
            |layout| layout.size,
            |old, size| Layout { size, ..old },
        ),
        steps(
            shell,
            "reading-size",
            t!("layouts.reading_size"),
            READING_SIZES,
            percent,
            |layout| layout.reading,
            |old, reading| Layout { reading, ..old },
        ),
        steps(
            shell,
            "spacing",
            t!("layouts.spacing"),
            SPACINGS,
            percent,
            |layout| layout.spacing,
            |old, spacing| Layout { spacing, ..old },
        ),
        steps(
            shell,
            "leading",
            t!("layouts.leading"),
            LEADINGS,
            percent,
            |layout| layout.leading,
            |old, leading| Layout { leading, ..old },
        ),
        steps(
            shell,
            "per-line",
            t!("layouts.per_line"),
            LINE_LENGTHS,
            letters,
            |layout| layout.per_line,
            |old, per_line| Layout { per_line, ..old },
        ),
    ))
}

/// One of some numbers.
fn steps(
    shell: Shell,
    name: &'static str,
    label: Words,
    steps: &'static [u8],
    words: impl Fn(u8) -> Words,
    get: fn(Layout) -> u8,
    put: fn(Layout, u8) -> Layout,
) -> impl IntoView {
    let options = steps.iter().map(|&step| Opt { value: step.to_string(), words: words(step) });
    let chosen = move || get(layout(shell)).to_string();
    let choose = move |value: String| {
        if let Ok(step) = value.parse() {
            change(shell, |old| put(old, step));
        }
    };
    field(name, label, options.collect(), chosen, choose)
}

/// One of a list.
struct Opt {
    value: String,
    words: Words,
}

/// A list to choose from, with its label.
fn field(
    name: &'static str,
    label: Words,
    options: Vec<Opt>,
    chosen: impl Fn() -> String + Copy + Send + Sync + 'static,
    choose: impl Fn(String) + 'static,
) -> impl IntoView {
    let options = options.into_iter().map(|Opt { value, words }| {
        let own = value.clone();
        element::option()
            .attr("value", value)
            .prop("selected", move || chosen() == own)
            .child(words)
    });
    element::label().class("field").child((
        element::span().child(label),
        element::select()
            .attr("name", name)
            .on(ev::change, move |event| choose(event_target_value(&event)))
            .child(options.views()),
    ))
}
