//! What is in the article, in numbers; the count at the foot opens it.

use leptos::ev;
use leptos::task::spawn_local;
use thakim_document::Tally;
use wasm_bindgen::JsCast;
use web_sys::HtmlDetailsElement;

use super::reader::Reader;
use crate::effect::effect;
use crate::element::{self, IntoView};
use crate::parts;
use crate::signal::{RwSignal, StoredValue};
use crate::text::t;
use crate::text::{self, Words};

/// The count of Han characters, and the table behind it.
pub(super) fn statistics(reader: Reader) -> impl IntoView {
    let is_open = RwSignal::new(false);
    let summary = (
        element::span().class("han-count").child(move || text::count_han(reader.tally.get().han)),
        element::span().class("visually-hidden").child(t!("statistics.title")),
    );
    let different = different(reader, is_open);
    let panel = move || (move || is_open.get().then(|| table(reader, different))).into_view();
    element::div()
        .class("statistics")
        // The event of a `<details>` does not bubble.
        .on(ev::capture(ev::toggle), move |event| {
            let details =
                event.target().and_then(|target| target.dyn_into::<HtmlDetailsElement>().ok());
            is_open.set(details.is_some_and(|details| details.open()));
        })
        .child(parts::disclosure("counted", summary, panel))
}

/// How many different Han characters there are: counted while somebody looks, and again when the article
/// has changed.
fn different(reader: Reader, is_open: RwSignal<bool>) -> RwSignal<Option<u32>> {
    let different = RwSignal::new(None);
    let runs = StoredValue::new(0_u32);
    effect(move |_| {
        reader.tally.track();
        let Some(sheet) = reader.sheet().filter(|_| is_open.get()) else { return };
        let run = runs.get_value() + 1;
        runs.set_value(run);
        spawn_local(async move {
            let count = sheet.different().await;
            if runs.try_get_value() == Some(run) {
                different.try_set(Some(count));
            }
        });
    });
    different
}

fn table(reader: Reader, different: RwSignal<Option<u32>>) -> impl IntoView {
    let row = |term: Words, value: Box<dyn Fn() -> String + Send>| {
        (element::dt().child(term), element::dd().child(value))
    };
    let plain = move |of: fn(&Tally) -> u32| -> Box<dyn Fn() -> String + Send> {
        Box::new(move || grouped(of(&reader.tally.get())))
    };
    let part = move |of: fn(&Tally) -> u32| -> Box<dyn Fn() -> String + Send> {
        Box::new(move || {
            let tally = reader.tally.get();
            share(of(&tally), tally.han)
        })
    };
    let of_sheet = move |of: fn(&crate::article::Sheet) -> u32| -> Box<dyn Fn() -> String + Send> {
        Box::new(move || {
            reader.tally.track();
            reader.sheet().map_or_else(String::new, |sheet| grouped(of(&sheet)))
        })
    };
    let title = element::h2().child(t!("statistics.title"));
    let rows = (
        row(t!("statistics.chars"), plain(|tally| tally.chars)),
        row(t!("statistics.han"), plain(|tally| tally.han)),
        row(
            t!("statistics.different"),
            Box::new(move || different.get().map_or_else(|| "…".to_owned(), grouped)),
        ),
        row(t!("statistics.words"), of_sheet(crate::article::Sheet::words)),
        row(t!("statistics.paragraphs"), of_sheet(crate::article::Sheet::written_lines)),
        row(t!("statistics.uncertain"), part(|tally| tally.uncertain)),
        row(t!("statistics.derived"), part(|tally| tally.derived)),
        row(t!("statistics.unknown"), part(|tally| tally.unknown)),
        row(t!("statistics.corrected"), part(|tally| tally.corrected)),
    );
    (title, element::dl().child(rows), element::p().child(t!("statistics.unit")))
}

fn grouped(number: u32) -> String {
    text::grouped(u64::from(number))
}

/// A number of characters, and how much of all that is.
fn share(part: u32, all: u32) -> String {
    if part == 0 || all == 0 {
        return grouped(part);
    }
    let percent = f64::from(part) * 100.0 / f64::from(all);
    let percent = if percent < 0.1 { "< 0.1".to_owned() } else { format!("{percent:.1}") };
    format!("{} ({percent} %)", grouped(part))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_have_their_share() {
        assert_eq!(share(0, 0), "0");
        assert_eq!(share(0, 10), "0");
        assert_eq!(share(31, 2_014), "31 (1.5 %)");
        assert_eq!(share(2_014, 2_014), "2,014 (100.0 %)");
        assert_eq!(share(1, 100_000), "1 (< 0.1 %)");
    }
}
