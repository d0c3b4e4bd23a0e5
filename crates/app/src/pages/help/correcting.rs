//! How readings are corrected, with a small article to try it on.

use leptos::ev;
use thakim_document::{Origin, Paragraph};

use super::example::{TWICE, candidate, example, line, plain};
use super::{paragraphs, steps};
use crate::element::{self, IntoView, View, Views};
use crate::parts::{self, Choice};
use crate::shell::Shell;
use crate::signal::RwSignal;
use crate::text::t;

/// The readings of the word that stands twice in the line, in 臺羅.
const READINGS: [&str; 3] = ["kiânn", "hîng", "hâng"];

pub(super) fn correct() -> View {
    let chosen = RwSignal::new([0, 0]);
    (
        steps([
            t!("help.correct-open"),
            t!("help.correct-choose"),
            t!("help.correct-type"),
            t!("help.correct-cut"),
        ]),
        element::div().class("try").child((
            example(move || read(chosen.get()), plain),
            candidates(move || chosen.get()[0], move |index| chosen.update(|all| all[0] = index)),
        )),
        paragraphs([t!("help.correct-readings")]),
    )
        .into_view()
}

pub(super) fn scopes() -> View {
    let chosen = RwSignal::new([0, 0]);
    let everywhere = RwSignal::new(false);
    let choose = move |index: usize| {
        chosen.update(|all| match everywhere.get_untracked() {
            true => *all = [index; 2],
            false => all[0] = index,
        });
    };
    let scope = |id: &'static str, name, of: bool| Choice {
        id,
        name,
        chosen: Box::new(move || everywhere.get() == of),
        choose: Box::new(move || everywhere.set(of)),
    };
    let scopes = vec![
        scope("here", t!("correcting.scope.here"), false),
        scope("article", t!("correcting.scope.article"), true),
    ];
    (
        paragraphs([t!(
            "help.scopes-how",
            here = t!("correcting.scope.here"),
            article = t!("correcting.scope.article"),
            always = t!("correcting.scope.always")
        )]),
        element::div().class("try").child((
            example(move || read(chosen.get()), plain),
            parts::group("help-scope", t!("correcting.scope.legend"), scopes),
            candidates(move || chosen.get()[0], choose),
        )),
    )
        .into_view()
}

pub(super) fn undo() -> View {
    paragraphs([t!("help.undo-how"), t!("help.undo-marked")])
}

/// The line, its word read as was chosen for either place.
fn read(chosen: [usize; 2]) -> Paragraph {
    let mut paragraph = line(TWICE);
    let word = line(super::example::UNCERTAIN).tokens.swap_remove(0);
    let places = paragraph.tokens.iter_mut().filter(|token| token.surface == word.surface);
    for (token, index) in places.zip(chosen) {
        // The first is what the engine says.
        if index > 0 {
            token.origin = Origin::Corrected;
        }
        token.candidates =
            READINGS.get(index).and_then(|one| candidate(one, false)).into_iter().collect();
    }
    paragraph
}

/// The list of readings as it looks in the panel.
fn candidates(
    chosen: impl Fn() -> usize + Copy + Send + 'static,
    choose: impl Fn(usize) + Copy + 'static,
) -> impl IntoView {
    let shell = Shell::get();
    let choice = move |index: usize, reading: &'static str| {
        let written = move || {
            let style = shell.settings.get().style();
            candidate(reading, false).map(|one| style.reading(&one.reading))
        };
        element::li().child(
            element::button()
                .attr("type", "button")
                .attr("aria-pressed", move || if chosen() == index { "true" } else { "false" })
                .on(ev::click, move |_| choose(index))
                .child((
                    element::span()
                        .class("digit")
                        .attr("aria-hidden", "true")
                        .child((index + 1).to_string()),
                    element::span().class("said").child(written),
                )),
        )
    };
    let rows = READINGS.into_iter().enumerate().map(|(index, reading)| choice(index, reading));
    element::ol().class("candidates").attr("aria-label", t!("word.candidates")).child(rows.views())
}
