//! Tables that come in and go out.

use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;
use thakim_document::own;
use thakim_phonology::Notation;
use web_sys::{DragEvent, File, HtmlInputElement};

use super::keeper::{Keeper, style};
use super::note::{Note, Report, is_no_table};
use crate::element::{self, IntoView};
use crate::files::{self, OpenError};
use crate::own::From;
use crate::parts;
use crate::text;
use crate::text::t;

/// The largest file that comes in, in bytes: far more than the entries that there may be.
const LARGEST: u64 = 20_000_000;

/// How many entries there may be. The engine is told all of them with every change.
const MOST: usize = 100_000;

/// The button for a file, and the one that makes one.
pub(super) fn buttons(keeper: Keeper) -> impl IntoView {
    element::div().class("own-files").child((
        element::label().class("quiet file").child((
            element::input()
                .attr("type", "file")
                .class("visually-hidden")
                .attr("accept", ".tsv,.txt,.tab,text/tab-separated-values,text/plain")
                .on(ev::change, move |event| {
                    let input: HtmlInputElement = event_target(&event);
                    if let Some(file) = input.files().and_then(|files| files.get(0)) {
                        take(keeper, file);
                    }
                    // The same file can be chosen again.
                    input.set_value("");
                }),
            t!("dictionary.import"),
        )),
        parts::button(t!("dictionary.export"), move || give(keeper)),
    ))
}

/// While something is dragged the files themselves are not shown yet, only that there are some.
pub(super) fn drag(event: &DragEvent) {
    if event.data_transfer().is_some_and(|data| data.types().includes(&"Files".into(), 0)) {
        event.prevent_default();
    }
}

pub(super) fn drop(keeper: Keeper, event: &DragEvent) {
    let files = event.data_transfer().and_then(|data| data.files());
    if let Some(file) = files.and_then(|files| files.get(0)) {
        event.prevent_default();
        take(keeper, file);
    }
}

/// Takes in the words of a table, as far as they are good.
fn take(keeper: Keeper, file: File) {
    spawn_local(async move {
        let bytes = file.size() as u64;
        let opened = match bytes > LARGEST {
            true => Err(OpenError::TooLarge { bytes, limit: LARGEST }),
            false => files::open(&file).await,
        };
        // What was kept must be there, or its words would come in twice.
        keeper.own.ready().await;
        if keeper.note.is_disposed() {
            return;
        }
        keeper.note.set(match opened {
            Ok(opened) => read(keeper, file.name(), &String::from(opened.text)),
            Err(error) => Note::NotOpened(error),
        });
    });
}

fn read(keeper: Keeper, file: String, text: &str) -> Note {
    let shown = untrack(|| style(keeper.shell)).notation;
    let own::Table { rows, faults, notation } =
        own::read(text, &[Notation::Tl, Notation::Poj, shown]);
    if keeper.own.all().len() + rows.len() > MOST {
        return Note::TooMany { limit: MOST };
    }
    let count = rows.len();
    let words = rows.into_iter().map(|row| row.word);
    let (change, same) = keeper.own.merge(words, &From::Import(file.clone()));
    // A file that is no table has a fault in every line; the first one says it all.
    let faults = match count == 0 && is_no_table(&faults) {
        true => faults.into_iter().take(1).collect(),
        false => faults,
    };
    Note::Imported(Report { file, change, added: count - same, same, faults, notation })
}

/// Gives all words away as a table.
fn give(keeper: Keeper) {
    let entries = keeper.own.all();
    let table = own::write(entries.iter().map(|entry| &entry.word));
    let name = format!("thakim-words-{}.tsv", text::day(js_sys::Date::now()));
    let saved = files::save(&table, "text/tab-separated-values", &name);
    keeper.note.set(match saved {
        Ok(()) => Note::Exported { name, entries: entries.len() },
        Err(_) => Note::NotExported,
    });
}
