//! The offer of literary readings for what looks classical.

use leptos::prelude::*;
use thakim_document::Preference;

use super::marking::Classical;
use super::reader::Reader;
use crate::effect::memo;
use crate::element::{self, IntoView};
use crate::parts;
use crate::text;
use crate::text::t;

/// One calm line above the article; its place is there also when it is not.
pub(super) fn offer(reader: Reader) -> impl IntoView {
    let offered = memo(move || reader.offer());
    element::div().class("offer").attr("role", "status").child(move || {
        let (words, accept) = match offered.get()? {
            Classical::Article => {
                let accept = move || reader.set_readings(Preference::Literary);
                (t!("offer.looks-classical"), parts::button(t!("offer.read-literary"), accept))
            }
            Classical::Lines(lines) => {
                let accept = move || reader.read_classical_lines();
                let button = parts::button(t!("offer.read-these-literary"), accept);
                (text::lines_look_classical(lines), button)
            }
        };
        let decline = parts::button(t!("offer.not-now"), move || reader.decline_offer());
        Some(element::p().class("notice").child((words, accept, decline)))
    })
}
