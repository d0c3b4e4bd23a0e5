//! Choosing the readings of some lines: those that are selected, or those of a passage.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Node};

use super::reader::Reader;
use crate::element::{self, IntoView};
use crate::parts;
use crate::signal::StoredValue;
use crate::text::t;
use crate::text::{self, Words};
use crate::time::Debounce;

/// How long a selection has to rest before the bar opens, in milliseconds.
const RESTS: i32 = 200;

/// Some whole lines of the text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Target {
    /// Where the first begins, in bytes.
    pub(super) from: u32,
    /// Where the last ends.
    pub(super) to: u32,
    /// How many there are.
    pub(super) lines: u32,
}

/// The bar above the foot.
pub(super) fn passage_bar(reader: Reader) -> impl IntoView {
    follow_selection(reader);
    move || {
        let target = reader.target.get()?;
        let close = parts::button(t!("shell.close"), move || reader.target.set(None));
        Some(
            element::div()
                .class("passage")
                .attr("role", "group")
                .attr("aria-label", text::passage(target.lines))
                .child((
                    preferences(reader, "passage", target, text::passage(target.lines)),
                    close,
                )),
        )
    }
}

/// The choice of readings for some lines. `name` is its name in the page's markup.
pub(super) fn preferences(
    reader: Reader,
    name: &'static str,
    target: Target,
    legend: Words,
) -> impl IntoView {
    let chosen = move || Some(reader.marks.with(|marks| marks.readings_at(target.from)));
    let choose = move |readings| {
        reader.set_passage(target.from, target.to, readings);
        let selection = window().get_selection().ok().flatten();
        if let Some(selection) = selection {
            let _ = selection.remove_all_ranges();
        }
    };
    parts::group(name, legend, parts::preferences(chosen, choose))
}

impl Reader {
    /// Opens the bar for the passage whose button was pressed.
    pub(super) fn choose_passage(self, button: &Element) {
        let number = |element: &Element, name: &str| element.get_attribute(name)?.parse().ok();
        let line = button.parent_element();
        let from: Option<u32> = line.and_then(|line| number(&line, "data-at"));
        if let (Some(from), Some(to)) = (from, number(button, "data-to")) {
            self.aim(from, to - 1, Some((from, to)));
        }
    }

    /// The lines of a word.
    pub(super) fn lines_at(self, byte: u32) -> Option<Target> {
        let (from, to, lines) = self.sheet()?.lines(byte, byte)?;
        Some(Target { from, to, lines })
    }

    fn aim(self, from: u32, to: u32, exactly: Option<(u32, u32)>) {
        let Some((first, last, lines)) = self.sheet().and_then(|sheet| sheet.lines(from, to))
        else {
            return;
        };
        let (from, to) = exactly.unwrap_or((first, last));
        self.target.set(Some(Target { from, to, lines }));
    }

    /// Opens the bar for the selected lines of the article, if there are any.
    fn aim_at_selection(self) {
        let Some(article) = self.article.try_get_untracked().flatten() else { return };
        let Some(selection) = window().get_selection().ok().flatten() else { return };
        if selection.is_collapsed() || selection.range_count() == 0 {
            return;
        }
        let Ok(range) = selection.get_range_at(0) else { return };
        let inside = |node: &Node| article.contains(Some(node));
        let (Ok(start), Ok(end)) = (range.start_container(), range.end_container()) else { return };
        if !inside(&start) || !inside(&end) {
            return;
        }
        let (Some(from), Some(mut to)) = (line_of(&start), line_of(&end)) else { return };
        // A selection of whole lines ends at the very beginning of the next one.
        let is_line = end.dyn_ref::<Element>().is_some_and(|end| end.has_attribute("data-at"));
        if is_line && range.end_offset() == Ok(0) && to > from {
            to -= 1;
        }
        self.aim(from, to, None);
    }
}

/// Where the line begins that a node is in, in bytes of the text.
fn line_of(node: &Node) -> Option<u32> {
    let element = match node.dyn_ref::<Element>() {
        Some(element) => element.clone(),
        None => node.parent_element()?,
    };
    let line = match element.closest("[data-at]").ok()? {
        Some(line) => line,
        // The browser may put the end of a selection between two lines.
        None => element.query_selector("[data-at]").ok()??,
    };
    line.get_attribute("data-at")?.parse().ok()
}

fn follow_selection(reader: Reader) {
    let resting = StoredValue::new(Debounce::new(RESTS, move || reader.aim_at_selection()));
    let on_document = wasm_bindgen::prelude::Closure::<dyn FnMut()>::new(move || {
        resting.try_with_value(Debounce::ask);
    });
    let on_document = StoredValue::new(on_document);
    on_document.with_value(|listener| {
        let listener = listener.as_ref().unchecked_ref();
        let _ = document().add_event_listener_with_callback("selectionchange", listener);
    });
    on_cleanup(move || {
        on_document.try_with_value(|listener| {
            let listener = listener.as_ref().unchecked_ref();
            let _ = document().remove_event_listener_with_callback("selectionchange", listener);
        });
    });
}
