//! The layouts, each drawn with the same words.

use thakim_phonology::{Notation, ToneStyle};

use super::example::{SHORT, example, line, plain};
use super::paragraphs;
use crate::element::{self, IntoView, View};
use crate::layout::{Direction, Layout, Position, Second, Show};
use crate::settings::Settings;
use crate::text::Words;
use crate::text::t;

pub(super) fn layouts() -> View {
    let at = |position| move |layout| Layout { position, ..layout };
    let figures = (
        figure(t!("layouts.position_over"), None, at(Position::Over)),
        figure(t!("layouts.position_right"), Some(Notation::Tps), at(Position::Right)),
        figure(t!("layouts.position_under"), None, at(Position::Under)),
        figure(t!("layouts.position_between"), None, at(Position::Between)),
        figure(t!("layouts.show_readings"), None, |layout| Layout {
            show: Show::Readings,
            ..layout
        }),
        figure(t!("layouts.direction_vertical"), Some(Notation::Tps), |layout| Layout {
            direction: Direction::Vertical,
            ..layout
        }),
    );
    (
        paragraphs([t!("help.layouts-how", layouts = t!("layouts.name"))]),
        element::div().class("figures").child(figures),
        paragraphs([t!("help.layouts-screen", whole = t!("layouts.whole"))]),
    )
        .into_view()
}

pub(super) fn two() -> View {
    let both = |position, second_at| {
        move |layout| {
            let second =
                Second { notation: Notation::Tps, position: second_at, tones: ToneStyle::Mark };
            Layout { position, second: Some(second), ..layout }
        }
    };
    let name = |first: Words, second: Words| -> Words { format!("{first} + {second}").into() };
    let figures = (
        figure(
            name(t!("layouts.position_over"), t!("layouts.position_right")),
            Some(Notation::Tl),
            both(Position::Over, Position::Right),
        ),
        figure(
            name(t!("layouts.position_over"), t!("layouts.position_under")),
            Some(Notation::Poj),
            both(Position::Over, Position::Under),
        ),
    );
    (
        paragraphs([t!(
            "help.two-how",
            layouts = t!("layouts.name"),
            second = t!("layouts.second")
        )]),
        element::div().class("figures pairs").child(figures),
    )
        .into_view()
}

/// The words in a layout, in this notation or in the present one.
fn figure(
    name: Words,
    notation: Option<Notation>,
    with: impl Fn(Layout) -> Layout + 'static,
) -> impl IntoView {
    let settings = move |settings: Settings| {
        let settings = plain(settings);
        let notation = notation.unwrap_or(settings.notation);
        Settings { notation, layout: with(settings.layout), ..settings }
    };
    element::figure().child((example(|| line(SHORT), settings), element::figcaption().child(name)))
}
