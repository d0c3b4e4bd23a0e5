//! The head of the panel: the word with its characters, what is to be known of its reading, and for which
//! places another one counts.

use leptos::ev;
use thakim_document::Origin;

use super::super::reader::Reader;
use super::super::speech;
use crate::article::Word;
use crate::article::history::Scope;
use crate::element::{self, IntoView, Views};
use crate::parts::{self, Choice};
use crate::text;
use crate::text::t;

/// The word, its characters, how its reading stands.
pub(super) fn head(reader: Reader, word: &Word) -> impl IntoView + use<> {
    let close = element::button()
        .attr("type", "button")
        .class("close")
        .attr("aria-label", t!("shell.close"))
        .attr("title", t!("shell.close"))
        .on(ev::click, move |_| reader.close_panel());
    let title = element::h2().id("why-word").attr("lang", "nan-Hant-TW");
    let units = word.units();
    let title = match units.len() {
        0 | 1 => title.child(word.token.surface.clone()).into_view(),
        _ => {
            let unit = |(index, unit): (usize, String)| one_unit(reader, index, unit);
            title.child(units.into_iter().enumerate().map(unit).views()).into_view()
        }
    };
    (
        element::header().child((title, speech::speak_word(reader, word), close)),
        standing(reader, word),
    )
}

/// A character of the word: pressing it looks at it by itself, pressing it again at the whole word.
fn one_unit(reader: Reader, index: usize, unit: String) -> impl IntoView {
    let is_chosen = move || reader.looking.unit.get() == Some(index);
    element::button()
        .attr("type", "button")
        .class("one-unit")
        .attr("title", t!("correcting.only-this", character = unit))
        .attr("aria-pressed", move || if is_chosen() { "true" } else { "false" })
        .on(ev::click, move |_| {
            let unit = (reader.looking.unit.get_untracked() != Some(index)).then_some(index);
            reader.narrow(unit);
        })
        .child(unit)
}

fn standing(reader: Reader, word: &Word) -> Option<impl IntoView + use<>> {
    let taken = word.clone();
    let (words, take_back) = if word.token.origin == Origin::Corrected {
        let here = reader.marks.with(|marks| marks.correction_at(word.at.letter).is_some());
        let (words, button) = match here {
            true => (t!("word.is-corrected"), t!("word.take-back")),
            false => (t!("correcting.is-article-word"), t!("correcting.take-back-all")),
        };
        (words, Some(parts::button(button, move || reader.take_back(&taken))))
    } else {
        (text::standing(&word.token)?, None)
    };
    Some(element::p().class("standing").child((words, take_back)))
}

/// For which places a reading is chosen.
pub(super) fn scope(reader: Reader) -> impl IntoView {
    let scope = reader.shell.scope;
    let choice = |one: Scope| Choice {
        id: one.id(),
        name: match one {
            Scope::Here => t!("correcting.scope.here"),
            Scope::Article => t!("correcting.scope.article"),
            Scope::Always => t!("correcting.scope.always"),
        },
        chosen: Box::new(move || scope.get() == one),
        choose: Box::new(move || scope.set(one)),
    };
    let choices = Scope::ALL.into_iter().map(choice).collect();
    element::div().class("scope").child(parts::group(
        "scope",
        t!("correcting.scope.legend"),
        choices,
    ))
}
