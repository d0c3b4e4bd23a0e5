//! Everything as one file, out and in.

use crate::element::{self, IntoView};
use crate::signal::RwSignal;
use crate::text::t;
use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::{DragEvent, File, HtmlInputElement};

use super::report;
use crate::backup::{self, Bad, Report};
use crate::language::Language;
use crate::parts;
use crate::settings::Settings;
use crate::shell::Shell;

/// How far it is.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum State {
    Resting,
    /// So many articles of so many.
    Writing(usize, usize),
    Written,
    /// What the browser says.
    NotWritten(String),
    /// So many articles of so many.
    Reading(usize, usize),
    Read(String, Report),
    /// Of a file of this name, nothing was read.
    NotRead(String, Bad),
}

/// What there is to do, and what became of it.
pub(super) fn transfer() -> impl IntoView {
    let shell = Shell::get();
    let state = RwSignal::new(State::Resting);
    let dragged = RwSignal::new(false);
    let import = element::label().class("quiet file").child((
        element::input()
            .attr("type", "file")
            .class("visually-hidden")
            .attr("accept", ".json,application/json")
            .on(ev::change, move |event| {
                let input: HtmlInputElement = event_target(&event);
                if let Some(file) = input.files().and_then(|files| files.get(0)) {
                    read(shell, state, file);
                }
                // The same file can be chosen again.
                input.set_value("");
            }),
        t!("backup.read"),
    ));
    element::section()
        .class("transfer")
        .attr("aria-label", t!("backup.title"))
        .attr("data-dragged", move || dragged.get().then_some(""))
        .on(ev::dragover, move |event: DragEvent| {
            let files =
                event.data_transfer().is_some_and(|data| data.types().includes(&"Files".into(), 0));
            if files {
                event.prevent_default();
                dragged.set(true);
            }
        })
        .on(ev::dragleave, move |_| dragged.set(false))
        .on(ev::drop, move |event: DragEvent| {
            dragged.set(false);
            if let Some(file) = event.data_transfer().and_then(|data| data.files()?.get(0)) {
                event.prevent_default();
                read(shell, state, file);
            }
        })
        .child((
            element::h2().child(t!("backup.title")),
            element::p().child(t!("backup.about")),
            element::p()
                .class("acts")
                .child((parts::button(t!("backup.write"), move || write(shell, state)), import)),
            element::div()
                .class("status")
                .attr("role", "status")
                .child(move || report::view(shell, state)),
        ))
}

/// Writes the file and has the browser keep it.
pub(super) fn write(shell: Shell, state: RwSignal<State>) {
    if matches!(state.get_untracked(), State::Writing(..) | State::Reading(..)) {
        return;
    }
    state.set(State::Writing(0, 0));
    spawn_local(async move {
        let progress = move |done, all| {
            state.try_set(State::Writing(done, all));
        };
        state.try_set(match parts::save_everything(shell, progress).await {
            Ok(()) => State::Written,
            Err(why) => State::NotWritten(why),
        });
    });
}

/// Takes in what a file has.
fn read(shell: Shell, state: RwSignal<State>, file: File) {
    if matches!(state.get_untracked(), State::Writing(..) | State::Reading(..)) {
        return;
    }
    state.set(State::Reading(0, 0));
    spawn_local(async move {
        let progress = move |done, all| {
            state.try_set(State::Reading(done, all));
        };
        let copy = |title: &str| match title {
            "" => String::new(),
            title => t!("backup.copy", title = title).into_owned(),
        };
        let said = take_in(shell, &file, copy, progress).await;
        if said.as_ref().is_ok_and(|report| report.settings > 0) {
            wear(shell);
        }
        state.try_set(match said {
            Ok(report) => State::Read(file.name(), report),
            Err(bad) => State::NotRead(file.name(), bad),
        });
    });
}

async fn take_in(
    shell: Shell,
    file: &File,
    copy: impl Fn(&str) -> String,
    progress: impl Fn(usize, usize),
) -> Result<Report, Bad> {
    let incoming = backup::open(file).await?;
    let mut report = incoming.articles(&shell.connection(), copy, progress).await?;
    incoming.words(shell.own(), &mut report).await;
    incoming.settings(&mut report);
    Ok(report)
}

/// Has the page look as the settings that have come in say. The language waits until the page is opened
/// again: the report is to be read first.
pub(super) fn wear(shell: Shell) {
    shell.set(Settings::load());
}

/// Speaks the language that has come in.
pub(super) fn speak(shell: Shell) {
    shell.set_language(Language::load());
}
