//! Going through the pages of the list.

use leptos::ev;
use leptos::prelude::*;

use super::keeper::{Keeper, PER_PAGE};
use crate::effect::memo;
use crate::element::{self, IntoView};
use crate::text;
use crate::text::t;

/// The buttons; none where there is one page.
pub(super) fn pager(keeper: Keeper) -> impl IntoView {
    let is_there = memo(move || keeper.pages() > 1);
    move || {
        is_there.get().then(|| {
            element::nav().class("own-pager").attr("aria-label", t!("dictionary.pages")).child((
                turn(keeper, "previous", false),
                element::span().attr("role", "status").child(move || place(keeper)),
                turn(keeper, "next", true),
            ))
        })
    }
}

fn turn(keeper: Keeper, class: &'static str, forward: bool) -> impl IntoView {
    let next = move || {
        let page = keeper.page.get();
        match forward {
            true => Some(page + 1).filter(|page| *page < keeper.pages()),
            false => page.checked_sub(1),
        }
    };
    element::button()
        .attr("type", "button")
        .class(format!("quiet {class}"))
        // A button that is out of use keeps the focus.
        .attr("aria-disabled", move || next().is_none().then_some("true"))
        .on(ev::click, move |_| {
            if let Some(page) = untrack(next) {
                keeper.page.set(page);
                let title = document().get_element_by_id("list-title");
                if let Some(title) = title {
                    title.scroll_into_view();
                }
            }
        })
        .child(if forward { t!("dictionary.next") } else { t!("dictionary.previous") })
}

fn place(keeper: Keeper) -> String {
    let found = keeper.found.with(Vec::len);
    let first = keeper.page.get() * PER_PAGE;
    let last = (first + PER_PAGE).min(found);
    let number = |count: usize| text::grouped(count as u64);
    let (from, to, all) = (number(first + 1), number(last), number(found));
    t!("dictionary.place", from = from, to = to, all = all).into_owned()
}
