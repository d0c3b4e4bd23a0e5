//! Opening what comes from elsewhere as an article of this browser's own.

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsValue;

use super::{Saved, SavedError, link};
use crate::element::{self, IntoView};
use crate::layout::Layout;
use crate::parts;
use crate::settings::Settings;
use crate::shell::{self, Route, Shell};
use crate::signal::RwSignal;
use crate::store::Kept;
use crate::text::t;

/// How far the link is that the page was opened with.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Arrival {
    /// There is none.
    Nothing,
    /// It is being opened; no page is shown meanwhile.
    Opening,
    /// It could not be opened.
    Refused(SavedError),
}

/// Opens the link that this page was opened with, and those that come while it is open.
pub fn watch(shell: Shell) -> RwSignal<Arrival> {
    let arrival = RwSignal::new(Arrival::Nothing);
    take(shell, arrival);
    // Lives as long as the page.
    let _ = window_event_listener(leptos::ev::hashchange, move |_| take(shell, arrival));
    arrival
}

/// Takes a link of ours out of the address, where neither history nor a reload keeps it, and opens it.
fn take(shell: Shell, arrival: RwSignal<Arrival>) {
    let location = window().location();
    let hash = location.hash().unwrap_or_default();
    let fragment = hash.strip_prefix('#').unwrap_or_default();
    if !link::is_ours(fragment) {
        return;
    }
    let fragment = fragment.to_owned();
    let path = location.pathname().unwrap_or_default();
    if let Ok(history) = window().history() {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&path));
    }
    arrival.set(Arrival::Opening);
    spawn_local(async move {
        match link::read(&fragment).await {
            Ok(saved) => {
                open(shell, saved);
                arrival.set(Arrival::Nothing);
            }
            Err(error) => {
                shell::replace(shell, Route::Input);
                arrival.set(Arrival::Refused(error));
            }
        }
    });
}

/// Opens an article that was saved, as a new one, and shows it as it was shown. The person's own settings are
/// kept for the next time; what they change from here on is theirs again.
pub fn open(shell: Shell, saved: Saved) {
    let Saved { title, text, marks, settings } = saved;
    if !settings.is_empty() {
        let its = Settings::from_line(&settings);
        shell.settings.set(shown_as(its, shell.settings.get_untracked()));
    }
    let kept = shell.desk().create(&title, Kept { text: text.into(), marks });
    spawn_local(async move {
        shell.kept(kept.await);
    });
    shell::replace(shell, Route::Pronunciation);
}

/// The settings of an article with what is the person's and not the article's: colours, type and sizes.
fn shown_as(its: Settings, own: Settings) -> Settings {
    let layout = Layout {
        position: its.layout.position,
        second: its.layout.second,
        both_tones: its.layout.both_tones,
        direction: its.layout.direction,
        show: its.layout.show,
        ..own.layout
    };
    Settings { layout, ..its }
}

/// The line that says why a link was not opened.
pub fn line(arrival: RwSignal<Arrival>) -> impl IntoView {
    element::div().class("update arrival").attr("role", "status").child(move || {
        let Arrival::Refused(error) = arrival.get() else { return None };
        let close = parts::button(t!("export.understood"), move || arrival.set(Arrival::Nothing));
        Some(element::p().class("notice error").child((link_error(error), close)))
    })
}

fn link_error(error: SavedError) -> String {
    let words = match error {
        SavedError::Foreign | SavedError::Damaged => t!("export.link-damaged"),
        SavedError::Newer { .. } => t!("export.link-newer"),
        SavedError::TooLarge => t!("export.link-too-large"),
        SavedError::Unsupported => t!("export.link-unsupported"),
    };
    words.into_owned()
}

/// Why a file of ours was not opened.
pub fn file_error(error: SavedError) -> String {
    match error {
        SavedError::Newer { .. } => t!("export.file-newer").into_owned(),
        _ => t!("export.file-damaged").into_owned(),
    }
}
