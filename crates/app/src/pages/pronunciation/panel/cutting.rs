//! Where words begin and end: cutting the word, joining it with its neighbours; where else it stands.

use leptos::ev;

use super::super::choosing::{Side, neighbour};
use super::super::reader::Reader;
use crate::article::Word;
use crate::element::{self, IntoView, View};
use crate::text::Words;
use crate::text::t;

/// How many ways of reading the word elsewhere are told.
const TOLD: usize = 4;

/// The ways to cut the word and to join it.
pub(super) fn cutting(reader: Reader, word: &Word) -> Option<impl IntoView + use<>> {
    let units = word.units();
    let mut buttons: Vec<View> = Vec::new();
    let join = |side: Side| {
        let other = neighbour(word, side)?.surface.clone();
        if !reader.can_join(word, side) {
            return None;
        }
        let surface = &word.token.surface;
        let (sign, label) = match side {
            Side::Before => {
                (format!("{other}＋{surface}"), t!("correcting.join-before", word = other))
            }
            Side::Behind => {
                (format!("{surface}＋{other}"), t!("correcting.join-behind", word = other))
            }
        };
        let word = word.clone();
        Some(button(sign, label, move || reader.join(&word, side)))
    };
    buttons.extend(join(Side::Before));
    for index in 1..units.len() {
        let (before, behind) = (units[..index].concat(), units[index..].concat());
        let label = t!("correcting.split-before", before = before, behind = behind);
        let word = word.clone();
        let sign = format!("{before}｜{behind}");
        buttons.push(button(sign, label, move || reader.split(&word, index)));
    }
    buttons.extend(join(Side::Behind));
    (!buttons.is_empty()).then(|| {
        element::div()
            .class("cutting")
            .attr("role", "group")
            .attr("aria-labelledby", "cutting-title")
            .child((
                element::span().id("cutting-title").child(t!("correcting.cutting")),
                element::span().class("ways").attr("lang", "nan-Hant-TW").child(buttons),
            ))
    })
}

fn button(sign: String, label: Words, act: impl Fn() + 'static) -> View {
    element::button()
        .attr("type", "button")
        .attr("aria-label", label.clone())
        .attr("title", label)
        .on(ev::click, move |_| act())
        .child(sign)
        .into_view()
}

/// Joins the word that is looked at with a neighbour, by key.
pub(super) fn join(reader: Reader, side: Side) {
    if let Some(word) = reader.looking.word.get_untracked() {
        reader.join(&word, side);
    }
}

/// Cuts the word before the character that is looked at, by key; where none is, before its last one.
pub(super) fn split(reader: Reader) {
    let Some(word) = reader.looking.word.get_untracked() else { return };
    let last = word.units().len().saturating_sub(1);
    let index = reader.looking.unit.get_untracked().unwrap_or(last);
    if index > 0 {
        reader.split(&word, index);
    }
}

/// How often the word stands in the article, and how it is read there.
pub(super) fn elsewhere(reader: Reader) -> Option<impl IntoView> {
    let places = reader.looking.places.get()?;
    let surface = reader.looking.word.with(|word| Some(word.as_ref()?.token.surface.clone()))?;
    let count = places.count();
    let said = if count <= 1 {
        t!("correcting.only-here", word = surface)
    } else {
        let style = reader.shell.settings.get().style();
        let told = places.readings.iter().take(TOLD).map(|(reading, count)| {
            let reading = match reading {
                Some(reading) => style.reading(reading),
                None => t!("article.no-reading").into_owned(),
            };
            t!("correcting.reading-count", reading = reading, count = count).into_owned()
        });
        let mut told: Vec<String> = told.collect();
        if places.readings.len() > TOLD {
            told.push("…".to_owned());
        }
        let told = told.join(&t!("correcting.comma"));
        t!("correcting.elsewhere", word = surface, count = count, readings = told)
    };
    Some(element::p().class("elsewhere").child(said))
}
